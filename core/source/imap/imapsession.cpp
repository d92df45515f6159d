// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/imapsession.h"

#include <libetpan/mailimap_extension.h>
#include <libetpan/mailstream.h>
#include <libetpan/mmapstring.h>

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr size_t bufferBytes = 8 * 1024;
// Larger strings would be files in the temporary folder.
constexpr size_t inMemory = 1024 * 1024 * 1024;

void noProgress(size_t, size_t, void *) {}

// Servers may send anything at any time (RFC 3501 §2.2.2); the library sees what the command asks for.
Allowance asking(const QByteArray &command, Allowance allowance)
{
    const QByteArrayList words = command.split(' ');
    const QByteArray verb = words.value(words.first() == "UID" ? 1 : 0);
    allowance.data = verb == "EXAMINE" || verb == "SELECT" ? QByteArray("EXISTS") : verb;
    const qint64 mebibyte = 1024LL * 1024;
    if (verb == "SEARCH")
        allowance.lineBytes = 16 * mebibyte; // all that is found is one line
    if (verb != "FETCH")
        allowance.answerBytes = 16 * mebibyte;
    return allowance;
}

struct Fetching {
    QByteArray &body;
    const std::function<void(const mailimap_msg_att &)> &each;
};

void onMessage(mailimap_msg_att *message, void *context)
{
    if (message)
        static_cast<Fetching *>(context)->each(*message);
}

bool onBody(int, mailimap_msg_att_body_section *, const char *bytes, size_t size, void *context)
{
    static_cast<Fetching *>(context)->body.append(bytes, static_cast<qsizetype>(size));
    return true;
}

} // namespace

ImapSession::ImapSession(std::unique_ptr<Wire> wire, QString host)
    : m_stream(std::move(wire))
    , m_host(std::move(host))
{
    mmap_string_set_ceil(inMemory);
    m_imap = mailimap_new(0, nullptr);
    m_buffered = mailstream_new(m_stream.low(), bufferBytes);
    // Messages are handed over one by one only when progress is asked for.
    mailimap_set_progress_callback(m_imap, noProgress, noProgress, nullptr);
    mailimap_set_qip_workaround_enabled(m_imap, 1); // "* 1 FETCH ()"
}

ImapSession::~ImapSession()
{
    // mailimap_free() would say LOGOUT and wait for the answer.
    m_imap->imap_stream = nullptr;
    mailimap_free(m_imap);
    mailstream_close(m_buffered);
}

tl::unexpected<Error> ImapSession::failed(Code code, const QString &detail) const
{
    return failure(code, m_host, detail);
}

QString ImapSession::words() const
{
    const AnswerFilter &filter = m_stream.filter();
    const QString said = QString::fromUtf8(filter.words());
    return filter.alert().isEmpty() ? said : QString::fromUtf8(filter.alert()) % u"\n" % said;
}

// The library's own way to read a greeting is not fit for strangers.
Status ImapSession::greet()
{
    m_stream.filter().expect({});
    while (!m_stream.filter().ended() && m_stream.pump()) {
    }
    m_greeting = m_stream.filter().words().toUpper();
    if (m_stream.failure())
        return failed(m_stream.failure()->code, m_stream.failure()->detail);
    if (m_stream.filter().end() != AnswerFilter::End::Ok)
        return failed(Code::ServerAnswerBroken, QString::fromUtf8(m_stream.filter().words()));
    m_imap->imap_stream = m_buffered;
    m_imap->imap_connection_info = mailimap_connection_info_new();
    m_imap->imap_state = MAILIMAP_STATE_NON_AUTHENTICATED;
    return {};
}

bool ImapSession::preauthenticated() const
{
    return m_greeting.startsWith("* PREAUTH");
}

QByteArray ImapSession::nextTag() const
{
    return QByteArray::number(m_imap->imap_tag + 1);
}

void ImapSession::expectNext(const Allowance &allowance)
{
    m_stream.dropUnread();
    m_buffered->read_buffer_len = 0;
    m_buffered->write_buffer_len = 0;
    m_stream.filter().expect(nextTag(), allowance);
}

Result<bool> ImapSession::run(const QByteArray &command, const Allowance &allowance)
{
    expectNext(asking(command, allowance));
    return finish(mailimap_custom_command(m_imap, command.constData()));
}

Result<bool> ImapSession::fetch(const QByteArray &command, const Allowance &allowance,
                                QByteArray &body,
                                const std::function<void(const mailimap_msg_att &)> &each)
{
    Fetching fetching{body, each};
    mailimap_set_msg_att_handler(m_imap, onMessage, &fetching);
    mailimap_set_msg_body_handler(m_imap, onBody, &fetching);
    Result<bool> done = run(command, allowance);
    mailimap_set_msg_att_handler(m_imap, nullptr, nullptr);
    mailimap_set_msg_body_handler(m_imap, nullptr, nullptr);
    return done;
}

Status ImapSession::require(const QByteArray &command, Code code, const QString &subject)
{
    const Result<bool> done = run(command);
    if (!done)
        return tl::unexpected(done.error());
    if (!*done)
        return failure(code, subject, words());
    return {};
}

bool ImapSession::send(const QByteArray &line)
{
    return mailstream_write(m_buffered, line.constData(), static_cast<size_t>(line.size())) >= 0 &&
           mailstream_write(m_buffered, "\r\n", 2) >= 0 && mailstream_flush(m_buffered) == 0;
}

