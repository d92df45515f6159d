// SPDX-License-Identifier: GPL-3.0-or-later
// Icon, colour and ground of a severity: shape and word say the same as the colour.
#pragma once

#include "core/diagnosis/finding.h"
#include "ui/theme/theme.h"

namespace tlsrpt
{

struct SeverityLook {
    QString icon;
    Token mark = Token::Text2;   ///< of the icon
    Token text = Token::Text2;   ///< of words on `ground`
    Token ground = Token::Hover;
};

SeverityLook lookOf(Severity severity);
/// What is over looks solved, whatever it was.
SeverityLook lookOf(const Finding &finding);

} // namespace tlsrpt
