// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox to an archive: what is remembered, what is taken up again, what is told.
#include "core/query/reader.h"
#include "tests/core/pipeline/fakemailbox.h"
#include "tests/support/corpus/corpus.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace tlsrpt;
using namespace tlsrpt::fetchtest;

namespace
{

const QString inbox = QStringLiteral("INBOX");
const QString work = QStringLiteral("work");
const Error closed{Code::ServerClosed, QStringLiteral("imap.example.org"), QStringLiteral("BYE"), -1};

struct Run {
    Result<std::vector<MailboxOutcome>> outcomes = failure(Code::Cancelled);
    std::vector<Error> rejected;
    std::vector<Error> others; ///< ignored, or in conflict
    std::vector<ImapStep> steps;
    std::vector<FetchProgress> progress;
    int done = 0;

    const MailboxOutcome &outcome(size_t index = 0) const { return outcomes->at(index); }
    std::optional<Code> error(size_t index = 0) const
    {
        return outcome(index).error ? std::optional(outcome(index).error->code) : std::nullopt;
    }
};

QByteArray reportMail(int number)
{
    return made::toMail(made::Corpus({1000, 11}).at(number));
}

QByteArray otherMail(const QByteArray &subject = "Cron")
{
    return "From: a@example.org\r\nTo: b@example.org\r\nSubject: " + subject
        + "\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\n\r\nNothing of ours.\r\n";
}

/// Announced as a report, with an attachment that is none.
QByteArray brokenMail(const QByteArray &subject)
{
    return "From: a@example.org\r\nTo: b@example.org\r\nSubject: " + subject
        + "\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\nTLS-Report-Domain: example.org\r\nMIME-Version: 1.0\r\n"
          "Content-Type: application/tlsrpt+json; name=\"r.json\"\r\n\r\n{\"policies\":[]}\r\n";
}

} // namespace

class TestFetchJob : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void reportsAndOthers();
    void secondFetchOnlyTakesWhatIsNew();
    void nothingNewLeavesNoTrace();
    void cutAnywhereAndTakenUpAgain_data();
    void cutAnywhereAndTakenUpAgain();
    void givesUpAfterThreeTries();
    void offlineIsToldAtOnce();
    void errorsThatPausesDoNotMend();
    void cancelKeepsWhatWasWritten();
    void cancelEndsAPause();
    void killedBetweenReportsAndPlace();
    void uidValidityChanged();
    void uidValidityChangedInTheMiddle();
    void withoutUidValidityNothingIsRemembered();
    void sameReportByTwoRelays();
    void rejectedMailsAreFound();
    void missingMailsAreAskedForOnceMore();
    void mailsThatComeMeanwhile();
    void mailsThatGoMeanwhile();
    void whichFolders_data();
    void whichFolders();
    void chosenFolderIsGone();
    void flagsStayByDefault();
    void marksOnlyWhatWasImported();
    void movesOnlyWhatWasImported();
    void moveThatFailsIsTold();
    void secretThatIsMissing();
    void twoMailboxesOneBroken();
    void twoFetchesAtOnce();
    void archiveThatFails();
    void tinyBudget();
    void progressAndSteps();

private:
    Run fetch(JobControl &control, std::vector<MailboxAccess> accesses);
    Run fetch();
    qint64 number(const QString &sql);
    FolderPlace place(const QString &folder = inbox);
    std::vector<MailboxState> states();
    qint64 reports() { return number(QStringLiteral("SELECT count(*) FROM reports")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeMailbox> m_box;
    FakeFolder *m_inbox = nullptr;
    MailboxAccess m_access;
    Limits m_limits;
    std::vector<std::chrono::milliseconds> m_pauses;
    std::function<void(Run &)> m_hook; ///< at every event, on the thread that writes
};

void TestFetchJob::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_box = std::make_unique<FakeMailbox>();
    m_inbox = &m_box->folders[inbox];
    m_access = {};
    m_access.mailbox.name = work;
    m_access.mailbox.user = QStringLiteral("me");
    m_access.mailbox.host = QStringLiteral("imap.example.org");
    m_limits = {};
    m_pauses = {std::chrono::milliseconds(1), std::chrono::milliseconds(2), std::chrono::milliseconds(3)};
    m_hook = {};
}

