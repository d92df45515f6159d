// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/severitylook.h"

namespace tlsrpt
{

SeverityLook lookOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical: return {u"octagon"_qs, Token::Failed, Token::Failed, Token::FailedSoft};
    case Severity::High: return {u"triangle"_qs, Token::Failed, Token::Failed, Token::FailedSoft};
    case Severity::Medium:
        return {u"triangle"_qs, Token::AttentionMark, Token::AttentionText, Token::AttentionSoft};
    case Severity::Low:
    case Severity::Info: return {u"circle-info"_qs, Token::Text2, Token::Text, Token::Hover};
    case Severity::Good: return {u"circle-check"_qs, Token::ProtectedText, Token::ProtectedText, Token::Selection};
    }
    return {};
}

SeverityLook lookOf(const Finding &finding)
{
    return lookOf(finding.open ? finding.severity : Severity::Good);
}

} // namespace tlsrpt
