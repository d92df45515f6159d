// SPDX-License-Identifier: GPL-3.0-or-later
// Who is asking: PLAIN (RFC 4616), LOGIN, or XOAUTH2 with an access token.
#pragma once

#include "core/source/imap/imapsession.h"
#include "core/source/mailbox.h"

namespace tlsrpt
{

/// Capabilities must be known. SignInRefused, AppPasswordNeeded, ImapSwitchedOff, SignInEnded,
/// EncryptionMissing (the server takes no password), ServerClosed for its passing troubles.
Status signIn(ImapSession &session, const Mailbox &mailbox, const Secret &secret);

/// What the words of a refusal mean.
Code refusalOf(SignIn way, const QString &words);

} // namespace tlsrpt
