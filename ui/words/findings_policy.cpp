// SPDX-License-Identifier: GPL-3.0-or-later
// Findings about what the policy says: R18, R22 to R26, R41.
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
    Q_DECLARE_TR_FUNCTIONS(PolicyFindings)
};

constexpr size_t mostDifferences = 6;

QString fieldName(PolicyField field)
{
    switch (field) {
    case PolicyField::Version:
        return u"version"_qs;
    case PolicyField::Mode:
        return u"mode"_qs;
    case PolicyField::MaxAge:
        return u"max_age"_qs;
    case PolicyField::Mx:
        return u"mx"_qs;
    case PolicyField::Record:
        return u"TLSA"_qs;
    }
    Q_UNREACHABLE();
}

/// "Between the two: max_age 86400 became 604800, mx b.example.org was added."
QString differences(const Finding &f)
{
    QStringList changes;
    for (const PolicyDifference &each :
         difference(f.track, f.details.textBefore, f.details.textAfter)) {
        if (changes.size() == qsizetype(mostDifferences))
            break;
        const QString field = fieldName(each.field);
        const QString before = shown(each.before, 80), after = shown(each.after, 80);
        if (before.isEmpty())
            //: A line of a policy, like "mx mail.example.org"
            changes += T::tr("%1 %2 was added").arg(field, after);
        else if (after.isEmpty())
            changes += T::tr("%1 %2 was removed").arg(field, before);
        else
            changes += T::tr("%1 %2 became %3").arg(field, before, after);
    }
    return changes.isEmpty()
               ? QString()
               : T::tr("From the older to the newer: %1.").arg(changes.join(T::tr(", ")));
}

RuleWords versionsDiffer(const Finding &f)
{
    RuleWords words;
    words.title = T::tr("Senders apply different policies for %1").arg(domainPhrase(f));
    words.statement =
        f.others.empty()
            ? T::tr("%1, %2 applied an older MTA-STS policy of %3 while a newer one was in use.",
                    nullptr, senderCount(f))
                  .arg(whenPhrase(f), senderPhrase(f.senders), domainPhrase(f))
            : T::tr("%1, %2 applied an older MTA-STS policy of %3 while %4 applied a newer one.",
                    nullptr, senderCount(f))
                  .arg(whenPhrase(f), senderPhrase(f.senders), domainPhrase(f),
                       otherSendersPhrase(f));
    const QString newer =
        f.details.since
            ? T::tr("The newer one was first seen on %1.").arg(day(Day{f.details.since->value + 1}))
            : QString();
    QStringList parts{words.statement, newer, differences(f)};
    if (!f.details.hosts.isEmpty())
        parts += T::tr("The older one does not cover %1, which is in use.")
                     .arg(listPhrase(f.details.hosts));
    words.statement = joined(parts);
    words.meaning = joined(
        {policyInShort(),
         f.details.maxAge >= 0
             ? T::tr(
                   "Senders keep a copy of it, here for up to %1, and may use the old one so long. "
                   "After that either the id in the record _mta-sts was not changed, so that they "
                   "do not notice the new policy, or several web servers give out different files.")
                   .arg(maxAge(f.details.maxAge))
             : T::tr(
                   "Senders keep a copy of it for a time and may use the old one so long. After "
                   "that either the id in the record _mta-sts was not changed, so that they do not "
                   "notice the new policy, or several web servers give out different files.")});
    if (f.severity >= Severity::Info)
        words.fix = {T::tr("Nothing to do, as long as the copies are not too old.")};
    else
        words.fix = {
            T::tr("Give the TXT record _mta-sts.%1 a new id.").arg(domainPhrase(f)),
            T::tr("Fetch the policy file several times and compare: every web server behind "
                  "mta-sts.%1 must serve the same one.")
                .arg(domainPhrase(f)),
            T::tr("Change the id after each change of the policy."),
        };
    return words;
}

RuleWords noProtection(const Finding &f)
{
    RuleWords words;
    words.title = T::tr("%1 has neither MTA-STS nor DANE").arg(domainPhrase(f));
    words.statement =
        T::tr("%1, %2 found neither MTA-STS nor DANE for %3.", nullptr, senderCount(f))
            .arg(whenPhrase(f), senderPhrase(f.senders), domainPhrase(f));
    if (f.sessions > 1)
        words.statement +=
            u' ' + T::tr("All %1 sessions were without a policy.").arg(number(f.sessions));
    words.meaning = joined(
        {policyInShort(), daneInShort(),
         T::tr("Without either of them encryption is optional, and somebody on the way between two "
               "mail servers can suppress it without anybody noticing.")});
    words.effect = T::tr("Mail was delivered, usually encrypted; but nothing demanded it.");
    words.fix = {
        T::tr("Publish a policy with mode: testing at "
              "https://mta-sts.%1/.well-known/mta-sts.txt. It changes nothing for the mail.")
            .arg(domainPhrase(f)),
        T::tr("Announce it with the TXT record _mta-sts.%1, of the form v=STSv1; id=20260101.")
            .arg(domainPhrase(f)),
        T::tr("When the reports have shown no failures for a month, change the mode to enforce."),
    };
    return words;
}

