// SPDX-License-Identifier: GPL-3.0-or-later
// Which mails are worth reading whole.
#pragma once

#include "core/source/imap/imapsession.h"

namespace tlsrpt
{

/// As ImapClient::candidates(), of the open folder.
Result<std::vector<quint32>> findCandidates(ImapSession &session, quint32 after);

} // namespace tlsrpt
