// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QStackedWidget;

namespace tlsrpt
{

/// The sheet that pages lie on: a 1 px line and corners of 8 px on the side of the side bar.
class PageFrame : public QWidget
{
    Q_OBJECT
public:
    explicit PageFrame(const Theme &theme, QWidget *parent = nullptr);
    QStackedWidget &stack() { return *m_stack; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    const Theme &m_theme;
    QStackedWidget *m_stack;
    QWidget *m_corners[2];
};

} // namespace tlsrpt
