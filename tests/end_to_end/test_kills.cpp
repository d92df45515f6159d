// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at random changes of a file while the real program imports, fetches, migrates or deletes:
// the archive stays sound, holds whole reports only, and doing it again gives exactly what it would
// have been. TLSRPT_KILLS rounds of each (8; before a release 50, four minutes).
#include "core/unpack/unpack.h"
#include "tests/end_to_end/program.h"
#include "tests/support/corpus/corpus.h"
#include "tests/support/dovecot/dovecot.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include <functional>

using namespace tlsrpt;
using namespace tlsrpt::test;

namespace
{

QStringList rowsOf(const QString &archive, const QString &question)
{
    QStringList rows;
    const QString name = QStringLiteral("kills");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(archive);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        if (!query.exec(question))
            qFatal("%s: %s", qPrintable(archive), qPrintable(query.lastError().text()));
        while (query.next())
            rows << query.value(0).toString();
    }
    QSqlDatabase::removeDatabase(name);
    return rows;
}

/// One line a report: who it is, and how much of it is there.
QSet<QString> reportsOf(const QString &archive)
{
    if (rowsOf(archive, QStringLiteral("SELECT name FROM sqlite_master WHERE name='report_'")).isEmpty())
        return {}; // killed before it was an archive
    const QStringList rows = rowsOf(archive, QStringLiteral(
        "SELECT hex(identity) || hex(content)"
        " || (SELECT ' ' || count(*) || ' ' || total(successful) || ' ' || total(failed)"
        "     FROM policy_result_ p WHERE p.report_id = r.id)"
        " || (SELECT ' ' || count(*) || ' ' || total(occurrences) FROM policy_result_ p"
        "     JOIN failure_ f ON f.policy_result_id = p.id WHERE p.report_id = r.id)"
        " || (SELECT ' ' || count(*) || ' ' || total(length(bytes)) FROM original_ o WHERE o.report_id = r.id)"
        " FROM report_ r"));
    return {rows.begin(), rows.end()};
}

int rounds()
{
    const int asked = qEnvironmentVariableIntValue("TLSRPT_KILLS");
    return asked > 0 ? asked : 8;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isSound(const Home &home)
{
    const Ran checked = home.onArchive(QStringLiteral("check"));
    if (checked.status != 0)
        qWarning("%s", qPrintable(checked.complaint()));
    return checked.status == 0;
}

} // namespace

class TestKills : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void imports();
    void fetches();
    void migrations();
    void deletions();

private:
    using Work = std::function<Ran()>;
    /// Each round `begin` makes the home as it was before, `work` is killed at a random change and
    /// done once more.
    void killAndRepeat(Home &home, const std::function<void()> &begin, const Work &work);
    long changesOf(Home &home, const Work &work);
    void putBack(const Home &home, const QByteArray &archive) const; ///< empty: none

    QRandomGenerator m_random{20261130};
};

void TestKills::initTestCase()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer wants to be loaded first");
#endif
}

long TestKills::changesOf(Home &home, const Work &work)
{
    const QString count = home.file(QStringLiteral("writes"));
    home.setVariable(QStringLiteral("LD_PRELOAD"), QStringLiteral(TLSRPT_KILLATWRITE));
    home.setVariable(QStringLiteral("TLSRPT_WRITES"), count);
    const Ran ran = work();
    home.unsetVariable(QStringLiteral("TLSRPT_WRITES"));
    home.unsetVariable(QStringLiteral("LD_PRELOAD"));
    if (ran.status != 0)
        qFatal("%s", qPrintable(ran.complaint()));
    return contentOf(count).trimmed().toLong();
}

void TestKills::killAndRepeat(Home &home, const std::function<void()> &begin, const Work &work)
{
    begin();
    QSet<QString> possible = QFile::exists(home.archive()) ? reportsOf(home.archive()) : QSet<QString>();
    const long changes = changesOf(home, work);
    QVERIFY2(changes > 10, qPrintable(QString::number(changes)));
    const QSet<QString> expected = reportsOf(home.archive());
    const QJsonObject summary = home.summary();
    possible.unite(expected);

    int killed = 0;
    for (int round = 0; round < rounds(); ++round) {
        begin();
        const int moment = m_random.bounded(1, int(changes) + 1);
        home.setVariable(QStringLiteral("LD_PRELOAD"), QStringLiteral(TLSRPT_KILLATWRITE));
        home.setVariable(QStringLiteral("TLSRPT_KILL_AT_WRITE"), QString::number(moment));
        const bool diedEarly = work().status == -1;
        killed += diedEarly;
        home.unsetVariable(QStringLiteral("TLSRPT_KILL_AT_WRITE"));
        home.unsetVariable(QStringLiteral("LD_PRELOAD"));

        const QByteArray told = QByteArray::number(moment) + " of " + QByteArray::number(qlonglong(changes))
                              + (diedEarly ? "" : ", not reached");
        if (QFile::exists(home.archive())) {
            QVERIFY2(isSound(home), told.constData());
            QVERIFY2(possible.contains(reportsOf(home.archive())), told.constData());
        }
        const Ran again = work();
        QVERIFY2(again.status == 0, qPrintable(QString::fromLatin1(told) + again.complaint()));
        QVERIFY2(isSound(home), told.constData());
        QVERIFY2(reportsOf(home.archive()) == expected, told.constData());
        QCOMPARE(home.summary(), summary);
    }
    QVERIFY2(killed >= rounds() / 2, qPrintable(QString::number(killed)));
}

