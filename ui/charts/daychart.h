// SPDX-License-Identifier: GPL-3.0-or-later
// A stacked chart of days on Qt Charts, with our own labels, hatch, markers and hover.
#pragma once

#include "core/query/answers.h"
#include "ui/charts/series.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QWidget>

namespace tlsrpt
{

/// Sessions per slot: failed, protected, no policy from below. Aggregates to at most 400 marks.
ChartData sessionsChart(const std::vector<DayRow> &days, const Theme &theme);
/// Occurrences per slot by cause group; groups without any are left out.
ChartData causesChart(const std::vector<DayRow> &days, const Theme &theme);

class DayChart : public QWidget
{
    Q_OBJECT
public:
    explicit DayChart(const Theme &theme, QWidget *parent = nullptr);
    ~DayChart() override;
    void setData(ChartData data);
    const ChartData &data() const;
    /// Draws the same chart as vectors, e.g. on a PDF page, in `target` (painter's coordinates).
    static void render(QPainter &painter, const QRectF &target, const ChartData &data,
                       const Theme &theme, qreal pointsPerPixel = 1);
    /// Shows the hover line at a slot, -1 none; charts of one page follow each other.
    void setHoverSlot(int slot);

signals:
    void hovered(int slot);                        ///< -1: left
    void daysChosen(tlsrpt::DayRange days);        ///< click on a slot, or drag over several
    void seriesChosen(const QString &key, tlsrpt::DayRange days);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tlsrpt
