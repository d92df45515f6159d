// SPDX-License-Identifier: GPL-3.0-or-later
// Text from strangers does nothing, wherever it is shown or written, and nobody is asked anything
// because of it: this program and all that it starts are watched (see CMakeLists.txt).
#include "core/base/limits.h"
#include "core/diagnosis/diagnosis.h"
#include "core/query/reader.h"
#include "tests/end_to_end/strangers.h"
#include "tests/end_to_end/windowwalk.h"
#include "tests/support/corpus/packing.h"
#include "translations/translations.h"
#include "ui/export/summary.h"
#include "ui/findings/letterdialog.h"
#include "ui/words/findingwords.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QJsonArray>
#include <QLabel>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>
#include <QTextDocument>
#include <QUrlQuery>

using namespace tlsrpt;
using namespace tlsrpt::test;

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What anybody was asked: lines of the watch but those to the screen's own sockets.
QStringList spokenTo()
{
    QStringList lines = QString::fromUtf8(contentOf(qEnvironmentVariable("TLSRPT_NETWATCH"))).split(u'\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.startsWith(u"connect unix "); });
    lines.removeDuplicates();
    return lines;
}

/// Whether Qt would take the text for HTML and find something of a stranger's in it.
bool isMarkup(const QString &text)
{
    static const QRegularExpression tag(QStringLiteral("<(script|img|a|b|style|/style)\\b"));
    return Qt::mightBeRichText(text) && text.contains(tag);
}

bool hasControls(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n'; });
}

/// Text that Qt would not show as it is, or that spoils what stands beside it.
bool isActive(const QString &text)
{
    return isMarkup(text) || turnsTheReading(text) || hasControls(text);
}

QString textOf(const QWidget &widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    const auto *label = qobject_cast<const QLabel *>(&widget);
    return label ? label->text() : QString();
}

QStringList activeTexts(const QWidget &root)
{
    QStringList found;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (isActive(widget->toolTip()))
            found << u"tool tip: " + widget->toolTip();
        const QString text = textOf(*widget);
        if (turnsTheReading(text) || hasControls(text))
            found << QLatin1String(widget->metaObject()->className()) + u": " + text;
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            if (label->openExternalLinks() || (label->textFormat() != Qt::PlainText && isMarkup(text)))
                found << u"label: " + text;
        }
        if (const auto *browser = qobject_cast<const QTextBrowser *>(widget); browser && browser->openExternalLinks())
            found << u"browser: " + nameOf(*browser);
        if (const auto *edit = qobject_cast<const QTextEdit *>(widget)) {
            const QString html = edit->document()->toHtml();
            if (html.contains(u"<img") || html.contains(u"href=") || turnsTheReading(html))
                found << u"text: " + nameOf(*edit);
        }
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model()) {
            for (int row = 0; row < std::min(view->model()->rowCount(), 100); ++row) {
                for (int column = 0; column < view->model()->columnCount(); ++column) {
                    const QString tip = view->model()->index(row, column).data(Qt::ToolTipRole).toString();
                    if (isActive(tip))
                        found << u"tool tip in a table: " + tip;
                }
            }
        }
    }
    return found;
}

QString tableName(int table)
{
    return slug(static_cast<CsvTable>(table));
}

} // namespace

class TestStrangers : public QObject
{
    Q_OBJECT

    Home m_home;
    QString m_folder;

private slots:
    void initTestCase();
    void cleanupTestCase();
    void watchSees();
    void allAreImported();
    void oneDetailTooMany();
    void terminal_data();
    void terminal();
    void programs();
    void tables_data();
    void tables();
    void page();
    void paper();
    void letters();
    void screens_data();
    void screens();
    void suggestedNames();
    void realWindow();
    void nobodyIsAsked();

public slots:
    void opened(const QUrl &url) { m_opened << url.toString(); }

private:
    QStringList m_opened; ///< by the desktop, on somebody's click
};

void TestStrangers::initTestCase()
{
    for (const char *scheme : {"http", "https", "mailto", "file"})
        QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "opened");
    m_folder = writeStrangers(m_home);
}

void TestStrangers::cleanupTestCase()
{
    for (const char *scheme : {"http", "https", "mailto", "file"})
        QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
}

