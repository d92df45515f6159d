// SPDX-License-Identifier: GPL-3.0-or-later
// Which mails and folders a fetch reads, what it does to them, what it tells.
#include "core/query/reader.h"
#include "tests/core/pipeline/fetchfixture.h"

#include <QTest>

#include <thread>

using namespace tlsrpt;
using namespace tlsrpt::fetchtest;

class TestFetchChoice : public QObject
{
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<FetchFixture>(); }
    void sameReportByTwoRelays();
    void rejectedMailsAreFound();
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
    std::unique_ptr<FetchFixture> m;
};

void TestFetchChoice::sameReportByTwoRelays()
{
    m->inbox.add(reportMail(0));
    m->inbox.add("Received: from relay.example.org\r\nX-Relay: second\r\n" + reportMail(0));
    const Run run = m->fetch();
    QCOMPARE(run.outcome().counts.imported, 1);
    QCOMPARE(run.outcome().counts.duplicates, 1);
    QCOMPARE(m->reports(), 1);
}

void TestFetchChoice::rejectedMailsAreFound()
{
    const QString folder = QStringLiteral("Größe 中文/TLS");
    FakeFolder &odd = m->box.folders[folder];
    odd.next = 12;
    odd.add(brokenMail("Report =?utf-8?q?f=C3=BCr?=\r\n =?utf-8?q?_dich=1B=5B31m?= \x07 bell"));
    odd.add(brokenMail(QByteArray(5000, 's')));
    odd.add(brokenMail("looks-like-a.json"));
    m->access.mailbox.folders = {folder};
    const Run run = m->fetch();
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
    auto reader = ArchiveReader::open(m->archive());
    QCOMPARE(reader->notices({}, NoticeKind::Rejected, 0, 10)->size(), 3U);
    QCOMPARE(m->place(folder), (FolderPlace{7, 14, {}})); // told, not asked for again and again
}

void TestFetchChoice::whichFolders_data()
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

void TestFetchChoice::whichFolders()
{
    QFETCH(QStringList, folders);
    QFETCH(QStringList, chosen);
    QFETCH(QStringList, read);
    m->box.folders.clear();
    int index = 0;
    for (const QString &folder : std::as_const(folders)) {
        FakeFolder &made = m->box.folders[folder.section(u':', 0, 0)];
        made.specialUse = folder.section(u':', 1);
        made.selectable = made.specialUse != QStringLiteral("-");
        made.add(reportMail(index++));
    }
    m->access.mailbox.folders = chosen;
    const Run run = m->fetch();
    QCOMPARE(run.error(), std::nullopt);
    const QStringList names = m->texts(QStringLiteral("SELECT folder FROM mailbox_folders ORDER BY 1"));
    QCOMPARE(names, read);
    QCOMPARE(run.outcome().counts.imported, read.size());
}

void TestFetchChoice::chosenFolderIsGone()
{
    m->inbox.add(reportMail(0));
    m->access.mailbox.folders = {QStringLiteral("gone"), inbox};
    const Run run = m->fetch();
    QCOMPARE(run.error(), std::optional(Code::FolderNotFound));
    QCOMPARE(run.outcome().error->subject, QStringLiteral("gone"));
    QCOMPARE(run.outcome().counts.imported, 1); // the others are read all the same
    QCOMPARE(m->states().at(0).lastSuccess, 0);
}

void TestFetchChoice::flagsStayByDefault()
{
    m->inbox.add(reportMail(0));
    m->fetch();
    QVERIFY(!m->inbox.mails[1].seen);
    QVERIFY(m->box.openedWritable.isEmpty());
}

void TestFetchChoice::marksOnlyWhatWasImported()
{
    const quint32 report = m->inbox.add(reportMail(0));
    const quint32 duplicate = m->inbox.add(reportMail(0));
    const quint32 other = m->inbox.add(otherMail());
    const quint32 broken = m->inbox.add(brokenMail("broken"));
    m->access.mailbox.afterwards = Afterwards::MarkRead;
    const Run run = m->fetch();
    QCOMPARE(run.error(), std::nullopt);
    QVERIFY(m->inbox.mails[report].seen);
    QVERIFY(m->inbox.mails[duplicate].seen);
    QVERIFY(!m->inbox.mails[other].seen);
    QVERIFY(!m->inbox.mails[broken].seen);
}

