// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/tlsarecord.h"

#include <QTest>

using namespace tlsrpt;

namespace
{
const QString sha256 = u"AB"_qs.repeated(32);
const QString sha512 = u"cd"_qs.repeated(64);
} // namespace

class TestTlsaRecord : public QObject
{
    Q_OBJECT
private slots:
    void records_data();
    void records();
    void theTextIsKept();
};

void TestTlsaRecord::records_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("usage");
    QTest::addColumn<int>("selector");
    QTest::addColumn<int>("matching");
    QTest::addColumn<int>("defect");
    const auto row = [](const char *name, const QString &text, int usage, int selector,
                        int matching, TlsaDefect defect) {
        QTest::newRow(name) << text << usage << selector << matching << static_cast<int>(defect);
    };
    row("3 1 1", u"3 1 1 "_qs + sha256, 3, 1, 1, TlsaDefect::None);
    row("2 0 2", u"2 0 2 "_qs + sha512, 2, 0, 2, TlsaDefect::None);
    row("full certificate", u"3 0 0 3082ABCD"_qs, 3, 0, 0, TlsaDefect::None);
    row("blanks around and inside",
        u"  3\t1  1 "_qs + sha256.left(30) + u" "_qs + sha256.mid(30) + u"\r\n"_qs, 3, 1, 1,
        TlsaDefect::None);
    row("parentheses", u"3 1 1 ( "_qs + sha256 + u" )"_qs, 3, 1, 1, TlsaDefect::None);
    row("a line of a zone", u"_25._tcp.mx.example. 3600 IN TLSA 3 1 1 "_qs + sha256, 3, 1, 1,
        TlsaDefect::None);
    row("acronyms", u"DANE-EE SPKI SHA2-256 "_qs + sha256, 3, 1, 1, TlsaDefect::None);
    row("usage 0", u"0 1 1 "_qs + sha256, 0, 1, 1, TlsaDefect::UsageUnusable);
    row("usage 1", u"1 1 1 "_qs + sha256, 1, 1, 1, TlsaDefect::UsageUnusable);
    row("usage 4", u"4 1 1 "_qs + sha256, 4, 1, 1, TlsaDefect::UsageUnknown);
    row("private use", u"255 1 1 "_qs + sha256, 255, 1, 1, TlsaDefect::UsageUnknown);
    row("selector 2", u"3 2 1 "_qs + sha256, 3, 2, 1, TlsaDefect::SelectorUnknown);
    row("matching 3", u"3 1 3 "_qs + sha256, 3, 1, 3, TlsaDefect::MatchingUnknown);
    row("not hexadecimal", u"3 1 1 "_qs + sha256.left(63) + u"g"_qs, 3, 1, 1,
        TlsaDefect::NotHexadecimal);
    row("base64", u"3 1 1 q6urq6ur=="_qs, 3, 1, 1, TlsaDefect::NotHexadecimal);
    row("one digit short", u"3 1 1 "_qs + sha256.left(63), 3, 1, 1, TlsaDefect::LengthWrong);
    row("SHA-512 as SHA-256", u"3 1 1 "_qs + sha512, 3, 1, 1, TlsaDefect::LengthWrong);
    row("half a byte", u"3 0 0 308"_qs, 3, 0, 0, TlsaDefect::LengthWrong);
    row("no data", u"3 1 1"_qs, -1, -1, -1, TlsaDefect::Unreadable);
    row("empty data", u"3 1 1 ( )"_qs, 3, 1, 1, TlsaDefect::Unreadable);
    row("words", u"no records were found"_qs, -1, -1, -1, TlsaDefect::Unreadable);
    row("negative", u"-3 1 1 "_qs + sha256, -1, 1, 1, TlsaDefect::Unreadable);
    row("over a byte", u"256 1 1 "_qs + sha256, -1, 1, 1, TlsaDefect::Unreadable);
    row("empty", QString(), -1, -1, -1, TlsaDefect::Unreadable);
}

void TestTlsaRecord::records()
{
    QFETCH(QString, text);
    QFETCH(int, usage);
    QFETCH(int, selector);
    QFETCH(int, matching);
    QFETCH(int, defect);
    const TlsaRecord record = parseTlsa(text);
    QCOMPARE(static_cast<int>(record.defect), defect);
    QCOMPARE(record.usage, usage);
    QCOMPARE(record.selector, selector);
    QCOMPARE(record.matching, matching);
    QCOMPARE(record.usable(), defect == static_cast<int>(TlsaDefect::None));
    if (record.usable() && matching == 1)
        QCOMPARE(record.data, sha256.toLower());
}

void TestTlsaRecord::theTextIsKept()
{
    const QString text = u" 3 1 1  X"_qs;
    QCOMPARE(parseTlsa(text).text, text);
    QVERIFY(parseTlsa(text) == parseTlsa(text));
    QVERIFY(parseTlsa(text) != parseTlsa(u"3 1 1 X"_qs)); // means the same, was not sent so
}

QTEST_GUILESS_MAIN(TestTlsaRecord)
#include "test_tlsarecord.moc"
