// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/reader.h"
#include "tests/ui/overview/pagefixture.h"
#include "ui/importing/deletions.h"
#include "ui/importing/folderwatch.h"

#include <QSignalSpy>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestFolderWatch : public QObject
{
    Q_OBJECT

    static QByteArray report(int number)
    {
        return QByteArray("{\"organization-name\":\"Acme\",\"date-range\":{\"start-datetime\":\"2026-10-01T00:00:00Z\","
                          "\"end-datetime\":\"2026-10-01T23:59:59Z\"},\"contact-info\":\"a@acme.example\",\"report-id\":\"")
            + QByteArray::number(number)
            + "\",\"policies\":[{\"policy\":{\"policy-type\":\"no-policy-found\",\"policy-domain\":\"d"
            + QByteArray::number(number)
            + ".example\"},\"summary\":{\"total-successful-session-count\":1,\"total-failure-session-count\":0}}]}";
    }
    static bool write(const QString &path, const QByteArray &bytes)
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    static size_t reports(const Bench &b) { return b.session.facts() ? b.session.facts()->reports.size() : 0; }

private slots:
    void whatIsPutInIsImported()
    {
        Bench b;
        b.openEmpty();
        QTRY_VERIFY(b.session.loaded());
        const QString folder = b.folder.filePath(u"in"_qs);
        QVERIFY(write(folder + u"/first.json"_qs, report(1)));
        ImportQueue queue(b.context());
        FolderWatch watch(b.context(), queue);
        QSignalSpy failed(&watch, &FolderWatch::failed);
        watch.add(folder);
        watch.add(folder); // twice is once
        QCOMPARE(watch.folders(), QStringList{folder});
        QTRY_COMPARE_WITH_TIMEOUT(reports(b), size_t(1), 20'000); // what is there already
        QVERIFY(write(folder + u"/second.json"_qs, report(2)));
        QTRY_COMPARE_WITH_TIMEOUT(reports(b), size_t(2), 20'000);
        QVERIFY(write(folder + u"/sub/deeper/third.json"_qs, report(3))); // new folders too
        QTRY_COMPARE_WITH_TIMEOUT(reports(b), size_t(3), 20'000);
        QVERIFY(write(folder + u"/sub/deeper/fourth.json"_qs, report(4)));
        QTRY_COMPARE_WITH_TIMEOUT(reports(b), size_t(4), 20'000);
        QVERIFY(write(folder + u"/second.json"_qs, report(55))); // written again in its place
        QTRY_COMPARE_WITH_TIMEOUT(reports(b), size_t(5), 20'000);
        QCOMPARE(failed.count(), 0);
    }

    void foldersBelongToTheArchive()
    {
        Bench b;
        b.openEmpty();
        QTRY_VERIFY(b.session.loaded());
        const QString folder = b.folder.filePath(u"in"_qs);
        QVERIFY(write(folder + u"/first.json"_qs, report(1)));
        const auto stored = [&b] {
            auto reader = ArchiveReader::open(b.archive());
            return reader ? reader->watchedFolders().value_or(QStringList{}) : QStringList{};
        };
        {
            ImportQueue queue(b.context());
            FolderWatch watch(b.context(), queue);
            watch.add(folder);
            QTRY_COMPARE(stored(), QStringList{folder});
            QTRY_COMPARE_WITH_TIMEOUT(reports(b), size_t(1), 20'000);
        }
        // The next start finds it, and what came in between.
        QVERIFY(write(folder + u"/second.json"_qs, report(2)));
        ImportQueue queue(b.context());
        FolderWatch watch(b.context(), queue);
        QTRY_COMPARE(watch.folders(), QStringList{folder});
        QTRY_COMPARE_WITH_TIMEOUT(reports(b), size_t(2), 20'000);
        watch.remove(folder);
        QVERIFY(watch.folders().isEmpty());
        QTRY_VERIFY(stored().isEmpty());
        QCOMPARE(reports(b), size_t(2)); // the reports stay
        // Another archive has none.
        b.session.open(b.folder.filePath(u"other.sqlite"_qs));
        QTRY_VERIFY(b.session.loaded());
        QTRY_VERIFY(watch.folders().isEmpty());
    }

    void anotherArchiveGetsNoFilesOfThisOne()
    {
        Bench b;
        b.openEmpty();
        QTRY_VERIFY(b.session.loaded());
        const QString folder = b.folder.filePath(u"in"_qs);
        for (int i = 0; i < 300; ++i)
            QVERIFY(write(folder + u"/%1.json"_qs.arg(i), report(i)));
        ImportQueue queue(b.context());
        FolderWatch watch(b.context(), queue);
        watch.add(folder); // looks through the folder on another thread ...
        b.session.open(b.folder.filePath(u"other.sqlite"_qs)); // ... while the user opens another archive
        QTRY_VERIFY(b.session.loaded());
        QTRY_VERIFY(watch.folders().isEmpty());
        QTRY_VERIFY(!queue.running());
        auto reader = ArchiveReader::open(b.folder.filePath(u"other.sqlite"_qs));
        QVERIFY(reader);
        QVERIFY(reader->imports()->empty());
    }

    void aMissingFolderIsNoTrouble()
    {
        Bench b;
        b.openEmpty();
        QTRY_VERIFY(b.session.loaded());
        ImportQueue queue(b.context());
        FolderWatch watch(b.context(), queue);
        QSignalSpy started(&queue, &ImportQueue::started);
        watch.add(b.folder.filePath(u"not there"_qs));
        const QString folder = b.folder.filePath(u"in"_qs);
        QVERIFY(write(folder + u"/first.json"_qs, report(1)));
        watch.add(folder);
        QTRY_COMPARE_WITH_TIMEOUT(reports(b), size_t(1), 20'000);
        QCOMPARE(started.count(), 1);
    }

    void deletionsAndUndo()
    {
        Bench b;
        const QString file = b.folder.filePath(u"r.json"_qs);
        QVERIFY(write(file, report(1)));
        QVERIFY(importInto(b.archive(), {file}));
        b.session.open(b.archive());
        QTRY_COMPARE(reports(b), size_t(1));
        Deletions deletions(b.context());
        QSignalSpy changed(&deletions, &Deletions::changed);
        QSignalSpy undone(&deletions, &Deletions::undone);
        QSignalSpy failed(&deletions, &Deletions::failed);
        QVERIFY(!deletions.canUndo());
        deletions.undo(); // nothing
        DeletionChoice choice;
        choice.domain = u"d1.example"_qs;
        deletions.remove(choice, u"the reports of d1.example"_qs);
        QTRY_COMPARE(reports(b), size_t(0));
        QCOMPARE(deletions.undoName(), u"the reports of d1.example"_qs);
        QCOMPARE(changed.count(), 1);
        // Cannot be undone now: the archive is away. It can be later.
        b.session.open(b.folder.filePath(u"other.sqlite"_qs));
        QTRY_VERIFY(b.session.loaded());
        const QString away = b.folder.filePath(u"away.sqlite"_qs);
        QVERIFY(QFile::rename(b.archive(), away));
        deletions.undo();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(deletions.canUndo());
        QVERIFY(QFile::rename(away, b.archive()));
        b.session.open(b.archive());
        deletions.undo();
        QTRY_COMPARE(undone.count(), 1);
        QCOMPARE(undone.first().first().toString(), u"the reports of d1.example"_qs);
        QTRY_COMPARE(reports(b), size_t(1));
        QVERIFY(!deletions.canUndo());
    }

    void choosingNothingDeletesNothing()
    {
        Bench b;
        b.openEmpty();
        QTRY_VERIFY(b.session.loaded());
        Deletions deletions(b.context());
        QSignalSpy removed(&deletions, &Deletions::removed);
        DeletionChoice choice;
        choice.domain = u"nobody.example"_qs;
        deletions.remove(choice, u"nothing"_qs);
        QTRY_COMPARE(removed.count(), 1);
        QVERIFY(!deletions.canUndo()); // an undo that does nothing would hide the real one
    }
};

QTEST_MAIN(TestFolderWatch)
#include "test_folderwatch.moc"
