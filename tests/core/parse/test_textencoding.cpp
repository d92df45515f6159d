// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"

#include <QStringEncoder>
#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestTextEncoding : public QObject
{
    Q_OBJECT
private slots:
    void wideText_data();
    void wideText();
    void byteOrderMark();
    void windows1252();
    void brokenWideText_data();
    void brokenWideText();
    void halfSurrogateInWideText();
    void decodedForShowing();
};

void TestTextEncoding::wideText_data()
{
    QTest::addColumn<int>("encoding");
    QTest::addColumn<bool>("mark");
    for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE,
                                QStringConverter::Utf32LE, QStringConverter::Utf32BE}) {
        for (const bool mark : {true, false}) {
            const QByteArray name =
                QByteArray(QStringConverter::nameForEncoding(encoding)) + (mark ? " marked" : "");
            QTest::newRow(name.constData()) << static_cast<int>(encoding) << mark;
        }
    }
}

void TestTextEncoding::wideText()
{
    QFETCH(int, encoding);
    QFETCH(bool, mark);
    QByteArray utf8 = fixture(u"clean.json"_qs);
    utf8.replace("Sender Example", "Sénder 𝄞");
    QStringEncoder encoder(static_cast<QStringConverter::Encoding>(encoding),
                           mark ? QStringConverter::Flag::WriteBom
                                : QStringConverter::Flag::Default);
    const QByteArray wide = encoder.encode(QString::fromUtf8(utf8));

    for (const char *before : {"", "\n\t "}) {
        if (mark && *before)
            continue;
        QStringEncoder blanks(static_cast<QStringConverter::Encoding>(encoding));
        const QByteArray start = blanks.encode(QString::fromLatin1(before));
        const auto report = parsed(start + wide);
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        QCOMPARE(report->organization, u"Sénder 𝄞"_qs);
        QCOMPARE(report->deviations.size(), std::size_t(1));
        QCOMPARE(report->deviations[0].kind, DeviationKind::NotUtf8);
        QVERIFY(report->deviations[0].seen.startsWith(u"UTF-"));
    }
    QCOMPARE(decodedText(wide), QString::fromUtf8(utf8));
}

void TestTextEncoding::byteOrderMark()
{
    const QByteArray plain = fixture(u"clean.json"_qs);
    auto report = parsed("\xEF\xBB\xBF" + plain);
    QVERIFY(report);
    QCOMPARE(listed(report->deviations), u"0  [EF BB BF]"_qs);
    report->deviations.clear();
    QCOMPARE(*report, *parsed(plain));
    QCOMPARE(decodedText("\xEF\xBB\xBF" + plain), QString::fromUtf8(plain));
}

void TestTextEncoding::windows1252()
{
    const QByteArray bytes = fixture(u"windows-1252.json"_qs);
    const auto report = parsed(bytes);
    QVERIFY(report);
    QCOMPARE(report->organization, u"Bücher “Post”"_qs);
    QVERIFY(has(*report, DeviationKind::NotUtf8));
    QVERIFY(decodedText(bytes).contains(u"Bücher “Post”"));
    // All 256 bytes decode to something.
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all.append(static_cast<char>(i));
    QCOMPARE(decodedText("{" + all).size(), 257);
}

void TestTextEncoding::brokenWideText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("odd number of bytes") << QByteArray("\xFF\xFE{\0}\0x", 7);
    QTest::newRow("big endian") << QByteArray("\0{\0}\0", 5);
    QTest::newRow("part of a UTF-32 character") << QByteArray("{\0\0\0}\0", 6);
}

void TestTextEncoding::brokenWideText()
{
    QFETCH(QByteArray, bytes);
    const auto report = parsed(bytes);
    QVERIFY(!report);
    QCOMPARE(report.error().code, Code::TextUndecodable);
    QCOMPARE(report.error().subject, u"box.zip › r.json"_qs);
    QVERIFY(report.error().detail.startsWith(u"UTF-"));
    QVERIFY(!decodedText(bytes).isEmpty());
}

void TestTextEncoding::halfSurrogateInWideText()
{
    QString text = QString::fromUtf8(fixture(u"clean.json"_qs));
    text.replace(u"Sender Example"_qs, u"S"_qs + QChar(0xD800) + u"x"_qs);
    const QByteArray bytes(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    const auto report = parsed(bytes);
    QVERIFY(report);
    QCOMPARE(report->organization.size(), 3);
    QVERIFY(report->organization.isValidUtf16());
}

void TestTextEncoding::decodedForShowing()
{
    QCOMPARE(decodedText({}), QString());
    QCOMPARE(decodedText("{\"a\":\"\xC3\xBC\"}"), u"{\"a\":\"ü\"}"_qs);
    QCOMPARE(decodedText("{\"a\":\"\xFC\"}"), u"{\"a\":\"ü\"}"_qs);
}

QTEST_GUILESS_MAIN(TestTextEncoding)
#include "test_textencoding.moc"
