// SPDX-License-Identifier: GPL-3.0-or-later
// What the clues are looked up in, collected once a domain.
#include "core/diagnosis/suspicion.h"

#include <algorithm>

namespace tlsrpt
{

Weighing::Weighing(const Case &subject)
    : m_case(subject)
    , m_view(subject.view)
    , m_networks(subject.view)
{
    collectDetails();
    collectEpisodes();
    collectPolicies();
}

void Weighing::collectDetails()
{
    for (const ViewDetail &detail : m_view.details) {
        const ViewRow &row = m_view.rowOf(detail);
        const auto note = [&row](auto &all, const auto &key) {
            const auto known = all.find(key);
            if (known == all.end())
                all.insert(key, Seen{row.day, row.sender, false});
            else
                known->several = known->several || known->sender != row.sender;
        };
        if (detail.problem == Problem::PolicyFetch)
            m_fetchFailed.insert({row.sender, row.day});
        if (!detail.mx)
            continue;
        if (detail.ip) {
            note(m_addresses, std::pair(detail.mx, detail.ip));
            if (!m_addressesSince.contains(detail.mx))
                m_addressesSince.insert(detail.mx, row.day);
        }
        if (greetingOf(m_view.fact(detail).helo) == Greeting::WithStarttls)
            note(m_starttlsSeen, detail.mx);
    }
}

/// A whole EHLO answer, not just the name that most senders put there (RFC 8460 §4.4).
Weighing::Greeting Weighing::greetingOf(TextIndex helo)
{
    if (!helo)
        return Greeting::None;
    const auto known = m_greetings.constFind(helo);
    if (known != m_greetings.constEnd())
        return *known;
    const QString text = m_view.text(helo).toUpper();
    const auto says = [&text](const char *word) { return text.contains(QLatin1String(word)); };
    const bool isAnswer = says("PIPELINING") || says("8BITMIME") || says("SIZE")
                          || says("ENHANCEDSTATUSCODES") || says("STARTTLS");
    const Greeting greeting = says("XXXX")       ? Greeting::Masked
                              : says("STARTTLS") ? Greeting::WithStarttls
                              : isAnswer         ? Greeting::WithoutStarttls
                                                 : Greeting::None;
    m_greetings.insert(helo, greeting);
    return greeting;
}

void Weighing::collectEpisodes()
{
    for (size_t i = 0; i < m_case.episodes.size(); ++i) {
        const Episode &episode = m_case.episodes[i];
        m_byServer[{episode.problem, episode.mx}].push_back(i);
        if (episode.senders.size() == 1)
            m_alone[episode.senders.front()].push_back(i);
    }
}

void Weighing::collectPolicies()
{
    for (size_t i = 0; i < m_case.history.size(); ++i) {
        const PolicySpan &span = m_case.history[i];
        if (i > 0) {
            const PolicySpan &before = m_case.history[i - 1];
            if (before.sender == span.sender && before.track == span.track
                && before.host == span.host)
                m_changes.push_back(span.first.value);
        }
        if (span.track != Track::Sts)
            continue;
        m_spans[span.sender].push_back(i);
        for (const QString &pattern : span.patterns) {
            const auto owner = m_patternOwners.find(pattern);
            if (owner == m_patternOwners.end())
                m_patternOwners.insert(pattern, span.sender);
            else if (*owner != span.sender)
                owner->clear();
        }
    }
    std::sort(m_changes.begin(), m_changes.end());
}

} // namespace tlsrpt
