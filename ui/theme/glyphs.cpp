// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/glyphs.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace tlsrpt
{

namespace
{
QString path(const QString &name)
{
    return u":/icons/" % name % u".svg";
}

QPixmap drawn(const QString &name, const QColor &color, int pixels)
{
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    return pixmap;
}

QPixmap faded(const QPixmap &pixmap)
{
    QPixmap out(pixmap.size());
    out.setDevicePixelRatio(pixmap.devicePixelRatio());
    out.fill(Qt::transparent);
    QPainter painter(&out);
    painter.setOpacity(0.45);
    painter.drawPixmap(0, 0, pixmap);
    return out;
}
} // namespace

bool Glyphs::exists(const QString &name)
{
    return QFile::exists(path(name));
}

QStringList Glyphs::names()
{
    QStringList names = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    for (QString &name : names)
        name.chop(4);
    return names;
}

QPixmap Glyphs::pixmap(const QString &name, const QColor &color, int size,
                       qreal devicePixelRatio) const
{
    const int pixels = qMax(1, qRound(size * devicePixelRatio));
    const QString key = u"%1 %2 %3 %4"_qs.arg(name, color.name()).arg(pixels).arg(devicePixelRatio);
    const auto found = m_cache.constFind(key);
    if (found != m_cache.constEnd())
        return *found;
    QPixmap pixmap = drawn(name, color, pixels);
    if (!pixmap.isNull()) {
        pixmap.setDevicePixelRatio(devicePixelRatio);
        m_cache.insert(key, pixmap);
    }
    return pixmap;
}

GlyphEngine::GlyphEngine(const Theme &theme, const QString &name, Token token)
    : m_theme(&theme), m_name(name), m_token(token)
{
}

void GlyphEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const int size = qMin(rect.width(), rect.height());
    const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1;
    const QPixmap glyph = scaledPixmap(QSize(size, size) * scale, mode, state, scale);
    const QRect place(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2,
                      size, size);
    painter->drawPixmap(place, glyph);
}

QPixmap GlyphEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

// `size` is in device pixels here, as QIcon hands it over.
QPixmap GlyphEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    if (!m_theme)
        return {};
    const int pixels = qMin(size.width(), size.height());
    const QPixmap glyph = m_theme->pixmap(m_name, m_token, qRound(pixels / scale), scale);
    return mode == QIcon::Disabled ? faded(glyph) : glyph;
}

QSize GlyphEngine::actualSize(const QSize &size, QIcon::Mode, QIcon::State)
{
    const int side = qMin(size.width(), size.height());
    return {side, side};
}

QList<QSize> GlyphEngine::availableSizes(QIcon::Mode, QIcon::State)
{
    return {QSize(16, 16), QSize(24, 24), QSize(32, 32)};
}

bool GlyphEngine::isNull()
{
    return !m_theme || !Glyphs::exists(m_name);
}

QIconEngine *GlyphEngine::clone() const
{
    return m_theme ? new GlyphEngine(*m_theme, m_name, m_token) : new GlyphEngine(*this);
}

} // namespace tlsrpt
