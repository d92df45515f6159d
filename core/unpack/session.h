// SPDX-License-Identifier: GPL-3.0-or-later
// One input being unpacked: what it may still cost, and where its documents go.
#pragma once

#include "core/unpack/blob.h"
#include "core/unpack/unpack.h"

#include <optional>

namespace tlsrpt
{

class Inflater;
class MailParser;

/// What a worker keeps between inputs.
struct Workbench {
    Workbench();
    ~Workbench();
    const std::unique_ptr<Inflater> inflater;
    const std::unique_ptr<MailParser> mailParser;
};

/// Something found, before it is known what it holds.
struct Item {
    Blob blob;
    QString source;        ///< the way to it, as messages name it
    DocumentHints hints;   ///< claimsReport: its own name or media type says so
    bool expected = false; ///< what holds it says that it holds a report
    bool bodyText = false; ///< a mail's words: quoted headers there are no mail
    int depth = 0;         ///< containers around it
};

class Session
{
public:
    Session(const Limits &limits, ByteBudget &budget, JobControl &control, Workbench &bench,
            const UnpackSink &sink);
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    /// The one entry: decides what the item is and reads it.
    void open(Item item);

    /// Opens the top-level item of so many bytes, all of which are told as read at the end.
    void start(Item item, qint64 bytesTotal);
    /// So far the input was read (its own bytes, not unpacked ones). Only the outermost tells.
    void readTo(const Item &item, qint64 position);

    /// False when nothing more is wanted: cancelled, or a cap of the whole input crossed.
    bool goOn() { return !m_ended && !m_overfull && (m_control.checkpoint() || end()); }
    /// Counts one member; false when it is one too many (which is then reported).
    bool countMember();
    /// Around each mail of a mailbox; false when no more is wanted. A mailbox that is itself the
    /// input is no bomb, however many mails it holds: each is read by itself and may have as many
    /// members as an input, and one that has more does not end the others.
    bool beginMail(const Item &mailbox, const QString &mail);
    bool endMail(const Item &mailbox);
    /// Counts unpacked bytes; the error when there are too many, of this stream or altogether.
    std::optional<Error> countUnpacked(qint64 bytes, qint64 streamUnpacked, qint64 streamPacked);

    void reject(Error error, const QString &source);
    void reject(Code code, const QString &source, const QString &detail = {});
    void ignore(const QString &source, const QString &detail = {});
    void deliver(const Item &item, QByteArray json, QByteArray original, Packing packing);

    /// Inside a mail what is no report is not worth a word: the mail is, once, if all of it is none.
    void enterMail() { ++m_mails; }
    void leaveMail() { --m_mails; }
    bool inMail() const { return m_mails > 0; }
    /// Documents and rejections so far.
    qint64 results() const { return m_results; }

    const Limits &limits() const { return m_limits; }
    Workbench &bench() { return m_bench; }

private:
    bool end()
    {
        m_ended = true;
        return false;
    }
    void openContainer(const Item &item, void (*read)(Session &, const Item &));
    void openLeaf(const Item &item);

    const Limits &m_limits;
    ByteBudget &m_budget;
    JobControl &m_control;
    Workbench &m_bench;
    const UnpackSink &m_sink;
    QString m_counted;       ///< whose members are counted
    qint64 m_told = 0;
    qint64 m_total = 0;
    qint64 m_unpacked = 0;
    qint64 m_results = 0;
    qint64 m_ignored = 0;
    int m_members = 0;
    int m_mails = 0;
    bool m_ended = false;
    bool m_overfull = false; ///< too many members
};

/// One for each kind of container. They call back into the session for what they find.
void readGzip(Session &session, const Item &item);
void readZip(Session &session, const Item &item);
void readMbox(Session &session, const Item &item);
void readMail(Session &session, const Item &item);

} // namespace tlsrpt
