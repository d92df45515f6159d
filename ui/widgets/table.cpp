// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table.h"

#include "core/base/plaintext.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/tablekeeper.h"

#include <QHeaderView>
#include <QStyle>

#include <algorithm>

namespace tlsrpt
{

namespace
{
constexpr int rowHeight = 28;

void setUpView(QAbstractItemView &view, QHeaderView &header, const Theme &theme, Settings &settings,
               const QString &stateKey)
{
    view.setFrameShape(QFrame::NoFrame);
    view.setAlternatingRowColors(false);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setTextElideMode(Qt::ElideRight);
    view.setTabKeyNavigation(false); // Tab leaves the table, arrows move in it
    if (!qobject_cast<CellDelegate *>(view.itemDelegate()))
        view.setItemDelegate(new CellDelegate(theme, &view));
    header.setHighlightSections(false);
    header.setSectionsMovable(true);
    header.setSectionsClickable(true);
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header.setMinimumSectionSize(24);
    header.setFont(theme.font(FontRole::Caption));
    new TableKeeper(view, header, settings, stateKey);
    QObject::connect(&theme, &Theme::changed, view.viewport(), qOverload<>(&QWidget::update));
}
} // namespace

void setUpTable(QTableView &view, const Theme &theme, Settings &settings, const QString &stateKey)
{
    view.setShowGrid(false);
    view.setWordWrap(false);
    view.setCornerButtonEnabled(false);
    view.verticalHeader()->hide();
    view.verticalHeader()->setMinimumSectionSize(rowHeight - 4);
    view.verticalHeader()->setDefaultSectionSize(
        std::max(rowHeight, QFontMetrics(theme.font(FontRole::Body)).height() + 6));
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setUpView(view, *view.horizontalHeader(), theme, settings, stateKey);
}

void setUpTree(QTreeView &view, const Theme &theme, Settings &settings, const QString &stateKey)
{
    view.setIndentation(space::m);
    view.setAllColumnsShowFocus(true);
    view.setExpandsOnDoubleClick(true);
    view.setAnimated(false);
    setUpView(view, *view.header(), theme, settings, stateKey);
}

void setColumnWidths(QHeaderView &header, std::initializer_list<int> widths)
{
    int column = 0;
    for (const int width : widths)
        header.resizeSection(column++, width);
}

void growColumns(QAbstractItemView &view, std::initializer_list<int> columns)
{
    if (TableKeeper *keeper = TableKeeper::of(view))
        keeper->grow(columns);
}

void fitNumbers(QAbstractItemView &view, QHeaderView &header)
{
    const QAbstractItemModel *model = view.model();
    header.setResizeContentsPrecision(100); // of a thousand rows not all are measured
    for (int column = 0; column < model->columnCount(); ++column) {
        const int alignment = model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        const bool fixed = header.isSectionHidden(column) || header.sectionResizeMode(column) == QHeaderView::Stretch;
        if (fixed || !(alignment & Qt::AlignRight))
            continue;
        // Not sectionSizeHint(): it keeps room for a sort arrow in every column.
        const QString heading = model->headerData(column, Qt::Horizontal).toString();
        const int words = header.fontMetrics().horizontalAdvance(heading) + 2 * header.style()->pixelMetric(QStyle::PM_HeaderMargin);
        const int needed = std::max(view.sizeHintForColumn(column), words);
        fitColumn(view, column, needed);
    }
    if (TableKeeper *keeper = TableKeeper::of(view))
        keeper->adjust();
}

void fitColumn(QAbstractItemView &view, int column, int needed)
{
    if (TableKeeper *keeper = TableKeeper::of(view))
        keeper->fit(column, needed);
}

QMenu *columnMenu(QAbstractItemView &view, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    QObject::connect(menu, &QMenu::aboutToShow, &view, [&view, menu] {
        if (TableKeeper *keeper = TableKeeper::of(view))
            keeper->fillMenu(*menu);
    });
    return menu;
}

namespace
{

/// The selected rows, each once, in their order.
QModelIndexList selectedRows(const QAbstractItemView &view)
{
    QModelIndexList rows;
    for (const QItemSelectionRange &range : view.selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << view.model()->index(row, 0, range.parent());
    }
    const auto same = [](const QModelIndex &a, const QModelIndex &b) { return a == b; };
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
    return rows;
}

/// A sparkline has no text to copy.
bool isPicture(const QAbstractItemModel &model, int column)
{
    return model.index(0, column).data(BinsRole).isValid();
}

/// Nothing that a spreadsheet runs, and nothing that turns the line around.
QString harmless(QString cell)
{
    std::replace_if(cell.begin(), cell.end(), turnsDirection, QChar(QChar::ReplacementCharacter));
    static constexpr QStringView risky = u"=+-@\t\r";
    bool isNumber = false;
    if (!cell.isEmpty() && risky.contains(cell.at(0)) && (QLocale::c().toDouble(cell, &isNumber), !isNumber))
        cell.prepend(u'\'');
    return cell;
}

} // namespace

QString plainText(const QModelIndex &index)
{
    for (const int role : {int(PlainRole), int(NumberRole)}) {
        if (const QVariant value = index.data(role); value.isValid())
            return value.toString();
    }
    return index.data().toString();
}

QString plainShare(qint64 part, qint64 whole)
{
    return whole > 0 ? QString::number(static_cast<double>(part) / static_cast<double>(whole), 'f', 4) : QString();
}

QString selectionAsText(const QAbstractItemView &view)
{
    const TableKeeper *keeper = TableKeeper::of(view);
    const QModelIndexList rows = keeper && view.selectionModel() ? selectedRows(view) : QModelIndexList();
    if (rows.isEmpty())
        return {};
    const QHeaderView &header = keeper->header();
    std::vector<int> columns;
    QStringList names;
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        if (header.isSectionHidden(column) || isPicture(*view.model(), column))
            continue;
        columns.push_back(column);
        names << view.model()->headerData(column, Qt::Horizontal).toString();
    }
    QStringList lines{names.join(u'\t')};
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells << harmless(plainText(row.siblingAtColumn(column)).simplified());
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

QString csvCell(const QString &text)
{
    QString cell = harmless(text);
    static constexpr QStringView special = u",\"\r\n";
    const bool quoted = std::any_of(cell.cbegin(), cell.cend(), [](QChar c) { return special.contains(c); });
    if (!quoted)
        return cell;
    cell.replace(u'"', QStringLiteral("\"\""));
    return u'"' % cell % u'"';
}

QString toCsv(const QAbstractItemModel &model)
{
    QString out;
    const int columns = model.columnCount();
    for (int row = -1; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columns; ++column) {
            if (!isPicture(model, column))
                cells << csvCell(row < 0 ? model.headerData(column, Qt::Horizontal).toString()
                                         : plainText(model.index(row, column)));
        }
        out += cells.join(u',') + QStringLiteral("\r\n"); // RFC 4180 section 2
    }
    return out;
}

} // namespace tlsrpt
