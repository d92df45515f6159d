// SPDX-License-Identifier: GPL-3.0-or-later
// The real program on archives that are missing, somebody else's, damaged, newer or half written.
#include "tests/end_to_end/program.h"
#include "tests/support/corpus/corpus.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::test;

namespace
{

void execute(const QString &archive, const QString &statement)
{
    const QString name = QStringLiteral("damage");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(archive);
        if (!database.open())
            qFatal("cannot open %s", qPrintable(archive));
        QSqlQuery query(database);
        if (!query.exec(statement))
            qFatal("%s", qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(name);
}

/// An archive of 300 reports: enough pages to damage one.
void fill(const Home &home)
{
    if (!made::writeCorpus(made::Corpus({300, 5}), made::Format::Gz, home.file(u"in"_qs)))
        qFatal("cannot write the corpus");
    const Ran ran = home.onArchive(u"import"_qs, {home.file(u"in"_qs)});
    if (ran.status != 0)
        qFatal("%s", qPrintable(ran.complaint()));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestArchives : public QObject
{
    Q_OBJECT

    static void everyCommandSaysSo(const Home &home)
    {
        const QString in = home.write(u"in/new.json"_qs, report(u"New"_qs, u"new.example"_qs, u"2026-10-01"_qs, 1, 0));
        for (const Ran &ran : {home.onArchive(u"summary"_qs), home.onArchive(u"summary"_qs, {u"--json"_qs}),
                               home.onArchive(u"check"_qs), home.onArchive(u"import"_qs, {in})}) {
            QVERIFY2(ran.status == 3, qPrintable(ran.complaint()));
            QVERIFY(ran.out.isEmpty());
            QVERIFY(ran.err.contains("archive.sqlite"));
        }
    }

private slots:
    void soundOneIsSound()
    {
        Home home;
        fill(home);
        const Ran ran = home.onArchive(u"check"_qs);
        QVERIFY2(ran.status == 0, qPrintable(ran.complaint()));
        QVERIFY(ran.err.isEmpty());
        QCOMPARE(home.summary()[u"reports"].toInt(), 300);
    }

    void missing()
    {
        Home home;
        QCOMPARE(home.onArchive(u"summary"_qs).status, 3);
        QCOMPARE(home.onArchive(u"check"_qs).status, 3);
        QVERIFY(!QFileInfo::exists(home.archive())); // only an import makes one
        const QString in = home.write(u"in/new.json"_qs, report(u"New"_qs, u"new.example"_qs, u"2026-10-01"_qs, 1, 0));
        const Ran ran = home.run({u"import"_qs, u"--archive"_qs, home.write(u"file"_qs, "x") + u"/a.sqlite", in});
        QVERIFY2(ran.status == 3, qPrintable(ran.complaint()));
    }

    void notOurs_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("this is somebody's diary\n").repeated(500);
        QTest::newRow("zeros") << QByteArray(8192, '\0');
        QTest::newRow("begins like SQLite") << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, 'x');
    }

    void notOurs()
    {
        QFETCH(QByteArray, content);
        Home home;
        home.write(u"archive.sqlite"_qs, content);
        everyCommandSaysSo(home);
        QCOMPARE(contentOf(home.archive()), content); // untouched
    }

    void anotherProgramsDatabase()
    {
        Home home;
        execute(home.archive(), u"CREATE TABLE songs (title TEXT)"_qs);
        everyCommandSaysSo(home);
    }

    void ofANewerVersion()
    {
        Home home;
        fill(home);
        execute(home.archive(), u"PRAGMA user_version = 4711"_qs);
        everyCommandSaysSo(home);
        QVERIFY(home.onArchive(u"summary"_qs).err.contains("newer"));
    }

    void truncated()
    {
        Home home;
        fill(home);
        QFile file(home.archive());
        QVERIFY(file.resize(file.size() / 2));
        QCOMPARE(home.onArchive(u"check"_qs).status, 3);
    }

    void overwritten()
    {
        Home home;
        fill(home);
        QFile file(home.archive());
        QVERIFY(file.open(QIODevice::ReadWrite));
        constexpr qint64 page = 4096;
        for (qint64 at = page; at + page < file.size(); at += 3 * page) {
            QVERIFY(file.seek(at));
            QCOMPARE(file.write(QByteArray(page, '\xA5')), page);
        }
        file.close();
        const Ran ran = home.onArchive(u"check"_qs);
        QVERIFY2(ran.status == 3, qPrintable(ran.complaint()));
        const int summary = home.onArchive(u"summary"_qs).status;
        QVERIFY2(summary == 0 || summary == 3, "it neither crashes nor hangs");
    }

    /// What is only looked at needs no right to write.
    void readOnly()
    {
        Home home;
        fill(home);
        QVERIFY(QFile::setPermissions(home.archive(), QFile::ReadOwner));
        const Ran ran = home.onArchive(u"check"_qs);
        QVERIFY2(ran.status == 0, qPrintable(ran.complaint()));
    }

    /// It will be one with the first import; until then it is none, and nothing to be called sound.
    void empty()
    {
        Home home;
        home.write(u"archive.sqlite"_qs, {});
        QVERIFY(QFile::setPermissions(home.archive(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
        QCOMPARE(home.onArchive(u"check"_qs).status, 3);
        QCOMPARE(home.onArchive(u"summary"_qs).status, 3);
        QCOMPARE(QFileInfo(home.archive()).size(), 0);
        const QString in = home.write(u"in/new.json"_qs, report(u"New"_qs, u"new.example"_qs, u"2026-10-01"_qs, 1, 0));
        QCOMPARE(home.onArchive(u"import"_qs, {in}).status, 0);
        QVERIFY(!(QFile::permissions(home.archive()) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void changedByHand()
    {
        Home home;
        fill(home);
        execute(home.archive(), u"PRAGMA foreign_keys = OFF"_qs);
        execute(home.archive(), u"DELETE FROM text_ WHERE id IN (SELECT id FROM text_ LIMIT 3)"_qs);
        const Ran ran = home.onArchive(u"check"_qs);
        QVERIFY2(ran.status == 3, qPrintable(ran.complaint()));
        QVERIFY(ran.err.count('\n') > 1); // what is wrong, and then the verdict
    }

    void lockedByAnotherProgram()
    {
        Home home;
        fill(home);
        const QString in = home.write(u"in/new.json"_qs, report(u"New"_qs, u"new.example"_qs, u"2026-10-01"_qs, 1, 0));
        QProcess other;
        other.start(u"sqlite3"_qs, {home.archive()});
        if (!other.waitForStarted())
            QSKIP("without the program sqlite3");
        other.write("BEGIN EXCLUSIVE; SELECT 'locked';\n");
        QVERIFY(other.waitForReadyRead());
        QCOMPARE(other.readAllStandardOutput(), "locked\n");
        QCOMPARE(home.summary()[u"reports"].toInt(), 300); // reading does not wait
        QProcess waiting;
        waiting.setProcessEnvironment(home.environment());
        waiting.start(QStringLiteral(TLSRPT_PROGRAM), {u"import"_qs, u"--archive"_qs, home.archive(), in});
        QVERIFY(waiting.waitForStarted());
        QVERIFY(!waiting.waitForFinished(1000)); // writing does
        other.write("COMMIT;\n.quit\n");
        QVERIFY(other.waitForFinished());
        QVERIFY(waiting.waitForFinished());
        QVERIFY2(waiting.exitCode() == 0, waiting.readAllStandardError().constData());
        QCOMPARE(home.summary()[u"reports"].toInt(), 301);
    }

    /// Killed at once, in the middle and nearly done: what is there is whole, and the rest comes
    /// with the next import.
    void killedImport()
    {
        constexpr int reports = 3000;
        Home home;
        QVERIFY(made::writeCorpus(made::Corpus({reports, 9}), made::Format::Gz, home.file(u"in"_qs)));
        int interrupted = 0;
        for (const int bytes : {0, 60'000, 200'000}) {
            QProcess process;
            process.setProcessEnvironment(home.environment());
            process.start(QStringLiteral(TLSRPT_PROGRAM), {u"import"_qs, u"--archive"_qs, home.archive(), home.file(u"in"_qs)});
            QVERIFY(process.waitForStarted());
            const auto written = [&] { return QFileInfo(home.archive()).size() + QFileInfo(home.archive() + u"-wal").size(); };
            const qint64 before = written();
            while (!process.waitForFinished(1) && written() - before <= bytes) { }
            process.kill();
            process.waitForFinished();
            interrupted += process.exitStatus() == QProcess::CrashExit;
            if (bytes > 0) { // else it may not have become an archive yet
                const Ran check = home.onArchive(u"check"_qs);
                QVERIFY2(check.status == 0, qPrintable(check.complaint()));
            }
        }
        QVERIFY(interrupted > 0);
        const Ran again = home.onArchive(u"import"_qs, {u"--json"_qs, home.file(u"in"_qs)});
        QVERIFY2(again.status == 0, qPrintable(again.complaint()));
        const QJsonObject counts = again.json()[u"reports"].toObject();
        QCOMPARE(counts[u"imported"].toInt() + counts[u"duplicates"].toInt(), reports);
        QCOMPARE(home.summary()[u"reports"].toInt(), reports);
        QCOMPARE(home.onArchive(u"check"_qs).status, 0);
    }

    /// Two imports into one archive at once: each report once, nothing broken.
    void twoAtOnce()
    {
        Home home;
        QVERIFY(made::writeCorpus(made::Corpus({1000, 3}), made::Format::Gz, home.file(u"in"_qs)));
        QProcess both[2];
        for (QProcess &process : both) {
            process.setProcessEnvironment(home.environment());
            process.start(QStringLiteral(TLSRPT_PROGRAM), {u"import"_qs, u"--archive"_qs, home.archive(), home.file(u"in"_qs)});
        }
        for (QProcess &process : both) {
            QVERIFY(process.waitForFinished(120'000));
            QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        }
        QCOMPARE(home.summary()[u"reports"].toInt(), 1000);
        QCOMPARE(home.onArchive(u"check"_qs).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestArchives)
#include "test_archives.moc"
