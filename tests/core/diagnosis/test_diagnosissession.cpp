// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/diagnosissession.h"
#include "core/store/transaction.h"
#include "tests/core/query/made.h"
#include "tests/support/eventqueue.h"

#include <QSignalSpy>
#include <QtTest>

using namespace tlsrpt;
using namespace tlsrpt::made;

namespace
{

/// A report of `sender` about a day on which a certificate had expired, or nothing was wrong.
Report told(const char *sender, int offset, const char *domain, bool expired)
{
    const QByteArray mx = QByteArray("mx.") + domain;
    std::vector<FailureDetail> failures;
    if (expired)
        failures.push_back(failure("certificate-expired", 10, mx.constData()));
    return report(sender, day(offset), {sts(domain, 90, expired ? 10 : 0, std::move(failures), "enforce",
                                            {QString::fromLatin1(mx)})});
}

/// Ten good days and four with an expired certificate.
std::vector<Report> expiredStory(const char *domain)
{
    std::vector<Report> reports;
    for (const char *sender : {"google.com", "microsoft.com", "comcast.net"}) {
        for (int offset = 0; offset < 14; ++offset)
            reports.push_back(told(sender, offset, domain, offset >= 10));
    }
    return reports;
}

struct ChangingClock final : Clock {
    QDateTime now = QDateTime(QDate(2026, 10, 20), QTime(12, 0), Qt::UTC);
    QDateTime nowUtc() const override { return now; }
};

} // namespace

class TestDiagnosisSession : public QObject
{
    Q_OBJECT

private slots:
    void judgesWhatIsLoaded();
    void judgesWhatIsLoadedAlready();
    void emptyArchiveIsJudgedToo();
    void followsAnImport();
    void nothingNewIsNotJudgedAgain();
    void newestReportIsTheReference();
    void silenceCountsAfterAFetch();
    void aFetchIsRemembered();
    void aFetchOfAnotherProgramCounts();
    void manyWishesAreFewJudgements();
    void anotherArchiveDropsTheFirst();
    void aFailingArchiveLeavesNothing();
    void mutedUntilItsLastDay();
    void newOnlyAfterAFirstLook();
    void begunAgainIsNew();
    void marksOfOthersAreSeen();
    void endsWhileJudging();

private:
    static const Finding *expired(const DiagnosisSession &session)
    {
        if (!session.diagnosis())
            return nullptr;
        for (const FindingPtr &finding : session.diagnosis()->findings) {
            if (finding->rule == Rule::R01 || finding->rule == Rule::R02)
                return finding.get();
        }
        return nullptr;
    }

    ChangingClock m_clock;
};

void TestDiagnosisSession::judgesWhatIsLoaded()
{
    MadeArchive archive;
    archive.add(expiredStory("example.org"));
    ArchiveSession reading;
    DiagnosisSession session(reading, m_clock);
    QSignalSpy changed(&session, &DiagnosisSession::changed);
    QVERIFY(!session.diagnosis() && !session.facts());
    reading.open(archive.path());
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(expired(session));
    QCOMPARE(session.facts(), reading.facts());
    QCOMPARE(session.diagnosis()->reports, session.facts()->reports.size());
    QVERIFY(!session.isNew(*expired(session)));
    QVERIFY(!session.isMuted(*expired(session)));
}

void TestDiagnosisSession::judgesWhatIsLoadedAlready()
{
    MadeArchive archive;
    archive.add(expiredStory("example.org"));
    ArchiveSession reading;
    reading.open(archive.path());
    QTRY_VERIFY(reading.loaded());
    DiagnosisSession session(reading, m_clock);
    QTRY_VERIFY(expired(session));
}

void TestDiagnosisSession::emptyArchiveIsJudgedToo()
{
    MadeArchive archive;
    ArchiveSession reading;
    DiagnosisSession session(reading, m_clock);
    QSignalSpy changed(&session, &DiagnosisSession::changed);
    reading.open(archive.path());
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(session.diagnosis() && session.diagnosis()->findings.empty());
    session.mailboxFetched(day(20));
    QTRY_COMPARE(changed.count(), 2);
    QVERIFY(session.diagnosis()->findings.empty());
}

