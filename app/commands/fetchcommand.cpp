// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/commands/eventloop.h"
#include "app/commands/outcome.h"
#include "app/commands/progressline.h"
#include "core/pipeline/fetchjob.h"
#include "core/settings/mailboxes.h"
#include "core/settings/mailboxsecrets.h"
#include "core/settings/settings.h"
#include "ui/words/mailboxwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtConcurrentRun>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(FetchCommand)
};

using Outcomes = Result<std::vector<MailboxOutcome>>;

/// First all secrets, one after the other, then the fetch on a thread of its own.
class Fetch : public QObject
{
public:
    Fetch(FetchRequest request, std::vector<Mailbox> mailboxes, bool json)
        : m_request(std::move(request)), m_mailboxes(std::move(mailboxes)), m_json(json)
    {
    }

    void start()
    {
        m_timer.start();
        askNext();
    }

private:
    void askNext();
    void fetch();
    void finish(const Outcomes &outcomes);
    void printJson(const std::vector<MailboxOutcome> &outcomes) const;
    void printText(const std::vector<MailboxOutcome> &outcomes) const;

    FetchRequest m_request;
    const std::vector<Mailbox> m_mailboxes;
    const bool m_json;
    MailboxSecrets m_secrets;
    SystemClock m_clock;
    JobControl m_control;
    Notices m_notices;
    QElapsedTimer m_timer;
};

void Fetch::askNext()
{
    const size_t next = m_request.mailboxes.size();
    if (next == m_mailboxes.size()) {
        fetch();
        return;
    }
    m_secrets.get(m_mailboxes[next]).then(this, [this, next](const Result<Secret> &secret) {
        MailboxAccess access{m_mailboxes[next], {}, {}};
        if (secret)
            access.secret = *secret;
        else
            access.error = secret.error();
        m_request.mailboxes.push_back(std::move(access));
        askNext();
    });
}

void Fetch::fetch()
{
    QtConcurrent::run([this] {
        FetchEvents events;
        events.notice = [this](NoticeKind kind, const Error &error) { m_notices.add(kind, error); };
        console::ProgressLine line;
        events.progress = [&line](const FetchProgress &progress) {
            line.show(progress.mailbox + u": "_qs + console::mailProgressText(progress.import));
        };
        return runFetch(m_request, m_clock, m_control, events);
    }).then(this, [this](const Outcomes &outcomes) { finish(outcomes); });
}

/// The worst that happened.
int statusOf(const std::vector<MailboxOutcome> &outcomes)
{
    int status = ExitDone;
    for (const MailboxOutcome &outcome : outcomes) {
        if (outcome.error)
            return ExitMailbox;
        if (outcome.counts.rejected > 0)
            status = ExitSomeRejected;
    }
    return status;
}

void Fetch::finish(const Outcomes &outcomes)
{
    if (!outcomes) {
        QCoreApplication::exit(console::fail(outcomes.error()));
        return;
    }
    if (m_json)
        printJson(*outcomes);
    else
        printText(*outcomes);
    QCoreApplication::exit(statusOf(*outcomes));
}

void Fetch::printJson(const std::vector<MailboxOutcome> &outcomes) const
{
    ImportCounts counts;
    QJsonArray mailboxes;
    for (const MailboxOutcome &outcome : outcomes) {
        counts = counts + outcome.counts;
        QJsonObject row{{u"name"_qs, outcome.name},
                        {u"result"_qs, outcome.error ? QString(slug(outcome.error->code)) : u"ok"_qs},
                        {u"mails"_qs, outcome.mails},
                        {u"imported"_qs, outcome.counts.imported}};
        if (outcome.error)
            row.insert(u"reason"_qs, reasonOf(*outcome.error));
        mailboxes.append(row);
    }
    QJsonObject root = outcomeJson(counts, m_notices, m_timer.elapsed());
    root.insert(u"mailboxes"_qs, mailboxes);
    console::outJson(QJsonDocument(root).toJson());
}

void Fetch::printText(const std::vector<MailboxOutcome> &outcomes) const
{
    for (const Error &error : m_notices.rejected)
        console::err(words::sentence(error));
    for (const MailboxOutcome &outcome : outcomes) {
        if (outcome.error) {
            Error error = *outcome.error;
            if (error.subject.isEmpty() || error.subject == outcome.name)
                error.subject = outcome.name;
            else
                error.subject = outcome.name + u": "_qs + error.subject;
            console::err(words::sentence(error));
        }
        if (outcome.certificate) {
            for (const QString &line : words::certificate(*outcome.certificate))
                console::err(line);
        }
        const bool quiet = outcome.counts == ImportCounts{};
        if (quiet && outcome.error)
            continue;
        //: A mailbox, and what its fetch brought
        console::out((quiet ? T::tr("%1: nothing new.").arg(outcome.name)
                            : T::tr("%1: %2.").arg(outcome.name, countsText(outcome.counts)))
                     + u'\n');
    }
}

/// The named ones, or all that are not paused. False: one has no such name, which was told.
bool chooseMailboxes(const QStringList &names, std::vector<Mailbox> &chosen)
{
    const Mailboxes mailboxes;
    bool known = true;
    for (const QString &name : names) {
        if (auto mailbox = mailboxes.byName(name)) {
            chosen.push_back(std::move(*mailbox));
        } else {
            console::fail({Code::NoSuchMailbox, name, {}, -1});
            known = false;
        }
    }
    if (names.isEmpty()) {
        for (Mailbox &mailbox : mailboxes.all()) {
            if (!mailbox.paused)
                chosen.push_back(std::move(mailbox));
        }
    }
    return known;
}

} // namespace

int runFetchCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(T::tr("Reads what is new in the mailboxes into the archive."));
    console::addArchiveOption(parser);
    parser.addOption({u"json"_qs, T::tr("Print the outcome as JSON.")});
    parser.addPositionalArgument(u"MAILBOX"_qs, T::tr("Names; without any, all that are not paused."),
                                 u"[MAILBOX…]"_qs);
    int status = ExitDone;
    if (!console::parse(parser, arguments, status))
        return status;
    std::vector<Mailbox> mailboxes;
    QStringList names = parser.positionalArguments();
    names.removeDuplicates();
    if (!chooseMailboxes(names, mailboxes))
        return ExitUsage;
    if (mailboxes.empty())
        return console::usage(T::tr("There is no mailbox to read. Add one with \"tlsrpt-viewer mailbox add\"."));

    FetchRequest request;
    request.archivePath = console::archivePath(parser);
    request.limits = Settings().limits();
    if (!console::bringUpToDate(request.archivePath, status))
        return status;
    Fetch fetch(std::move(request), std::move(mailboxes), parser.isSet(u"json"_qs));
    return console::runInEventLoop([&fetch] { fetch.start(); });
}

} // namespace tlsrpt
