// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence that comes first, and the state of a domain in one sentence.
#include "ui/words/findingparts.h"

#include <QCoreApplication>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(Headline)
};

QString openProblems(const std::vector<FindingPtr> &findings)
{
    const Finding *worst = nullptr;
    qint64 count = 0;
    for (const FindingPtr &finding : findings) {
        if (!finding || !isProblem(*finding))
            continue;
        ++count;
        if (!worst || isWorse(*finding, *worst))
            worst = finding.get();
    }
    if (count == 0)
        return {};
    if (isWeak(*worst))
        return count == 1 ? T::tr("One problem is open, but the reports say little about it so far.")
                          : T::tr("%1 problems are open, but the reports say little about them so far.",
                                  nullptr, plural(count))
                                .arg(number(count));
    const QString since = day(worst->first), title = findingTitle(*worst);
    if (count == 1)
        return T::tr("One problem is open, since %1: %2.").arg(since, title);
    return T::tr("%1 problems are open, the worst since %2: %3.", nullptr, plural(count))
        .arg(number(count), since, title);
}

QString protectedShare(const DomainHealth &h)
{
    if (h.sessions <= 0)
        return {};
    return T::tr("In the last 30 days of reports %1 of %2 sessions were protected.", nullptr,
                 plural(h.sessions))
        .arg(percentOf(h.protectedSessions, h.sessions), number(h.sessions));
}

QString stateSentence(const DomainHealth &h)
{
    switch (h.health) {
    case Health::Broken:
        return h.worst ? T::tr("%1.").arg(findingTitle(*h.worst))
                       : T::tr("A serious problem is open.");
    case Health::Enforcing:
        return T::tr("Senders that check MTA-STS deliver only to servers they can verify.");
    case Health::Dane:
        return T::tr("Senders that check DANE deliver only to servers they recognise.");
    case Health::Testing:
        return h.ready ? T::tr("The policy is in testing and protects nothing yet; it can be "
                               "switched to enforce.")
                       : T::tr("The policy is in testing: senders report, but it protects nothing "
                               "yet.");
    case Health::Unprotected:
        return T::tr("Neither an MTA-STS policy nor DANE demands encryption.");
    case Health::NoReports:
        return T::tr("The last report is of %1.").arg(day(h.days.last));
    }
    Q_UNREACHABLE();
}

} // namespace

QString headline(const Overview &overview, const std::vector<FindingPtr> &findings)
{
    const QString problems = openProblems(findings);
    const bool judged = overview.reports > 0 && overview.sessions.total() > 0;
    if (!problems.isEmpty())
        return judged ? joined({protection(overview), problems}) : problems;
    if (!judged || overview.sessions.failed == 0)
        return verdict(overview);
    return joined({verdict(overview), T::tr("No problem is open.")});
}

QString failuresHeadline(const Overview &overview, const std::vector<FindingPtr> &findings)
{
    const Sessions &s = overview.sessions;
    const QString counted = T::tr("Only results with failures are counted: %1 of the %2 sessions in them failed.", nullptr, plural(s.total()))
                                .arg(number(s.failed), number(s.total()));
    const QString problems = openProblems(findings);
    return problems.isEmpty() ? counted : joined({counted, problems});
}

QString staleness(Day newest, Day today)
{
    constexpr qint64 fresh = 7;
    const qint64 age = qint64(today.value) - newest.value;
    if (age <= fresh)
        return {};
    return T::tr("The newest report is of %1, %2 days ago. What has happened since then is not known.", nullptr, plural(age))
        .arg(dayLong(newest), number(age));
}

bool leavesOnlyFailures(const Filter &filter)
{
    return filter.onlyFailures || filter.mx || filter.cause;
}

QString healthReason(const DomainHealth &h)
{
    if (h.health == Health::Broken || h.health == Health::NoReports)
        return stateSentence(h);
    return joined({stateSentence(h), protectedShare(h)});
}

} // namespace tlsrpt::words
