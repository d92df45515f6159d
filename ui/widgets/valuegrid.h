// SPDX-License-Identifier: GPL-3.0-or-later
// Keys at the left in grey, values at the right: what a report or a server says of itself.
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>
#include <QWidget>

class QGridLayout;

namespace tlsrpt
{

/// Values are plain text, wrap, and can be selected by mouse and keyboard (a tab stop each).
class ValueGrid : public QWidget
{
    Q_OBJECT
public:
    /// `keyWidth` 0: as wide as the widest key.
    explicit ValueGrid(const Theme &theme, int keyWidth = 0, QWidget *parent = nullptr);
    QLabel *addRow(const QString &key, const QString &value, FontRole role = FontRole::Body,
                   Token tone = Token::Text);
    /// Any widget as the value; the key becomes its accessible name unless it has one.
    void addRow(const QString &key, QWidget *value);
    void clear();
    int rows() const { return m_rows; }

private:
    QLabel *addKey(const QString &key);
    const Theme &m_theme;
    QGridLayout *m_grid;
    int m_rows = 0;
};

} // namespace tlsrpt
