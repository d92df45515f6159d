// SPDX-License-Identifier: GPL-3.0-or-later
// A folder somebody filled to do harm, beside good reports; and names that a terminal obeys.
#include "tests/end_to_end/bombs.h"
#include "tests/end_to_end/program.h"
#include "tests/end_to_end/strangers.h"
#include "tests/support/corpus/corpus.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QMap>
#include <QRandomGenerator>
#include <QTest>

#include <sys/resource.h>

using namespace tlsrpt;
using namespace tlsrpt::test;

namespace
{

/// Of the largest program that was started and has ended, in bytes.
qint64 peakOfChildren()
{
    rusage usage = {};
    getrusage(RUSAGE_CHILDREN, &usage);
    return usage.ru_maxrss * 1024;
}

QByteArray noise(int bytes)
{
    QByteArray result(bytes, Qt::Uninitialized);
    QRandomGenerator random(7);
    for (char &c : result)
        c = static_cast<char>(random.bounded(256));
    return result;
}

} // namespace

class TestHostileInputs : public QObject
{
    Q_OBJECT

    Home m_home;
    Ran m_ran;
    QMap<QString, QJsonObject> m_rejected; ///< by the file's own name
    QStringList m_before;

    QByteArray good(int day) const
    {
        return report(u"Good"_qs, u"example.org"_qs, u"2026-10-0%1"_qs.arg(day), 90, 10);
    }

private slots:
    void initTestCase()
    {
        const QString in = u"deep/er/in/"_qs;
        m_home.write(in + u"good.json"_qs, good(1));
        m_home.write(in + u"good.json.gz"_qs, made::gzip(good(2)));
        m_home.write(in + u"climbs.zip"_qs, zipOf("../../x.json", good(3)));
        m_home.write(in + u"climbs-more.zip"_qs, zipOf("/../../../../../../../../tmp/tlsrpt-climbed.json", good(4)));
        const QByteArray packed = made::gzip(good(5));
        m_home.write(in + u"truncated.json.gz"_qs, packed.left(packed.size() / 2));
        m_home.write(in + u"empty.json"_qs, {});
        m_home.write(in + u"random.json"_qs, noise(20'000));
        m_home.write(in + u"deep.json"_qs, "{\"policies\":" + QByteArray(200'000, '['));
        m_home.write(in + u"closed-deep.json"_qs, "{\"policies\":" + QByteArray(50'000, '[') + QByteArray(50'000, ']') + '}');
        m_home.write(in + u"bomb.json.gz"_qs, gzipBomb(2048));
        m_home.write(in + u"bomb.zip"_qs, zipBomb("bomb.json", 1024));
        m_home.write(in + u"sixty.zip"_qs, nestedZips(60, good(6)));
        m_before = m_home.everything();
        m_ran = m_home.onArchive(u"import"_qs, {u"--json"_qs, m_home.file(u"deep/er/in"_qs)});
        for (const QJsonValue &value : m_ran.json()[u"rejected"].toArray()) {
            const QString file = value.toObject()[u"source"].toString().section(u" › "_qs, 0, 0).section(u'/', -1);
            QVERIFY2(!m_rejected.contains(file), qPrintable(file));
            m_rejected.insert(file, value.toObject());
        }
    }

    void eachIsRejectedForItsReason_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *file, const char *code) {
            QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(code);
        };
        row("truncated.json.gz", "truncated");
        row("empty.json", "empty");
        row("random.json", "not-json");
        row("deep.json", "not-json");
        row("closed-deep.json", "not-json");
        row("bomb.json.gz", "ratio-exceeded");
        row("bomb.zip", "ratio-exceeded");
        row("sixty.zip", "nested-too-deep");
    }

    void eachIsRejectedForItsReason()
    {
        QFETCH(QString, file);
        QVERIFY2(m_rejected.contains(file), qPrintable(m_ran.complaint()));
        const QJsonObject rejected = m_rejected[file];
        QTEST(rejected[u"code"].toString(), "code");
        QVERIFY(rejected[u"reason"].toString().endsWith(u'.'));
    }

    void nothingElseIsRejected()
    {
        QCOMPARE(m_rejected.size(), 8);
        QVERIFY(m_ran.json()[u"ignored"].toArray().isEmpty());
    }

    void goodOnesAreImported()
    {
        QCOMPARE(m_ran.status, 1);
        QCOMPARE(m_ran.json()[u"reports"].toObject()[u"imported"].toInt(), 4);
        QCOMPARE(m_home.summary()[u"sessions"].toObject()[u"failed"].toInt(), 40);
        QCOMPARE(m_home.onArchive(u"check"_qs).status, 0);
    }

    void memoryIsBounded()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a sanitizer's own memory is counted too");
#endif
        const qint64 megabytes = peakOfChildren() >> 20;
        QVERIFY2(megabytes < 300, qPrintable(QString::number(megabytes)));
    }

    void nothingIsWrittenOutside()
    {
        QStringList made = m_home.everything();
        for (const QString &name : m_before)
            made.removeOne(name);
        made.removeIf([](const QString &name) { return name.startsWith(u"archive.sqlite"); });
        QVERIFY2(made.isEmpty(), qPrintable(made.join(u'\n'))); // temporary files neither
        QVERIFY(!QFile::exists(u"/tmp/tlsrpt-climbed.json"_qs));
    }

    void aTerminalIsNeverGivenOrders()
    {
        const QString evil = u"a\x1b]0;owned\x07\x1b[2J\u009B31m\u202Egnp.exe\x7f\r\b"_qs;
        Home home;
        home.write(u"in/r.json"_qs, report(evil, u"example.org"_qs, u"2026-10-01"_qs, 1, 1));
        home.write(u"in/"_qs + evil + u".json"_qs, "{broken");
        home.write(u"in/"_qs + evil + u".zip"_qs, zipOf(evil.toUtf8() + ".json", "{broken"));
        const QList<Ran> runs{home.onArchive(u"import"_qs, {home.file(u"in"_qs)}),
                              home.onArchive(u"import"_qs, {u"--json"_qs, home.file(u"in"_qs)}),
                              home.onArchive(u"import"_qs, {home.file(evil)}),
                              home.onArchive(u"summary"_qs),
                              home.onArchive(u"summary"_qs, {u"--json"_qs}),
                              home.onArchive(u"summary"_qs, {u"--track"_qs, evil}),
                              home.onArchive(u"summary"_qs, {u"--"_qs + evil}),
                              home.onArchive(u"check"_qs, {evil}),
                              home.run({u"summary"_qs, u"--archive"_qs, home.file(evil)}),
                              home.run({u"explain"_qs, evil, evil}),
                              home.run({evil})};
        for (qsizetype i = 0; i < runs.size(); ++i) {
            const QByteArray number = QByteArray::number(i) + ": " + runs[i].complaint().toUtf8();
            QVERIFY2(runs[i].status >= 0, number.constData());
            QVERIFY2(!runs[i].out.isEmpty() || !runs[i].err.isEmpty(), number.constData());
            QVERIFY2(!actsOnATerminal(runs[i].out), number.constData());
            QVERIFY2(!actsOnATerminal(runs[i].err), number.constData());
            QVERIFY2(!turnsTheReading(QString::fromUtf8(runs[i].err)), number.constData());
        }
        QVERIFY(!turnsTheReading(QString::fromUtf8(runs[3].out))); // for people
        // Programs still get every character.
        QCOMPARE(runs[4].json()[u"senders"][0].toObject()[u"sender"].toString(), evil.trimmed());
        QCOMPARE(runs[1].json()[u"rejected"].toArray().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestHostileInputs)
#include "test_hostileinputs.moc"