Run TestFetchJob::fetch(JobControl &control, std::vector<MailboxAccess> accesses)
{
    Run run;
    const auto after = [&] {
        if (m_hook)
            m_hook(run);
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
    request.archivePath = m_folder->filePath(QStringLiteral("archive.sqlite"));
    request.mailboxes = std::move(accesses);
    request.limits = m_limits;
    request.pauses = m_pauses;
    run.outcomes = runFetchFrom(m_box->connect(), request, SystemClock(), control, events);
    return run;
}

Run TestFetchJob::fetch()
{
    JobControl control;
    return fetch(control, {m_access});
}

qint64 TestFetchJob::number(const QString &sql)
{
    auto connection = Connection::open(m_folder->filePath(QStringLiteral("archive.sqlite")), Connection::Mode::ReadOnly);
    if (!connection)
        return -1;
    QSqlQuery query(connection->database());
    return query.exec(sql) && query.next() ? query.value(0).toLongLong() : -1;
}

FolderPlace TestFetchJob::place(const QString &folder)
{
    const SystemClock clock;
    auto archive = Archive::open(m_folder->filePath(QStringLiteral("archive.sqlite")), Archive::Mode::CreateIfMissing, clock);
    return (*archive)->beginFetch(work, QStringLiteral("me@imap.example.org"))->value(folder);
}

std::vector<MailboxState> TestFetchJob::states()
{
    auto reader = ArchiveReader::open(m_folder->filePath(QStringLiteral("archive.sqlite")));
    return reader ? reader->mailboxes().value_or(std::vector<MailboxState>()) : std::vector<MailboxState>();
}

void TestFetchJob::reportsAndOthers()
{
    for (int i = 0; i < 30; ++i) {
        m_inbox->add(reportMail(i));
        m_inbox->add(otherMail());
    }
    const Run run = fetch();
    QVERIFY(run.outcomes.has_value());
    QCOMPARE(run.error(), std::nullopt);
    QCOMPARE(run.outcome().counts.imported, 30);
    QCOMPARE(run.outcome().counts.ignored, 30);
    QCOMPARE(run.outcome().counts.rejected, 0);
    QCOMPARE(run.outcome().mails, 60);
    QVERIFY(!run.outcome().cancelled);
    QCOMPARE(run.done, 1);
    QCOMPARE(reports(), 30);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM import_ WHERE kind=2 AND name='work' AND imported=30 AND "
                                   "ignored=30 AND finished IS NOT NULL AND bytes>0")), 1);
    QCOMPARE(place(), (FolderPlace{7, 60, {}}));
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM reports WHERE source LIKE 'work/INBOX › UID % · %2026-11-02%.gz'")), 30);
    QVERIFY(states().at(0).lastSuccess > 0);
}

void TestFetchJob::secondFetchOnlyTakesWhatIsNew()
{
    m_inbox->add(reportMail(0));
    QCOMPARE(fetch().outcome().counts.imported, 1);
    m_inbox->add(reportMail(1));
    const Run run = fetch();
    QCOMPARE(run.outcome().counts.imported, 1);
    QCOMPARE(run.outcome().counts.duplicates, 0);
    QCOMPARE(m_box->sent, 2);
    QCOMPARE(place(), (FolderPlace{7, 2, {}}));
}

void TestFetchJob::nothingNewLeavesNoTrace()
{
    m_inbox->add(reportMail(0));
    fetch();
    const int searches = m_box->searches;
    const Run run = fetch();
    QCOMPARE(run.error(), std::nullopt);
    QCOMPARE(run.outcome().import.value, 0);
    QCOMPARE(run.outcome().mails, 0);
    QCOMPARE(m_box->searches, searches); // the server said that there is nothing above
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM import_")), 1);
}

