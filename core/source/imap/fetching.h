// SPDX-License-Identifier: GPL-3.0-or-later
// Whole mails, in batches by count and bytes.
#pragma once

#include "core/source/imap/imapclient.h"
#include "core/source/imap/imapsession.h"

namespace tlsrpt
{

/// As ImapClient::fetch().
Status fetchMails(ImapSession &session, const std::vector<quint32> &uids,
                  const std::function<bool(FetchedMail)> &take,
                  const std::function<void(quint32)> &missing);

/// The UID in a FETCH answer, 0 = none.
quint32 uidOf(const mailimap_msg_att &message);
/// The first static attribute of this type (MAILIMAP_MSG_ATT_...), nullptr = none.
const mailimap_msg_att_static *attribute(const mailimap_msg_att &message, int type);

} // namespace tlsrpt
