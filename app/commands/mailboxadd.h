// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tlsrpt
{

/// `mailbox add NAME …`; `arguments` begin with "add".
int runMailboxAdd(const QStringList &arguments);

} // namespace tlsrpt