void TestFetchJob::cutAnywhereAndTakenUpAgain_data()
{
    QTest::addColumn<QList<int>>("cuts");
    QTest::newRow("before the first") << QList<int>{0};
    QTest::newRow("in the middle") << QList<int>{20};
    QTest::newRow("ten times") << QList<int>{1, 2, 5, 9, 14, 20, 27, 33, 38, 39};
    QTest::newRow("after the last") << QList<int>{40};
}

void TestFetchJob::cutAnywhereAndTakenUpAgain()
{
    QFETCH(QList<int>, cuts);
    for (int i = 0; i < 40; ++i)
        m_inbox->add(reportMail(i));
    for (const int cut : std::as_const(cuts))
        m_box->cuts[cut] = closed;
    const Run run = fetch();
    QCOMPARE(run.error(), std::nullopt);
    QCOMPARE(run.outcome().counts.imported, 40);
    QCOMPARE(run.outcome().counts.duplicates, 0); // nothing twice
    QCOMPARE(m_box->sent, 40);
    QCOMPARE(place(), (FolderPlace{7, 40, {}}));
    QCOMPARE(m_box->searches, 1);
}

void TestFetchJob::givesUpAfterThreeTries()
{
    for (int i = 0; i < 10; ++i)
        m_inbox->add(reportMail(i));
    m_box->cuts[4] = closed;
    m_box->sending = [&](int sent) {
        if (sent == 4) // and from then on there is no server
            m_box->refusals.assign(9, Error{Code::ServerUnreachable, {}, {}, -1});
    };
    const Run run = fetch();
    QCOMPARE(run.error(), std::optional(Code::ServerUnreachable));
    QCOMPARE(m_box->connections, 4);
    QCOMPARE(run.outcome().counts.imported, 4);
    QCOMPARE(place(), (FolderPlace{7, 4, {}}));
    QCOMPARE(states().at(0).error->code, Code::ServerUnreachable);
    QCOMPARE(states().at(0).lastSuccess, 0);

    m_box->refusals.clear();
    m_box->sending = {};
    const Run again = fetch();
    QCOMPARE(again.error(), std::nullopt);
    QCOMPARE(again.outcome().counts.imported, 6);
    QCOMPARE(again.outcome().counts.duplicates, 0);
}

void TestFetchJob::offlineIsToldAtOnce()
{
    m_box->refusals.assign(1, Error{Code::ServerUnreachable, {}, {}, -1});
    const Run run = fetch();
    QCOMPARE(run.error(), std::optional(Code::ServerUnreachable));
    QCOMPARE(m_box->connections, 1);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM import_")), 0);
}

void TestFetchJob::errorsThatPausesDoNotMend()
{
    for (int i = 0; i < 5; ++i)
        m_inbox->add(reportMail(i));
    m_box->cuts[2] = Error{Code::ServerAnswerBroken, {}, {}, -1};
    const Run run = fetch();
    QCOMPARE(run.error(), std::optional(Code::ServerAnswerBroken));
    QCOMPARE(m_box->connections, 1);
    QCOMPARE(run.outcome().counts.imported, 2);
    QCOMPARE(place(), (FolderPlace{7, 2, {}}));
}

void TestFetchJob::cancelKeepsWhatWasWritten()
{
    constexpr int many = 6000;
    for (int i = 0; i < many; ++i)
        m_inbox->add(reportMail(i % 50) + QByteArray::number(i));
    JobControl control;
    m_hook = [&](Run &) {
        if (m_box->sent > 100)
            control.cancel();
    };
    const Run run = fetch(control, {m_access});
    QVERIFY(run.outcome().cancelled);
    QCOMPARE(run.error(), std::nullopt);
    QCOMPARE(states().at(0).error->code, Code::Cancelled);
    QCOMPARE(states().at(0).lastSuccess, 0);
    const FolderPlace stopped = place();
    QVERIFY(stopped.uid < many);
    m_hook = {};
    QCOMPARE(fetch().error(), std::nullopt);
    QCOMPARE(place().uid, quint32(many));
    QCOMPARE(reports(), 50);
}

