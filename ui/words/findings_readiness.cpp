// SPDX-License-Identifier: GPL-3.0-or-later
// Findings about enforce: R34 to R36, and what they were judged by.
#include "ui/words/findingparts.h"

#include "ui/words/text.h"

#include <QCoreApplication>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(ReadinessFindings)
};

QString missing(const Finding &f)
{
    QStringList unmet;
    for (const Condition &each : f.details.conditions) {
        if (!each.met)
            unmet += condition(each, f);
    }
    return unmet.isEmpty() ? QString()
                           : T::tr("What stands against it: %1.").arg(unmet.join(T::tr("; ")));
}

QString testingAndEnforce()
{
    return T::tr(
        "In the mode testing senders only report what they find and deliver in any case; in "
        "the mode enforce they do not deliver to a server that they cannot verify.");
}

QString testingProtectsNothing()
{
    return T::tr("Mail was delivered in any case, also where it could not be protected.");
}

QString daysInTesting(qint64 days)
{
    return days == 1 ? T::tr("1 day") : T::tr("%1 days", nullptr, plural(days)).arg(number(days));
}

RuleWords ready(const Finding &f)
{
    RuleWords words;
    words.title = T::tr("%1 is ready for enforce").arg(domainPhrase(f));
    words.statement = T::tr("The MTA-STS policy of %1 has been in testing for %2. In the last 30 "
                            "days %3 reported %4 "
                            "sessions, and none failed because of the policy.",
                            nullptr, senderCount(f))
                          .arg(domainPhrase(f), daysInTesting(f.details.number),
                               senderPhrase(f.senders), number(f.sessions));
    words.meaning = joined({policyInShort(), testingAndEnforce(),
                            T::tr("Two things no report can tell: reserve servers that were not "
                                  "needed, and senders that "
                                  "send no reports.")});
    words.effect =
        T::tr("Nothing changes for the mail until you switch. From then on senders deliver "
              "only to servers that they can verify.");
    words.fix = {
        T::tr("Test every mail server of the domain with the check, reserve servers too."),
        T::tr("Change the line mode: testing of the policy file to mode: enforce."),
        changeTheId(),
        T::tr("Leave max_age at 604800 (a week) for the first week, then raise it to a month or "
              "more."),
    };
    words.state = T::tr("As of %1").arg(day(f.last));
    return words;
}

RuleWords longTesting(const Finding &f)
{
    RuleWords words;
    words.title = T::tr("%1 has been in testing for %2")
                      .arg(domainPhrase(f), daysInTesting(f.details.number));
    words.statement =
        joined({T::tr("The MTA-STS policy of %1 has been in testing for %2, as %3 reported.",
                      nullptr, senderCount(f))
                    .arg(domainPhrase(f), daysInTesting(f.details.number), senderPhrase(f.senders)),
                failedSessions(f), missing(f)});
    words.meaning = joined({policyInShort(), testingAndEnforce(),
                            T::tr("Testing is meant for the first weeks; it protects nothing.")});
    words.effect = testingProtectsNothing();
    words.fix = {T::tr("Solve what still fails, then change the mode to enforce."), changeTheId()};
    return words;
}

RuleWords notReady(const Finding &f)
{
    const double share = f.details.shareAfter > 0 || f.sessions <= 0
                             ? f.details.shareAfter
                             : double(f.failed) / double(f.sessions);
    RuleWords words;
    words.title = T::tr("%1 is not ready for enforce").arg(domainPhrase(f));
    words.statement = joined({T::tr("The MTA-STS policy of %1 is in testing. Under enforce about "
                                    "%2 of the sessions that %3 "
                                    "reported (%4 of %5) would have been refused.",
                                    nullptr, senderCount(f))
                                  .arg(domainPhrase(f), percent(share), senderPhrase(f.senders),
                                       number(f.failed), number(f.sessions)),
                              missing(f)});
    words.meaning = joined({policyInShort(), testingAndEnforce()});
    words.effect = testingProtectsNothing();
    words.fix = {
        T::tr("Solve the open problems of %1; each is a finding of its own.").arg(domainPhrase(f)),
        T::tr("Leave the policy in testing until the reports have shown no failures for a month."),
    };
    words.state = T::tr("As of %1").arg(day(f.last));
    return words;
}

