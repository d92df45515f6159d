// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/jsonformat.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace tlsrpt;

class TestJsonFormat : public QObject
{
    Q_OBJECT

    static QString pointerOf(const FormattedJson &json, const QString &part)
    {
        const QStringList lines = json.text.split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (lines[i].contains(part))
                return json.pointers.value(i);
        }
        return u"no such line"_qs;
    }
    static qsizetype pointerText(const FormattedJson &json)
    {
        qsizetype sum = 0;
        for (const QString &pointer : json.pointers)
            sum += pointer.size();
        return sum;
    }

private slots:
    void orderAndWritingAreKept()
    {
        const FormattedJson json = formatJson(u"{\"z\":1.0e2,\"a\":[true,{}, [] ,null],\"z\":\"\\u00e9\\/\"}"_qs);
        QCOMPARE(json.text, u"{\n  \"z\": 1.0e2,\n  \"a\": [\n    true,\n    {},\n    [],\n    null\n  ],\n"
                            "  \"z\": \"\\u00e9\\/\"\n}"_qs);
        QCOMPARE(json.pointers, QStringList({QString(), u"/z"_qs, u"/a"_qs, u"/a/0"_qs, u"/a/1"_qs, u"/a/2"_qs,
                                             u"/a/3"_qs, u"/a"_qs, u"/z"_qs, QString()}));
        QVERIFY(!json.cut);
        QCOMPARE(QJsonDocument::fromJson(json.text.toUtf8()).isObject(), true);
    }

    void pointersOfKeysWithEscapes_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("slash") << u"a/b"_qs << u"/a~1b"_qs;
        QTest::newRow("tilde") << u"a~b"_qs << u"/a~0b"_qs;
        QTest::newRow("both") << u"~1/"_qs << u"/~01~1"_qs;
        QTest::newRow("empty") << QString() << u"/"_qs;
        QTest::newRow("quote") << u"a\\\"b"_qs << u"/a\"b"_qs;
        QTest::newRow("escaped slash") << u"a\\/b"_qs << u"/a~1b"_qs;
        QTest::newRow("unicode escape") << u"p\\u006flicies"_qs << u"/policies"_qs;
        QTest::newRow("bad escape") << u"a\\qb"_qs << u"/aqb"_qs;
        QTest::newRow("braces") << u"{[,:"_qs << u"/{[,:"_qs;
    }
    void pointersOfKeysWithEscapes()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, pointer);
        const FormattedJson json = formatJson(u"{\""_qs + key + u"\":{\"in\":4711}}"_qs);
        QCOMPARE(json.pointers.value(1), pointer);
        QCOMPARE(pointerOf(json, u"4711"_qs), QString(pointer + u"/in"_qs));
    }

    void oneLineOnePointer_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("blanks") << u" \n\t "_qs;
        QTest::newRow("a word") << u"hello"_qs;
        QTest::newRow("only a quote") << u"\""_qs;
        QTest::newRow("quote in object") << u"{\""_qs;
        QTest::newRow("unterminated") << u"{\"a\":\"bcd"_qs;
        QTest::newRow("backslash at the end") << u"{\"a\":\"bcd\\"_qs;
        QTest::newRow("key without end") << u"{\"a"_qs;
        QTest::newRow("closed too often") << u"{}]]}},\"a\":1"_qs;
        QTest::newRow("other bracket") << u"{\"a\":[1}"_qs;
        QTest::newRow("commas") << u"[,,,]"_qs;
        QTest::newRow("two documents") << u"{\"a\":1}{\"b\":2}"_qs;
        QTest::newRow("line break in a string") << u"{\"a\":\"x\ny\rz\"}"_qs;
        QTest::newRow("separators in a string") << u"{\"a\":\"x\u2028y\u2029z\uFDD0\"}"_qs;
        QTest::newRow("nul") << u"{\"a\":"_qs + QChar(u'\0') + u"}"_qs;
    }
    void oneLineOnePointer()
    {
        QFETCH(const QString, text);
        const FormattedJson json = formatJson(text);
        QCOMPARE(json.text.count(u'\n') + 1, json.pointers.size());
        for (const QChar c : json.text)
            QVERIFY(c == u'\n' || (c.category() != QChar::Other_Control && c != QChar(QChar::ParagraphSeparator)));
    }

    void directionMarksDoNotTurnALine()
    {
        const FormattedJson json = formatJson(u"{\"a\":\"x\u202Egpj\u2066\"}"_qs);
        QVERIFY(!json.text.contains(QChar(0x202e)));
        QVERIFY(!json.text.contains(QChar(0x2066)));
        QVERIFY(json.text.contains(u"gpj"_qs));
    }

    void stopsAtTheLimit()
    {
        QString many = u"["_qs;
        for (int i = 0; i < 1000; ++i)
            many += u"\"0123456789\","_qs;
        const FormattedJson json = formatJson(many + u"0]"_qs, 1000);
        QVERIFY(json.cut);
        QVERIFY(json.text.size() < 1100);
        const FormattedJson one = formatJson(u"[\""_qs + QString(100'000, u'x') + u"\"]"_qs, 1000);
        QVERIFY(one.cut);
        QVERIFY(one.text.size() < 1100);
        QVERIFY(!formatJson(u"[1]"_qs, 1000).cut);
    }

    void hostileSizesAreQuickAndBounded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("100,000 arrays") << QString(100'000, u'[');
        QTest::newRow("100,000 arrays, closed") << QString(100'000, u'[') + QString(100'000, u']');
        QTest::newRow("100,000 objects") << QString(u"{\"a\":"_qs).repeated(100'000);
        QTest::newRow("a closing for each") << QString(100'000, u']');
        QString wide = u"{\""_qs + QString(1'000'000, u'k') + u"\":["_qs;
        wide += QString(u"1,"_qs).repeated(300'000) + u"1]}"_qs;
        QTest::newRow("a long key over many lines") << wide;
        QString deep;
        for (int i = 0; i < 900; ++i)
            deep += u"{\""_qs + QString(4000, u'k') + u"\":"_qs;
        QTest::newRow("long keys in each other") << deep;
        QTest::newRow("one string of 20 MB") << u"{\"a\":\""_qs + QString(20'000'000, u'x') + u"\"}"_qs;
        QTest::newRow("blanks of 20 MB") << u"["_qs + QString(20'000'000, u' ') + u"]"_qs;
        QTest::newRow("escapes") << u"{\""_qs + QString(u"\\u006f"_qs).repeated(500'000) + u"\":1}"_qs;
    }
    void hostileSizesAreQuickAndBounded()
    {
        QFETCH(const QString, text);
        QElapsedTimer timer;
        timer.start();
        const FormattedJson json = formatJson(text);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(json.text.size() < 4'100'000);
        QCOMPARE(json.text.count(u'\n') + 1, json.pointers.size());
        const qsizetype pointers = pointerText(json);
        QVERIFY2(pointers <= 16'000'000, qPrintable(QString::number(pointers)));
    }

    void aLostPointerNeverNamesAnotherMember()
    {
        // The key is too long to remember; what lies below must not look like a member of the root.
        const FormattedJson json = formatJson(u"{\"first\":[7],\""_qs + QString(5000, u'k') + u"\":{\"first\":[4711]},\"last\":4712}"_qs);
        QCOMPARE(pointerOf(json, u"4711"_qs), QString());
        QCOMPARE(pointerOf(json, u"4712"_qs), u"/last"_qs);
        QCOMPARE(pointerOf(json, u"7"_qs), u"/first/0"_qs);
    }
};

QTEST_GUILESS_MAIN(TestJsonFormat)
#include "test_jsonformat.moc"
