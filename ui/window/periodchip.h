// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/filterstate.h"
#include "ui/window/filterchip.h"

class QActionGroup;
class QMenu;

namespace tlsrpt
{

class DaysPopup;

/// The chip of the period with its presets and free dates.
class PeriodChip : public FilterChip
{
    Q_OBJECT
public:
    PeriodChip(FilterState &filter, const Theme &theme, QWidget *parent = nullptr);

    /// First and last report day of the archive; shown where all days are.
    void setWholePeriod(std::optional<DayRange> period);
    static QString periodName(Period period);

private:
    void update();
    void open();

    FilterState &m_filter;
    std::optional<DayRange> m_whole;
    QMenu *m_menu;
    QActionGroup *m_presets;
    DaysPopup *m_days;
};

} // namespace tlsrpt
