// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/windowwalk.h"

#include "ui/charts/daychart.h"
#include "ui/widgets/roles.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSet>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeView>

namespace tlsrpt::test
{

namespace
{

bool isInteractive(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QLineEdit *>(&widget)
        || qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractItemView *>(&widget)
        || qobject_cast<const QTabBar *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget)
        || qobject_cast<const QTextEdit *>(&widget) || qobject_cast<const QPlainTextEdit *>(&widget)
        || qobject_cast<const DayChart *>(&widget);
}

/// Whether a delegate paints something there; a cell with nothing in it has nothing to say.
bool paints(const QModelIndex &index)
{
    constexpr int painted[] = {Qt::DisplayRole, Qt::DecorationRole, BarShareRole, BinsRole, CausesRole, CaptionRole,
                               IconNameRole, ProgressRole, NumberRole};
    return std::any_of(std::begin(painted), std::end(painted), [&index](int role) {
        const QVariant value = index.data(role);
        return value.isValid() && !(value.typeId() == QMetaType::QString && value.toString().isEmpty());
    });
}

/// The row below, children of open rows too.
QModelIndex next(const QAbstractItemView &view, const QModelIndex &row)
{
    if (const auto *tree = qobject_cast<const QTreeView *>(&view))
        return tree->indexBelow(row);
    return row.siblingAtRow(row.row() + 1);
}

QStringList cellsWithoutWords(QAbstractItemView &view)
{
    QStringList missing;
    // Without a screen reader Qt does not tell its tables that a model changed: begin afresh.
    if (QAccessibleInterface *stale = QAccessible::queryAccessibleInterface(&view))
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(stale));
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&view);
    QAccessibleTableInterface *table = access ? access->tableInterface() : nullptr;
    if (!table)
        return missing;
    const auto *header = [&view]() -> QHeaderView * {
        const auto *grid = qobject_cast<QTableView *>(&view);
        return grid ? grid->horizontalHeader() : nullptr;
    }();
    QModelIndex index = view.model()->index(0, 0, view.rootIndex());
    for (int row = 0; row < std::min(table->rowCount(), rowsLookedAt); ++row, index = next(view, index)) {
        for (int column = 0; column < table->columnCount(); ++column) {
            if ((header && header->isSectionHidden(column)) || !paints(index.siblingAtColumn(column)))
                continue;
            QAccessibleInterface *cell = table->cellAt(row, column);
            if (!cell || cell->text(QAccessible::Name).trimmed().isEmpty())
                missing << u"%1: no words in row %2, column %3"_qs.arg(nameOf(view)).arg(row).arg(column);
        }
    }
    return missing;
}

} // namespace

bool isQtsOwn(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return widget.objectName().startsWith(u"qt_") || widget.inherits("QTableCornerButton")
        || widget.inherits("QLineEditIconButton") || widget.inherits("QMenuBarExtension")
        || qobject_cast<const QScrollBar *>(&widget) || qobject_cast<const QHeaderView *>(&widget)
        || (qobject_cast<const QToolButton *>(&widget) && qobject_cast<const QTabBar *>(parent))
        || (qobject_cast<const QLineEdit *>(&widget) && qobject_cast<const QAbstractSpinBox *>(parent));
}

QList<QWidget *> visibleWidgets(const QWidget &root)
{
    QList<QWidget *> visible;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (widget->isVisibleTo(&root) && widget->window() == root.window())
            visible << widget;
    }
    return visible;
}

QString nameOf(const QWidget &widget)
{
    QString text = widget.accessibleName();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        text += u' ' + button->text();
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        text += u' ' + label->text().left(80);
    QStringList path;
    for (const QWidget *w = &widget; w && path.size() < 4; w = w->parentWidget())
        path.prepend(QString::fromLatin1(w->metaObject()->className()).section(u"::"_qs, -1));
    return path.join(u'/') + u" \"" + text.trimmed() + u'"';
}

QList<QWidget *> interactiveWidgets(const QWidget &root)
{
    QList<QWidget *> widgets;
    for (QWidget *widget : visibleWidgets(root)) {
        if (isInteractive(*widget) && !isQtsOwn(*widget))
            widgets << widget;
    }
    return widgets;
}

QStringList missingForScreenReaders(const QWidget &root)
{
    QStringList missing;
    for (QWidget *widget : interactiveWidgets(root)) {
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
        if (!access) {
            missing << nameOf(*widget) + u": nothing";
            continue;
        }
        // A tab bar is named by its tabs.
        if (access->text(QAccessible::Name).trimmed().isEmpty() && !qobject_cast<QTabBar *>(widget))
            missing << nameOf(*widget) + u": no name";
        if (access->role() == QAccessible::NoRole || access->role() == QAccessible::Client)
            missing << nameOf(*widget) + u": no role";
        if (auto *view = qobject_cast<QAbstractItemView *>(widget))
            missing += cellsWithoutWords(*view);
    }
    return missing;
}

QStringList unreachedByTab(QWidget &root)
{
    QSet<QWidget *> visited;
    constexpr int enough = 400;
    QWidget *first = nullptr;
    for (int i = 0; i < enough; ++i) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &root, Qt::Key_Tab);
        QWidget *now = QApplication::focusWidget();
        if (!now)
            return {u"the focus went nowhere"_qs};
        if (!first)
            first = now;
        else if (now == first && i > 1 && visited.size() > 1)
            break; // once around
        visited.insert(now);
    }
    if (visited.size() < 3)
        return {u"Tab reaches %1 widgets"_qs.arg(visited.size())};
    QStringList unreached;
    for (QWidget *widget : interactiveWidgets(root)) {
        QWidget *takesIt = widget;
        while (takesIt->focusProxy())
            takesIt = takesIt->focusProxy();
        // One of a group of exclusive buttons is enough: the arrows go to the others.
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        if (widget->isEnabled() && !visited.contains(takesIt) && !(button && button->autoExclusive()))
            unreached << nameOf(*widget);
    }
    return unreached;
}

} // namespace tlsrpt::test
