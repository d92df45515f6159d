// SPDX-License-Identifier: GPL-3.0-or-later
// Findings about DANE and DNSSEC: R15 to R17, R27 to R29, R31b.
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
    Q_DECLARE_TR_FUNCTIONS(DaneFindings)
};

/// "3 1 1 8cb0fc6c…f2d41a7e (server key, SHA-256)"
QString recordsPhrase(const QStringList &records)
{
    constexpr int most = 3;
    QStringList visible;
    for (const QString &record : records) {
        if (visible.size() < most)
            //: A DANE record and what it says
            visible += T::tr("%1 (%2)").arg(shortRecord(record), tlsaRecord(record));
    }
    const qsizetype more = records.size() - visible.size();
    const QString list = visible.join(T::tr(", "));
    return more > 0 ? T::tr("%1 and %2 more", nullptr, plural(more)).arg(list, number(more)) : list;
}

RuleWords keyChanged(const Finding &f)
{
    const ExplanationWords cause = causeOf(f, Cause::TlsaMismatch);
    RuleWords words;
    words.title = cause.title;
    words.statement =
        T::tr("%1, %2 did not recognise %3: its key matches none of its published DANE "
              "records.",
              nullptr, senderCount(f))
            .arg(whenPhrase(f), senderPhrase(f.senders), hostPhrase(f));
    if (f.details.since)
        words.statement += u' ' + T::tr("The records have been the same since %1, so the key has "
                                        "changed.")
                                      .arg(day(*f.details.since));
    words.meaning = cause.meaning;
    words.fix = cause.fix;
    return words;
}

RuleWords recordsChanged(const Finding &f)
{
    RuleWords words;
    words.title = named(f.mx, T::tr("DANE records of %1 were replaced before its key"),
                        T::tr("DANE records of a mail server were replaced before its key"));
    words.statement =
        T::tr(
            "%1, %2 did not recognise %3: its DANE records were replaced, but it still has the old "
            "key.",
            nullptr, senderCount(f))
            .arg(whenPhrase(f), senderPhrase(f.senders), hostPhrase(f));
    if (!f.details.textBefore.isEmpty())
        words.statement += u' ' + T::tr("Before: %1.").arg(recordsPhrase(f.details.textBefore));
    if (!f.details.textAfter.isEmpty())
        words.statement += u' ' + T::tr("Now: %1.").arg(recordsPhrase(f.details.textAfter));
    words.meaning = joined(
        {daneInShort(), T::tr("The new records name a key that the server does not show yet, and "
                              "senders that check DANE do not deliver to a server they cannot "
                              "recognise.")});
    words.fix = {
        T::tr("Publish the old record again, beside the new one, at once."),
        T::tr("Then change the key of the server and reload it."),
        T::tr("Remove the old record when twice its lifetime in DNS (TTL) has passed."),
    };
    return words;
}

RuleWords unusableRecords(const Finding &f)
{
    const ExplanationWords cause =
        causeOf(f, f.cause == Cause::TlsaSyntax ? Cause::TlsaSyntax : Cause::TlsaUnusable);
    RuleWords words;
    words.title = cause.title;
    QStringList parts{T::tr("%1, %2 found DANE records of %3 that mail servers cannot use.",
                            nullptr, senderCount(f))
                          .arg(whenPhrase(f), senderPhrase(f.senders), hostPhrase(f))};
    constexpr size_t most = 3;
    for (size_t i = 0; i < std::min(f.details.records.size(), most); ++i) {
        const QString text = f.details.records[i].text;
        //: %1 is a DANE record, %2 what is wrong with it: "not usable: the digest is not
        //: hexadecimal"
        parts += T::tr("The record %1 is %2.").arg(shortRecord(text), tlsaRecord(text));
    }
    words.statement = joined(parts);
    words.meaning = cause.meaning;
    words.fix = cause.fix;
    return words;
}

