// SPDX-License-Identifier: GPL-3.0-or-later
// From a mail address to the server that has its mailbox, without asking the network.
#pragma once

#include "core/source/mailbox.h"

#include <vector>

namespace tlsrpt
{

/// What to propose, or to try, for an address.
struct MailboxProposal {
    QString host;
    quint16 port = 993;
    Security security = Security::Tls;
    QString user;                   ///< mostly the address; iCloud wants its first part
    SignIn signIn = SignIn::Password;
    QString provider;               ///< OAuth 2: Mailbox::provider; "" = not offered
    bool needsAppPassword = false;  ///< the account's own password is not taken
    bool mayNeedSwitchingOn = false; ///< IMAP is off at this provider until its user turns it on
    QString providerName;           ///< as it calls itself; "" = unknown, a guess

    bool operator==(const MailboxProposal &) const = default;
};

/// One proposal for a provider that is known; else guesses, the likeliest first (imap.DOMAIN and
/// mail.DOMAIN with TLS, then with STARTTLS, then DOMAIN). Empty: not a mail address.
std::vector<MailboxProposal> proposalsFor(const QString &address);

/// The provider that an MX host or an IMAP host belongs to, for domains of the user's own that are
/// hosted there ("example-org.mail.protection.outlook.com"); `address` becomes the user.
std::vector<MailboxProposal> proposalsForHost(const QString &host, const QString &address);

} // namespace tlsrpt
