// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/originals.h"

namespace tlsrpt
{

QByteArray packedForArchive(const QByteArray &original, Packing packing)
{
    return packing == Packing::Gzip ? original : qCompress(original);
}

QByteArray unpackedFromArchive(const QByteArray &stored, Packing packing)
{
    return packing == Packing::Gzip ? stored : qUncompress(stored);
}

} // namespace tlsrpt