void TestDiagnosisSession::followsAnImport()
{
    MadeArchive archive;
    archive.add({told("google.com", 0, "example.net", false)});
    ArchiveSession reading;
    DiagnosisSession session(reading, m_clock);
    reading.open(archive.path());
    QTRY_VERIFY(session.diagnosis());
    QVERIFY(!expired(session));
    const auto before = session.diagnosis()->domains;
    archive.add(expiredStory("example.org"));
    reading.refresh();
    QTRY_VERIFY(expired(session));
    QCOMPARE(session.facts(), reading.facts());
    // Built on the one before: a domain that no new report is about is not judged again.
    QCOMPARE(session.diagnosis()->domains.size(), before.size() + 1);
    QCOMPARE(session.diagnosis()->domains[0], before[0]);
}

void TestDiagnosisSession::nothingNewIsNotJudgedAgain()
{
    MadeArchive archive;
    archive.add(expiredStory("example.org"));
    ArchiveSession reading;
    DiagnosisSession session(reading, m_clock);
    reading.open(archive.path());
    QTRY_VERIFY(session.diagnosis());
    const auto before = session.diagnosis();
    QSignalSpy changed(&session, &DiagnosisSession::changed);
    QSignalSpy facts(&reading, &ArchiveSession::factsChanged);
    // Something was written that is no report.
    QVERIFY(archive.archive().addWatchedFolder(QStringLiteral("/reports")).has_value());
    reading.refresh();
    QTRY_COMPARE(facts.count(), 1);
    auto settled = reading.ask([](ArchiveReader &, const Facts &) { return 0; });
    QTRY_VERIFY(settled.isFinished());
    QVERIFY(test::queueDelivered());
    QCOMPARE(session.diagnosis(), before);
    QCOMPARE(changed.count(), 0);
}

void TestDiagnosisSession::newestReportIsTheReference()
{
    MadeArchive archive;
    archive.add(expiredStory("example.org"));
    ArchiveSession reading;
    DiagnosisSession session(reading, m_clock);
    reading.open(archive.path());
    QTRY_VERIFY(session.diagnosis());
    QCOMPARE(session.diagnosis()->reference, (Reference{day(13), false}));
}

void TestDiagnosisSession::silenceCountsAfterAFetch()
{
    MadeArchive archive;
    archive.add(expiredStory("example.org"));
    ArchiveSession reading;
    DiagnosisSession session(reading, m_clock);
    reading.open(archive.path());
    QTRY_VERIFY(session.diagnosis());
    const auto stopped = [&session] {
        const auto &findings = session.diagnosis()->findings;
        return std::any_of(findings.begin(), findings.end(),
                           [](const FindingPtr &finding) { return finding->rule == Rule::R33; });
    };
    QVERIFY(!stopped());
    session.mailboxFetched(day(60));
    QTRY_COMPARE(session.diagnosis()->reference, (Reference{day(60), true}));
    QVERIFY(stopped());
    // A report of a later day than that of the fetch moves the reference on.
    archive.add({told("google.com", 61, "example.org", false)});
    reading.refresh();
    QTRY_COMPARE(session.diagnosis()->reference, (Reference{day(61), true}));
}

/// A successful fetch on a day, as the archive keeps it.
static void fetchedOn(MadeArchive &archive, Day day)
{
    const QString name = QStringLiteral("work");
    QVERIFY(archive.archive().beginFetch(name, QStringLiteral("me@imap.example.org")).has_value());
    QVERIFY(archive.archive().finishFetch(name, {}).has_value());
    auto other = Connection::open(archive.path(), Connection::Mode::ReadWrite);
    QVERIFY(other.has_value());
    QVERIFY(execute(other->database(), QStringLiteral("UPDATE mailbox_ SET last_success=?"),
                    {qint64(day.value) * 86400 + 3600})
                .has_value());
}

