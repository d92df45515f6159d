// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that are broken, silent or hostile, byte for byte.
#include "tests/core/source/imap/scripted.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::made;

class TestImapHostile : public Scripted
{
    Q_OBJECT

private slots:
    void greetingBye();
    void noImapAtAll();
    void silence();
    void neverEndingLine();
    void neverEndingAnswer();
    void drippingAnswer();
    void hugeLiteral();
    void deepStructure();
    void goneAmongStructures();
    void injectedBeforeTls_data();
    void injectedBeforeTls();
    void noStartTls();
    void preauthenticatedBeforeTls();
    void startTlsRefused();
    void noise();
    void literalWhileSigningIn();
    void readInAnotherWay_data();
    void readInAnotherWay();
    void nestingBehindQq();
    void byeInTheMiddle();
    void alertOnSignIn();
    void cutInALiteral_data();
    void cutInALiteral();
};

void TestImapHostile::greetingBye()
{
    play([](Peer &peer) { peer.send("* BYE Too many connections from your address\r\n"); });
    QCOMPARE(m_noted->code(), Code::ServerClosed);
    QCOMPARE(m_noted->client.error().detail, QStringLiteral("Too many connections from your address"));
}

void TestImapHostile::noImapAtAll()
{
    for (const char *greeting : {"HTTP/1.1 400 Bad Request\r\n", "220 mail ESMTP\r\n", "\x16\x03\x01\r\n",
                                 "+OK POP3 ready\r\n"}) {
        play([greeting](Peer &peer) {
            peer.send(greeting);
            peer.wait();
        });
        QCOMPARE(m_noted->code(), Code::ServerAnswerBroken);
    }
    play([](Peer &peer) { peer.close(); });
    QCOMPARE(m_noted->code(), Code::ServerClosed);
}

void TestImapHostile::silence()
{
    QElapsedTimer clock;
    clock.start();
    play([](Peer &peer) { peer.wait(); });
    QCOMPARE(m_noted->code(), Code::ServerTimeout);
    QVERIFY(clock.elapsed() < 5000);
    play([](Peer &peer) { peer.wait(); }, Security::Tls); // no handshake either
    QCOMPARE(m_noted->code(), Code::ServerTimeout);
}

void TestImapHostile::neverEndingLine()
{
    play([](Peer &peer) {
        peer.send("* OK ");
        const QByteArray block(1024 * 1024, 'x');
        for (int i = 0; i < 40 && peer.isConnected(); ++i)
            peer.send(block);
    });
    QCOMPARE(m_noted->code(), Code::ServerAnswerBroken);
}

// A line now and then, for ever.
void TestImapHostile::drippingAnswer()
{
    ImapScript server([](Peer &peer) {
        peer.welcome();
        peer.serve([&peer](const QByteArray &command) {
            if (!command.startsWith("EXAMINE"))
                return false;
            while (peer.isConnected()) {
                peer.send("* OK working\r\n");
                QThread::msleep(50); // it is as slow as that
            }
            return true;
        });
    });
    Noted noted;
    noted.connect(plainAccount(server.port()), secretOf("p"), {2000, 700, 300});
    QVERIFY(noted.client);
    const auto opened = (*noted.client)->open(QStringLiteral("INBOX"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Code::ServerTimeout);
}

void TestImapHostile::neverEndingAnswer()
{
    play([](Peer &peer) {
        peer.welcome();
        peer.command();
        const QByteArray line("* LIST () \"/\" " + QByteArray(100'000, 'x') + "\r\n");
        for (int i = 0; i < 800 && peer.isConnected(); ++i)
            peer.send(line);
    });
    QCOMPARE(m_noted->code(), Code::ServerAnswerBroken);
}

void TestImapHostile::hugeLiteral()
{
    for (const char *size : {"4294967295", "99999999999999999999", "300000000"}) {
        serve({}, [size](Peer &peer, const QByteArray &command) {
            if (!command.contains("BODY.PEEK"))
                return threeMails(peer, command);
            peer.send("* 1 FETCH (UID 1 BODY[] {" + QByteArray(size) + "}\r\n");
            peer.wait();
            return true;
        });
        const Fetched fetched = fetchAll(client(), {1, 2, 3});
        QVERIFY(!fetched.status);
        QCOMPARE(fetched.status.error().code, Code::ServerAnswerBroken);
    }
}

// A stranger's mail may be as deep: it is fetched, and stops nobody.
void TestImapHostile::deepStructure()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (command.contains("SEARCH"))
            peer.ok("* SEARCH 1 2 3\r\n");
        else if (command.contains("BODYSTRUCTURE"))
            peer.ok("* 1 FETCH (UID 1 BODYSTRUCTURE " + QByteArray(1'000'000, '(') + "\r\n");
        else
            return false;
        return true;
    });
    const auto found = client().candidates(0);
    QVERIFY(found);
    QCOMPARE(*found, (std::vector<quint32>{1, 2, 3}));
}

