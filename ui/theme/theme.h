// SPDX-License-Identifier: GPL-3.0-or-later
// All colours, fonts, spaces and icons. Nothing else in ui/ names a colour.
#pragma once

#include "core/explain/cause.h"
#include "core/settings/settings.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>

class QApplication;

namespace tlsrpt
{

enum class Token {
    Window, Base, Alternate, Hover, Line, LineStrong, Text, Text2, Selection, Accent, OnAccent,
    Link, ProtectedMark, ProtectedText, Failed, FailedSoft, AttentionMark, AttentionText,
    AttentionSoft, NoPolicy, Hatch, Tooltip, TooltipText,
};
enum class FontRole { Body, Caption, Section, Headline, Mono };

/// Space on the grid, in device-independent pixels.
namespace space
{
inline constexpr int xs = 4, s = 8, m = 16, l = 24, column = 32;
}

class Theme : public QObject
{
    Q_OBJECT
public:
    /// `fixed` never follows the desktop: the page of a PDF is always light.
    explicit Theme(Appearance appearance, QObject *parent = nullptr);

    void setAppearance(Appearance appearance); ///< System asks the desktop; emits changed()
    bool dark() const { return m_dark; }
    QColor color(Token token) const;
    QColor causeColor(CauseGroup group) const;
    QFont font(FontRole role) const;            ///< derived from QApplication::font(): 1, 0.85, 1.15, 1.6
    QPalette palette() const;
    /// An SVG of resources/icons by name ("overview"), tinted, sharp at every scale.
    QIcon icon(const QString &name, Token token = Token::Text) const;
    QPixmap pixmap(const QString &name, Token token, int size, qreal devicePixelRatio) const;
    /// Sets style (QProxyStyle over Fusion), palette and font on the application.
    void apply(QApplication &application);

signals:
    void changed();

private:
    Appearance m_appearance;
    bool m_dark = false;
};

} // namespace tlsrpt
