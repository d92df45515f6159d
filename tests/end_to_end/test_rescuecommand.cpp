// SPDX-License-Identifier: GPL-3.0-or-later
// Archives that are damaged or of an earlier version, as somebody at a terminal meets them.
#include "tests/end_to_end/program.h"
#include "tests/support/corpus/corpus.h"

#include "core/unpack/unpack.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::test;

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// 300 reports, and every tenth page behind the definitions is noise.
void makeDamaged(const Home &home)
{
    if (!made::writeCorpus(made::Corpus({300, 5}), made::Format::Gz, home.file(u"in"_qs)))
        qFatal("cannot write the corpus");
    const Ran ran = home.onArchive(u"import"_qs, {home.file(u"in"_qs)});
    if (ran.status != 0)
        qFatal("%s", qPrintable(ran.complaint()));
    constexpr qint64 page = 4096;
    QByteArray bytes = contentOf(home.archive());
    for (qint64 at = 12 * page; at + page < bytes.size(); at += 10 * page)
        bytes.replace(at, page, QByteArray(page, '\xA5'));
    home.write(u"archive.sqlite"_qs, bytes);
}

} // namespace

class TestRescueCommand : public QObject
{
    Q_OBJECT

private slots:
    void saysHowMany()
    {
        Home home;
        makeDamaged(home);
        const QByteArray damaged = contentOf(home.archive());
        const Ran check = home.onArchive(u"check"_qs);
        QCOMPARE(check.status, 3);
        QVERIFY2(QString::fromUtf8(check.err).contains(u"tlsrpt-viewer rescue %1 NEW"_qs.arg(home.archive())), check.err.constData());

        const Ran text = home.run({u"rescue"_qs, home.archive(), home.file(u"new.sqlite"_qs)});
        QVERIFY2(text.status == 1, qPrintable(text.complaint()));
        const Ran json = home.run({u"rescue"_qs, u"--json"_qs, home.archive(), home.file(u"json.sqlite"_qs)});
        QVERIFY2(json.status == 1, qPrintable(json.complaint()));
        const QJsonObject reports = json.json()[u"reports"].toObject();
        const int saved = reports[u"saved"].toInt();
        QCOMPARE(reports[u"total"].toInt(), 300);
        QVERIFY(saved > 150 && saved < 300);
        QVERIFY2(QString::fromUtf8(text.out).startsWith(u"%1 of 300 report"_qs.arg(saved)), text.out.constData());
        QCOMPARE(contentOf(home.archive()), damaged);

        const Ran sound = home.run({u"check"_qs, u"--archive"_qs, home.file(u"new.sqlite"_qs)});
        QVERIFY2(sound.status == 0, qPrintable(sound.complaint()));
        const Ran summary = home.run({u"summary"_qs, u"--json"_qs, u"--archive"_qs, home.file(u"new.sqlite"_qs)});
        QCOMPARE(summary.json()[u"reports"].toInt(), saved);
        // The files fill the gaps.
        const Ran again = home.run({u"import"_qs, u"--json"_qs, u"--archive"_qs, home.file(u"new.sqlite"_qs), home.file(u"in"_qs)});
        QCOMPARE(again.json()[u"reports"].toObject()[u"imported"].toInt(), 300 - saved);
        QCOMPARE(again.json()[u"reports"].toObject()[u"duplicates"].toInt(), saved);
    }

    void wrongUse()
    {
        Home home;
        const QString diary = home.write(u"diary.txt"_qs, QByteArray("dear diary\n").repeated(500));
        const QString target = home.file(u"new.sqlite"_qs);
        QCOMPARE(home.run({u"rescue"_qs}).status, 2);
        QCOMPARE(home.run({u"rescue"_qs, diary}).status, 2);
        QCOMPARE(home.run({u"rescue"_qs, home.file(u"none"_qs), target}).status, 2);
        QCOMPARE(home.run({u"rescue"_qs, diary, diary}).status, 2); // there is such a file
        QCOMPARE(home.run({u"rescue"_qs, diary, target}).status, 3);
        QVERIFY(!QFileInfo::exists(target));
        QCOMPARE(contentOf(diary), QByteArray("dear diary\n").repeated(500));
    }

    void earlierVersionNamesItsBackup()
    {
        Home home;
        QFile packed(QStringLiteral(TEST_DATA_DIR "/store/schema1.sqlite.gz"));
        QVERIFY(packed.open(QIODevice::ReadOnly));
        const QByteArray old = unpackOriginal(packed.readAll(), Packing::Gzip, Limits{}).value();
        home.write(u"archive.sqlite"_qs, old);
        QCOMPARE(home.onArchive(u"check"_qs).status, 0);
        QCOMPARE(contentOf(home.archive()), old); // only looked at
        const QString note = home.write(u"note.txt"_qs, "x");
        const Ran ran = home.onArchive(u"import"_qs, {note});
        QVERIFY2(ran.status == 0, qPrintable(ran.complaint()));
        const QStringList made = home.everything().filter(u"before-schema"_qs);
        QCOMPARE(made.size(), 1);
        QVERIFY2(ran.err.contains(made.first().toUtf8()), ran.err.constData());
        const Ran second = home.onArchive(u"import"_qs, {note}); // said once
        QVERIFY2(second.status == 0 && second.err.isEmpty(), qPrintable(second.complaint()));
    }

    void withoutBackupItStaysAsItIs()
    {
        Home home;
        QFile packed(QStringLiteral(TEST_DATA_DIR "/store/schema1.sqlite.gz"));
        QVERIFY(packed.open(QIODevice::ReadOnly));
        home.write(u"archive.sqlite"_qs, unpackOriginal(packed.readAll(), Packing::Gzip, Limits{}).value());
        home.write(u"archive.before-schema-3.part/in the way"_qs, "x");
        const Ran ran = home.onArchive(u"import"_qs, {home.write(u"note.txt"_qs, "x")});
        QVERIFY2(ran.status == 3, qPrintable(ran.complaint()));
        QVERIFY2(ran.err.contains("nothing was changed"), ran.err.constData());
        QCOMPARE(home.summary()[u"reports"].toInt(), 9); // it can be read as before
    }
};

QTEST_GUILESS_MAIN(TestRescueCommand)
#include "test_rescuecommand.moc"
