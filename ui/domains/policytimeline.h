// SPDX-License-Identifier: GPL-3.0-or-later
// Who applied which policy when: a row for each sender, a bar for each stretch of days.
#pragma once

#include "ui/domains/policystory.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace tlsrpt
{

class PolicyRunButton;

/// One tab stop; the arrows go from bar to bar, and the bar reached is the chosen one.
class PolicyTimeline : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyTimeline(const Theme &theme, QWidget *parent = nullptr);
    /// At most `mostLanes` rows; the bar that ends last is chosen, as after a click.
    void setStory(const PolicyStory &story, int mostLanes);
    int laneCount() const { return static_cast<int>(m_rows.size()); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(const QString &sentence, const tlsrpt::PolicySpan &span);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Bar {
        PolicyRunButton *button = nullptr;
        int line = 0;
        PolicySpan span;
        QString sentence;
    };
    struct Row {
        QString heading; ///< of the group that begins with this row
        QString name;
        int lines = 1;
        int top = 0;
        std::vector<Bar> bars;
    };
    void addLane(const PolicyGroup &group, const PolicyLane &lane, bool first);
    void place();
    int namesWidth() const;
    int rowHeight() const;
    double xOf(Day day) const; ///< left edge of a day, mirrored where the layout is
    void choose(size_t row, size_t bar);
    void move(size_t row, size_t bar, int across, int down);
    void paintDays(QPainter &painter) const;

    const Theme &m_theme;
    DayRange m_days;
    std::vector<Row> m_rows;
    int m_height = 0;
};

} // namespace tlsrpt
