// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QDateEdit;
class QPushButton;

namespace tlsrpt
{

/// Free first and last day of the period.
class DaysPopup : public QFrame
{
    Q_OBJECT
public:
    DaysPopup(const Theme &theme, QWidget *parent);

    void setDays(DayRange days);
    void openBelow(QWidget *chip);

signals:
    void chosen(tlsrpt::DayRange days);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QDateEdit *m_first;
    QDateEdit *m_last;
    QPushButton *m_apply;
};

} // namespace tlsrpt
