// SPDX-License-Identifier: GPL-3.0-or-later
// A command of the user's that prints the password, as mbsync and msmtp have it.
#pragma once

#include "core/base/error.h"
#include "core/source/mailbox.h"

#include <QFuture>

class QObject;

namespace tlsrpt
{

/// Runs it in the shell; the secret is the first line of what it prints. The answer comes by the
/// event loop; `owner` going away ends the command. PasswordCommandFailed: it cannot be started,
/// takes longer, fails or prints nothing; the detail has its status and the first line of its
/// standard error, never what it printed.
QFuture<Result<Secret>> runPasswordCommand(const QString &command, const QString &mailbox, QObject *owner,
                                           int timeoutMs = 30'000);

} // namespace tlsrpt
