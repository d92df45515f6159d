// SPDX-License-Identifier: GPL-3.0-or-later
// Failures folded to groups that agree in everything but day and number: one hash look-up a
// failure, and all tables per host are made of the few groups.
#pragma once

#include "core/query/bins.h"
#include "core/query/selection.h"

#include <QSet>

#include <unordered_map>
#include <vector>

namespace tlsrpt
{

struct FailureKey {
    TextIndex mx = 0;
    TextIndex receivingIp = 0;
    TextIndex reporter = 0;
    TextIndex domain = 0;
    TextIndex resultType = 0;
    TextIndex reason = 0;
    quint32 policy = 0;
    Track track = Track::Other;

    bool operator==(const FailureKey &) const = default;
};
struct FailureKeyHash {
    size_t operator()(const FailureKey &k) const noexcept
    {
        // One look-up a failure: four multiplications are a third of qHashMulti's time.
        quint64 hash = 0;
        const auto add = [&hash](quint32 high, quint32 low) {
            hash = (hash ^ (quint64(high) << 32 | low)) * 0x9E3779B97F4A7C15ULL; // 2^64 by the golden ratio
            hash ^= hash >> 29;
        };
        add(k.mx, k.receivingIp);
        add(k.reporter, k.domain);
        add(k.resultType, k.reason);
        add(k.policy, quint32(k.track));
        return size_t(hash);
    }
};

struct FailureGroup {
    FailureKey key;
    Cause cause = Cause::Unknown;
    Coverage coverage = Coverage::NotApplicable;
    qint64 occurrences = 0;
    qint32 first = 0;
    qint32 last = 0;
    TextIndex organization = 0; ///< of the newest report
    TextIndex helo = 0;         ///< newest one told
    qint32 heloDay = 0;
    std::vector<qint64> byBin;
};

std::vector<FailureGroup> failureGroups(const Facts &facts, const Selection &selection,
                                        const Bins &bins);

/// What tables per host say of any part of its failures.
class Tally
{
public:
    explicit Tally(int bins) : m_byBin(size_t(bins), 0) {}

    void add(const FailureGroup &group);
    qint64 occurrences() const { return m_occurrences; }
    Day first() const { return {m_first}; }
    Day last() const { return {m_last}; }
    int senders() const { return int(m_senders.size()); }
    const std::vector<qint64> &byBin() const { return m_byBin; }

private:
    qint64 m_occurrences = 0;
    qint32 m_first = 0;
    qint32 m_last = 0;
    QSet<TextIndex> m_senders;
    std::vector<qint64> m_byBin;
};

} // namespace tlsrpt
