// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/diagnosissession.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace tlsrpt
{

DiagnosisSession::DiagnosisSession(ArchiveSession &archive, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_archive(archive)
    , m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
    connect(&m_archive, &ArchiveSession::factsChanged, this, &DiagnosisSession::factsChanged);
    connect(&m_archive, &ArchiveSession::failed, this, &DiagnosisSession::followArchive);
    if (m_archive.loaded())
        factsChanged();
}

DiagnosisSession::~DiagnosisSession()
{
    m_archive.settle();
}

/// Whatever is about an archive that is no longer open goes.
void DiagnosisSession::followArchive()
{
    if (m_opening == m_archive.opening())
        return;
    m_opening = m_archive.opening();
    ++m_marksAsked;
    m_marks.clear();
    m_anyMuted = false;
    m_marksRead = false;
    m_lookedAt = false;
    m_fetched.reset();
    m_judging = false;
    m_again = false;
    m_facts.reset();
    if (std::exchange(m_diagnosis, nullptr))
        emit changed();
}

void DiagnosisSession::factsChanged()
{
    followArchive();
    reloadMarks(); // other windows write them too
    judge();
}

void DiagnosisSession::mailboxFetched(Day today)
{
    followArchive();
    m_fetched = today;
    judge();
}

void DiagnosisSession::judge()
{
    const auto facts = m_archive.facts();
    if (!facts || !m_marksRead)
        return; // factsChanged(), or the marks and with them the day of the last fetch, follow
    if (m_judging) {
        m_again = true;
        return;
    }
    const Reference reference = referenceOf(*facts, m_fetched);
    if (m_diagnosis && m_facts == facts && m_diagnosis->reference == reference)
        return;
    m_judging = true;
    QtConcurrent::run(&m_pool, [facts, reference, previous = m_diagnosis] {
        return diagnose(*facts, reference, previous);
    }).then(this, [this, facts, opening = m_opening](const std::shared_ptr<const Diagnosis> &diagnosis) {
        takeDiagnosis(facts, diagnosis, opening);
    });
}

void DiagnosisSession::takeDiagnosis(std::shared_ptr<const Facts> facts,
                                     std::shared_ptr<const Diagnosis> diagnosis, int opening)
{
    if (opening != m_archive.opening())
        return;
    m_judging = false;
    m_facts = std::move(facts);
    m_diagnosis = std::move(diagnosis);
    if (std::exchange(m_again, false))
        judge();
    if (m_marksRead) // else nobody could tell yet what is muted
        emit changed();
}

void DiagnosisSession::reloadMarks()
{
    if (!m_archive.loaded())
        return;
    const int number = ++m_marksAsked;
    struct Kept {
        Result<std::vector<FindingMark>> marks;
        Result<std::optional<Day>> fetched;
    };
    m_archive.ask([](ArchiveReader &reader, const Facts &) {
        return Kept{reader.findingMarks(), reader.newestFetch()};
    }).then(this, [this, number](const Kept &kept) {
        if (number != m_marksAsked || m_opening != m_archive.opening())
            return;
        takeMarks(kept.marks);
        takeFetched(kept.fetched.value_or(std::nullopt));
    });
}

void DiagnosisSession::takeMarks(const Result<std::vector<FindingMark>> &marks)
{
    QHash<QString, FindingMark> byKey = m_marks; // an archive that is locked says so elsewhere
    if (marks) {
        byKey.clear();
        for (const FindingMark &mark : *marks)
            byKey.insert(mark.key, mark);
    }
    const bool first = !std::exchange(m_marksRead, true);
    if (!first && byKey == m_marks)
        return;
    m_marks = std::move(byKey);
    m_anyMuted = std::any_of(m_marks.cbegin(), m_marks.cend(), [](const FindingMark &mark) { return mark.muted; });
    m_lookedAt = std::any_of(m_marks.cbegin(), m_marks.cend(),
                             [](const FindingMark &mark) { return mark.seen.has_value(); });
    if (m_diagnosis)
        emit changed();
}

/// Another program may have fetched; what this one did today may not be written yet.
void DiagnosisSession::takeFetched(std::optional<Day> day)
{
    if (day && (!m_fetched || *m_fetched < *day))
        m_fetched = day;
    judge();
}

bool DiagnosisSession::isMuted(const Finding &finding) const
{
    if (!m_anyMuted) // the key of each of many findings costs
        return false;
    const auto mark = m_marks.constFind(finding.key());
    if (mark == m_marks.cend() || !mark->muted)
        return false;
    return !mark->until || Day::fromSeconds(m_clock.nowUtc().toSecsSinceEpoch()) <= *mark->until;
}

bool DiagnosisSession::isNew(const Finding &finding) const
{
    if (!m_lookedAt)
        return false;
    const auto mark = m_marks.constFind(finding.key());
    return mark == m_marks.cend() || !mark->seen || *mark->seen < finding.first;
}

} // namespace tlsrpt
