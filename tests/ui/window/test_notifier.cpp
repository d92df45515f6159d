// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/query/made.h"
#include "ui/window/notifier.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::made;
using namespace std::chrono_literals;

namespace
{

class Wall final : public NoticeBoard
{
public:
    explicit Wall(std::vector<DesktopNotice> &shown) : m_shown(shown) {}
    void show(const DesktopNotice &notice) override { m_shown.push_back(notice); }

private:
    std::vector<DesktopNotice> &m_shown;
};

/// Ten good days and, where expired, four on which a certificate had expired.
std::vector<Report> story(const char *domain, bool expired)
{
    const QByteArray mx = QByteArray("mx.") + domain;
    std::vector<Report> reports;
    for (const char *sender : {"google.com", "microsoft.com"}) {
        for (int offset = 0; offset < 14; ++offset) {
            const bool bad = expired && offset >= 10;
            std::vector<FailureDetail> failures;
            if (bad)
                failures.push_back(failure("certificate-expired", 10, mx.constData()));
            reports.push_back(report(sender, day(offset),
                                     {sts(domain, 90, bad ? 10 : 0, std::move(failures), "enforce",
                                          {QString::fromLatin1(mx)})}));
        }
    }
    return reports;
}

/// A window without a window: archive, diagnosis, notifier.
struct Desk {
    explicit Desk(const QString &settingsFile) : settings(settingsFile)
    {
        auto board = std::make_unique<Wall>(shown);
        wall = board.get();
        notifier = std::make_unique<Notifier>(diagnosis, settings, std::move(board), 50ms);
    }
    /// Imports and waits until it is judged.
    bool import(std::vector<Report> reports)
    {
        add(std::move(reports));
        session.refresh();
        return QTest::qWaitFor([this] { return judged(); });
    }
    bool open()
    {
        session.open(archive.path());
        return QTest::qWaitFor([this] { return judged(); });
    }
    bool judged() const
    {
        return diagnosis.diagnosis() && diagnosis.diagnosis()->reports == added;
    }
    void add(std::vector<Report> reports)
    {
        added += reports.size();
        archive.add(std::move(reports));
    }
    /// Long enough for whatever would still be told.
    bool staysAt(size_t notices)
    {
        return !QTest::qWaitFor([&] { return shown.size() != notices; }, 250);
    }

    std::vector<DesktopNotice> shown;
    Wall *wall = nullptr;
    size_t added = 0;
    MadeArchive archive;
    SystemClock clock;
    Settings settings;
    ArchiveSession session;
    DiagnosisSession diagnosis{session, clock};
    std::unique_ptr<Notifier> notifier;
};

} // namespace

class TestNotifier : public QObject
{
    Q_OBJECT

private slots:
    void nothingAtTheStart();
    void whatAnImportBringsIsToldOnce();
    void severalAreOneNotice();
    void waitsForTheEndOfTheImport();
    void aClickNamesTheFinding();
    void switchedOff();
    void silentForSamples();
    void mutedIsNotTold();
    void anotherArchiveStartsAnew();
    void mildOnesAreNotTold();

private:
    QString settingsFile() { return m_folder.filePath(QStringLiteral("%1.ini").arg(++m_files)); }
    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestNotifier::nothingAtTheStart()
{
    Desk desk(settingsFile());
    desk.add(story("example.org", true));
    QVERIFY(desk.open());
    QVERIFY(desk.staysAt(0));
}

void TestNotifier::whatAnImportBringsIsToldOnce()
{
    Desk desk(settingsFile());
    desk.add(story("example.net", false));
    QVERIFY(desk.open());
    QVERIFY(desk.import(story("example.org", true)));
    QTRY_COMPARE(desk.shown.size(), size_t(1));
    const DesktopNotice notice = desk.shown.front();
    QVERIFY2(notice.title.contains(u"example.org"), qPrintable(notice.title));
    QVERIFY(!notice.text.isEmpty());
    QVERIFY(notice.key.startsWith(u"R0"));
    // It goes on, and is no news.
    QVERIFY(desk.import({report("google.com", day(14), {sts("example.org", 90, 10,
                        {failure("certificate-expired", 10, "mx.example.org")}, "enforce",
                        {QStringLiteral("mx.example.org")})})}));
    QVERIFY(desk.staysAt(1));
}

void TestNotifier::severalAreOneNotice()
{
    Desk desk(settingsFile());
    QVERIFY(desk.open());
    std::vector<Report> reports;
    for (const char *domain : {"a.example", "b.example", "c.example", "d.example", "e.example"}) {
        for (Report &one : story(domain, true))
            reports.push_back(std::move(one));
    }
    QVERIFY(desk.import(std::move(reports)));
    QTRY_COMPARE(desk.shown.size(), size_t(1));
    QVERIFY2(desk.shown[0].title.startsWith(u'5'), qPrintable(desk.shown[0].title));
    QCOMPARE(desk.shown[0].text.count(u'\n'), 3); // three titles, and how many more
    QVERIFY(desk.staysAt(1));
}

void TestNotifier::waitsForTheEndOfTheImport()
{
    Desk desk(settingsFile());
    QVERIFY(desk.open());
    desk.notifier->setImporting(true);
    QVERIFY(desk.import(story("a.example", true)));
    QVERIFY(desk.import(story("b.example", true)));
    QVERIFY(desk.staysAt(0));
    desk.notifier->setImporting(false);
    QTRY_COMPARE(desk.shown.size(), size_t(1));
    QVERIFY2(desk.shown[0].title.startsWith(u'2'), qPrintable(desk.shown[0].title));
}

void TestNotifier::aClickNamesTheFinding()
{
    Desk desk(settingsFile());
    QVERIFY(desk.open());
    QSignalSpy chosen(desk.notifier.get(), &Notifier::findingChosen);
    QVERIFY(desk.import(story("example.org", true)));
    QTRY_COMPARE(desk.shown.size(), size_t(1));
    emit desk.wall->chosen(desk.shown[0].key);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toString(), desk.diagnosis.diagnosis()->findings.front()->key());
}

