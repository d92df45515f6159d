// SPDX-License-Identifier: GPL-3.0-or-later
// Small pieces of text that pages are made of. All text is plain.
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QWidget>

namespace tlsrpt
{

/// A plain, selectable label in a role's font; follows light and dark. Text2 for captions.
QLabel *makeLabel(const Theme &theme, const QString &text, FontRole role = FontRole::Body,
                  Token tone = Token::Text, QWidget *parent = nullptr);
/// Gives any widget's text a token's colour, now and after every switch of light and dark.
void setTone(QWidget &widget, const Theme &theme, Token tone);

/// Strangers' names, paths and digests for a label: visible characters only, and zero-width spaces
/// inside words of over 24 characters, where they may wrap.
QString breakable(const QString &text);
/// A scroll area's content on the page's colour rather than the window's.
void setOnBase(QScrollArea &area);

/// "Failures by cause   occurrences per day": a section title with a caption beside it.
/// Room for a button or a legend: addWidget() puts it at the right end.
class SectionHeading : public QWidget
{
    Q_OBJECT
public:
    SectionHeading(const Theme &theme, const QString &title, const QString &caption = {},
                   QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setCaption(const QString &caption);
    QString title() const { return m_title->text(); }
    QString caption() const { return m_caption->text(); }
    void addWidget(QWidget *widget);         ///< right-aligned
    void addBesideTitle(QWidget *widget);    ///< left, e.g. a ChartLegend

private:
    QLabel *m_title;
    QLabel *m_caption;
};

/// "⚠ High", "going on": an icon and a word on a soft ground.
class PillLabel : public QWidget
{
    Q_OBJECT
public:
    /// `ground` is normally Token::FailedSoft with Failed, AttentionSoft with AttentionText,
    /// Selection with ProtectedText, Hover with Text.
    PillLabel(const Theme &theme, const QString &text, const QString &icon, Token tone, Token ground,
              QWidget *parent = nullptr);
    void setText(const QString &text);
    void setLook(const QString &icon, Token tone, Token ground);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    const Theme &m_theme;
    QString m_text;
    QString m_icon;
    Token m_tone;
    Token m_ground;
};

/// A titled note on the window's colour, or a problem on the failed one.
class InfoBox : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Info, Problem, Attention };
    InfoBox(const Theme &theme, const QString &title, const QString &text, Kind kind = Kind::Info,
            QWidget *parent = nullptr);
    void setText(const QString &title, const QString &text);

protected:
    void paintEvent(QPaintEvent *) override;

private:
    const Theme &m_theme;
    Kind m_kind;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
};

} // namespace tlsrpt
