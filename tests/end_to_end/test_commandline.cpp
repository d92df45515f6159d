// SPDX-License-Identifier: GPL-3.0-or-later
// The real program without a window: what it promises to people, to other programs and to shells.
#include "tests/end_to_end/program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <sys/stat.h>

using namespace tlsrpt::test;

namespace
{

const QString first = QStringLiteral("2026-10-01");

/// Two domains, two senders, three days.
void fill(const Home &home)
{
    home.write(u"in/a.json"_qs, report(u"Alpha"_qs, u"one.example"_qs, first, 90, 10));
    home.write(u"in/b.json"_qs, report(u"Alpha"_qs, u"two.example"_qs, u"2026-10-02"_qs, 50, 0));
    home.write(u"in/c.json"_qs, report(u"Beta"_qs, u"one.example"_qs, u"2026-10-03"_qs, 7, 3));
    home.write(u"in/notes.txt"_qs, "nothing of ours");
    const Ran ran = home.onArchive(u"import"_qs, {home.file(u"in"_qs)});
    if (ran.status != 0)
        qFatal("%s", qPrintable(ran.complaint()));
}

QStringList keysOf(const QJsonObject &object)
{
    return object.keys(); // sorted
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void importAsJson()
    {
        Home home;
        home.write(u"in/a.json"_qs, report(u"Alpha"_qs, u"one.example"_qs, first, 9, 1));
        home.write(u"in/again.json"_qs, report(u"Alpha"_qs, u"one.example"_qs, first, 9, 1));
        home.write(u"in/other.json"_qs, report(u"Alpha"_qs, u"one.example"_qs, first, 8, 2));
        home.write(u"in/broken.json"_qs, "{\"organization-name\":");
        home.write(u"in/notes.txt"_qs, "nothing of ours");
        const Ran ran = home.onArchive(u"import"_qs, {u"--json"_qs, home.file(u"in"_qs)});
        QVERIFY2(ran.status == 1, qPrintable(ran.complaint()));
        QVERIFY(ran.err.isEmpty());
        const QJsonObject root = ran.json();
        QCOMPARE(keysOf(root), QStringList({u"ignored"_qs, u"rejected"_qs, u"reports"_qs, u"schema"_qs, u"seconds"_qs}));
        QCOMPARE(root[u"schema"].toInt(), 1);
        QVERIFY(root[u"seconds"].isDouble());
        const QJsonObject expected{{u"imported"_qs, 1}, {u"duplicates"_qs, 1}, {u"conflicts"_qs, 1}};
        QCOMPARE(root[u"reports"].toObject(), expected);
        QCOMPARE(root[u"rejected"].toArray().size(), 1);
        const QJsonObject rejected = root[u"rejected"][0].toObject();
        QCOMPARE(keysOf(rejected), QStringList({u"code"_qs, u"reason"_qs, u"source"_qs}));
        QCOMPARE(rejected[u"code"].toString(), u"not-json"_qs);
        QVERIFY(rejected[u"source"].toString().endsWith(u"broken.json"));
        QVERIFY(rejected[u"reason"].toString().size() > 20);
        QCOMPARE(root[u"ignored"].toArray().size(), 1);
        const QJsonObject ignored = root[u"ignored"][0].toObject();
        QCOMPARE(keysOf(ignored), QStringList({u"code"_qs, u"source"_qs}));
        QCOMPARE(ignored[u"code"].toString(), u"no-report"_qs);
    }

    void importForPeople()
    {
        Home home;
        home.write(u"in/a.json"_qs, report(u"Alpha"_qs, u"one.example"_qs, first, 9, 1));
        home.write(u"in/broken.json"_qs, "{");
        const Ran ran = home.onArchive(u"import"_qs, {home.file(u"in"_qs)});
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.out, QByteArray("1 report imported, 1 rejected.\n"));
        QVERIFY(ran.err.startsWith("tlsrpt-viewer: "));
        QVERIFY(ran.err.contains("broken.json"));
        QCOMPARE(ran.err.count('\n'), 1);
    }

