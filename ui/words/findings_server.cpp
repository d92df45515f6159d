// SPDX-License-Identifier: GPL-3.0-or-later
// Findings about mail servers: R06 to R11.
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
    Q_DECLARE_TR_FUNCTIONS(ServerFindings)
};

RuleWords starttlsMissing(const Finding &f)
{
    const bool refused = f.cause == Cause::StarttlsRefused;
    const ExplanationWords cause =
        causeOf(f, refused ? Cause::StarttlsRefused : Cause::StarttlsNotOffered);
    RuleWords words;
    words.title = cause.title;
    words.statement = (refused ? T::tr("%1, %2 asked %3 to start encryption, and it refused.",
                                       nullptr, senderCount(f))
                               : T::tr("%1, %2 reached %3, and it offered no encryption.", nullptr,
                                       senderCount(f)))
                          .arg(whenPhrase(f), senderPhrase(f.senders), hostPhrase(f));
    words.meaning = cause.meaning;
    words.fix = cause.fix;
    return words;
}

RuleWords starttlsAtTimes(const Finding &f)
{
    RuleWords words;
    words.title = named(f.mx, T::tr("%1 offers no encryption at times"),
                        T::tr("A mail server offers no encryption at times"));
    const double share = f.details.shareAfter > 0
                             ? f.details.shareAfter
                             : double(f.failed) / double(std::max<qint64>(f.sessions, 1));
    words.statement =
        T::tr("%1, %2 reached %3 and it offered no encryption now and then, in %4 of the sessions.",
              nullptr, senderCount(f))
            .arg(whenPhrase(f), senderPhrase(f.senders), hostPhrase(f), percent(share));
    words.meaning = T::tr(
        "A mail server tells every sender that it can encrypt; the word for it is STARTTLS. Here "
        "the word is missing only sometimes. Usually one of several machines behind the name is "
        "set "
        "up differently, or the server leaves encryption out when it has too much to do.");
    words.fix = {
        T::tr("Run the check several times, and against every address of the server."),
        T::tr("Give every machine behind the name the same settings and the same certificate."),
        T::tr("Look into the log of the mail server for overload, and raise its limits for "
              "connections."),
    };
    return words;
}

/// RFC 8461 asks for the policy first and the server afterwards, so the steps name both.
RuleWords notInPolicy(const Finding &f)
{
    const ExplanationWords cause = causeOf(f, Cause::MxNotInPolicy);
    RuleWords words;
    words.title = cause.title;
    words.statement =
        T::tr("%1, %2 came to %3, which the MTA-STS policy of %4 does not cover.", nullptr,
              senderCount(f))
            .arg(whenPhrase(f), senderPhrase(f.senders), hostPhrase(f), domainPhrase(f));
    if (!f.details.hosts.isEmpty())
        words.statement +=
            u' ' + T::tr("The policy lists: %1.").arg(listPhrase(f.details.hosts, 6));
    if (f.details.about == Rule::R18)
        words.statement += u' ' + T::tr("Others already apply a newer policy that covers it; here "
                                        "an older copy is still in use.");
    words.meaning = cause.meaning;
    words.fix = cause.fix;
    if (f.details.miss && f.details.miss->reason == MissReason::OtherOrganization)
        words.fix.prepend(T::tr("Find out whether your mail has moved to another provider. If so, "
                                "write that provider’s mail servers into the policy."));
    return words;
}

RuleWords unknownHost(const Finding &f)
{
    RuleWords words;
    words.title = named(f.mx, T::tr("Unknown mail server: %1"), T::tr("Unknown mail server"));
    words.statement =
        T::tr("%1, %2 came to %3, a mail server that no policy of %4 lists and that no report had "
              "named before.",
              nullptr, senderCount(f))
            .arg(whenPhrase(f), senderPhrase(f.senders), hostPhrase(f), domainPhrase(f));
    words.meaning = T::tr(
        "Senders find your mail servers through the MX records of your domain in DNS, the "
        "internet’s directory. If the server is yours and new, the policy does not know it yet. If "
        "it is not yours, these records were changed, or a sender was given a wrong answer.");
    words.fix = {
        named(f.mx, T::tr("Find out whether %1 belongs to you or to your mail provider."),
              T::tr("Find out which server is meant.")),
        T::tr("If it does, add a line “mx:” with its full name to the policy file."),
        changeTheId(),
        T::tr("If it does not, compare the MX records from several networks at once, and look who "
              "can change your DNS."),
    };
    return words;
}

RuleWords handshakeBreaks(const Finding &f)
{
    const ExplanationWords cause = causeOf(f, Cause::Handshake);
    RuleWords words;
    words.title = cause.title;
    words.statement =
        T::tr("%1, setting up encryption broke off between %2 and %3.", nullptr, senderCount(f))
            .arg(whenPhrase(f), senderPhrase(f.senders), hostPhrase(f));
    if (f.senders.size() == 1)
        words.statement +=
            u' ' +
            T::tr("Only one sender reports it, so very old or very strict settings of either "
                  "side may be the cause.");
    words.meaning = cause.meaning;
    words.fix = cause.fix;
    return words;
}

RuleWords unexplained(const Finding &f)
{
    const bool setup = f.cause == Cause::SenderConfiguration;
    const bool text = f.cause == Cause::Unknown && !f.reason.isEmpty();
    const ExplanationWords cause =
        causeOf(f, setup || f.cause == Cause::Unknown ? f.cause : Cause::NoReason);
    RuleWords words;
    words.title = cause.title;
    words.statement =
        (setup  ? T::tr("%1, %2 could not check %3 and named a setting of their own as the reason.",
                        nullptr, senderCount(f))
         : text ? T::tr("%1, %2 could not verify %3.", nullptr, senderCount(f))
                : T::tr("%1, %2 could not verify %3 and gave no reason.", nullptr, senderCount(f)))
            .arg(whenPhrase(f), senderPhrase(f.senders), hostPhrase(f));
    if (text) {
        const QString told = T::tr("The reason given, “%1”, does not tell the cause.");
        words.statement = joined({words.statement, told.arg(shown(f.reason))});
    }
    words.meaning = joined({cause.meaning, cause.verbatim});
    words.fix = cause.fix;
    return words;
}

} // namespace

RuleWords serverRule(const Finding &f)
{
    RuleWords words = f.rule == Rule::R06   ? starttlsMissing(f)
                      : f.rule == Rule::R07 ? starttlsAtTimes(f)
                      : f.rule == Rule::R08 ? notInPolicy(f)
                      : f.rule == Rule::R09 ? unknownHost(f)
                      : f.rule == Rule::R10 ? handshakeBreaks(f)
                                            : unexplained(f);
    words.statement = joined({words.statement, howOften(f)});
    return words;
}

} // namespace tlsrpt::words
