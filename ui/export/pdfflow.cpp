// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pdfflow.h"

#include "core/base/plaintext.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>
#include <numeric>

namespace tlsrpt
{

namespace
{

constexpr double cellPadding = 3.5;
constexpr double columnGap = 8;
constexpr double footerHeight = 40;
constexpr double headerHeight = 30;
constexpr size_t mostRows = 400; // of one table; one report may name 10,000 policies, and nobody prints 400 pages

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(Pdf)
};

} // namespace

PdfFlow::PdfFlow(QPainter &painter, QPagedPaintDevice &device, const Theme &theme, const Summary &summary, int total)
    : m_painter(painter)
    , m_device(device)
    , m_theme(theme)
    , m_summary(summary)
    , m_total(total)
{
    m_scale = painter.device()->logicalDpiX() / 72.0;
    // The painter's origin is the corner of the page's margins.
    const QRectF area = device.pageLayout().paintRect(QPageLayout::Point);
    m_left = 0;
    m_width = area.width();
    m_top = headerHeight;
    m_bottom = area.height() - footerHeight;
    beginPage();
}

QFont PdfFlow::font(PdfFont which) const
{
    QFont result = which == PdfFont::Mono ? QFontDatabase::systemFont(QFontDatabase::FixedFont)
                                          : m_theme.font(FontRole::Body);
    double size = 9;
    switch (which) {
    case PdfFont::Title: size = 21; break;
    case PdfFont::Headline: size = 12.5; break;
    case PdfFont::Section: size = 12; break;
    case PdfFont::Figure: size = 14; break;
    case PdfFont::Caption: size = 8; break;
    case PdfFont::Mono: size = 7.5; break;
    case PdfFont::Body:
    case PdfFont::BodyBold: break;
    }
    const bool heavy = which != PdfFont::Body && which != PdfFont::Caption && which != PdfFont::Mono;
    result.setWeight(heavy ? QFont::DemiBold : QFont::Normal);
    result.setHintingPreference(QFont::PreferNoHinting);
    result.setPixelSize(std::max(1, qRound(size * m_scale)));
    return result;
}

QRectF PdfFlow::units(const QRectF &points) const
{
    return {units(points.x()), units(points.y()), units(points.width()), units(points.height())};
}

void PdfFlow::beginPage()
{
    if (m_page > 0)
        m_device.newPage();
    ++m_page;
    const double edge = 16;
    const QRectF header(0, 0, m_width, edge);
    line(header, T::tr("Summary of TLS reports"), PdfFont::Caption, Token::Text2, Qt::AlignLeft);
    const QString written = T::tr("%1 · written on %2")
                                .arg(words::period(m_summary.overview.period),
                                     words::dayLong(Day::fromDate(m_summary.written.date())));
    line(header, written, PdfFont::Caption, Token::Text2, Qt::AlignRight);
    const double footerTop = m_bottom + 12;
    m_painter.setPen(QPen(m_theme.color(Token::Line), units(0.6)));
    m_painter.drawLine(QLineF(0, units(edge), units(m_width), units(edge)));
    m_painter.drawLine(QLineF(0, units(footerTop), units(m_width), units(footerTop)));
    const QRectF footer(0, footerTop + 4, m_width, 11);
    // On a line of its own: with the page's number it does not fit on every paper.
    line(footer, directionNote(), PdfFont::Caption, Token::Text2, Qt::AlignLeft);
    const QRectF last = footer.translated(0, 11);
    line(last, u"TLS Report Viewer " TLSRPT_VERSION ""_qs, PdfFont::Caption, Token::Text2, Qt::AlignLeft);
    const QString pages = T::tr("Page %1 of %2").arg(words::number(m_page), words::number(std::max(m_total, m_page)));
    line(last, pages, PdfFont::Caption, Token::Text2, Qt::AlignRight);
    m_y = m_top;
}

void PdfFlow::keep(double height)
{
    if (m_y + height > m_bottom && m_y > m_top)
        beginPage();
}

void PdfFlow::line(const QRectF &rect, const QString &text, PdfFont which, Token token, Qt::Alignment alignment)
{
    const QFont f = font(which);
    const QString cut = QFontMetricsF(f).elidedText(printable(text), Qt::ElideRight, units(rect.width()));
    m_painter.setFont(f);
    m_painter.setPen(m_theme.color(token));
    m_painter.drawText(units(rect), static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, cut);
}

double PdfFlow::drawText(double x, double y, double width, const QString &text, PdfFont which, Token token,
                         Qt::Alignment alignment, bool draw) const
{
    if (text.isEmpty())
        return 0;
    // A stranger's text fills no more than a page, in the widest letters.
    const auto room = static_cast<qsizetype>(width * 6);
    QString lines = text.size() > room ? text.left(room) + u'…' : text;
    lines = printableLines(lines).replace(u'\n', QChar::LineSeparator);
    QTextLayout layout(lines, font(which), m_painter.device());
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double height = 0;
    const double leading = 1.12;
    for (QTextLine each = layout.createLine(); each.isValid(); each = layout.createLine()) {
        each.setLineWidth(units(width));
        each.setPosition({0, height});
        height += each.height() * leading;
    }
    layout.endLayout();
    if (draw) {
        m_painter.setPen(m_theme.color(token));
        layout.draw(&m_painter, QPointF(units(x), units(y)));
    }
    return height / m_scale;
}

