// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figurestrip.h"

#include "ui/theme/lookstyle.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace tlsrpt
{

namespace
{
constexpr int tileHeight = 56;
constexpr int rim = 9;            // above and below the tiles, inside the two rules
constexpr int narrowest = 132;

/// One figure: its words and a tab stop. It paints itself so that the keyboard's ring is its own.
class Tile : public QWidget
{
public:
    Tile(const Theme &theme, Figure figure, QWidget *parent)
        : QWidget(parent), m_theme(theme), m_figure(std::move(figure))
    {
        setFocusPolicy(Qt::TabFocus);
        setAccessibleName(m_figure.label + u": "_qs + m_figure.value);
        setAccessibleDescription(m_figure.caption);
        setToolTip(m_figure.caption.toHtmlEscaped());
    }

    int wanted() const
    {
        const QFontMetrics large(m_theme.font(FontRole::Headline));
        const QFontMetrics little(m_theme.font(FontRole::Caption));
        return std::max({large.horizontalAdvance(m_figure.value),
                         little.horizontalAdvance(m_figure.label),
                         little.horizontalAdvance(m_figure.caption)});
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        const auto line = [&](FontRole role, const QString &text, Token token, int top, int tall) {
            const QFont font = m_theme.font(role);
            p.setFont(font);
            p.setPen(m_theme.color(token));
            p.drawText(QRect(0, top, width(), tall), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                       QFontMetrics(font).elidedText(text, Qt::ElideRight, width()));
        };
        const int caption = QFontMetrics(m_theme.font(FontRole::Caption)).height();
        const int value = height() - 2 * caption;
        line(FontRole::Caption, m_figure.label, Token::Text2, 0, caption);
        line(FontRole::Headline, m_figure.value, m_figure.tone, caption, value);
        line(FontRole::Caption, m_figure.caption, Token::Text2, caption + value, caption);
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            focusRing(p, rect(), m_theme.color(Token::Accent), 4);
    }

private:
    const Theme &m_theme;
    Figure m_figure;
};
} // namespace

FigureStrip::FigureStrip(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Key figures"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FigureStrip::setFigures(std::vector<Figure> figures)
{
    qDeleteAll(m_tiles);
    m_tiles.clear();
    m_figures = std::move(figures);
    for (const Figure &figure : m_figures) {
        auto *tile = new Tile(m_theme, figure, this);
        m_tiles.push_back(tile);
        tile->show();
    }
    place();
    updateGeometry();
    update();
}

int FigureStrip::columnsFor(int width) const
{
    const int count = int(m_figures.size());
    const int fit = std::max(1, (width + space::l) / (narrowest + space::l));
    if (fit >= count)
        return std::max(1, count);
    const int rows = (count + fit - 1) / fit;
    return (count + rows - 1) / rows;
}

// Columns take the room in the proportion of their words, so that none is cut while another has
// air to spare.
void FigureStrip::place()
{
    const int columns = columnsFor(width());
    std::vector<int> wants(size_t(columns), narrowest);
    for (size_t i = 0; i < m_tiles.size(); ++i) {
        int &want = wants[i % size_t(columns)];
        want = std::max(want, static_cast<Tile *>(m_tiles[i])->wanted());
    }
    int sum = 0;
    for (int want : wants)
        sum += want;
    const int room = width() - (columns - 1) * 2 * space::m;
    const int tall = std::max(tileHeight, heightForWidth(width()) / std::max(1, int((m_tiles.size() + columns - 1) / columns)) - 2 * rim);
    std::vector<int> starts;
    int x = 0;
    for (int &want : wants) {
        want = int(qint64(room) * want / std::max(1, sum));
        starts.push_back(x);
        x += want + 2 * space::m;
    }
    for (size_t i = 0; i < m_tiles.size(); ++i) {
        const size_t column = i % size_t(columns);
        const int row = int(i) / columns;
        m_tiles[i]->setGeometry(starts[column], rim + row * (tall + 2 * rim), wants[column], tall);
    }
}

int FigureStrip::heightForWidth(int width) const
{
    const int columns = columnsFor(width);
    const int rows = std::max(1, (int(m_figures.size()) + columns - 1) / columns);
    const int words = 2 * QFontMetrics(m_theme.font(FontRole::Caption)).height()
        + QFontMetrics(m_theme.font(FontRole::Headline)).height() - 4;
    return rows * (std::max(tileHeight, words) + 2 * rim);
}

QSize FigureStrip::sizeHint() const
{
    const int width = std::max(1, int(m_figures.size())) * (narrowest + 2 * space::m);
    return {width, heightForWidth(this->width())};
}

QSize FigureStrip::minimumSizeHint() const
{
    return {narrowest, heightForWidth(width())};
}

void FigureStrip::resizeEvent(QResizeEvent *)
{
    place();
    updateGeometry();
}

void FigureStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        place();
        updateGeometry();
    }
}

void FigureStrip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const QColor line = m_theme.color(Token::Line);
    p.fillRect(QRect(0, 0, width(), 1), line);
    p.fillRect(QRect(0, height() - 1, width(), 1), line);
    for (const QWidget *tile : m_tiles) {
        if (tile->x() > 0)
            p.fillRect(QRect(tile->x() - space::m, tile->y(), 1, tile->height()), line);
    }
}

} // namespace tlsrpt
