// SPDX-License-Identifier: GPL-3.0-or-later
// Icon, colour and ground of a domain's state: shape and word say the same as the colour.
#pragma once

#include "core/diagnosis/diagnosis.h"
#include "ui/theme/theme.h"

namespace tlsrpt
{

struct HealthLook {
    QString icon;
    Token mark = Token::Text2;   ///< of the icon
    Token text = Token::Text;    ///< of words, also on `ground`
    Token ground = Token::Hover;
};
HealthLook lookOf(Health health);

} // namespace tlsrpt
