// SPDX-License-Identifier: GPL-3.0-or-later
// Every screen of the real window as a screen reader, a keyboard and a translator meet it.
#include "core/store/archive.h"
#include "tests/end_to_end/windowwalk.h"
#include "translations/translations.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/widgets/roles.h"

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QStatusBar>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>
#include <QVBoxLayout>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestWindow : public QObject
{
    Q_OBJECT

    /// Every finding once, with the screen it was first met on.
    class Findings
    {
    public:
        void add(const QString &screen, const QStringList &found)
        {
            for (const QString &each : found) {
                if (!m_seen.contains(each)) {
                    m_seen.insert(each);
                    m_lines << screen + u": " + each;
                }
            }
        }
        /// Says all of them: what fails shows little of a long text.
        bool none() const
        {
            for (const QString &line : m_lines)
                qWarning().noquote() << line;
            return m_lines.isEmpty();
        }

    private:
        QSet<QString> m_seen;
        QStringList m_lines;
    };

    static void appearances()
    {
        QTest::addColumn<Appearance>("appearance");
        QTest::newRow("light") << Appearance::Light;
        QTest::newRow("dark") << Appearance::Dark;
    }

    static void drop(MainWindow &window, const QList<QUrl> &urls)
    {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter({400, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &dropped);
        QVERIFY(dropped.isAccepted());
    }

    static bool hasReports(const MainWindow &window, const QString &count)
    {
        for (const QLabel *label : window.statusBar()->findChildren<QLabel *>()) {
            if (label->text().startsWith(count + u' '))
                return true;
        }
        return false;
    }

private slots:
    void cleanup() { installTranslations(*qApp, u"en"_qs); }

    /// What looks for faults finds them.
    void faultsAreFound()
    {
        installTranslations(*qApp, u"qps"_qs);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *button = new QPushButton(&window);
        button->setFocusPolicy(Qt::NoFocus);
        auto *label = new QLabel(u"Something that nobody translated"_qs, &window);
        label->setFixedWidth(40);
        auto *marked = new QLabel(u"‹of ‹domains·› on·› example.org"_qs, &window);
        auto *table = new QTableWidget(1, 1, &window);
        table->setAccessibleName(u"‹table›"_qs);
        table->setHorizontalHeaderLabels({u"‹A heading that is wider than its column›"_qs});
        table->horizontalHeader()->resizeSection(0, 30);
        auto *bar = new QTableWidgetItem;
        bar->setData(BarShareRole, 0.5);
        table->setItem(0, 0, bar);
        column->addWidget(button);
        column->addWidget(label);
        column->addWidget(marked);
        column->addWidget(table);
        for (int i = 0; i < 6; ++i)
            column->addWidget(new QLineEdit(&window));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QCOMPARE(missingForScreenReaders(window).filter(u"QPushButton"_qs).size(), 1);
        QCOMPARE(missingForScreenReaders(window).filter(u"no words in row 0, column 0"_qs).size(), 1);
        QCOMPARE(missingForScreenReaders(window).filter(u"QLineEdit"_qs).size(), 6);
        QCOMPARE(unreachedByTab(window).size(), 1);
        QCOMPARE(untranslated(window, {}).size(), 1);
        QVERIFY(untranslated(window, {label->text()}).isEmpty()); // data
        const QStringList places = clipped(window);
        QCOMPARE(places.size(), 2);
        label->setToolTip(label->text());
        QCOMPARE(clipped(window).size(), 1);
    }

    void everythingHasANameAndARole_data() { appearances(); }

    void everythingHasANameAndARole()
    {
        QFETCH(Appearance, appearance);
        Desk desk(Desk::Filled::WithSamples, appearance);
        desk.open();
        Findings findings;
        desk.walk([&](const QString &screen) { findings.add(screen, missingForScreenReaders(desk.window())); });
        QVERIFY(findings.none());
    }

    void theInvitationHasNamesToo()
    {
        Desk desk(Desk::Filled::No);
        desk.open();
        const QStringList missing = missingForScreenReaders(desk.window());
        QVERIFY2(missing.isEmpty(), missing.join(u'\n').toUtf8().constData());
        const QStringList unreached = unreachedByTab(desk.window());
        QVERIFY2(unreached.isEmpty(), unreached.join(u'\n').toUtf8().constData());
    }

    void everythingIsReachedByTab()
    {
        Desk desk(Desk::Filled::WithSamples);
        desk.open();
        Findings findings;
        desk.walk([&](const QString &screen) { findings.add(screen, unreachedByTab(desk.window())); });
        QVERIFY(findings.none());
    }

    void everyTextIsTranslatedAndFits()
    {
        installTranslations(*qApp, u"qps"_qs);
        Desk desk(Desk::Filled::WithSamples);
        desk.open();
        const QStringList data = desk.data();
        QVERIFY(data.size() > 100);
        Findings words, places;
        desk.walk([&](const QString &screen) {
            words.add(screen, untranslated(desk.window(), data));
            places.add(screen, clipped(desk.window()));
        });
        const bool translated = words.none();
        QVERIFY(places.none());
        QVERIFY(translated);
    }

    void theInvitationIsTranslatedAndFits()
    {
        installTranslations(*qApp, u"qps"_qs);
        Desk desk(Desk::Filled::No);
        desk.open();
        const QStringList words = untranslated(desk.window(), {desk.archive()});
        QVERIFY2(words.isEmpty(), words.join(u'\n').toUtf8().constData());
        const QStringList places = clipped(desk.window());
        QVERIFY2(places.isEmpty(), places.join(u'\n').toUtf8().constData());
    }

    void thePreferencesToo()
    {
        installTranslations(*qApp, u"qps"_qs);
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_qs));
        PreferencesDialog dialog(settings);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *tabs = dialog.findChild<QTabBar *>();
        Findings findings;
        for (int i = 0; i < (tabs ? tabs->count() : 1); ++i) {
            if (tabs)
                tabs->setCurrentIndex(i);
            const QString screen = u"preferences %1"_qs.arg(i);
            findings.add(screen, missingForScreenReaders(dialog));
            findings.add(screen, unreachedByTab(dialog));
            findings.add(screen, untranslated(dialog, {defaultArchivePath()}));
            findings.add(screen, clipped(dialog));
        }
        QVERIFY(findings.none());
    }

    void droppedFilesAndFoldersAreImported()
    {
        Desk source(Desk::Filled::WithSamples);
        Desk desk(Desk::Filled::No);
        desk.open();
        const QDir samples(source.file(u"samples"_qs));
        const QFileInfoList folders = samples.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
        QVERIFY(!folders.isEmpty());
        const QFileInfoList files = QDir(folders.first().filePath()).entryInfoList(QDir::Files);
        QVERIFY(files.size() > 2);
        drop(desk.window(), {QUrl::fromLocalFile(files[0].filePath()), QUrl::fromLocalFile(files[1].filePath())});
        QTRY_VERIFY(hasReports(desk.window(), u"2"_qs));
        drop(desk.window(), {QUrl::fromLocalFile(folders.first().filePath())});
        QTRY_VERIFY_WITH_TIMEOUT(hasReports(desk.window(), QString::number(files.size())), 20'000);
    }
};

int main(int argc, char **argv)
{
    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    qputenv("LC_ALL", "C.UTF-8");
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    installTranslations(application, QStringLiteral("en"));
    TestWindow test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "test_window.moc"
