// SPDX-License-Identifier: GPL-3.0-or-later
// How people find a mail again, without reading the whole of it.
#pragma once

#include <QByteArrayView>
#include <QString>

namespace tlsrpt
{

/// The subject, decoded (RFC 2047), else the Message-ID; without control characters, capped; may
/// be empty.
QString mailTitle(QByteArrayView mail);

} // namespace tlsrpt