void TestDiagnosisSession::aFetchIsRemembered()
{
    MadeArchive archive;
    archive.add(expiredStory("example.org"));
    fetchedOn(archive, day(60));
    ArchiveSession reading;
    DiagnosisSession session(reading, m_clock);
    QSignalSpy changed(&session, &DiagnosisSession::changed);
    reading.open(archive.path());
    QTRY_COMPARE(changed.count(), 1); // at once, not first as if nothing had been fetched
    QCOMPARE(session.diagnosis()->reference, (Reference{day(60), true}));
    const auto &findings = session.diagnosis()->findings;
    QVERIFY(std::any_of(findings.begin(), findings.end(),
                        [](const FindingPtr &finding) { return finding->rule == Rule::R33; }));
    session.mailboxFetched(day(61));
    QTRY_COMPARE(session.diagnosis()->reference, (Reference{day(61), true}));
}

void TestDiagnosisSession::aFetchOfAnotherProgramCounts()
{
    MadeArchive archive;
    archive.add(expiredStory("example.org"));
    ArchiveSession reading;
    DiagnosisSession session(reading, m_clock);
    reading.open(archive.path());
    QTRY_VERIFY(session.diagnosis());
    QVERIFY(!session.diagnosis()->reference.afterFetch);
    fetchedOn(archive, day(40));
    QTRY_COMPARE_WITH_TIMEOUT(session.diagnosis()->reference, (Reference{day(40), true}), 10000);
}

void TestDiagnosisSession::manyWishesAreFewJudgements()
{
    MadeArchive archive;
    archive.add(expiredStory("example.org"));
    ArchiveSession reading;
    DiagnosisSession session(reading, m_clock);
    reading.open(archive.path());
    QTRY_VERIFY(session.diagnosis());
    QSignalSpy changed(&session, &DiagnosisSession::changed);
    for (int offset = 20; offset < 60; ++offset)
        session.mailboxFetched(day(offset));
    QTRY_COMPARE(session.diagnosis()->reference.day, day(59));
    QCOMPARE(changed.count(), 2); // the one under way, and one for all that came meanwhile
}

void TestDiagnosisSession::anotherArchiveDropsTheFirst()
{
    MadeArchive first;
    first.add(expiredStory("first.example"));
    MadeArchive second;
    second.add({told("google.com", 3, "second.example", false)});
    ArchiveSession reading;
    DiagnosisSession session(reading, m_clock);
    const auto domains = [&session] {
        QStringList names;
        if (session.diagnosis()) {
            for (const auto &domain : session.diagnosis()->domains)
                names << domain->domain;
        }
        return names;
    };
    // The judgement of the first is under way when the second is asked for: its answer is late.
    connect(&reading, &ArchiveSession::factsChanged, this,
                               [&] { reading.open(second.path()); }, Qt::SingleShotConnection);
    bool sawFirst = false;
    connect(&session, &DiagnosisSession::changed, this, [&] { sawFirst |= domains().contains(u"first.example"); });
    reading.open(first.path());
    QTRY_COMPARE(domains(), QStringList{QStringLiteral("second.example")});
    QVERIFY(!sawFirst);
    // And back: nothing of the second is left, and the fetch was of the other archive.
    session.mailboxFetched(day(50));
    QTRY_VERIFY(session.diagnosis()->reference.afterFetch);
    reading.open(first.path());
    QTRY_COMPARE(domains(), QStringList{QStringLiteral("first.example")});
    QVERIFY(!session.diagnosis()->reference.afterFetch);
}

void TestDiagnosisSession::aFailingArchiveLeavesNothing()
{
    MadeArchive archive;
    archive.add(expiredStory("example.org"));
    ArchiveSession reading;
    DiagnosisSession session(reading, m_clock);
    reading.open(archive.path());
    QTRY_VERIFY(session.diagnosis());
    QSignalSpy changed(&session, &DiagnosisSession::changed);
    QTemporaryDir folder;
    reading.open(folder.path()); // a folder is no archive
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(!session.diagnosis() && !session.facts() && session.marks().isEmpty());
}

