// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pipeline/fetchfixture.h"

#include "core/query/reader.h"
#include "core/store/transaction.h"
#include "tests/support/corpus/corpus.h"

namespace tlsrpt::fetchtest
{

QByteArray reportMail(int number)
{
    return made::toMail(made::Corpus({1000, 11}).at(number));
}

QByteArray otherMail(const QByteArray &subject)
{
    return "From: a@example.org\r\nTo: b@example.org\r\nSubject: " + subject
        + "\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\n\r\nNothing of ours.\r\n";
}

QByteArray brokenMail(const QByteArray &subject)
{
    return "From: a@example.org\r\nTo: b@example.org\r\nSubject: " + subject
        + "\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\nTLS-Report-Domain: example.org\r\nMIME-Version: 1.0\r\n"
          "Content-Type: application/tlsrpt+json; name=\"r.json\"\r\n\r\n{\"policies\":[]}\r\n";
}

FetchFixture::FetchFixture()
    : inbox(box.folders[fetchtest::inbox])
    , pauses{std::chrono::milliseconds(1), std::chrono::milliseconds(2), std::chrono::milliseconds(3)}
{
    access.mailbox.name = work;
    access.mailbox.user = QStringLiteral("me");
    access.mailbox.host = QStringLiteral("imap.example.org");
}

Run FetchFixture::fetch(JobControl &control, std::vector<MailboxAccess> accesses)
{
    Run run;
    const auto after = [&] {
        if (hook)
            hook(run);
    };
    FetchEvents events;
    events.progress = [&](const FetchProgress &progress) { run.progress.push_back(progress); after(); };
    events.committed = after;
    events.notice = [&](NoticeKind kind, const Error &error) {
        (kind == NoticeKind::Rejected ? run.rejected : run.others).push_back(error);
    };
    events.done = [&](const MailboxOutcome &) { ++run.done; };
    events.step = [&](ImapStep step, const QString &) { run.steps.push_back(step); };
    FetchRequest request;
    request.archivePath = archive();
    request.mailboxes = std::move(accesses);
    request.limits = limits;
    request.pauses = pauses;
    run.outcomes = runFetchFrom(box.connect(), request, SystemClock(), control, events);
    return run;
}

Run FetchFixture::fetch()
{
    JobControl control;
    return fetch(control, {access});
}

bool FetchFixture::outside(const QString &sql)
{
    auto connection = Connection::open(archive(), Connection::Mode::ReadWrite);
    return connection && execute(connection->database(), sql).has_value();
}

qint64 FetchFixture::number(const QString &sql)
{
    auto connection = Connection::open(archive(), Connection::Mode::ReadOnly);
    return connection ? tlsrpt::number(connection->database(), sql).value_or(-1) : -1;
}

QStringList FetchFixture::texts(const QString &sql)
{
    QStringList found;
    auto connection = Connection::open(archive(), Connection::Mode::ReadOnly);
    auto rows = execute(connection->database(), sql);
    while (rows && rows->next())
        found.append(rows->value(0).toString());
    return found;
}

FolderPlace FetchFixture::place(const QString &name)
{
    const SystemClock clock;
    auto opened = Archive::open(archive(), Archive::Mode::CreateIfMissing, clock);
    return (*opened)->beginFetch(work, QStringLiteral("me@imap.example.org"))->value(name);
}

std::vector<MailboxState> FetchFixture::states()
{
    auto reader = ArchiveReader::open(archive());
    return reader ? reader->mailboxes().value_or(std::vector<MailboxState>()) : std::vector<MailboxState>();
}

} // namespace tlsrpt::fetchtest
