// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/slottext.h"

#include "ui/words/locale.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <cmath>

namespace tlsrpt
{

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(tlsrpt::DayChart)
};
} // namespace

std::optional<QColor> seriesColor(const QString &key, const Theme &theme)
{
    if (key == u"failed")
        return theme.color(Token::Failed);
    if (key == u"protected")
        return theme.color(Token::ProtectedMark);
    if (key == u"no-policy")
        return theme.color(Token::NoPolicy);
    for (int group = 0; group < causeGroupCount; ++group) {
        if (key == slug(CauseGroup(group)))
            return theme.causeColor(CauseGroup(group));
    }
    return std::nullopt;
}

void recolor(ChartData &data, const Theme &theme)
{
    for (ChartSeries &series : data.series) {
        if (const auto color = seriesColor(series.key, theme))
            series.color = *color;
    }
}

QString axisText(const ChartData &data, int slot)
{
    const Day day = data.slotStart.at(size_t(slot));
    if (data.unit == SlotUnit::Month) {
        //: Date format of a month on an axis: "Oct 2026"
        return words::currentLocale().toString(day.toDate(), Text::tr("MMM yyyy"));
    }
    // In a year or more the day alone would not say which year it is.
    const int span = data.slotStart.back().value - data.slotStart.front().value;
    return span >= 365 ? words::day(day, 0) : words::dayAndMonth(day);
}

QString slotTitle(const ChartData &data, int slot)
{
    const DayRange range = data.range(slot);
    switch (data.unit) {
    case SlotUnit::Day: return words::weekdayDay(range.first);
    case SlotUnit::Week: return words::period(range);
    case SlotUnit::Month:
        //: Date format of a whole month: "October 2026"
        return words::currentLocale().toString(range.first.toDate(), Text::tr("MMMM yyyy"));
    }
    return {};
}

QString slotSummary(const ChartData &data, int slot)
{
    if (slot < 0 || slot >= data.count())
        return {};
    const QString title = slotTitle(data, slot);
    if (size_t(slot) < data.slotEmpty.size() && data.slotEmpty[size_t(slot)])
        return Text::tr("%1: no report").arg(title);
    QStringList parts;
    for (const ChartSeries &series : data.series) {
        const qint64 value = size_t(slot) < series.values.size() ? series.values[size_t(slot)] : 0;
        if (value != 0 || data.series.size() <= 3) {
            //: A series and its number in a chart: "Failed 1,215"
            parts << Text::tr("%1 %2").arg(series.name, words::number(value));
        }
    }
    //: A day, its total and the parts: "Wed 28 Oct 2026: 14,805. Failed 1,215, Protected 12,634"
    QString text = Text::tr("%1: %2. %3").arg(title, words::number(data.total(slot)), parts.join(u", "_qs));
    for (const ChartMarker &marker : data.markers) {
        if (marker.slot == slot)
            text += u". "_qs + marker.text;
    }
    return text;
}

QString chartSummary(const ChartData &data)
{
    if (data.count() == 0)
        return Text::tr("Nothing to show.");
    QStringList parts;
    for (const ChartSeries &series : data.series) {
        qint64 sum = 0;
        for (qint64 value : series.values)
            sum += value;
        parts << Text::tr("%1 %2").arg(series.name, words::number(sum));
    }
    const DayRange all{data.range(0).first, data.range(data.count() - 1).last};
    //: A period and the sums in it; then how to read the chart by keyboard.
    return Text::tr("%1: %2. Left and right move from bar to bar, Enter chooses.")
        .arg(words::period(all), parts.join(u", "_qs));
}

QString shortNumber(double value, qint64 largest)
{
    const QLocale locale = words::currentLocale();
    const auto scaled = [&](double unit) {
        const double part = value / unit;
        return locale.toString(part, 'f', part == std::floor(part) ? 0 : 1);
    };
    if (value <= 0 || largest < 100'000)
        return words::number(qint64(value));
    if (largest < 1'000'000)
        //: Thousands, at the axis of a chart
        return Text::tr("%1 k").arg(scaled(1e3));
    if (largest < 1'000'000'000)
        //: Millions, at the axis of a chart
        return Text::tr("%1 M").arg(scaled(1e6));
    //: Thousand millions, at the axis of a chart
    return Text::tr("%1 G").arg(scaled(1e9));
}

} // namespace tlsrpt
