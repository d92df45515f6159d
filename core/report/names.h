// SPDX-License-Identifier: GPL-3.0-or-later
// Host names, domains and addresses in the one form the archive compares them in.
#pragma once

#include <QString>

namespace tlsrpt
{

/// Lower case, A-labels, without trailing dot and surrounding blanks. What cannot be a host name
/// is returned trimmed and lower-cased.
QString normalisedHost(QStringView host);

/// RFC 5952 text of an IPv4 or IPv6 address (also in brackets); empty if it is none.
QString normalisedAddress(QStringView address);

/// The normalised domain of "user@domain", also in angle brackets; a text without "@" is taken
/// for a domain itself.
QString domainOfAddress(QStringView address);

/// The registrable domain (public suffix list) of a host or of an address's domain part;
/// the host itself where there is none. "tls_support@corp.mail.ru" gives "mail.ru".
QString registrableDomain(QStringView hostOrAddress);

} // namespace tlsrpt
