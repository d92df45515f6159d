// SPDX-License-Identifier: GPL-3.0-or-later
// `findings`: what it promises to people, to other programs and to cron.
#include "core/store/archive.h"
#include "tests/end_to_end/program.h"

#include <QDate>
#include <QJsonArray>
#include <QTest>

#include <functional>

using namespace tlsrpt;
using namespace tlsrpt::test;

namespace
{

/// With a contact address of the sender's own: by that senders are told apart.
QByteArray from(const QString &sender, QByteArray report)
{
    return report.replace("sender.example", QByteArray(sender.toLower().toUtf8() + ".example"));
}

/// Reports of three senders about ten days, of which a domain fails on some.
void writeReports(const Home &home, const QString &domain, const std::function<bool(int)> &fails)
{
    for (int i = 0; i < 10; ++i) {
        const QString day = QDate(2026, 10, 1).addDays(i).toString(Qt::ISODate);
        for (const QString &sender : {u"Alpha"_qs, u"Beta"_qs, u"Gamma"_qs})
            home.write(u"in/%1-%2-%3.json"_qs.arg(sender, day, domain),
                       from(sender, report(sender, domain, day, 90, fails(i) ? 10 : 0)));
    }
}

/// one.example's certificate has expired on the fifth.
void fill(const Home &home)
{
    writeReports(home, u"one.example"_qs, [](int day) { return day >= 4; });
    writeReports(home, u"two.example"_qs, [](int) { return false; });
    const Ran ran = home.onArchive(u"import"_qs, {home.file(u"in"_qs)});
    if (ran.status != 0)
        qFatal("%s", qPrintable(ran.complaint()));
}

struct FilledHome : Home {
    FilledHome() { fill(*this); }
};

const Home &filled()
{
    static const FilledHome home;
    return home;
}

QJsonArray findings(const QStringList &filter = {})
{
    return filled()
        .onArchive(u"findings"_qs, QStringList{u"--json"_qs} + filter)
        .json()[u"findings"]
        .toArray();
}

} // namespace

class TestFindingsCommand : public QObject
{
    Q_OBJECT

private slots:
    void asJson()
    {
        const Ran ran = filled().onArchive(u"findings"_qs, {u"--json"_qs});
        QVERIFY2(ran.status == 0 && ran.err.isEmpty(), qPrintable(ran.complaint()));
        const QJsonObject root = ran.json();
        QCOMPARE(root.keys(), QStringList({u"findings"_qs, u"reference_day"_qs, u"schema"_qs}));
        QCOMPARE(root[u"schema"].toInt(), 1);
        QCOMPARE(root[u"reference_day"].toString(), u"2026-10-10"_qs);
        const QJsonArray all = root[u"findings"].toArray();
        QVERIFY(!all.isEmpty());
        for (const QJsonValue &value : all)
            keepsThePromise(value.toObject());
    }

    void theWorstFirst()
    {
        const QJsonObject worst = findings()[0].toObject();
        QCOMPARE(worst[u"kind"].toString(), u"certificate-expired"_qs);
        QCOMPARE(worst[u"rule"].toString(), u"R01"_qs);
        QCOMPARE(worst[u"severity"].toString(), u"critical"_qs);
        QCOMPARE(worst[u"open"].toBool(), true);
        QCOMPARE(worst[u"muted"].toBool(), false);
        QCOMPARE(worst[u"domain"].toString(), u"one.example"_qs);
        QCOMPARE(worst[u"mx"].toString(), u"mx.one.example"_qs);
        QCOMPARE(worst[u"senders"].toArray().size(), 3);
        QCOMPARE(worst[u"first_day"].toString(), u"2026-10-05"_qs);
        QCOMPARE(worst[u"last_day"].toString(), u"2026-10-10"_qs);
        QCOMPARE(worst[u"occurrences"].toInt(), 180);
        QCOMPARE(worst[u"owner"].toString(), u"mx-operator"_qs);
        QCOMPARE(worst[u"title"].toString(), u"Certificate of mx.one.example expired"_qs);
        QCOMPARE(worst[u"reports"].toArray().size(), 18);
        QVERIFY(worst[u"checks"][0].toString().contains(u"mx.one.example"));
    }

