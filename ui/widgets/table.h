// SPDX-License-Identifier: GPL-3.0-or-later
// Set-up that all tables share: no zebra, 1 px rules, remembered columns, copy, type to find.
#pragma once

#include "core/settings/settings.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QTreeView>

namespace tlsrpt
{

/// The row under the mouse, as QPersistentModelIndex on the view; delegates light it as a whole.
inline constexpr char hoverProperty[] = "tlsrptHoverRow";

/// Look, header height 26, row selection, no grid; keeps column widths, order, visibility and
/// sorting in settings under `stateKey` (restored when the view is first shown, so default widths
/// may be set before or after); Ctrl+C copies the selected rows as selectionAsText(); letters
/// find the next row that starts with them; a header context menu (by keyboard: Ctrl+Menu or
/// Ctrl+Shift+F10) sorts, shows and hides columns. The delegate becomes a CellDelegate unless the
/// page has set one; NumberDelegate and the like go on columns afterwards.
void setUpTable(QTableView &view, const Theme &theme, Settings &settings, const QString &stateKey);
void setUpTree(QTreeView &view, const Theme &theme, Settings &settings, const QString &stateKey);

/// The menu of the header for a "Columns" button: sorting, visible columns, back to the first
/// layout. A view that setUpTable/setUpTree prepared; the menu is rebuilt each time it opens.
QMenu *columnMenu(QAbstractItemView &view, QWidget *parent);
/// The selected rows as text below a header line: visible columns in their order, tab-separated,
/// values and formulas as in toCsv().
QString selectionAsText(const QAbstractItemView &view);

/// Default widths of the first columns, in pixels at scale 1; what the user set before wins.
void setColumnWidths(QHeaderView &header, std::initializer_list<int> widths);

/// These columns share the width a wide window has to spare. Call it after
/// setColumnWidths() and before the last section is stretched.
void growColumns(QAbstractItemView &view, std::initializer_list<int> columns);

/// Widens right-aligned columns whose visible numbers or headings would be cut; with other numbers they
/// are again as they were laid out or dragged. Of a view that setUpTable/setUpTree prepared.
void fitNumbers(QAbstractItemView &view, QHeaderView &header);
/// The same for one column that needs this width.
void fitColumn(QAbstractItemView &view, int column, int needed);

/// What a copy holds of a cell: days as ISO 8601, numbers without separators, else the text shown.
QString plainText(const QModelIndex &index);
/// A rate for PlainRole: "0.0312"; empty of nothing.
QString plainShare(qint64 part, qint64 whole);

/// All rows of a model as CSV with a header line, without columns that are mere pictures; cells
/// that start with = + - @ tab or CR are preceded by an apostrophe (harmless in spreadsheets),
/// unless they are plain numbers.
QString toCsv(const QAbstractItemModel &model);
QString csvCell(const QString &text);

} // namespace tlsrpt
