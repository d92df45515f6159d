// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/firststartpage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace tlsrpt
{

DropZone::DropZone(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_icon(new QLabel(this)), m_title(new QLabel(this)),
      m_kinds(new QLabel(this)), m_files(new QPushButton(tr("Open files…"), this)),
      m_folder(new QPushButton(tr("Open a folder…"), this))
{
    m_title->setText(tr("Drop files or folders here"));
    m_kinds->setText(tr(".json · .json.gz · .eml · .mbox · .zip, in any mix and as many as you like"));
    m_kinds->setWordWrap(true);
    m_icon->setAccessibleName(tr("Drop here"));
    for (QLabel *label : {m_icon, m_title, m_kinds})
        label->setAlignment(Qt::AlignCenter);
    m_files->setProperty("primary", true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::column, space::l, space::column);
    column->setSpacing(space::s);
    column->addStretch(1);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_kinds);
    column->addSpacing(space::xs);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch(1);
    buttons->addWidget(m_files);
    buttons->addWidget(m_folder);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(1);
    setMinimumHeight(220);

    connect(m_files, &QPushButton::clicked, this, &DropZone::openFiles);
    connect(m_folder, &QPushButton::clicked, this, &DropZone::openFolder);
    connect(&theme, &Theme::changed, this, &DropZone::tint);
    tint();
}

void DropZone::setHot(bool hot)
{
    m_hot = hot;
    m_title->setText(hot ? tr("Let go to import") : tr("Drop files or folders here"));
    update();
}

void DropZone::tint()
{
    QFont section = m_theme.font(FontRole::Section);
    section.setWeight(QFont::DemiBold);
    m_title->setFont(section);
    QPalette palette = m_kinds->palette();
    palette.setColor(QPalette::WindowText, m_theme.color(Token::Text2));
    m_kinds->setPalette(palette);
    m_icon->setPixmap(m_theme.pixmap(u"inbox"_qs, Token::Link, 48, devicePixelRatioF()));
    m_files->setIcon(m_theme.icon(u"file"_qs, Token::OnAccent));
    m_folder->setIcon(m_theme.icon(u"folder"_qs));
}

void DropZone::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_theme.color(Token::Accent), 1.5);
    pen.setDashPattern({4, 10.0 / 3}); // in pen widths: 6 and 5 px
    painter.setPen(pen);
    painter.setBrush(m_theme.color(m_hot ? Token::Selection : Token::Alternate));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 10, 10);
}

CardButton::CardButton(const Theme &theme, const QString &icon, const QString &title,
                       const QString &caption, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon), m_caption(caption)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(caption);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&CardButton::update));
}

QSize CardButton::sizeHint() const
{
    const int lines = QFontMetrics(font()).height() + QFontMetrics(m_theme.font(FontRole::Caption)).height();
    return {320, std::max(58, lines + space::l)};
}

void CardButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(m_theme.color(Token::Accent), 2)
                              : QPen(m_theme.color(Token::LineStrong), 1));
    painter.setBrush(m_theme.color(underMouse() ? Token::Hover : Token::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);

    const int icon = 18;
    const int textLeft = space::m + icon + 14;
    const bool mirrored = isRightToLeft();
    const QRect iconBox(mirrored ? width() - space::m - icon : space::m, (height() - icon) / 2, icon, icon);
    painter.drawPixmap(iconBox, m_theme.pixmap(m_icon, Token::Link, icon, devicePixelRatioF()));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFont caption = m_theme.font(FontRole::Caption);
    const int block = QFontMetrics(bold).height() + QFontMetrics(caption).height();
    QRect line(mirrored ? space::m : textLeft, (height() - block) / 2, width() - textLeft - space::m,
               QFontMetrics(bold).height());
    const Qt::Alignment side = mirrored ? Qt::AlignRight : Qt::AlignLeft;
    painter.setFont(bold);
    painter.setPen(m_theme.color(Token::Text));
    painter.drawText(line, side | Qt::AlignVCenter, text());
    line.translate(0, line.height());
    line.setHeight(QFontMetrics(caption).height());
    painter.setFont(caption);
    painter.setPen(m_theme.color(Token::Text2));
    painter.drawText(line, side | Qt::AlignVCenter, m_caption);
}

} // namespace tlsrpt
