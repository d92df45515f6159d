// SPDX-License-Identifier: GPL-3.0-or-later
// One unpacking for a fuzz target: no promise of the sink may break, whatever the bytes.
#pragma once

#include "core/unpack/unpack.h"

#include <QByteArrayList>

#include <cstdlib>

namespace tlsrpt::fuzz
{

inline void require(bool kept)
{
    if (!kept)
        std::abort();
}

/// The documents found.
inline QByteArrayList unpackAll(const QByteArray &bytes, const QString &name)
{
    Limits limits;
    limits.documentBytes = 1 << 20;
    limits.ratioFloorBytes = 1 << 20;
    limits.inputBytes = 8 << 20;
    limits.members = 200;
    limits.nesting = 5;
    ByteBudget budget(64 << 20);
    JobControl control;
    qint64 read = 0;
    int calls = 0;
    QByteArrayList found;
    const auto failed = [&](const Error &error) {
        require(error.subject.startsWith(name));
        ++calls;
    };
    const UnpackSink sink = {
        [&](const Document &document) {
            ++calls;
            require(document.json.size() <= limits.documentBytes);
            require(document.source.startsWith(name));
            const auto again = unpackOriginal(document.original, document.packing, limits);
            require(again.has_value() && *again == document.json);
            found.append(document.json);
        },
        failed, failed, [&](qint64 more) { read += more; }};
    Unpacker one(limits, budget, control);
    one.unpack(bytes, name, 0, sink);
    require(read == bytes.size());
    require(calls > 0);
    return found;
}

} // namespace tlsrpt::fuzz
