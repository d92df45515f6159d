// SPDX-License-Identifier: GPL-3.0-or-later
// A fetch from a real server whose n-th answer goes wrong, for every n; then it is done once more.
#include "core/pipeline/fetchjob.h"
#include "core/query/reader.h"
#include "tests/core/pipeline/fetchfixture.h"
#include "tests/support/dovecot/dovecot.h"
#include "tests/support/imapscript/faultrelay.h"

#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::fetchtest;
using made::Fault;

Q_DECLARE_METATYPE(Fault)

namespace
{

const QString host = QStringLiteral("127.0.0.1");

/// Breaks of the connection are mended by another one, once it stood.
std::optional<Error> toldOfBreak(Fault fault, const QByteArray &command)
{
    for (const char *signIn : {"GREETING", "CAPABILITY", "AUTHENTICATE", "ID "}) {
        if (command.startsWith(signIn))
            return Error{Code::ServerClosed, host, fault == Fault::Bye ? QStringLiteral("made") : QString()};
    }
    return std::nullopt;
}

std::optional<Error> toldOfRefusal(Fault fault, const QByteArray &command, bool chosen)
{
    const QString words = fault == Fault::No ? QStringLiteral("NO made") : QStringLiteral("BAD made");
    const auto is = [&command](const char *start) { return command.startsWith(start); };
    if (is("GREETING"))
        return Error{Code::ServerAnswerBroken, host, u"* " + words};
    if (is("CAPABILITY") || is("LIST"))
        return Error{Code::ServerAnswerBroken, host, words};
    if (is("AUTHENTICATE") && fault == Fault::No)
        return Error{Code::SignInRefused, host, words};
    if (chosen && is("EXAMINE"))
        return Error{Code::FolderNotFound, QStringLiteral("INBOX"), words};
    if (is("UID STORE"))
        return Error{Code::MailsUnchanged, QStringLiteral("INBOX"), words};
    if (is("UID MOVE"))
        return Error{Code::MailsUnchanged, QStringLiteral("Done"), words};
    return std::nullopt; // does without, asks in another way, or another time
}

/// `chosen`: the user wants this folder to be read.
std::optional<Error> toldOf(Fault fault, const QByteArray &command, bool chosen)
{
    return fault == Fault::No || fault == Fault::Bad ? toldOfRefusal(fault, command, chosen)
                                                     : toldOfBreak(fault, command);
}

} // namespace

class TestFetchCuts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everywhere_data();
    void everywhere();

private:
    MailboxOutcome fetch(const QString &archive, bool allFolders, Afterwards afterwards);
    qint64 sumOf(const QString &archive);

    std::unique_ptr<made::Dovecot> m_server;
    std::unique_ptr<made::FaultRelay> m_relay;
    QTemporaryDir m_folder;
    int m_delivered = 0;
};

void TestFetchCuts::initTestCase()
{
    if (const QString missing = made::Dovecot::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    made::Dovecot::Options options;
    options.more = made::Dovecot::sameProcesses;
    m_server = std::make_unique<made::Dovecot>(options);
    QVERIFY(m_server->start());
    m_relay = std::make_unique<made::FaultRelay>(m_server->plainPort());
    QVERIFY(m_server->makeFolder("Reports"));
    QVERIFY(m_server->makeFolder("Done"));
    for (; m_delivered < 2; ++m_delivered)
        QVERIFY(m_server->deliver(reportMail(m_delivered), "Reports"));
}

void TestFetchCuts::everywhere_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("allFolders");
    QTest::addColumn<Afterwards>("afterwards");
    QTest::newRow("cut") << Fault::Cut << true << Afterwards::Nothing;
    QTest::newRow("NO") << Fault::No << true << Afterwards::Nothing;
    QTest::newRow("half an answer") << Fault::Half << false << Afterwards::Nothing;
    QTest::newRow("BYE") << Fault::Bye << false << Afterwards::Nothing;
    QTest::newRow("BAD") << Fault::Bad << false << Afterwards::Nothing;
    QTest::newRow("cut, marking") << Fault::Cut << false << Afterwards::MarkRead;
    QTest::newRow("NO, marking") << Fault::No << false << Afterwards::MarkRead;
    QTest::newRow("half an answer, moving") << Fault::Half << false << Afterwards::Move;
    QTest::newRow("NO, moving") << Fault::No << false << Afterwards::Move;
}

MailboxOutcome TestFetchCuts::fetch(const QString &archive, bool allFolders, Afterwards afterwards)
{
    MailboxAccess access;
    access.mailbox.name = work;
    access.mailbox.host = host;
    access.mailbox.port = m_relay->port();
    access.mailbox.security = Security::Plain;
    access.mailbox.user = QLatin1String(made::Dovecot::user);
    if (!allFolders)
        access.mailbox.folders = QStringList{QStringLiteral("INBOX")};
    access.mailbox.afterwards = afterwards;
    access.mailbox.moveTo = QStringLiteral("Done");
    access.secret = {made::Dovecot::password};
    FetchRequest request;
    request.archivePath = archive;
    request.mailboxes = {access};
    request.workers = 1;
    request.pauses = {std::chrono::milliseconds(1)};
    JobControl control;
    const auto outcomes = runFetch(request, SystemClock(), control, {});
    return outcomes ? outcomes->front() : MailboxOutcome{work, {}, {}, 0, false, outcomes.error(), {}};
}

/// Mails told as read, over all fetches into this archive.
qint64 TestFetchCuts::sumOf(const QString &archive)
{
    auto reader = ArchiveReader::open(archive);
    const auto imports = reader ? reader->imports() : tl::unexpected(reader.error());
    qint64 sum = 0;
    for (const ImportRow &row : imports.value_or(std::vector<ImportRow>()))
        sum += row.counts.imported + row.counts.duplicates + row.counts.conflicts + row.counts.rejected;
    return sum;
}

void TestFetchCuts::everywhere()
{
    QFETCH(Fault, fault);
    QFETCH(bool, allFolders);
    QFETCH(Afterwards, afterwards);
    // Up to the mails' coming it is as without a change, and each change takes its time.
    const bool changes = afterwards != Afterwards::Nothing;
    for (int answer = changes ? 10 : 1;; ++answer) {
        while (m_server->files().size() < 2)
            QVERIFY(m_server->deliver(reportMail(m_delivered++)));
        const qint64 mails = m_server->files().size() + (allFolders ? 2 : 0);
        const QString archive = m_folder.filePath(QStringLiteral("%1-%2").arg(QLatin1String(QTest::currentDataTag())).arg(answer));
        m_relay->arm(answer, fault);
        const MailboxOutcome outcome = fetch(archive, allFolders, afterwards);
        const QByteArray struck = m_relay->struck();
        const std::optional<Error> told = struck.isEmpty() ? std::nullopt : toldOf(fault, struck, !allFolders);
        QVERIFY2(outcome.error == told, qPrintable(QString::fromUtf8(struck) + u": " + (outcome.error ? outcome.error->subject + u": " + outcome.error->detail : QString())));
        m_relay->disarm();
        const MailboxOutcome again = fetch(archive, allFolders, afterwards);
        QVERIFY(!again.error);
        QCOMPARE(sumOf(archive), mails);
        if (struck.isEmpty()) {
            QVERIFY2(answer > (allFolders ? 17 : changes ? 11 : 10), QByteArray::number(answer)); // the last one was tried
            return;
        }
    }
}

QTEST_GUILESS_MAIN(TestFetchCuts)
#include "test_fetchcuts.moc"
