// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/filterstate.h"

namespace tlsrpt
{

QLatin1String slug(Period period)
{
    switch (period) {
    case Period::All: return QLatin1String("all");
    case Period::Days7: return QLatin1String("7-days");
    case Period::Days30: return QLatin1String("30-days");
    case Period::Days90: return QLatin1String("90-days");
    case Period::Days120: return QLatin1String("120-days");
    case Period::ThisYear: return QLatin1String("this-year");
    case Period::Custom: return QLatin1String("custom");
    }
    return {};
}

std::optional<DayRange> daysOf(Period period, Day newest)
{
    const auto back = [newest](int days) { return DayRange{Day{newest.value - days + 1}, newest}; };
    switch (period) {
    case Period::Days7: return back(7);
    case Period::Days30: return back(30);
    case Period::Days90: return back(90);
    case Period::Days120: return back(120);
    case Period::ThisYear:
        return DayRange{Day::fromDate(QDate(newest.toDate().year(), 1, 1)), newest};
    case Period::All:
    case Period::Custom: break;
    }
    return std::nullopt;
}

static std::optional<Day> dayFrom(const QVariant &value)
{
    const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
    return date.isValid() ? std::optional(Day::fromDate(date)) : std::nullopt;
}

QVariantMap toVariant(const FilterMemory &memory)
{
    const Filter &filter = memory.filter;
    QVariantMap map{{u"period"_qs, QString(slug(memory.period))},
                    {u"domains"_qs, filter.domains},
                    {u"senders"_qs, filter.senders},
                    {u"onlyFailures"_qs, filter.onlyFailures}};
    if (filter.from)
        map.insert(u"from"_qs, filter.from->toIso());
    if (filter.to)
        map.insert(u"to"_qs, filter.to->toIso());
    QStringList tracks;
    for (const Track track : filter.tracks)
        tracks << slug(track);
    map.insert(u"tracks"_qs, tracks);
    if (filter.mx)
        map.insert(u"mx"_qs, *filter.mx);
    if (filter.cause)
        map.insert(u"cause"_qs, QString(slug(*filter.cause)));
    return map;
}

FilterMemory filterFromVariant(const QVariantMap &map)
{
    FilterMemory memory;
    for (int i = 0; i < periodCount; ++i) {
        if (map.value(u"period"_qs).toString() == slug(static_cast<Period>(i)))
            memory.period = static_cast<Period>(i);
    }
    Filter &filter = memory.filter;
    if (memory.period == Period::Custom) {
        filter.from = dayFrom(map.value(u"from"_qs));
        filter.to = dayFrom(map.value(u"to"_qs));
    }
    filter.domains = map.value(u"domains"_qs).toStringList();
    filter.senders = map.value(u"senders"_qs).toStringList();
    const QStringList tracks = map.value(u"tracks"_qs).toStringList();
    for (int i = 0; i < trackCount; ++i) {
        if (tracks.contains(slug(static_cast<Track>(i))))
            filter.tracks.push_back(static_cast<Track>(i));
    }
    filter.onlyFailures = map.value(u"onlyFailures"_qs).toBool();
    if (map.contains(u"mx"_qs))
        filter.mx = map.value(u"mx"_qs).toString();
    for (int i = 0; i < causeGroupCount; ++i) {
        if (map.value(u"cause"_qs).toString() == slug(static_cast<CauseGroup>(i)))
            filter.cause = static_cast<CauseGroup>(i);
    }
    return memory;
}

FilterMemory FilterState::memory() const
{
    FilterMemory memory{m_filter, m_period};
    if (m_period != Period::Custom)
        memory.filter.from = memory.filter.to = std::nullopt;
    return memory;
}

void FilterState::set(const Filter &filter)
{
    Period period = m_period;
    if (filter.from != m_filter.from || filter.to != m_filter.to)
        period = filter.from || filter.to ? Period::Custom : Period::All;
    else if (!filter.from && !filter.to && filter.isAll())
        period = Period::All; // a preset before the first report, and the wish to see everything
    apply(filter, period);
}

void FilterState::setPeriod(Period period)
{
    restore({m_filter, period});
}

void FilterState::setNewestDay(std::optional<Day> day)
{
    m_newest = day;
    restore(memory());
}

void FilterState::restore(const FilterMemory &memory)
{
    Filter filter = memory.filter;
    if (memory.period != Period::Custom) {
        const auto days = m_newest ? daysOf(memory.period, *m_newest) : std::nullopt;
        filter.from = days ? std::optional(days->first) : std::nullopt;
        filter.to = days ? std::optional(days->last) : std::nullopt;
    }
    apply(std::move(filter), memory.period);
}

void FilterState::apply(Filter filter, Period period)
{
    if (filter == m_filter && period == m_period)
        return;
    m_filter = std::move(filter);
    m_period = period;
    emit changed();
}

} // namespace tlsrpt
