// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that do it in their own way, byte for byte.
#include "tests/core/source/imap/scripted.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::made;

class TestImapOdd : public Scripted
{
    Q_OBJECT

private slots:
    void emptyFetch();
    void bodyThatNeverComes();
    void unreadableLines();
    void largeSetsFail();
    void literalPlus();
    void datesHaveZones_data();
    void datesHaveZones();
    void searchIgnored();
    void searchMissing();
    void structuresUnreadable();
    void moveWithoutMove();
    void copyWithoutUidPlus();
    void refusedChanges_data();
    void refusedChanges();
    void namesInUtf8();
    void cancelsWhileItWaits();
    void tooLargeAMail();
    void cutMailsAreFetchedWhole_data();
    void cutMailsAreFetchedWhole();
};

// parsedmarc's endless loop: the server says OK and brings nothing.
void TestImapOdd::emptyFetch()
{
    std::atomic<int> asked = 0;
    const auto end = hangUpAtTheEnd();
    serve({}, [&asked](Peer &peer, const QByteArray &command) {
        if (command.startsWith("UID FETCH")) {
            ++asked;
            peer.ok("* 1 FETCH ()\r\n");
        }
        return command.startsWith("UID FETCH");
    });
    const Fetched fetched = fetchAll(client(), {1, 2, 3});
    QVERIFY(fetched.status);
    QVERIFY(fetched.mails.empty());
    QVERIFY(fetched.missing.empty()); // never announced: gone
    QCOMPARE(asked.load(), 2);
}

void TestImapOdd::bodyThatNeverComes()
{
    std::atomic<int> asked = 0;
    const auto end = hangUpAtTheEnd();
    serve({}, [&asked](Peer &peer, const QByteArray &command) {
        if (!command.contains("BODY.PEEK"))
            return threeMails(peer, command);
        ++asked;
        if (command.contains("FETCH 1:3"))
            peer.send(fetchAnswer(1, "BODY[] " + literal("Subject: a")) + fetchAnswer(2, "BODY[] NIL"));
        else if (command.contains("FETCH 3 "))
            peer.send(fetchAnswer(3, "BODY[] \"Subject: c\""));
        peer.ok();
        return true;
    });
    const Fetched fetched = fetchAll(client(), {1, 2, 3});
    QVERIFY(fetched.status);
    QCOMPARE(fetched.mails.size(), size_t(2));
    QCOMPARE(fetched.mails[1].uid, 3U);
    QCOMPARE(fetched.mails[1].bytes, QByteArray("Subject: c"));
    QCOMPARE(fetched.missing, std::vector<quint32>{2});
    QCOMPARE(asked.load(), 3);
}

// What the library cannot read hides what follows: no mail is taken for gone because of it.
void TestImapOdd::unreadableLines()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (!command.startsWith("UID FETCH"))
            return false;
        if (command.contains("1:3"))
            peer.send("* 1 FETCH (UID 1 FLAGS (\"a\"))\r\n");
        if (command.contains(" 2 ")) {
            peer.ok("* 2 FETCH (UID 2 FLAGS\t(\"a\"))\r\n");
            return true;
        }
        for (int uid = 1; uid <= 3; ++uid) {
            const QByteArray name = ' ' + QByteArray::number(uid) + ' ';
            if (!command.contains("1:3") && !command.contains(name))
                continue;
            peer.send(fetchAnswer(uid, command.contains("SIZE") ? QByteArray("RFC822.SIZE 20") : "BODY[] " + literal("Subject: a")));
        }
        peer.ok();
        return true;
    });
    const Fetched fetched = fetchAll(client(), {1, 2, 3});
    QVERIFY2(fetched.status, fetched.status ? "" : qPrintable(fetched.status.error().detail));
    QCOMPARE(fetched.mails.size(), size_t(2));
    QCOMPARE(fetched.mails[1].uid, 3U);
    QCOMPARE(fetched.missing, std::vector<quint32>{2});

    serve({}, [](Peer &peer, const QByteArray &command) {
        if (command.contains("SEARCH"))
            peer.no("no such thing");
        else if (command.startsWith("UID FETCH"))
            peer.ok("* 1 FETCH (UID 1 FLAGS (\"a\"))\r\n* 2 FETCH (UID 2)\r\n");
        else
            return false;
        return true;
    });
    const auto found = client().candidates(0);
    QVERIFY(!found);
    QCOMPARE(found.error().code, Code::ServerAnswerBroken);
}