/// Else all that follows proves nothing.
void TestStrangers::watchSees()
{
    if (qEnvironmentVariableIsEmpty("TLSRPT_NETWATCH"))
        QSKIP("not watched: a sanitizer wants to be loaded first");
    Home home;
    home.setVariable(QStringLiteral("TLSRPT_NETWATCH"), home.file(QStringLiteral("watched")));
    home.run({QStringLiteral("mailbox"), QStringLiteral("add"), QStringLiteral("m"), QStringLiteral("--host"),
              QStringLiteral("localhost"), QStringLiteral("--port"), QStringLiteral("1"), QStringLiteral("--user"),
              QStringLiteral("u"), QStringLiteral("--password-command"), QStringLiteral("echo x")});
    home.run({QStringLiteral("mailbox"), QStringLiteral("test"), QStringLiteral("m")});
    const QByteArray watched = contentOf(home.file(QStringLiteral("watched")));
    for (const char *seen : {"connect inet ", "lookup localhost", "start "})
        QVERIFY2(watched.contains(seen), watched.constData());
}

void TestStrangers::allAreImported()
{
    const Ran ran = m_home.onArchive(QStringLiteral("import"), {QStringLiteral("--json"), m_folder});
    QVERIFY2(ran.status == 0, qPrintable(ran.complaint()));
    QCOMPARE(ran.json()[u"reports"][u"imported"].toInt(), int(3 * strangers().size()) + 3);
    QCOMPARE(m_home.onArchive(QStringLiteral("check")).status, 0);
    QVERIFY(!QFile::exists(QStringLiteral("/tmp/tlsrpt-owned")));
}

void TestStrangers::oneDetailTooMany()
{
    Home home;
    const int most = Limits{}.failureDetails;
    home.write(QStringLiteral("in/most.json.gz"), made::gzip(reportOfDetails(most)));
    home.write(QStringLiteral("in/more.json.gz"), made::gzip(reportOfDetails(most + 1)));
    const Ran ran = home.onArchive(QStringLiteral("import"), {QStringLiteral("--json"), home.file(QStringLiteral("in"))});
    QCOMPARE(ran.status, 1);
    QCOMPARE(ran.json()[u"reports"][u"imported"].toInt(), 1);
    QCOMPARE(ran.json()[u"rejected"][0][u"code"].toString(), QStringLiteral("too-many-details"));
    QCOMPARE(home.summary()[u"sessions"][u"failed"].toInt(), most);
}

void TestStrangers::terminal_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("import") << QStringList{QStringLiteral("import"), m_folder};
    QTest::newRow("summary") << QStringList{QStringLiteral("summary")};
    QTest::newRow("findings") << QStringList{QStringLiteral("findings")};
    QTest::newRow("check") << QStringList{QStringLiteral("check")};
}

void TestStrangers::terminal()
{
    QFETCH(const QStringList, command);
    const Ran ran = m_home.onArchive(command.first(), command.mid(1));
    QVERIFY2(ran.status == 0, qPrintable(ran.complaint()));
    QVERIFY(!ran.out.isEmpty());
    for (const QByteArray &text : {ran.out, ran.err}) {
        QVERIFY2(!actsOnATerminal(text), text.left(4000).constData());
        QVERIFY2(!turnsTheReading(QString::fromUtf8(text)), text.left(4000).constData());
    }
    for (const QByteArray &line : ran.out.split('\n'))
        QVERIFY2(line.size() < 4000, line.left(200).constData());
}

/// JSON is for programs: every character, none that a terminal acts on.
void TestStrangers::programs()
{
    for (const char *command : {"summary", "findings"}) {
        const Ran ran = m_home.onArchive(QLatin1String(command), {QStringLiteral("--json")});
        QVERIFY2(ran.status == 0, qPrintable(ran.complaint()));
        QVERIFY(!ran.json().isEmpty());
        QVERIFY(!actsOnATerminal(ran.out));
        QVERIFY(!turnsTheReading(QString::fromUtf8(ran.out)));
    }
}

void TestStrangers::tables_data()
{
    QTest::addColumn<QString>("table");
    for (int i = 0; i < csvTableCount; ++i)
        QTest::newRow(qPrintable(tableName(i))) << tableName(i);
}