QString ofWanted(const Condition &c)
{
    //: A number and how many are wanted: "12 of 30"
    return T::tr("%1 of %2").arg(number(c.number), number(c.outOf));
}

QString unmetCondition(const Condition &c)
{
    switch (c.kind) {
    case ConditionKind::DaysInTesting:
        return T::tr("%1 days in testing").arg(ofWanted(c));
    case ConditionKind::NoFailures:
        return c.number == 1
                   ? T::tr("1 failed session")
                   : T::tr("%1 failed sessions", nullptr, plural(c.number)).arg(number(c.number));
    case ConditionKind::SeveralSenders:
        return T::tr("%1 senders that report").arg(ofWanted(c));
    case ConditionKind::EnoughSessions:
        return T::tr("%1 sessions").arg(ofWanted(c));
    case ConditionKind::NoOpenFinding:
        return c.number == 1
                   ? T::tr("1 open problem")
                   : T::tr("%1 open problems", nullptr, plural(c.number)).arg(number(c.number));
    case ConditionKind::HostsCovered:
        return named(c.text, T::tr("%1 is not in the policy"),
                     T::tr("a mail server is not in the policy"));
    case ConditionKind::OnePolicy:
        return T::tr("%1 different policies in use", nullptr, plural(c.number))
            .arg(number(c.number));
    case ConditionKind::NewPolicy:
    case ConditionKind::NewHost:
    case ConditionKind::NewTlsaSet:
    case ConditionKind::NewSender:
        break; // events, neither met nor missing
    }
    return {};
}

QString metCondition(const Condition &c)
{
    switch (c.kind) {
    case ConditionKind::DaysInTesting:
        return T::tr("%1 in testing").arg(daysInTesting(c.number));
    case ConditionKind::NoFailures:
        return T::tr("No failed session");
    case ConditionKind::SeveralSenders:
        return c.number == 1
                   ? T::tr("1 sender reports")
                   : T::tr("%1 senders report", nullptr, plural(c.number)).arg(number(c.number));
    case ConditionKind::EnoughSessions:
        return c.number == 1
                   ? T::tr("1 session")
                   : T::tr("%1 sessions", nullptr, plural(c.number)).arg(number(c.number));
    case ConditionKind::NoOpenFinding:
        return T::tr("No open problem");
    case ConditionKind::HostsCovered:
        return T::tr("Every mail server seen is in the policy");
    case ConditionKind::OnePolicy:
        return T::tr("All senders apply the same policy");
    case ConditionKind::NewPolicy:
        return T::tr("A new policy was seen on that day");
    case ConditionKind::NewHost:
        return named(c.text, T::tr("The mail server %1 failed for the first time on that day"),
                     T::tr("A mail server failed for the first time on that day"));
    case ConditionKind::NewTlsaSet:
        return named(c.text, T::tr("New DANE records of %1 were seen on that day"),
                     T::tr("New DANE records were seen on that day"));
    case ConditionKind::NewSender:
        return named(c.text, T::tr("%1 reported for the first time on that day"),
                     T::tr("A sender reported for the first time on that day"));
    }
    Q_UNREACHABLE();
}

} // namespace

QString condition(const Condition &c, const Finding &)
{
    const QString unmet = c.met ? QString() : unmetCondition(c);
    return unmet.isEmpty() ? metCondition(c) : unmet;
}

RuleWords readinessRule(const Finding &f)
{
    return f.rule == Rule::R34 ? ready(f) : f.rule == Rule::R35 ? longTesting(f) : notReady(f);
}

} // namespace tlsrpt::words