// Exchange, Stalwart: nothing, or NO, for sets that are too large.
void TestImapOdd::largeSetsFail()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (!command.startsWith("UID FETCH"))
            return false;
        const QByteArray set = command.split(' ').at(2);
        const int from = set.split(':').first().toInt();
        const int to = set.split(':').last().toInt();
        if (to - from >= 100) {
            peer.no("too many");
            return true;
        }
        for (int uid = from; uid <= to; ++uid)
            peer.send(fetchAnswer(uid, command.contains("BODY.PEEK")
                                           ? QByteArray("BODY[] {1}\r\nx")
                                           : QByteArray("RFC822.SIZE 1")));
        peer.ok();
        return true;
    });
    std::vector<quint32> uids;
    for (quint32 uid = 1; uid <= 300; ++uid)
        uids.push_back(uid);
    const Fetched fetched = fetchAll(client(), uids);
    QVERIFY(fetched.status);
    QCOMPARE(fetched.mails.size(), size_t(300));
}

void TestImapOdd::literalPlus()
{
    serve("LITERAL+ LITERAL-", [](Peer &peer, const QByteArray &command) {
        if (command.startsWith("LIST")) {
            peer.ok("* LIST (\\HasNoChildren) \"/\" {7}\r\nTLS Rep\r\n* LIST () NIL {5}\r\nINBOX\r\n"
                    "* LIST () \"/\" {9}\r\na \"b\" \\c}\r\n");
            return true;
        }
        return false;
    });
    const auto folders = client().folders();
    QVERIFY2(folders, folders ? "" : qPrintable(folders.error().detail));
    QCOMPARE(folders->size(), size_t(3));
    QCOMPARE(folders->at(0).name, QStringLiteral("TLS Rep"));
    QCOMPARE(folders->at(2).name, QStringLiteral("a \"b\" \\c}"));
}

void TestImapOdd::datesHaveZones_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("received");
    const auto at = [](QTime time) { return QDateTime({2026, 7, 17}, time, Qt::UTC).toSecsSinceEpoch(); };
    QTest::newRow("east") << QByteArray("+0130") << at({1, 14, 25});
    QTest::newRow("west") << QByteArray("-0130") << at({4, 14, 25});
    QTest::newRow("none of four digits") << QByteArray("-1431655800") << qint64(0);
}

void TestImapOdd::datesHaveZones()
{
    QFETCH(QByteArray, zone);
    QFETCH(qint64, received);
    serve({}, [zone](Peer &peer, const QByteArray &command) {
        if (!command.startsWith("UID FETCH"))
            return false;
        peer.ok(fetchAnswer(1, "RFC822.SIZE 20 INTERNALDATE \"17-Jul-2026 02:44:25 " + zone + "\" BODY[] {1}\r\nx"));
        return true;
    });
    const Fetched fetched = fetchAll(client(), {1});
    QCOMPARE(fetched.mails.size(), size_t(1));
    QCOMPARE(fetched.mails[0].received, received);
    QCOMPARE(fetched.mails[0].size, 20);
}

namespace
{

// UID 2 holds a report, the others are letters.
bool structures(Peer &peer, const QByteArray &command)
{
    if (!command.contains("BODYSTRUCTURE"))
        return false;
    const QByteArray text = "(\"TEXT\" \"PLAIN\" (\"CHARSET\" \"utf-8\") NIL NIL \"7BIT\" 5 1)";
    const QByteArray report = "(\"APPLICATION\" \"TLSRPT+GZIP\" (\"NAME\" \"a.json.gz\") NIL NIL "
                              "\"BASE64\" 500)";
    peer.send("* 1 FETCH (UID 1 BODYSTRUCTURE " + text + ")\r\n");
    peer.send("* 2 FETCH (UID 2 BODYSTRUCTURE (" + text + report + " \"MIXED\"))\r\n");
    peer.ok("* 3 FETCH (UID 3 BODYSTRUCTURE " + text + ")\r\n");
    return true;
}

} // namespace

// Finds everything, whatever is asked: then the structure decides.
void TestImapOdd::searchIgnored()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (command.contains("SEARCH"))
            peer.ok("* SEARCH 1 2 3\r\n");
        return command.contains("SEARCH") || structures(peer, command);
    });
    const auto found = client().candidates(0);
    QVERIFY(found);
    QCOMPARE(*found, std::vector<quint32>{2});
}