double PdfFlow::textHeight(const QString &text, PdfFont which, double width) const
{
    return drawText(0, 0, width, text, which, Token::Text, Qt::AlignLeft, false);
}

void PdfFlow::paragraph(const QString &text, PdfFont which, Token token)
{
    paragraphAt(0, m_width, text, which, token);
}

void PdfFlow::paragraphAt(double x, double width, const QString &text, PdfFont which, Token token)
{
    keep(textHeight(text, which, width));
    m_y += drawText(x, m_y, width, text, which, token, Qt::AlignLeft, true);
}

void PdfFlow::rule(Token token)
{
    m_painter.setPen(QPen(m_theme.color(token), units(0.6)));
    m_painter.drawLine(QLineF(0, units(m_y), units(m_width), units(m_y)));
}

void PdfFlow::heading(const QString &title, const QString &caption, double keepWith)
{
    moveDown(18);
    keep(26 + keepWith);
    m_y += drawText(0, m_y, m_width, title, PdfFont::Section, Token::Text, Qt::AlignLeft, true);
    if (!caption.isEmpty())
        m_y += drawText(0, m_y, m_width, caption, PdfFont::Caption, Token::Text2, Qt::AlignLeft, true);
    moveDown(4);
}

void PdfFlow::table(const ReportTable &table)
{
    if (table.rows.empty())
        return;
    const int shares = std::accumulate(table.columns.begin(), table.columns.end(), 0,
                                       [](int sum, const ReportTable::Column &c) { return sum + c.share; });
    std::vector<double> widths;
    const double room = m_width - columnGap * static_cast<double>(table.columns.size() - 1);
    for (const auto &column : table.columns)
        widths.push_back(room * column.share / shares);
    heading(table.title, table.caption, 20 + rowHeight(table, table.rows.front(), widths));
    tableHeader(table, widths);
    const size_t shown = std::min(table.rows.size(), mostRows);
    for (size_t i = 0; i < shown; ++i) {
        QStringList cells = cellsOf(table, i);
        if (m_y + rowHeight(table, cells, widths) > m_bottom) {
            beginPage();
            tableHeader(table, widths);
            cells = cellsOf(table, i, true);
        }
        tableRow(table, cells, widths);
    }
    const int more = static_cast<int>(table.rows.size() - shown);
    if (more > 0) {
        keep(20);
        moveDown(4);
        paragraph(T::tr("Not shown: %Ln more row(s). The export as CSV has all.", nullptr, more), PdfFont::Body, Token::Text2);
    }
}

void PdfFlow::tableHeader(const ReportTable &table, const std::vector<double> &widths)
{
    double x = 0;
    for (size_t i = 0; i < widths.size(); ++i) {
        const auto &column = table.columns[i];
        line({x, m_y, widths[i], 14}, column.title, PdfFont::Caption, Token::Text2,
             column.number ? Qt::AlignRight : Qt::AlignLeft);
        x += widths[i] + columnGap;
    }
    m_y += 16;
    rule(Token::LineStrong);
}

double PdfFlow::rowHeight(const ReportTable &table, const QStringList &cells, const std::vector<double> &widths) const
{
    double height = 0;
    for (size_t i = 0; i < widths.size(); ++i) {
        const bool bold = static_cast<int>(i) == table.boldColumn;
        height = std::max(height, textHeight(cells.value(static_cast<qsizetype>(i)),
                                             bold ? PdfFont::BodyBold : PdfFont::Body, widths[i]));
    }
    return std::min(height + 2 * cellPadding, m_bottom - m_top - 20);
}

void PdfFlow::tableRow(const ReportTable &table, const QStringList &cells, const std::vector<double> &widths)
{
    const double height = rowHeight(table, cells, widths);
    m_painter.save();
    m_painter.setClipRect(units(QRectF(0, m_y, m_width, height)));
    double x = 0;
    for (size_t i = 0; i < widths.size(); ++i) {
        const bool bold = static_cast<int>(i) == table.boldColumn;
        drawText(x, m_y + cellPadding, widths[i], cells.value(static_cast<qsizetype>(i)),
                 bold ? PdfFont::BodyBold : PdfFont::Body, Token::Text,
                 table.columns[i].number ? Qt::AlignRight : Qt::AlignLeft, true);
        x += widths[i] + columnGap;
    }
    m_painter.restore();
    m_y += height;
    rule();
}

} // namespace tlsrpt