    void filtered()
    {
        const auto isThere = [](const QStringList &filter) {
            for (const QJsonValue &value : findings(filter)) {
                if (value[u"rule"].toString() == u"R01")
                    return true;
            }
            return false;
        };
        QVERIFY(isThere({u"--domain"_qs, u"One.Example."_qs}));
        QVERIFY(isThere({u"--sender"_qs, u"Beta"_qs}));
        QVERIFY(isThere({u"--track"_qs, u"sts"_qs}));
        QVERIFY(!isThere({u"--domain"_qs, u"two.example"_qs}));
        QVERIFY(!isThere({u"--track"_qs, u"tlsa"_qs}));
        QVERIFY(!isThere({u"--to"_qs, u"2026-10-04"_qs}));
    }

    void onlyWhatGoesOn()
    {
        FilledHome home;
        writeReports(home, u"was.example"_qs, [](int day) { return day < 3; });
        QCOMPARE(home.onArchive(u"import"_qs, {home.file(u"in"_qs)}).status, 0);
        const auto told = [&home](const QStringList &options) {
            return home.onArchive(u"findings"_qs, options + QStringList{u"--json"_qs}).json()[u"findings"].toArray();
        };
        const QJsonArray all = told({}), open = told({u"--open"_qs});
        const auto isOpen = [](const QJsonValue &finding) { return finding[u"open"].toBool(); };
        QVERIFY(!std::all_of(all.begin(), all.end(), isOpen)); // else the test says nothing
        QVERIFY(std::all_of(open.begin(), open.end(), isOpen));
        QCOMPARE(open.size(), std::count_if(all.begin(), all.end(), isOpen));
        const QByteArray text = home.onArchive(u"findings"_qs, {u"--open"_qs}).out;
        QVERIFY2(text.contains("GOING ON") && !text.contains("OVER"), text.constData());
        QCOMPARE(home.onArchive(u"findings"_qs, {u"--open"_qs, u"--fail-on"_qs, u"high"_qs}).status, 4);
    }

    void onlyWhatIsNew()
    {
        const auto began = [](const QString &since) {
            QStringList rules;
            for (const QJsonValue &finding : findings({u"--since"_qs, since}))
                rules += finding[u"rule"].toString();
            return rules;
        };
        QVERIFY(began(u"2026-10-05"_qs).contains(u"R01"_qs)); // the day on which it began
        QVERIFY(!began(u"2026-10-06"_qs).contains(u"R01"_qs));
        const QStringList alarm{u"--fail-on"_qs, u"high"_qs, u"--since"_qs};
        QCOMPARE(filled().onArchive(u"findings"_qs, alarm + QStringList{u"2026-10-05"_qs}).status, 4);
        QCOMPARE(filled().onArchive(u"findings"_qs, alarm + QStringList{u"2026-10-06"_qs}).status, 0);
        QCOMPARE(filled().onArchive(u"findings"_qs, alarm + QStringList{u"monday"_qs}).status, 2);
    }

    void mutedOnesAlarmNobody()
    {
        FilledHome home;
        {
            const SystemClock clock; // outlives the archive
            auto archive = Archive::open(home.archive(), Archive::Mode::ReadWrite, clock);
            QVERIFY(archive.has_value());
            QVERIFY((*archive)->muteFinding(u"R01|one.example|mx.one.example|sts|"_qs, u"being renewed"_qs, {}).has_value());
        }
        const Ran ran = home.onArchive(u"findings"_qs, {u"--json"_qs, u"--fail-on"_qs, u"high"_qs});
        QVERIFY2(ran.status == 0, qPrintable(ran.complaint()));
        const QJsonArray all = ran.json()[u"findings"].toArray();
        const auto muted = std::find_if(all.begin(), all.end(), [](const QJsonValue &each) { return each[u"muted"].toBool(); });
        QVERIFY(muted != all.end()); // told, and marked
        QCOMPARE((*muted)[u"rule"].toString(), u"R01"_qs);
    }