void TestStrangers::tables()
{
    QFETCH(const QString, table);
    const QString file = m_home.file(QStringLiteral("out.csv"));
    const Ran ran = m_home.onArchive(QStringLiteral("summary"), {QStringLiteral("--csv"), file, QStringLiteral("--table"), table});
    QVERIFY2(ran.status == 0, qPrintable(ran.complaint()));
    const QString text = QString::fromUtf8(contentOf(file));
    QVERIFY(text.count(u'\n') > 1);
    QVERIFY(!turnsTheReading(text));
    // Where a cell begins: at a line's or after a comma, in quotes or not.
    static const QRegularExpression formula(QStringLiteral("(?:^|[\\r\\n,])\"?([=+@\\t]|-(?![0-9.]+[,\\r\\n]))"));
    QString outside = text;
    static const QRegularExpression quoted(QStringLiteral("\"('?)((?:[^\"]|\"\")*)\""));
    for (auto cells = quoted.globalMatch(text); cells.hasNext();) {
        const auto cell = cells.next();
        QVERIFY2(!cell.captured(1).isEmpty() || !QStringLiteral("=+-@\t\r").contains(cell.captured(2).left(1))
                     || cell.captured(2).isEmpty(), qPrintable(cell.captured().left(200)));
    }
    outside.remove(quoted);
    const auto match = formula.match(outside);
    QVERIFY2(!match.hasMatch(), qPrintable(outside.mid(match.capturedStart(), 200)));
}

void TestStrangers::page()
{
    const QString file = m_home.file(QStringLiteral("out.html"));
    const Ran ran = m_home.onArchive(QStringLiteral("summary"), {QStringLiteral("--html"), file});
    QVERIFY2(ran.status == 0, qPrintable(ran.complaint()));
    const QString html = QString::fromUtf8(contentOf(file));
    QVERIFY(html.contains(u"&lt;script"));
    static const QRegularExpression active(QStringLiteral("<(script|img|a|iframe|object|link|base|form)\\b|<[^>]*\\s(on\\w+|src|href)\\s*="),
                                           QRegularExpression::CaseInsensitiveOption);
    const auto match = active.match(html);
    QVERIFY2(!match.hasMatch(), qPrintable(html.mid(match.capturedStart(), 200)));
    QCOMPARE(html.count(u"<style>"), 1);
    QVERIFY(!turnsTheReading(html));
}

void TestStrangers::paper()
{
    const QString file = m_home.file(QStringLiteral("out.pdf"));
    const Ran ran = m_home.onArchive(QStringLiteral("summary"), {QStringLiteral("--pdf"), file});
    QVERIFY2(ran.status == 0, qPrintable(ran.complaint()));
    const QByteArray pdf = contentOf(file);
    QVERIFY(pdf.startsWith("%PDF"));
    QVERIFY2(pdf.size() < 20'000'000, QByteArray::number(pdf.size()).constData());
    for (const char *act : {"/URI", "/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/EmbeddedFile"})
        QVERIFY2(!pdf.contains(act), act);
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {file, QStringLiteral("-")});
    if (!reader.waitForFinished())
        QSKIP("without the program pdftotext");
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    QVERIFY(text.contains(QStringLiteral("gnp.exe")));
    QVERIFY(!text.contains(QStringLiteral("exe.png"))); // turned round
}

/// What would be written to anybody about each finding.
void TestStrangers::letters()
{
    auto reader = ArchiveReader::open(m_home.archive());
    QVERIFY(reader.has_value());
    const auto facts = loadFacts(reader->database());
    QVERIFY(facts.has_value());
    const auto diagnosis = diagnose(**facts, referenceOf(**facts, {}));
    QVERIFY(diagnosis->findings.size() > strangers().size());
    QStringList names;
    for (const Stranger &stranger : strangers())
        names << stranger.text;
    for (const FindingPtr &finding : diagnosis->findings) {
        const QString sender = finding->senders.empty() ? QString() : finding->senders.front().key;
        const QString address = QStringLiteral("tls@example.org");
        const words::Letter toSender = words::letterToSender(narrowedTo(sender, *finding, **facts), **facts, address, names);
        QCOMPARE(toSender.to, address);
        for (const words::Letter &letter : {toSender, words::letterToOperator(*finding, **facts)}) {
            for (const QString &text : {letter.toHint, letter.subject, letter.body})
                QVERIFY2(!turnsTheReading(text) && !hasControls(text), qPrintable(text));
            QVERIFY2(!letter.subject.contains(u'\n') && letter.body.size() < 20'000, qPrintable(letter.subject));
            QCOMPARE(mailAddress(letter.to), letter.to); // one plain address or none
            const QUrl url = mailtoUrl(letter.to, letter.subject, letter.body);
            QCOMPARE(url.path(), letter.to);
            const auto members = QUrlQuery(url).queryItems();
            QCOMPARE(members.size(), 2); // subject and body: no other recipient, no attachment
        }
    }
}

void TestStrangers::screens_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("all") << m_folder;
    // Alone, so that every screen is about them.
    for (const char *name : {"terminal", "right to left"})
        QTest::newRow(name) << QString(m_folder + u'/' + QLatin1String(name));
}

