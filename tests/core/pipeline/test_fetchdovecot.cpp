// SPDX-License-Identifier: GPL-3.0-or-later
// The fetch job against a real Dovecot.
#include "core/query/reader.h"
#include "tests/core/pipeline/relay.h"
#include "tests/support/corpus/corpus.h"
#include "tests/support/dovecot/dovecot.h"

#include "core/pipeline/fetchjob.h"

#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::fetchtest;

namespace
{

QByteArray reportMail(int number)
{
    return made::toMail(made::Corpus({20'000, 3}).at(number));
}

QByteArray otherMail(int number)
{
    return "From: cron@example.org\r\nTo: b@example.org\r\nSubject: Cron " + QByteArray::number(number)
        + "\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\n\r\nNothing of ours.\r\n";
}

} // namespace

class TestFetchDovecot : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tenThousandMailsHalfOfThemOthers();
    void cutTenTimesAndTakenUpAgain();
    void uidValidityChanged();
    void mailsThatComeWhileFetching();
    void marksAndMoves_data();
    void marksAndMoves();
    void certificateIsTold();
    void largeMail();

private:
    MailboxAccess access(quint16 port) const;
    MailboxOutcome fetch(const MailboxAccess &access, const std::function<void()> &committed = {});
    MailboxOutcome fetch() { return fetch(access(m_server->tlsPort())); }

    std::unique_ptr<made::Dovecot> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFetchDovecot::init()
{
    if (const QString missing = made::Dovecot::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<made::Dovecot>();
    QVERIFY2(m_server->start(), m_server->log().constData());
}

MailboxAccess TestFetchDovecot::access(quint16 port) const
{
    MailboxAccess access;
    access.mailbox.name = QStringLiteral("work");
    access.mailbox.host = QStringLiteral("127.0.0.1");
    access.mailbox.port = port;
    access.mailbox.user = QLatin1String(made::Dovecot::user);
    access.mailbox.caFile = m_server->certificates().authority();
    access.secret = {made::Dovecot::password};
    return access;
}

MailboxOutcome TestFetchDovecot::fetch(const MailboxAccess &access, const std::function<void()> &committed)
{
    FetchRequest request;
    request.archivePath = m_folder->filePath(QStringLiteral("archive.sqlite"));
    request.mailboxes = {access};
    request.pauses = std::vector<std::chrono::milliseconds>(3, std::chrono::milliseconds(1));
    JobControl control;
    FetchEvents events;
    events.committed = committed;
    const auto outcomes = runFetch(request, SystemClock(), control, events);
    if (!outcomes)
        qFatal("%s", qPrintable(outcomes.error().detail));
    const MailboxOutcome &outcome = outcomes->front();
    if (outcome.error)
        qInfo("%s %s", slug(outcome.error->code).data(), qPrintable(outcome.error->detail));
    return outcome;
}

void TestFetchDovecot::tenThousandMailsHalfOfThemOthers()
{
    for (int i = 0; i < 5000; ++i) {
        QVERIFY(m_server->deliver(reportMail(i)));
        QVERIFY(m_server->deliver(otherMail(i)));
    }
    const MailboxOutcome first = fetch();
    QVERIFY(!first.error);
    QCOMPARE(first.counts.imported + first.counts.duplicates + first.counts.conflicts, 5000);
    QCOMPARE(first.counts.rejected, 0);
    QCOMPARE(first.mails, 5000); // the others were not even fetched
    for (const QString &file : m_server->files())
        QVERIFY2(!file.section(QStringLiteral(":2,"), 1).contains(u'S'), qPrintable(file));
    const MailboxOutcome second = fetch();
    QVERIFY(!second.error);
    QCOMPARE(second.mails, 0);
    QCOMPARE(second.import.value, 0);
}

void TestFetchDovecot::cutTenTimesAndTakenUpAgain()
{
    constexpr int reports = 700;
    for (int i = 0; i < reports; ++i)
        QVERIFY(m_server->deliver(reportMail(i)));
    Relay relay(m_server->tlsPort(), {2500, 6000, 9000, 20'000, 33'333, 50'001, 70'000, 123'456, 200'000, 333'333});
    const MailboxOutcome outcome = fetch(access(relay.port()));
    // Now and then the first connection is cut before the mailbox is open: told at once, as when
    // there is no server.
    const MailboxOutcome rest = fetch(access(relay.port()));
    MailboxOutcome last = rest;
    for (int i = 0; i < 10 && last.error; ++i)
        last = fetch(access(relay.port()));
    QVERIFY(!last.error);
    auto reader = ArchiveReader::open(m_folder->filePath(QStringLiteral("archive.sqlite")));
    qint64 imported = 0;
    qint64 duplicates = 0;
    const auto imports = reader->imports();
    QVERIFY(imports.has_value());
    for (const ImportRow &row : *imports) {
        imported += row.counts.imported + row.counts.conflicts;
        duplicates += row.counts.duplicates;
        QCOMPARE(row.counts.rejected, 0);
    }
    QCOMPARE(imported + duplicates, reports); // nothing left out, nothing twice
    QVERIFY(relay.connections() > 10);
    QVERIFY(outcome.mails <= reports);
}

void TestFetchDovecot::uidValidityChanged()
{
    for (int i = 0; i < 20; ++i)
        QVERIFY(m_server->deliver(reportMail(i)));
    const ImportCounts first = fetch().counts;
    QVERIFY(m_server->forgetUids());
    QVERIFY(m_server->deliver(reportMail(20)));
    const ImportCounts second = fetch().counts;
    QCOMPARE(second.imported + second.conflicts, 1);
    QCOMPARE(second.duplicates, first.imported + first.conflicts + first.duplicates);
}

void TestFetchDovecot::mailsThatComeWhileFetching()
{
    for (int i = 0; i < 200; ++i)
        QVERIFY(m_server->deliver(reportMail(i)));
    bool delivered = false;
    const MailboxOutcome first = fetch(access(m_server->tlsPort()), [&] {
        delivered = delivered || m_server->deliver(reportMail(200));
    });
    QVERIFY(delivered);
    const MailboxOutcome second = fetch();
    QCOMPARE(first.mails + second.mails, 201);
    QCOMPARE(fetch().mails, 0);
}

void TestFetchDovecot::marksAndMoves_data()
{
    QTest::addColumn<bool>("move");
    QTest::newRow("marked as read") << false;
    QTest::newRow("moved") << true;
}

void TestFetchDovecot::marksAndMoves()
{
    QFETCH(bool, move);
    QVERIFY(m_server->makeFolder("Gelesen &- mehr"));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(m_server->deliver(reportMail(i)));
        QVERIFY(m_server->deliver(otherMail(i)));
    }
    MailboxAccess changing = access(m_server->tlsPort());
    changing.mailbox.afterwards = move ? Afterwards::Move : Afterwards::MarkRead;
    changing.mailbox.moveTo = QStringLiteral("Gelesen & mehr");
    const MailboxOutcome outcome = fetch(changing);
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.mails, 3);
    int seen = 0;
    for (const QString &file : m_server->files())
        seen += file.section(QStringLiteral(":2,"), 1).contains(u'S') ? 1 : 0;
    QCOMPARE(seen, move ? 0 : 3);
    QCOMPARE(m_server->files().size(), move ? 3 : 6);
    QCOMPARE(m_server->files("Gelesen &- mehr").size(), move ? 3 : 0);
    QCOMPARE(fetch(changing).mails, 0);
}

void TestFetchDovecot::certificateIsTold()
{
    MailboxAccess strange = access(m_server->tlsPort());
    strange.mailbox.caFile.clear();
    const MailboxOutcome outcome = fetch(strange);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->code, Code::CertificateRefused);
    QVERIFY(outcome.certificate);
    QCOMPARE(outcome.certificate->sha256.size(), 32);
    strange.mailbox.pinnedCertificate = outcome.certificate->sha256;
    QVERIFY(!fetch(strange).error);
}

/// A report behind 100 MB that nobody asked for.
void TestFetchDovecot::largeMail()
{
    const QByteArray report = reportMail(1);
    const qsizetype boundary = report.lastIndexOf("\r\n--");
    QByteArray line(76, 'Q');
    line += "\r\n";
    const QByteArray mail = report.left(boundary) + report.mid(boundary).chopped(4) // without the last "--\r\n"
        + "\r\nContent-Type: application/octet-stream; name=\"film.bin\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + line.repeated(100 * 1024 * 1024 / line.size()) + report.mid(boundary);
    QVERIFY(m_server->deliver(mail));
    QVERIFY(m_server->deliver(reportMail(2)));
    const MailboxOutcome outcome = fetch();
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.mails, 2);
    QCOMPARE(outcome.counts.imported, 2);
}

QTEST_GUILESS_MAIN(TestFetchDovecot)
#include "test_fetchdovecot.moc"