void TestKills::putBack(const Home &home, const QByteArray &archive) const
{
    for (const QString &rest : home.everything()) {
        if (rest.startsWith(u"archive.sqlite"))
            QFile::remove(home.file(rest));
    }
    if (!archive.isEmpty())
        home.write(QStringLiteral("archive.sqlite"), archive);
}

void TestKills::imports()
{
    Home home;
    QVERIFY(made::writeCorpus(made::Corpus({5000, 5}), made::Format::Mbox, home.file(QStringLiteral("a.mbox"))));
    QVERIFY(made::writeCorpus(made::Corpus({300, 6}), made::Format::Gz, home.file(QStringLiteral("gz"))));
    killAndRepeat(home, [&] { putBack(home, {}); },
                  [&] {
        return home.onArchive(QStringLiteral("import"), {home.file(QStringLiteral("a.mbox")), home.file(QStringLiteral("gz"))});
    });
}

void TestKills::fetches()
{
    if (const QString missing = made::Dovecot::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    made::Dovecot server;
    QVERIFY2(server.start(), server.log().constData());
    const made::Corpus corpus({1200, 7});
    for (int i = 0; i < corpus.size(); ++i)
        QVERIFY(server.deliver(made::toMail(corpus.at(i))));
    Home home;
    const QString secret = home.write(QStringLiteral("secret"), QByteArray(made::Dovecot::password) + '\n');
    const Ran added = home.run({QStringLiteral("mailbox"), QStringLiteral("add"), QStringLiteral("work"),
                                QStringLiteral("--host"), QStringLiteral("127.0.0.1"), QStringLiteral("--port"),
                                QString::number(server.tlsPort()), QStringLiteral("--user"),
                                QLatin1String(made::Dovecot::user), QStringLiteral("--ca-file"),
                                server.certificates().authority(), QStringLiteral("--password-command"),
                                QStringLiteral("cat ") + secret});
    QVERIFY2(added.status == 0, qPrintable(added.complaint()));
    killAndRepeat(home, [&] { putBack(home, {}); }, [&] { return home.onArchive(QStringLiteral("fetch")); });
}

void TestKills::migrations()
{
    Home home;
    QFile packed(QStringLiteral(TEST_DATA_DIR "/store/schema1.sqlite.gz"));
    QVERIFY(packed.open(QIODevice::ReadOnly));
    const auto old = unpackOriginal(packed.readAll(), Packing::Gzip, Limits{});
    QVERIFY(old.has_value());
    const QString note = home.write(QStringLiteral("note.txt"), "no report"); // an import of nothing
    killAndRepeat(home, [&] { putBack(home, *old); }, [&] { return home.onArchive(QStringLiteral("import"), {note}); });
}

void TestKills::deletions()
{
    Home home;
    QVERIFY(made::writeCorpus(made::Corpus({2000, 5}), made::Format::Mbox, home.file(QStringLiteral("a.mbox"))));
    const Ran imported = home.onArchive(QStringLiteral("import"), {home.file(QStringLiteral("a.mbox"))});
    QVERIFY2(imported.status == 0, qPrintable(imported.complaint()));
    const QJsonObject all = home.summary();
    const QString middle = rowsOf(home.archive(), QStringLiteral("SELECT day FROM reports ORDER BY day LIMIT 1 OFFSET 1000")).value(0);
    const QByteArray full = contentOf(home.archive());
    killAndRepeat(home, [&] { putBack(home, full); },
                  [&] { return home.runOther(QStringLiteral(TLSRPT_DELETER), {home.archive(), middle}); });
    QVERIFY(home.summary()[u"reports"].toInt() < all[u"reports"].toInt());
}

QTEST_GUILESS_MAIN(TestKills)
#include "test_kills.moc"
