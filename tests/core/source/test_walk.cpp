// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/walk.h"
#include "tests/support/processlimit.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace tlsrpt;

class TestWalk : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void walksInOrder();
    void tellsSizeAndTime();
    void namesThings();
    void readsEachFileOnce();
    void followsLinksButNoLoops();
    void tellsWhatItCannotRead();
    void tellsOfTooManyOpenFiles();
    void skipsWhatWouldBlock();
    void stopsOnRequest();
    void stopsWhenCancelled();
    void findsDeepFiles();

private:
    void make(const QString &path, const QByteArray &bytes = "x");
    QString at(const QString &path) const { return m_folder->filePath(path); }
    void run(const QStringList &paths);
    QStringList displays() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<Input> m_found;
    std::vector<Error> m_failed;
};

void TestWalk::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_found.clear();
    m_failed.clear();
}

void TestWalk::make(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(at(path)).path()));
    QFile file(at(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestWalk::run(const QStringList &paths)
{
    JobControl control;
    walk(paths, control,
         [this](Input input) {
             m_found.push_back(std::move(input));
             return true;
         },
         [this](Error error) { m_failed.push_back(std::move(error)); });
}

QStringList TestWalk::displays() const
{
    QStringList list;
    for (const Input &input : m_found)
        list.append(input.display);
    return list;
}

void TestWalk::walksInOrder()
{
    for (const char *name : {"d/b.json", "d/a/2.json", "d/a/1.json", "d/.hidden/x.json", "d/.y.json",
                             "d/Z.json", "d/c.json", "d/\xC3\xA9.json"})
        make(QString::fromUtf8(name));
    QVERIFY(QDir().mkpath(at(u"d/empty"_qs)));
    run({at(u"d"_qs)});
    const QStringList expected = {u"d/.hidden/x.json"_qs, u"d/.y.json"_qs, u"d/Z.json"_qs,
                                  u"d/a/1.json"_qs, u"d/a/2.json"_qs, u"d/b.json"_qs, u"d/c.json"_qs,
                                  u"d/é.json"_qs};
    QCOMPARE(displays(), expected);
    m_found.clear();
    run({at(u"d"_qs)});
    QCOMPARE(displays(), expected);
    QVERIFY(m_failed.empty());
}

void TestWalk::tellsSizeAndTime()
{
    make(u"f"_qs, "12345");
    QFile file(at(u"f"_qs));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QDateTime time = QDateTime::fromSecsSinceEpoch(1'600'000'000);
    QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
    file.close();
    run({at(u"f"_qs)});
    QCOMPARE(m_found.size(), std::size_t(1));
    QCOMPARE(m_found[0].size, 5);
    QCOMPARE(m_found[0].modified, 1'600'000'000);
    QCOMPARE(m_found[0].path, at(u"f"_qs));
}

void TestWalk::namesThings()
{
    make(u"d/s/f"_qs);
    make(u"g"_qs);
    const QString old = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    run({u"d"_qs, u"./g"_qs});
    QVERIFY(QDir::setCurrent(at(u"d"_qs)));
    QStringList first = displays();
    m_found.clear();
    run({u"."_qs});
    QVERIFY(QDir::setCurrent(old));
    QCOMPARE(first, (QStringList{u"d/s/f"_qs, u"./g"_qs}));
    QCOMPARE(displays(), QStringList{u"d/s/f"_qs});
    QVERIFY(QDir::isAbsolutePath(m_found[0].path));
    m_found.clear();
    run({at(u"d"_qs) + u'/'});
    QCOMPARE(displays(), QStringList{u"d/s/f"_qs});
}

void TestWalk::readsEachFileOnce()
{
    make(u"d/f"_qs);
    QVERIFY(QFile::link(at(u"d/f"_qs), at(u"d/link"_qs)));
    QCOMPARE(::link(qPrintable(at(u"d/f"_qs)), qPrintable(at(u"d/hard"_qs))), 0);
    run({at(u"d"_qs), at(u"d/f"_qs), at(u"d"_qs), at(u"d/../d/f"_qs), at(u"d/link"_qs)});
    QCOMPARE(displays(), QStringList{u"d/f"_qs});
    QVERIFY(m_failed.empty());
}

void TestWalk::followsLinksButNoLoops()
{
    make(u"d/a/f"_qs);
    make(u"elsewhere/g"_qs);
    QVERIFY(QFile::link(at(u"d"_qs), at(u"d/a/up"_qs)));
    QVERIFY(QFile::link(at(u"d/self"_qs), at(u"d/self"_qs)));
    QVERIFY(QFile::link(at(u"elsewhere"_qs), at(u"d/there"_qs)));
    run({at(u"d"_qs)});
    QCOMPARE(displays(), (QStringList{u"d/a/f"_qs, u"d/there/g"_qs}));
    QCOMPARE(m_failed.size(), std::size_t(1)); // the link to itself leads nowhere
    QCOMPARE(m_failed[0].code, Code::FileUnreadable);
}

void TestWalk::tellsWhatItCannotRead()
{
    make(u"d/f"_qs);
    QVERIFY(QFile::link(at(u"nowhere"_qs), at(u"d/dangling"_qs)));
    run({at(u"missing"_qs), at(u"d"_qs)});
    QCOMPARE(displays(), QStringList{u"d/f"_qs});
    QCOMPARE(m_failed.size(), std::size_t(2));
    QCOMPARE(m_failed[0].code, Code::FileNotFound);
    QCOMPARE(m_failed[0].subject, at(u"missing"_qs));
    QCOMPARE(m_failed[1].code, Code::FileNotFound);
    QCOMPARE(m_failed[1].subject, u"d/dangling"_qs);
    if (geteuid() == 0)
        QSKIP("root reads every folder");
    make(u"d/locked/x"_qs);
    QVERIFY(QFile::setPermissions(at(u"d/locked"_qs), {}));
    m_failed.clear();
    run({at(u"d/locked"_qs), at(u"d"_qs)});
    QVERIFY(QFile::setPermissions(at(u"d/locked"_qs), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(m_failed.at(0).code, Code::FileUnreadable);
}

void TestWalk::tellsOfTooManyOpenFiles()
{
    make(u"d/f"_qs);
    {
        const made::ProcessLimit limit = made::ProcessLimit::moreFiles(0);
        run({at(u"d"_qs)});
    }
    QCOMPARE(displays(), QStringList());
    QCOMPARE(m_failed.size(), std::size_t(1));
    QCOMPARE(m_failed[0].code, Code::FileUnreadable);
    QCOMPARE(m_failed[0].subject, u"d"_qs);
}

void TestWalk::skipsWhatWouldBlock()
{
    make(u"d/z"_qs);
    QCOMPARE(mkfifo(qPrintable(at(u"d/pipe"_qs)), 0600), 0);
    run({at(u"d"_qs)});
    QCOMPARE(displays(), QStringList{u"d/z"_qs});
    QCOMPARE(m_failed.size(), std::size_t(1));
    QCOMPARE(m_failed[0].subject, u"d/pipe"_qs);
}

void TestWalk::stopsOnRequest()
{
    for (int i = 0; i < 10; ++i)
        make(u"d/%1"_qs.arg(i));
    JobControl control;
    int found = 0;
    walk({at(u"d"_qs), at(u"d/9"_qs)}, control, [&](const Input &) { return ++found < 3; },
         [](const Error &) { QFAIL("none fails"); });
    QCOMPARE(found, 3);
}

void TestWalk::stopsWhenCancelled()
{
    for (int i = 0; i < 10; ++i)
        make(u"d/%1"_qs.arg(i));
    JobControl control;
    int found = 0;
    walk({at(u"d"_qs)}, control,
         [&](const Input &) {
             ++found;
             control.cancel();
             return true;
         },
         [](const Error &) { QFAIL("none fails"); });
    QCOMPARE(found, 1);
}

void TestWalk::findsDeepFiles()
{
    QString path = u"d"_qs;
    for (int i = 0; i < 300; ++i)
        path += u"/sub"_qs;
    make(path + u"/f"_qs);
    run({at(u"d"_qs)});
    QCOMPARE(displays(), QStringList{path + u"/f"_qs});
}

QTEST_GUILESS_MAIN(TestWalk)
#include "test_walk.moc"
