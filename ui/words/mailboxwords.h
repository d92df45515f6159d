// SPDX-License-Identifier: GPL-3.0-or-later
// Mailboxes in words: the steps of a connection and certificates.
#pragma once

#include "core/source/imap/imapclient.h"

namespace tlsrpt::words
{

/// One line of a live log, "Signed in as me@example.org."
QString step(ImapStep step, const QString &detail);
/// What the server or the system said of it, without what only programs read: "No such user."
QString serversWords(const Error &error);
/// "It expired on 1 November 2026."
QString certificateFault(const CertificateFault &fault);
/// "1 January 2025 to 1 November 2026"
QString validity(const CertificateProblem &problem);
/// What was wrong with a certificate and whose it was, one line each.
QStringList certificate(const CertificateProblem &problem);
/// As people compare it: "AB:CD:…"
QString fingerprint(const QByteArray &sha256);
/// "TLS", "STARTTLS", "not encrypted"
QString securityName(Security security);

} // namespace tlsrpt::words
