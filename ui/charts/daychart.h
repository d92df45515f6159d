// SPDX-License-Identifier: GPL-3.0-or-later
// A stacked chart of days on Qt Charts, with our own labels, hatch, markers and hover.
#pragma once

#include "core/query/answers.h"
#include "ui/charts/series.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QWidget>

#include <memory>

namespace tlsrpt
{

/// Both make days to weeks (from Monday), then months, so that there are at most 133 slots; charts of
/// the same days always choose the same, so that they can stand above each other, share a hover line
/// and be compared from page to page. Series know their keys: "failed", "protected", "no-policy", or the
/// slug of a CauseGroup; a DayChart with such keys takes the theme's colours at every switch.
/// Sessions per slot: failed, protected, no policy from below. Its accessible name is a title.
ChartData sessionsChart(const std::vector<DayRow> &days, const Theme &theme);
/// Occurrences per slot by cause group; groups without any are left out.
ChartData causesChart(const std::vector<DayRow> &days, const Theme &theme);

/// "Failures by cause, per week": the title of such a chart.
QString causesTitle(SlotUnit unit);

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
    int hoverSlot() const;
    /// What a slot shows, as text: for the tooltip's reader and for screen readers.
    QString slotText(int slot) const;
    QRectF slotRect(int slot) const;               ///< in the widget, plot height; for tests and popups
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void hovered(int slot);                        ///< -1: left
    void daysChosen(tlsrpt::DayRange days);        ///< click on a slot, or drag over several
    /// Click on a direct label or the legend (all days), or Enter on a series that the up and
    /// down keys picked in a slot (its days).
    void seriesChosen(const QString &key, tlsrpt::DayRange days);
    void undoRequested();                          ///< Escape with nothing left to cancel

protected:
    void paintEvent(QPaintEvent *) override;
    void resizeEvent(QResizeEvent *) override;
    void changeEvent(QEvent *) override;
    void mouseMoveEvent(QMouseEvent *) override;
    void mousePressEvent(QMouseEvent *) override;
    void mouseReleaseEvent(QMouseEvent *) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *) override;
    void hideEvent(QHideEvent *) override;
    void keyPressEvent(QKeyEvent *) override;
    void focusInEvent(QFocusEvent *) override;
    void focusOutEvent(QFocusEvent *) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tlsrpt
