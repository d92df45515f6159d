// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explain/explanation.h"

#include "core/explain/checks.h"
#include "core/explain/reason.h"

namespace tlsrpt
{

namespace
{

Owner ownerOf(Cause cause, const Situation &situation)
{
    switch (cause) {
    case Cause::MxNotInPolicy:
    case Cause::DaneMissing:
    case Cause::StsRecordBad:
    case Cause::StsRecordGone:
    case Cause::PolicyInvalid:
        return Owner::ReceivingDomain;
    case Cause::TlsaUnusable:
    case Cause::TlsaSyntax:
    case Cause::Dnssec:
        return Owner::Dns;
    case Cause::TlsaMismatch:
    case Cause::SelfSigned:
    case Cause::ChainIncomplete:
    case Cause::NotTrusted:
    case Cause::Expired:
    case Cause::NotYetValid:
    case Cause::WrongPurpose:
    case Cause::NameMismatch:
    case Cause::Handshake:
    case Cause::StarttlsNotOffered:
    case Cause::StarttlsRefused:
        return Owner::MxOperator;
    case Cause::FetchTimeout:
    case Cause::FetchRedirect:
    case Cause::FetchNotFound:
    case Cause::FetchBlocked:
    case Cause::FetchServerError:
    case Cause::FetchConnect:
    case Cause::FetchBackoff:
    case Cause::FetchFailed:
    case Cause::PolicyHostCertificate:
        return Owner::PolicyHost;
    case Cause::SenderConfiguration:
        return Owner::Sender;
    case Cause::NoReason:
    case Cause::Unknown:
        // Check your own side first (R11); without a server that is the domain itself.
        return situation.mx.isEmpty() ? Owner::ReceivingDomain : Owner::MxOperator;
    }
    Q_UNREACHABLE();
}

AttackHint attackOf(Cause cause)
{
    switch (cause) {
    case Cause::StarttlsNotOffered:
    case Cause::StarttlsRefused:
        return AttackHint::ClassicDowngradeSymptom;
    case Cause::NameMismatch:
    case Cause::SelfSigned:
    case Cause::ChainIncomplete:
    case Cause::NotTrusted:
    case Cause::TlsaMismatch:
    case Cause::PolicyHostCertificate:
        return AttackHint::OnlyIfOneSenderSeesIt;
    case Cause::Handshake:
    case Cause::NoReason:
    case Cause::Unknown:
        return AttackHint::OneNetworkOnly;
    case Cause::MxNotInPolicy:
    case Cause::DaneMissing:
        return AttackHint::WithUnexpectedHost;
    case Cause::Dnssec:
    case Cause::StsRecordGone:
        return AttackHint::DnsTamperingLooksTheSame;
    case Cause::FetchTimeout:
    case Cause::FetchConnect:
    case Cause::FetchBackoff:
    case Cause::FetchFailed:
        return AttackHint::FetchBlocking;
    // The web server itself answered over authenticated HTTPS, or a date or record is wrong.
    case Cause::FetchRedirect:
    case Cause::FetchNotFound:
    case Cause::FetchBlocked:
    case Cause::FetchServerError:
    case Cause::PolicyInvalid:
    case Cause::StsRecordBad:
    case Cause::Expired:
    case Cause::NotYetValid:
    case Cause::WrongPurpose:
    case Cause::TlsaUnusable:
    case Cause::TlsaSyntax:
    case Cause::SenderConfiguration:
        return AttackHint::PracticallyNever;
    }
    Q_UNREACHABLE();
}

} // namespace

QLatin1String slug(Owner owner)
{
    switch (owner) {
    case Owner::ReceivingDomain: return QLatin1String("receiving-domain");
    case Owner::MxOperator: return QLatin1String("mx-operator");
    case Owner::PolicyHost: return QLatin1String("policy-host");
    case Owner::Dns: return QLatin1String("dns");
    case Owner::Sender: return QLatin1String("sender");
    case Owner::Nobody: return QLatin1String("nobody");
    }
    Q_UNREACHABLE();
}

Coverage coverageOf(Track track, const QStringList &patterns, QStringView mx)
{
    if (track != Track::Sts || mx.isEmpty())
        return Coverage::NotApplicable;
    if (patterns.isEmpty())
        return Coverage::Unknown;
    return coveringPattern(patterns, mx) ? Coverage::Covered : Coverage::NotCovered;
}

Explanation explain(const Situation &situation)
{
    const Coverage coverage = coverageOf(situation.track, situation.patterns, situation.mx);
    const CauseReading reading =
        readCause({situation.resultType, situation.reason, situation.track, coverage});
    Explanation e;
    e.situation = situation;
    e.cause = reading.cause;
    e.group = groupOf(e.cause);
    e.reasonUnderstood = reading.reasonUnderstood;
    e.usedCachedPolicy = reading.usedCachedPolicy;
    e.registeredType = resultTypeOf(QStringView(situation.resultType).trimmed()).has_value();
    e.owner = ownerOf(e.cause, situation);
    e.attack = attackOf(e.cause);
    e.effect = effectOf(e.cause, situation.resultType, situation.track, situation.mode);
    e.checks = checksFor(e.cause, situation);
    if (e.cause == Cause::MxNotInPolicy && coverage == Coverage::NotCovered)
        e.miss = explainMiss(situation.patterns, situation.mx, situation.domain);
    return e;
}

} // namespace tlsrpt
