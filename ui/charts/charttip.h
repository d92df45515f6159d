// SPDX-License-Identifier: GPL-3.0-or-later
// The dark box beside the hover line: day, total, and one row per series.
#pragma once

#include "ui/charts/series.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace tlsrpt
{

class ChartTip : public QWidget
{
    Q_OBJECT
public:
    /// `window` is the window it may cover; it never takes the mouse.
    ChartTip(const Theme &theme, QWidget *window);
    /// Beside the vertical line at `line` (in window coordinates), left of it in the right half.
    void showAt(const ChartData &data, int slot, int picked, const QRect &line, bool leftSide);

protected:
    void paintEvent(QPaintEvent *) override;

private:
    struct Row {
        QColor color;
        QString name;
        QString number;
        QString share;
        bool picked = false;
    };
    void fill(const ChartData &data, int slot, int picked);
    void fit();

    const Theme &m_theme;
    QString m_title;
    QString m_total;
    std::vector<Row> m_rows;
    QStringList m_notes;
    int m_nameWidth = 0;
    int m_numberWidth = 0;
    int m_shareWidth = 0;
};

} // namespace tlsrpt