Result<bool> ImapSession::converse(const QByteArray &command, const QList<QByteArray> &answers)
{
    Allowance allowance;
    allowance.challenges = true;
    expectNext(allowance);
    if (mailimap_send_current_tag(m_imap) != MAILIMAP_NO_ERROR || !send(command))
        return finish(MAILIMAP_ERROR_STREAM);
    qsizetype next = 0;
    for (;;) {
        const char *line = mailstream_read_line(m_buffered, m_imap->imap_stream_buffer);
        if (!line)
            return finish(MAILIMAP_ERROR_STREAM);
        if (*line != '+')
            break;
        if (next > answers.size())
            return failed(Code::ServerAnswerBroken, QStringLiteral("+"));
        const bool sent = send(next < answers.size() ? answers.at(next) : QByteArray("*"));
        ++next;
        if (!sent)
            return finish(MAILIMAP_ERROR_STREAM);
    }
    mailimap_response *response = nullptr;
    const int code = mailimap_parse_response(m_imap, &response);
    if (code == MAILIMAP_NO_ERROR)
        mailimap_response_free(response);
    return finish(code);
}

// How the command ended is what the filter saw; the library's code tells whether it could read it.
Result<bool> ImapSession::finish(int code)
{
    const bool said = code == MAILIMAP_NO_ERROR || code == MAILIMAP_ERROR_CUSTOM_COMMAND;
    if (!m_stream.filter().ended() && !m_stream.failure())
        drain();
    if (m_stream.failure()) {
        const Error &error = *m_stream.failure();
        return failure(error.code, error.subject.isEmpty() ? m_host : error.subject, error.detail);
    }
    const AnswerFilter::End end = m_stream.filter().end();
    m_understood = said || end != AnswerFilter::End::Ok;
    return end == AnswerFilter::End::Ok;
}

void ImapSession::drain()
{
    while (!m_stream.filter().ended() && m_stream.pump())
        m_stream.dropUnread();
}

std::optional<quint32> ImapSession::statusMessages() const
{
    const QByteArray line = m_stream.filter().status().toUpper();
    const qsizetype list = line.lastIndexOf('(');
    const QByteArrayList words = line.mid(list + 1).replace(')', ' ').simplified().split(' ');
    const qsizetype at = words.indexOf("MESSAGES");
    bool number = false;
    const quint32 count = list >= 0 && at >= 0 ? words.value(at + 1).toUInt(&number) : 0;
    return number ? std::optional(count) : std::nullopt;
}

Status ImapSession::askCapabilities()
{
    m_capabilities.clear();
    if (const Status done = require("CAPABILITY", Code::ServerAnswerBroken, m_host); !done)
        return done;
    const mailimap_connection_info *info = m_imap->imap_connection_info;
    if (!understood() || !info || !info->imap_capability)
        return failed(Code::ServerAnswerBroken, QStringLiteral("CAPABILITY"));
    clist *list = info->imap_capability->cap_list;
    for (clistiter *at = list ? clist_begin(list) : nullptr; at; at = clist_next(at)) {
        const auto *one = static_cast<const struct mailimap_capability *>(clist_content(at));
        const bool method = one->cap_type == MAILIMAP_CAPABILITY_AUTH_TYPE;
        const char *name = method ? one->cap_data.cap_auth_type : one->cap_data.cap_name;
        if (name)
            m_capabilities.insert((method ? QByteArray("AUTH=") : QByteArray()) +
                                  QByteArray(name).toUpper());
    }
    return {};
}

Result<bool> ImapSession::idle(int milliseconds)
{
    expectNext({});
    bool news = false;
    if (mailimap_send_current_tag(m_imap) != MAILIMAP_NO_ERROR || !send("IDLE"))
        return finish(MAILIMAP_ERROR_STREAM);
    const qint64 slice = 100;
    for (qint64 left = milliseconds; left > 0 && !news && !m_stream.filter().ended();) {
        const Result<bool> more = m_stream.hasLeftOver() ? Result<bool>(true)
                                                         : m_stream.wire().waiting(slice);
        if (!more)
            return tl::unexpected(more.error());
        if (*more && !m_stream.pump())
            break;
        news = m_stream.filter().sawNews();
        left -= *more ? 1 : slice;
    }
    const bool endedByServer = m_stream.filter().ended();
    if (!endedByServer)
        send("DONE");
    const Result<bool> done = finish(MAILIMAP_ERROR_STREAM);
    if (!done)
        return done;
    // Only DONE ends it (RFC 2177); such a server would be asked again without a pause.
    if (endedByServer)
        return failed(Code::ServerAnswerBroken, words());
    return news || m_stream.filter().sawNews();
}

void ImapSession::sayGoodbye()
{
    expectNext({});
    if (!m_stream.failure() && mailimap_send_current_tag(m_imap) == MAILIMAP_NO_ERROR)
        send("LOGOUT");
}

QByteArray quoted(const QByteArray &text)
{
    QByteArray result = "\"";
    for (const char c : text) {
        if (c == '\r' || c == '\n' || c == '\0')
            continue;
        if (c == '"' || c == '\\')
            result += '\\';
        result += c;
    }
    return result + '"';
}

QByteArray uidSet(const std::vector<quint32> &uids, size_t from, size_t count)
{
    QByteArray set;
    const size_t end = std::min(uids.size(), from + count);
    for (size_t at = from; at < end;) {
        size_t last = at;
        while (last + 1 < end && uids[last + 1] == uids[last] + 1)
            ++last;
        set += (set.isEmpty() ? "" : ",") + QByteArray::number(uids[at]);
        if (last > at)
            set += ':' + QByteArray::number(uids[last]);
        at = last + 1;
    }
    return set;
}

} // namespace tlsrpt