void TestImapOdd::searchMissing()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (command.contains("SEARCH"))
            peer.send(peer.tag() + " BAD what\r\n");
        else if (command == "UID FETCH 1:* (UID)")
            peer.ok("* 1 FETCH (UID 1)\r\n* 2 FETCH (UID 2)\r\n* 3 FETCH (UID 3)\r\n");
        else
            return structures(peer, command);
        return true;
    });
    const auto found = client().candidates(0);
    QVERIFY(found);
    QCOMPARE(*found, std::vector<quint32>{2});
}

// When in doubt a mail is one, and the connection goes on.
void TestImapOdd::structuresUnreadable()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (command.contains("HEADER"))
            peer.ok("* SEARCH\r\n");
        else if (command.contains("SEARCH"))
            peer.ok("* SEARCH 1 2 3\r\n");
        else if (command.contains("BODYSTRUCTURE"))
            peer.ok("* 1 FETCH (UID 1 BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 5 1))\r\n"
                    "* 2 FETCH (UID 2 BODYSTRUCTURE (oops {3}\r\nabc))\r\n"
                    "* 3 FETCH (UID 3 BODYSTRUCTURE NIL)\r\n");
        else
            return false;
        return true;
    });
    const auto found = client().candidates(0);
    QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
    QCOMPARE(*found, (std::vector<quint32>{2, 3}));
    QVERIFY(client().open(QStringLiteral("INBOX")));
}

void TestImapOdd::moveWithoutMove()
{
    QByteArrayList asked;
    const auto end = hangUpAtTheEnd();
    serve("UIDPLUS", [&asked](Peer &peer, const QByteArray &command) {
        asked.append(command);
        if (!command.startsWith("UID "))
            return false;
        peer.ok();
        return true;
    });
    QVERIFY(client().open(QStringLiteral("INBOX"), true));
    asked.clear();
    QVERIFY(client().move({1, 2, 3, 7}, QStringLiteral("Reports/ü")));
    QCOMPARE(asked, (QByteArrayList{"UID COPY 1:3,7 \"REPORTS/&APW-\"",
                                    "UID STORE 1:3,7 +FLAGS.SILENT (\\DELETED)",
                                    "UID EXPUNGE 1:3,7"}));
}

void TestImapOdd::copyWithoutUidPlus()
{
    QByteArrayList asked;
    const auto end = hangUpAtTheEnd();
    serve("IDLE", [&asked](Peer &peer, const QByteArray &command) {
        asked.append(command);
        if (!command.startsWith("UID "))
            return false;
        peer.ok();
        return true;
    });
    asked.clear();
    QVERIFY(client().move({5}, QStringLiteral("Done")));
    QCOMPARE(asked, (QByteArrayList{"UID COPY 5 \"DONE\""}));
}

void TestImapOdd::refusedChanges_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<Code>("code");
    QTest::newRow("over quota") << QByteArray("[OVERQUOTA] Mailbox for user is full") << Code::MailboxFull;
    QTest::newRow("over quota, in words") << QByteArray("Quota exceeded") << Code::MailboxFull;
    QTest::newRow("no such folder") << QByteArray("[TRYCREATE] Mailbox does not exist") << Code::FolderNotFound;
    QTest::newRow("gone meanwhile") << QByteArray("[NONEXISTENT] Mailbox does not exist") << Code::FolderNotFound;
    QTest::newRow("not allowed") << QByteArray("[NOPERM] Permission denied") << Code::MailsUnchanged;
    QTest::newRow("without a code") << QByteArray("Not now") << Code::MailsUnchanged;
}

void TestImapOdd::refusedChanges()
{
    QFETCH(QByteArray, words);
    QFETCH(Code, code);
    serve("MOVE", [words](Peer &peer, const QByteArray &command) {
        if (!command.startsWith("UID "))
            return false;
        peer.no(words);
        return true;
    });
    const Status moved = client().move({5}, QStringLiteral("Done"));
    QVERIFY(!moved);
    QCOMPARE(moved.error(), (Error{code, QStringLiteral("Done"), u"NO "_qs + QLatin1String(words)}));
    const Status marked = client().markRead({5});
    QVERIFY(!marked);
    QCOMPARE(marked.error().code, code);
}