void TestImapHostile::goneAmongStructures()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (command.contains("SEARCH"))
            peer.ok("* SEARCH 1 2 3\r\n");
        else if (command.contains("BODYSTRUCTURE"))
            peer.close();
        else
            return false;
        return true;
    });
    const auto found = client().candidates(0);
    QVERIFY(!found);
    QCOMPARE(found.error().code, Code::ServerClosed);
}

void TestImapHostile::injectedBeforeTls_data()
{
    QTest::addColumn<QByteArray>("behind");
    QTest::newRow("an answer") << QByteArray("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n");
    QTest::newRow("half a line") << QByteArray("* OK");
    QTest::newRow("one byte") << QByteArray("\n");
    QTest::newRow("tagged") << QByteArray("3 OK done\r\n");
}

void TestImapHostile::injectedBeforeTls()
{
    QFETCH(QByteArray, behind);
    QByteArray after;
    std::atomic<bool> gone = false;
    const auto end = hangUpAtTheEnd();
    play(
        [&](Peer &peer) {
            peer.welcome("STARTTLS");
            peer.serve([&](const QByteArray &command) {
                if (command != "STARTTLS")
                    return false;
                peer.send(peer.tag() + " OK begin\r\n" + behind);
                after = peer.rest();
                gone = true;
                return true;
            });
        },
        Security::StartTls);
    QCOMPARE(m_noted->code(), Code::EncryptionInjected);
    QTRY_VERIFY(gone);
    QCOMPARE(after, QByteArray()); // not a byte more, no handshake either
    QVERIFY(m_noted->steps.filter(QStringLiteral("me")).isEmpty());
}

void TestImapHostile::noStartTls()
{
    play(
        [](Peer &peer) {
            peer.welcome("AUTH=PLAIN");
            peer.serve([](const QByteArray &) { return false; });
        },
        Security::StartTls);
    QCOMPARE(m_noted->code(), Code::EncryptionMissing);
}

void TestImapHostile::preauthenticatedBeforeTls()
{
    play(
        [](Peer &peer) {
            peer.send("* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] hello\r\n");
            peer.serve([](const QByteArray &) { return false; });
        },
        Security::StartTls);
    QCOMPARE(m_noted->code(), Code::EncryptionMissing);
}

void TestImapHostile::startTlsRefused()
{
    play(
        [](Peer &peer) {
            peer.welcome("STARTTLS");
            peer.serve([&](const QByteArray &command) {
                if (command == "STARTTLS")
                    peer.no("[UNAVAILABLE] no TLS today");
                return command == "STARTTLS";
            });
        },
        Security::StartTls);
    QCOMPARE(m_noted->code(), Code::EncryptionMissing);
    QVERIFY(m_noted->client.error().detail.contains(QStringLiteral("no TLS today")));
}

// RFC 3501 §2.2.2 and §7: untagged data at any time, known or not.
void TestImapHostile::noise()
{
    static const QByteArray noise =
        "* XNOISE (((\"unbalanced\r\n* 7 XFOO bar\r\n* OK [X-CODE a(b] half \"quoted\r\n"
        "* XLIT {5}\r\n1 OK \r\n\r\n* 5 EXISTS\r\n* 0 RECENT\r\n* NO [X] just so\r\n"
        "* ESEARCH (TAG \"x\") UID ALL 1\r\n* ID NIL\r\n* VANISHED 4\r\n* 2 FETCH (FLAGS (\\Seen))\r\n"
        "* OK text with {3}\r\n";
    play([](Peer &peer) {
        peer.send("* OK [X-GREET {9}] ready {4}\r\n");
        peer.serve([&](const QByteArray &command) {
            peer.send(noise);
            if (command.contains("BODY.PEEK")) {
                for (int uid = 1; uid <= 3; ++uid)
                    peer.send(fetchAnswer(uid, "BODY[] " + literal("Subject: " + QByteArray::number(uid))) + noise);
                peer.ok();
                return true;
            }
            return threeMails(peer, command);
        });
    });
    QVERIFY2(m_noted->client, m_noted->client ? "" : qPrintable(m_noted->client.error().detail));
    const auto opened = client().open(QStringLiteral("INBOX"));
    QVERIFY(opened);
    QCOMPARE(opened->uidValidity, 7U);
    const Fetched fetched = fetchAll(client(), {1, 2, 3});
    QVERIFY(fetched.status);
    QCOMPARE(fetched.mails.size(), size_t(3));
    QCOMPARE(fetched.mails[1].bytes, QByteArray("Subject: 2"));
}

// An answer within a literal is none: the library would die of the alert without words.
void TestImapHostile::literalWhileSigningIn()
{
    play([](Peer &peer) {
        peer.welcome();
        peer.serve([&](const QByteArray &command) {
            if (command.startsWith("LOGIN "))
                peer.send("* 1 FETCH (X {32}\r\n2 OK [ALERT]\r\n+ \r\n3 OK [ALERT]\r\n)\r\n");
            return false;
        });
    });
    QVERIFY2(m_noted->client, m_noted->client ? "" : qPrintable(m_noted->client.error().detail));
}

