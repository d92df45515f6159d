// SPDX-License-Identifier: GPL-3.0-or-later
// Delegates of the tables (all read ui/widgets/roles.h). Each takes the theme it paints with.
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/roles.h"

#include <QStyledItemDelegate>

namespace tlsrpt
{

/// Body text with optional icon, tone and emphasis; rows 28 high, 1 px rule below. Base of the others.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CellDelegate(const Theme &theme, QObject *parent = nullptr, int rowHeight = 28);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// Background (selection, hover, rule) and the rectangle left for content.
    QRect paintBackground(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const;
    /// ToneRole, else `fallback`; grey where the cell is disabled.
    QColor textColor(const QStyleOptionViewItem &option, const QModelIndex &index,
                     Token fallback = Token::Text) const;
    /// The row's font, semibold under EmphasisRole.
    QFont cellFont(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// Draws IconNameRole at the left and returns the rectangle that remains.
    QRect paintIcon(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;
    /// Text of DisplayRole, else of NumberRole.
    QString numberText(const QModelIndex &index) const;
    /// Right-aligned digits, each at the widest digit's advance where the font is proportional.
    void paintNumber(QPainter *painter, const QRect &rect, const QString &text, const QColor &color,
                     const QFont &font) const;
    const Theme &m_theme;
    int m_rowHeight;
};

/// Right-aligned. ToneRole decides the colour (Failed above 0, Text2 at 0 in failure columns).
/// Text: DisplayRole where it is text, else NumberRole in the locale's digits.
class NumberDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &) const override;
};

/// Track 56 x 6 with a bar by BarShareRole, then the number.
class BarNumberDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override;
    void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &) const override;
};

/// Sparkline of BinsRole, one scale per row.
class SparkDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &) const override;
};

/// Split bar 24 x 9 by CausesRole, the DisplayRole name of the largest, "+n".
class CauseDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &) const override;
};

/// Icon, body line and caption line (CaptionRole), elided in the middle; rows 37 high.
class TwoLineDelegate : public CellDelegate
{
    Q_OBJECT
public:
    explicit TwoLineDelegate(const Theme &theme, QObject *parent = nullptr);
    void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &) const override;
};

/// Word or progress bar (ProgressRole) with per cent.
class ProgressDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &) const override;
};

} // namespace tlsrpt
