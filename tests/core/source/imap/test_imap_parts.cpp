// SPDX-License-Identifier: GPL-3.0-or-later
// The small parts of the client: names on the wire, sets of UIDs, the filter of answers, compression.
#include "core/source/imap/answerfilter.h"
#include "core/source/imap/compression.h"
#include "core/source/imap/imapsession.h"
#include "core/source/imap/utf7.h"

#include <QTest>

using namespace tlsrpt;

class TestImapParts : public QObject
{
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void namesThatAreNone_data();
    void namesThatAreNone();
    void uidSets();
    void quotedStrings();
    void filterInPieces();
    void filterKeepsWhatFollows();
    void filterCaps();
    void filterCuts_data();
    void filterCuts();
    void compressionInPieces();
    void compressionOfNonsense();
};

void TestImapParts::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("wire");
    QTest::newRow("plain") << u"INBOX"_qs << QByteArray("INBOX");
    QTest::newRow("space") << u"TLS Reports/2026"_qs << QByteArray("TLS Reports/2026");
    QTest::newRow("ampersand") << u"R&D"_qs << QByteArray("R&-D");
    QTest::newRow("umlaut") << u"Entwürfe"_qs << QByteArray("Entw&APw-rfe");
    // The example of RFC 3501 §5.1.3.
    QTest::newRow("RFC 3501") << u"~peter/mail/台北/日本語"_qs
                              << QByteArray("~peter/mail/&U,BTFw-/&ZeVnLIqe-");
    QTest::newRow("emoji") << u"📬"_qs << QByteArray("&2D3c7A-");
    QTest::newRow("empty") << QString() << QByteArray();
}

void TestImapParts::names()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, wire);
    QCOMPARE(toModifiedUtf7(name), wire);
    QCOMPARE(fromModifiedUtf7(wire), name);
}

void TestImapParts::namesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QString>("name");
    QTest::newRow("UTF-8") << QByteArray("\xc3\xbc") << u"ü"_qs;
    QTest::newRow("no end") << QByteArray("R&D") << u"R&D"_qs;
    QTest::newRow("no base64") << QByteArray("R&!-D") << u"R&!-D"_qs;
    QTest::newRow("half a character") << QByteArray("&AA-") << u"&AA-"_qs;
}

void TestImapParts::namesThatAreNone()
{
    QFETCH(QByteArray, wire);
    QFETCH(QString, name);
    QCOMPARE(fromModifiedUtf7(wire), name);
}

void TestImapParts::uidSets()
{
    QCOMPARE(uidSet({1, 2, 3, 7, 9, 10}, 0, 6), QByteArray("1:3,7,9:10"));
    QCOMPARE(uidSet({1, 2, 3, 7, 9, 10}, 1, 3), QByteArray("2:3,7"));
    QCOMPARE(uidSet({5}, 0, 100), QByteArray("5"));
    QCOMPARE(uidSet({4294967294U, 4294967295U}, 0, 2), QByteArray("4294967294:4294967295"));
    QCOMPARE(uidSet({}, 0, 5), QByteArray());
}

void TestImapParts::quotedStrings()
{
    QCOMPARE(quoted("a\"b\\c"), QByteArray("\"a\\\"b\\\\c\""));
    QCOMPARE(quoted("a\r\n1 DELETE x"), QByteArray("\"a1 DELETE x\""));
}

