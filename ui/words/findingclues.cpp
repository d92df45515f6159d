// SPDX-License-Identifier: GPL-3.0-or-later
// For and against interference on the way (R31).
#include "ui/words/findingparts.h"

#include <QCoreApplication>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(Clues)
};

QString clueText(ClueKind kind)
{
    switch (kind) {
    case ClueKind::OthersSucceedOnThatServer:
        return T::tr("others reached the same server with encryption on that day");
    case ClueKind::OthersSucceedThatDay:
        return T::tr("others succeeded on that day, though reports do not tell with which server");
    case ClueKind::SucceededBeforeAndAfter:
        return T::tr("the same sender succeeded the day before and the day after");
    case ClueKind::OneNetworkOnly:
        return T::tr("only one of the sender’s networks is affected");
    case ClueKind::AddressNeverSeen:
        return T::tr("the address that answered was never seen for this server, and others do not "
                     "see it");
    case ClueKind::FetchFailedToo:
        return T::tr("on the same day the sender could not fetch the policy either");
    case ClueKind::PolicyHostOnlyForThisSender:
        return T::tr("for days only this sender could not fetch the policy");
    case ClueKind::EhloWithoutStarttls:
        return T::tr("the server’s greeting, as this sender saw it, lacks the word STARTTLS, the "
                     "offer of encryption that others saw");
    case ClueKind::UnknownPolicy:
        return T::tr("the sender was shown a policy that nobody else saw");
    case ClueKind::ManySendersSeeIt:
        return T::tr("three senders or more see the same failure at the same server");
    case ClueKind::StartsWithChange:
        return T::tr("it begins on a day on which the policy, the DANE records or the mail servers "
                     "changed");
    case ClueKind::ManyNetworks:
        return T::tr("it is spread over many of the sender’s networks");
    case ClueKind::AddressFailsForOthersToo:
        return T::tr("others fail at the same address");
    case ClueKind::Few:
        return T::tr("it was counted once or twice only");
    case ClueKind::NoisySender:
        return T::tr("reports of this sender often show failures that pass by themselves");
    case ClueKind::FirewallMasking:
        return T::tr("the server’s greeting shows rows of X, the mark of a firewall that inspects "
                     "mail");
    }
    Q_UNREACHABLE();
}

} // namespace

QString clue(const Clue &clue, const Finding &)
{
    const QString text = clueText(clue.kind);
    //: Points for or against, and why
    return clue.points < 0 ? T::tr("−%1 %2").arg(number(-qint64(clue.points)), text)
                           : T::tr("+%1 %2").arg(number(clue.points), text);
}

} // namespace tlsrpt::words