void TestFetchJob::cancelEndsAPause()
{
    m_inbox->add(reportMail(0));
    m_box->cuts[0] = closed;
    m_pauses = {std::chrono::hours(1)};
    JobControl control;
    m_hook = [&](Run &so) {
        if (so.progress.size() == 2)
            control.cancel();
    };
    QVERIFY(fetch(control, {m_access}).outcome().cancelled);
}

void TestFetchJob::killedBetweenReportsAndPlace()
{
    for (int i = 0; i < 20; ++i)
        m_inbox->add(reportMail(i));
    fetch();
    {
        auto connection = Connection::open(m_folder->filePath(QStringLiteral("archive.sqlite")), Connection::Mode::ReadWrite);
        QSqlQuery query(connection->database());
        QVERIFY(query.exec(QStringLiteral("UPDATE mailbox_folder_ SET uid=5")));
    }
    const Run run = fetch();
    QCOMPARE(run.outcome().counts.imported, 0);
    QCOMPARE(run.outcome().counts.duplicates, 15);
    QCOMPARE(reports(), 20);
}

void TestFetchJob::uidValidityChanged()
{
    for (int i = 0; i < 5; ++i)
        m_inbox->add(reportMail(i));
    fetch();
    m_inbox->validity = 8;
    m_inbox->add(reportMail(5));
    const Run run = fetch();
    QCOMPARE(run.outcome().counts.duplicates, 5);
    QCOMPARE(run.outcome().counts.imported, 1);
    QCOMPARE(place(), (FolderPlace{8, 6, {}}));
}

void TestFetchJob::uidValidityChangedInTheMiddle()
{
    for (int i = 0; i < 10; ++i)
        m_inbox->add(reportMail(i));
    m_box->cuts[6] = closed;
    m_box->sending = [&](int sent) {
        if (sent == 6) {
            const std::lock_guard lock(m_box->mutex);
            m_inbox->validity = 9;
        }
    };
    const Run run = fetch();
    QCOMPARE(run.error(), std::nullopt);
    QCOMPARE(run.outcome().counts.imported, 10);
    QCOMPARE(run.outcome().counts.duplicates, 6);
    QCOMPARE(place(), (FolderPlace{9, 10, {}}));
}

void TestFetchJob::withoutUidValidityNothingIsRemembered()
{
    m_inbox->validity = 0;
    m_inbox->add(reportMail(0));
    QCOMPARE(fetch().outcome().counts.imported, 1);
    QCOMPARE(fetch().outcome().counts.duplicates, 1);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM mailbox_folder_")), 0);
}

void TestFetchJob::sameReportByTwoRelays()
{
    m_inbox->add(reportMail(0));
    m_inbox->add("Received: from relay.example.org\r\nX-Relay: second\r\n" + reportMail(0));
    const Run run = fetch();
    QCOMPARE(run.outcome().counts.imported, 1);
    QCOMPARE(run.outcome().counts.duplicates, 1);
    QCOMPARE(reports(), 1);
}

void TestFetchJob::rejectedMailsAreFound()
{
    const QString folder = QStringLiteral("Größe 中文/TLS");
    FakeFolder &odd = m_box->folders[folder];
    odd.next = 12;
    odd.add(brokenMail("Report =?utf-8?q?f=C3=BCr?=\r\n =?utf-8?q?_dich=1B=5B31m?= \x07 bell"));
    odd.add(brokenMail(QByteArray(5000, 's')));
    odd.add(brokenMail("looks-like-a.json"));
    m_access.mailbox.folders = {folder};
    const Run run = fetch();
    QCOMPARE(run.outcome().counts.rejected, 3);
    QCOMPARE(run.rejected.size(), 3U);
    QStringList sources;
    for (const Error &error : run.rejected)
        sources.append(error.subject);
    sources.sort();
    QCOMPARE(sources.at(0), QStringLiteral("work/Größe 中文/TLS › UID 12 · Report für dich[31m  bell · 2026-11-02 › r.json"));
    QVERIFY(sources.at(1).startsWith(QStringLiteral("work/Größe 中文/TLS › UID 13 · ssss")));
    QVERIFY(sources.at(1).size() < 220);
    QVERIFY(sources.at(2).contains(QStringLiteral("UID 14 · looks-like-a.json · 2026-11-02")));
    auto reader = ArchiveReader::open(m_folder->filePath(QStringLiteral("archive.sqlite")));
    QCOMPARE(reader->notices({}, NoticeKind::Rejected, 0, 10)->size(), 3U);
    QCOMPARE(place(folder), (FolderPlace{7, 14, {}})); // told, not asked for again and again
}

