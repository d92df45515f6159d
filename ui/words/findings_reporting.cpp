// SPDX-License-Identifier: GPL-3.0-or-later
// Findings about the reports themselves and about jumps: R32, R33, R37, R39, R40.
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
    Q_DECLARE_TR_FUNCTIONS(ReportingFindings)
};

QString mailNotTouched()
{
    return T::tr("None on the mail; this is about the reports.");
}

QString aboutReports()
{
    return T::tr(
        "Senders send TLS reports once a day to the address in the TXT record _smtp._tls of "
        "your domain.");
}

QStringList findTheReports(const Finding &f)
{
    return {
        T::tr("Look whether the reports lie in the spam folder, or whether the mailbox is full."),
        T::tr(
            "Check that there is exactly one TXT record at _smtp._tls.%1, of the form v=TLSRPTv1; "
            "rua=mailto:…, and that its address receives mail.")
            .arg(domainPhrase(f)),
    };
}

RuleWords senderStopped(const Finding &f)
{
    RuleWords words;
    words.title = T::tr("No reports from %1 about %2 since %3")
                      .arg(senderPhrase(f.senders), domainPhrase(f), day(f.first));
    words.statement = T::tr("The last report of %1 about %2 is of %3.")
                          .arg(senderPhrase(f.senders), domainPhrase(f), day(f.first));
    if (f.details.number == 1)
        words.statement += u' ' + T::tr("Before, one came every day.");
    else if (f.details.number > 1)
        words.statement += u' ' + T::tr("Before, one came every %1 days or more often.", nullptr,
                                        plural(f.details.number))
                                      .arg(number(f.details.number));
    if (!f.others.empty())
        words.statement +=
            u' ' + T::tr("Reports of %1 go on arriving.").arg(otherSendersPhrase(f));
    words.meaning =
        joined({aboutReports(), T::tr("When one sender falls silent, it may have sent no "
                                      "mail to you, or its reports do not reach you.")});
    words.effect = mailNotTouched();
    words.fix = findTheReports(f);
    words.fix += T::tr("Let mail from the address that sends these reports pass the spam filter.");
    return words;
}

RuleWords allStopped(const Finding &f)
{
    RuleWords words;
    words.title = T::tr("No reports about %1 at all since %2").arg(domainPhrase(f), day(f.first));
    words.statement =
        T::tr("The last report about %1 is of %2.").arg(domainPhrase(f), day(f.first));
    if (!f.senders.empty())
        words.statement += u' ' + T::tr("Before, %1 reported regularly.", nullptr, senderCount(f))
                                      .arg(senderPhrase(f.senders));
    words.meaning =
        joined({aboutReports(), T::tr("When all of them fall silent together, the record "
                                      "or the mailbox is the first place to look.")});
    words.effect = T::tr("None on the mail; but whatever breaks now, no report will tell.");
    words.fix = findTheReports(f);
    return words;
}

QString jumpEffect(const Finding &f)
{
    if (f.track == Track::Tlsa || (f.track == Track::Sts && f.mode == PolicyMode::Enforce))
        return T::tr(
            "Where a session failed, the sender tried the next mail server; where there was "
            "none, the mail was delayed and may have bounced after some days.");
    if (f.track == Track::Sts && f.mode == PolicyMode::Testing)
        return T::tr("The policy was in testing, so the mail was delivered.");
    return T::tr("The reports do not tell what became of the mail.");
}

RuleWords jump(const Finding &f)
{
    RuleWords words;
    words.title = T::tr("Failures for %1 jumped on %2").arg(domainPhrase(f), day(f.first));
    QStringList parts{
        f.track == Track::Sts || f.track == Track::Tlsa
            ? T::tr("On %1 the share of failed sessions under %2 rose from %3 to %4, as %5 reported.",
                    nullptr, senderCount(f))
                  .arg(day(f.first), trackName(f.track), percent(f.details.shareBefore),
                       percent(f.details.shareAfter), senderPhrase(f.senders))
            : T::tr("On %1 the share of failed sessions without a policy rose from %2 to %3, as %4 reported.",
                    nullptr, senderCount(f))
                  .arg(day(f.first), percent(f.details.shareBefore), percent(f.details.shareAfter),
                       senderPhrase(f.senders)),
        failedSessions(f)};
    for (const Condition &each : f.details.conditions)
        //: %1 is a sentence without its full stop
        parts += T::tr("%1.").arg(condition(each, f));
    if (f.details.about)
        parts += T::tr("What failed is told by the finding “%1”.").arg(ruleName(*f.details.about));
    words.statement = joined(parts);
    words.meaning = joined(
        {f.track == Track::Sts    ? policyInShort()
         : f.track == Track::Tlsa ? daneInShort()
                                  : QString(),
         T::tr("A jump from one day to the next usually has one cause, a change of that day. Two "
               "things on one day need not belong together, but it is the first place to look.")});
    if (!f.mailAffected)
        words.effect = jumpEffect(f);
    words.fix = {
        T::tr("Look at the other findings that begin on that day; they name the cause."),
        T::tr("Ask what was changed on that day: certificate, mail server, policy, DNS, firewall."),
    };
    return words;
}

