// SPDX-License-Identifier: GPL-3.0-or-later
// `summary --json` is a promise: these members, these kinds of value, these numbers.
#include "core/explain/cause.h"
#include "tests/ui/export/exportfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tlsrpt;

namespace
{

QJsonObject parsed(const Summary &summary)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(summaryJson(summary), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        qFatal("summaryJson() wrote no JSON object: %s", qPrintable(error.errorString()));
    return document.object();
}

QStringList keysOf(const QJsonObject &object)
{
    QStringList keys = object.keys();
    keys.sort();
    return keys;
}

/// The rows of an array, and that each has exactly these members.
QList<QJsonObject> rowsOf(const QJsonValue &array, const QStringList &members)
{
    QList<QJsonObject> rows;
    for (const QJsonValue &value : array.toArray()) {
        if (keysOf(value.toObject()) != members)
            qFatal("a row has other members: %s", qPrintable(keysOf(value.toObject()).join(u' ')));
        rows.append(value.toObject());
    }
    return rows;
}

} // namespace

class TestSummaryJson : public QObject
{
    Q_OBJECT

private slots:
    void everyMember_data()
    {
        QTest::addColumn<bool>("empty");
        QTest::newRow("full") << false;
        QTest::newRow("empty") << true;
    }

    void everyMember()
    {
        QFETCH(bool, empty);
        const QJsonObject root = parsed(empty ? made::emptySummary() : made::someOfEverything());
        const QStringList members{u"days"_qs, u"domains"_qs, u"first_day"_qs, u"last_day"_qs,
                                  u"mx_hosts"_qs, u"reports"_qs, u"result_types"_qs, u"schema"_qs,
                                  u"senders"_qs, u"sessions"_qs, u"tracks"_qs};
        QCOMPARE(keysOf(root), members);
        QCOMPARE(root[u"schema"].toInt(), 1);
        for (const char *name : {"days", "domains", "mx_hosts", "result_types", "senders"})
            QVERIFY2(root[QLatin1String(name)].isArray(), name);
        const QStringList sessions{u"failed"_qs, u"no_policy"_qs, u"protected"_qs, u"successful"_qs};
        QCOMPARE(keysOf(root[u"sessions"].toObject()), sessions);
        const QJsonObject tracks = root[u"tracks"].toObject();
        const QStringList names{u"none"_qs, u"other"_qs, u"sts"_qs, u"tlsa"_qs};
        QCOMPARE(keysOf(tracks), names);
        const QStringList counts{u"failed"_qs, u"successful"_qs};
        for (const QString &name : names)
            QCOMPARE(keysOf(tracks[name].toObject()), counts);
    }

    void anEmptyArchiveHasZerosAndNoDays()
    {
        const QJsonObject root = parsed(made::emptySummary());
        QCOMPARE(root[u"reports"].toInt(-1), 0);
        QVERIFY(root[u"first_day"].isNull());
        QVERIFY(root[u"last_day"].isNull());
        const QJsonObject sessions = root[u"sessions"].toObject();
        for (const QString &name : sessions.keys())
            QCOMPARE(sessions[name].toInt(-1), 0);
        for (const char *name : {"days", "domains", "mx_hosts", "result_types", "senders"})
            QVERIFY2(root[QLatin1String(name)].toArray().isEmpty(), name);
    }

    /// 17 days of three reports each; see exportfixture.cpp.
    void numbersAsCountedByHand()
    {
        const QJsonObject root = parsed(made::someOfEverything());
        QCOMPARE(root[u"reports"].toInt(), 51);
        QCOMPARE(root[u"first_day"].toString(), u"2026-10-01"_qs);
        QCOMPARE(root[u"last_day"].toString(), u"2026-10-20"_qs);
        qint64 offsets = 0;
        for (int offset = 0; offset < 20; ++offset)
            offsets += offset >= 7 && offset < 10 ? 0 : offset;
        const QJsonObject sessions = root[u"sessions"].toObject();
        QCOMPARE(sessions[u"failed"].toInteger(), 17 * (20 + 12 + 3 + 1) + offsets);
        QCOMPARE(sessions[u"no_policy"].toInteger(), 17 * 50);
        QCOMPARE(sessions[u"protected"].toInteger(), 17 * (900 + 80 + 400 + 300 + 10) + offsets);
        QCOMPARE(sessions[u"successful"].toInteger(),
                 sessions[u"protected"].toInteger() + sessions[u"no_policy"].toInteger());
        const QJsonObject tlsa = root[u"tracks"].toObject()[u"tlsa"].toObject();
        QCOMPARE(tlsa[u"successful"].toInteger(), 17 * 300);
        QCOMPARE(tlsa[u"failed"].toInteger(), 17 * 12);
    }

    void numbersOfTheQuestions_data()
    {
        QTest::addColumn<Filter>("filter");
        Filter domain, days, failures, sender, track;
        domain.domains = {u"testing.example"_qs};
        days.from = Day::fromDate({2026, 10, 5});
        days.to = Day::fromDate({2026, 10, 12});
        failures.onlyFailures = true;
        sender.senders = {u"microsoft.com"_qs, u"google.com"_qs};
        track.tracks = {Track::Tlsa, Track::None};
        QTest::newRow("all") << Filter{};
        QTest::newRow("domain") << domain;
        QTest::newRow("days") << days;
        QTest::newRow("failures") << failures;
        QTest::newRow("senders") << sender;
        QTest::newRow("tracks") << track;
    }

