// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/healthlook.h"

namespace tlsrpt
{

HealthLook lookOf(Health health)
{
    switch (health) {
    case Health::Broken: return {u"octagon"_qs, Token::Failed, Token::Failed, Token::FailedSoft};
    case Health::Enforcing:
        return {u"circle-check"_qs, Token::ProtectedText, Token::ProtectedText, Token::Selection};
    case Health::Dane: return {u"lock"_qs, Token::ProtectedText, Token::ProtectedText, Token::Selection};
    case Health::Testing:
        return {u"flask"_qs, Token::AttentionMark, Token::AttentionText, Token::AttentionSoft};
    case Health::Unprotected: return {u"circle-cross"_qs, Token::Text2, Token::Text, Token::Hover};
    case Health::NoReports: return {u"pause"_qs, Token::Text2, Token::Text2, Token::Hover};
    }
    Q_UNREACHABLE();
}

} // namespace tlsrpt
