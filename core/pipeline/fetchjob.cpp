// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/fetchjob.h"

#include "core/pipeline/mailboxreader.h"
#include "core/pipeline/mailserver.h"
#include "core/pipeline/writing.h"

#include <exception>
#include <new>
#include <utility>

namespace tlsrpt
{

namespace
{

class RealServer final : public MailServer
{
public:
    explicit RealServer(std::unique_ptr<ImapClient> client) : m_client(std::move(client)) {}

    Result<std::vector<ImapFolder>> folders() override { return m_client->folders(); }
    Result<OpenFolder> open(const QString &folder, bool writable) override
    {
        return m_client->open(folder, writable);
    }
    Result<std::vector<quint32>> candidates(quint32 after) override { return m_client->candidates(after); }
    Status fetch(const std::vector<quint32> &uids, const std::function<bool(FetchedMail)> &take,
                 const std::function<void(quint32)> &missing) override
    {
        return m_client->fetch(uids, take, missing);
    }
    Status markRead(const std::vector<quint32> &uids) override { return m_client->markRead(uids); }
    Status move(const std::vector<quint32> &uids, const QString &folder) override
    {
        return m_client->move(uids, folder);
    }

private:
    std::unique_ptr<ImapClient> m_client;
};

/// Another account under the same name has other mails.
QString accountOf(const Mailbox &mailbox)
{
    return mailbox.user + u'@' + mailbox.host.toLower();
}

/// What the thread that reads tells while the one that writes has the say.
class Talk
{
public:
    void addStep(ImapStep step, const QString &detail)
    {
        const std::lock_guard lock(m_mutex);
        m_steps.push_back({step, detail});
    }
    void setCertificate(const CertificateProblem &problem)
    {
        const std::lock_guard lock(m_mutex);
        m_certificate = problem;
    }
    void setFolder(const QString &name)
    {
        const std::lock_guard lock(m_mutex);
        m_folder = name;
    }
    QString folder()
    {
        const std::lock_guard lock(m_mutex);
        return m_folder;
    }
    std::optional<CertificateProblem> certificate()
    {
        const std::lock_guard lock(m_mutex);
        return m_certificate;
    }
    void tell(const std::function<void(ImapStep, const QString &)> &step)
    {
        std::vector<std::pair<ImapStep, QString>> steps;
        {
            const std::lock_guard lock(m_mutex);
            std::swap(steps, m_steps);
        }
        for (const auto &told : steps) {
            if (step)
                step(told.first, told.second);
        }
    }

private:
    std::mutex m_mutex;
    std::vector<std::pair<ImapStep, QString>> m_steps;
    std::optional<CertificateProblem> m_certificate;
    QString m_folder;
};

class FetchJob
{
public:
    FetchJob(const ConnectMailbox &connect, const FetchRequest &request, const Clock &clock,
             JobControl &control, const FetchEvents &events, Archive &archive)
        : m_connect(connect), m_request(request), m_clock(clock), m_control(control), m_events(events)
        , m_archive(archive)
    {
    }

    Result<MailboxOutcome> fetch(const MailboxAccess &access);

private:
    [[nodiscard]] Status readAndWrite(const MailboxAccess &access, QHash<QString, FolderPlace> places,
                                      MailboxOutcome &outcome);
    ImportEvents eventsOf(const QString &mailbox, Talk &talk) const;
    [[nodiscard]] Status writePlaces(const Mailbox &mailbox, MailLedger &ledger);

