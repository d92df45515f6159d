// SPDX-License-Identifier: GPL-3.0-or-later
// The diagnosis of the open archive as a window sees it: kept current, made on a thread of its own.
#pragma once

#include "core/base/clock.h"
#include "core/diagnosis/diagnosis.h"
#include "core/query/session.h"
#include "core/store/findingmarks.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

namespace tlsrpt
{

/// Lives on the GUI thread; follows ArchiveSession::factsChanged().
class DiagnosisSession : public QObject
{
    Q_OBJECT
public:
    /// `archive` and `clock` (when a mute ends) must outlive it.
    DiagnosisSession(ArchiveSession &archive, const Clock &clock, QObject *parent = nullptr);
    ~DiagnosisSession() override; ///< waits for the judging under way

    /// The newest diagnosis, or null before the first one of the open archive.
    std::shared_ptr<const Diagnosis> diagnosis() const { return m_diagnosis; }
    /// The facts it was made from: what a finding's indexes point into.
    std::shared_ptr<const Facts> facts() const { return m_facts; }
    /// Mutes and what was looked at before, by Finding::key().
    const QHash<QString, FindingMark> &marks() const { return m_marks; }
    /// Muted, and the last day of it (UTC) is not over.
    bool isMuted(const Finding &finding) const;
    /// Not looked at yet, or begun again since. Nothing is new until the list was looked at once
    /// (Archive::markFindingsSeen()): of a first import everything would be, which tells nothing.
    bool isNew(const Finding &finding) const;
    /// ArchiveSession::opening() of the archive that all this is about.
    int opening() const { return m_opening; }

public slots:
    /// A mailbox was read successfully today: from now on silence means something (R32, R33). What
    /// the archive knows of earlier fetches, also those of other programs, counts by itself.
    void mailboxFetched(tlsrpt::Day today);
    void reloadMarks();

signals:
    /// A new diagnosis, or other marks, or none any more because another archive is open.
    void changed();

private:
    void followArchive();
    void factsChanged();
    void judge();
    void takeDiagnosis(std::shared_ptr<const Facts> facts,
                       std::shared_ptr<const Diagnosis> diagnosis, int opening);
    void takeMarks(const Result<std::vector<FindingMark>> &marks);
    void takeFetched(std::optional<Day> day);

    ArchiveSession &m_archive;
    const Clock &m_clock;
    std::shared_ptr<const Facts> m_facts;
    std::shared_ptr<const Diagnosis> m_diagnosis;
    QHash<QString, FindingMark> m_marks;
    bool m_anyMuted = false;
    bool m_marksRead = false;
    bool m_lookedAt = false; ///< some mark says that somebody looked
    int m_marksAsked = 0;    ///< late answers are dropped
    std::optional<Day> m_fetched;
    int m_opening = -1;
    bool m_judging = false;
    bool m_again = false;
    /// One thread: a long judgement must not keep questions waiting. The last member: it waits for
    /// the work while all else is there.
    QThreadPool m_pool;
};

} // namespace tlsrpt
