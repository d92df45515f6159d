// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that are rare and allowed, and ends of the work at every point, byte for byte.
#include "core/source/imap/watching.h"
#include "tests/core/source/imap/scripted.h"

#include <QTest>

#include <new>

using namespace tlsrpt;
using namespace tlsrpt::made;

class TestImapAnswers : public Scripted
{
    Q_OBJECT

private slots:
    void listsOfAllKinds();
    void namespaces_data();
    void namespaces();
    void listsWithoutEnd();
    void listsOfNothing();
    void answersThatMeanNothing_data();
    void answersThatMeanNothing();
    void noCapabilities();
    void signInWithoutInitialAnswer();
    void signInSwitchedOff();
    void neverEndingChallenges();
    void cancelledBeforeSigningIn();
    void cancelledBetweenChallenges();
    void cancelledWhileItWatches();
    void watchingIsNotOffered();
    void watchingEndsByItself();
    void compressedNonsense();
    void cutBeforeCompression();
    void nothingAboveTheLastUid();
    void cutInTheListOfUids();
    void datesThatAreNone();
    void cutBetweenSizes();
    void whoTakesMayThrow();
};

void TestImapAnswers::listsOfAllKinds()
{
    QByteArrayList lists;
    const auto end = hangUpAtTheEnd();
    serve("NAMESPACE SPECIAL-USE LIST-EXTENDED", [&lists](Peer &peer, const QByteArray &command) {
        if (command == "NAMESPACE") {
            peer.ok("* NAMESPACE ((\"\" \"/\")) NIL ((\"#shared/\" \"/\")(\"#shared/\" \"/\"))\r\n");
            return true;
        }
        if (!command.startsWith("LIST "))
            return false;
        lists.append(command);
        peer.ok("* LIST (\\Noinferiors \\Marked) \"/\" INBOX\r\n* LIST (\\NonExistent) \"/\" Gone\r\n"
                "* LIST (\\Noselect) \"/\" \"#shared\"\r\n* LIST (\\HasChildren \\Sent) NIL Sent\r\n");
        return true;
    });
    const auto folders = client().folders();
    QVERIFY2(folders, folders ? "" : qPrintable(folders.error().detail));
    QCOMPARE(lists, (QByteArrayList{"LIST \"\" \"*\" RETURN (SPECIAL-USE)", "LIST \"\" \"#SHARED/*\" RETURN (SPECIAL-USE)"}));
    QCOMPARE(folders->size(), size_t(4)); // once each
    QVERIFY(folders->at(0).selectable);
    QVERIFY(!folders->at(1).selectable);
    QVERIFY(!folders->at(2).selectable);
    QCOMPARE(folders->at(3).specialUse, QStringLiteral("Sent"));
}

void TestImapAnswers::namespaces_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArrayList>("prefixes");
    const auto add = [](const char *name, const QByteArray &answer, const QByteArrayList &prefixes = {}) {
        QTest::newRow(name) << answer << prefixes;
    };
    add("none", "NIL NIL NIL");
    add("of all kinds", R"((("" "/")) (("~" "/")) (("#shared/" "/")("#news." ".")))", {"~", "#SHARED/", "#NEWS."});
    add("with extensions (RFC 2342)", R"((("" "/" "X-PARAM" ("FLAG1" "FLAG2"))) NIL (("#f/" NIL "X" ("Y"))))", {"#F/"});
    add("escapes", R"((("a\\b\"(" "/")) NIL NIL)", {R"(A\\B\"()"});
    add("a literal", "(({2}\r\n~/ \"/\")) NIL NIL");
    add("a quote without end", R"((("a" "/")("b)");
    add("an escape without end", R"((("a" "/")("b\)");
    add("parentheses without end", R"((("a" "/") NIL NIL)");
    add("nothing", "");
    QByteArray many;
    QByteArrayList first;
    for (int i = 10; i < 35; ++i) {
        many += "(\"" + QByteArray::number(i) + "\" \"/\")";
        if (i < 30)
            first.append(QByteArray::number(i));
    }
    add("too many", '(' + many + ") NIL NIL", first);
    add("too long", "((\"a\" \"/\")" + QByteArray("(\"b\" \"/\")").repeated(2000) + ") NIL NIL");
}

