// SPDX-License-Identifier: GPL-3.0-or-later
// A table model over the rows of one answer; each column says what it shows for a row.
#pragma once

#include "ui/widgets/roles.h"
#include "ui/words/text.h"

#include <QAbstractTableModel>
#include <QTextDocument>

#include <functional>
#include <vector>

namespace tlsrpt
{

/// A tool tip that is shown as it is: Qt guesses HTML from the text, and a stranger wrote the text.
inline QString plainToolTip(const QString &text)
{
    const QString shown = words::shownLines(text);
    return Qt::mightBeRichText(shown) ? shown.toHtmlEscaped() : shown;
}

template<typename Row>
class RowModel : public QAbstractTableModel
{
public:
    struct Column {
        QString title;
        bool number = false; ///< right-aligned header
        /// The value for Qt's roles and those of ui/widgets/roles.h; invalid where it has none.
        /// Tool tips are plain text here; the model makes them harmless.
        std::function<QVariant(const Row &, int role)> value;
        QString toolTip = {};
    };

    explicit RowModel(std::vector<Column> columns, QObject *parent = nullptr)
        : QAbstractTableModel(parent), m_columns(std::move(columns))
    {
    }

    void setRows(std::vector<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    const std::vector<Row> &rows() const { return m_rows; }
    const Row &row(int index) const { return m_rows[static_cast<size_t>(index)]; }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Column &column = m_columns[static_cast<size_t>(index.column())];
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(alignment(column));
        QVariant value = column.value(row(index.row()), role);
        if (!value.isValid() && role == SortRole)
            value = column.value(row(index.row()), Qt::DisplayRole);
        if (role == Qt::ToolTipRole && value.isValid())
            return plainToolTip(value.toString());
        return value;
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const Column &column = m_columns[static_cast<size_t>(section)];
        switch (role) {
        case Qt::DisplayRole: return column.title;
        case Qt::ToolTipRole: return column.toolTip.isEmpty() ? QVariant() : column.toolTip;
        case Qt::TextAlignmentRole: return QVariant::fromValue(alignment(column));
        default: return {};
        }
    }

private:
    static Qt::Alignment alignment(const Column &column)
    {
        return (column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    }

    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
};

} // namespace tlsrpt
