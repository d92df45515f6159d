// SPDX-License-Identifier: GPL-3.0-or-later
// Failures folded to groups that agree in everything but day and number: all tables per host are made
// of the few groups.
#pragma once

#include "core/explain/explanation.h"
#include "core/query/bins.h"
#include "core/query/selection.h"

#include <QSet>

#include <mutex>
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
/// Which failures agree in all of a FailureKey. They do whatever the filter is, so that a million of
/// them are looked up once and not at each change of it.
class FailureKinds
{
public:
    /// By index of the failure. The facts are those that these kinds were made for. On any thread.
    const std::vector<quint32> &of(const Facts &facts);
    /// How many there are; after of().
    quint32 count() const { return m_count; }

private:
    std::once_flag m_once;
    std::vector<quint32> m_kinds;
    quint32 m_count = 0;
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

/// The newest one explains best; of those of a day one that tells an address.
bool isBetterExample(const FailureGroup &a, const FailureGroup &b);
/// What explain() needs of it.
Situation situationOf(const Facts &facts, const FailureGroup &group);

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
