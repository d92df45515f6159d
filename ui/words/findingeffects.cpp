// SPDX-License-Identifier: GPL-3.0-or-later
// What a finding did to the mail, and who acts.
#include "ui/words/findingparts.h"

#include "ui/words/effects.h"
#include "ui/words/text.h"

#include <QCoreApplication>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(FindingEffects)
};

/// The words for failures speak of the policy as it is; what is over may have had another one.
QString pastEffect(const Finding &f)
{
    if (f.track != Track::Sts)
        return {};
    if (f.mode == PolicyMode::Testing) {
        switch (f.effect) {
        case MailEffect::DeliveredPlain:
            return T::tr("The policy was in testing then, so the mail was delivered, but without "
                         "encryption: others on the way could read it.");
        case MailEffect::DeliveredUnauthenticated:
            return T::tr("The policy was in testing then, so the mail was delivered. It was "
                         "encrypted, but no sender could be sure it reached the right server.");
        case MailEffect::Delivered:
            return T::tr("The policy was in testing then, so the mail was delivered.");
        case MailEffect::Delayed:
        case MailEffect::DependsOnCachedPolicy:
        case MailEffect::DelayedThisSenderOnly:
        case MailEffect::Unknown:
            return {};
        }
    }
    if (f.mode == PolicyMode::Enforce && f.effect == MailEffect::Delayed)
        return T::tr("The policy was in enforce then, so these senders did not deliver to this "
                     "server. They tried the next one; where there was none, the mail was delayed "
                     "and may have bounced after some days.");
    return {};
}

} // namespace

QString findingEffect(const Finding &f)
{
    if (!f.mailAffected)
        return T::tr("None so far: mail is delivered as usual. This is about how well it is "
                     "protected.");
    const QString past = f.open ? QString() : pastEffect(f);
    return past.isEmpty() ? effectWords(explained(f)) : past;
}

QString findingOwner(const Finding &f)
{
    if (f.owner != Owner::Sender) {
        Situation situation;
        situation.domain = f.domain;
        situation.mx = f.mx;
        return ownerName(f.owner, situation);
    }
    if (!isSure(f))
        return T::tr("You first, then the sender of the mail");
    return named(onlySender(f), T::tr("The sender of the mail: %1"),
                 T::tr("The senders of the mail"));
}

} // namespace tlsrpt::words