    void withoutArchiveItIsTheUsersOwn()
    {
        Home home;
        const QString in = home.write(u"in/a.json"_qs, report(u"Alpha"_qs, u"one.example"_qs, first, 9, 1));
        QCOMPARE(home.run({u"import"_qs, in}).status, 0);
        const QString own = home.file(u"data/tlsrpt-viewer/archive.sqlite"_qs);
        QVERIFY2(QFileInfo::exists(own), qPrintable(home.everything().join(u'\n')));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(own) & others));
        QCOMPARE(home.run({u"summary"_qs, u"--json"_qs}).json()[u"reports"].toInt(), 1);
        QCOMPARE(home.run({u"check"_qs}).status, 0);
    }

    void summaryAsJson()
    {
        Home home;
        fill(home);
        const QJsonObject root = home.summary();
        QCOMPARE(root[u"schema"].toInt(), 1);
        QCOMPARE(root[u"reports"].toInt(), 3);
        QCOMPARE(root[u"first_day"].toString(), first);
        QCOMPARE(root[u"last_day"].toString(), u"2026-10-03"_qs);
        const QJsonObject sessions{{u"successful"_qs, 147}, {u"failed"_qs, 13}, {u"protected"_qs, 147}, {u"no_policy"_qs, 0}};
        QCOMPARE(root[u"sessions"].toObject(), sessions);
        QCOMPARE(root[u"mx_hosts"][0].toObject()[u"mx"].toString(), u"mx.one.example"_qs);
        QCOMPARE(root[u"mx_hosts"][0].toObject()[u"failed"].toInt(), 13);
    }

    void filters_data()
    {
        QTest::addColumn<QStringList>("filter");
        QTest::addColumn<int>("reports");
        QTest::newRow("domain") << QStringList{u"--domain"_qs, u"one.example"_qs} << 2;
        QTest::newRow("domain as people write it") << QStringList{u"--domain"_qs, u"One.Example."_qs} << 2;
        QTest::newRow("domains") << QStringList{u"--domain"_qs, u"one.example"_qs, u"--domain"_qs, u"two.example"_qs} << 3;
        QTest::newRow("sender") << QStringList{u"--sender"_qs, u"Alpha"_qs} << 2;
        QTest::newRow("senders") << QStringList{u"--sender"_qs, u"Alpha"_qs, u"--sender=Beta"_qs} << 3;
        QTest::newRow("from") << QStringList{u"--from"_qs, u"2026-10-02"_qs} << 2;
        QTest::newRow("to") << QStringList{u"--to"_qs, u"2026-10-02"_qs} << 2;
        QTest::newRow("one day") << QStringList{u"--from"_qs, u"2026-10-02"_qs, u"--to"_qs, u"2026-10-02"_qs} << 1;
        QTest::newRow("tracks") << QStringList{u"--track"_qs, u"sts"_qs, u"--track"_qs, u"none"_qs} << 3;
        QTest::newRow("other track") << QStringList{u"--track"_qs, u"tlsa"_qs} << 0;
        QTest::newRow("failures") << QStringList{u"--only-failures"_qs} << 2;
        QTest::newRow("all of them") << QStringList{u"--domain"_qs, u"one.example"_qs, u"--sender"_qs, u"Beta"_qs, u"--from"_qs, u"2026-10-01"_qs} << 1;
        QTest::newRow("nobody") << QStringList{u"--domain"_qs, u"three.example"_qs} << 0;
    }

    void filters()
    {
        QFETCH(QStringList, filter);
        static Home home;
        static bool filled = false;
        if (!std::exchange(filled, true))
            fill(home);
        QTEST(home.summary(filter)[u"reports"].toInt(), "reports");
    }

    void summaryForPeople()
    {
        Home home;
        fill(home);
        const Ran ran = home.onArchive(u"summary"_qs);
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.out.contains("160 sessions"));
        QVERIFY(ran.out.contains("mx.one.example"));
        QVERIFY(ran.out.contains("Certificate expired"));
    }

    void summaryAsFiles()
    {
        Home home;
        fill(home);
        const QString pdf = home.file(u"s.pdf"_qs), html = home.file(u"s.html"_qs), csv = home.file(u"s.csv"_qs);
        const Ran ran = home.onArchive(u"summary"_qs, {u"--pdf"_qs, pdf, u"--html"_qs, html, u"--csv"_qs, csv, u"--table"_qs, u"servers"_qs});
        QVERIFY2(ran.status == 0, qPrintable(ran.complaint()));
        const auto begin = [](const QString &path) {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(begin(pdf).startsWith("%PDF-"));
        QVERIFY(begin(html).startsWith("<!DOCTYPE html>"));
        QVERIFY(begin(csv).startsWith("mx,"));
        QVERIFY(begin(csv).contains("mx.one.example"));
        QVERIFY(QDir(home.file({})).mkpath(u"tables"_qs));
        QCOMPARE(home.onArchive(u"summary"_qs, {u"--csv"_qs, home.file(u"tables"_qs)}).status, 0);
        QCOMPARE(QDir(home.file(u"tables"_qs)).entryList(QDir::Files),
                 QStringList({u"days.csv"_qs, u"domains.csv"_qs, u"policies.csv"_qs, u"result-types.csv"_qs,
                              u"senders.csv"_qs, u"servers.csv"_qs}));
        QVERIFY(QDir(home.file({})).mkpath(u"chosen"_qs));
        QCOMPARE(home.onArchive(u"summary"_qs, {u"--csv"_qs, home.file(u"chosen"_qs), u"--table"_qs, u"servers"_qs}).status, 0);
        QCOMPARE(QDir(home.file(u"chosen"_qs)).entryList(QDir::Files), QStringList(u"servers.csv"_qs));
    }

    void explains()
    {
        Home home;
        const Ran ran = home.run({u"explain"_qs, u"certificate-expired"_qs});
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.out.contains("What it means") && ran.out.contains("openssl"));
        QCOMPARE(home.run({u"explain"_qs, u"x-never-heard"_qs, u"some reason"_qs}).status, 0);
    }

    void usage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("version") << QStringList{u"--version"_qs} << 0;
        QTest::newRow("help") << QStringList{u"--help"_qs} << 0;
        QTest::newRow("help before a command") << QStringList{u"--help"_qs, u"summary"_qs} << 0;
        for (const QString &command : {u"import"_qs, u"summary"_qs, u"check"_qs, u"explain"_qs}) {
            QTest::addRow("%s --help", qPrintable(command)) << QStringList{command, u"--help"_qs} << 0;
            QTest::addRow("%s --no-such", qPrintable(command)) << QStringList{command, u"--no-such"_qs} << 2;
        }
        QTest::newRow("no such option") << QStringList{u"--no-such"_qs} << 2;
        QTest::newRow("nothing to import") << QStringList{u"import"_qs} << 2;
        QTest::newRow("no such file") << QStringList{u"import"_qs, u"missing.json"_qs} << 2;
        QTest::newRow("no such file for the window") << QStringList{u"missing.json"_qs} << 2;
        QTest::newRow("no display") << QStringList{} << 2;
        QTest::newRow("nothing to explain") << QStringList{u"explain"_qs} << 2;
        QTest::newRow("bad day") << QStringList{u"summary"_qs, u"--from"_qs, u"yesterday"_qs} << 2;
        QTest::newRow("bad track") << QStringList{u"summary"_qs, u"--track"_qs, u"dane"_qs} << 2;
        QTest::newRow("bad table") << QStringList{u"summary"_qs, u"--table"_qs, u"x"_qs} << 2;
        QTest::newRow("bad paper") << QStringList{u"summary"_qs, u"--paper"_qs, u"a5"_qs} << 2;
        QTest::newRow("table of nothing") << QStringList{u"summary"_qs, u"--table"_qs, u"days"_qs} << 2;
        QTest::newRow("paper of nothing") << QStringList{u"summary"_qs, u"--paper"_qs, u"a4"_qs, u"--csv"_qs, u"x.csv"_qs} << 2;
        QTest::newRow("title of nothing") << QStringList{u"summary"_qs, u"--title"_qs, u"T"_qs, u"--csv"_qs, u"x.csv"_qs} << 2;
        QTest::newRow("period backwards") << QStringList{u"summary"_qs, u"--from"_qs, u"2026-02-01"_qs, u"--to"_qs, u"2026-01-01"_qs} << 2;
        QTest::newRow("no archive yet") << QStringList{u"summary"_qs} << 3;
        QTest::newRow("no archive to check") << QStringList{u"check"_qs} << 3;
    }

    void usage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        Home home;
        const Ran ran = home.run(arguments);
        QVERIFY2(ran.status == status, qPrintable(ran.complaint()));
        QVERIFY2(status == 0 ? !ran.out.isEmpty() : ran.err.startsWith("tlsrpt-viewer: "), qPrintable(ran.complaint()));
        QVERIFY2(!home.everything().contains(u"data"_qs), qPrintable(home.everything().join(u'\n'))); // nothing was made
    }

    void theCommandComesFirst_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("archive before") << QStringList{u"--archive"_qs, u"x.sqlite"_qs, u"summary"_qs};
        QTest::newRow("with its options") << QStringList{u"--archive"_qs, u"x.sqlite"_qs, u"summary"_qs, u"--json"_qs};
    }
    void theCommandComesFirst()
    {
        QFETCH(QStringList, arguments);
        Home home;
        const Ran ran = home.run(arguments);
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.err.contains("The command comes first: tlsrpt-viewer summary"), qPrintable(ran.complaint()));
    }

    void noFileIsCalledDash_data()
    {
        QTest::addColumn<QString>("option");
        for (const char *option : {"--pdf", "--html", "--csv"})
            QTest::newRow(option) << QString::fromLatin1(option);
    }
    void noFileIsCalledDash()
    {
        QFETCH(QString, option);
        Home home;
        fill(home);
        const Ran ran = home.onArchive(u"summary"_qs, {option, u"-"_qs});
        QVERIFY2(ran.status == 2 && ran.err.contains("writes a file"), qPrintable(ran.complaint()));
    }

    /// A terminal sees how far it is, in one line that is gone at the end; a log does not.
    void progress()
    {
        Home home;
        for (int i = 0; i < 3; ++i)
            home.write(u"in/%1.json"_qs.arg(i), report(u"Alpha"_qs, u"one.example"_qs, first, 90 + i, 10));
        const QStringList arguments{u"import"_qs, u"--archive"_qs, home.archive(), home.file(u"in"_qs)};
        const QString command = u"'" + QStringLiteral(TLSRPT_PROGRAM) + u"' '" + arguments.join(u"' '"_qs) + u'\'';
        const Ran seen = home.runOther(u"script"_qs, {u"--quiet"_qs, u"--return"_qs, u"--command"_qs, command, u"/dev/null"_qs});
        QVERIFY2(seen.status == 0, qPrintable(seen.complaint()));
        QVERIFY2(seen.out.contains("\r3 of 3 files: "), seen.out.constData());
        const QList<QByteArray> lines = seen.out.trimmed().split('\r');
        QVERIFY2(lines.at(lines.size() - 2).trimmed().isEmpty(), seen.out.constData()); // written over
        QVERIFY2(lines.last().startsWith("1 report imported"), seen.out.constData());
        QCOMPARE(home.run(arguments).err, QByteArray());
    }

    void fullDisk_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"summary --json", "summary", "findings --json", "findings --fail-on high", "check"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }

    /// What a cron job pipes into a file is there, or the status says that it is not.
    void fullDisk()
    {
        QFETCH(QString, command);
        Home home;
        fill(home);
        const QString line = u"'%1' %2 --archive '%3' >/dev/full"_qs.arg(QStringLiteral(TLSRPT_PROGRAM), command, home.archive());
        const Ran ran = home.runOther(u"sh"_qs, {u"-c"_qs, line});
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.err.contains("No space left"), ran.err.constData());
    }

    /// They are not replaced by files.
    void devices_data()
    {
        QTest::addColumn<QString>("option");
        for (const char *option : {"--pdf", "--html", "--csv"})
            QTest::newRow(option) << QString::fromLatin1(option);
    }

    void devices()
    {
        QFETCH(QString, option);
        Home home;
        fill(home);
        QVERIFY(mkfifo(home.file(u"pipe"_qs).toLocal8Bit().constData(), 0600) == 0);
        const Ran ran = home.onArchive(u"summary"_qs, {option, home.file(u"pipe"_qs)});
        QCOMPARE(ran.status, 2);
        QVERIFY(!QFileInfo(home.file(u"pipe"_qs)).isFile());
    }

    void namesThatNoReportHas()
    {
        Home home;
        fill(home);
        const QStringList mistyped{u"--domain"_qs, u"onee.example"_qs};
        Ran ran = home.onArchive(u"summary"_qs, mistyped);
        QCOMPARE(ran.status, 0);
        QVERIFY2(ran.err.contains("\"onee.example\""), ran.err.constData());
        ran = home.onArchive(u"findings"_qs, mistyped + QStringList{u"--fail-on"_qs, u"info"_qs});
        QCOMPARE(ran.status, 2);
        ran = home.onArchive(u"findings"_qs, {u"--domain"_qs, u"TWO.example"_qs, u"--sender"_qs, u"alpha"_qs, u"--fail-on"_qs, u"critical"_qs});
        QVERIFY2(ran.status == 0 && ran.err.isEmpty(), qPrintable(ran.complaint()));
    }

    void deadDisplay()
    {
        Home home;
        home.setVariable(u"DISPLAY"_qs, u":60999"_qs);
        home.setVariable(u"QT_QPA_PLATFORM"_qs, u"xcb"_qs);
        const Ran ran = home.run({});
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.err.contains("There is no display") && !ran.err.contains("einstall"), ran.err.constData());
    }

    /// A mistyped folder is told and not made.
    void noSuchFolder()
    {
        Home home;
        const QString in = home.write(u"a.json"_qs, report(u"Alpha"_qs, u"one.example"_qs, first, 9, 1));
        const Ran ran = home.run({u"import"_qs, u"--archive"_qs, home.file(u"no/such/x.sqlite"_qs), in});
        QCOMPARE(ran.status, 3);
        QVERIFY(ran.err.contains("no/such/x.sqlite"));
        QVERIFY(!QFileInfo::exists(home.file(u"no"_qs)));
    }

    void missingFileAndTheRest()
    {
        Home home;
        const QString in = home.write(u"a.json"_qs, report(u"Alpha"_qs, u"one.example"_qs, first, 9, 1));
        const Ran ran = home.onArchive(u"import"_qs, {home.file(u"missing.json"_qs), in});
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.err.contains("missing.json"));
        QCOMPARE(home.summary()[u"reports"].toInt(), 1);
    }

    void whatCannotBeWritten_data()
    {
        QTest::addColumn<QString>("option");
        for (const char *option : {"--pdf", "--html", "--csv"})
            QTest::newRow(option) << QString::fromLatin1(option);
    }

    void whatCannotBeWritten()
    {
        QFETCH(QString, option);
        Home home;
        fill(home);
        const Ran ran = home.onArchive(u"summary"_qs, {option, home.file(u"no/such/folder/x"_qs)});
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.err.contains("no/such/folder/x"));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_commandline.moc"