void TestImapHostile::readInAnotherWay_data()
{
    QTest::addColumn<QByteArray>("line");
    const QByteArray hidden = "* 1 FETCH (({200}\r\n))\r\n* OK [ALERT]\r\n";
    QTest::newRow("blank behind") << "* 1 FETCH (UID 1 ENVELOPE ({19 }\r\n" + hidden;
    QTest::newRow("blank before") << "* 1 FETCH (UID 1 ENVELOPE ({ 19}\r\n" + hidden;
    QTest::newRow("blank after") << "* 1 FETCH (UID 1 ENVELOPE ({19} \r\n" + hidden;
    QTest::newRow("negative") << "* 1 FETCH (UID 1 ENVELOPE ({-19}\r\n" + hidden;
    QTest::newRow("two CRs") << "* 1 FETCH (UID 1 ENVELOPE ({25}" + QByteArray(25, '\r') + "\n NIL)\r\n* OK [ALERT]\r\n\r\n";
    QTest::newRow("in a list of folders") << QByteArray("* LIST () \"/\" { 5}\r\nINBOX\r\n");
    QTest::newRow("quotes over two lines") << QByteArray("* 1 FETCH (UID 1 ENVELOPE (\"a\r\n* 1 FETCH {200}\r\n\"))\r\n* OK [ALERT]\r\n");
}

// The library takes all of these for literals, or for one string, and then lines for answers that are none.
void TestImapHostile::readInAnotherWay()
{
    QFETCH(QByteArray, line);
    serve({}, [line](Peer &peer, const QByteArray &command) {
        if (!command.contains("BODY.PEEK"))
            return threeMails(peer, command);
        peer.send(line);
        peer.ok();
        return true;
    });
    const Fetched fetched = fetchAll(client(), {1, 2, 3});
    QVERIFY(!fetched.status);
    QCOMPARE(fetched.status.error().code, Code::ServerAnswerBroken);
    QVERIFY(fetched.mails.empty());
}

// The library takes "qq.com\" for a whole string, and what follows for parentheses, each a call of itself.
void TestImapHostile::nestingBehindQq()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (!command.contains("BODY.PEEK"))
            return threeMails(peer, command);
        peer.send("* 1 FETCH (UID 1 ENVELOPE (NIL NIL ((NIL NIL \"a\" \"QQ.com\\\")) NIL NIL NIL NIL NIL NIL NIL) BODYSTRUCTURE "
                  + QByteArray(500'000, '(') + "\")\r\n");
        peer.ok();
        return true;
    });
    QVERIFY(fetchAll(client(), {1, 2, 3}).mails.empty());
}

void TestImapHostile::byeInTheMiddle()
{
    serve({}, [](Peer &peer, const QByteArray &command) {
        if (command.contains("BODY.PEEK")) {
            peer.send(fetchAnswer(1, "BODY[] " + literal("* BYE is no bye here\r\n* BYE x\r\n")));
            peer.send("* BYE shutting down\r\n");
            peer.close();
            return true;
        }
        return threeMails(peer, command);
    });
    const Fetched fetched = fetchAll(client(), {1, 2, 3});
    QVERIFY(!fetched.status);
    QCOMPARE(fetched.status.error().code, Code::ServerClosed);
    QCOMPARE(fetched.status.error().detail, QStringLiteral("shutting down"));
}

void TestImapHostile::alertOnSignIn()
{
    play([](Peer &peer) {
        peer.welcome();
        peer.serve([&](const QByteArray &command) {
            if (!command.startsWith("LOGIN "))
                return false;
            peer.send("* NO [ALERT] Application-specific password required: see the web\r\n");
            peer.no("[AUTHENTICATIONFAILED] no");
            return true;
        });
    });
    QCOMPARE(m_noted->code(), Code::AppPasswordNeeded);
    QVERIFY(m_noted->client.error().detail.contains(QStringLiteral("see the web")));
}

void TestImapHostile::cutInALiteral_data()
{
    QTest::addColumn<int>("kept");
    for (int kept : {0, 1, 9, 10, 11, 12, 25, 40, 41, 48})
        QTest::addRow("%d bytes", kept) << kept;
}

// Wherever it is cut, no half mail comes out.
void TestImapHostile::cutInALiteral()
{
    QFETCH(int, kept);
    serve({}, [kept](Peer &peer, const QByteArray &command) {
        if (!command.contains("BODY.PEEK"))
            return threeMails(peer, command);
        const QByteArray answer = fetchAnswer(1, "BODY[] " + literal("Subject: a\r\n\r\nbody\r\n"));
        peer.send(answer.left(kept));
        peer.close();
        return true;
    });
    const Fetched fetched = fetchAll(client(), {1, 2, 3});
    QVERIFY(!fetched.status);
    QCOMPARE(fetched.status.error().code, Code::ServerClosed);
    QVERIFY(fetched.mails.empty());
    QVERIFY(fetched.missing.empty());
}

QTEST_GUILESS_MAIN(TestImapHostile)
#include "test_imap_hostile.moc"