void TestFetchJob::missingMailsAreAskedForOnceMore()
{
    m_inbox->add(reportMail(0));
    const quint32 held = m_inbox->add(reportMail(1));
    const quint32 never = m_inbox->add(reportMail(2));
    m_inbox->mails[held].delivered = false;
    m_inbox->mails[never].delivered = false;
    const Run first = fetch();
    QCOMPARE(first.outcome().counts.imported, 1);
    QCOMPARE(first.rejected.size(), 2U);
    QCOMPARE(first.rejected.at(0).code, Code::MailMissing);
    QCOMPARE(first.rejected.at(0).subject, QStringLiteral("work/INBOX › UID 2"));
    QCOMPARE(place(), (FolderPlace{7, 3, {held, never}}));

    m_inbox->mails[held].delivered = true;
    const Run second = fetch();
    QCOMPARE(second.outcome().counts.imported, 1);
    QCOMPARE(second.rejected.size(), 0U);
    QCOMPARE(place(), (FolderPlace{7, 3, {}}));
    QCOMPARE(fetch().outcome().mails, 0);
}

void TestFetchJob::mailsThatComeMeanwhile()
{
    for (int i = 0; i < 5; ++i)
        m_inbox->add(reportMail(i));
    m_box->sending = [&](int sent) {
        const std::lock_guard lock(m_box->mutex);
        if (sent == 2 && m_inbox->mails.size() == 5)
            m_inbox->add(reportMail(5));
    };
    QCOMPARE(fetch().outcome().counts.imported, 5);
    const Run run = fetch();
    QCOMPARE(run.outcome().counts.imported, 1);
    QCOMPARE(run.outcome().counts.duplicates, 0);
}

void TestFetchJob::mailsThatGoMeanwhile()
{
    for (int i = 0; i < 5; ++i)
        m_inbox->add(reportMail(i));
    m_box->sending = [&](int sent) {
        const std::lock_guard lock(m_box->mutex);
        if (sent == 2)
            m_inbox->mails.erase(4);
    };
    const Run run = fetch();
    QCOMPARE(run.error(), std::nullopt);
    QCOMPARE(run.outcome().counts.imported, 4);
    QCOMPARE(run.outcome().counts.rejected, 0);
    QCOMPARE(place(), (FolderPlace{7, 5, {}}));
}

void TestFetchJob::whichFolders_data()
{
    QTest::addColumn<QStringList>("folders"); // "name:special use"
    QTest::addColumn<QStringList>("chosen");
    QTest::addColumn<QStringList>("read");
    const QStringList usual{QStringLiteral("INBOX:"), QStringLiteral("Drafts:Drafts"), QStringLiteral("Junk:Junk"),
                            QStringLiteral("Sent:Sent"), QStringLiteral("Trash:trash"), QStringLiteral("TLS:"),
                            QStringLiteral("Parent:-")};
    QTest::newRow("all but drafts and trash")
        << usual << QStringList()
        << QStringList{QStringLiteral("INBOX"), QStringLiteral("Junk"), QStringLiteral("Sent"), QStringLiteral("TLS")};
    QTest::newRow("chosen ones, twice")
        << usual << QStringList{QStringLiteral("TLS"), QStringLiteral("Trash"), QStringLiteral("TLS")}
        << QStringList{QStringLiteral("TLS"), QStringLiteral("Trash")};
    QTest::newRow("one folder shows all")
        << (usual + QStringList{QStringLiteral("All Mail:All")}) << QStringList()
        << QStringList{QStringLiteral("All Mail"), QStringLiteral("Junk")};
}