void TestNotifier::switchedOff()
{
    Desk desk(settingsFile());
    desk.settings.setNotifyAboutFindings(false);
    QVERIFY(desk.open());
    QVERIFY(desk.import(story("example.org", true)));
    QVERIFY(desk.staysAt(0));
    // Switched on later: only what comes then.
    desk.settings.setNotifyAboutFindings(true);
    QVERIFY(desk.import(story("example.net", true)));
    QTRY_COMPARE(desk.shown.size(), size_t(1));
    QVERIFY(desk.shown[0].title.contains(u"example.net"));
}

void TestNotifier::silentForSamples()
{
    Desk desk(settingsFile());
    desk.notifier->setSilent(true);
    QVERIFY(desk.open());
    QVERIFY(desk.import(story("example.org", true)));
    QVERIFY(desk.staysAt(0));
}

void TestNotifier::mutedIsNotTold()
{
    Desk desk(settingsFile());
    const auto days = [](int first, int last, bool bad) {
        std::vector<Report> reports;
        for (int offset = first; offset <= last; ++offset) {
            for (const char *sender : {"google.com", "microsoft.com"}) {
                std::vector<FailureDetail> failures;
                if (bad)
                    failures.push_back(failure("certificate-expired", 10, "mx.example.org"));
                reports.push_back(report(sender, day(offset),
                                         {sts("example.org", 90, bad ? 10 : 0, failures, "enforce",
                                              {QStringLiteral("mx.example.org")})}));
            }
        }
        return reports;
    };
    desk.add(days(-100, -96, false));
    desk.add(days(-95, -90, true));
    QVERIFY(desk.open());
    QVERIFY(!desk.diagnosis.diagnosis()->findings.empty());
    const QString key = desk.diagnosis.diagnosis()->findings.front()->key();
    // The certificate is renewed, muted all the same, and expires again.
    QVERIFY(desk.import(days(-89, -65, false)));
    QVERIFY(desk.archive.archive().muteFinding(key, {}, {}).has_value());
    desk.diagnosis.reloadMarks();
    QTRY_VERIFY(desk.diagnosis.marks().contains(key));
    QVERIFY(desk.import(days(-64, -61, true)));
    QVERIFY(desk.staysAt(0));
    QVERIFY(desk.import(days(-60, -35, false)));
    QVERIFY(desk.archive.archive().unmuteFinding(key).has_value());
    desk.diagnosis.reloadMarks();
    QTRY_VERIFY(!desk.diagnosis.marks().contains(key));
    QVERIFY(desk.import(days(-34, -31, true)));
    QTRY_COMPARE(desk.shown.size(), size_t(1)); // begun again
}

void TestNotifier::anotherArchiveStartsAnew()
{
    Desk desk(settingsFile());
    QVERIFY(desk.open());
    MadeArchive other;
    other.add(story("other.example", true));
    desk.session.open(other.path());
    QTRY_VERIFY(desk.diagnosis.diagnosis() && desk.diagnosis.diagnosis()->reports > 0);
    QVERIFY(desk.staysAt(0));
}

void TestNotifier::mildOnesAreNotTold()
{
    Desk desk(settingsFile());
    QVERIFY(desk.open());
    std::vector<Report> reports;
    for (int offset = 0; offset < 14; ++offset)
        reports.push_back(report("google.com", day(offset), {row("no-policy-found", "example.org", 100, 0)}));
    QVERIFY(desk.import(std::move(reports)));
    QVERIFY(desk.staysAt(0));
}

QTEST_MAIN(TestNotifier)
#include "test_notifier.moc"
