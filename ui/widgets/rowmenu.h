// SPDX-License-Identifier: GPL-3.0-or-later
// The context menu of a list's rows.
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QMenu>

#include <functional>

namespace tlsrpt
{

/// Opens by a right click on a row, by the menu key and by Shift+F10 for the current one. `fill`
/// says what can be done with the current row; where that is nothing, no menu opens.
class RowMenu : public QObject
{
    Q_OBJECT
public:
    RowMenu(QAbstractItemView &view, std::function<void(QMenu &)> fill);
    /// What the window offers for every list, below a line.
    void setCommon(const QList<QAction *> &actions) { m_common = actions; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openForMouse(const QPoint &at);
    void openForKeyboard();
    void open(const QModelIndex &index, const QPoint &globalPlace);

    QAbstractItemView &m_view;
    std::function<void(QMenu &)> m_fill;
    QList<QAction *> m_common;
};

/// An entry for each button that is not hidden: the same text, and it clicks the button.
void addButtons(QMenu &menu, const QList<QAbstractButton *> &buttons);

} // namespace tlsrpt
