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

#include <memory>

class QApplication;

namespace tlsrpt
{

enum class Token {
    Window, Base, Alternate, Hover, Line, LineStrong, Text, Text2, Selection, Accent, OnAccent,
    Link, ProtectedMark, ProtectedText, Failed, FailedSoft, AttentionMark, AttentionText,
    AttentionSoft, NoPolicy, Hatch, Tooltip, TooltipText,
};
inline constexpr int tokenCount = static_cast<int>(Token::TooltipText) + 1;

enum class FontRole { Body, Caption, Section, Headline, Mono };

/// Space on the grid, in device-independent pixels.
namespace space
{
inline constexpr int xs = 4, s = 8, m = 16, l = 24, column = 32;
}

/// What the style (Theme::apply) reads from widgets: QPushButton property "primary" (bool) draws
/// the accent button, "small" (bool) the 26 px one in caption type; set both before showing.
/// Secondary text: setForegroundRole(QPalette::PlaceholderText) on a QLabel follows light and
/// dark by itself. A page's ground is QPalette::Base, the window's QPalette::Window.
class Theme : public QObject
{
    Q_OBJECT
public:
    /// `fixed` never follows the desktop: the page of a PDF is always light.
    explicit Theme(Appearance appearance, QObject *parent = nullptr);
    ~Theme() override;

    void setAppearance(Appearance appearance); ///< System asks the desktop; emits changed()
    bool dark() const { return m_dark; }
    QColor color(Token token) const;
    QColor causeColor(CauseGroup group) const;
    QFont font(FontRole role) const;            ///< derived from QApplication::font(): 1, 0.85, 1.15, 1.6
    QPalette palette() const;
    /// An SVG of resources/icons by name ("overview"), tinted, sharp at every scale. The icon
    /// follows light and dark by itself; unknown names give an empty icon.
    QIcon icon(const QString &name, Token token = Token::Text) const;
    QPixmap pixmap(const QString &name, Token token, int size, qreal devicePixelRatio) const;
    /// Sets style (QProxyStyle over Fusion), palette and font on the application, and again at
    /// every change of light and dark.
    void apply(QApplication &application);

signals:
    void changed();

private:
    void setDark(bool dark);
    void desktopAnswered(bool dark);
    void dress();

    Appearance m_appearance;
    bool m_dark = false;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tlsrpt
