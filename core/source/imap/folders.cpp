// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/folders.h"

#include "core/source/imap/utf7.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tlsrpt
{

namespace
{

// Far more than any server has.
constexpr qsizetype mostPrefixes = 20;
constexpr size_t mostFolders = 100'000;

bool isSpecialUse(const QByteArray &flag)
{
    static const std::array uses = {"All", "Archive", "Drafts", "Flagged", "Junk", "Sent", "Trash"};
    return std::any_of(uses.begin(), uses.end(), [&flag](const char *use) {
        return flag.compare(use, Qt::CaseInsensitive) == 0;
    });
}

void takeFlags(const mailimap_mbx_list_flags &flags, ImapFolder &folder)
{
    if (flags.mbf_type == MAILIMAP_MBX_LIST_FLAGS_SFLAG &&
        flags.mbf_sflag == MAILIMAP_MBX_LIST_SFLAG_NOSELECT)
        folder.selectable = false;
    clist *others = flags.mbf_oflags;
    for (clistiter *at = others ? clist_begin(others) : nullptr; at; at = clist_next(at)) {
        const auto *flag = static_cast<const mailimap_mbx_list_oflag *>(clist_content(at));
        if (flag->of_type != MAILIMAP_MBX_LIST_OFLAG_FLAG_EXT || !flag->of_flag_ext)
            continue;
        const QByteArray name = flag->of_flag_ext; // without its backslash
        if (name.compare("NonExistent", Qt::CaseInsensitive) == 0)
            folder.selectable = false;
        else if (isSpecialUse(name))
            folder.specialUse = QString::fromLatin1(name);
    }
}

void takeListed(ImapSession &session, std::vector<ListedFolder> &folders, QSet<QByteArray> &known)
{
    const mailimap_response_info *info = session.library().imap_response_info;
    clist *list = info ? info->rsp_mailbox_list : nullptr;
    for (clistiter *at = list ? clist_begin(list) : nullptr; at; at = clist_next(at)) {
        const auto *listed = static_cast<const mailimap_mailbox_list *>(clist_content(at));
        ListedFolder one;
        one.wireName = listed->mb_name;
        if (one.wireName.isEmpty() || known.contains(one.wireName))
            continue;
        known.insert(one.wireName);
        one.folder.name = fromModifiedUtf7(one.wireName);
        if (listed->mb_flag)
            takeFlags(*listed->mb_flag, one.folder);
        folders.push_back(one);
    }
}

Status list(ImapSession &session, const QByteArray &prefix, std::vector<ListedFolder> &folders,
            QSet<QByteArray> &known)
{
    QByteArray command = "LIST \"\" " + quoted(prefix + '*');
    if (session.can("SPECIAL-USE") && session.can("LIST-EXTENDED"))
        command += " RETURN (SPECIAL-USE)";
    if (const Status done = session.require(command, Code::ServerAnswerBroken, session.host()); !done)
        return done;
    if (!session.understood())
        return failure(Code::ServerAnswerBroken, session.host(), session.words());
    takeListed(session, folders, known);
    if (folders.size() > mostFolders)
        return failure(Code::ServerAnswerBroken, session.host(), QStringLiteral("folders without end"));
    return {};
}

/// The text of a quoted string (RFC 3501 §9) whose quote is at `at`, which moves to its end; a null
/// one if it has none.
QByteArray unquoted(const QByteArray &line, qsizetype &at)
{
    QByteArray text = "";
    for (++at; at < line.size() && line[at] != '"'; ++at) {
        if (line[at] == '\\' && ++at == line.size())
            break;
        text += line[at];
    }
    return at < line.size() ? text : QByteArray();
}

/// The prefixes in "* NAMESPACE (("prefix" "/" …)…) NIL NIL" (RFC 2342 §6): what is quoted first in
/// the second parenthesis. None if it is cut short or has a literal.
QByteArrayList prefixesIn(const QByteArray &line)
{
    QByteArrayList prefixes;
    int depth = 0;
    bool first = false;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (c == '{')
            return {};
        if (c == '(' || c == ')') {
            depth += c == '(' ? 1 : -1;
            first = c == '(' && depth == 2;
        } else if (c == '"') {
            const QByteArray text = unquoted(line, at);
            if (text.isNull())
                return {};
            const bool prefix = std::exchange(first, false) && prefixes.size() < mostPrefixes;
            if (prefix && !text.isEmpty() && !prefixes.contains(text))
                prefixes.append(text);
        }
    }
    return depth == 0 ? prefixes : QByteArrayList();
}

// "*" may end where a namespace begins (RFC 2342 §5): these are asked for by name.
Result<QByteArrayList> prefixesOf(ImapSession &session)
{
    if (!session.can("NAMESPACE"))
        return QByteArrayList();
    const Result<bool> done = session.run("NAMESPACE");
    if (!done)
        return tl::unexpected(done.error());
    return *done ? prefixesIn(session.namespaces()) : QByteArrayList();
}

} // namespace

Result<std::vector<ListedFolder>> listFolders(ImapSession &session)
{
    const Result<QByteArrayList> prefixes = prefixesOf(session);
    if (!prefixes)
        return tl::unexpected(prefixes.error());
    std::vector<ListedFolder> folders;
    QSet<QByteArray> known;
    for (const QByteArray &prefix : QByteArrayList{QByteArray()} + *prefixes) {
        if (const Status done = list(session, prefix, folders, known); !done)
            return tl::unexpected(done.error());
    }
    return folders;
}

Result<quint32> countMails(ImapSession &session, const QByteArray &wireName, const QString &folder)
{
    const Status done = session.require("STATUS " + quoted(wireName) + " (MESSAGES)",
                                        Code::FolderNotFound, folder);
    if (!done)
        return tl::unexpected(done.error());
    if (const auto count = session.statusMessages())
        return *count;
    return failure(Code::ServerAnswerBroken, folder, QStringLiteral("STATUS"));
}

Result<OpenFolder> openFolder(ImapSession &session, const QByteArray &wireName, bool writable,
                              const QString &folder)
{
    mailimap &library = session.library();
    if (library.imap_selection_info)
        mailimap_selection_info_free(library.imap_selection_info);
    library.imap_selection_info = mailimap_selection_info_new();
    library.imap_state = MAILIMAP_STATE_AUTHENTICATED;
    const QByteArray command = (writable ? "SELECT " : "EXAMINE ") + quoted(wireName);
    if (const Status done = session.require(command, Code::FolderNotFound, folder); !done)
        return tl::unexpected(done.error());
    if (!session.understood())
        return failure(Code::ServerAnswerBroken, folder, session.words());
    library.imap_state = MAILIMAP_STATE_SELECTED;
    OpenFolder opened;
    opened.uidValidity = session.codeNumber("UIDVALIDITY");
    opened.uidNext = session.codeNumber("UIDNEXT");
    opened.messages = library.imap_selection_info->sel_exists;
    return opened;
}

} // namespace tlsrpt
