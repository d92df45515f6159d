// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/moving.h"

namespace tlsrpt
{

namespace
{

constexpr size_t atOnce = 200;

// By the response code (RFC 5530 §3; TRYCREATE: RFC 3501 §7.1), or for want of one by a word.
Code refusalOf(const QString &words)
{
    const auto has = [&words](const char *what) { return words.contains(QLatin1String(what), Qt::CaseInsensitive); };
    if (has("quota"))
        return Code::MailboxFull;
    return has("[TRYCREATE]") || has("[NONEXISTENT]") ? Code::FolderNotFound : Code::MailsUnchanged;
}

Status change(ImapSession &session, const QByteArray &command, const QString &folder)
{
    Status done = session.require(command, Code::MailsUnchanged, folder);
    if (!done && done.error().code == Code::MailsUnchanged)
        done.error().code = refusalOf(done.error().detail);
    return done;
}

// Without UIDPLUS an EXPUNGE would take every mail that anybody marked: then the mails stay, too.
Status copyAndRemove(ImapSession &session, const QByteArray &set, const QByteArray &target,
                     const QString &folder)
{
    if (const Status done = change(session, "UID COPY " + set + ' ' + target, folder); !done)
        return done;
    if (!session.can("UIDPLUS"))
        return {};
    const Status marked = change(session, "UID STORE " + set + " +FLAGS.SILENT (\\Deleted)", folder);
    return marked ? change(session, "UID EXPUNGE " + set, folder) : marked;
}

} // namespace

Status markAsRead(ImapSession &session, const std::vector<quint32> &uids, const QString &folder)
{
    for (size_t from = 0; from < uids.size(); from += atOnce) {
        const QByteArray set = uidSet(uids, from, atOnce);
        const Status done = change(session, "UID STORE " + set + " +FLAGS.SILENT (\\Seen)", folder);
        if (!done)
            return done;
    }
    return {};
}

Status moveMails(ImapSession &session, const std::vector<quint32> &uids, const QByteArray &wireName,
                 const QString &folder)
{
    const QByteArray target = quoted(wireName);
    for (size_t from = 0; from < uids.size(); from += atOnce) {
        const QByteArray set = uidSet(uids, from, atOnce);
        const Status done = session.can("MOVE")
                                ? change(session, "UID MOVE " + set + ' ' + target, folder)
                                : copyAndRemove(session, set, target, folder);
        if (!done)
            return done;
    }
    return {};
}

} // namespace tlsrpt
