// SPDX-License-Identifier: GPL-3.0-or-later
// MTA-STS policy text (RFC 8461 §3.2) and MX patterns (§4.1), read leniently, defects listed.
#pragma once

#include "core/report/report.h"

#include <optional>

namespace tlsrpt
{

enum class PolicyDefect : quint8 {
    VersionMissing, VersionUnknown, ModeMissing, ModeUnknown, MaxAgeMissing, MaxAgeUnreadable,
    MaxAgeTooLarge, MxMissing, MxWildcardMisplaced, MxNotALabels, MxEmpty, MxSeveralOnOneLine,
    MxTrailingText, FieldDuplicated, LineUnreadable,
};

struct PolicyDefectAt {
    PolicyDefect defect;
    QString text; ///< the line or value
    bool operator==(const PolicyDefectAt &) const = default;
};

struct StsPolicy {
    QString version;
    PolicyMode mode = PolicyMode::Unknown;
    std::optional<qint64> maxAge; ///< seconds
    QStringList mx;               ///< patterns, normalised, order kept
    std::vector<PolicyDefectAt> defects;

    /// version, mode, max_age and the sorted unique mx: equal texts of one policy agree.
    QString fingerprint() const;
    bool operator==(const StsPolicy &) const = default;
};

/// Lines as a report's policy-string carries them, or the lines of a policy file.
StsPolicy parseStsPolicy(const QStringList &lines);

/// A pattern in the form it is compared in: like a host name, a leading "*." kept.
QString normalisedPattern(QStringView pattern);

/// RFC 8461 §4.1: one leftmost "*." stands for exactly one label.
bool mxMatches(QStringView pattern, QStringView host);
/// The first pattern that covers the host, or none.
std::optional<QString> coveringPattern(const QStringList &patterns, QStringView host);

/// Why a host is not covered although a pattern looks as if it should be.
enum class MissReason : quint8 {
    NotListed,           ///< nothing resembles it
    OneLabelOnly,        ///< "*.X" and the host is two or more labels in front of X
    PatternIsMailDomain, ///< the pattern is the policy domain itself
    ParentOnly,          ///< the pattern "*.X" and the host is X
    OldDraftSyntax,      ///< ".X" without the asterisk
    WildcardMisplaced,
    OtherOrganization,   ///< the host's registrable domain is none of the patterns'
};
struct Miss {
    MissReason reason = MissReason::NotListed;
    QString pattern; ///< the pattern that nearly covers it; may be empty
    bool operator==(const Miss &) const = default;
};
Miss explainMiss(const QStringList &patterns, QStringView host, QStringView policyDomain);

} // namespace tlsrpt
