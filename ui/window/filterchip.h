// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace tlsrpt
{

/// A rounded button of the filter bar: "Domain all v". Active ones are filled.
class FilterChip : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Kind { Menu, Toggle, Removable };
    FilterChip(const Theme &theme, Kind kind, QWidget *parent = nullptr);

    /// `quiet` is drawn in the second text colour, before the value or after it.
    void setWords(const QString &value, const QString &quietBefore = {},
                  const QString &quietAfter = {});
    void setIconName(const QString &name);
    void setActive(bool active);
    bool isActive() const { return m_active || isChecked(); }
    QString words() const; ///< as shown, in one text

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    const Theme &m_theme;
    Kind m_kind;
    QString m_value;
    QString m_before;
    QString m_after;
    QString m_icon;
    bool m_active = false;
};

} // namespace tlsrpt