/// Whatever it says, the folders are listed. The library dies of one that is cut short.
void TestImapAnswers::namespaces()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArrayList, prefixes);
    QByteArrayList asked;
    const auto end = hangUpAtTheEnd();
    serve("NAMESPACE", [&](Peer &peer, const QByteArray &command) {
        if (command == "NAMESPACE") {
            peer.ok("* NAMESPACE " + answer + "\r\n");
            return true;
        }
        if (!command.startsWith("LIST "))
            return false;
        asked.append(command);
        peer.ok("* LIST () \"/\" INBOX\r\n");
        return true;
    });
    const auto folders = client().folders();
    QVERIFY2(folders, folders ? "" : qPrintable(folders.error().detail));
    QCOMPARE(folders->size(), size_t(1));
    QByteArrayList expected{R"(LIST "" "*")"};
    for (const QByteArray &prefix : prefixes)
        expected.append(R"(LIST "" ")" + prefix + R"(*")");
    QCOMPARE(asked, expected);
}

void TestImapAnswers::listsWithoutEnd()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (!command.startsWith("LIST "))
            return false;
        QByteArray folders;
        for (int i = 0; i < 100'001; ++i)
            folders += "* LIST () \"/\" " + QByteArray::number(i) + "\r\n";
        peer.ok(folders);
        return true;
    });
    const auto folders = client().folders();
    QVERIFY(!folders);
    QCOMPARE(folders.error().code, Code::ServerAnswerBroken);
}

void TestImapAnswers::listsOfNothing()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (command.startsWith("LIST "))
            peer.ok();
        return command.startsWith("LIST ");
    });
    const auto folders = client().folders();
    QVERIFY(folders);
    QVERIFY(folders->empty());
}

void TestImapAnswers::answersThatMeanNothing_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("about");
    QTest::newRow("LIST") << QByteArray("LIST") << QByteArray("* LIST oops\r\n") << u"127.0.0.1"_qs;
    QTest::newRow("EXAMINE") << QByteArray("EXAMINE") << QByteArray("* 1 EXISTS oops\r\n") << u"INBOX"_qs;
    QTest::newRow("STATUS of nothing") << QByteArray("STATUS") << QByteArray() << u"INBOX"_qs;
    QTest::newRow("STATUS without MESSAGES")
        << QByteArray("STATUS") << QByteArray("* STATUS INBOX (UNSEEN 3)\r\n") << u"INBOX"_qs;
}

void TestImapAnswers::answersThatMeanNothing()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, answer);
    QFETCH(QString, about);
    std::atomic<int> asked = 0;
    const auto end = hangUpAtTheEnd();
    play([&](Peer &peer) {
        peer.welcome();
        peer.serve([&](const QByteArray &text) {
            if (!text.startsWith(command))
                return false;
            ++asked;
            peer.ok(answer);
            return true;
        });
    });
    QVERIFY(m_noted->client);
    const auto errorOf = [](const auto &result) { return result ? Error() : result.error(); };
    const Error error = command == "LIST"      ? errorOf(client().folders())
                        : command == "EXAMINE" ? errorOf(client().open(QStringLiteral("INBOX")))
                                               : errorOf(client().countOf(QStringLiteral("INBOX")));
    QCOMPARE(asked.load(), 1);
    QCOMPARE(error.code, Code::ServerAnswerBroken);
    QCOMPARE(error.subject, about);
    QVERIFY(!error.detail.isEmpty());
}

void TestImapAnswers::noCapabilities()
{
    play([](Peer &peer) {
        peer.send("* OK ready\r\n");
        peer.serve([&](const QByteArray &) {
            peer.ok();
            return true;
        });
    });
    QCOMPARE(m_noted->code(), Code::ServerAnswerBroken);
    QCOMPARE(m_noted->client.error().detail, QStringLiteral("CAPABILITY"));
}

void TestImapAnswers::signInWithoutInitialAnswer()
{
    QByteArray told;
    const auto end = hangUpAtTheEnd();
    play([&](Peer &peer) {
        peer.welcome("AUTH=PLAIN");
        peer.serve([&](const QByteArray &command) {
            if (command != "AUTHENTICATE PLAIN")
                return false;
            peer.send("* OK a moment\r\n+ \r\n");
            told = QByteArray::fromBase64(peer.line().trimmed());
            peer.ok();
            return true;
        });
    });
    QVERIFY(m_noted->client);
    QVERIFY(client().open(QStringLiteral("INBOX"))); // told is written
    QCOMPARE(told, QByteArray("\0me\0pass\"word", 13));
}

