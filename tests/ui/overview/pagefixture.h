// SPDX-License-Identifier: GPL-3.0-or-later
// What every test of a page needs: an archive made from the samples, a page in a window, and
// questions about what stands on it.
#pragma once

#include "core/pipeline/importjob.h"
#include "ui/page/page.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/stateview.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

#include <algorithm>
#include <memory>

namespace tlsrpt::test
{

inline const QDateTime now{QDate(2026, 11, 24), QTime(12, 0), Qt::UTC};

/// Imports into the archive at `path`, which is made if there is none. False: it did not work.
inline bool importInto(const QString &path, const QStringList &inputs)
{
    const FixedClock clock{now};
    if (!Archive::open(path, Archive::Mode::CreateIfMissing, clock))
        return false;
    JobControl control;
    const auto outcome = runImport({path, ImportKind::Files, inputs, {}, 1}, clock, control, {});
    return outcome && outcome->counts.imported > 0;
}

/// The samples' archive, imported once; every test works on a copy of it.
class SampleArchive
{
public:
    bool make() { return importInto(path(), {QStringLiteral(SAMPLES_DIR)}); }
    QString path() const { return m_folder.filePath(QStringLiteral("samples.sqlite")); }
    bool copyTo(const QString &other) const { return QFile::copy(path(), other); }

private:
    QTemporaryDir m_folder;
};

/// Everything a page is given.
struct Bench {
    QTemporaryDir folder;
    FixedClock clock{now};
    Settings settings{folder.filePath(QStringLiteral("s.ini"))};
    Theme theme{Appearance::Light};
    ArchiveSession session;
    FilterState filter;
    DiagnosisSession diagnosis{session, clock};

    Context context() { return {clock, settings, theme, session, filter, diagnosis}; }
    QString archive() const { return folder.filePath(QStringLiteral("a.sqlite")); }
    void openCopyOf(const SampleArchive &samples)
    {
        QVERIFY(samples.copyTo(archive()));
        session.open(archive());
    }
    void openEmpty() { session.open(archive()); }
    void openGarbage()
    {
        QFile file(archive());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        session.open(archive());
    }
};

inline void showPage(Page &page)
{
    page.resize(1300, 800);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
}

/// The content is shown, and there is something in it.
inline bool hasContent(const QWidget &page)
{
    const auto *state = page.findChild<StateView *>();
    const auto views = page.findChildren<QAbstractItemView *>();
    return state && state->currentIndex() == 0
        && std::any_of(views.begin(), views.end(), [](const QAbstractItemView *each) {
               return each->model() && !qobject_cast<const QHeaderView *>(each) && each->model()->rowCount() > 0;
           });
}

/// The title of what stands instead of the content; empty when the content is there.
inline QString message(const QWidget &page)
{
    const auto *state = page.findChild<StateView *>();
    return state && state->currentIndex() != 0 ? state->currentWidget()->accessibleName() : QString();
}

/// The button of the message, or null.
inline QPushButton *messageButton(const QWidget &page)
{
    const auto *state = page.findChild<StateView *>();
    auto *button = state && state->currentIndex() != 0 ? state->currentWidget()->findChild<QPushButton *>() : nullptr;
    return button && button->isVisible() ? button : nullptr;
}

/// A page in a window, filled from the samples; the test stops if it does not fill.
template<typename P>
struct Filled {
    Bench bench;
    P page{bench.context()};

    explicit Filled(const SampleArchive &samples, const QVariant &place = {})
    {
        if (place.isValid())
            page.goTo(place); // as at a start: before the data
        showPage(page);
        bench.openCopyOf(samples);
        QTRY_VERIFY(hasContent(page));
    }
};

/// An empty archive, a filter that leaves nothing, an archive that cannot be read: each is told,
/// and the last two have a button that mends it.
template<typename P>
void checkStates(const SampleArchive &samples, const QString &nothingLeft)
{
    Bench empty;
    P invites(empty.context());
    showPage(invites);
    empty.openEmpty();
    QTRY_COMPARE(message(invites), QStringLiteral("No reports yet"));

    Filled<P> filtered(samples);
    Filter filter;
    filter.domains = QStringList{QStringLiteral("nobody.example")};
    filtered.bench.filter.set(filter);
    QTRY_COMPARE(message(filtered.page), nothingLeft);
    QVERIFY(messageButton(filtered.page));
    QTest::mouseClick(messageButton(filtered.page), Qt::LeftButton);
    QVERIFY(filtered.bench.filter.filter().isAll());
    QTRY_VERIFY(hasContent(filtered.page));

    Bench broken;
    P failing(broken.context());
    showPage(failing);
    broken.openGarbage();
    QTRY_VERIFY(messageButton(failing));
    QVERIFY(!message(failing).isEmpty());
    QFile::remove(broken.archive());
    QVERIFY(samples.copyTo(broken.archive()));
    QTest::mouseClick(messageButton(failing), Qt::LeftButton);
    QTRY_VERIFY(hasContent(failing));
}

/// By its accessible name.
template<typename View>
View *view(const QWidget &page, const QString &name)
{
    for (View *each : page.findChildren<View *>()) {
        if (each->accessibleName() == name)
            return each;
    }
    return nullptr;
}

inline QPushButton *button(const QWidget &page, const QString &text)
{
    for (auto *each : page.findChildren<QPushButton *>()) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

/// All that labels say, in one text; zero-width spaces, which only let words wrap, left out.
inline QString textOf(const QWidget &widget, bool onlyVisible = true)
{
    QStringList lines;
    for (const auto *label : widget.findChildren<QLabel *>()) {
        if (!onlyVisible || label->isVisibleTo(&widget))
            lines << label->text();
    }
    return lines.join(u'\n').remove(QChar(0x200b));
}

/// Nothing that may carry a stranger's text is read as HTML.
inline bool isPlain(const QWidget &widget)
{
    for (const auto *label : widget.findChildren<QLabel *>()) {
        if (label->textFormat() != Qt::PlainText && Qt::mightBeRichText(label->text()))
            return false;
    }
    return true;
}

/// Presses Tab until the widget has the focus.
inline bool tabReaches(const QWidget &page, const QWidget &wanted)
{
    for (int i = 0; i < 60 && !wanted.hasFocus(); ++i) {
        QWidget *at = QApplication::focusWidget();
        QTest::keyClick(at ? at : const_cast<QWidget *>(&page), Qt::Key_Tab);
    }
    return wanted.hasFocus();
}

inline QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

inline QStringList columnTexts(const QAbstractItemModel &model, int column, int role = Qt::DisplayRole)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data(role).toString();
    return texts;
}

/// No cell's tool tip would be read as HTML that a stranger wrote.
inline bool toolTipsAreHarmless(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            const QString tip = index.data(Qt::ToolTipRole).toString();
            if ((tip.contains(u"<b>") && Qt::mightBeRichText(tip)) || tip.size() > 20'000
                || !toolTipsAreHarmless(model, column == 0 ? index : QModelIndex(index.siblingAtColumn(column))))
                return false;
        }
    }
    return true;
}

inline const QString hostile = QStringLiteral("<b>x</b><img src=\"file:///etc/passwd\">\u202Egpj.exe\u2066 & \"%1\" \n=1+1");
inline QString megabyte() { return QString(1024 * 1024, u'M'); }

} // namespace tlsrpt::test
