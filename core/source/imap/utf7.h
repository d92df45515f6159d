// SPDX-License-Identifier: GPL-3.0-or-later
// Names of mailboxes on the wire (RFC 3501 §5.1.3): modified UTF-7.
#pragma once

#include <QByteArray>
#include <QString>

namespace tlsrpt
{

QByteArray toModifiedUtf7(const QString &name);
/// What is no modified UTF-7 is taken for UTF-8, as some servers send it.
QString fromModifiedUtf7(const QByteArray &name);

} // namespace tlsrpt
