// SPDX-License-Identifier: GPL-3.0-or-later
// Findings about fetching and finding the policy: R12 to R14, R19 to R21.
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
    Q_DECLARE_TR_FUNCTIONS(FetchFindings)
};

bool isAboutFetching(Cause cause)
{
    return groupOf(cause) == CauseGroup::PolicyFetch;
}

ExplanationWords fetchCause(const Finding &f)
{
    return causeOf(f, isAboutFetching(f.cause) ? f.cause : Cause::FetchFailed);
}

RuleWords unreachable(const Finding &f)
{
    const ExplanationWords cause = fetchCause(f);
    RuleWords words;
    words.title = cause.title;
    words.statement =
        T::tr("%1, %2 could not fetch the MTA-STS policy of %3.", nullptr, senderCount(f))
            .arg(whenPhrase(f), senderPhrase(f.senders), domainPhrase(f));
    words.statement = joined({words.statement, howOften(f), reasonAsSent(f)});
    words.meaning = cause.meaning;
    words.fix = cause.fix;
    return words;
}

RuleWords transient(const Finding &f)
{
    const ExplanationWords cause = fetchCause(f);
    const bool often = f.details.number >= 3;
    RuleWords words;
    words.title = (often ? T::tr("Policy of %1 could not be fetched several times")
                         : T::tr("Policy of %1 could not be fetched for a short time"))
                      .arg(domainPhrase(f));
    const bool fresh = f.open && !often; // nobody has said yet that it is over
    words.statement =
        (fresh ? T::tr("%1, %2 could not fetch the MTA-STS policy of %3. Whether it works again, "
                       "the next reports will tell.",
                       nullptr, senderCount(f))
               : T::tr("%1, %2 could not fetch the MTA-STS policy of %3; afterwards it worked "
                       "again.",
                       nullptr, senderCount(f)))
            .arg(whenPhrase(f), senderPhrase(f.senders), domainPhrase(f));
    if (f.details.number > 1)
        words.statement += u' ' + T::tr("This happened %1 times within a month.", nullptr,
                                        plural(f.details.number))
                                      .arg(number(f.details.number));
    words.statement = joined({words.statement, howOften(f)});
    words.meaning = cause.meaning;
    words.fix = often   ? cause.fix
                : fresh ? QStringList{T::tr("Wait for the next reports, or fetch the file with the "
                                            "command to see whether it works.")}
                        : QStringList{T::tr("Nothing to do: it solved itself.")};
    return words;
}

RuleWords oneSenderCannotFetch(const Finding &f)
{
    const QString sender = senderPhrase(f.senders);
    RuleWords words;
    words.title =
        f.open ? T::tr("Only %1 cannot fetch the policy of %2").arg(sender, domainPhrase(f))
               : T::tr("Only %1 could not fetch the policy of %2").arg(sender, domainPhrase(f));
    words.statement =
        f.others.empty()
            ? T::tr("%1, %2 could not fetch the MTA-STS policy of %3, while others could in the "
                    "same days.")
                  .arg(whenPhrase(f), sender, domainPhrase(f))
            : T::tr("%1, %2 could not fetch the MTA-STS policy of %3, while %4 could in the same "
                    "days.")
                  .arg(whenPhrase(f), sender, domainPhrase(f), otherSendersPhrase(f));
    words.statement = joined({words.statement, howOften(f), reasonAsSent(f)});
    words.meaning = joined(
        {policyInShort(),
         T::tr("When only one sender fails to fetch it, the usual reasons are protection against "
               "robots on the web server, an address of the server (often the IPv6 one) that does "
               "not answer, or settings for encryption that this sender does not share.")});
    words.fix = {
        T::tr("Fetch the file with the command over IPv4 and over IPv6: add -4, then -6."),
        T::tr(
            "Let everybody read this one file: without a browser, from every country and as often "
            "as they like."),
        T::tr("Offer TLS 1.2 and TLS 1.3 on the web server."),
        T::tr("If it works from everywhere, write to the postmaster of the sender and ask what it "
              "sees."),
    };
    return words;
}