void TestImapAnswers::signInSwitchedOff()
{
    play([](Peer &peer) {
        peer.welcome("LOGINDISABLED");
        peer.serve([](const QByteArray &) { return false; });
    });
    QCOMPARE(m_noted->code(), Code::EncryptionMissing);
    QCOMPARE(m_noted->client.error().detail, QStringLiteral("LOGINDISABLED"));
}

void TestImapAnswers::neverEndingChallenges()
{
    play([](Peer &peer) {
        peer.welcome("AUTH=PLAIN");
        peer.serve([&](const QByteArray &command) {
            if (command != "AUTHENTICATE PLAIN")
                return false;
            while (peer.isConnected()) {
                peer.send("+ once more\r\n");
                peer.line();
            }
            return true;
        });
    });
    QCOMPARE(m_noted->code(), Code::ServerAnswerBroken);
    QCOMPARE(m_noted->client.error().detail, QStringLiteral("+"));
}

void TestImapAnswers::cancelledBeforeSigningIn()
{
    std::atomic<bool> asked = false;
    ImapScript server([&](Peer &peer) {
        peer.welcome();
        peer.serve([&](const QByteArray &command) {
            asked = asked || command.startsWith("LOGIN");
            return false;
        });
    });
    JobControl control;
    ImapObserver observer;
    observer.step = [&](ImapStep step, const QString &) {
        if (step == ImapStep::SigningIn)
            control.cancel();
    };
    const auto connected = ImapClient::connect(plainAccount(server.port()), secretOf("p"), control, observer);
    QVERIFY(!connected);
    QCOMPARE(connected.error().code, Code::Cancelled);
    QVERIFY(!asked);
}

void TestImapAnswers::cancelledBetweenChallenges()
{
    play([this](Peer &peer) {
        peer.welcome("AUTH=PLAIN");
        peer.serve([&](const QByteArray &command) {
            if (command != "AUTHENTICATE PLAIN")
                return false;
            m_noted->control.cancel();
            peer.send("+ \r\n");
            peer.wait();
            return true;
        });
    });
    QCOMPARE(m_noted->code(), Code::Cancelled);
}

void TestImapAnswers::cancelledWhileItWatches()
{
    serve("IDLE", [this](Peer &peer, const QByteArray &command) {
        if (command == "IDLE") {
            peer.send("+ idling\r\n");
            m_noted->control.cancel();
        }
        return command == "IDLE";
    });
    const auto news = client().idle(60);
    QVERIFY(!news);
    QCOMPARE(news.error().code, Code::Cancelled);
    const auto again = client().idle(60); // not a byte is sent any more
    QVERIFY(!again);
    QCOMPARE(again.error().code, Code::Cancelled);
    const auto folders = client().folders();
    QVERIFY(!folders);
    QCOMPARE(folders.error().code, Code::Cancelled);
}

void TestImapAnswers::watchingIsNotOffered()
{
    ImapScript server([](Peer &peer) {
        peer.welcome();
        peer.serve([](const QByteArray &) { return false; });
    });
    JobControl control;
    bool told = false;
    const Status status = watchMailbox(plainAccount(server.port()), secretOf("p"), control,
                                       {[&] { told = true; }, [&] { told = true; }});
    QVERIFY(status);
    QVERIFY(!told);
}

// Without a pause it would be asked again and again.
void TestImapAnswers::watchingEndsByItself()
{
    std::atomic<int> asked = 0;
    ImapScript server([&](Peer &peer) {
        peer.welcome("IDLE");
        peer.serve([&](const QByteArray &command) {
            if (command == "IDLE") {
                ++asked;
                peer.ok("+ idling\r\n* 4 EXISTS\r\n");
            }
            return command == "IDLE";
        });
    });
    JobControl control;
    const Status status = watchMailbox(plainAccount(server.port()), secretOf("p"), control,
                                       {[] {}, [&] { control.cancel(); }});
    QVERIFY(!status);
    QCOMPARE(status.error().code, Code::ServerAnswerBroken);
    QCOMPARE(status.error().subject, QStringLiteral("127.0.0.1"));
    QCOMPARE(asked.load(), 1);
}

