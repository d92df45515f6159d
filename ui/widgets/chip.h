// SPDX-License-Identifier: GPL-3.0-or-later
// The rounded button of the filter bar: a grey key, then the value.
#pragma once

#include "ui/theme/theme.h"

#include <QToolButton>

namespace tlsrpt
{

/// "Domain  example.org  x". Height 28, radius 14. Give it a menu (setMenu) for a chevron; while
/// `active` it stands on the selection colour and, if clearable, shows a cross that emits
/// cleared() (also by Delete and Backspace).
class Chip : public QToolButton
{
    Q_OBJECT
public:
    explicit Chip(const Theme &theme, QWidget *parent = nullptr);
    void setKey(const QString &key);        ///< may be empty
    void setValue(const QString &value);
    void setIconName(const QString &name);  ///< drawn at the left end
    void setActive(bool active);
    void setClearable(bool clearable);
    QString key() const { return m_key; }
    QString value() const { return m_value; }
    bool isActive() const { return m_active; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void cleared();

protected:
    void paintEvent(QPaintEvent *) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool showsCross() const { return m_active && m_clearable; }
    bool isTrailing(const QPoint &position) const;
    void describe();
    const Theme &m_theme;
    QString m_key;
    QString m_value;
    QString m_iconName;
    bool m_active = false;
    bool m_clearable = false;
    bool m_pressedCross = false;
};

} // namespace tlsrpt
