// SPDX-License-Identifier: GPL-3.0-or-later
// Short names: rules, severities, confidence and its reasons.
#include "ui/words/findingparts.h"

#include <QCoreApplication>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(FindingNames)
};

} // namespace

QString ruleName(Rule rule)
{
    switch (rule) {
    case Rule::R01: return T::tr("Expired certificate");
    case Rule::R02: return T::tr("Expired certificates on all servers");
    case Rule::R03: return T::tr("One address of a server fails");
    case Rule::R04: return T::tr("Certificate for another name");
    case Rule::R05: return T::tr("Certificate not trusted");
    case Rule::R06: return T::tr("No encryption offered");
    case Rule::R07: return T::tr("No encryption at times");
    case Rule::R08: return T::tr("Mail server not in the policy");
    case Rule::R09: return T::tr("Unknown mail server");
    case Rule::R10: return T::tr("Encryption not agreed");
    case Rule::R11: return T::tr("Failures without a reason");
    case Rule::R12: return T::tr("Policy cannot be fetched");
    case Rule::R13: return T::tr("Policy not fetched for a short time");
    case Rule::R14: return T::tr("One sender cannot fetch the policy");
    case Rule::R15: return T::tr("Key changed, DANE records not");
    case Rule::R16: return T::tr("DANE records changed, key not");
    case Rule::R17: return T::tr("DANE records not usable");
    case Rule::R18: return T::tr("Different policies in use");
    case Rule::R19: return T::tr("Policy rejected");
    case Rule::R20: return T::tr("Policy no longer found");
    case Rule::R21: return T::tr("Sender without the policy");
    case Rule::R22: return T::tr("Neither MTA-STS nor DANE");
    case Rule::R23: return T::tr("Mistakes in the policy");
    case Rule::R24: return T::tr("Policy kept for a short time");
    case Rule::R25: return T::tr("Policy allows any server");
    case Rule::R26: return T::tr("Policy entry never seen");
    case Rule::R27: return T::tr("DNSSEC broken");
    case Rule::R28: return T::tr("Sender demands DANE");
    case Rule::R29: return T::tr("DANE no longer seen");
    case Rule::R30: return T::tr("Only one sender affected");
    case Rule::R30b: return T::tr("Only one network affected");
    case Rule::R31: return T::tr("Possible interference");
    case Rule::R31b: return T::tr("New DANE record prepared");
    case Rule::R32: return T::tr("Reports of one sender stopped");
    case Rule::R33: return T::tr("All reports stopped");
    case Rule::R34: return T::tr("Ready for enforce");
    case Rule::R35: return T::tr("In testing for a long time");
    case Rule::R36: return T::tr("Not ready for enforce");
    case Rule::R37: return T::tr("Failures jumped");
    case Rule::R39: return T::tr("Reports deviate from the standard");
    case Rule::R40: return T::tr("Sessions reported twice");
    case Rule::R41: return T::tr("Policy mode changed");
    }
    Q_UNREACHABLE();
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return T::tr("Critical");
    case Severity::High:
        return T::tr("High");
    case Severity::Medium:
        return T::tr("Medium");
    case Severity::Low:
        return T::tr("Low");
    case Severity::Info:
        return T::tr("For your information");
    case Severity::Good:
        return T::tr("Good news");
    }
    Q_UNREACHABLE();
}

QString confidenceName(const Confidence &confidence)
{
    if (confidence.certain)
        return T::tr("certain");
    if (confidence.value >= highConfidence)
        return T::tr("high");
    return confidence.value >= mediumConfidence ? T::tr("medium") : T::tr("low");
}

QString confidenceReason(const ConfidenceReason &reason)
{
    const auto text = [&reason] {
        switch (reason.point) {
        case ConfidencePoint::Start:
            return T::tr("every finding starts with these");
        case ConfidencePoint::SeveralSenders:
            return T::tr("several senders saw it");
        case ConfidencePoint::ManySenders:
            return T::tr("four senders or more saw it");
        case ConfidencePoint::SeveralDays:
            return T::tr("it was seen on several days");
        case ConfidencePoint::ManyOccurrences:
            return T::tr("it was counted often");
        case ConfidencePoint::ReasonGiven:
            return T::tr("a sender names the reason");
        case ConfidencePoint::Certain:
            return T::tr("the policy or record itself proves it");
        case ConfidencePoint::FewOccurrences:
            return T::tr("it was counted once or twice only");
        case ConfidencePoint::BareFailure:
            return T::tr("no sender gives a reason that tells the cause");
        case ConfidencePoint::SuccessesOnThatServer:
            return T::tr("over 90 % of the sessions with that server succeed");
        case ConfidencePoint::OnlyCompatible:
            return T::tr("reports do not tell with which server the other sessions succeeded");
        case ConfidencePoint::AdoptedCause:
            return T::tr("the reason is the one another sender named for the same server");
        case ConfidencePoint::OtherTrackGood:
            return T::tr("senders that check MTA-STS reach the same server without trouble");
        case ConfidencePoint::SenderUnaffectedBefore:
            return T::tr("the same sender succeeded before and after");
        case ConfidencePoint::Limit:
            return reason.points < 0 ? T::tr("reports alone make nothing surer than 99 of 100")
                                     : T::tr("what was reported is never below 5 of 100");
        }
        Q_UNREACHABLE();
    }();
    if (reason.points == 0)
        return text;
    //: Points for or against, and why: "+20 several senders saw it"
    return reason.points > 0 ? T::tr("+%1 %2").arg(number(reason.points), text)
                             : T::tr("−%1 %2").arg(number(-qint64(reason.points)), text);
}

QString healthName(Health health)
{
    switch (health) {
    case Health::Broken:
        return T::tr("Something is broken");
    case Health::Enforcing:
        return T::tr("Protected and enforcing");
    case Health::Dane:
        return T::tr("Protected by DANE");
    case Health::Testing:
        return T::tr("Testing, not protected yet");
    case Health::Unprotected:
        return T::tr("Unprotected");
    case Health::NoReports:
        return T::tr("No reports");
    }
    Q_UNREACHABLE();
}

} // namespace tlsrpt::words
