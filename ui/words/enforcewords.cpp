// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/enforcewords.h"

#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(EnforceWords)
};

QString domainName(const Enforcement &e)
{
    return shown(e.domain, 253);
}

/// "4,467 of 111,528 sessions in testing would have been refused (4 Jul – 31 Oct 2026)."
QString wouldHaveBeen(const Enforcement &e)
{
    if (!e.anyDay)
        return T::tr("There are no reports about it in the chosen days; it has some for %1.").arg(period(e.days));
    if (e.sessions == 0)
        return T::tr("No session was reported under a policy in testing for %1.").arg(period(e.days));
    if (e.refused == 0)
        return T::tr("None of %1 sessions in testing would have been refused (%2).").arg(number(e.sessions), period(e.days));
    return T::tr("%1 of %2 sessions in testing would have been refused (%3).")
        .arg(number(e.refused), number(e.sessions), period(e.days));
}

QString wasRefused(const Enforcement &e)
{
    if (!e.anyDay || e.sessions == 0)
        return T::tr("No session was reported under it in the chosen days.");
    if (e.refused == 0)
        return T::tr("None of %1 sessions was refused because of the policy (%2).").arg(number(e.sessions), period(e.days));
    return T::tr("%1 of %2 sessions failed because of the policy, so that their mail was delayed (%3).")
        .arg(number(e.refused), number(e.sessions), period(e.days));
}

QString whenYes(const Enforcement &e)
{
    return e.earliest ? T::tr("The answer can be yes on %1 at the earliest.").arg(dayLong(*e.earliest)) : QString();
}

EnforceAnswer notYet(const Enforcement &e)
{
    EnforceAnswer said;
    said.answer = T::tr("Not yet.");
    const auto met = std::count_if(e.conditions.begin(), e.conditions.end(), [](const Condition &each) { return each.met; });
    const QString conditions = T::tr("%1 of %2 conditions for enforce are met for %3.")
                                   .arg(number(met), number(static_cast<qint64>(e.conditions.size())), domainName(e));
    said.sentence = e.refused > 0 ? T::tr("With enforce, %1 of the sessions for %2 would have been refused.")
                                        .arg(percentOf(e.refused, e.sessions), domainName(e))
                                  : conditions;
    said.more = QStringList{wouldHaveBeen(e), whenYes(e)}.join(u' ').trimmed();
    return said;
}

QString testFirst()
{
    return T::tr("Publish a policy in testing first: it changes nothing for the mail, and senders report what enforce would refuse.");
}

QString days(qint64 count)
{
    return T::tr("%Ln day(s)", nullptr, plural(count));
}

} // namespace

EnforceAnswer enforceAnswer(const Enforcement &e)
{
    switch (e.state) {
    case EnforceState::Ready:
        return {T::tr("Yes."), T::tr("%1 can switch to enforce.").arg(domainName(e)),
                e.refused > 0 ? T::tr("%1 None of them in the last 30 days.").arg(wouldHaveBeen(e)) : wouldHaveBeen(e)};
    case EnforceState::NotYet:
        return notYet(e);
    case EnforceState::Mixed:
        return {T::tr("In part."), T::tr("Some senders already enforce the policy of %1, others still test it.").arg(domainName(e)),
                T::tr("%1 A sender keeps an old policy until its max_age is over.").arg(wouldHaveBeen(e))};
    case EnforceState::Enforcing:
        return {T::tr("Already done."), T::tr("%1 enforces its policy.").arg(domainName(e)), wasRefused(e)};
    case EnforceState::ModeNone:
        return {T::tr("Nothing to enforce."), T::tr("The policy of %1 has the mode none, so it asks for nothing.").arg(domainName(e)),
                testFirst()};
    case EnforceState::NotTold:
        return {T::tr("Unknown."), T::tr("Senders apply a policy of %1, but no report tells its text.").arg(domainName(e)),
                T::tr("If the policy is in testing, begin with the text below; it leaves it there.")};
    case EnforceState::NoPolicy:
        return {T::tr("Nothing to enforce."), T::tr("Senders find no MTA-STS policy for %1.").arg(domainName(e)), testFirst()};
    }
    Q_UNREACHABLE();
}

QString conditionName(const Condition &c)
{
    switch (c.kind) {
    case ConditionKind::DaysInTesting: return T::tr("At least %Ln day(s) in testing", nullptr, plural(c.outOf));
    case ConditionKind::NoFailures: return T::tr("No session that enforce would refuse, for 30 days");
    case ConditionKind::SeveralSenders: return T::tr("At least %Ln independent sender(s)", nullptr, plural(c.outOf));
    case ConditionKind::EnoughSessions: return T::tr("At least %Ln session(s), or reports on most days", nullptr, plural(c.outOf));
    case ConditionKind::NoOpenFinding: return T::tr("No open problem");
    case ConditionKind::HostsCovered: return T::tr("Every mail server is in the policy");
    case ConditionKind::OnePolicy: return T::tr("One policy in use");
    case ConditionKind::NewPolicy:
    case ConditionKind::NewHost:
    case ConditionKind::NewTlsaSet:
    case ConditionKind::NewSender: break; // events, nothing that enforce asks for
    }
    return {};
}

QString conditionValue(const Condition &c)
{
    switch (c.kind) {
    case ConditionKind::DaysInTesting: return days(c.number);
    case ConditionKind::NoFailures:
        return c.number == 0 ? T::tr("none (a policy that is not fetched refuses no mail)") : T::tr("%Ln session(s) would have been refused", nullptr, plural(c.number));
    case ConditionKind::SeveralSenders: return T::tr("%Ln sender(s)", nullptr, plural(c.number));
    case ConditionKind::EnoughSessions: return T::tr("%Ln session(s)", nullptr, plural(c.number));
    case ConditionKind::NoOpenFinding: return c.number == 0 ? T::tr("none") : T::tr("%Ln open", nullptr, plural(c.number));
    case ConditionKind::HostsCovered:
        return c.met ? T::tr("all that failures of these 30 days name") : named(c.text, T::tr("%1 is not"), T::tr("one is not"));
    case ConditionKind::OnePolicy:
        return c.number == 1 ? T::tr("all senders apply the same") : T::tr("%Ln different one(s)", nullptr, plural(c.number));
    case ConditionKind::NewPolicy:
    case ConditionKind::NewHost:
    case ConditionKind::NewTlsaSet:
    case ConditionKind::NewSender: break;
    }
    return {};
}

QString refusedCause(const RefusedGroup &group)
{
    return group.detailed ? causeName(group.cause) : T::tr("Not detailed");
}

QString refusedServer(const RefusedGroup &group)
{
    return group.host.isEmpty() ? u"–"_qs : shown(group.host, 253);
}

} // namespace tlsrpt::words
