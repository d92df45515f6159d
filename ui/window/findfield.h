// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLineEdit>

namespace tlsrpt
{

/// A line edit that shows the keys that lead to it while it is empty; Escape empties it.
class FindField : public QLineEdit
{
    Q_OBJECT
public:
    FindField(const Theme &theme, const QKeySequence &keys, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Theme &m_theme;
    QString m_keys;
};

} // namespace tlsrpt
