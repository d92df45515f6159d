// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/policyhistory.h"

#include "core/diagnosis/policyspans.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace tlsrpt
{

namespace
{

struct SpanKey {
    TextIndex sender;
    Track track;
    QString host;
    bool operator<(const SpanKey &o) const
    {
        return std::tie(sender, track, host) < std::tie(o.sender, o.track, o.host);
    }
};

/// The runs of one sender, track and host.
struct Runs {
    std::vector<PolicySpan> all;
    qint32 day = std::numeric_limits<qint32>::min(); ///< of the newest row
    qint32 dayBefore = std::numeric_limits<qint32>::min();
};

/// Several policies a day are several runs side by side: on the day of a change, and where a sender
/// does not tell which server a set of TLSA records belongs to. More than these in one day is no
/// honest report.
constexpr size_t sideBySide = 16;

/// The run of the report day before that goes on with this policy, or null.
PolicySpan *continuedRun(Runs &runs, const QString &fingerprint)
{
    const size_t oldest = runs.all.size() - std::min(runs.all.size(), sideBySide);
    for (size_t i = runs.all.size(); i-- > oldest;) {
        PolicySpan &run = runs.all[i];
        if (run.last.value >= runs.dayBefore && run.fingerprint == fingerprint)
            return &run;
    }
    return nullptr;
}

PolicySpan beginSpan(const DomainView &view, const ViewRow &row, const PolicyReading &reading)
{
    const KnownPolicy &policy = view.facts.policies[row.policy];
    PolicySpan span;
    span.sender = view.text(view.senders[row.sender].key);
    span.senderName = view.text(view.senders[row.sender].name);
    span.track = row.track;
    span.host = reading.host;
    span.fingerprint = reading.fingerprint;
    span.lines = policy.strings;
    span.mode = policy.mode;
    span.maxAge = policy.maxAge;
    span.patterns = policy.mxHosts;
    span.first = span.last = Day{row.day};
    span.reportDays = 1;
    span.policy = row.policy;
    return span;
}

void addNames(QStringList &from, QStringList &against)
{
    const QStringList before = from;
    const QStringList after = against;
    const auto isIn = [](const QStringList &list) {
        return [&list](const QString &text) { return list.contains(text); };
    };
    from.erase(std::remove_if(from.begin(), from.end(), isIn(after)), from.end());
    against.erase(std::remove_if(against.begin(), against.end(), isIn(before)), against.end());
}

QString modeText(const StsPolicy &policy)
{
    switch (policy.mode) {
    case PolicyMode::Unknown: return {};
    case PolicyMode::None: return QStringLiteral("none");
    case PolicyMode::Testing: return QStringLiteral("testing");
    case PolicyMode::Enforce: return QStringLiteral("enforce");
    }
    Q_UNREACHABLE();
}

void addField(std::vector<PolicyDifference> &all, PolicyField field, const QString &before,
              const QString &after)
{
    if (before != after)
        all.push_back({field, before, after});
}

/// What went and what came, paired one to one where both are left.
void addSets(std::vector<PolicyDifference> &all, PolicyField field, QStringList before,
             QStringList after)
{
    addNames(before, after);
    for (qsizetype i = 0; i < std::max(before.size(), after.size()); ++i)
        all.push_back({field, before.value(i), after.value(i)});
}

QString ageText(const StsPolicy &policy)
{
    return policy.maxAge ? QString::number(*policy.maxAge) : QString();
}

} // namespace

PolicyHistory policyHistoryOf(const DomainView &view)
{
    std::map<SpanKey, Runs> spans;
    for (const ViewRow &row : view.rows) {
        if (row.track != Track::Sts && row.track != Track::Tlsa)
            continue;
        const PolicyReading &reading = view.policyOf(row);
        if (reading.fingerprint.isEmpty())
            continue;
        Runs &runs = spans[{view.senders[row.sender].key, row.track, reading.host}];
        if (row.day != runs.day)
            runs.dayBefore = std::exchange(runs.day, row.day);
        PolicySpan *run = continuedRun(runs, reading.fingerprint);
        if (!run) {
            runs.all.push_back(beginSpan(view, row, reading));
            continue;
        }
        run->reportDays += run->last.value != row.day;
        run->last = Day{row.day};
        run->policy = row.policy;
        run->lines = view.facts.policies[row.policy].strings;
    }
    PolicyHistory history;
    for (auto &[key, runs] : spans)
        history.insert(history.end(), std::make_move_iterator(runs.all.begin()),
                       std::make_move_iterator(runs.all.end()));
    return history;
}

std::vector<PolicyDifference> difference(Track track, const QStringList &before,
                                         const QStringList &after)
{
    std::vector<PolicyDifference> all;
    if (track == Track::Tlsa) {
        addSets(all, PolicyField::Record, before, after);
        return all;
    }
    const StsPolicy old = parseStsPolicy(before);
    const StsPolicy fresh = parseStsPolicy(after);
    addField(all, PolicyField::Version, old.version, fresh.version);
    addField(all, PolicyField::Mode, modeText(old), modeText(fresh));
    addField(all, PolicyField::MaxAge, ageText(old), ageText(fresh));
    addSets(all, PolicyField::Mx, old.mx, fresh.mx);
    return all;
}

} // namespace tlsrpt
