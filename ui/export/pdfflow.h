// SPDX-License-Identifier: GPL-3.0-or-later
// Text and tables flowing down pages. Lengths are in points (1/72 inch).
#pragma once

#include "ui/export/sections.h"

#include <QPagedPaintDevice>
#include <QPainter>

namespace tlsrpt
{

enum class PdfFont { Title, Headline, Section, Body, BodyBold, Caption, Figure, Mono };

class PdfFlow
{
public:
    /// `total` is the number of pages known from an earlier pass, 0 while counting.
    PdfFlow(QPainter &painter, QPagedPaintDevice &device, const Theme &theme, const Summary &summary, int total);

    int pages() const { return m_page; }
    double width() const { return m_width; }
    double left() const { return m_left; }
    double y() const { return m_y; }
    void moveDown(double points) { m_y += points; }
    /// Starts a new page unless this much height is left on the page.
    void keep(double height);

    /// Wrapped text over the whole width, or from x with a width of its own. Moves down.
    void paragraph(const QString &text, PdfFont font, Token token = Token::Text);
    void paragraphAt(double x, double width, const QString &text, PdfFont font, Token token = Token::Text);
    double textHeight(const QString &text, PdfFont font, double width) const;
    void heading(const QString &title, const QString &caption, double keepWith);
    void rule(Token token = Token::Line);
    /// The first 400 rows, and how many more there are.
    void table(const ReportTable &table);

    /// One line, cut with an ellipsis; does not move.
    void line(const QRectF &rect, const QString &text, PdfFont font, Token token, Qt::Alignment alignment);
    QPainter &painter() { return m_painter; }
    QFont font(PdfFont font) const;
    /// Points to the painter's units.
    double units(double points) const { return points * m_scale; }
    QRectF units(const QRectF &points) const;

private:
    void beginPage();
    void tableHeader(const ReportTable &table, const std::vector<double> &widths);
    double rowHeight(const ReportTable &table, const QStringList &cells, const std::vector<double> &widths) const;
    void tableRow(const ReportTable &table, const QStringList &cells, const std::vector<double> &widths);
    double drawText(double x, double y, double width, const QString &text, PdfFont font, Token token,
                    Qt::Alignment alignment, bool draw) const;

    QPainter &m_painter;
    QPagedPaintDevice &m_device;
    const Theme &m_theme;
    const Summary &m_summary;
    int m_total;
    int m_page = 0;
    double m_scale = 1;
    double m_left = 0;
    double m_top = 0;
    double m_width = 0;
    double m_bottom = 0;
    double m_y = 0;
};

} // namespace tlsrpt