    void forPeople()
    {
        const Ran ran = filled().onArchive(u"findings"_qs);
        QVERIFY2(ran.status == 0 && ran.err.isEmpty(), qPrintable(ran.complaint()));
        const QString text = QString::fromUtf8(ran.out);
        for (const char *part :
             {"One problem is open.", "10 October 2026", "GOING ON",
              "Critical: Certificate of mx.one.example expired", "Alpha, Beta and Gamma",
              "Who acts: The operator of mx.one.example.", "1. Renew the certificate",
              "To check:\n      openssl", "Confidence: high"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
        for (const QString &line : text.split(u'\n'))
            QVERIFY2(line.size() <= 100 || line.contains(u"To check:"), qPrintable(line));
    }

    void failOn_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        const QString on = u"--fail-on"_qs;
        QTest::newRow("nothing asked") << QStringList{} << 0;
        QTest::newRow("critical") << QStringList{on, u"critical"_qs} << 4;
        QTest::newRow("high and worse") << QStringList{on, u"high"_qs} << 4;
        QTest::newRow("capitals") << QStringList{on, u"HIGH"_qs} << 4;
        QTest::newRow("as JSON") << QStringList{on, u"high"_qs, u"--json"_qs} << 4;
        QTest::newRow("a healthy domain")
            << QStringList{on, u"high"_qs, u"--domain"_qs, u"two.example"_qs} << 0;
        QTest::newRow("before it began")
            << QStringList{on, u"high"_qs, u"--to"_qs, u"2026-10-04"_qs} << 0;
        QTest::newRow("only failures, and none") << QStringList{on, u"high"_qs, u"--domain"_qs, u"two.example"_qs, u"--only-failures"_qs} << 0;
        QTest::newRow("no severity") << QStringList{on, u"awful"_qs} << 2;
        QTest::newRow("good is no alarm") << QStringList{on, u"good"_qs} << 2;
        QTest::newRow("a file") << QStringList{u"a.json"_qs} << 2;
    }
    void failOn()
    {
        QFETCH(QStringList, arguments);
        const Ran ran = filled().onArchive(u"findings"_qs, arguments);
        QTEST(ran.status, "status");
        QCOMPARE(ran.out.isEmpty(), ran.status == 2);
    }

    void nothingJudgedIsNoAllClear_data()
    {
        QTest::addColumn<QStringList>("filter");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("after the newest") << QStringList{u"--from"_qs, u"2026-10-11"_qs} << QByteArray("1–10 Oct 2026");
        QTest::newRow("before the first") << QStringList{u"--to"_qs, u"2026-09-30"_qs} << QByteArray("No report matches");
        QTest::newRow("no such track") << QStringList{u"--track"_qs, u"tlsa"_qs} << QByteArray("No report matches");
        QTest::newRow("a sender's domain as recipient")
            << QStringList{u"--domain"_qs, u"alpha.example"_qs} << QByteArray("No report");
    }
    void nothingJudgedIsNoAllClear()
    {
        QFETCH(QStringList, filter);
        QFETCH(QByteArray, told);
        const Ran ran = filled().onArchive(u"findings"_qs, filter + QStringList{u"--fail-on"_qs, u"high"_qs});
        QVERIFY2(ran.status == 2 && ran.err.contains(told), qPrintable(ran.complaint()));
        for (const QString &command : {u"findings"_qs, u"summary"_qs}) {
            const Ran asked = filled().onArchive(command, filter);
            QVERIFY2(asked.status == 0 && asked.err.contains(told), qPrintable(asked.complaint()));
            QVERIFY2(!asked.out.contains("No problem"), asked.out.constData());
        }
    }

    /// What `--domain "$DOMAIN"` is where the variable is not set.
    void emptyNames_data()
    {
        QTest::addColumn<QStringList>("filter");
        QTest::newRow("domain") << QStringList{u"--domain"_qs, QString()};
        QTest::newRow("sender") << QStringList{u"--sender"_qs, QString()};
        QTest::newRow("blank") << QStringList{u"--domain"_qs, u" "_qs};
        QTest::newRow("beside others") << QStringList{u"--domain"_qs, u"one.example"_qs, u"--domain="_qs};
    }
    void emptyNames()
    {
        QFETCH(QStringList, filter);
        for (const QString &command : {u"findings"_qs, u"summary"_qs}) {
            const Ran ran = filled().onArchive(command, filter);
            QVERIFY2(ran.status == 2 && ran.out.isEmpty(), qPrintable(ran.complaint()));
            QVERIFY2(ran.err.contains("is empty"), qPrintable(ran.complaint()));
        }
    }

    void emptyAndMissingArchive()
    {
        Home home;
        QCOMPARE(home.onArchive(u"findings"_qs).status, 3);
        home.write(u"in/notes.txt"_qs, "nothing of ours");
        QCOMPARE(home.onArchive(u"import"_qs, {home.file(u"in"_qs)}).status, 0);
        const Ran json =
            home.onArchive(u"findings"_qs, {u"--json"_qs, u"--fail-on"_qs, u"info"_qs});
        QVERIFY2(json.status == 0, qPrintable(json.complaint()));
        QVERIFY(json.json()[u"reference_day"].isNull());
        QVERIFY(json.json()[u"findings"].toArray().isEmpty());
        QCOMPARE(home.onArchive(u"findings"_qs).out,
                 QByteArray("There are no reports to judge.\n"));
    }

    void theSummarySaysSoToo()
    {
        const Ran ran = filled().onArchive(u"summary"_qs);
        QVERIFY2(ran.out.contains("One problem is open, since 5 Oct"), qPrintable(ran.complaint()));
    }

private:
    static void keepsThePromise(const QJsonObject &finding)
    {
        QCOMPARE(
            finding.keys(),
            QStringList({u"checks"_qs, u"confidence"_qs, u"domain"_qs, u"effect"_qs,
                         u"explanation"_qs, u"first_day"_qs, u"fix"_qs, u"kind"_qs, u"last_day"_qs,
                         u"muted"_qs, u"mx"_qs, u"occurrences"_qs, u"open"_qs, u"owner"_qs,
                         u"reports"_qs, u"rule"_qs, u"senders"_qs, u"severity"_qs, u"title"_qs}));
        for (const QString &text : {u"title"_qs, u"explanation"_qs, u"effect"_qs, u"fix"_qs,
                                    u"kind"_qs, u"rule"_qs, u"domain"_qs})
            QVERIFY2(!finding[text].toString().isEmpty(), qPrintable(text));
        const QStringList owners{u"receiving-domain"_qs, u"mx-operator"_qs,
                                 u"policy-host"_qs,      u"dns"_qs,
                                 u"sender"_qs,           u"nobody"_qs};
        QVERIFY(owners.contains(finding[u"owner"].toString()));
        const QStringList severities{u"critical"_qs, u"high"_qs, u"medium"_qs,
                                     u"low"_qs,      u"info"_qs, u"good"_qs};
        QVERIFY(severities.contains(finding[u"severity"].toString()));
        QVERIFY(finding[u"mx"].isNull() || !finding[u"mx"].toString().isEmpty());
        QVERIFY(finding[u"open"].isBool() && finding[u"muted"].isBool());
        QVERIFY(finding[u"confidence"].toInt() >= 0 && finding[u"confidence"].toInt() <= 100);
        QVERIFY(QDate::fromString(finding[u"first_day"].toString(), Qt::ISODate).isValid());
        QVERIFY(finding[u"reports"].isArray() && finding[u"checks"].isArray());
    }
};

QTEST_GUILESS_MAIN(TestFindingsCommand)
#include "test_findingscommand.moc"
