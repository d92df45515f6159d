// SPDX-License-Identifier: GPL-3.0-or-later
// The diagnosis of the open archive as a window sees it: kept current, made on a thread of its own.
#pragma once

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
    /// `archive` must outlive it.
    explicit DiagnosisSession(ArchiveSession &archive, QObject *parent = nullptr);
    ~DiagnosisSession() override; ///< waits for the judging under way

    /// The newest diagnosis, or null before the first one.
    std::shared_ptr<const Diagnosis> diagnosis() const { return m_diagnosis; }
    /// The facts it was made from: what a finding's indexes point into.
    std::shared_ptr<const Facts> facts() const { return m_facts; }
    /// Mutes and what was looked at before, by Finding::key().
    const QHash<QString, FindingMark> &marks() const { return m_marks; }
    bool isMuted(const Finding &finding) const;
    /// Not looked at yet, or begun again since. Always false until marks were read.
    bool isNew(const Finding &finding) const;

public slots:
    /// A mailbox was read successfully today: from now on silence means something (R32, R33).
    void mailboxFetched(tlsrpt::Day today);
    void reloadMarks();

signals:
    /// A new diagnosis, or other marks.
    void changed();

private:
    void judge();
    void takeDiagnosis(std::shared_ptr<const Facts> facts,
                       std::shared_ptr<const Diagnosis> diagnosis, int generation);

    ArchiveSession &m_archive;
    std::shared_ptr<const Facts> m_facts;
    std::shared_ptr<const Diagnosis> m_diagnosis;
    QHash<QString, FindingMark> m_marks;
    bool m_marksRead = false;
    std::optional<Day> m_fetched;
    QString m_path;
    bool m_judging = false;
    bool m_again = false;
    int m_generation = 0;
    QThreadPool m_pool; ///< one thread: a long judgement must not keep questions waiting
};

} // namespace tlsrpt
