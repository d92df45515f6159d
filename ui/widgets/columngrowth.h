// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that take what a wide window has to give.
#pragma once

#include <QAbstractItemView>
#include <QHeaderView>

#include <vector>

namespace tlsrpt
{

/// Shares the view's spare width among some columns, in proportion to the widths they have when
/// this is made, up to 2.5 times these. Once the user has dragged a column, the widths are theirs.
class ColumnGrowth : public QObject
{
    Q_OBJECT
public:
    ColumnGrowth(QAbstractItemView &view, QHeaderView &header, std::vector<int> columns);

    bool usersOwn() const { return m_usersOwn; }
    void setUsersOwn(bool own);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void adjust();

    struct Column {
        int section;
        int width; ///< at first, the least
    };
    QAbstractItemView &m_view;
    QHeaderView &m_header;
    std::vector<Column> m_columns;
    int m_last = 0; ///< least width of the last section, which may be stretched
    bool m_usersOwn = false;
    bool m_adjusting = false;
};

} // namespace tlsrpt
