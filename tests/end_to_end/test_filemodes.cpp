// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the umask says, what the program keeps is for its user alone.
#include "tests/end_to_end/program.h"
#include "tests/support/corpus/corpus.h"

#include "core/unpack/unpack.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <sys/stat.h>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestFileModes : public QObject
{
    Q_OBJECT

    /// Names of what is new and others may read, write or enter.
    static QStringList open(const Home &home, const QStringList &before)
    {
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QStringList names;
        for (const QString &name : home.everything()) {
            if (!before.contains(name) && (QFile::permissions(home.file(name)) & others))
                names << name;
        }
        return names;
    }

    static void umasks()
    {
        QTest::addColumn<uint>("mask");
        QTest::newRow("022") << 022U;
        QTest::newRow("000") << 000U;
    }

    mode_t m_before = 0;

private slots:
    void init()
    {
        m_before = ::umask(0);
        ::umask(m_before);
    }
    void cleanup() { ::umask(m_before); }

    void commands_data() { umasks(); }
    void commands()
    {
        QFETCH(uint, mask);
        Home home;
        const QString in = home.write(u"in/new.json"_qs, report(u"New"_qs, u"new.example"_qs, u"2026-10-01"_qs, 1, 0));
        QFile packed(QStringLiteral(TEST_DATA_DIR "/store/schema1.sqlite.gz"));
        QVERIFY(packed.open(QIODevice::ReadOnly));
        const QString old = home.write(u"old.sqlite"_qs, unpackOriginal(packed.readAll(), Packing::Gzip, Limits{}).value());
        const QStringList before = home.everything();
        ::umask(mask);
        QCOMPARE(home.run({u"import"_qs, in}).status, 0); // to the archive in the data folder
        QCOMPARE(home.run({u"import"_qs, u"--archive"_qs, old, in}).status, 0); // brought up to date
        QCOMPARE(home.run({u"rescue"_qs, old, home.file(u"rescued.sqlite"_qs)}).status, 0);
        QCOMPARE(home.run({u"mailbox"_qs, u"add"_qs, u"work"_qs, u"--host"_qs, u"imap.example.org"_qs, u"--user"_qs,
                           u"me"_qs, u"--password-command"_qs, u"true"_qs}).status, 0);
        QStringList made = home.everything();
        for (const QString &name : {u"data/tlsrpt-viewer/archive.sqlite"_qs, u"old.before-schema-3.sqlite"_qs,
                                    u"rescued.sqlite"_qs, u"config/tlsrpt-viewer/tlsrpt-viewer.ini"_qs})
            QVERIFY2(made.contains(name), qPrintable(made.join(u'\n')));
        QCOMPARE(open(home, before).join(u' '), QString());
    }

    /// Side files are there while it runs, and after it was killed.
    void whileItRuns_data() { umasks(); }
    void whileItRuns()
    {
        QFETCH(uint, mask);
        Home home;
        QVERIFY(made::writeCorpus(made::Corpus({4000, 9}), made::Format::Mbox, home.file(u"in.mbox"_qs)));
        QProcess gzip; // unpacked, it goes to a temporary file
        gzip.start(u"gzip"_qs, {home.file(u"in.mbox"_qs)});
        QVERIFY(gzip.waitForFinished());
        const QStringList before = home.everything();
        ::umask(mask);
        QProcess process;
        process.setProcessEnvironment(home.environment());
        process.start(QStringLiteral(TLSRPT_PROGRAM), {u"import"_qs, home.file(u"in.mbox.gz"_qs)});
        QVERIFY(process.waitForStarted());
        const QString wal = home.file(u"data/tlsrpt-viewer/archive.sqlite-wal"_qs);
        QStringList found;
        while (!process.waitForFinished(1) && QFileInfo(wal).size() < 200'000)
            found << open(home, before);
        process.kill();
        process.waitForFinished();
        QVERIFY2(QFileInfo::exists(wal), "it was killed in the middle");
        found << open(home, before);
        QCOMPARE(found.join(u' '), QString());
        QVERIFY(QDir(home.file(u"tmp"_qs)).isEmpty()); // the temporary file has no name at all
    }
};

QTEST_GUILESS_MAIN(TestFileModes)
#include "test_filemodes.moc"
