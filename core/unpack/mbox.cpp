// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/session.h"

#include <QByteArray>

#include <cstring>

// The mails of an mbox (RFC 4155) are cut out here and parsed one at a time: GMime's own mbox mode
// takes every line that begins with "From " for the next mail, also a sentence of a text part.

namespace tlsrpt
{
namespace
{
constexpr qsizetype pieceBytes = 256LL * 1024;
constexpr qsizetype longestPostmark = 1024;

class MboxReader
{
public:
    MboxReader(Session &session, const Item &item)
        : m_session(session), m_item(item), m_device(item.blob.device())
    {
    }

    void readAll()
    {
        bool more = true;
        while (more) {
            more = fill();
            if (!m_session.goOn() || !takeLines(!more))
                return;
        }
        if (m_session.goOn())
            finishMail();
    }

private:
    /// Appends the next piece of the file; false at its end.
    bool fill()
    {
        m_text.remove(0, m_at);
        m_at = 0;
        const qsizetype old = m_text.size();
        m_text.resize(old + pieceBytes);
        const qint64 got = m_device->read(m_text.data() + old, pieceBytes);
        m_text.truncate(old + std::max<qint64>(got, 0));
        m_session.readTo(m_item, m_device->pos());
        if (got < 0)
            m_session.reject(Code::FileUnreadable, m_item.source, m_device->errorString());
        return got > 0;
    }

    /// Hands on what is surely of this mail, up to a line that may separate it from the next.
    bool takeLines(bool last)
    {
        qsizetype from = m_at;
        while (m_at < m_text.size()) {
            const QByteArrayView rest = QByteArrayView(m_text).sliced(m_at);
            if (!last && rest.size() < 2 * longestPostmark)
                break; // the line and the one behind it must be seen whole
            if (m_lineStart && rest.startsWith("From ") && separates(rest)) {
                if (!add(from) || !finishMail())
                    return false;
                m_at += lineLength(rest);
                from = m_at;
                m_open = true;
                m_blank = false;
                continue;
            }
            const qsizetype length = lineLength(rest);
            m_lineStart = length < rest.size() || rest.endsWith('\n');
            m_blank = rest[0] == '\n' || (rest[0] == '\r' && length == 2);
            m_at += length;
        }
        return add(from);
    }

    static qsizetype lineLength(QByteArrayView text)
    {
        const void *end = std::memchr(text.data(), '\n', text.size());
        return end ? static_cast<const char *>(end) - text.data() + 1 : text.size();
    }

    /// "From " opens a mail if it is a whole postmark. In a file that does not begin with one, also
    /// if it stands behind a blank line and before a header.
    bool separates(QByteArrayView rest)
    {
        const qsizetype length = lineLength(rest);
        const bool postmark = isPostmark(rest.first(length));
        if (!m_postmarks)
            m_postmarks = postmark;
        if (postmark || *m_postmarks)
            return postmark;
        const QByteArrayView next = rest.sliced(length);
        return m_blank && isHeaderLine(next.first(lineLength(next)));
    }

    bool add(qsizetype from)
    {
        if (!m_open || m_at == from)
            return true;
        const auto wish = m_collector->add(m_text.constData() + from, m_at - from);
        if (wish != Collector::Wish::Failed)
            return true;
        m_session.reject(m_collector->error(), m_item.source);
        return false;
    }

    bool finishMail()
    {
        const bool had = std::exchange(m_open, false);
        Result<Blob> blob = had ? m_collector->finish() : Result<Blob>(Blob());
        m_collector.emplace(m_session.limits(), Content::Mail);
        if (!had)
            return true;
        Item mail;
        mail.source = m_item.source + sourceSeparator + QStringLiteral("mail %1").arg(++m_number);
        if (!blob) {
            m_session.reject(blob.error(), mail.source);
            return false;
        }
        if (!m_session.goOn() || !m_session.beginMail(m_item, mail.source))
            return false;
        mail.blob = std::move(*blob);
        mail.hints.fileDate = m_item.hints.fileDate;
        mail.expected = m_item.expected;
        mail.depth = m_item.depth + 1;
        m_session.open(std::move(mail));
        return m_session.endMail(m_item);
    }

    Session &m_session;
    const Item &m_item;
    const std::shared_ptr<QIODevice> m_device;
    std::optional<Collector> m_collector;
    QByteArray m_text;
    qsizetype m_at = 0;
    qint64 m_number = 0;
    std::optional<bool> m_postmarks; ///< the first separator was one
    bool m_lineStart = true;
    bool m_blank = true;
    bool m_open = false;
};

} // namespace

void readMbox(Session &session, const Item &item)
{
    MboxReader(session, item).readAll();
}

} // namespace tlsrpt
