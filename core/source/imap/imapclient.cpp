// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/imapclient.h"

#include "core/source/imap/candidates.h"
#include "core/source/imap/fetching.h"
#include "core/source/imap/folders.h"
#include "core/source/imap/moving.h"
#include "core/source/imap/reach.h"
#include "core/source/imap/signin.h"
#include "core/source/imap/socketwire.h"
#include "core/source/imap/utf7.h"

#include <QHash>

#include <algorithm>

namespace tlsrpt
{

class ImapClient::Private
{
public:
    Private(Mailbox settings, JobControl &jobControl, ImapObserver events, ImapTimeouts limits)
        : mailbox(std::move(settings))
        , control(jobControl)
        , observer(std::move(events))
        , timeouts(limits)
    {
    }

    Status connect(const Secret &secret);
    Status encrypt();
    Status startTls();
    Status reachServer();
    Status introduce();
    void step(ImapStep step, const QString &detail) const
    {
        if (observer.step)
            observer.step(step, detail);
    }
    /// As the server writes it; a name that cannot be found is looked up in the list.
    QByteArray wireName(const QString &folder) const
    {
        return listed.value(folder, toModifiedUtf7(folder));
    }
    Status list();

    Mailbox mailbox;
    JobControl &control;
    ImapObserver observer;
    ImapTimeouts timeouts;
    SocketWire *wire = nullptr; ///< the session's
    std::unique_ptr<ImapSession> session;
    std::vector<ImapFolder> folders;
    QHash<QString, QByteArray> listed;
    QString open;
};

Status ImapClient::Private::reachServer()
{
    step(ImapStep::Connecting, mailbox.host % u':' % QString::number(mailbox.port));
    const Result<int> descriptor = reach(mailbox.host, mailbox.port, mailbox.security == Security::Plain,
                                         timeouts.connectMs, control);
    if (!descriptor)
        return tl::unexpected(descriptor.error());
    auto socket = std::make_unique<SocketWire>(mailbox.host, control, timeouts);
    wire = socket.get();
    if (const Status opened = socket->open(*descriptor); !opened)
        return opened;
    session = std::make_unique<ImapSession>(std::move(socket), mailbox.host);
    step(ImapStep::Connected, wire->peer());
    return {};
}

Status ImapClient::Private::encrypt()
{
    const Status done = wire->encrypt(mailbox, observer.certificate);
    if (done)
        step(ImapStep::Encrypted, wire->protocol());
    return done;
}

Status ImapClient::Private::startTls()
{
    // Signed in before it is encrypted: not the server that was asked for (RFC 3501 §11.1).
    if (session->preauthenticated())
        return failure(Code::EncryptionMissing, mailbox.host, QStringLiteral("PREAUTH"));
    if (const Status asked = session->askCapabilities(); !asked)
        return asked;
    if (!session->can("STARTTLS"))
        return failure(Code::EncryptionMissing, mailbox.host);
    const Status agreed = session->require("STARTTLS", Code::EncryptionMissing, mailbox.host);
    if (!agreed)
        return agreed;
    if (session->hasLeftOver())
        return failure(Code::EncryptionInjected, mailbox.host);
    return encrypt();
}

// What servers like to know, and compression where it is offered.
Status ImapClient::Private::introduce()
{
    if (const Status asked = session->askCapabilities(); !asked)
        return asked;
    if (session->can("ID")) {
        const Result<bool> known = session->run("ID (\"name\" \"tlsrpt-viewer\")");
        if (!known)
            return tl::unexpected(known.error());
    }
    if (session->can("COMPRESS=DEFLATE")) {
        const Result<bool> agreed = session->run("COMPRESS DEFLATE");
        if (!agreed)
            return tl::unexpected(agreed.error());
        if (*agreed)
            session->compress();
    }
    return {};
}

Status ImapClient::Private::connect(const Secret &secret)
{
    Status done = reachServer();
    if (done && mailbox.security == Security::Tls)
        done = encrypt();
    if (done)
        done = session->greet();
    if (done && mailbox.security == Security::StartTls)
        done = startTls();
    if (done)
        done = session->askCapabilities();
    if (!done)
        return done;
    if (!session->preauthenticated()) {
        step(ImapStep::SigningIn, mailbox.user);
        if (const Status signedIn = signIn(*session, mailbox, secret); !signedIn)
            return signedIn;
    }
    step(ImapStep::SignedIn, mailbox.user);
    return introduce();
}

Status ImapClient::Private::list()
{
    step(ImapStep::ListingFolders, {});
    const Result<std::vector<ListedFolder>> all = listFolders(*session);
    if (!all)
        return tl::unexpected(all.error());
    folders.clear();
    listed.clear();
    for (const ListedFolder &one : *all) {
        folders.push_back(one.folder);
        listed.insert(one.folder.name, one.wireName);
    }
    return {};
}

ImapClient::ImapClient(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

ImapClient::~ImapClient()
{
    constexpr int shortly = 500;
    d->wire->hurry(shortly);
    d->session->sayGoodbye();
}

Result<std::unique_ptr<ImapClient>> ImapClient::connect(const Mailbox &mailbox, const Secret &secret,
                                                        JobControl &control,
                                                        const ImapObserver &observer,
                                                        const ImapTimeouts &timeouts)
{
    auto p = std::make_unique<Private>(mailbox, control, observer, timeouts);
    if (const Status done = p->connect(secret); !done)
        return tl::unexpected(done.error());
    return std::unique_ptr<ImapClient>(new ImapClient(std::move(p)));
}

Result<std::vector<ImapFolder>> ImapClient::folders()
{
    if (const Status done = d->list(); !done)
        return tl::unexpected(done.error());
    return d->folders;
}

Result<quint32> ImapClient::countOf(const QString &folder)
{
    return countMails(*d->session, d->wireName(folder), folder);
}

Result<OpenFolder> ImapClient::open(const QString &folder, bool writable)
{
    d->step(ImapStep::OpeningFolder, folder);
    d->open = folder;
    Result<OpenFolder> opened = openFolder(*d->session, d->wireName(folder), writable, folder);
    if (opened || opened.error().code != Code::FolderNotFound || d->listed.contains(folder))
        return opened;
    // Its name may be written in another way than RFC 3501 has it.
    if (const Status done = d->list(); !done)
        return tl::unexpected(done.error());
    if (d->listed.value(folder, toModifiedUtf7(folder)) == toModifiedUtf7(folder))
        return opened;
    return openFolder(*d->session, d->wireName(folder), writable, folder);
}

Result<std::vector<quint32>> ImapClient::candidates(quint32 after)
{
    d->step(ImapStep::Searching, d->open);
    return findCandidates(*d->session, after);
}

Status ImapClient::fetch(const std::vector<quint32> &uids,
                         const std::function<bool(FetchedMail)> &take,
                         const std::function<void(quint32)> &missing)
{
    d->step(ImapStep::Fetching, d->open);
    return fetchMails(*d->session, uids, take, missing);
}

Status ImapClient::markRead(const std::vector<quint32> &uids)
{
    return markAsRead(*d->session, uids, d->open);
}

Status ImapClient::move(const std::vector<quint32> &uids, const QString &folder)
{
    return moveMails(*d->session, uids, d->wireName(folder), folder);
}

bool ImapClient::canIdle() const
{
    return d->session->can("IDLE");
}

Result<bool> ImapClient::idle(int seconds)
{
    // RFC 2177: again after 29 minutes at the latest.
    constexpr int longest = 28 * 60;
    return d->session->idle(std::min(seconds, longest) * 1000);
}

} // namespace tlsrpt
