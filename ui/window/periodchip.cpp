// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/periodchip.h"

#include "ui/window/dayspopup.h"
#include "ui/words/words.h"

#include <QActionGroup>
#include <QMenu>

namespace tlsrpt
{

QString PeriodChip::periodName(Period period)
{
    switch (period) {
    case Period::All: return tr("All days");
    case Period::Days7: return tr("7 days");
    case Period::Days30: return tr("30 days");
    case Period::Days90: return tr("90 days");
    case Period::Days120: return tr("120 days");
    case Period::ThisYear: return tr("This year");
    case Period::Custom: return tr("Free dates");
    }
    return {};
}

PeriodChip::PeriodChip(FilterState &filter, const Theme &theme, QWidget *parent)
    : FilterChip(theme, Kind::Menu, parent), m_filter(filter), m_menu(new QMenu(this)),
      m_presets(new QActionGroup(this)), m_days(new DaysPopup(theme, this))
{
    setIconName(u"calendar"_qs);
    setToolTip(tr("The days that all screens show. Presets count back from the newest report."));
    for (const Period period : {Period::Days7, Period::Days30, Period::Days90, Period::Days120,
                                Period::ThisYear, Period::All}) {
        QAction *action = m_menu->addAction(periodName(period));
        action->setCheckable(true);
        action->setData(static_cast<int>(period));
        m_presets->addAction(action);
    }
    m_menu->addSeparator();
    QAction *custom = m_menu->addAction(tr("Free dates…"));
    custom->setCheckable(true);
    custom->setData(static_cast<int>(Period::Custom));
    m_presets->addAction(custom);

    connect(m_presets, &QActionGroup::triggered, this, [this](QAction *action) {
        const auto period = static_cast<Period>(action->data().toInt());
        if (period == Period::Custom)
            m_days->openBelow(this);
        else
            m_filter.setPeriod(period);
    });
    connect(m_days, &DaysPopup::chosen, this, [this](DayRange days) {
        FilterMemory memory = m_filter.memory();
        memory.filter.from = days.first;
        memory.filter.to = days.last;
        memory.period = Period::Custom;
        m_filter.restore(memory);
    });
    connect(this, &QAbstractButton::clicked, this, &PeriodChip::open);
    connect(&m_filter, &FilterState::changed, this, &PeriodChip::update);
    update();
}

void PeriodChip::setWholePeriod(std::optional<DayRange> period)
{
    m_whole = period;
    update();
}

void PeriodChip::update()
{
    const Period period = m_filter.period();
    const Filter &filter = m_filter.filter();
    setActive(period != Period::All);
    QString days;
    if (filter.from && filter.to)
        days = words::period({*filter.from, *filter.to});
    else if (filter.from)
        days = tr("from %1").arg(words::dayLong(*filter.from));
    else if (filter.to)
        days = tr("up to %1").arg(words::dayLong(*filter.to));
    else if (m_whole)
        days = words::period(*m_whole);
    if (period == Period::Custom && !days.isEmpty())
        setWords(days);
    else
        setWords(periodName(period), {}, days);
    setAccessibleName(tr("Period: %1").arg(words()));
}

void PeriodChip::open()
{
    for (QAction *action : m_presets->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_filter.period()));
    const Filter &filter = m_filter.filter();
    if (filter.from && filter.to)
        m_days->setDays({*filter.from, *filter.to});
    else if (m_whole)
        m_days->setDays({filter.from.value_or(m_whole->first), filter.to.value_or(m_whole->last)});
    m_menu->popup(mapToGlobal(QPoint(isRightToLeft() ? width() - m_menu->sizeHint().width() : 0,
                                     height() + space::xs)));
}

} // namespace tlsrpt
