// SPDX-License-Identifier: GPL-3.0-or-later
// A real server whose n-th answer goes wrong, for every n: the folder list, and watching.
#include "core/source/imap/watching.h"
#include "tests/core/source/imap/account.h"
#include "tests/support/imapscript/faultrelay.h"

#include <QTest>

#include <map>

using namespace tlsrpt;
using namespace tlsrpt::made;

Q_DECLARE_METATYPE(Fault)

namespace
{

using Counts = std::map<QString, quint32>;

void addFaults()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("cut") << Fault::Cut;
    QTest::newRow("half an answer") << Fault::Half;
    QTest::newRow("BYE") << Fault::Bye;
    QTest::newRow("NO") << Fault::No;
    QTest::newRow("BAD") << Fault::Bad;
}

/// What must be told; nothing where the client can do without.
std::optional<Error> toldOf(Fault fault, const QByteArray &command)
{
    const QString host = QStringLiteral("127.0.0.1");
    if (fault == Fault::Cut || fault == Fault::Half)
        return Error{Code::ServerClosed, host, {}};
    if (fault == Fault::Bye)
        return Error{Code::ServerClosed, host, QStringLiteral("made")};
    const QString words = fault == Fault::No ? QStringLiteral("NO made") : QStringLiteral("BAD made");
    const auto is = [&command](const char *start) { return command.startsWith(start); };
    if (is("AUTHENTICATE")) // one who does not know it gets LOGIN
        return fault == Fault::No ? std::optional(Error{Code::SignInRefused, host, words}) : std::nullopt;
    if (is("STATUS ") || is("EXAMINE "))
        return Error{Code::FolderNotFound, QString::fromUtf8(command.split('"').at(1)), words};
    if (is("ID ") || is("NAMESPACE"))
        return std::nullopt;
    return Error{Code::ServerAnswerBroken, host, is("GREETING") ? u"* "_qs + words : words};
}

} // namespace

class TestImapCuts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void foldersAndCounts_data() { addFaults(); }
    void foldersAndCounts();
    void watching_data() { addFaults(); }
    void watching();

private:
    Result<Counts> counted();

    std::unique_ptr<Dovecot> m_server;
    std::unique_ptr<FaultRelay> m_relay;
};

void TestImapCuts::initTestCase()
{
    if (const QString why = Dovecot::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    Dovecot::Options options;
    options.more = QByteArray(Dovecot::sameProcesses) +
                   "mailbox_idle_check_interval = 1s\n"; // where the kernel's notice of a mail comes too early
    m_server = std::make_unique<Dovecot>(options);
    QVERIFY(m_server->start());
    m_relay = std::make_unique<FaultRelay>(m_server->plainPort());
    QVERIFY(m_server->makeFolder("Reports"));
    for (int i = 0; i < 3; ++i)
        QVERIFY(m_server->deliver(reportMail(i), i == 0 ? "Reports" : ""));
}

Result<Counts> TestImapCuts::counted()
{
    Noted noted;
    Mailbox mailbox = plainAccount(m_relay->port());
    mailbox.user = QLatin1String(Dovecot::user);
    noted.connect(mailbox);
    if (!noted.client)
        return tl::unexpected(noted.client.error());
    const auto folders = (*noted.client)->folders();
    if (!folders)
        return tl::unexpected(folders.error());
    Counts counts;
    for (const ImapFolder &folder : *folders) {
        const auto count = (*noted.client)->countOf(folder.name);
        if (!count)
            return tl::unexpected(count.error());
        counts[folder.name] = *count;
    }
    return counts;
}

void TestImapCuts::foldersAndCounts()
{
    QFETCH(Fault, fault);
    const Counts all{{QStringLiteral("INBOX"), 2}, {QStringLiteral("Reports"), 1}};
    int answers = 0;
    for (;;) {
        m_relay->arm(++answers, fault);
        const auto counts = counted();
        const QByteArray struck = m_relay->struck();
        if (struck.isEmpty())
            break;
        const std::optional<Error> told = toldOf(fault, struck);
        QVERIFY2(counts.has_value() == !told.has_value(), struck);
        if (told)
            QVERIFY2(counts.error() == *told, qPrintable(QString::fromUtf8(struck) + u": " + counts.error().subject + u": " + counts.error().detail));
        else
            QCOMPARE(*counts, all);
        m_relay->disarm();
        const auto again = counted();
        QVERIFY(again);
        QCOMPARE(*again, all);
    }
    QVERIFY2(answers >= 9, QByteArray::number(answers)); // greeting to the second STATUS
}

void TestImapCuts::watching()
{
    QFETCH(Fault, fault);
    Mailbox mailbox = plainAccount(m_relay->port());
    mailbox.user = QLatin1String(Dovecot::user);
    mailbox.folders = QStringList{QStringLiteral("Reports")};
    for (int answer = 1;; ++answer) {
        m_relay->arm(answer, fault);
        JobControl control;
        bool standing = false;
        int news = 0;
        const Status status = watchMailbox(mailbox, secretOf(), control,
                                           {[&] { standing = m_server->deliver(otherMail(answer), "Reports"); },
                                            [&] {
                                                ++news;
                                                control.cancel();
                                            }});
        QVERIFY(!status); // it ends in no other way
        const QByteArray struck = m_relay->struck();
        const bool refusedDone = struck == "DONE" && (fault == Fault::No || fault == Fault::Bad);
        const std::optional<Error> told = struck.isEmpty() || refusedDone ? std::nullopt : toldOf(fault, struck);
        QCOMPARE(standing, struck.isEmpty() || struck == "IDLE" || struck == "DONE" || !told);
        QCOMPARE(news, told ? 0 : 1);
        if (told)
            QVERIFY2(status.error() == *told, qPrintable(QString::fromUtf8(struck) + u": " + status.error().detail));
        else
            QCOMPARE(status.error().code, Code::Cancelled);
        if (struck.isEmpty()) {
            QVERIFY2(answer >= 8, QByteArray::number(answer)); // greeting to DONE
            return;
        }
    }
}

QTEST_GUILESS_MAIN(TestImapCuts)
#include "test_imap_cuts.moc"