RuleWords rejected(const Finding &f)
{
    const bool certificate = f.cause == Cause::PolicyHostCertificate ||
                             groupOf(f.cause) == CauseGroup::CertificateExpired ||
                             groupOf(f.cause) == CauseGroup::CertificateName ||
                             groupOf(f.cause) == CauseGroup::CertificateTrust;
    const bool record = f.cause == Cause::StsRecordBad;
    const ExplanationWords cause = causeOf(f, certificate ? Cause::PolicyHostCertificate
                                              : record    ? Cause::StsRecordBad
                                                          : Cause::PolicyInvalid);
    RuleWords words;
    words.title = cause.title;
    words.statement =
        (certificate ? T::tr("%1, %2 did not accept the certificate of the web server mta-sts.%3, "
                             "where the MTA-STS policy is.",
                             nullptr, senderCount(f))
         : record    ? T::tr("%1, %2 could not use the record in DNS that announces the MTA-STS "
                                "policy of %3.",
                             nullptr, senderCount(f))
                     : T::tr("%1, %2 fetched the MTA-STS policy of %3 and could not accept it.",
                             nullptr, senderCount(f)))
            .arg(whenPhrase(f), senderPhrase(f.senders), domainPhrase(f));
    QStringList parts{words.statement, howOften(f), reasonAsSent(f)};
    for (size_t i = 0; i < std::min<size_t>(f.details.defects.size(), 5); ++i)
        parts += policyDefect(f.details.defects[i]);
    words.statement = joined(parts);
    words.meaning = cause.meaning;
    words.fix = cause.fix;
    return words;
}

RuleWords noLongerFound(const Finding &f)
{
    const QString sender = onlySender(f);
    const bool intended = f.severity >= Severity::Info;
    RuleWords words;
    words.title =
        sender.isEmpty()
            ? T::tr("MTA-STS policy of %1 is no longer found").arg(domainPhrase(f))
            : T::tr("%1 no longer finds the MTA-STS policy of %2").arg(sender, domainPhrase(f));
    words.statement =
        T::tr("%1, %2 found no MTA-STS policy of %3, although they had used one before.", nullptr,
              senderCount(f))
            .arg(whenPhrase(f), senderPhrase(f.senders), domainPhrase(f));
    if (f.details.since)
        words.statement +=
            u' ' +
            T::tr("They used it last on %1.", nullptr, senderCount(f)).arg(day(*f.details.since));
    if (intended)
        words.statement +=
            u' ' + T::tr("The last policy had the mode none, so it was probably ended "
                         "on purpose.");
    words.meaning = joined(
        {policyInShort(),
         T::tr(
             "A TXT record named _mta-sts in DNS, the internet’s directory, announces it. If that "
             "record is missing, is there twice or has a mistake, senders act as if there were no "
             "policy. A disturbance of DNS looks the same.")});
    words.fix = intended
                    ? QStringList{nothingToDo()}
                    : QStringList{
                          T::tr("Leave exactly one TXT record at _mta-sts.%1, of the form v=STSv1; "
                                "id=20260101.")
                              .arg(domainPhrase(f)),
                          T::tr("Fetch the policy file with the command and look for status 200."),
                          T::tr("If you ended MTA-STS on purpose, there is nothing to do."),
                      };
    return words;
}

RuleWords neverFound(const Finding &f)
{
    const QString sender = onlySender(f);
    RuleWords words;
    words.title =
        sender.isEmpty()
            ? T::tr("Some senders do not apply the MTA-STS policy of %1").arg(domainPhrase(f))
            : T::tr("%1 does not apply the MTA-STS policy of %2").arg(sender, domainPhrase(f));
    words.statement =
        f.others.empty()
            ? T::tr("%1, %2 reported no policy for %3, while others applied the MTA-STS policy.",
                    nullptr, senderCount(f))
                  .arg(whenPhrase(f), senderPhrase(f.senders), domainPhrase(f))
            : T::tr("%1, %2 reported no policy for %3, while %4 applied the MTA-STS policy.",
                    nullptr, senderCount(f))
                  .arg(whenPhrase(f), senderPhrase(f.senders), domainPhrase(f),
                       otherSendersPhrase(f));
    words.meaning = joined(
        {policyInShort(),
         T::tr("Not every sender looks for it. One that does not encrypts when your server offers "
               "it, but does not insist. It may also be that it cannot see your record in DNS.")});
    words.fix = {T::tr("As a rule nothing to do."),
                 T::tr("To be sure, look up the TXT record _mta-sts.%1 from another network.")
                     .arg(domainPhrase(f))};
    return words;
}

} // namespace

RuleWords fetchRule(const Finding &f)
{
    return f.rule == Rule::R12   ? unreachable(f)
           : f.rule == Rule::R13 ? transient(f)
           : f.rule == Rule::R14 ? oneSenderCannotFetch(f)
           : f.rule == Rule::R19 ? rejected(f)
           : f.rule == Rule::R20 ? noLongerFound(f)
                                 : neverFound(f);
}

} // namespace tlsrpt::words
