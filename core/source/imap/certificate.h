// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a server's certificate.
#pragma once

#include "core/source/imap/imapclient.h"

#include <QList>
#include <QSslCertificate>
#include <QSslError>

namespace tlsrpt
{

/// `host`: the name that was asked for.
CertificateProblem problemOf(const QSslCertificate &certificate, const QList<QSslError> &errors, const QString &host);
/// Is it exactly the one with this SHA-256 (of the DER, in bytes or in hexadecimal)? Never for "".
bool isPinned(const QSslCertificate &certificate, const QByteArray &sha256);

} // namespace tlsrpt