void TestImapOdd::namesInUtf8()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (command.startsWith("LIST"))
            peer.ok("* LIST () \"/\" \"R&D\"\r\n* LIST (\\Noselect) \"/\" \"\xc3\xbc\"\r\n"
                    "* LIST (\\Junk) \"/\" Spam\r\n");
        else if (command == "EXAMINE \"R&-D\"")
            peer.no("no such mailbox");
        else
            return false;
        return true;
    });
    QVERIFY(client().open(QStringLiteral("R&D"))); // found by the list's own spelling
    const auto folders = client().folders();
    QVERIFY(folders);
    QCOMPARE(folders->size(), size_t(3));
    QCOMPARE(folders->at(1).name, QStringLiteral("ü"));
    QVERIFY(!folders->at(1).selectable);
    QCOMPARE(folders->at(2).specialUse, QStringLiteral("Junk"));
}

void TestImapOdd::cancelsWhileItWaits()
{
    serve({}, [this](Peer &peer, const QByteArray &command) {
        if (!command.startsWith("UID FETCH"))
            return false;
        m_noted->control.cancel();
        peer.wait();
        return true;
    });
    QElapsedTimer clock;
    clock.start();
    const Fetched fetched = fetchAll(client(), {1});
    QVERIFY(!fetched.status);
    QCOMPARE(fetched.status.error().code, Code::Cancelled);
    QVERIFY(clock.elapsed() < 600);
}

void TestImapOdd::tooLargeAMail()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (!command.startsWith("UID FETCH"))
            return false;
        if (command.contains("BODY.PEEK"))
            peer.ok(command.contains(" 2 ") ? QByteArray() : fetchAnswer(1, "BODY[] {1}\r\nx"));
        else
            peer.ok(fetchAnswer(1, "RFC822.SIZE 1") + fetchAnswer(2, "RFC822.SIZE 400000000"));
        return true;
    });
    const Fetched fetched = fetchAll(client(), {1, 2});
    QVERIFY(fetched.status);
    QCOMPARE(fetched.mails.size(), size_t(2));
    QCOMPARE(fetched.mails[1].uid, 2U);
    QCOMPARE(fetched.mails[1].size, 400'000'000);
    QVERIFY(fetched.mails[1].bytes.isEmpty());
    QVERIFY(fetched.missing.empty());
}

void TestImapOdd::cutMailsAreFetchedWhole_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<qsizetype>("announced");
    QTest::addColumn<bool>("cuts");
    QTest::addColumn<int>("commands");
    constexpr qsizetype first = 262144;
    QTest::newRow("small") << qsizetype(20) << qsizetype(20) << true << 1;
    QTest::newRow("just below") << first - 1 << first - 1 << true << 1;
    QTest::newRow("just as large") << first << first << true << 2;
    QTest::newRow("larger") << first + 40'000 << first + 40'000 << true << 2;
    QTest::newRow("announced too small") << first + 40'000 << qsizetype(20) << true << 2;
    QTest::newRow("a server that does not cut") << first + 40'000 << first + 40'000 << false << 2;
}

void TestImapOdd::cutMailsAreFetchedWhole()
{
    QFETCH(const qsizetype, size);
    QFETCH(const qsizetype, announced);
    QFETCH(const bool, cuts);
    QFETCH(const int, commands);
    const QByteArray mail = "Subject: a\r\n\r\n" + QByteArray(size - 14, 'x');
    std::atomic<int> asked = 0;
    serve({}, [&](Peer &peer, const QByteArray &command) {
        if (!command.startsWith("UID FETCH"))
            return false;
        ++asked;
        const bool part = command.contains("BODY.PEEK[]<0.262144>");
        const QByteArray body = part ? QByteArray("BODY[]<0> " + literal(cuts ? mail.left(262144) : mail))
                                     : QByteArray("BODY[] " + literal(mail));
        peer.ok(fetchAnswer(1, "RFC822.SIZE " + QByteArray::number(announced) + ' ' + body));
        return true;
    });
    const Fetched fetched = fetchAll(client(), {1});
    QVERIFY(fetched.status);
    QCOMPARE(fetched.mails.size(), size_t(1));
    QVERIFY(fetched.mails[0].bytes == mail);
    QCOMPARE(asked.load(), commands);
}

QTEST_GUILESS_MAIN(TestImapOdd)
#include "test_imap_odd.moc"
