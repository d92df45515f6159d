// SPDX-License-Identifier: GPL-3.0-or-later
// How the archive keeps the bytes of a report: a gzip stream as it came, plain JSON compressed.
#pragma once

#include "core/unpack/document.h"

#include <QByteArray>

namespace tlsrpt
{

/// The bytes for original_.bytes. Slow for plain JSON: for a worker's thread.
QByteArray packedForArchive(const QByteArray &original, Packing packing);

/// The inverse: byte for byte what was found. Empty when the stored bytes are damaged.
QByteArray unpackedFromArchive(const QByteArray &stored, Packing packing);

} // namespace tlsrpt