// However the bytes come, the same is seen.
void TestImapParts::filterInPieces()
{
    const QByteArray answer = "* XNOISE {4}\r\n\r\n\r\n\"x\r\n* 1 FETCH (UID 1 BODY[] {12}\r\n* BYE x\r\n5 "
                              "OK)\r\n* OK [ALERT] careful\r\n\r\n5 OK [X] done {3}\r\n* 2 EXISTS\r\n";
    const QByteArray wanted = "* 1 FETCH (UID 1 BODY[] {12}\r\n* BYE x\r\n5 OK)\r\n"
                              "5 OK x\r\n";
    for (qsizetype piece = 1; piece <= answer.size(); ++piece) {
        AnswerFilter filter;
        filter.expect("5", {"FETCH"});
        QByteArray out;
        qsizetype at = 0;
        while (at < answer.size() && !filter.ended()) {
            const qsizetype size = std::min(piece, answer.size() - at);
            at += filter.feed(answer.constData() + at, size, out);
        }
        QCOMPARE(out, wanted);
        QCOMPARE(filter.end(), AnswerFilter::End::Ok);
        QCOMPARE(filter.words(), QByteArray("OK [X] done {3}"));
        QCOMPARE(filter.alert(), QByteArray("OK [ALERT] careful"));
        QVERIFY(!filter.broken());
        QCOMPARE(answer.mid(at), QByteArray("* 2 EXISTS\r\n"));
    }
}

void TestImapParts::filterKeepsWhatFollows()
{
    AnswerFilter filter;
    QByteArray out;
    filter.expect({});
    const QByteArray greeting = "* OK hello\r\n* 1 EXISTS\r\n";
    const qsizetype read = filter.feed(greeting.constData(), greeting.size(), out);
    QCOMPARE(read, 12);
    QVERIFY(filter.ended());
    filter.expect("1");
    filter.feed(greeting.constData() + read, greeting.size() - read, out);
    QVERIFY(filter.sawNews());
    QVERIFY(!filter.ended());
    filter.expect("2", {"FETCH"});
    const QByteArray other = "* 1 FETCH (FLAGS (\\Seen))\r\n* 1 EXPUNGE\r\n"; // nothing to fetch
    filter.feed(other.constData(), other.size(), out);
    QVERIFY(!filter.sawNews());
    QCOMPARE(out, QByteArray("* 1 FETCH (FLAGS (\\Seen))\r\n")); // the library would count below 0
}

void TestImapParts::filterCaps()
{
    const auto brokenBy = [](const QByteArray &answer) {
        AnswerFilter filter;
        Allowance allowance{"LIST"};
        allowance.lineBytes = 100;
        allowance.literalBytes = 50;
        allowance.answerBytes = 300;
        allowance.nesting = 5;
        filter.expect("1", allowance);
        QByteArray out;
        filter.feed(answer.constData(), answer.size(), out);
        return QByteArray(filter.broken() ? filter.broken() : "");
    };
    QCOMPARE(brokenBy("* OK " + QByteArray(90, 'x') + "\r\n"), QByteArray());
    QCOMPARE(brokenBy("* OK " + QByteArray(100, 'x')), QByteArray("a line without end"));
    QCOMPARE(brokenBy("* XNOISE" + QByteArray(300, 'x')), QByteArray("an answer without end"));
    QCOMPARE(brokenBy("* LIST {51}\r\n"), QByteArray("a literal that is too large"));
    QCOMPARE(brokenBy("* LIST \"{51}\"\r\n"), QByteArray());
    QCOMPARE(brokenBy("* LIST " + QByteArray(100, 'x')), QByteArray("a line without end"));
    QCOMPARE(brokenBy("* LIST ((((((\r\n"), QByteArray("parentheses without end"));
    QCOMPARE(brokenBy("* LIST \"((((((\"\r\n"), QByteArray());
    QCOMPARE(brokenBy("* LIST () \"/\" FLAGS (\"CHILDINFO\" (\"SUBSCRIBED\"))\r\n"), QByteArray()); // RFC 5258 §4
    QCOMPARE(brokenBy(QByteArray("* 1 EXISTS\r\n").repeated(30)), QByteArray("an answer without end"));
    QCOMPARE(brokenBy(QByteArray("* LIST {50}\r\n" + QByteArray(50, 'x') + "\r\n").repeated(5)), QByteArray("an answer without end"));
    QCOMPARE(brokenBy(QByteArray("* LIST x\0y\r\n", 12)), QByteArray("a NUL outside of a literal"));
    QCOMPARE(brokenBy("* 1 FETCH(UID 1)\r\n"), QByteArray());
    QCOMPARE(brokenBy("HTTP/1.1 400 Bad Request\r\n"), QByteArray("no line of IMAP"));
    QCOMPARE(brokenBy("* LIST {1}\r\r\n"), QByteArray("a literal that is none"));
}

