// SPDX-License-Identifier: GPL-3.0-or-later
// The same trouble in the words of each sender's software.
#pragma once

#include "tests/support/corpus/madereport.h"

namespace tlsrpt::made
{

struct Wording {
    QByteArray resultType;
    QByteArray reason;
};

Wording wordingOf(Trouble trouble, House house);

/// What Postfix hands on as receiving-mx-helo: the whole answer to EHLO.
QByteArray ehloAnswer(const QByteArray &mx, Trouble trouble);

} // namespace tlsrpt::made
