// SPDX-License-Identifier: GPL-3.0-or-later
// Two windows and a cron job's import on one archive, at random, for TLSRPT_TOGETHER_SECONDS (a few
// without it). Afterwards the totals are right, and nobody has waited longer than for a batch.
#include "core/settings/mailboxes.h"
#include "core/settings/mailboxsecrets.h"
#include "tests/end_to_end/program.h"
#include "tests/support/corpus/corpus.h"
#include "ui/importing/sourcespage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/statusline.h"

#include <QAction>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QLabel>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <random>
#include <thread>

using namespace tlsrpt;
using namespace tlsrpt::test;

namespace
{

constexpr int allReports = 2000;
/// A batch of 2,000 reports and the disk of a busy machine; the program itself gives up after 30 s.
constexpr qint64 longestWaitMs = 10'000;

/// One window as a user has it, driven by chance.
class User : public QObject
{
public:
    User(const Home &home, const QStringList &files, const QString &name, quint32 seed)
        : m_settings(home.file(name)), m_mailboxes(home.file(name)), m_files(files), m_random(seed),
          m_window(m_clock, m_settings, m_theme, MailAccess{m_mailboxes, m_secrets}, home.archive())
    {
        Deletions &deletions = sources().deletions();
        connect(&deletions, &Deletions::removed, this, [this] { --m_waiting; });
        connect(&deletions, &Deletions::undone, this, [this] { --m_waiting; });
        connect(&deletions, &Deletions::failed, this, [this](const Error &error) {
            --m_waiting;
            if (error.code != Code::NoSuchReport) // somebody imported again what was to come back
                m_failures << QString(slug(error.code)) + u' ' + error.detail;
        });
        m_window.resize(1100, 700);
        m_window.show();
    }

    void act()
    {
        switch (chance(6)) {
        case 0:
        case 1: m_window.import(randomFiles(m_files, m_random)); break;
        case 2: remove(); break;
        case 3: undo(); break;
        case 4: action(u"Only failures"_qs)->trigger(); break;
        case 5: {
            const QStringList pages{u"overview"_qs, u"findings"_qs, u"servers"_qs, u"senders"_qs, u"reports"_qs, u"sources"_qs};
            m_window.showPage(pages.at(chance(static_cast<int>(pages.size()))));
            break;
        }
        }
    }

    bool isIdle() { return m_waiting == 0 && !action(u"Stop import"_qs)->isEnabled(); }
    QStringList failures() const { return m_failures; }
    /// What the status line counts.
    int reports() const
    {
        for (const QLabel *label : m_window.findChild<StatusLine *>()->findChildren<QLabel *>()) {
            if (label->accessibleName() == u"What is in the archive")
                return QLocale().toInt(label->text().section(u' ', 0, 0));
        }
        return -1;
    }

    static QStringList randomFiles(const QStringList &files, std::mt19937 &random)
    {
        QStringList some;
        for (auto left = 1 + random() % 60; left > 0; --left)
            some << files.at(static_cast<qsizetype>(random() % static_cast<quint32>(files.size())));
        return some;
    }

private:
    int chance(int of) { return static_cast<int>(m_random() % static_cast<quint32>(of)); }
    SourcesPage &sources() { return *m_window.findChild<SourcesPage *>(); }
    void remove()
    {
        DeletionChoice choice;
        for (int i = 0; i < 30; ++i)
            choice.reports.push_back(ReportId{1 + chance(allReports)});
        ++m_waiting;
        sources().deletions().remove(choice, u"some"_qs);
    }
    void undo()
    {
        if (!sources().deletions().canUndo())
            return;
        ++m_waiting;
        sources().deletions().undo();
    }
    QAction *action(const QString &text) const
    {
        for (QAction *action : m_window.findChildren<QAction *>()) {
            if (action->iconText() == text)
                return action;
        }
        qFatal("no action %s", qPrintable(text));
    }

    SystemClock m_clock;
    Settings m_settings;
    Mailboxes m_mailboxes;
    MailboxSecrets m_secrets;
    Theme m_theme{Appearance::Light};
    QStringList m_files;
    std::mt19937 m_random;
    int m_waiting = 0;
    QStringList m_failures;
    MainWindow m_window;
};

/// `tlsrpt-viewer import` of a few files, one after the other.
class Cron : public QObject
{
public:
    Cron(const Home &home, const QStringList &files) : m_home(home), m_files(files)
    {
        m_process.setProcessEnvironment(home.environment());
        connect(&m_process, &QProcess::finished, this, [this](int status) {
            m_longest = qMax(m_longest, m_timer.elapsed());
            ++m_runs;
            if (status != 0)
                m_failures << QString::fromUtf8(m_process.readAllStandardError());
            if (!m_stopped)
                start();
        });
        start();
    }
    void stop() { m_stopped = true; }
    bool isIdle() const { return m_process.state() == QProcess::NotRunning; }
    qint64 longest() const { return m_longest; }
    int runs() const { return m_runs; }
    QStringList failures() const { return m_failures; }

private:
    void start()
    {
        m_timer.start();
        m_process.start(QStringLiteral(TLSRPT_PROGRAM), QStringList{u"import"_qs, u"--archive"_qs, m_home.archive()}
                                                            + User::randomFiles(m_files, m_random));
    }