void TestFetchJob::whichFolders()
{
    QFETCH(QStringList, folders);
    QFETCH(QStringList, chosen);
    QFETCH(QStringList, read);
    m_box->folders.clear();
    int index = 0;
    for (const QString &folder : std::as_const(folders)) {
        FakeFolder &made = m_box->folders[folder.section(u':', 0, 0)];
        made.specialUse = folder.section(u':', 1);
        made.selectable = made.specialUse != QStringLiteral("-");
        made.add(reportMail(index++));
    }
    m_access.mailbox.folders = chosen;
    const Run run = fetch();
    QCOMPARE(run.error(), std::nullopt);
    QStringList names;
    auto connection = Connection::open(m_folder->filePath(QStringLiteral("archive.sqlite")), Connection::Mode::ReadOnly);
    QSqlQuery query(connection->database());
    QVERIFY(query.exec(QStringLiteral("SELECT folder FROM mailbox_folders ORDER BY 1")));
    while (query.next())
        names.append(query.value(0).toString());
    QCOMPARE(names, read);
    QCOMPARE(run.outcome().counts.imported, read.size());
}

void TestFetchJob::chosenFolderIsGone()
{
    m_inbox->add(reportMail(0));
    m_access.mailbox.folders = {QStringLiteral("gone"), inbox};
    const Run run = fetch();
    QCOMPARE(run.error(), std::optional(Code::FolderNotFound));
    QCOMPARE(run.outcome().error->subject, QStringLiteral("gone"));
    QCOMPARE(run.outcome().counts.imported, 1); // the others are read all the same
    QCOMPARE(states().at(0).lastSuccess, 0);
}

void TestFetchJob::flagsStayByDefault()
{
    m_inbox->add(reportMail(0));
    fetch();
    QVERIFY(!m_inbox->mails[1].seen);
    QVERIFY(m_box->openedWritable.isEmpty());
}

void TestFetchJob::marksOnlyWhatWasImported()
{
    const quint32 report = m_inbox->add(reportMail(0));
    const quint32 duplicate = m_inbox->add(reportMail(0));
    const quint32 other = m_inbox->add(otherMail());
    const quint32 broken = m_inbox->add(brokenMail("broken"));
    m_access.mailbox.afterwards = Afterwards::MarkRead;
    const Run run = fetch();
    QCOMPARE(run.error(), std::nullopt);
    QVERIFY(m_inbox->mails[report].seen);
    QVERIFY(m_inbox->mails[duplicate].seen);
    QVERIFY(!m_inbox->mails[other].seen);
    QVERIFY(!m_inbox->mails[broken].seen);
}

void TestFetchJob::movesOnlyWhatWasImported()
{
    const QString done = QStringLiteral("Read reports");
    m_box->folders[done].add(reportMail(9));
    for (int i = 0; i < 3; ++i) {
        m_inbox->add(reportMail(i));
        m_inbox->add(otherMail());
    }
    m_access.mailbox.afterwards = Afterwards::Move;
    m_access.mailbox.moveTo = done;
    QCOMPARE(fetch().error(), std::nullopt);
    QCOMPARE(m_inbox->mails.size(), 3U);
    QCOMPARE(m_box->folders[done].mails.size(), 4U);
    // What lies there is not read again, and nothing is moved to where it is.
    const Run run = fetch();
    QCOMPARE(run.outcome().mails, 0);
    QCOMPARE(m_box->folders[done].mails.size(), 4U);
    QCOMPARE(reports(), 3);
}

void TestFetchJob::moveThatFailsIsTold()
{
    m_inbox->add(reportMail(0));
    m_box->folders[QStringLiteral("Other")].add(reportMail(1));
    m_access.mailbox.afterwards = Afterwards::Move;
    m_access.mailbox.moveTo = QStringLiteral("gone");
    const Run run = fetch();
    QCOMPARE(run.error(), std::optional(Code::FolderNotFound));
    QCOMPARE(run.outcome().counts.imported, 2); // all the same, and both folders
    QCOMPARE(m_inbox->mails.size(), 1U);
    m_box->moveFails = closed; // for ever: it gives up
    m_inbox->add(reportMail(2));
    QCOMPARE(fetch().error(), std::optional(Code::ServerClosed));
}

