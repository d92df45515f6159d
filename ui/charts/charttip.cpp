// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charttip.h"

#include "ui/charts/slottext.h"
#include "ui/theme/colors.h"
#include "ui/theme/lookstyle.h"
#include "ui/words/words.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace tlsrpt
{

namespace
{
constexpr int padX = 10;
constexpr int padY = 7;
constexpr int swatch = 9;

QFont titleFont(const Theme &theme)
{
    QFont font = theme.font(FontRole::Caption);
    font.setWeight(QFont::DemiBold);
    return font;
}
} // namespace

ChartTip::ChartTip(const Theme &theme, QWidget *window) : QWidget(window), m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setFont(theme.font(FontRole::Caption));
    setAccessibleName(tr("Values under the pointer"));
    hide();
}

void ChartTip::fill(const ChartData &data, int slot, int picked)
{
    m_title = slotTitle(data, slot);
    m_rows.clear();
    m_notes.clear();
    for (const ChartMarker &marker : data.markers) {
        if (marker.slot == slot)
            m_notes << marker.text;
    }
    if (size_t(slot) < data.slotEmpty.size() && data.slotEmpty[size_t(slot)]) {
        m_total.clear();
        m_notes.prepend(tr("Nobody sent a report."));
        return;
    }
    const qint64 total = data.total(slot);
    m_total = words::number(total);
    const QColor ground = m_theme.color(Token::Tooltip);
    for (size_t i = data.series.size(); i-- > 0;) { // in the order of the stack, from above
        const ChartSeries &series = data.series[i];
        const qint64 value = size_t(slot) < series.values.size() ? series.values[size_t(slot)] : 0;
        // Many causes, most of them absent: only those that are there.
        if (value == 0 && data.series.size() > 3)
            continue;
        m_rows.push_back({readable(series.color, ground, 4), series.name, words::number(value),
                          words::percentOf(value, total), int(i) == picked});
    }
}

void ChartTip::fit()
{
    const QFontMetrics metrics(font());
    const QFontMetrics bold(titleFont(m_theme));
    m_nameWidth = m_numberWidth = m_shareWidth = 0;
    for (const Row &row : m_rows) {
        m_nameWidth = std::max(m_nameWidth, metrics.horizontalAdvance(row.name));
        m_numberWidth = std::max(m_numberWidth, metrics.horizontalAdvance(row.number));
        m_shareWidth = std::max(m_shareWidth, metrics.horizontalAdvance(row.share));
    }
    int width = m_rows.empty() ? 0 : swatch + 6 + m_nameWidth + 18 + m_numberWidth + 14 + m_shareWidth;
    width = std::max(width, bold.horizontalAdvance(m_title) + (m_total.isEmpty() ? 0 : 24 + metrics.horizontalAdvance(m_total)));
    for (const QString &note : std::as_const(m_notes))
        width = std::max(width, std::min(320, metrics.horizontalAdvance(note)));
    const int lines = 1 + int(m_rows.size()) + int(m_notes.size());
    resize(width + 2 * padX, 2 * padY + lines * (metrics.height() + 3));
}

void ChartTip::showAt(const ChartData &data, int slot, int picked, const QRect &line, bool leftSide)
{
    fill(data, slot, picked);
    fit();
    const QRect room = parentWidget()->rect().adjusted(2, 2, -2, -2);
    int x = leftSide ? line.left() - 9 - width() : line.left() + 10;
    x = std::clamp(x, room.left(), std::max(room.left(), room.right() - width()));
    const int y = std::clamp(line.top(), room.top(), std::max(room.top(), room.bottom() - height()));
    move(x, y);
    raise();
    show();
    update();
}

void ChartTip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    roundedBox(p, rect(), m_theme.color(Token::Tooltip), QColor());
    const QColor text = m_theme.color(Token::TooltipText);
    const QColor quiet = blend(text, m_theme.color(Token::Tooltip), 0.3);
    const QFontMetrics metrics(font());
    const int line = metrics.height() + 3;
    const int left = padX;
    const int right = width() - padX;
    int y = padY;
    const auto words = [&](const QRect &where, int align, const QString &what, const QColor &color) {
        p.setPen(color);
        p.drawText(where, align | Qt::AlignVCenter | Qt::TextSingleLine, what);
    };
    p.setFont(titleFont(m_theme));
    words({left, y, right - left, line}, Qt::AlignLeft, m_title, text);
    p.setFont(font());
    words({left, y, right - left, line}, Qt::AlignRight, m_total, text);
    for (const Row &row : m_rows) {
        y += line;
        if (row.picked)
            roundedBox(p, QRectF(4, y, width() - 8, line), blend(m_theme.color(Token::Tooltip), text, 0.18), QColor(), 3);
        roundedBox(p, QRectF(left, y + (line - swatch) / 2, swatch, swatch), row.color, QColor(), 2);
        words({left + swatch + 6, y, m_nameWidth + 4, line}, Qt::AlignLeft, row.name, text);
        words({left, y, right - left - m_shareWidth - 14, line}, Qt::AlignRight, row.number, text);
        words({left, y, right - left, line}, Qt::AlignRight, row.share, quiet);
    }
    for (const QString &note : std::as_const(m_notes)) {
        y += line;
        words({left, y, right - left, line}, Qt::AlignLeft,
              metrics.elidedText(note, Qt::ElideRight, right - left), text);
    }
}

} // namespace tlsrpt
