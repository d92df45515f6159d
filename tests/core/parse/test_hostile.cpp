// SPDX-License-Identifier: GPL-3.0-or-later
// What is refused and with which words, and what must neither crash nor hang.
#include "fixture.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::test;

namespace
{

const QByteArray range = "\"date-range\":{\"start-datetime\":\"2026-03-01T00:00:00Z\",\"end-"
                         "datetime\":\"2026-03-01T23:59:59Z\"}";

} // namespace

class TestHostile : public QObject
{
    Q_OBJECT
private slots:
    void refused_data();
    void refused();
    void detailsAreCounted();
    void rowsAreCounted();
    void everyTruncation();
    void flippedBytes();
    void repeatedStructures_data();
    void repeatedStructures();
    void longTextsAreCut();
};

void TestHostile::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<qint64>("offset");
    const auto row = [](const char *name, const QByteArray &json, Code code,
                        const QString &detail = {}, qint64 offset = -1) {
        QTest::newRow(name) << json << static_cast<int>(code) << detail << offset;
    };
    row("empty", "", Code::NotJson);
    row("blanks", " \r\n\t", Code::NotJson);
    row("words", "hello", Code::NotJson, {}, 0);
    row("XML", "<?xml version=\"1.0\"?><feedback></feedback>", Code::NotJson, {}, 0);
    row("binary", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), Code::NotJson, {}, 0);
    row("random", QByteArray::fromHex("22a4e07f1b0312"), Code::NotJson, {}, 0);
    row("trailing comma", "{\"policies\":[1,]}", Code::NotJson,
        u"The JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc."_qs,
        16);
    row("after a mark", "\xEF\xBB\xBF{\"policies\":[1,]}", Code::NotJson,
        u"The JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc."_qs,
        19);
    row("deep lists", QByteArray(100'000, '['), Code::NotJson,
        u"The JSON document was too deep (too many nested objects and arrays)"_qs);
    row("deep lists, closed", "{\"x\":" + QByteArray(2000, '[') + QByteArray(2000, ']') + "}",
        Code::NotJson, u"The JSON document was too deep (too many nested objects and arrays)"_qs);
    row("deep objects", QByteArray("{\"a\":").repeated(100'000), Code::NotJson,
        u"The JSON document was too deep (too many nested objects and arrays)"_qs);
    row("deep with a huge number",
        "{\"y\":1e999,\"x\":" + QByteArray(500, '[') + QByteArray(500, ']') + "}", Code::NotJson);
    row("empty object", "{}", Code::NotAReport);
    row("empty list", "[]", Code::NotAReport);
    row("a number", "17", Code::NotAReport);
    row("a text", "\"policies\"", Code::NotAReport);
    row("another document", "{\"name\":\"x\",\"contact-info\":\"a@b.example\"}", Code::NotAReport);
    row("two in a list", "[{" + range + ",\"policies\":[]},{" + range + ",\"policies\":[]}]",
        Code::NotAReport);
    row("no range", "{\"policies\":[]}", Code::NoDateRange, u"/date-range"_qs);
    row("range null", "{\"date-range\":null,\"policies\":[]}", Code::NoDateRange,
        u"/date-range"_qs);
    row("range a text", "{\"date-range\":\"2026-03-01\",\"policies\":[]}", Code::NoDateRange,
        u"/date-range"_qs);
    row("no end", "{\"date-range\":{\"start-datetime\":\"2026-03-01T00:00:00Z\"},\"policies\":[]}",
        Code::NoDateRange, u"/date-range/end-datetime"_qs);
    row("no start", "{\"date-range\":{\"end-datetime\":\"2026-03-01T00:00:00Z\"},\"policies\":[]}",
        Code::NoDateRange, u"/date-range/start-datetime"_qs);
    row("unreadable start",
        "{\"date-range\":{\"start-datetime\":\"yesterday\",\"end-datetime\":\"2026-03-01T00:00:"
        "00Z\"},\"policies\":[]}",
        Code::NoDateRange, u"/date-range/start-datetime: yesterday"_qs);
    row("never",
        "{\"date-range\":{\"start-datetime\":\"0001-01-01T00:00:00Z\",\"end-datetime\":\"0001-01-"
        "01T23:59:59Z\"},\"policies\":[]}",
        Code::NoDateRange, u"/date-range/start-datetime: 0001-01-01T00:00:00Z"_qs);
    row("reversed",
        "{\"date-range\":{\"start-datetime\":\"2026-03-02T00:00:00Z\",\"end-datetime\":\"2026-03-"
        "01T00:00:00Z\"},\"policies\":[]}",
        Code::DateRangeReversed, u"2026-03-02T00:00:00Z/2026-03-01T00:00:00Z"_qs);
    row("no policies", "{" + range + ",\"report-id\":\"1\"}", Code::NoPolicies, u"/policies"_qs);
    row("policies a text", "{" + range + ",\"policies\":\"none\"}", Code::NoPolicies,
        u"/policies: none"_qs);
    row("policies a number", "{" + range + ",\"policies\":0}", Code::NoPolicies, u"/policies: 0"_qs);
}

void TestHostile::refused()
{
    QFETCH(QByteArray, json);
    QFETCH(int, code);
    QFETCH(QString, detail);
    QFETCH(qint64, offset);
    const auto report = parsed(json);
    QVERIFY(!report);
    QCOMPARE(QString(slug(report.error().code)), QString(slug(static_cast<Code>(code))));
    QCOMPARE(report.error().subject, u"box.zip › r.json"_qs);
    if (!detail.isEmpty())
        QCOMPARE(report.error().detail, detail);
    if (offset >= 0)
        QCOMPARE(report.error().offset, offset);
    if (code == static_cast<int>(Code::NotJson)) // what is of another kind is no faulty JSON
        QCOMPARE(report.error().detail.isEmpty(), report.error().offset == 0);
}

void TestHostile::detailsAreCounted()
{
    Limits limits;
    limits.failureDetails = 10;
    const auto details = [](int n) -> QByteArray {
        return QByteArray("{\"failure-details\":[") + QByteArray("{},").repeated(n - 1) + "{}]}";
    };
    QVERIFY(parsed("{" + range + ",\"policies\":[" + details(10) + "]}", {}, limits));
    QVERIFY(
        parsed("{" + range + ",\"policies\":[" + details(5) + "," + details(5) + "]}", {}, limits));
    for (const QByteArray &rows :
         QByteArrayList{details(11), QByteArray(details(5) + "," + details(6)), details(50'000)}) {
        const auto report = parsed("{" + range + ",\"policies\":[" + rows + "]}", {}, limits);
        QVERIFY(!report);
        QCOMPARE(report.error().code, Code::TooManyDetails);
        QCOMPARE(report.error().detail, u"10"_qs);
    }
}

void TestHostile::rowsAreCounted()
{
    const auto report =
        parsed("{" + range + ",\"policies\":[" + QByteArray("{},").repeated(100'000) + "{}]}");
    QVERIFY(!report);
    QCOMPARE(report.error().code, Code::TooManyDetails);
}

void TestHostile::everyTruncation()
{
    ReportParser parser({});
    const QByteArray json = fixture(u"clean.json"_qs).trimmed();
    for (qsizetype size = 0; size < json.size(); ++size) {
        const auto report = parser.parse(json.left(size), {}, {});
        if (report || report.error().code != Code::NotJson)
            QFAIL(qPrintable(QString::number(size)));
    }
}

void TestHostile::flippedBytes()
{
    ReportParser parser({});
    QRandomGenerator random(20260301);
    const QList<QByteArray> seeds{
        fixture(u"clean.json"_qs), fixture(u"microsoft-double-rows.json"_qs),
        fixture(u"half-surrogate.json"_qs), fixture(u"windows-1252.json"_qs)};
    int read = 0;
    for (int i = 0; i < 6'000; ++i) {
        QByteArray json = seeds[i % seeds.size()];
        for (int flips = random.bounded(1, 5); flips > 0; --flips)
            json[random.bounded(static_cast<int>(json.size()))] =
                static_cast<char>(random.bounded(256));
        const auto report = parser.parse(json, {}, {});
        if (!report)
            continue;
        ++read;
        for (const PolicyResult &row : report->policies) {
            if (row.successful < 0 || row.failed < 0 || row.successful > (1LL << 53) ||
                row.failed > (1LL << 53))
                QFAIL(json.constData());
        }
        if (report->end < report->start || identityOf(*report).size() != 16 ||
            contentHashOf(*report).size() != 16)
            QFAIL(json.constData());
    }
    QVERIFY2(read > 600, qPrintable(QString::number(read)));
}

void TestHostile::repeatedStructures_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &policies) {
        QTest::newRow(name) << QByteArray("{" + range + ",\"policies\":" + policies + "}");
    };
    const auto many = [](const QByteArray &one, int n) {
        return QByteArray("[" + QByteArray(one + ",").repeated(n - 1) + one + "]");
    };
    row("strings", "[{\"policy\":{\"policy-type\":\"sts\",\"policy-string\":" +
                       many("\"mx: a.b\"", 500'000) + "}}]");
    row("patterns on one line", "[{\"policy\":{\"policy-type\":\"sts\",\"policy-string\":[\"mx: " +
                                    QByteArray("a.b,").repeated(500'000) + "\"]}}]");
    row("patterns", "[{\"policy\":{\"policy-type\":\"sts\",\"mx-host\":" +
                        many("\"mx: A.b\"", 500'000) + "}}]");
    row("nested strings", "[{\"policy\":{\"policy-type\":\"tlsa\",\"policy-string\":" +
                              many("\"[\\\"[[]]\\\"]\"", 200'000) + "}}]");
    row("the same member",
        "[{\"policy\":{" + QByteArray("\"policy-type\":\"sts\",").repeated(100'000) + "\"x\":1}}]");
    row("other names", "[{\"policy\":{" +
                           QByteArray("\"mxHostPattern\":\"sts\",").repeated(100'000) +
                           "\"x\":1}}]");
    row("double rows",
        many("{\"policy\":{\"policy-type\":\"sts\",\"policy-domain\":\"a.example\"}},{\"policy\":{"
             "\"policy-type\":\"tlsa\",\"policy-domain\":\"a.example\"}}",
             20'000));
    row("addresses that are none",
        "[{\"failure-details\":" +
            many("{\"receiving-ip\":\"1.2.3.4.5\",\"result-type\":\"Dane-Required\"}", 50'000) +
            "}]");
}

void TestHostile::repeatedStructures()
{
    QFETCH(QByteArray, json);
    QElapsedTimer timer;
    timer.start();
    const auto report = parsed(json);
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QVERIFY2(timer.elapsed() < 20'000, "the time grows faster than the text");
    QVERIFY(report->deviations.size() < 500);
    qsizetype texts = 0;
    for (const PolicyResult &row : report->policies)
        texts += row.policyStrings.size() + row.mxHosts.size();
    QVERIFY(texts <= 20'000);
}

void TestHostile::longTextsAreCut()
{
    const QByteArray name(300'000, 'n');
    const auto report =
        parsed("{" + range + ",\"organization-name\":\"" + name +
               "\",\"report-id\":\"1\",\"contact-info\":\"a@" + name +
               ".example\",\"policies\":[{\"policy\":{\"policy-domain\":\"" + name + "\"}}]}");
    QVERIFY(report);
    QCOMPARE(report->organization.size(), 65536);
    QVERIFY(report->policies[0].policyDomain.size() <= 65536);
    QVERIFY(has(*report, DeviationKind::WrongType));
    QCOMPARE(report->reporterKey.size(), 65536);
}

QTEST_GUILESS_MAIN(TestHostile)
#include "test_hostile.moc"
