// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/inflater.h"
#include "core/unpack/session.h"

#include <algorithm>

namespace tlsrpt
{
namespace
{
constexpr qint64 pieceBytes = 256LL * 1024;

/// The compressed bytes of an item, from memory at once or from its file in pieces.
Inflater::Source piecesOf(Session &session, const Item &item, QByteArray &buffer)
{
    if (!item.blob.file) {
        return [view = QByteArrayView(item.blob.bytes)]() mutable -> Result<QByteArrayView> {
            return std::exchange(view, QByteArrayView());
        };
    }
    item.blob.file->seek(0);
    buffer.resize(pieceBytes);
    return [&session, &item, &buffer]() -> Result<QByteArrayView> {
        QFile &file = *item.blob.file;
        const qint64 got = file.read(buffer.data(), buffer.size());
        if (got < 0)
            return failure(Code::FileUnreadable, {}, file.errorString());
        session.readTo(item, file.pos());
        return QByteArrayView(buffer.constData(), got);
    };
}

struct Unpacked {
    Result<Blob> blob;
    std::optional<Error> error; ///< the blob is what came before it
    bool abandoned = false;     ///< cancelled
};

Unpacked inflateAll(Session &session, const Item &item)
{
    const Limits &limits = session.limits();
    const qint64 enough = std::max(limits.documentBytes, limits.ratioFloorBytes);
    Collector collector(limits, item.hints.claimsReport);
    QByteArray buffer;
    Unpacked result{Blob(), std::nullopt, false};
    qint64 unpacked = 0;
    qint64 sinceCheck = 0;
    const Inflater::Target target = [&](QByteArrayView piece, qint64 packed) {
        unpacked += piece.size();
        sinceCheck += piece.size();
        result.error = session.countUnpacked(piece.size(), unpacked, packed);
        if (result.error)
            return false;
        const Collector::Wish wish = collector.add(piece.data(), piece.size());
        if (wish == Collector::Wish::Failed) {
            result.error = collector.error();
            return false;
        }
        if (sinceCheck >= memoryBytes) {
            sinceCheck = 0;
            result.abandoned = !session.goOn();
        }
        // A stream of something else is followed until a bomb would have shown.
        return !result.abandoned && (wish == Collector::Wish::More || unpacked <= enough);
    };
    const Status status = session.bench().inflater->run(piecesOf(session, item, buffer), target);
    if (!status)
        result.error = status.error();
    result.blob = collector.finish();
    return result;
}

} // namespace

void readGzip(Session &session, const Item &item)
{
    Unpacked unpacked = inflateAll(session, item);
    if (unpacked.abandoned)
        return;
    if (!unpacked.error && !unpacked.blob)
        unpacked.error = unpacked.blob.error();
    if (unpacked.error) {
        // The mails before the damage are whole. Nothing else is of use without its end.
        if (unpacked.blob && unpacked.blob->content == Content::Mbox) {
            Item inner = item;
            inner.blob = std::move(*unpacked.blob);
            ++inner.depth;
            session.open(std::move(inner));
        }
        session.reject(*unpacked.error, item.source);
        return;
    }
    const Content content = unpacked.blob->content;
    const bool document = content == Content::Json
        || (content == Content::Unknown && item.hints.claimsReport);
    if (document) {
        const Result<QByteArray> original = item.blob.all(session.limits().documentBytes);
        if (original)
            session.deliver(item, unpacked.blob->bytes, *original, Packing::Gzip);
        else
            session.reject(original.error(), item.source);
        return;
    }
    Item inner = item;
    inner.blob = std::move(*unpacked.blob);
    ++inner.depth;
    session.open(std::move(inner));
}

Result<QByteArray> unpackOriginal(const QByteArray &original, Packing packing, const Limits &limits)
{
    if (packing == Packing::Plain)
        return original;
    QByteArray json;
    std::optional<Error> error;
    Inflater inflater;
    const Status status = inflater.run(
        [view = QByteArrayView(original)]() mutable -> Result<QByteArrayView> {
            return std::exchange(view, QByteArrayView());
        },
        [&](QByteArrayView piece, qint64 packed) {
            json.append(piece);
            if (json.size() > limits.documentBytes)
                error = Error{Code::TooLarge, {}, QString::number(limits.documentBytes)};
            else if (json.size() > limits.ratioFloorBytes && json.size() / std::max<qint64>(limits.ratio, 1) > packed)
                error = Error{Code::RatioExceeded, {}, QString::number(limits.ratio)};
            return !error;
        });
    if (error)
        return tl::unexpected<Error>(*error);
    if (!status)
        return tl::unexpected<Error>(status.error());
    return json;
}

} // namespace tlsrpt
