// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/policytimeline.h"

#include "ui/domains/policyrun.h"
#include "ui/domains/policywords.h"
#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace tlsrpt
{

namespace
{
constexpr size_t mostBars = 200; ///< of a row; a sender that changes its mind daily shows its newest
constexpr int narrowestBar = 6;
constexpr int mostDayLabels = 7;
constexpr int roomOfDayLabel = 96;
constexpr qsizetype longestName = 80;
} // namespace

PolicyTimeline::PolicyTimeline(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFont(theme.font(FontRole::Caption));
    setAccessibleName(tr("Who applied which policy when"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PolicyTimeline::setStory(const PolicyStory &story, int mostLanes)
{
    for (const Row &row : m_rows) {
        for (const Bar &bar : row.bars) {
            bar.button->hide();
            bar.button->deleteLater();
        }
    }
    m_rows.clear();
    m_days = story.days;
    for (const PolicyGroup &group : story.groups) {
        for (const PolicyLane &lane : group.lanes) {
            if (laneCount() < mostLanes)
                addLane(group, lane, &lane == &group.lanes.front());
        }
    }
    place();
    size_t row = 0, bar = 0;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        for (size_t k = 0; k < m_rows[i].bars.size(); ++k) {
            if (m_rows[row].bars[bar].span.last < m_rows[i].bars[k].span.last) {
                row = i;
                bar = k;
            }
        }
    }
    if (!m_rows.empty())
        choose(row, bar);
}

void PolicyTimeline::addLane(const PolicyGroup &group, const PolicyLane &lane, bool first)
{
    Row row;
    row.heading = first ? groupName(group) : QString();
    row.name = words::shown(lane.name, longestName);
    row.lines = lane.lines;
    const size_t skipped = lane.runs.size() - std::min(lane.runs.size(), mostBars);
    const size_t rowIndex = m_rows.size();
    for (size_t i = skipped; i < lane.runs.size(); ++i) {
        const PolicyRun &run = lane.runs[i];
        const QString sentence = runSentence(group, lane, run);
        auto *button = new PolicyRunButton(m_theme, group.track, run.span.mode, runLabel(run), sentence, this);
        const size_t barIndex = row.bars.size();
        connect(button, &PolicyRunButton::clicked, this, [this, rowIndex, barIndex] { choose(rowIndex, barIndex); });
        connect(button, &PolicyRunButton::moved, this,
                [this, rowIndex, barIndex](int across, int down) { move(rowIndex, barIndex, across, down); });
        row.bars.push_back({button, run.line, run.span, sentence});
        button->show();
    }
    m_rows.push_back(std::move(row));
}

void PolicyTimeline::choose(size_t row, size_t bar)
{
    for (const Row &each : m_rows) {
        for (const Bar &other : each.bars)
            other.button->setFocusPolicy(Qt::ClickFocus);
    }
    const Bar &now = m_rows[row].bars[bar];
    now.button->setChecked(true);
    now.button->setFocusPolicy(Qt::StrongFocus);
    emit chosen(now.sentence, now.span);
}

void PolicyTimeline::move(size_t row, size_t bar, int across, int down)
{
    const int wantedRow = static_cast<int>(row) + down;
    if (wantedRow < 0 || wantedRow >= laneCount())
        return;
    const Row &target = m_rows[static_cast<size_t>(wantedRow)];
    int wanted = static_cast<int>(bar) + across;
    if (down != 0) { // the one that is below or above
        const Day day = m_rows[row].bars[bar].span.last;
        const auto found = std::find_if(target.bars.begin(), target.bars.end(),
                                        [day](const Bar &each) { return each.span.last >= day; });
        wanted = static_cast<int>(std::min(found, target.bars.end() - 1) - target.bars.begin());
    }
    if (wanted < 0 || wanted >= static_cast<int>(target.bars.size()))
        return;
    choose(static_cast<size_t>(wantedRow), static_cast<size_t>(wanted));
    target.bars[static_cast<size_t>(wanted)].button->setFocus(Qt::TabFocusReason);
}

int PolicyTimeline::namesWidth() const
{
    int width = 60;
    for (const Row &row : m_rows)
        width = std::max(width, fontMetrics().horizontalAdvance(row.name) + space::m);
    return std::min({width, this->width() / 3, 220});
}

int PolicyTimeline::rowHeight() const { return std::max(20, fontMetrics().height() + 5); }

double PolicyTimeline::xOf(Day day) const
{
    const int names = namesWidth();
    const double plot = std::max(20, width() - names - 1);
    const double offset = plot * (day.value - m_days.first.value) / std::max(1, m_days.days());
    return layoutDirection() == Qt::RightToLeft ? plot - offset : names + offset;
}

void PolicyTimeline::place()
{
    const int tall = rowHeight();
    int y = fontMetrics().height() + space::s;
    for (Row &row : m_rows) {
        if (!row.heading.isEmpty())
            y += fontMetrics().height() + space::s;
        row.top = y;
        for (const Bar &bar : row.bars) {
            const double from = xOf(bar.span.first), to = xOf(Day{bar.span.last.value + 1});
            const int left = static_cast<int>(std::round(std::min(from, to)));
            const int wide = std::max(narrowestBar, static_cast<int>(std::round(std::abs(to - from))) - 1);
            bar.button->setGeometry(std::min(left, std::max(0, width() - wide)), y + bar.line * (tall + 2), wide, tall);
            bar.button->raise(); // the newer policy covers the day of the change
        }
        y += row.lines * (tall + 2) + space::xs;
    }
    m_height = y;
    updateGeometry();
    update();
}

QSize PolicyTimeline::sizeHint() const { return {480, m_height}; }

QSize PolicyTimeline::minimumSizeHint() const { return {240, m_height}; }

void PolicyTimeline::resizeEvent(QResizeEvent *) { place(); }

void PolicyTimeline::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        setFont(m_theme.font(FontRole::Caption));
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        place();
}

void PolicyTimeline::paintDays(QPainter &painter) const
{
    const int days = m_days.days();
    const int room = std::max(1, (width() - namesWidth()) / roomOfDayLabel);
    const int count = std::clamp(std::min(room, days), 1, mostDayLabels);
    for (int i = 0; i < count; ++i) {
        const int offset = count == 1 ? 0 : (days - 1) * i / (count - 1);
        const Day day{m_days.first.value + offset};
        const int x = static_cast<int>((xOf(day) + xOf(Day{day.value + 1})) / 2);
        const QString text = words::dayAndMonth(day);
        const int wide = fontMetrics().horizontalAdvance(text) + 4;
        const int left = std::clamp(x - wide / 2, 0, std::max(0, width() - wide));
        painter.setPen(m_theme.color(Token::Line));
        painter.drawLine(x, fontMetrics().height() + 4, x, m_height);
        painter.setPen(m_theme.color(Token::Text2));
        painter.drawText(QRect(left, 0, wide, fontMetrics().height()), Qt::AlignCenter, text);
    }
}

void PolicyTimeline::paintEvent(QPaintEvent *)
{
    if (m_rows.empty())
        return;
    QPainter painter(this);
    painter.setFont(font());
    paintDays(painter);
    const int side = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter | Qt::TextSingleLine;
    const int tall = fontMetrics().height();
    for (const Row &row : m_rows) {
        if (!row.heading.isEmpty()) {
            QFont bold = font();
            bold.setWeight(QFont::DemiBold);
            painter.setFont(bold);
            painter.setPen(m_theme.color(Token::Text));
            const QRect line(0, row.top - tall - space::xs, width(), tall);
            painter.fillRect(QStyle::visualRect(layoutDirection(), line,
                                                QRect(0, line.top(), QFontMetrics(bold).horizontalAdvance(row.heading) + 6, tall)),
                             m_theme.color(Token::Base));
            painter.drawText(line, side, QFontMetrics(bold).elidedText(row.heading, Qt::ElideMiddle, width()));
            painter.setFont(font());
        }
        painter.setPen(m_theme.color(Token::Text2));
        const QRect name = QStyle::visualRect(layoutDirection(), rect(), QRect(0, row.top, namesWidth() - space::s, rowHeight()));
        painter.drawText(name, side, fontMetrics().elidedText(row.name, Qt::ElideRight, name.width()));
    }
}

} // namespace tlsrpt
