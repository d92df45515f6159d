// SPDX-License-Identifier: GPL-3.0-or-later
// What it did to the mail, who must act, and when to think of an attack.
#include "ui/words/effects.h"

#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(Effects)
};

bool isTesting(const Situation &s)
{
    return s.track == Track::Sts && s.mode == PolicyMode::Testing;
}

QString deliveredPlain(const Explanation &e)
{
    if (isTesting(e.situation))
        return T::tr(
            "The policy is in testing, so the mail was still delivered, but without "
            "encryption: others on the way could read it. Under enforce it would be delayed "
            "and may bounce.");
    if (e.cause == Cause::Handshake)
        return T::tr("No policy demanded encryption. Senders then usually deliver the mail without "
                     "it, so that others on the way could read it.");
    return T::tr(
        "No policy demanded encryption, so the mail was delivered without it: others on the "
        "way could read it.");
}

QString deliveredUnauthenticated(const Explanation &e)
{
    if (groupOf(e.cause) == CauseGroup::Dane)
        return T::tr("Most senders still delivered the mail, encrypted, but could not be sure that "
                     "it reached the right server. Stricter senders delayed it.");
    if (isTesting(e.situation))
        return T::tr("The policy is in testing, so the mail was still delivered. It was encrypted, "
                     "but no sender could be sure it reached the right server. Under enforce it "
                     "would be delayed and may bounce.");
    return T::tr("No policy demanded a proof, so the mail was delivered. It was encrypted, but no "
                 "sender could be sure it reached the right server.");
}

QString delivered(const Explanation &e)
{
    if (!isTesting(e.situation))
        return T::tr("No policy demanded more, so the mail was delivered. The report does not tell "
                     "whether it was encrypted.");
    if (e.cause == Cause::MxNotInPolicy)
        return T::tr("The policy is in testing, so the mail was still delivered. Under enforce it "
                     "would be delayed and may bounce.");
    return T::tr(
        "The policy is in testing, so the mail was still delivered. The report does not tell "
        "whether it was encrypted. Under enforce it would be delayed and may bounce.");
}

QString delayed(const Explanation &e)
{
    if (e.situation.track == Track::Sts && e.situation.mode == PolicyMode::Enforce)
        return T::tr("The policy is in enforce, so the sender did not deliver to this server. It "
                     "tries the next one; where there is none, the mail was delayed and may have "
                     "bounced after some days.");
    return T::tr(
        "A sender that checks DANE does not deliver to this server. It tries the next one; "
        "where there is none, the mail was delayed and may have bounced after some days.");
}

QString cachedPolicy(const Explanation &e)
{
    if (e.usedCachedPolicy)
        return T::tr(
            "The sender kept an earlier copy of the policy and went on using it, so the mail "
            "was still protected. When the copy is too old, that ends.");
    return T::tr(
        "The mail was not stopped by this. A sender with an earlier copy of the policy goes "
        "on using it; all others deliver as if there were no policy, without its "
        "protection.");
}

QString notTold(const Explanation &e)
{
    switch (e.situation.track) {
    case Track::Tlsa:
        return T::tr("For this mail the DANE records decided, not the MTA-STS policy. This failure "
                     "alone does not tell whether it was delayed.");
    case Track::Other:
        return T::tr(
            "The report names a kind of policy that is not known here, so it does not tell "
            "what became of the mail.");
    case Track::Sts:
    case Track::None:
        break;
    }
    return T::tr(
        "The report does not contain the policy, so it does not tell what became of the mail. "
        "Under testing it was delivered; under enforce it was delayed and may have bounced.");
}

} // namespace

QString effectWords(const Explanation &e)
{
    switch (e.effect) {
    case MailEffect::DeliveredPlain:
        return deliveredPlain(e);
    case MailEffect::DeliveredUnauthenticated:
        return deliveredUnauthenticated(e);
    case MailEffect::Delivered:
        return delivered(e);
    case MailEffect::Delayed:
        return delayed(e);
    case MailEffect::DependsOnCachedPolicy:
        return cachedPolicy(e);
    case MailEffect::DelayedThisSenderOnly:
        return T::tr("This sender delivers to you only with DANE, so its mail was delayed and may "
                     "have bounced. Mail from other senders is not affected by this.");
    case MailEffect::Unknown:
        return notTold(e);
    }
    Q_UNREACHABLE();
}

QString attackWords(AttackHint hint)
{
    switch (hint) {
    case AttackHint::PracticallyNever:
        return T::tr("This is practically never an attack; it comes from set-up and maintenance.");
    case AttackHint::OnlyIfOneSenderSeesIt:
        return T::tr("Think of an attack only if one sender sees this while others reach the same "
                     "server without trouble on the same days: then ask that sender which "
                     "certificate it was shown. If all see it, it is the set-up.");
    case AttackHint::ClassicDowngradeSymptom:
        return T::tr(
            "Somebody on the way between two mail servers can hide the offer of encryption, "
            "and it looks just like this. Look closer if one sender sees it while others do "
            "not, and if it stops by itself. If all see it on the same server, it is a fault "
            "of the server or of a firewall in front of it.");
    case AttackHint::OneNetworkOnly:
        return T::tr(
            "Taken alone this is no sign of an attack. Look closer if all failures come from "
            "one network of one sender while its other networks succeed.");
    case AttackHint::WithUnexpectedHost:
        return T::tr(
            "Think of an attack only if you do not know the mail server that is named. Then "
            "check the MX records of the domain at once, from several networks.");
    case AttackHint::DnsTamperingLooksTheSame:
        return T::tr(
            "Tampering with DNS looks the same. If only one sender sees it, its own DNS or "
            "the way to it is more likely; if all see it, the fault is in your DNS.");
    case AttackHint::FetchBlocking:
        return T::tr("Somebody who keeps a sender from fetching the policy keeps it from learning "
                     "that mail to you must be encrypted. Look closer if one sender fails for days "
                     "while others succeed, and if the same sender also finds no encryption.");
    }
    Q_UNREACHABLE();
}

QString ownerName(Owner owner, const Situation &situation)
{
    switch (owner) {
    case Owner::ReceivingDomain:
        return named(situation.domain, T::tr("The owner of %1"), T::tr("The owner of the domain"));
    case Owner::MxOperator:
        if (!situation.mx.isEmpty())
            return T::tr("The operator of %1").arg(shown(situation.mx));
        return named(situation.domain, T::tr("The operator of the mail servers of %1"),
                     T::tr("The operator of the mail server"));
    case Owner::PolicyHost:
        return named(situation.domain, T::tr("The operator of the web server mta-sts.%1"),
                     T::tr("The operator of the web server with the policy"));
    case Owner::Dns:
        return named(situation.mx.isEmpty() ? situation.domain : situation.mx,
                     T::tr("The operator of the DNS of %1"),
                     T::tr("The operator of the DNS of the mail server"));
    case Owner::Sender:
        return T::tr("The sender of the mail");
    case Owner::Nobody:
        return T::tr("Nobody; there is nothing to do");
    }
    Q_UNREACHABLE();
}

} // namespace tlsrpt::words
