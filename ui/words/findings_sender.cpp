// SPDX-License-Identifier: GPL-3.0-or-later
// Findings that stand beside another and ask whose side it is on: R30, R30b, R31.
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
    Q_DECLARE_TR_FUNCTIONS(SenderFindings)
};

QString beside(const Finding &f)
{
    return f.details.about
               ? T::tr("What failed is told by the finding “%1”.").arg(ruleName(*f.details.about))
               : QString();
}

QString othersDelivered(const Finding &f)
{
    const qint64 count = otherSenderCount(f);
    if (count == 0)
        return {};
    return T::tr("In the same days %1 had %2 sessions without this failure.", nullptr,
                 plural(count))
        .arg(otherSendersPhrase(f), number(otherSessions(f)));
}

QString wherePhrase(const Finding &f)
{
    return f.mx.isEmpty() ? domainPhrase(f) : shown(f.mx);
}

RuleWords oneSender(const Finding &f)
{
    const QString sender = senderPhrase(f.senders);
    RuleWords words;
    words.title = T::tr("Only %1 reports failures for %2").arg(sender, wherePhrase(f));
    words.statement = joined({T::tr("%1, only %2 reported this failure for %3.")
                                  .arg(whenPhrase(f), sender, wherePhrase(f)),
                              howOften(f), othersDelivered(f), beside(f)});
    words.meaning =
        isSure(f)
            ? T::tr("A fault of your server would show in the reports of others too. So the "
                    "cause is probably with this sender or on the way from there. It may also "
                    "be stricter than others: about the authorities it trusts, about versions "
                    "of encryption, or by using IPv6.")
            : T::tr("That alone does not tell which side must act. This sender may be stricter "
                    "than others: about the authorities it trusts, about versions of "
                    "encryption, or by using IPv6. So check your own server first.");
    words.fix = {
        T::tr("Run the check from another network than your own, over IPv4 and over IPv6."),
        T::tr("If it finds nothing, write to the postmaster of the sender with these facts: days, "
              "server, addresses and counts."),
    };
    return words;
}

RuleWords oneNetwork(const Finding &f)
{
    const QString network = shown(f.details.address);
    RuleWords words;
    words.title = T::tr("All failures for %1 come from one network of %2")
                      .arg(wherePhrase(f), senderPhrase(f.senders));
    words.statement = joined(
        {T::tr("%1, all failures that %2 reported for %3 came from its network %4; its other "
               "networks had none.")
             .arg(whenPhrase(f), senderPhrase(f.senders), wherePhrase(f), network),
         howOften(f), beside(f)});
    words.meaning = T::tr(
        "A large sender delivers from several networks. When one of them has trouble and the "
        "others "
        "have none, the way between that network and your server is the first place to look: a "
        "firewall, a block list, a route.");
    words.fix = {
        T::tr("Check whether a firewall or a block list treats %1 in another way.").arg(network),
        T::tr("If not, write to the postmaster of the sender and name the network."),
    };
    return words;
}

RuleWords possibleInterference(const Finding &f)
{
    const QString sender = senderPhrase(f.senders);
    RuleWords words;
    words.title = T::tr("Possible interference between %1 and %2").arg(sender, wherePhrase(f));
    const QString network = shown(f.details.address);
    const QString what =
        network.isEmpty()
            ? T::tr("%1, %2 could not set up encryption with %3.", nullptr, senderCount(f))
                  .arg(whenPhrase(f), sender, hostPhrase(f))
            : T::tr("%1, %2 could not set up encryption with %3 from its network %4.", nullptr,
                    senderCount(f))
                  .arg(whenPhrase(f), sender, hostPhrase(f), network);
    words.statement = joined({what, howOften(f), othersDelivered(f), beside(f)});
    words.meaning = T::tr(
        "Somebody on the way between two mail servers can suppress encryption or put a server of "
        "their own in between. It looks like this, and so do harmless faults: a firewall that "
        "inspects mail, one machine of several that is set up differently, a route that was broken "
        "for a while, trouble with DNS. Reports cannot tell them apart; a person has to look.");
    words.fix = {
        T::tr("Compare the MX records and the addresses of the server from several networks."),
        T::tr("Run the check against every address, and see whether a firewall in front of the "
              "server inspects mail."),
        T::tr(
            "Ask the postmaster of the sender which address and which certificate it saw, and how "
            "the way there looks from its side."),
        T::tr(
            "Make it harder: mode enforce with a max_age of weeks, DANE, and a long lifetime (TTL) "
            "of the record _smtp._tls.%1.")
            .arg(domainPhrase(f)),
    };
    return words;
}

} // namespace

RuleWords senderRule(const Finding &f)
{
    return f.rule == Rule::R30    ? oneSender(f)
           : f.rule == Rule::R30b ? oneNetwork(f)
                                  : possibleInterference(f);
}

} // namespace tlsrpt::words
