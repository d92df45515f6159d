// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/archiveerrorpage.h"

#include "ui/words/archivewords.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tlsrpt
{

ArchiveErrorPage::ArchiveErrorPage(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_icon(new QLabel(this)), m_title(new QLabel(this)),
      m_text(new QLabel(this)), m_path(new QLabel(this)),
      m_again(new QPushButton(tr("Try again"), this)),
      m_rescue(new QPushButton(tr("Rescue into a new archive…"), this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_icon->setAccessibleName(tr("Error"));
    for (QLabel *label : {m_title, m_text, m_path}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        label->setMaximumWidth(620);
        label->setMinimumWidth(420);
    }
    m_icon->setAlignment(Qt::AlignHCenter);
    m_path->setForegroundRole(QPalette::PlaceholderText);
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_again->setProperty("primary", true);
    m_rescue->setProperty("primary", true);
    m_rescue->hide();
    auto *other = new QPushButton(tr("Open another archive…"), this);
    auto *fresh = new QPushButton(tr("Make a new archive…"), this);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::m);
    column->addStretch(2);
    for (QWidget *widget : {m_icon, m_title, m_text, m_path})
        column->addWidget(widget, 0, Qt::AlignHCenter);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {m_rescue, m_again, other, fresh})
        buttons->addWidget(button);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(3);

    connect(m_again, &QPushButton::clicked, this, &ArchiveErrorPage::tryAgain);
    connect(m_rescue, &QPushButton::clicked, this, &ArchiveErrorPage::rescue);
    connect(other, &QPushButton::clicked, this, &ArchiveErrorPage::openOther);
    connect(fresh, &QPushButton::clicked, this, &ArchiveErrorPage::makeNew);
    connect(&theme, &Theme::changed, this, &ArchiveErrorPage::tint);
    tint();
}

void ArchiveErrorPage::setError(const Error &error, const QString &path)
{
    const words::ErrorWords said = words::openingError(error);
    m_title->setText(tr("The archive cannot be opened"));
    m_text->setText(said.next.isEmpty() ? said.what : said.what + u'\n' + said.next);
    m_path->setText(QDir::toNativeSeparators(path));
    // Trying again mends no damage.
    const bool damaged = error.code == Code::ArchiveDamaged;
    m_rescue->setVisible(damaged);
    m_again->setVisible(!damaged);
    (damaged ? m_rescue : m_again)->setFocus();
}

void ArchiveErrorPage::tint()
{
    m_icon->setPixmap(m_theme.pixmap(u"octagon"_qs, Token::Failed, 32, devicePixelRatioF()));
    QFont headline = m_theme.font(FontRole::Headline);
    headline.setWeight(QFont::DemiBold);
    m_title->setFont(headline);
    m_path->setFont(m_theme.font(FontRole::Mono));
}

} // namespace tlsrpt
