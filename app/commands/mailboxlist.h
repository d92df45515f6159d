// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tlsrpt
{

/// "mailbox list …"
int runMailboxList(const QStringList &arguments);

} // namespace tlsrpt