void TestImapParts::filterCuts_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("seen");
    const auto row = [](const char *name, const QByteArray &line, const QByteArray &seen) {
        QTest::newRow(name) << "* 1 FETCH (" + line + ")\r\n" << "* 1 FETCH (" + seen + "\r\n";
    };
    row("five deep", "X ((((a))))", "X ((((a)))))");
    row("deeper", "X (((((a)))))", "X (((((");
    row("deeper behind what was never open", "X))))))) ((((((a", "X))))))) ((((((");
    row("in quotes it is not deep", "X \"((((((\"", "X \"((((((\")");
    row("long", QByteArray(100, 'x'), QByteArray(90, 'x'));
    row("long in quotes", '"' + QByteArray(100, 'x'), '"' + QByteArray(89, 'x') + '"');
    row("long behind a backslash", '"' + QByteArray(88, 'x') + "\\\"\"", '"' + QByteArray(88, 'x') + "\\\"\"");
    row("long behind qq.com", QByteArray(82, 'x') + "\"qq.com\\\"", QByteArray(82, 'x') + "\"qq.comxx\"");
    row("long before a literal", QByteArray(87, 'x') + "{1}\r\nyzz", QByteArray(87, 'x') + "{1}\r\nyz");
    row("strings as flags", "UID 1 FLAGS (a \"\"", "UID 1 FLAGS (a ");
    row("literals as flags", "UID 1 flags  (a {1}\r\n)", "UID 1 flags  (a ");
    row("strings as flags behind a tab", "FLAGS\t(\"\"", "FLAGS\t(");
    row("strings as labels", "X-GM-LABELS (\"\"", "X-GM-LABELS (\"\")");
    row("flags", "FLAGS (a \\Seen) X \"a\"", "FLAGS (a \\Seen) X \"a\")");
}

// What the library cannot bear it does not see, and the connection stays.
void TestImapParts::filterCuts()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, seen);
    AnswerFilter filter;
    Allowance allowance{"FETCH"};
    allowance.lineBytes = 100;
    allowance.nesting = 5;
    filter.expect("1", allowance);
    QByteArray out;
    const QByteArray answer = line + "1 OK\r\n";
    QCOMPARE(filter.feed(answer.constData(), answer.size(), out), answer.size());
    QCOMPARE(out, seen + "1 OK x\r\n");
    QVERIFY(!filter.broken());
}

void TestImapParts::compressionInPieces()
{
    QByteArray text;
    for (quint32 i = 0; i < 60'000; ++i)
        text += QByteArray::number(i * 2654435761U, 16) + (i % 7 ? "abcabcabc" : "\r\n");
    Compression one;
    Compression other;
    QByteArray all;
    for (qsizetype at = 0; at < text.size(); at += 50'000) {
        const QByteArray sent = one.packed(text.constData() + at, std::min<qsizetype>(50'000, text.size() - at));
        for (qsizetype piece = 0; piece < sent.size(); piece += 777) {
            other.give(sent.constData() + piece, std::min<qsizetype>(777, sent.size() - piece));
            for (qsizetype before = -1; before != all.size();) {
                before = all.size();
                QVERIFY(other.unpack(all, 512));
            }
        }
    }
    QVERIFY(all == text);
}

void TestImapParts::compressionOfNonsense()
{
    Compression compression;
    compression.give("\xff\xff\xff\xff", 4);
    QByteArray out;
    QVERIFY(!compression.unpack(out, 100));
}

QTEST_GUILESS_MAIN(TestImapParts)
#include "test_imap_parts.moc"
