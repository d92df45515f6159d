// SPDX-License-Identifier: GPL-3.0-or-later
// The hairline between lines of a list, and emptying such a list.
#pragma once

#include "ui/theme/theme.h"

#include <QApplication>
#include <QLayout>
#include <QPainter>
#include <QWidget>

namespace tlsrpt
{

class HorizontalRule : public QWidget
{
public:
    explicit HorizontalRule(const Theme &theme, QWidget *parent = nullptr) : QWidget(parent), m_theme(theme)
    {
        setFixedHeight(1);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), m_theme.color(Token::Line)); }

private:
    const Theme &m_theme;
};

/// Its widgets go at the next turn of the event loop: one of them may be what asked for it. The
/// focus does not wander: a scroll area would follow it.
inline void clearLayout(QLayout &layout)
{
    if (QWidget *focus = QApplication::focusWidget(); focus && layout.parentWidget()->isAncestorOf(focus))
        focus->clearFocus();
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace tlsrpt
