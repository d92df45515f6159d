// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/content.h"
#include "core/unpack/document.h"

#include <QTest>

using namespace tlsrpt;

class TestContent : public QObject
{
    Q_OBJECT

private slots:
    void tellsKindsApart_data();
    void tellsKindsApart();
    void knowsClaims_data();
    void knowsClaims();
    void readsFileNames_data();
    void readsFileNames();
    void headersWinOverFileNames();
    void cleansNames();
};

void TestContent::tellsKindsApart_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("content");
    const auto row = [](const char *name, const QByteArray &bytes, Content content) {
        QTest::newRow(name) << bytes << static_cast<int>(content);
    };
    const auto utf16 = [](const char *text, bool big, bool bom) {
        QByteArray wide = bom ? QByteArray(big ? "\xFE\xFF" : "\xFF\xFE") : QByteArray();
        for (const char *c = text; *c; ++c)
            wide.append(big ? '\0' : *c).append(big ? *c : '\0');
        return wide;
    };
    row("nothing", "", Content::Empty);
    row("blanks", " \r\n\t ", Content::Empty);
    row("a byte order mark alone", "\xEF\xBB\xBF", Content::Empty);
    row("gzip", "\x1f\x8b\x08", Content::Gzip);
    row("zip", "PK\x03\x04rest", Content::Zip);
    row("empty zip", "PK\x05\x06", Content::Zip);
    row("PK in a text", "PK is short", Content::Unknown);
    row("object", "{\"a\":1}", Content::Json);
    row("object after blanks", "\n\n  {\n  \"a\":1}", Content::Json);
    row("object after a mark", "\xEF\xBB\xBF { \"a\"", Content::Json);
    row("empty object", "{ }", Content::Json);
    row("a brace alone", "{", Content::Json);
    row("array of objects", "[ { \"a\"", Content::Json);
    row("banner in brackets", "[External] Be careful", Content::Unknown);
    row("array of numbers", "[1,2]", Content::Unknown);
    row("brace of a program", "{ return 1; }", Content::Unknown);
    row("UTF-16 little, marked", utf16("{\"a\"", false, true), Content::Json);
    row("UTF-16 big, marked", utf16(" {\n\"a\"", true, true), Content::Json);
    row("UTF-16 little, bare", utf16("{\"a\"", false, false), Content::Json);
    row("UTF-16 big, bare", utf16("{\"a\"", true, false), Content::Json);
    row("mail", "Return-Path: <a@b>\r\nReceived: from x\r\n\tby y\r\n\r\nbody", Content::Mail);
    row("mail after blank lines", "\n\nFrom: a@b\nSubject: c\n\n", Content::Mail);
    row("mail that begins with odd names", "X-Mox-Reason: no\nX-Y: z\nDate: x\nTo: y\n\n", Content::Mail);
    row("settings, no mail", "name: x\nversion: 1\ndate: 2020\n", Content::Unknown);
    row("headers behind the body", "name: x\n\nFrom: a\nTo: b\n", Content::Unknown);
    row("mbox", "From a@b Mon Jan  1 00:00:00 2024\nFrom: a@b\n", Content::Mbox);
    row("mbox of Thunderbird", "From - Tue, Oct 3 10:00:00 2023\nX: y\n", Content::Mbox);
    row("mbox without date", "From MAILER\nFrom: a@b\n", Content::Mbox);
    row("a sentence", "From here on: nothing\nat all", Content::Unknown);
    row("AppleDouble", QByteArray("\x00\x05\x16\x07\x00\x02", 6), Content::Foreign);
    row("picture", "\x89PNG\r\n\x1a\n", Content::Unknown);
    row("XML", "<?xml version=\"1.0\"?><feedback/>", Content::Unknown);
}

void TestContent::tellsKindsApart()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, content);
    QCOMPARE(static_cast<int>(contentOf(bytes)), content);
}

void TestContent::knowsClaims_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("claims");
    QTest::newRow("json") << u"a.json"_qs << QByteArray() << true;
    QTest::newRow("gz") << u"a.JSON.Gz"_qs << QByteArray() << true;
    QTest::newRow("gz alone") << u"a.gz"_qs << QByteArray() << false;
    QTest::newRow("json inside") << u"a.json.txt"_qs << QByteArray() << false;
    for (const char *type : {"application/tlsrpt", "application/tlsrpt+gzip", "Application/TLSRPT+json",
                             "application/tlsrpt+x-gzip", "application/tlsrpt+zip"})
        QTest::newRow(type) << QString() << QByteArray(type) << true;
    for (const char *type : {"application/json", "application/gzip", "application/tlsrptx", "text/plain"})
        QTest::newRow(type) << QString() << QByteArray(type) << false;
}

void TestContent::knowsClaims()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, type);
    QFETCH(bool, claims);
    QCOMPARE(nameClaimsReport(name) || typeClaimsReport(type), claims);
}

void TestContent::readsFileNames_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sender");
    QTest::addColumn<QString>("domain");
    const QString google = u"google.com!Example.org!1641686400!1641772799!001.json.gz"_qs;
    QTest::newRow("with id") << google << google << u"google.com"_qs << u"example.org"_qs;
    QTest::newRow("in a folder") << u"a/b\\"_qs + google << google << u"google.com"_qs
                                 << u"example.org"_qs;
    QTest::newRow("without id") << u"s!d!1!2.json"_qs << u"s!d!1!2.json"_qs << u"s"_qs << u"d"_qs;
    QTest::newRow("no times") << u"s!d!x!y.json"_qs << u"s!d!x!y.json"_qs << QString() << QString();
    QTest::newRow("too few") << u"s!d!1.json"_qs << u"s!d!1.json"_qs << QString() << QString();
    QTest::newRow("another") << u"report.json"_qs << u"report.json"_qs << QString() << QString();
}

void TestContent::readsFileNames()
{
    QFETCH(QString, path);
    DocumentHints hints;
    takeFileName(hints, path);
    QTEST(hints.fileName, "name");
    QTEST(hints.submitter, "sender");
    QTEST(hints.reportDomain, "domain");
}

void TestContent::headersWinOverFileNames()
{
    DocumentHints hints;
    hints.reportDomain = u"header.example"_qs;
    takeFileName(hints, u"s!d!1!2.json"_qs);
    QCOMPARE(hints.reportDomain, u"header.example"_qs);
    QCOMPARE(hints.submitter, u"s"_qs);
}

void TestContent::cleansNames()
{
    QCOMPARE(cleanName(u"a\nb\x1b[31m\u202ec\u2028d"_qs), u"ab[31mcd"_qs);
    const QString cut = cleanName(QString(5000, u'x'));
    QCOMPARE(cut.size(), 255);
    QVERIFY(cut.endsWith(u'…'));
    const QString pairs = cleanName(QString::fromUtf8("\xF0\x9F\x98\x80").repeated(300));
    QVERIFY(pairs.isValidUtf16());
}

QTEST_GUILESS_MAIN(TestContent)
#include "test_content.moc"
