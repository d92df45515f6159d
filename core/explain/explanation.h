// SPDX-License-Identifier: GPL-3.0-or-later
// What a failure means, as keys and facts; ui/words makes sentences of them.
#pragma once

#include "core/explain/cause.h"
#include "core/report/stspolicy.h"

#include <QStringList>

#include <vector>

namespace tlsrpt
{

/// Who must act. The names of `findings --json`.
enum class Owner : quint8 { ReceivingDomain, MxOperator, PolicyHost, Dns, Sender, Nobody };
QLatin1String slug(Owner owner);

/// What it did to the mail of these sessions. Never "lost".
enum class MailEffect : quint8 {
    DeliveredPlain,            ///< P: without encryption
    DeliveredUnauthenticated,  ///< U: encrypted, but to a server whose identity was not proven
    Delivered,                 ///< D
    Delayed,                   ///< S: this server skipped, next tried, else deferred, at last bounced
    DependsOnCachedPolicy,     ///< C
    DelayedThisSenderOnly,     ///< dane-required
    Unknown,                   ///< no policy text in the report to tell the mode
};

/// A command for the user to run. Filled in with the real host.
enum class CheckKind : quint8 {
    TlsHandshake,        ///< A
    TlsHandshakeAddress, ///< A'
    CertificateDates,    ///< B
    EhloCapabilities,    ///< C
    PolicyFile,          ///< D
    StsRecordAndMx,      ///< E
    TlsaRecords,         ///< F
    TlsaDigest,          ///< G
    PosttlsFinger,       ///< H
    ReportRecord,        ///< I
    PolicyHostCertificate,
    DnssecChain,         ///< delv
    TlsVersions,         ///< A with -tls1_2, -tls1_3
};
struct Check {
    CheckKind kind = CheckKind::TlsHandshake;
    QString command; ///< copyable; every inserted name is a validated host name or address
    bool needsPort25 = false;
    bool operator==(const Check &) const = default;
};

enum class AttackHint : quint8 {
    PracticallyNever, OnlyIfOneSenderSeesIt, ClassicDowngradeSymptom, OneNetworkOnly,
    WithUnexpectedHost, DnsTamperingLooksTheSame, FetchBlocking,
};

struct Situation {
    QString resultType;
    QString reason;
    Track track = Track::Other;
    PolicyMode mode = PolicyMode::Unknown;
    QString domain;
    QString mx;            ///< may be empty: policy level, no server involved
    QString receivingIp;   ///< may be empty
    QStringList patterns;  ///< of the policy the sender applied
};

struct Explanation {
    Cause cause = Cause::Unknown;
    CauseGroup group = CauseGroup::Other;
    Owner owner = Owner::MxOperator;
    MailEffect effect = MailEffect::Unknown;
    AttackHint attack = AttackHint::PracticallyNever;
    std::vector<Check> checks;       ///< first one first; never empty
    bool registeredType = true;      ///< RFC 8460 §6.6
    bool reasonUnderstood = false;   ///< false and a reason given: show it verbatim
    bool usedCachedPolicy = false;   ///< "fallback to cached policy": still protected
    std::optional<Miss> miss;        ///< why the host is not covered, for MxNotInPolicy
    Situation situation;
};

Explanation explain(const Situation &situation);
/// One command for a situation. Where a name is no plain host name or address, the command
/// carries MX or DOMAIN instead, so that nothing of a stranger's reaches a shell.
Check checkFor(CheckKind kind, const Situation &situation);
/// Whether a name may stand in a command: a host name of letters, digits, hyphens and dots.
bool isPlainHostName(QStringView name);
/// The effect of a cause under a policy, also for a policy other than the report's.
MailEffect effectOf(Cause cause, const QString &resultType, Track track, PolicyMode mode);
Coverage coverageOf(Track track, const QStringList &patterns, QStringView mx);

} // namespace tlsrpt
