// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/colors.h"
#include "ui/theme/desktop.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/lookstyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPointer>
#include <QStyleFactory>
#include <QToolTip>

namespace tlsrpt
{

class Theme::Private
{
public:
    Glyphs glyphs;
    QPointer<QApplication> application;
    Desktop desktop;
    bool systemDark = false; ///< of the palette before ours, then of the portal
};

Theme::Theme(Appearance appearance, QObject *parent)
    : QObject(parent), m_appearance(appearance), d(std::make_unique<Private>())
{
    d->systemDark = qGuiApp && isDarkPalette(QGuiApplication::palette());
    connect(&d->desktop, &Desktop::darkWanted, this, &Theme::desktopAnswered);
    setAppearance(appearance);
}

Theme::~Theme()
{
    // The style paints with this theme; an application that outlives it goes back to plain Fusion.
    if (d->application)
        d->application->setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
}

void Theme::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    if (appearance == Appearance::System)
        d->desktop.watch();
    setDark(appearance == Appearance::System ? d->systemDark : appearance == Appearance::Dark);
}

void Theme::desktopAnswered(bool dark)
{
    d->systemDark = dark;
    if (m_appearance == Appearance::System)
        setDark(dark);
}

void Theme::setDark(bool dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    dress();
    emit changed();
}

QColor Theme::color(Token token) const
{
    return tokenColor(token, m_dark);
}

QColor Theme::causeColor(CauseGroup group) const
{
    return causeGroupColor(group, m_dark);
}

QFont Theme::font(FontRole role) const
{
    const QFont body = QGuiApplication::font();
    QFont font = role == FontRole::Mono ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : body;
    double factor = 1;
    switch (role) {
    case FontRole::Body: break;
    case FontRole::Caption: factor = 0.85; break;
    case FontRole::Section: factor = 1.15; break;
    case FontRole::Headline: factor = 1.6; break;
    case FontRole::Mono: factor = 0.9; break;
    }
    if (body.pixelSize() > 0)
        font.setPixelSize(qMax(8, qRound(body.pixelSize() * factor)));
    else
        font.setPointSizeF(body.pointSizeF() * factor);
    if (role == FontRole::Section || role == FontRole::Headline)
        font.setWeight(QFont::DemiBold);
    return font;
}

QPalette Theme::palette() const
{
    QPalette p;
    const auto set = [&](QPalette::ColorRole role, Token token) { p.setColor(role, color(token)); };
    set(QPalette::Window, Token::Window);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Base);
    set(QPalette::AlternateBase, Token::Alternate);
    set(QPalette::Text, Token::Text);
    set(QPalette::PlaceholderText, Token::Text2);
    set(QPalette::Button, Token::Base);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::Failed);
    set(QPalette::Highlight, Token::Selection);
    set(QPalette::HighlightedText, Token::Text);
    set(QPalette::Link, Token::Link);
    set(QPalette::LinkVisited, Token::Link);
    set(QPalette::ToolTipBase, Token::Tooltip);
    set(QPalette::ToolTipText, Token::TooltipText);
    set(QPalette::Light, Token::Base);
    set(QPalette::Midlight, Token::Hover);
    set(QPalette::Mid, Token::Line);
    set(QPalette::Dark, Token::LineStrong);
    set(QPalette::Shadow, Token::LineStrong);
    const QColor faded = blend(color(Token::Base), color(Token::Text), 0.45);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::PlaceholderText})
        p.setColor(QPalette::Disabled, role, faded);
    return p;
}

QIcon Theme::icon(const QString &name, Token token) const
{
    return Glyphs::exists(name) ? QIcon(new GlyphEngine(*this, name, token)) : QIcon();
}

QPixmap Theme::pixmap(const QString &name, Token token, int size, qreal devicePixelRatio) const
{
    return d->glyphs.pixmap(name, color(token), size, devicePixelRatio);
}

void Theme::apply(QApplication &application)
{
    d->application = &application;
    application.setStyle(new LookStyle(*this));
    dress();
}

void Theme::dress()
{
    if (!d->application)
        return;
    const QPalette own = palette();
    QApplication::setPalette(own);
    // Selected text needs more than the soft ground of a selected row.
    QPalette text = own;
    text.setColor(QPalette::Highlight, color(Token::Accent));
    text.setColor(QPalette::HighlightedText, color(Token::OnAccent));
    for (const char *name : {"QLineEdit", "QPlainTextEdit", "QTextEdit", "QAbstractSpinBox", "QLabel"})
        QApplication::setPalette(text, name);
    QApplication::setFont(font(FontRole::Caption), "QHeaderView");
    QApplication::setFont(font(FontRole::Caption), "QStatusBar");
    QToolTip::setFont(font(FontRole::Caption));
    QToolTip::setPalette(own);
}

} // namespace tlsrpt
