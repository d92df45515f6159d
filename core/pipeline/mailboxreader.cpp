// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/mailboxreader.h"

#include "core/unpack/content.h"
#include "core/unpack/document.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace tlsrpt
{

namespace
{

constexpr size_t usualPortion = 500;
/// A connection that broke before the first of many came: fewer at once may come through.
constexpr size_t smallPortion = 10;

/// Another connection may do better.
bool isPassing(Code code)
{
    return code == Code::ServerTimeout || code == Code::ServerClosed || code == Code::ServerUnreachable;
}

bool isSpecial(const ImapFolder &folder, QLatin1String use)
{
    return folder.specialUse.compare(use, Qt::CaseInsensitive) == 0;
}

/// What is read when the user chose nothing: everything but what is thrown away or not sent yet.
/// A server that shows all mails in one folder (RFC 6154 \\All) shows each a second time in others;
/// only spam is not among them, and reports do get there.
QStringList chosenFolders(const std::vector<ImapFolder> &all, const QString &without)
{
    const auto isAll = [](const ImapFolder &folder) {
        return folder.selectable && isSpecial(folder, QLatin1String("All"));
    };
    const bool hasAll = std::any_of(all.begin(), all.end(), isAll);
    QStringList names;
    for (const ImapFolder &folder : all) {
        const bool unwanted = isSpecial(folder, QLatin1String("Drafts")) || isSpecial(folder, QLatin1String("Trash"))
            || (hasAll && !isAll(folder) && !isSpecial(folder, QLatin1String("Junk")));
        if (folder.selectable && !unwanted && folder.name != without)
            names.append(folder.name);
    }
    return names;
}

/// The receipt of a mail, which is then no longer open; null for one that was not asked for.
MailReceiptPtr taken(std::vector<MailReceiptPtr> &open, quint32 uid)
{
    const auto at = std::find_if(open.begin(), open.end(),
                                 [uid](const MailReceiptPtr &mail) { return mail->uid() == uid; });
    if (at == open.end())
        return {};
    MailReceiptPtr mail = std::move(*at);
    open.erase(at);
    return mail;
}

} // namespace

MailboxReader::MailboxReader(Setup setup, JobControl &control, MailLedger &ledger)
    : m_setup(std::move(setup)), m_mailbox(m_setup.access.mailbox), m_control(control), m_ledger(ledger)
    , m_portion(usualPortion)
{
}

Status MailboxReader::stopped() const
{
    return failure(Code::Cancelled, m_mailbox.name);
}

Status MailboxReader::connect()
{
    auto server = m_setup.connect(m_setup.access, m_control, m_setup.observer);
    if (!server)
        return tl::unexpected(server.error());
    m_server = std::move(*server);
    return {};
}

Status MailboxReader::persist(const std::function<Status()> &step)
{
    size_t tries = 0;
    for (;;) {
        m_progress = false;
        const Status done = m_server ? step() : connect().and_then(step);
        if (done || !isPassing(done.error().code))
            return done;
        m_server.reset();
        m_portion = m_progress || m_portion == usualPortion ? smallPortion : 1;
        tries = m_progress ? 0 : tries;
        if (tries == m_setup.pauses.size())
            return done;
        if (!m_control.wait(m_setup.pauses[tries++]))
            return stopped();
    }
}

Status MailboxReader::read(Readers &readers)
{
    m_readers = &readers;
    // A server that cannot be reached at all is told at once: whoever is offline does not wait.
    if (auto done = connect(); !done)
        return done;
    QStringList names;
    auto listed = persist([&]() -> Status {
        const auto found = folderNames();
        if (!found)
            return tl::unexpected(found.error());
        names = *found;
        return {};
    });
    if (!listed)
        return listed;
    Status first;
    for (const QString &name : std::as_const(names)) {
        Folder folder;
        folder.name = name;
        folder.source = cleanName(m_mailbox.name + QLatin1Char('/') + name);
        const Status done = persist([&] { return readFolder(folder); });
        // Of folders that nobody chose one may be gone, or closed to this user.
        if (done)
            continue;
        const Code code = done.error().code;
        if (first && !(code == Code::FolderNotFound && !folder.begun && m_mailbox.folders.isEmpty()))
            first = done;
        if (code != Code::FolderNotFound && code != Code::MailboxFull && code != Code::MailsUnchanged)
            break;
    }
    m_server.reset();
    return first;
}

Result<QStringList> MailboxReader::folderNames()
{
    QStringList names = m_mailbox.folders;
    if (names.isEmpty()) {
        const auto all = m_server->folders();
        if (!all)
            return tl::unexpected(all.error());
        names = chosenFolders(*all, m_mailbox.afterwards == Afterwards::Move ? m_mailbox.moveTo : QString());
    }
    names.removeDuplicates();
    return names;
}

Status MailboxReader::readFolder(Folder &folder)
{
    if (auto opened = openFolder(folder); !opened)
        return opened;
    while (!folder.open.empty() || folder.next < folder.uids.size()) {
        if (!m_control.checkpoint())
            return stopped();
        if (auto done = fetchSome(folder); !done)
            return done;
    }
    if (!std::exchange(folder.ended, true)) {
        // Mails that came meanwhile have UIDs from uidNext on; they are the next fetch's.
        const quint32 last = folder.uids.empty() ? 0 : folder.uids.back();
        m_ledger.end(folder.state.uidNext > 0 ? folder.state.uidNext - 1 : last, folder.missing);
    }
    return changesMails() ? tidy(folder) : Status();
}

Status MailboxReader::openFolder(Folder &folder)
{
    const auto state = m_server->open(folder.name, changesMails());
    if (!state)
        return tl::unexpected(state.error());
    if (m_setup.opened)
        m_setup.opened(folder.name);
    if (folder.begun && state->uidValidity == folder.state.uidValidity)
        return {};
    QString source = std::move(folder.source);
    folder = Folder{folder.name, std::move(source), true, *state, {}, 0, {}, {}, {}, false, {}};
    const Status begun = begin(folder);
    folder.begun = begun.has_value();
    return begun;
}

Status MailboxReader::begin(Folder &folder)
{
    FolderPlace place = m_setup.places.value(folder.name);
    if (place.uidValidity != folder.state.uidValidity || folder.state.uidValidity == 0)
        place = {folder.state.uidValidity, 0, {}};
    folder.retried.assign(place.missing.begin(), place.missing.end());
    folder.uids = folder.retried;
    const bool nothingNew = folder.state.messages == 0
        || (folder.state.uidNext > 0 && folder.state.uidNext - 1 <= place.uid);
    if (!nothingNew) {
        const auto found = m_server->candidates(place.uid);
        if (!found)
            return tl::unexpected(found.error());
        for (const quint32 uid : *found) {
            if (uid > place.uid && (folder.state.uidNext == 0 || uid < folder.state.uidNext))
                folder.uids.push_back(uid);
        }
    }
    std::sort(folder.uids.begin(), folder.uids.end());
    folder.uids.erase(std::unique(folder.uids.begin(), folder.uids.end()), folder.uids.end());
    m_ledger.begin(folder.name, place);
    m_readers->announce(static_cast<qint64>(folder.uids.size()), 0);
    return {};
}

Status MailboxReader::fetchSome(Folder &folder)
{
    if (folder.open.empty()) {
        const size_t count = std::min(m_portion, folder.uids.size() - folder.next);
        const auto from = folder.uids.begin() + static_cast<std::ptrdiff_t>(folder.next);
        folder.open = m_ledger.expect({from, from + static_cast<std::ptrdiff_t>(count)});
        folder.next += count;
    }
    std::vector<quint32> uids;
    for (size_t i = 0; i < std::min(m_portion, folder.open.size()); ++i)
        uids.push_back(folder.open[i]->uid());
    bool wanted = true;
    const Status done = m_server->fetch(
        uids, [&](FetchedMail mail) { return wanted = take(folder, std::move(mail)); },
        [&](quint32 uid) { noteMissing(folder, uid); });
    if (!done)
        return done;
    if (!wanted)
        return stopped();
    // Whatever did not come is not there any more.
    const QSet<quint32> asked(uids.begin(), uids.end());
    std::erase_if(folder.open, [&](const MailReceiptPtr &mail) {
        if (!asked.contains(mail->uid()))
            return false;
        mail->settle();
        return true;
    });
    m_progress = true;
    m_portion = usualPortion;
    return {};
}

bool MailboxReader::take(Folder &folder, FetchedMail mail)
{
    if (!m_control.checkpoint())
        return false;
    const MailReceiptPtr receipt = taken(folder.open, mail.uid);
    if (!receipt)
        return true;
    m_progress = true;
    if (mail.bytes.isEmpty()) {
        const QString sizes = QStringLiteral("%1 > %2").arg(mail.size).arg(largestMail);
        m_readers->reject({Code::TooLarge, sourceOf(folder, mail.uid), sizes, -1}, receipt);
        receipt->settle();
        return true;
    }
    ++m_mails;
    const qint64 size = mail.bytes.size();
    m_readers->announce(0, size);
    auto ticket = m_readers->room(size);
    return m_readers->supply({{{}, sourceOf(folder, mail.uid), size, mail.received},
                              std::move(mail.bytes), receipt, std::move(ticket)});
}

/// The first time it is told and asked for again by the next fetch, then it is left alone.
void MailboxReader::noteMissing(Folder &folder, quint32 uid)
{
    const MailReceiptPtr receipt = taken(folder.open, uid);
    if (!receipt)
        return;
    const bool again = std::find(folder.retried.begin(), folder.retried.end(), uid) != folder.retried.end();
    if (!again) {
        folder.missing.append(uid);
        m_readers->reject({Code::MailMissing, sourceOf(folder, uid), {}, -1}, receipt);
    }
    receipt->settle();
}

/// Only after their reports are written, and only what held nothing but reports.
Status MailboxReader::tidy(Folder &folder)
{
    if (folder.reportMails.empty()) {
        if (!m_ledger.waitUntilWritten(m_control))
            return stopped();
        folder.reportMails = m_ledger.takeReportMails();
    }
    if (folder.reportMails.empty())
        return {};
    return m_mailbox.afterwards == Afterwards::Move ? m_server->move(folder.reportMails, m_mailbox.moveTo)
                                                    : m_server->markRead(folder.reportMails);
}

QString MailboxReader::sourceOf(const Folder &folder, quint32 uid) const
{
    return folder.source + sourceSeparator + QStringLiteral("UID ") + QString::number(uid);
}

} // namespace tlsrpt
