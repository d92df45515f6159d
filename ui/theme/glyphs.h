// SPDX-License-Identifier: GPL-3.0-or-later
// Our icons: SVGs in one colour (currentColor), drawn at the size and scale asked for and kept.
#pragma once

#include "ui/theme/theme.h"

#include <QHash>
#include <QIconEngine>
#include <QPixmap>
#include <QPointer>

namespace tlsrpt
{

class Glyphs
{
public:
    static bool exists(const QString &name);
    static QStringList names(); ///< every icon there is
    /// Empty for an unknown name; that is a bug of the caller, not of the user.
    QPixmap pixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio) const;

private:
    mutable QHash<QString, QPixmap> m_cache;
};

/// Asks the theme for its colour each time, so that a switch to dark needs no new icons.
class GlyphEngine : public QIconEngine
{
public:
    GlyphEngine(const Theme &theme, const QString &name, Token token);
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override;
    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override;
    bool isNull() override;
    QIconEngine *clone() const override;

private:
    QPointer<const Theme> m_theme;
    QString m_name;
    Token m_token;
};

} // namespace tlsrpt
