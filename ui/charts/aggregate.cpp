// SPDX-License-Identifier: GPL-3.0-or-later
// Days to slots: days, weeks or months, never more marks than an eye can tell apart.
#include "ui/charts/daychart.h"
#include "ui/charts/slottext.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <array>

namespace tlsrpt
{

namespace
{
constexpr size_t mostSlots = 133; // of three parts each, 400 marks

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tlsrpt::DayChart)
};

/// Any number that is equal for the days of one slot.
qint64 slotNumber(Day day, SlotUnit unit)
{
    switch (unit) {
    case SlotUnit::Day: return day.value;
    case SlotUnit::Week: return day.toDate().toJulianDay() / 7; // Julian day 0 was a Monday
    case SlotUnit::Month: return day.toDate().year() * 12LL + day.toDate().month();
    }
    return day.value;
}

struct Slots {
    std::vector<Day> start;
    std::vector<bool> empty;
    std::vector<Sessions> sessions;
    std::vector<GroupCounts> occurrences;
};

Slots gather(const std::vector<DayRow> &days, SlotUnit unit)
{
    Slots all;
    qint64 current = 0;
    for (const DayRow &row : days) {
        const qint64 number = slotNumber(row.day, unit);
        if (all.start.empty() || number != current) {
            current = number;
            all.start.push_back(row.day);
            all.empty.push_back(true);
            all.sessions.emplace_back();
            all.occurrences.emplace_back(GroupCounts{});
        }
        if (row.reports > 0)
            all.empty.back() = false;
        all.sessions.back() += row.sessions;
        for (size_t i = 0; i < row.occurrences.size(); ++i)
            all.occurrences.back()[i] += row.occurrences[i];
    }
    return all;
}

/// All charts of the same days choose the same unit, whatever they show.
std::pair<Slots, SlotUnit> fitting(const std::vector<DayRow> &days)
{
    for (SlotUnit unit : {SlotUnit::Day, SlotUnit::Week}) {
        Slots all = gather(days, unit);
        if (all.start.size() <= mostSlots)
            return {std::move(all), unit};
    }
    return {gather(days, SlotUnit::Month), SlotUnit::Month};
}

ChartData frame(const std::vector<DayRow> &days, Slots &all, SlotUnit unit)
{
    ChartData data;
    data.unit = unit;
    data.slotStart = std::move(all.start);
    data.slotEmpty = std::move(all.empty);
    if (!days.empty())
        data.lastDay = days.back().day;
    return data;
}
} // namespace

qint64 ChartData::total(int slot) const
{
    qint64 sum = 0;
    for (const ChartSeries &one : series)
        sum += size_t(slot) < one.values.size() ? one.values[size_t(slot)] : 0;
    return sum;
}

DayRange ChartData::range(int slot) const
{
    const Day first = slotStart.at(size_t(slot));
    if (slot + 1 < count())
        return {first, Day{slotStart[size_t(slot) + 1].value - 1}};
    if (lastDay >= first)
        return {first, lastDay};
    const QDate date = first.toDate();
    switch (unit) {
    case SlotUnit::Day: return {first, first};
    case SlotUnit::Week: return {first, Day{first.value + 7 - date.dayOfWeek()}};
    case SlotUnit::Month: return {first, Day{first.value + date.daysInMonth() - date.day()}};
    }
    return {first, first};
}

QString causesTitle(SlotUnit unit)
{
    switch (unit) {
    case SlotUnit::Day: return Text::tr("Failures by cause, per day");
    case SlotUnit::Week: return Text::tr("Failures by cause, per week");
    case SlotUnit::Month: return Text::tr("Failures by cause, per month");
    }
    return {};
}

ChartData sessionsChart(const std::vector<DayRow> &days, const Theme &theme)
{
    auto [all, unit] = fitting(days);
    const std::vector<Sessions> sessions = std::move(all.sessions);
    ChartData data = frame(days, all, unit);
    data.accessibleName = unit == SlotUnit::Day ? Text::tr("Sessions per day")
        : unit == SlotUnit::Week                ? Text::tr("Sessions per week")
                                                : Text::tr("Sessions per month");
    const auto add = [&](const QString &name, const QString &key, qint64 Sessions::*part) {
        ChartSeries series{name, key, seriesColor(key, theme).value_or(QColor()), {}};
        series.values.reserve(sessions.size());
        for (const Sessions &slot : sessions)
            series.values.push_back(slot.*part);
        data.series.push_back(std::move(series));
    };
    add(Text::tr("Failed"), QStringLiteral("failed"), &Sessions::failed);
    add(Text::tr("Protected"), QStringLiteral("protected"), &Sessions::protectedCount);
    add(Text::tr("No policy"), QStringLiteral("no-policy"), &Sessions::noPolicy);
    return data;
}

ChartData causesChart(const std::vector<DayRow> &days, const Theme &theme)
{
    auto [all, unit] = fitting(days);
    const std::vector<GroupCounts> occurrences = std::move(all.occurrences);
    ChartData data = frame(days, all, unit);
    data.accessibleName = unit == SlotUnit::Day ? Text::tr("Failures by cause, occurrences per day")
        : unit == SlotUnit::Week                ? Text::tr("Failures by cause, occurrences per week")
                                                : Text::tr("Failures by cause, occurrences per month");
    data.directLabels = true;
    // DANE and the certificates are what lasts; they stand on the axis and keep their place.
    static constexpr std::array order{
        CauseGroup::Dane, CauseGroup::CertificateExpired, CauseGroup::CertificateName,
        CauseGroup::CertificateTrust, CauseGroup::NoEncryption, CauseGroup::HostNotInPolicy,
        CauseGroup::PolicyFetch, CauseGroup::Other};
    static_assert(order.size() == causeGroupCount);
    for (CauseGroup group : order) {
        ChartSeries series{words::groupName(group), slug(group), theme.causeColor(group), {}};
        bool any = false;
        for (const GroupCounts &slot : occurrences) {
            series.values.push_back(slot[size_t(group)]);
            any = any || slot[size_t(group)] > 0;
        }
        if (any)
            data.series.push_back(std::move(series));
    }
    return data;
}

} // namespace tlsrpt