QString deviationsPhrase(quint64 bits)
{
    QStringList names;
    for (int i = 0; i < deviationKindCount; ++i) {
        if (bits >> i & 1U)
            names += deviationName(static_cast<DeviationKind>(i));
    }
    constexpr int most = 5;
    const qsizetype more = names.size() - most;
    const QString list = names.mid(0, most).join(T::tr("; "));
    return more > 0 ? T::tr("%1; and %2 more", nullptr, plural(more)).arg(list, number(more))
                    : list;
}

QString conflictsPhrase(qint64 conflicts)
{
    return conflicts > 0 ? T::tr("Of %1 reports a second version with other numbers arrived; the newer "
                                 "one counts, and both are kept.",
                                 nullptr, plural(conflicts))
                               .arg(number(conflicts))
                         : QString();
}

RuleWords quality(const Finding &f)
{
    const QString list = deviationsPhrase(f.details.deviations);
    const QString senders = senderPhrase(f.senders);
    RuleWords words;
    if (f.details.deviations == 0 && f.details.conflicts > 0) {
        words.title = T::tr("%1 sent reports about %2 in two versions").arg(senders, domainPhrase(f));
        words.statement = T::tr("%1, reports of %2 about %3 contradict each other.", nullptr, senderCount(f))
                              .arg(whenPhrase(f), senders, domainPhrase(f));
    } else {
        words.title = T::tr("Reports of %1 about %2 deviate from the standard").arg(senders, domainPhrase(f));
        words.statement = T::tr("%1, reports of %2 about %3 deviated from the standard (RFC 8460).",
                                nullptr, senderCount(f))
                              .arg(whenPhrase(f), senders, domainPhrase(f));
    }
    if (!list.isEmpty())
        words.statement += u' ' + T::tr("What was noted: %1.").arg(list);
    words.statement = joined({words.statement, conflictsPhrase(f.details.conflicts)});
    words.meaning = T::tr("The program read these reports as far as possible and counts them. What it had to "
                          "assume is listed at each report.");
    words.effect = mailNotTouched();
    words.who = T::tr("Nobody; only the sender could change its reports");
    words.fix = {nothingToDo()};
    return words;
}

/// They may be from somebody else than the sender they name.
RuleWords doubtful(const Finding &f)
{
    const QString contact = shown(f.details.address);
    RuleWords words;
    words.title = T::tr("Reports of %1 about %2 may come from somebody else")
                      .arg(senderPhrase(f.senders), domainPhrase(f));
    QStringList parts;
    if (!contact.isEmpty())
        parts += T::tr("%1, reports of %2 about %3 named %4 for contact, which is not the house that sent them.",
                       nullptr, senderCount(f))
                     .arg(whenPhrase(f), senderPhrase(f.senders), domainPhrase(f), contact);
    if (f.details.badSignatures > 0)
        parts += T::tr("%1 your own mail server noted for %2 mails with such reports that the signature "
                       "(DKIM) did not match.",
                       nullptr, plural(f.details.badSignatures))
                     .arg(whenPhrase(f), number(f.details.badSignatures));
    words.statement = joined(parts);
    words.meaning = T::tr("Anybody can send a report in somebody else’s name. Often a service sends them "
                          "for others, or a mailing list changed the mail on its way, which is harmless; "
                          "but do not build on such numbers alone. The program counts them all the same.");
    words.effect = mailNotTouched();
    words.who = T::tr("You: whether to believe these reports is yours to decide");
    words.fix = {T::tr("If you do not know this sender, compare its numbers with "
                       "those of others before you act on them.")};
    return words;
}

RuleWords twice(const Finding &f)
{
    RuleWords words;
    words.title = T::tr("Each session for %1 is reported twice by %2")
                      .arg(domainPhrase(f), senderPhrase(f.senders));
    words.statement =
        T::tr("%1, %2 reported the same sessions for %3 under MTA-STS and under DANE.", nullptr,
              senderCount(f))
            .arg(whenPhrase(f), senderPhrase(f.senders), domainPhrase(f));
    if (f.details.number == 1)
        words.statement += u' ' + T::tr("One report does so.");
    else if (f.details.number > 1)
        words.statement += u' ' + T::tr("%1 reports do so.", nullptr, plural(f.details.number))
                                      .arg(number(f.details.number));
    words.meaning = T::tr(
        "MTA-STS and DANE are two ways to demand encryption for mail: a file on a web server, and "
        "signed entries in DNS. This sender checks both and reports both. Here each session is "
        "counted once.");
    words.effect = mailNotTouched();
    words.who = T::tr("Nobody; there is nothing to do");
    words.fix = {nothingToDo()};
    return words;
}

bool isDoubtful(const Finding &f)
{
    return f.details.badSignatures > 0 || !f.details.address.isEmpty();
}

} // namespace

RuleWords reportingRule(const Finding &f)
{
    return f.rule == Rule::R32   ? senderStopped(f)
           : f.rule == Rule::R33 ? allStopped(f)
           : f.rule == Rule::R37 ? jump(f)
           : f.rule == Rule::R39 ? isDoubtful(f) ? doubtful(f) : quality(f)
                                 : twice(f);
}

} // namespace tlsrpt::words