    const ConnectMailbox &m_connect;
    const FetchRequest &m_request;
    const Clock &m_clock;
    JobControl &m_control;
    const FetchEvents &m_events;
    Archive &m_archive;
};

ImportEvents FetchJob::eventsOf(const QString &mailbox, Talk &talk) const
{
    ImportEvents events;
    if (m_events.progress) {
        events.progress = [this, mailbox, &talk](const ImportProgress &progress) {
            m_events.progress({progress, mailbox, talk.folder()});
        };
    }
    events.committed = m_events.committed;
    events.notice = m_events.notice;
    return events;
}

Status FetchJob::writePlaces(const Mailbox &mailbox, MailLedger &ledger)
{
    for (const MailLedger::Advance &advance : ledger.advance()) {
        auto done = m_archive.setFolderPlace(mailbox.name, accountOf(mailbox), advance.folder, advance.place);
        if (!done)
            return done;
    }
    return {};
}

/// No memory, say: the mailbox must not pass for read.
Status readMailbox(MailboxReader &reader, Readers &readers, const QString &name)
{
    try {
        return reader.read(readers);
    } catch (const std::bad_alloc &) {
        return failure(Code::TooLarge, name);
    } catch (const std::exception &exception) {
        return failure(Code::FileUnreadable, name, QString::fromUtf8(exception.what()));
    }
}

Status FetchJob::readAndWrite(const MailboxAccess &access, QHash<QString, FolderPlace> places,
                              MailboxOutcome &outcome)
{
    const QString &name = access.mailbox.name;
    Talk talk;
    MailLedger ledger;
    const ImportEvents events = eventsOf(name, talk);
    const ImapObserver observer{[&](ImapStep step, const QString &detail) { talk.addStep(step, detail); },
                                [&](const CertificateProblem &problem) { talk.setCertificate(problem); }};
    const auto opened = [&](const QString &folder) { talk.setFolder(folder); };
    MailboxReader reader({access, m_connect, observer, m_request.pauses, std::move(places), opened},
                         m_control, ledger);
    Writing writing(m_archive, m_control, events,
                    {[&] { return m_archive.beginImport(ImportKind::Mailbox, {name}); },
                     [&] {
                         talk.tell(m_events.step);
                         return writePlaces(access.mailbox, ledger);
                     }});
    // Mails and what is in them wait in two queues.
    Limits limits = m_request.limits;
    limits.bytesInFlight = std::max<qint64>(1, limits.bytesInFlight / 2);
    Status read;
    Status written;
    {
        Readers readers(limits, m_request.workers, m_clock, m_control,
                        [&](Readers &supplied) { read = readMailbox(reader, supplied, name); });
        written = writing.run(readers);
    } // its threads have ended
    talk.tell(m_events.step);
    outcome.import = writing.id();
    outcome.counts = writing.counts();
    outcome.mails = reader.mails();
    outcome.cancelled = writing.cancelled();
    if (!read && !outcome.cancelled)
        outcome.error = read.error();
    if (outcome.error && outcome.error->code == Code::CertificateRefused)
        outcome.certificate = talk.certificate();
    return written;
}

Result<MailboxOutcome> FetchJob::fetch(const MailboxAccess &access)
{
    const QString &name = access.mailbox.name;
    MailboxOutcome outcome;
    outcome.name = name;
    auto places = m_archive.beginFetch(name, accountOf(access.mailbox));
    if (!places)
        return tl::unexpected(places.error());
    outcome.error = access.error;
    if (!outcome.error) {
        if (auto done = readAndWrite(access, std::move(*places), outcome); !done)
            return tl::unexpected(done.error());
    }
    std::optional<Error> ended = outcome.error;
    if (outcome.cancelled)
        ended = Error{Code::Cancelled, name, {}, -1};
    if (auto done = m_archive.finishFetch(name, ended); !done)
        return tl::unexpected(done.error());
    if (m_events.done)
        m_events.done(outcome);
    return outcome;
}

} // namespace

Result<std::vector<MailboxOutcome>> runFetchFrom(const ConnectMailbox &connect, const FetchRequest &request,
                                                 const Clock &clock, JobControl &control,
                                                 const FetchEvents &events)
{
    auto archive = Archive::open(request.archivePath, Archive::Mode::CreateIfMissing, clock);
    if (!archive)
        return tl::unexpected(archive.error());
    FetchJob job(connect, request, clock, control, events, **archive);
    std::vector<MailboxOutcome> outcomes;
    for (const MailboxAccess &access : request.mailboxes) {
        if (control.cancelled())
            break;
        auto outcome = job.fetch(access);
        if (!outcome)
            return tl::unexpected(outcome.error());
        outcomes.push_back(std::move(*outcome));
    }
    return outcomes;
}

Result<std::vector<MailboxOutcome>> runFetch(const FetchRequest &request, const Clock &clock,
                                             JobControl &control, const FetchEvents &events)
{
    const auto connect = [&request](const MailboxAccess &access, JobControl &job,
                                    const ImapObserver &observer) -> Result<std::unique_ptr<MailServer>> {
        auto client = ImapClient::connect(access.mailbox, access.secret, job, observer, request.timeouts);
        if (!client)
            return tl::unexpected(client.error());
        return std::make_unique<RealServer>(std::move(*client));
    };
    return runFetchFrom(connect, request, clock, control, events);
}

} // namespace tlsrpt
