// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/rule.h"

#include <array>

namespace tlsrpt
{

namespace
{

struct RuleName {
    Rule rule;
    QLatin1String id;
    QLatin1String slug;
};
constexpr std::array ruleNames{
    RuleName{Rule::R01, QLatin1String("R01"), QLatin1String("certificate-expired")},
    RuleName{Rule::R02, QLatin1String("R02"), QLatin1String("certificate-expired")},
    RuleName{Rule::R03, QLatin1String("R03"), QLatin1String("single-address-fault")},
    RuleName{Rule::R04, QLatin1String("R04"), QLatin1String("certificate-name-mismatch")},
    RuleName{Rule::R05, QLatin1String("R05"), QLatin1String("certificate-untrusted")},
    RuleName{Rule::R06, QLatin1String("R06"), QLatin1String("starttls-missing")},
    RuleName{Rule::R07, QLatin1String("R07"), QLatin1String("starttls-intermittent")},
    RuleName{Rule::R08, QLatin1String("R08"), QLatin1String("mx-not-in-policy")},
    RuleName{Rule::R09, QLatin1String("R09"), QLatin1String("unknown-mail-host")},
    RuleName{Rule::R10, QLatin1String("R10"), QLatin1String("handshake-failure")},
    RuleName{Rule::R11, QLatin1String("R11"), QLatin1String("unexplained-failure")},
    RuleName{Rule::R12, QLatin1String("R12"), QLatin1String("policy-unreachable")},
    RuleName{Rule::R13, QLatin1String("R13"), QLatin1String("policy-fetch-transient")},
    RuleName{Rule::R14, QLatin1String("R14"), QLatin1String("policy-fetch-one-sender")},
    RuleName{Rule::R15, QLatin1String("R15"), QLatin1String("dane-certificate-changed")},
    RuleName{Rule::R16, QLatin1String("R16"), QLatin1String("dane-records-changed")},
    RuleName{Rule::R17, QLatin1String("R17"), QLatin1String("tlsa-unusable")},
    RuleName{Rule::R18, QLatin1String("R18"), QLatin1String("policy-versions-differ")},
    RuleName{Rule::R19, QLatin1String("R19"), QLatin1String("policy-rejected")},
    RuleName{Rule::R20, QLatin1String("R20"), QLatin1String("policy-lost")},
    RuleName{Rule::R21, QLatin1String("R21"), QLatin1String("sender-without-policy")},
    RuleName{Rule::R22, QLatin1String("R22"), QLatin1String("no-protection")},
    RuleName{Rule::R23, QLatin1String("R23"), QLatin1String("policy-defects")},
    RuleName{Rule::R24, QLatin1String("R24"), QLatin1String("max-age-short")},
    RuleName{Rule::R25, QLatin1String("R25"), QLatin1String("pattern-wide")},
    RuleName{Rule::R26, QLatin1String("R26"), QLatin1String("pattern-unused")},
    RuleName{Rule::R27, QLatin1String("R27"), QLatin1String("dnssec-broken")},
    RuleName{Rule::R28, QLatin1String("R28"), QLatin1String("dane-demanded")},
    RuleName{Rule::R29, QLatin1String("R29"), QLatin1String("dane-disappeared")},
    RuleName{Rule::R30, QLatin1String("R30"), QLatin1String("one-sender-only")},
    RuleName{Rule::R30b, QLatin1String("R30b"), QLatin1String("one-network-only")},
    RuleName{Rule::R31, QLatin1String("R31"), QLatin1String("possible-downgrade")},
    RuleName{Rule::R31b, QLatin1String("R31b"), QLatin1String("dane-rollover")},
    RuleName{Rule::R32, QLatin1String("R32"), QLatin1String("reports-stopped-sender")},
    RuleName{Rule::R33, QLatin1String("R33"), QLatin1String("reports-stopped-all")},
    RuleName{Rule::R34, QLatin1String("R34"), QLatin1String("ready-for-enforce")},
    RuleName{Rule::R35, QLatin1String("R35"), QLatin1String("testing-too-long")},
    RuleName{Rule::R36, QLatin1String("R36"), QLatin1String("not-ready-for-enforce")},
    RuleName{Rule::R37, QLatin1String("R37"), QLatin1String("failure-jump")},
    RuleName{Rule::R39, QLatin1String("R39"), QLatin1String("report-quality")},
    RuleName{Rule::R40, QLatin1String("R40"), QLatin1String("counted-twice")},
    RuleName{Rule::R41, QLatin1String("R41"), QLatin1String("policy-mode-changed")},
};
static_assert(ruleNames.size() == ruleCount);
constexpr bool inOrder()
{
    for (size_t i = 0; i < ruleNames.size(); ++i) {
        if (ruleNames[i].rule != static_cast<Rule>(i))
            return false;
    }
    return true;
}
static_assert(inOrder());

} // namespace

QLatin1String id(Rule rule)
{
    return ruleNames[static_cast<size_t>(rule)].id;
}

QLatin1String slug(Rule rule)
{
    return ruleNames[static_cast<size_t>(rule)].slug;
}

QLatin1String slug(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return QLatin1String("critical");
    case Severity::High:
        return QLatin1String("high");
    case Severity::Medium:
        return QLatin1String("medium");
    case Severity::Low:
        return QLatin1String("low");
    case Severity::Info:
        return QLatin1String("info");
    case Severity::Good:
        return QLatin1String("good");
    }
    Q_UNREACHABLE();
}

std::optional<Severity> severityOf(QStringView text)
{
    for (int i = 0; i < severityCount; ++i) {
        if (text == slug(static_cast<Severity>(i)))
            return static_cast<Severity>(i);
    }
    return {};
}

Severity milder(Severity severity)
{
    return severity >= Severity::Info ? severity
                                      : static_cast<Severity>(static_cast<int>(severity) + 1);
}

} // namespace tlsrpt