void TestDiagnosisSession::mutedUntilItsLastDay()
{
    MadeArchive archive;
    archive.add(expiredStory("example.org"));
    ArchiveSession reading;
    DiagnosisSession session(reading, m_clock);
    reading.open(archive.path());
    QTRY_VERIFY(expired(session));
    const QString key = expired(session)->key();
    QSignalSpy changed(&session, &DiagnosisSession::changed);
    QVERIFY(archive.archive().muteFinding(key, QStringLiteral("known"), day(20)).has_value());
    session.reloadMarks();
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(session.marks().value(key).reason, QStringLiteral("known"));
    const auto mutedAt = [&](const QDateTime &now) {
        m_clock.now = now;
        return session.isMuted(*expired(session));
    };
    const QDateTime lastDay(day(20).toDate(), QTime(23, 59, 59), Qt::UTC);
    QVERIFY(mutedAt(lastDay));
    QVERIFY(!mutedAt(lastDay.addSecs(1)));
    QVERIFY(archive.archive().muteFinding(key, QStringLiteral("for good"), {}).has_value());
    session.reloadMarks();
    QTRY_VERIFY(session.isMuted(*expired(session)));
    QVERIFY(!session.isMuted(Finding{})); // nobody muted that one
    QVERIFY(archive.archive().unmuteFinding(key).has_value());
    session.reloadMarks();
    QTRY_VERIFY(!session.isMuted(*expired(session)));
    m_clock = {};
}

void TestDiagnosisSession::newOnlyAfterAFirstLook()
{
    MadeArchive archive;
    archive.add({told("google.com", 0, "example.net", false)});
    ArchiveSession reading;
    DiagnosisSession session(reading, m_clock);
    reading.open(archive.path());
    QTRY_VERIFY(session.diagnosis());
    // Somebody looks and finds nothing. What comes then is new.
    QVERIFY(archive.archive().markFindingsSeen({}).has_value());
    archive.add(expiredStory("example.org"));
    reading.refresh();
    QTRY_VERIFY(expired(session));
    QTRY_VERIFY(session.isNew(*expired(session)));
    const QString key = expired(session)->key();
    QVERIFY(archive.archive().markFindingsSeen({{key, expired(session)->first}}).has_value());
    session.reloadMarks();
    QTRY_VERIFY(!session.isNew(*expired(session)));
}

void TestDiagnosisSession::begunAgainIsNew()
{
    MadeArchive archive;
    archive.add(expiredStory("example.org"));
    ArchiveSession reading;
    DiagnosisSession session(reading, m_clock);
    reading.open(archive.path());
    QTRY_VERIFY(expired(session));
    Finding again = *expired(session);
    QVERIFY(archive.archive().markFindingsSeen({{again.key(), again.first}}).has_value());
    QSignalSpy changed(&session, &DiagnosisSession::changed);
    session.reloadMarks();
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(!session.isNew(again));
    ++again.first.value;
    QVERIFY(session.isNew(again));
}

void TestDiagnosisSession::marksOfOthersAreSeen()
{
    MadeArchive archive;
    archive.add(expiredStory("example.org"));
    ArchiveSession reading;
    DiagnosisSession session(reading, m_clock);
    reading.open(archive.path());
    QTRY_VERIFY(expired(session));
    QVERIFY(archive.archive().muteFinding(expired(session)->key(), {}, {}).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(session.isMuted(*expired(session)), 10000); // nobody told the session
}

void TestDiagnosisSession::endsWhileJudging()
{
    MadeArchive archive;
    archive.add(expiredStory("example.org"));
    for (int run = 0; run < 20; ++run) {
        ArchiveSession reading;
        auto session = std::make_unique<DiagnosisSession>(reading, m_clock);
        QSignalSpy loaded(&reading, &ArchiveSession::factsChanged);
        reading.open(archive.path());
        QTRY_COMPARE(loaded.count(), 1);
        session->mailboxFetched(day(30));
        session.reset();
        QVERIFY(test::queueDelivered());
    }
}

QTEST_GUILESS_MAIN(TestDiagnosisSession)
#include "test_diagnosissession.moc"
