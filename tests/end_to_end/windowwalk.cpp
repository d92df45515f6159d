// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/windowwalk.h"

#include "core/pipeline/importjob.h"
#include "core/query/reader.h"
#include "resources/samples.h"
#include "ui/page/page.h"

#include <QApplication>
#include <QProgressBar>
#include <QTabBar>
#include <QTest>
#include <QTreeView>

namespace tlsrpt::test
{

Desk::Desk(const QStringList &paths, Appearance appearance)
    : m_settings(m_folder.filePath(u"settings.ini"_qs)), m_mailboxes(m_folder.filePath(u"settings.ini"_qs)), m_theme(appearance)
{
    m_settings.setAppearance(appearance);
    m_theme.apply(*qApp);
    if (!paths.isEmpty())
        import(paths, 1);
}

Desk::Desk(Filled filled, Appearance appearance) : Desk(QStringList(), appearance)
{
    if (filled == Filled::No)
        return;
    QStringList paths = extractSamples(file(u"samples"_qs));
    // Something rejected and something ignored, so that Sources has all its lists.
    for (const auto &[name, bytes] : {std::pair("broken.json", "{"), std::pair("notes.txt", "nothing of ours")}) {
        QFile extra(file(QLatin1String(name)));
        if (!extra.open(QIODevice::WriteOnly) || extra.write(bytes) < 1)
            qFatal("cannot write");
        paths << extra.fileName();
    }
    import(paths, 1000);
}

void Desk::import(const QStringList &paths, qint64 least)
{
    ImportRequest request;
    request.archivePath = archive();
    request.paths = paths;
    JobControl control;
    const auto outcome = runImport(request, m_clock, control, {});
    if (!outcome || outcome->counts.imported < least)
        qFatal("cannot import %s", qPrintable(paths.value(0)));
}

void Desk::open()
{
    m_window = std::make_unique<MainWindow>(m_clock, m_settings, m_theme, MailAccess{m_mailboxes, m_secrets}, archive());
    m_window->resize(1366, 768);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    settle();
}

void Desk::settle()
{
    // Answers come from another thread: it stands when nothing says that it reads, and what is
    // shown stays the same.
    const auto busy = [this] {
        const auto bars = m_window->findChildren<QProgressBar *>();
        return std::any_of(bars.begin(), bars.end(), [](QProgressBar *bar) { return bar->isVisible(); });
    };
    const auto shown = [this] {
        qsizetype sum = 0;
        for (const QWidget *widget : m_window->findChildren<QWidget *>())
            sum += widget->isVisible() ? widget->width() + 31 * widget->height() : 0;
        for (const QAbstractItemView *view : m_window->findChildren<QAbstractItemView *>())
            sum += view->isVisible() && view->model() ? 7919 * view->model()->rowCount() : 0;
        return sum;
    };
    qsizetype last = -1;
    int same = 0;
    QTRY_VERIFY_WITH_TIMEOUT((same = shown() == last && !busy() ? same + 1 : 0, last = shown(), same > 4), 20'000);
}

bool Desk::selectFirstRow()
{
    // The largest table of the page: the ones beside it only accompany it.
    QAbstractItemView *largest = nullptr;
    for (QAbstractItemView *view : m_window->findChildren<QAbstractItemView *>()) {
        const bool ofAPage = [view] {
            for (const QWidget *w = view; w; w = w->parentWidget()) {
                if (qobject_cast<const Page *>(w))
                    return true;
            }
            return false;
        }();
        if (ofAPage && view->isVisible() && view->model() && view->model()->rowCount() > 0
            && (!largest || view->height() * view->width() > largest->height() * largest->width()))
            largest = view;
    }
    if (!largest)
        return false;
    largest->setFocus();
    const QModelIndex first = largest->model()->index(0, 0);
    largest->setCurrentIndex(first);
    if (auto *tree = qobject_cast<QTreeView *>(largest)) {
        tree->expand(first);
        if (!(first.flags() & Qt::ItemIsSelectable)) // the heading of a group
            tree->setCurrentIndex(tree->model()->index(0, 0, first));
    }
    return true;
}

void Desk::choose(const QString &page)
{
    m_window->showPage(page);
    settle();
    if (!selectFirstRow())
        qFatal("%s has no rows", qPrintable(page));
    settle();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    settle();
}

void Desk::walk(const std::function<void(const QString &)> &look)
{
    for (const QString &page : {u"overview"_qs, u"findings"_qs, u"domains"_qs, u"enforce"_qs, u"servers"_qs, u"senders"_qs, u"reports"_qs, u"sources"_qs}) {
        m_window->showPage(page);
        settle();
        look(page);
        if (!selectFirstRow()) {
            if (page != u"enforce") // the first domain enforces: nothing would have been refused
                qFatal("%s has no rows", qPrintable(page));
            continue;
        }
        settle();
        look(page + u", first row"_qs);
        selectFirstRow(); // who looked may have left it, and Return presses buttons
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        settle();
        look(page + u", opened"_qs);
        for (QTabBar *bar : m_window->findChildren<QTabBar *>()) {
            for (int tab = 1; bar->isVisible() && tab < bar->count(); ++tab) {
                bar->setCurrentIndex(tab);
                settle();
                look(u"%1, tab %2"_qs.arg(page, bar->tabText(tab)));
            }
        }
    }
}

QStringList Desk::data() const
{
    auto reader = ArchiveReader::open(archive());
    if (!reader)
        return {};
    QStringList texts{archive(), QFileInfo(archive()).fileName(), m_folder.path()};
    if (const auto facts = loadFacts(reader->database())) {
        for (const QString &text : (*facts)->texts)
            texts << text;
        for (const KnownPolicy &policy : (*facts)->policies)
            texts << policy.strings << policy.mxHosts;
    }
    if (const auto imports = reader->imports()) {
        for (const ImportRow &row : *imports) {
            for (const QString &name : row.names)
                texts << name << QFileInfo(name).fileName();
        }
    }
    return texts;
}

} // namespace tlsrpt::test