    void numbersOfTheQuestions()
    {
        QFETCH(Filter, filter);
        const Facts &facts = *made::someFacts();
        const Overview expected = overview(facts, filter);
        const QJsonObject root = parsed(made::someOfEverything(filter));
        QCOMPARE(root[u"reports"].toInteger(), expected.reports);
        QCOMPARE(root[u"sessions"].toObject()[u"failed"].toInteger(), expected.sessions.failed);
        comparesNames(root, expected);
        comparesHosts(root, servers(facts, filter));
        comparesTypes(root, resultTypes(facts, filter));
        comparesDays(root, expected.days);
    }

private:
    static void comparesNames(const QJsonObject &root, const Overview &expected)
    {
        const auto domains = rowsOf(root[u"domains"], {u"domain"_qs, u"failed"_qs, u"reports"_qs, u"successful"_qs});
        QCOMPARE(domains.size(), static_cast<qsizetype>(expected.domains.size()));
        for (qsizetype i = 0; i < domains.size(); ++i) {
            const DomainRow &row = expected.domains[static_cast<size_t>(i)];
            QCOMPARE(domains[i][u"domain"].toString(), row.domain);
            QCOMPARE(domains[i][u"reports"].toInteger(), row.reports);
            QCOMPARE(domains[i][u"successful"].toInteger(), row.sessions.successful());
            QCOMPARE(domains[i][u"failed"].toInteger(), row.sessions.failed);
        }
        const auto senders = rowsOf(root[u"senders"], {u"failed"_qs, u"reports"_qs, u"sender"_qs, u"successful"_qs});
        QCOMPARE(senders.size(), static_cast<qsizetype>(expected.senders.size()));
        for (qsizetype i = 0; i < senders.size(); ++i) {
            const SenderRow &row = expected.senders[static_cast<size_t>(i)];
            QCOMPARE(senders[i][u"sender"].toString(), row.name);
            QCOMPARE(senders[i][u"reports"].toInteger(), row.reports);
            QCOMPARE(senders[i][u"failed"].toInteger(), row.sessions.failed);
        }
    }

    static void comparesHosts(const QJsonObject &root, const std::vector<ServerRow> &expected)
    {
        const auto hosts = rowsOf(root[u"mx_hosts"], {u"failed"_qs, u"first_day"_qs, u"last_day"_qs, u"mx"_qs,
                                                      u"result_types"_qs, u"senders"_qs});
        QCOMPARE(hosts.size(), static_cast<qsizetype>(expected.size()));
        for (qsizetype i = 0; i < hosts.size(); ++i) {
            const ServerRow &row = expected[static_cast<size_t>(i)];
            QCOMPARE(hosts[i][u"mx"].isNull(), row.mx.isEmpty());
            QCOMPARE(hosts[i][u"mx"].toString(), row.mx);
            QCOMPARE(hosts[i][u"failed"].toInteger(), row.occurrences);
            QCOMPARE(hosts[i][u"senders"].toInt(), row.senderCount);
            QCOMPARE(hosts[i][u"first_day"].toString(), row.first.toIso());
            QCOMPARE(hosts[i][u"last_day"].toString(), row.last.toIso());
            qint64 sum = 0;
            const QJsonObject types = hosts[i][u"result_types"].toObject();
            for (const QString &type : types.keys())
                sum += types[type].toInteger();
            QCOMPARE(sum, row.occurrences);
        }
    }

    static void comparesTypes(const QJsonObject &root, const std::vector<ResultTypeRow> &expected)
    {
        const auto types = rowsOf(root[u"result_types"], {u"failed"_qs, u"result_type"_qs});
        QCOMPARE(types.size(), static_cast<qsizetype>(expected.size()));
        for (qsizetype i = 0; i < types.size(); ++i) {
            QCOMPARE(types[i][u"result_type"].toString(), expected[static_cast<size_t>(i)].resultType);
            QCOMPARE(types[i][u"failed"].toInteger(), expected[static_cast<size_t>(i)].occurrences);
        }
    }

    static void comparesDays(const QJsonObject &root, const std::vector<DayRow> &expected)
    {
        const auto days = rowsOf(root[u"days"], {u"day"_qs, u"failed"_qs, u"successful"_qs});
        qsizetype at = 0;
        for (const DayRow &row : expected) {
            if (row.reports == 0)
                continue; // unknown is not zero
            QVERIFY(at < days.size());
            QCOMPARE(days[at][u"day"].toString(), row.day.toIso());
            QCOMPARE(days[at][u"failed"].toInteger(), row.sessions.failed);
            QCOMPARE(days[at][u"successful"].toInteger(), row.sessions.successful());
            ++at;
        }
        QCOMPARE(at, days.size());
    }
};

QTEST_GUILESS_MAIN(TestSummaryJson)
#include "test_summaryjson.moc"