void TestFetchChoice::movesOnlyWhatWasImported()
{
    const QString done = QStringLiteral("Read reports");
    m->box.folders[done].add(reportMail(9));
    for (int i = 0; i < 3; ++i) {
        m->inbox.add(reportMail(i));
        m->inbox.add(otherMail());
    }
    m->access.mailbox.afterwards = Afterwards::Move;
    m->access.mailbox.moveTo = done;
    QCOMPARE(m->fetch().error(), std::nullopt);
    QCOMPARE(m->inbox.mails.size(), 3U);
    QCOMPARE(m->box.folders[done].mails.size(), 4U);
    // What lies there is not read again, and nothing is moved to where it is.
    const Run run = m->fetch();
    QCOMPARE(run.outcome().mails, 0);
    QCOMPARE(m->box.folders[done].mails.size(), 4U);
    QCOMPARE(m->reports(), 3);
}

void TestFetchChoice::moveThatFailsIsTold()
{
    m->inbox.add(reportMail(0));
    m->box.folders[QStringLiteral("Other")].add(reportMail(1));
    m->access.mailbox.afterwards = Afterwards::Move;
    m->access.mailbox.moveTo = QStringLiteral("gone");
    const Run run = m->fetch();
    QCOMPARE(run.error(), std::optional(Code::FolderNotFound));
    QCOMPARE(run.outcome().counts.imported, 2); // all the same, and both folders
    QCOMPARE(m->inbox.mails.size(), 1U);
    m->box.moveFails = closed; // for ever: it gives up
    m->inbox.add(reportMail(2));
    QCOMPARE(m->fetch().error(), std::optional(Code::ServerClosed));
}

void TestFetchChoice::secretThatIsMissing()
{
    m->access.error = Error{Code::NoPassword, work, {}, -1};
    const Run run = m->fetch();
    QCOMPARE(run.error(), std::optional(Code::NoPassword));
    QCOMPARE(m->box.connections, 0);
    QCOMPARE(m->states().at(0).error->code, Code::NoPassword);
    QCOMPARE(run.done, 1);
}

void TestFetchChoice::twoMailboxesOneBroken()
{
    m->inbox.add(reportMail(0));
    m->box.refusals.assign(1, Error{Code::SignInRefused, {}, {}, -1});
    MailboxAccess second = m->access;
    second.mailbox.name = QStringLiteral("second");
    JobControl control;
    const Run run = m->fetch(control, {m->access, second});
    QCOMPARE(run.outcomes->size(), 2U);
    QCOMPARE(run.error(0), std::optional(Code::SignInRefused));
    QCOMPARE(run.error(1), std::nullopt);
    QCOMPARE(run.outcome(1).counts.imported, 1);
    QCOMPARE(m->states().size(), 2U);
}

void TestFetchChoice::twoFetchesAtOnce()
{
    for (int i = 0; i < 300; ++i)
        m->inbox.add(reportMail(i % 100));
    Run other;
    JobControl control;
    std::thread thread([&] {
        FetchRequest request;
        request.archivePath = m->archive();
        request.mailboxes = {m->access};
        other.outcomes = runFetchFrom(m->box.connect(), request, SystemClock(), control, {});
    });
    const Run run = m->fetch();
    thread.join();
    for (const Run *each : {&run, static_cast<const Run *>(&other)})
        QVERIFY2(each->outcomes.has_value(), each->outcomes ? "" : qPrintable(slug(each->outcomes.error().code) + QLatin1Char(' ') + each->outcomes.error().detail));
    QCOMPARE(run.outcome().counts.imported + other.outcome().counts.imported, 100);
    QCOMPARE(m->reports(), 100);
    QCOMPARE(m->place(), (FolderPlace{7, 300, {}}));
}

void TestFetchChoice::archiveThatFails()
{
    for (int i = 0; i < 20; ++i)
        m->inbox.add(reportMail(i));
    m->place(); // makes the archive
    QVERIFY(m->outside(QStringLiteral("CREATE TRIGGER fail_ BEFORE INSERT ON original_ "
                                      "BEGIN SELECT RAISE(ABORT, 'x'); END")));
    const Run run = m->fetch();
    QVERIFY(!run.outcomes.has_value());
    QCOMPARE(run.outcomes.error().code, Code::StoreFailed);
    QCOMPARE(m->place().uid, 0U);
}

void TestFetchChoice::tinyBudget()
{
    m->limits.bytesInFlight = 3000; // less than one mail and its report
    for (int i = 0; i < 100; ++i)
        m->inbox.add(reportMail(i));
    m->inbox.add(otherMail() + QByteArray(3'000'000, 'x'));
    const Run run = m->fetch();
    QCOMPARE(run.outcome().counts.imported, 100);
    QCOMPARE(run.outcome().counts.ignored, 1);
}

void TestFetchChoice::progressAndSteps()
{
    for (int i = 0; i < 40; ++i)
        m->inbox.add(reportMail(i));
    const Run run = m->fetch();
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

QTEST_GUILESS_MAIN(TestFetchChoice)
#include "test_fetchchoice.moc"