void TestStrangers::screens()
{
    QFETCH(const QString, folder);
    Desk desk(QStringList{folder});
    desk.open();
    QStringList found;
    int steps = 0;
    desk.walk([&](const QString &screen) {
        ++steps;
        for (const QString &text : activeTexts(desk.window()))
            found << screen + u", " + text.left(200);
    });
    QVERIFY(steps > 20);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    QVERIFY2(m_opened.isEmpty(), qPrintable(m_opened.join(u'\n')));
}

/// A domain is part of the name that an export suggests.
void TestStrangers::suggestedNames()
{
    Home home;
    home.write(QStringLiteral("in/r.json"), report(QStringLiteral("Climber"), QStringLiteral("../../-x"), QStringLiteral("2026-10-01"), 1, 1));
    Desk desk(QStringList{home.file(QStringLiteral("in"))});
    desk.open();
    desk.choose(QStringLiteral("overview"));
    const auto actions = desk.window().findChildren<QAction *>();
    const auto pdf = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->shortcut() == QKeySequence(QStringLiteral("Ctrl+Shift+P"));
    });
    QVERIFY(pdf != actions.end());
    (*pdf)->trigger();
    const auto *dialog = desk.window().findChild<QFileDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->selectedFiles(), QStringList{dialog->directory().filePath(QStringLiteral("tls-summary-x.pdf"))});
}

/// The program itself with its window, until it shows what it imported.
void TestStrangers::realWindow()
{
    Home home;
    QProcess window;
    QProcessEnvironment environment = home.environment();
    for (const char *name : {"DISPLAY", "DBUS_SESSION_BUS_ADDRESS"})
        environment.insert(QLatin1String(name), qEnvironmentVariable(name));
    window.setProcessEnvironment(environment);
    window.start(QStringLiteral(TLSRPT_PROGRAM), {QStringLiteral("--archive"), home.archive(), m_folder});
    QVERIFY(window.waitForStarted());
    const auto imported = [&home] {
        const Ran ran = home.onArchive(QStringLiteral("summary"), {QStringLiteral("--json")});
        return ran.json()[u"reports"].toInt();
    };
    QTRY_COMPARE_WITH_TIMEOUT(imported(), m_home.summary()[u"reports"].toInt(), 30'000);
    window.terminate();
    QVERIFY(window.waitForFinished());
}

void TestStrangers::nobodyIsAsked()
{
    if (qEnvironmentVariableIsEmpty("TLSRPT_NETWATCH"))
        QSKIP("not watched: a sanitizer wants to be loaded first");
    QStringList lines = spokenTo();
    // Our own program, which is watched in its turn, and the reader of PDFs.
    lines.removeIf([](const QString &line) {
        return line == u"start " + QStringLiteral(TLSRPT_PROGRAM) || line.endsWith(u"/pdftotext");
    });
    QVERIFY2(lines.isEmpty(), qPrintable(lines.join(u'\n')));
}

int main(int argc, char **argv)
{
    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    qputenv("LC_ALL", "C.UTF-8");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // else a bus would be started for us
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    // A library is preloaded into a program that starts: this one begins once more.
    if (qEnvironmentVariableIsEmpty("TLSRPT_NETWATCH")) {
        const QString watched = QStringLiteral("tlsrpt-watched-%1").arg(QCoreApplication::applicationPid());
        qputenv("TLSRPT_NETWATCH", QDir::temp().filePath(watched).toLocal8Bit());
        qputenv("LD_PRELOAD", TLSRPT_WATCHER);
        execv("/proc/self/exe", argv);
    }
#endif
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    installTranslations(application, QStringLiteral("en"));
    TestStrangers test;
    QTEST_SET_MAIN_SOURCE_PATH
    const int failed = QTest::qExec(&test, argc, argv);
    QFile::remove(qEnvironmentVariable("TLSRPT_NETWATCH"));
    return failed;
}
#include "test_strangers.moc"
