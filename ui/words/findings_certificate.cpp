// SPDX-License-Identifier: GPL-3.0-or-later
// Findings about certificates of mail servers: R01 to R05.
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
    Q_DECLARE_TR_FUNCTIONS(CertificateFindings)
};

RuleWords expiredOne(const Finding &f)
{
    const ExplanationWords cause = causeOf(f, Cause::Expired);
    RuleWords words;
    words.title = cause.title;
    words.statement = T::tr("%1, %2 found the certificate of %3 expired.", nullptr, senderCount(f))
                          .arg(whenPhrase(f), senderPhrase(f.senders), hostPhrase(f));
    words.meaning = cause.meaning;
    words.fix = cause.fix;
    return words;
}

RuleWords expiredEverywhere(const Finding &f)
{
    const ExplanationWords cause = causeOf(f, Cause::Expired);
    const QString hosts = f.details.hosts.isEmpty() ? hostPhrase(f) : listPhrase(f.details.hosts);
    RuleWords words;
    words.title = T::tr("Certificates of the mail servers of %1 expired").arg(domainPhrase(f));
    words.statement =
        T::tr("%1, %2 found expired certificates on all or nearly all mail servers of %3: %4.",
              nullptr, senderCount(f))
            .arg(whenPhrase(f), senderPhrase(f.senders), domainPhrase(f), hosts);
    words.meaning = joined({cause.meaning, T::tr("As they expired together, the servers probably "
                                                 "share one certificate or one renewal.")});
    words.fix = cause.fix;
    words.fix += T::tr("Mend the renewal once for all of these servers.");
    return words;
}

RuleWords oneAddress(const Finding &f)
{
    const QString address = shown(f.details.address);
    const auto known = static_cast<qint64>(f.details.addresses.size());
    RuleWords words;
    words.title = T::tr("Failures of %1 at one address only: %2").arg(hostPhrase(f), address);
    words.statement = T::tr("%1, all failures that %2 reported for %3 happened at its address %4.",
                            nullptr, senderCount(f))
                          .arg(whenPhrase(f), senderPhrase(f.senders), hostPhrase(f), address);
    if (known > 1)
        words.statement +=
            u' ' + T::tr("%1 addresses of this server are known: %2.", nullptr, plural(known))
                       .arg(number(known), listPhrase(f.details.addresses));
    if (f.details.about)
        words.statement +=
            u' ' +
            T::tr("What fails there is told by the finding “%1”.").arg(ruleName(*f.details.about));
    words.meaning = T::tr(
        "Several machines can stand behind one name, each with an address of its own. Probably one "
        "of them was missed at the last change. Reports count successes for the whole name and not "
        "for each address, so this is concluded and not proven.");
    words.fix = {
        T::tr("Run the check against each address of the server and compare the answers."),
        T::tr("Give the machine at %1 the same certificate and settings as the others.")
            .arg(address),
        T::tr("Until then, take its address out of DNS, the internet’s directory."),
    };
    return words;
}

RuleWords wrongName(const Finding &f)
{
    const ExplanationWords cause = causeOf(f, Cause::NameMismatch);
    RuleWords words;
    words.title = cause.title;
    words.statement =
        T::tr("%1, %2 found that the certificate of %3 does not contain the name of the server.",
              nullptr, senderCount(f))
            .arg(whenPhrase(f), senderPhrase(f.senders), hostPhrase(f));
    words.meaning = cause.meaning;
    words.fix = cause.fix;
    return words;
}

QString untrustedStatement(Cause cause, int senders)
{
    switch (cause) {
    case Cause::SelfSigned:
        return T::tr("%1, %2 found the certificate of %3 self-signed: no public authority stands "
                     "behind it.",
                     nullptr, senders);
    case Cause::ChainIncomplete:
        return T::tr("%1, %2 could not trace the certificate of %3 to an authority they know; "
                     "probably an intermediate certificate, the link in between, is missing.",
                     nullptr, senders);
    case Cause::NotYetValid:
        return T::tr("%1, %2 found a certificate at %3 that only becomes valid later.", nullptr,
                     senders);
    case Cause::WrongPurpose:
        return T::tr("%1, %2 found a certificate at %3 that may not be used by a server.", nullptr,
                     senders);
    default: // every other cause that was filed under trust
        return T::tr("%1, %2 did not trust the certificate of %3.", nullptr, senders);
    }
}

RuleWords untrusted(const Finding &f)
{
    const bool known = f.cause == Cause::SelfSigned || f.cause == Cause::ChainIncomplete ||
                       f.cause == Cause::NotYetValid || f.cause == Cause::WrongPurpose;
    const ExplanationWords cause = causeOf(f, known ? f.cause : Cause::NotTrusted);
    RuleWords words;
    words.title = cause.title;
    words.statement = untrustedStatement(f.cause, senderCount(f))
                          .arg(whenPhrase(f), senderPhrase(f.senders), hostPhrase(f));
    words.meaning = cause.meaning;
    words.fix = cause.fix;
    return words;
}

} // namespace

RuleWords certificateRule(const Finding &f)
{
    if (f.rule == Rule::R03)
        return oneAddress(f);
    RuleWords words = f.rule == Rule::R01   ? expiredOne(f)
                      : f.rule == Rule::R02 ? expiredEverywhere(f)
                      : f.rule == Rule::R04 ? wrongName(f)
                                            : untrusted(f);
    words.statement = joined({words.statement, howOften(f)});
    return words;
}

} // namespace tlsrpt::words
