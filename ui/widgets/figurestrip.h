// SPDX-License-Identifier: GPL-3.0-or-later
// The row of key figures under a headline.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

namespace tlsrpt
{

struct Figure {
    QString label;
    QString value;
    QString caption;
    Token tone = Token::Text;
};

/// One tab stop and one accessible child per figure; wraps into two rows where it is narrow.
class FigureStrip : public QWidget
{
    Q_OBJECT
public:
    explicit FigureStrip(const Theme &theme, QWidget *parent = nullptr);
    void setFigures(std::vector<Figure> figures);
    const std::vector<Figure> &figures() const { return m_figures; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *) override;
    void changeEvent(QEvent *) override;
    void resizeEvent(QResizeEvent *) override;

private:
    void place();
    int columnsFor(int width) const;
    const Theme &m_theme;
    std::vector<Figure> m_figures;
    std::vector<QWidget *> m_tiles;
};

} // namespace tlsrpt