RuleWords dnssecBroken(const Finding &f)
{
    const bool passing = f.severity >= Severity::Low;
    const QString zone = f.mx.isEmpty() ? domainPhrase(f) : shown(f.mx);
    const ExplanationWords cause = causeOf(f, Cause::Dnssec);
    RuleWords words;
    words.title = passing ? T::tr("DNSSEC for %1 failed for a short time").arg(zone)
                          : T::tr("DNSSEC for %1 is broken").arg(zone);
    words.statement = T::tr("%1, %2 asked DNS about %3 and got no answer with a valid signature.",
                            nullptr, senderCount(f))
                          .arg(whenPhrase(f), senderPhrase(f.senders), zone);
    if (passing)
        words.statement += u' ' + T::tr("No other sender saw it; between two servers of DNS such "
                                        "trouble comes and goes.");
    words.meaning = cause.meaning;
    words.fix = cause.fix;
    if (passing)
        words.fix = {T::tr("Wait. If it comes again, have the signatures of the zone checked.")};
    else if (f.senders.size() > 1 && words.fix.size() > 1)
        words.fix.removeLast(); // about the case that only one sender saw it
    return words;
}

RuleWords daneDemanded(const Finding &f)
{
    const ExplanationWords cause = causeOf(f, Cause::DaneMissing);
    RuleWords words;
    words.title =
        (onlySender(f).isEmpty()
             ? T::tr("Some senders deliver to %1 only with DANE").arg(domainPhrase(f))
             : T::tr("%1 delivers to %2 only with DANE").arg(onlySender(f), domainPhrase(f)));
    words.statement =
        T::tr("%1, %2 wanted to deliver to %3 only with DANE and found no signed DANE record.",
              nullptr, senderCount(f))
            .arg(whenPhrase(f), senderPhrase(f.senders), hostPhrase(f));
    words.meaning = cause.meaning;
    words.fix = cause.fix;
    return words;
}

RuleWords daneGone(const Finding &f)
{
    RuleWords words;
    words.title =
        T::tr("DANE of %1 is no longer seen").arg(f.mx.isEmpty() ? domainPhrase(f) : shown(f.mx));
    words.statement = T::tr("%1, %2 reported no DANE records for %3, although they had before.",
                            nullptr, senderCount(f))
                          .arg(whenPhrase(f), senderPhrase(f.senders),
                               f.mx.isEmpty() ? domainPhrase(f) : shown(f.mx));
    if (f.details.since)
        words.statement +=
            u' ' +
            T::tr("They saw them last on %1.", nullptr, senderCount(f)).arg(day(*f.details.since));
    if (!f.details.textBefore.isEmpty())
        words.statement +=
            u' ' + T::tr("The records were: %1.").arg(recordsPhrase(f.details.textBefore));
    words.meaning =
        joined({daneInShort(),
                T::tr("Either the records or the signatures of DNS (DNSSEC) were removed, or "
                      "the mail moved to a server without them.")});
    words.effect =
        T::tr("Mail was delivered, but no longer with the protection of DANE; what is left "
              "is MTA-STS, where there is a policy, or optional encryption.");
    words.fix = {
        T::tr("If that was not intended, publish TLSA records for every mail server again, in a "
              "zone signed with DNSSEC."),
        T::tr("If it was, there is nothing to do."),
    };
    return words;
}

RuleWords rollover(const Finding &f)
{
    RuleWords words;
    words.title = named(f.mx, T::tr("Change of key of %1 prepared"),
                        T::tr("Change of key of a mail server prepared"));
    words.statement =
        T::tr("On %1 a new DANE record of %2 stood beside the old ones, as %3 saw it, and nothing "
              "failed.",
              nullptr, senderCount(f))
            .arg(day(f.first), hostPhrase(f), senderPhrase(f.senders));
    words.meaning =
        joined({daneInShort(), T::tr("To publish the new record first and to change the "
                                     "key afterwards is the right order.")});
    words.fix = {
        T::tr("Nothing to do. Change the key when twice the lifetime of the records in DNS "
              "(TTL) has passed, and remove the old record afterwards.")};
    words.state = T::tr("Noticed on %1").arg(day(f.first));
    return words;
}

RuleWords daneWords(const Finding &f)
{
    return f.rule == Rule::R15   ? keyChanged(f)
           : f.rule == Rule::R16 ? recordsChanged(f)
           : f.rule == Rule::R17 ? unusableRecords(f)
           : f.rule == Rule::R27 ? dnssecBroken(f)
           : f.rule == Rule::R28 ? daneDemanded(f)
           : f.rule == Rule::R29 ? daneGone(f)
                                 : rollover(f);
}

} // namespace

RuleWords daneRule(const Finding &f)
{
    RuleWords words = daneWords(f);
    if (f.rule != Rule::R29 && f.rule != Rule::R31b)
        words.statement = joined({words.statement, howOften(f)});
    return words;
}

} // namespace tlsrpt::words