RuleWords defects(const Finding &f)
{
    const auto count = static_cast<qint64>(f.details.defects.size());
    RuleWords words;
    words.title = T::tr("Mistakes in the policy of %1").arg(domainPhrase(f));
    QStringList parts{(count == 1 ? T::tr("%1, %2 received an MTA-STS policy of %3 with a mistake.",
                                          nullptr, senderCount(f))
                                  : T::tr("%1, %2 received an MTA-STS policy of %3 with mistakes.",
                                          nullptr, senderCount(f)))
                          .arg(whenPhrase(f), senderPhrase(f.senders), domainPhrase(f))};
    constexpr size_t most = 6;
    for (size_t i = 0; i < std::min(f.details.defects.size(), most); ++i)
        parts += policyDefect(f.details.defects[i]);
    if (count > qint64(most))
        parts += T::tr("There are %1 more.", nullptr, plural(count - qint64(most)))
                     .arg(number(count - qint64(most)));
    words.statement = joined(parts);
    words.meaning = joined({policyInShort(), T::tr("Senders read it line by line. Some forgive a "
                                                   "mistake, others reject the whole file.")});
    words.fix = {T::tr("Correct these lines in the policy file."), changeTheId()};
    return words;
}

RuleWords shortAge(const Finding &f)
{
    const QString age = maxAge(f.details.maxAge);
    RuleWords words;
    words.title = T::tr("Senders keep the policy of %1 for %2 only").arg(domainPhrase(f), age);
    words.statement =
        T::tr("%1, %2 received an MTA-STS policy of %3 with max_age: %4. After that time (%5) they "
              "forget it, unless they can fetch it again.",
              nullptr, senderCount(f))
            .arg(whenPhrase(f), senderPhrase(f.senders), domainPhrase(f),
                 QString::number(f.details.maxAge), age);
    words.meaning = joined(
        {policyInShort(), T::tr("The shorter senders remember it, the shorter somebody has to keep "
                                "them from fetching it to get around it.")});
    words.fix = {
        T::tr("When the policy has proven stable, set max_age to 2592000 (30 days) or more; "
              "at least to 604800 (a week)."),
        changeTheId()};
    return words;
}

RuleWords widePattern(const Finding &f)
{
    const QString pattern = f.details.hosts.isEmpty() ? QString(u"*."_qs + domainPhrase(f))
                                                      : listPhrase(f.details.hosts);
    RuleWords words;
    words.title = T::tr("Policy of %1 allows any server of the domain").arg(domainPhrase(f));
    words.statement =
        T::tr("%1, %2 received an MTA-STS policy of %3 with the entry %4.", nullptr, senderCount(f))
            .arg(whenPhrase(f), senderPhrase(f.senders), domainPhrase(f), pattern);
    words.meaning = joined(
        {policyInShort(), T::tr("This entry covers every computer of the domain. Whoever gets hold "
                                "of one of them and a certificate for it could receive your mail "
                                "(RFC 8461, section 10.4).")});
    words.fix = {T::tr("Name each mail server by its full name, one line “mx:” each."),
                 changeTheId()};
    return words;
}

RuleWords unusedEntry(const Finding &f)
{
    const QString entry = f.details.hosts.isEmpty() ? hostPhrase(f) : listPhrase(f.details.hosts);
    RuleWords words;
    words.title = T::tr("Policy entry %1 was never seen").arg(entry);
    words.statement =
        T::tr(
            "%1, no report of %2 named a mail server that the entry %3 of the policy of %4 covers.")
            .arg(whenPhrase(f), senderPhrase(f.senders), entry, domainPhrase(f));
    words.meaning = T::tr("It may be a reserve server that nobody needed, or an entry that is left "
                          "over. Reports name "
                          "servers mostly when something fails, so this is a hint and no proof.");
    words.fix = {T::tr("If the server exists, test it with the check, before it is needed."),
                 T::tr("If it no longer exists, remove the entry."), changeTheId()};
    return words;
}

QString modeMeaning(PolicyMode mode)
{
    switch (mode) {
    case PolicyMode::Enforce:
        return T::tr("In the mode enforce senders do not deliver to a server that they cannot "
                     "verify.");
    case PolicyMode::Testing:
        return T::tr("In the mode testing senders only report what they find and deliver in any "
                     "case.");
    case PolicyMode::None:
        return T::tr("The mode none means that the policy is withdrawn.");
    case PolicyMode::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

RuleWords modeChanged(const Finding &f)
{
    const QString before = modeName(f.details.modeBefore), after = modeName(f.mode);
    const bool weaker = static_cast<int>(f.mode) < static_cast<int>(f.details.modeBefore);
    RuleWords words;
    words.title = T::tr("Policy of %1 changed from %2 to %3").arg(domainPhrase(f), before, after);
    words.statement =
        T::tr("On %1, %2 first saw the MTA-STS policy of %3 with the mode %4 instead of %5.",
              nullptr, senderCount(f))
            .arg(day(f.first), senderPhrase(f.senders), domainPhrase(f), after, before);
    words.meaning = joined({policyInShort(), modeMeaning(f.mode)});
    words.effect = weaker
                       ? T::tr("Mail goes on being delivered; it is less protected than before.")
                       : T::tr("Mail goes on being delivered; it is better protected than before.");
    words.fix =
        weaker
            ? QStringList{T::tr("If that was not intended, set the mode to %1 again.").arg(before),
                          changeTheId()}
            : QStringList{nothingToDo()};
    words.state = T::tr("Noticed on %1").arg(day(f.first));
    return words;
}

} // namespace

RuleWords policyRule(const Finding &f)
{
    return f.rule == Rule::R18   ? versionsDiffer(f)
           : f.rule == Rule::R22 ? noProtection(f)
           : f.rule == Rule::R23 ? defects(f)
           : f.rule == Rule::R24 ? shortAge(f)
           : f.rule == Rule::R25 ? widePattern(f)
           : f.rule == Rule::R26 ? unusedEntry(f)
                                 : modeChanged(f);
}

} // namespace tlsrpt::words
