// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

#include <QDialog>

#include <optional>

class QDateEdit;
class QLineEdit;
class QRadioButton;

namespace tlsrpt
{

/// Why a finding is muted, and until when. Muted ones are counted, not hidden for ever. `all`: what
/// the mute is for, where that is more than one.
class MuteDialog : public QDialog
{
    Q_OBJECT
public:
    MuteDialog(const QString &title, const QStringList &all, Day today, QWidget *parent = nullptr);

signals:
    /// `until`: the last muted day; none: until it is unmuted.
    void chosen(const QString &reason, std::optional<tlsrpt::Day> until);

private:
    std::optional<Day> until() const;

    Day m_today;
    QLineEdit *m_reason;
    QRadioButton *m_week;
    QRadioButton *m_month;
    QRadioButton *m_date;
    QRadioButton *m_open;
    QDateEdit *m_day;
};

} // namespace tlsrpt
