// SPDX-License-Identifier: GPL-3.0-or-later
// The only things that are ever changed in a mailbox, and only for mails named by UID.
#pragma once

#include "core/source/imap/imapsession.h"

namespace tlsrpt
{

Status markAsRead(ImapSession &session, const std::vector<quint32> &uids, const QString &folder);
/// As ImapClient::move().
Status moveMails(ImapSession &session, const std::vector<quint32> &uids,
                 const QByteArray &wireName, const QString &folder);

} // namespace tlsrpt
