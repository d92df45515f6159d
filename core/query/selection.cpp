// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/selection.h"

#include "core/query/questions.h"
#include "core/report/names.h"

#include <algorithm>
#include <limits>

namespace tlsrpt
{

Selection::Selection(const Facts &facts, const Filter &filter)
    : m_facts(facts)
    , m_from(filter.from ? filter.from->value : std::numeric_limits<qint32>::min())
    , m_to(filter.to ? filter.to->value : std::numeric_limits<qint32>::max())
{
    chooseSenders(filter.senders);
    chooseDomains(filter.domains);
    chooseTracks(filter.tracks);
    m_anyMx = !filter.mx.has_value();
    if (filter.mx) {
        // A host that the archive does not know matches nothing.
        const QString host = normalisedHost(*filter.mx);
        const auto found = std::find(facts.texts.begin(), facts.texts.end(), host);
        m_mx = TextIndex(found - facts.texts.begin());
    }
    m_anyCause = !filter.cause.has_value();
    m_cause = filter.cause.value_or(CauseGroup::Other);
    m_anyFailure = m_anyMx && m_anyCause;
    m_failing = filter.onlyFailures || !m_anyFailure;
    m_asksDomains = !m_allDomains || !filter.tracks.empty();
}

void Selection::chooseSenders(const QStringList &names)
{
    m_allSenders = names.isEmpty();
    if (m_allSenders)
        return;
    m_sender.resize(m_facts.texts.size());
    for (size_t i = 0; i < m_facts.texts.size(); ++i) {
        const QString &text = m_facts.texts[i];
        m_sender[i] = std::any_of(names.begin(), names.end(), [&text](const QString &name) {
            return name.compare(text, Qt::CaseInsensitive) == 0;
        });
    }
}

void Selection::chooseDomains(const QStringList &names)
{
    m_allDomains = names.isEmpty();
    if (m_allDomains)
        return;
    QStringList wanted;
    for (const QString &name : names)
        wanted << name << normalisedHost(name);
    m_domain.resize(m_facts.texts.size());
    for (size_t i = 0; i < m_facts.texts.size(); ++i)
        m_domain[i] = wanted.contains(m_facts.texts[i]);
}

void Selection::chooseTracks(const std::vector<Track> &tracks)
{
    m_track.fill(tracks.empty());
    for (const Track track : tracks)
        m_track[size_t(track)] = true;
}

bool Selection::fails(const PolicyFact &row) const
{
    if (m_anyFailure)
        return row.failed > 0 || row.failureCount > 0;
    for (quint32 i = 0; i < row.failureCount; ++i) {
        if (counts(m_facts.failures[row.firstFailure + i]))
            return true;
    }
    return false;
}

bool Selection::partnerCounts(const ReportFact &report, const PolicyFact &row) const
{
    const Track other = row.track == Track::Sts ? Track::Tlsa : Track::Sts;
    for (quint32 i = 0; i < report.policyCount; ++i) {
        const PolicyFact &partner = m_facts.policyRows[report.firstPolicy + i];
        if (partner.headline && partner.track == other && partner.domain == row.domain
            && partner.successful + partner.failed == row.successful + row.failed
            && counts(partner))
            return true;
    }
    return false;
}

Sessions sessionsOf(const PolicyFact &row)
{
    const bool verified = row.track == Track::Tlsa
                          || (row.track == Track::Sts && row.mode != PolicyMode::None);
    Sessions sessions;
    (verified ? sessions.protectedCount : sessions.noPolicy) = row.successful;
    sessions.failed = row.failed;
    return sessions;
}

Sessions sessionsOf(const Facts &facts, const ReportFact &report)
{
    Sessions sessions;
    for (quint32 i = 0; i < report.policyCount; ++i) {
        const PolicyFact &row = facts.policyRows[report.firstPolicy + i];
        if (row.headline)
            sessions += sessionsOf(row);
    }
    return sessions;
}

QStringList unknownNames(const Facts &facts, const Filter &filter)
{
    QStringList unknown;
    for (const QString &name : filter.domains + filter.senders) {
        const QString host = normalisedHost(name);
        const bool known = std::any_of(facts.texts.begin(), facts.texts.end(), [&](const QString &text) {
            return text == host || name.compare(text, Qt::CaseInsensitive) == 0;
        });
        if (!known)
            unknown.append(name);
    }
    return unknown;
}

std::optional<DayRange> wholePeriod(const Facts &facts)
{
    return facts.period ? facts.period : believablePeriod(facts);
}

DayRange shownPeriod(const Facts &facts, const Filter &filter)
{
    const std::optional<DayRange> whole = wholePeriod(facts);
    const Day first = filter.from.value_or(whole ? whole->first : filter.to.value_or(Day{}));
    const Day last = filter.to.value_or(whole ? whole->last : first);
    DayRange shown{first, last};
    if (last < first) {
        // Nothing matches. One day, so that nobody meets a range turned round.
        const Day day = filter.from ? first : last;
        return {day, day};
    }
    const auto tooLong = [&shown] {
        return qint64(shown.last.value) - shown.first.value >= longestShownPeriod;
    };
    if (tooLong() && whole && shown.first <= whole->last && whole->first <= shown.last)
        shown = {std::max(shown.first, whole->first), std::min(shown.last, whole->last)};
    if (tooLong())
        shown.first.value = shown.last.value - longestShownPeriod + 1;
    return shown;
}

} // namespace tlsrpt