void TestImapAnswers::compressedNonsense()
{
    play([](Peer &peer) {
        peer.welcome("COMPRESS=DEFLATE");
        peer.serve([&](const QByteArray &command) {
            if (command == "COMPRESS DEFLATE") {
                peer.ok();
                peer.send("\xff\xff\xff\xff");
                peer.wait();
            }
            return command == "COMPRESS DEFLATE";
        });
    });
    QVERIFY(m_noted->client);
    const auto folders = client().folders();
    QVERIFY(!folders);
    QCOMPARE(folders.error().code, Code::ServerAnswerBroken);
    QCOMPARE(folders.error().subject, u"127.0.0.1"_qs);
    QCOMPARE(folders.error().detail, u"COMPRESS=DEFLATE"_qs);
}

void TestImapAnswers::cutBeforeCompression()
{
    play([](Peer &peer) {
        peer.welcome("COMPRESS=DEFLATE");
        peer.serve([&](const QByteArray &command) {
            if (command == "COMPRESS DEFLATE")
                peer.close();
            return command == "COMPRESS DEFLATE";
        });
    });
    QCOMPARE(m_noted->code(), Code::ServerClosed);
}

void TestImapAnswers::nothingAboveTheLastUid()
{
    serve({}, [](Peer &, const QByteArray &) { return false; }); // nothing is asked
    const auto found = client().candidates(0xffffffff);
    QVERIFY(found);
    QVERIFY(found->empty());
}

void TestImapAnswers::cutInTheListOfUids()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (command.startsWith("UID SEARCH")) {
            peer.no("cannot");
        } else if (command.startsWith("UID FETCH")) {
            peer.send(fetchAnswer(1, "FLAGS ()"));
            peer.close();
        }
        return command.startsWith("UID ");
    });
    const auto found = client().candidates(0);
    QVERIFY(!found);
    QCOMPARE(found.error().code, Code::ServerClosed);
}

void TestImapAnswers::datesThatAreNone()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (command.startsWith("UID FETCH"))
            peer.ok(fetchAnswer(1, "RFC822.SIZE 1 INTERNALDATE \"31-Feb-2026 02:44:25 +0000\" BODY[] {1}\r\nx"));
        return command.startsWith("UID FETCH");
    });
    const Fetched fetched = fetchAll(client(), {1});
    QVERIFY(fetched.status);
    QCOMPARE(fetched.mails.size(), size_t(1));
    QCOMPARE(fetched.mails[0].received, 0);
}

void TestImapAnswers::cutBetweenSizes()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (command.contains("BODY.PEEK"))
            peer.ok();
        else if (command.startsWith("UID FETCH"))
            peer.close();
        return command.startsWith("UID FETCH");
    });
    const Fetched fetched = fetchAll(client(), {1, 2, 3});
    QVERIFY(!fetched.status);
    QCOMPARE(fetched.status.error().code, Code::ServerClosed);
    QVERIFY(fetched.missing.empty());
}

// No memory, say. The library in between is C.
void TestImapAnswers::whoTakesMayThrow()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (!command.contains("BODY.PEEK"))
            return threeMails(peer, command);
        for (int uid = 1; uid <= 3; ++uid)
            peer.send(fetchAnswer(uid, "RFC822.SIZE 1 BODY[] {1}\r\nx"));
        peer.ok();
        return true;
    });
    int taken = 0;
    const auto take = [&](const FetchedMail &) -> bool {
        ++taken;
        throw std::bad_alloc();
    };
    QVERIFY_EXCEPTION_THROWN((void)client().fetch({1, 2, 3}, take, [](quint32) {}), std::bad_alloc);
    QCOMPARE(taken, 1);
    const Fetched fetched = fetchAll(client(), {1, 2, 3}); // the connection is as good as before
    QVERIFY(fetched.status);
    QCOMPARE(fetched.mails.size(), size_t(3));
}

QTEST_GUILESS_MAIN(TestImapAnswers)
#include "test_imap_answers.moc"
