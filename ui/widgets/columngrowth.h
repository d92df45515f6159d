// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that take what a wide window has to give.
#pragma once

#include <QAbstractItemView>
#include <QHeaderView>

#include <algorithm>
#include <vector>

namespace tlsrpt
{

/// Shares the view's spare width among some columns, in proportion to the widths they have when
/// this is made, up to 2.5 times these; where the view is too narrow they give way down to 0.7 times
/// before it scrolls sideways. Once the user has dragged a column, the widths are theirs.
class ColumnGrowth : public QObject
{
    Q_OBJECT
public:
    ColumnGrowth(QAbstractItemView &view, QHeaderView &header, std::vector<int> columns);

    bool usersOwn() const { return m_usersOwn; }
    void setUsersOwn(bool own);
    /// What the section's numbers need: it does not give way below that.
    void setNeeded(int section, int width);
    void adjust();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    double factorFor(int room) const;

    struct Column {
        int section;
        int width;      ///< at first
        int needed; ///< by its heading or its numbers
        int sized(double factor) const { return std::max(needed, int(width * factor)); }
    };
    QAbstractItemView &m_view;
    QHeaderView &m_header;
    std::vector<Column> m_columns;
    int m_last = 0; ///< least width of the last section, which may be stretched
    bool m_usersOwn = false;
    bool m_adjusting = false;
};

} // namespace tlsrpt
