// SPDX-License-Identifier: GPL-3.0-or-later
// "Open the finding ›": a way to another page, by mouse and keyboard.
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace tlsrpt
{

class LinkButton : public QAbstractButton
{
    Q_OBJECT
public:
    LinkButton(const Theme &theme, const QString &text, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace tlsrpt
