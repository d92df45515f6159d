// SPDX-License-Identifier: GPL-3.0-or-later
// The look of standard widgets: Fusion's behaviour, our shapes (mock-up notes 1 and 2).
#pragma once

#include "ui/theme/theme.h"

#include <QProxyStyle>
#include <QStyleOption>

namespace tlsrpt
{

class LookStyle : public QProxyStyle
{
    Q_OBJECT
public:
    explicit LookStyle(const Theme &theme);

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl part, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;

private:
    // lookbuttons.cpp
    void pushButton(const QStyleOptionButton &o, QPainter &p, const QWidget *w) const;
    void pushButtonLabel(const QStyleOptionButton &o, QPainter &p, const QWidget *w) const;
    void toolButton(const QStyleOptionToolButton &o, QPainter &p, const QWidget *w) const;
    void checkMark(const QStyleOption &o, QPainter &p) const;
    void radioMark(const QStyleOption &o, QPainter &p) const;
    // lookinputs.cpp
    void inputFrame(const QRectF &rect, const QStyleOption &o, QPainter &p) const;
    void lineEdit(const QStyleOptionFrame &o, QPainter &p) const;
    void comboBox(const QStyleOptionComboBox &o, QPainter &p) const;
    void spinBox(const QStyleOptionSpinBox &o, QPainter &p, const QWidget *w) const;
    void progress(const QStyleOptionProgressBar &o, QPainter &p) const;
    // lookviews.cpp
    void header(const QStyleOptionHeader &o, QPainter &p) const;
    void tabShape(const QStyleOptionTab &o, QPainter &p) const;
    void tabLabel(const QStyleOptionTab &o, QPainter &p) const;
    void branch(const QStyleOption &o, QPainter &p) const;
    void scrollBar(const QStyleOptionSlider &o, QPainter &p, const QWidget *w) const;
    void menuBarItem(const QStyleOptionMenuItem &o, QPainter &p) const;
    void shapedFrame(const QStyleOptionFrame &o, QPainter &p) const;
    QRect scrollBarRect(const QStyleOptionSlider &o, SubControl part) const;

    void glyph(QPainter &p, const QString &name, Token token, const QRect &rect, int size = 16,
               bool enabled = true) const;
    QColor color(Token token) const { return m_theme.color(token); }

    const Theme &m_theme;
};

/// A rounded rectangle whose border lies inside `rect`, sharp at every scale.
void roundedBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border,
                double radius = 6, double width = 1);
/// The 2 px accent ring of what the keyboard is on.
void focusRing(QPainter &painter, const QRectF &rect, const QColor &accent, double radius = 6);

} // namespace tlsrpt
