// SPDX-License-Identifier: GPL-3.0-or-later
// Commands and their answers: the library over one stream. Not signed in by itself.
#pragma once

#include "core/source/imap/serverstream.h"

#include <libetpan/mailimap.h>

#include <QSet>

#include <functional>
#include <vector>

namespace tlsrpt
{

class ImapSession
{
public:
    /// `host` is what errors are about.
    ImapSession(std::unique_ptr<Wire> wire, QString host);
    ~ImapSession();
    ImapSession(const ImapSession &) = delete;
    ImapSession &operator=(const ImapSession &) = delete;

    /// Reads the greeting.
    Status greet();
    bool preauthenticated() const;

    /// One command. true = OK, false = NO or BAD; words() says why. Errors: the connection is over.
    Result<bool> run(const QByteArray &command, const Allowance &allowance = {});
    /// The same for a command that the server answers with "+" in between: these follow, without
    /// their line ends, then "*" (RFC 3501 §6.2.2). They may be secrets.
    Result<bool> converse(const QByteArray &command, const QList<QByteArray> &answers);
    /// As run(), each FETCH answer given to `each`, BODY[] contents appended to `body` before.
    Result<bool> fetch(const QByteArray &command, const Allowance &allowance, QByteArray &body,
                       const std::function<void(const mailimap_msg_att &)> &each);
    /// NO and BAD are `code`.
    Status require(const QByteArray &command, Code code, const QString &subject);
    const QString &host() const { return m_host; }

    /// Did the library understand the last answer? If not, what it brought is not to be trusted.
    bool understood() const { return m_understood; }
    bool saidBad() const { return m_stream.filter().end() == AnswerFilter::End::Bad; }
    /// The server's words with the last answer, an [ALERT] first.
    QString words() const;

    quint32 codeNumber(const QByteArray &code) const { return m_stream.filter().codeNumber(code); }
    /// What STATUS said of MESSAGES.
    std::optional<quint32> statusMessages() const;
    /// The line of NAMESPACE as sent, "" = none.
    const QByteArray &namespaces() const { return m_stream.filter().namespaces(); }

    Status askCapabilities();
    bool can(const char *capability) const { return m_capabilities.contains(capability); }

    /// Plain text behind the answer to STARTTLS would be taken for encrypted (RFC 2595 §3.1).
    bool hasLeftOver() const { return m_stream.hasLeftOver(); }
    void compress() { m_stream.compress(); }

    /// IDLE: starts, returns true when a mail comes before `milliseconds` are over, and ends it.
    /// ServerAnswerBroken when the server does not want to, or ends it by itself.
    Result<bool> idle(int milliseconds);

    mailimap &library() { return *m_imap; }
    Wire &wire() { return m_stream.wire(); }
    void sayGoodbye();

private:
    Result<bool> finish(int code);
    void drain();
    void expectNext(const Allowance &allowance);
    QByteArray nextTag() const;
    bool send(const QByteArray &line);
    tl::unexpected<Error> failed(Code code, const QString &detail = {}) const;

    mutable ServerStream m_stream;
    QString m_host;
    mailimap *m_imap = nullptr;
    mailstream *m_buffered = nullptr;
    QSet<QByteArray> m_capabilities;
    bool m_understood = true;
    QByteArray m_greeting;
};

/// A quoted string (RFC 3501 §4.3). Line ends and NUL cannot be in one and are left out.
QByteArray quoted(const QByteArray &text);
/// "3:7,9", ascending UIDs.
QByteArray uidSet(const std::vector<quint32> &uids, size_t from, size_t count);

} // namespace tlsrpt
