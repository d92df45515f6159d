// SPDX-License-Identifier: GPL-3.0-or-later
// Files that do harm to whoever unpacks them without a limit.
#pragma once

#include <QByteArray>

namespace tlsrpt::test
{

/// A gzip file that unpacks to this many megabytes of blanks.
QByteArray gzipBomb(int megabytes);
/// A zip file with one such member.
QByteArray zipBomb(const QByteArray &member, int megabytes);
/// A zip file with one stored member; the name is written as it is, "../" too.
QByteArray zipOf(const QByteArray &member, const QByteArray &content);
/// Zip in zip in zip around the content.
QByteArray nestedZips(int depth, QByteArray content);

} // namespace tlsrpt::test
