// SPDX-License-Identifier: GPL-3.0-or-later
// Set-up that all tables share: no zebra, 1 px rules, remembered columns, copy, type to find.
#pragma once

#include "core/settings/settings.h"
#include "ui/theme/theme.h"

#include <QTableView>
#include <QTreeView>

namespace tlsrpt
{

/// Look, header height 26, row selection, no grid; keeps column widths, order and visibility in
/// settings under `stateKey`; Ctrl+C copies the selected rows as text; a header context menu
/// shows and hides columns.
void setUpTable(QTableView &view, const Theme &theme, Settings &settings, const QString &stateKey);
void setUpTree(QTreeView &view, const Theme &theme, Settings &settings, const QString &stateKey);

/// All rows of a model as CSV with a header line; cells that start with = + - @ tab or CR are
/// preceded by an apostrophe (harmless in spreadsheets), unless they are plain numbers.
QString toCsv(const QAbstractItemModel &model);
QString csvCell(const QString &text);

} // namespace tlsrpt