    const Home &m_home;
    QStringList m_files;
    std::mt19937 m_random{3};
    QProcess m_process;
    QElapsedTimer m_timer;
    qint64 m_longest = 0;
    int m_runs = 0;
    bool m_stopped = false;
    QStringList m_failures;
};

/// Opens the archive and writes one row, again and again; the longest time that took.
qint64 longestWrite(const QString &archive, const std::atomic<bool> &stop, Error &failed)
{
    const SystemClock clock;
    qint64 longest = 0;
    while (!stop) {
        QElapsedTimer timer;
        timer.start();
        auto opened = Archive::open(archive, Archive::Mode::ReadWrite, clock);
        const Status done = opened ? (*opened)->muteFinding(u"R01|example.org|||"_qs, u"probe"_qs, {})
                                   : Status(tl::unexpected(opened.error()));
        longest = qMax(longest, timer.elapsed());
        if (!done)
            failed = done.error();
    }
    return longest;
}

} // namespace

class TestTogether : public QObject
{
    Q_OBJECT

private slots:
    void randomWork();
};

void TestTogether::randomWork()
{
    bool given = false;
    const int wished = qEnvironmentVariableIntValue("TLSRPT_TOGETHER_SECONDS", &given);
    const int seconds = given ? wished : 4;
    Home home;
    QVERIFY(made::writeCorpus(made::Corpus({allReports, 11}), made::Format::Gz, home.file(u"in"_qs)));
    QStringList files;
    for (const QString &name : QDir(home.file(u"in"_qs)).entryList(QDir::Files))
        files << home.file(u"in/"_qs + name);
    QCOMPARE(home.onArchive(u"import"_qs, files.mid(0, 300)).status, 0);

    User first(home, files, u"first.ini"_qs, 1);
    User second(home, files, u"second.ini"_qs, 2);
    Cron cron(home, files);
    Error failed{Code::Cancelled, {}, {}, -1};
    std::atomic<bool> stop = false;
    qint64 longest = 0;
    std::jthread writer([&] { longest = longestWrite(home.archive(), stop, failed); });

    QTimer acts;
    connect(&acts, &QTimer::timeout, &first, [&] { first.act(); });
    connect(&acts, &QTimer::timeout, &second, [&] { second.act(); });
    acts.start(60);
    QTimer end;
    QSignalSpy over(&end, &QTimer::timeout);
    end.setSingleShot(true);
    end.start(seconds * 1000);
    QVERIFY(over.wait(seconds * 1000 + 60'000));
    acts.stop();
    cron.stop();
    stop = true;
    writer.join();
    QTRY_VERIFY_WITH_TIMEOUT(cron.isIdle() && first.isIdle() && second.isIdle(), 120'000);

    qInfo("%d imports by cron, the longest %lld ms; longest write of one row %lld ms", cron.runs(), cron.longest(), longest);
    QCOMPARE(cron.failures().join(u'\n'), QString());
    QCOMPARE((first.failures() + second.failures()).join(u'\n'), QString());
    QCOMPARE(QString(slug(failed.code)) + failed.detail, QString(slug(Code::Cancelled)));
    QVERIFY(cron.longest() < longestWaitMs);
    QVERIFY(longest < longestWaitMs);
    QCOMPARE(home.onArchive(u"check"_qs).status, 0);
    const int there = home.summary()[u"reports"].toInt();
    QTRY_COMPARE(first.reports(), there);
    QTRY_COMPARE(second.reports(), there);

    // What was deleted comes back with its file; then it is as if nothing had happened.
    QCOMPARE(home.onArchive(u"import"_qs, files).status, 0);
    QCOMPARE(home.onArchive(u"check"_qs).status, 0);
    Home fresh;
    QCOMPARE(fresh.onArchive(u"import"_qs, files).status, 0);
    QCOMPARE(home.summary(), fresh.summary());
    QTRY_COMPARE(first.reports(), fresh.summary()[u"reports"].toInt());
}

QTEST_MAIN(TestTogether)
#include "test_together.moc"
