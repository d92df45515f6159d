// SPDX-License-Identifier: GPL-3.0-or-later
// Which folders there are, and how much is in them.
#pragma once

#include "core/source/imap/imapclient.h"
#include "core/source/imap/imapsession.h"

namespace tlsrpt
{

struct ListedFolder {
    ImapFolder folder;
    QByteArray wireName; ///< as the server writes it
};

/// Of all namespaces (RFC 2342), with special use (RFC 6154), in the server's order.
Result<std::vector<ListedFolder>> listFolders(ImapSession &session);
Result<quint32> countMails(ImapSession &session, const QByteArray &wireName, const QString &folder);
/// EXAMINE or SELECT; FolderNotFound.
Result<OpenFolder> openFolder(ImapSession &session, const QByteArray &wireName, bool writable,
                              const QString &folder);

} // namespace tlsrpt