void TestFetchJob::secretThatIsMissing()
{
    m_access.error = Error{Code::NoPassword, work, {}, -1};
    const Run run = fetch();
    QCOMPARE(run.error(), std::optional(Code::NoPassword));
    QCOMPARE(m_box->connections, 0);
    QCOMPARE(states().at(0).error->code, Code::NoPassword);
    QCOMPARE(run.done, 1);
}

void TestFetchJob::twoMailboxesOneBroken()
{
    m_inbox->add(reportMail(0));
    m_box->refusals.assign(1, Error{Code::SignInRefused, {}, {}, -1});
    MailboxAccess second = m_access;
    second.mailbox.name = QStringLiteral("second");
    JobControl control;
    const Run run = fetch(control, {m_access, second});
    QCOMPARE(run.outcomes->size(), 2U);
    QCOMPARE(run.error(0), std::optional(Code::SignInRefused));
    QCOMPARE(run.error(1), std::nullopt);
    QCOMPARE(run.outcome(1).counts.imported, 1);
    QCOMPARE(states().size(), 2U);
}

void TestFetchJob::twoFetchesAtOnce()
{
    for (int i = 0; i < 300; ++i)
        m_inbox->add(reportMail(i % 100));
    Run other;
    JobControl control;
    std::thread thread([&] {
        FetchRequest request;
        request.archivePath = m_folder->filePath(QStringLiteral("archive.sqlite"));
        request.mailboxes = {m_access};
        other.outcomes = runFetchFrom(m_box->connect(), request, SystemClock(), control, {});
    });
    const Run run = fetch();
    thread.join();
    QVERIFY(run.outcomes.has_value());
    QVERIFY(other.outcomes.has_value());
    QCOMPARE(run.outcome().counts.imported + other.outcome().counts.imported, 100);
    QCOMPARE(reports(), 100);
    QCOMPARE(place(), (FolderPlace{7, 300, {}}));
}

void TestFetchJob::archiveThatFails()
{
    for (int i = 0; i < 20; ++i)
        m_inbox->add(reportMail(i));
    place(); // makes the archive
    {
        auto connection = Connection::open(m_folder->filePath(QStringLiteral("archive.sqlite")), Connection::Mode::ReadWrite);
        QSqlQuery query(connection->database());
        QVERIFY(query.exec(QStringLiteral("CREATE TRIGGER fail_ BEFORE INSERT ON original_ "
                                          "BEGIN SELECT RAISE(ABORT, 'x'); END")));
    }
    const Run run = fetch();
    QVERIFY(!run.outcomes.has_value());
    QCOMPARE(run.outcomes.error().code, Code::StoreFailed);
    QCOMPARE(place().uid, 0U);
}

void TestFetchJob::tinyBudget()
{
    m_limits.bytesInFlight = 3000; // less than one mail and its report
    for (int i = 0; i < 100; ++i)
        m_inbox->add(reportMail(i));
    m_inbox->add(otherMail() + QByteArray(3'000'000, 'x'));
    const Run run = fetch();
    QCOMPARE(run.outcome().counts.imported, 100);
    QCOMPARE(run.outcome().counts.ignored, 1);
}

void TestFetchJob::progressAndSteps()
{
    for (int i = 0; i < 40; ++i)
        m_inbox->add(reportMail(i));
    const Run run = fetch();
    QVERIFY(!run.progress.empty());
    const FetchProgress &last = run.progress.back();
    QCOMPARE(last.mailbox, work);
    QCOMPARE(last.folder, inbox);
    QCOMPARE(last.import.inputsTotal, 40);
    QCOMPARE(last.import.inputsDone, 40);
    QCOMPARE(last.import.bytesTotal, last.import.counts.bytes);
    QVERIFY(!last.import.walking);
    QVERIFY(last.import.current.startsWith(QStringLiteral("work/INBOX › UID ")));
    QCOMPARE(run.steps, std::vector<ImapStep>{ImapStep::SignedIn});
}

QTEST_GUILESS_MAIN(TestFetchJob)
#include "test_fetchjob.moc"
