// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowmenu.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

#include <algorithm>

namespace tlsrpt
{

RowMenu::RowMenu(QAbstractItemView &view, std::function<void(QMenu &)> fill)
    : QObject(&view), m_view(view), m_fill(std::move(fill))
{
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
}

bool RowMenu::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ContextMenu) {
        const auto &asked = static_cast<const QContextMenuEvent &>(*event);
        if (asked.modifiers() & Qt::ControlModifier)
            return false; // that of the columns
        if (asked.reason() == QContextMenuEvent::Mouse && watched == m_view.viewport())
            openForMouse(asked.pos());
        else if (asked.reason() == QContextMenuEvent::Keyboard)
            openForKeyboard();
        return true;
    }
    if (event->type() == QEvent::KeyPress && watched == &m_view) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        if (key.key() == Qt::Key_F10 && key.modifiers() == Qt::ShiftModifier) {
            openForKeyboard();
            return true;
        }
    }
    return false;
}

void RowMenu::openForMouse(const QPoint &at)
{
    const QModelIndex index = m_view.indexAt(at);
    if (index.isValid())
        open(index, m_view.viewport()->mapToGlobal(at));
}

void RowMenu::openForKeyboard()
{
    const QModelIndex index = m_view.currentIndex();
    if (!index.isValid())
        return;
    m_view.scrollTo(index);
    const QRect row = m_view.visualRect(index);
    open(index, m_view.viewport()->mapToGlobal(QPoint(std::max(0, row.left()), row.bottom())));
}

void RowMenu::open(const QModelIndex &index, const QPoint &globalPlace)
{
    if (!m_view.selectionModel()->isSelected(index)) // else it is for all that are selected
        // Not by the view, which would heed the Shift that is held down.
        m_view.selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    auto *menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_fill(*menu);
    if (menu->isEmpty()) {
        delete menu;
        return;
    }
    menu->addSeparator();
    menu->addActions(m_common);
    menu->popup(globalPlace);
}

void addButtons(QMenu &menu, const QList<QAbstractButton *> &buttons)
{
    for (QAbstractButton *button : buttons) {
        if (!button->isHidden())
            menu.addAction(button->text(), button, &QAbstractButton::click)->setEnabled(button->isEnabled());
    }
}

} // namespace tlsrpt
