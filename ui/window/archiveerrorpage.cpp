// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/archiveerrorpage.h"

#include "ui/widgets/rowmodel.h"
#include "ui/words/archivewords.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tlsrpt
{

static constexpr int mostNames = 5;

ArchiveErrorPage::ArchiveErrorPage(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_icon(new QLabel(this)), m_title(new QLabel(this)),
      m_text(new QLabel(this)), m_path(new QLabel(this)),
      m_waiting(new QLabel(this)),
      m_again(new QPushButton(tr("Try again"), this)),
      m_rescue(new QPushButton(tr("Rescue into a new archive…"), this)),
      m_back(new QPushButton(tr("Back to the usual archive"), this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_icon->setAccessibleName(tr("Error"));
    for (QLabel *label : {m_title, m_text, m_path, m_waiting}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        label->setMaximumWidth(620);
        label->setMinimumWidth(420);
    }
    m_waiting->setMinimumWidth(m_waiting->maximumWidth()); // its lines are not to be broken again
    m_icon->setAlignment(Qt::AlignHCenter);
    m_path->setForegroundRole(QPalette::PlaceholderText);
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_again->setProperty("primary", true);
    m_rescue->setProperty("primary", true);
    m_rescue->hide();
    m_waiting->hide();
    auto *other = new QPushButton(tr("Open another archive…"), this);
    auto *fresh = new QPushButton(tr("Make a new archive…"), this);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::m);
    column->addStretch(2);
    for (QWidget *widget : {m_icon, m_title, m_text, m_path, m_waiting})
        column->addWidget(widget, 0, Qt::AlignHCenter);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {m_rescue, m_again, other, fresh})
        buttons->addWidget(button);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(m_back, 0, Qt::AlignHCenter);
    column->addStretch(3);

    connect(m_again, &QPushButton::clicked, this, &ArchiveErrorPage::tryAgain);
    connect(m_rescue, &QPushButton::clicked, this, &ArchiveErrorPage::rescue);
    connect(other, &QPushButton::clicked, this, &ArchiveErrorPage::openOther);
    connect(fresh, &QPushButton::clicked, this, &ArchiveErrorPage::makeNew);
    connect(m_back, &QPushButton::clicked, this, [this] { emit goBack(m_wayBack); });
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
}

void ArchiveErrorPage::setWayBack(const QString &path)
{
    m_wayBack = path;
    m_back->setVisible(QDir::toNativeSeparators(path) != m_path->text());
    m_back->setToolTip(plainToolTip(QDir::toNativeSeparators(path)));
}

void ArchiveErrorPage::setWaiting(const QStringList &paths)
{
    QStringList names;
    for (const QString &path : paths.mid(0, mostNames))
        names << QFileInfo(path).fileName();
    if (paths.size() > mostNames)
        names << u"…"_qs;
    const QString text = tr("Not imported yet: %1").arg(names.join(u", "_qs));
    const QString line = m_waiting->fontMetrics().elidedText(text, Qt::ElideRight, m_waiting->maximumWidth() - space::m);
    m_waiting->setText(line + u'\n' + tr("They follow as soon as an archive is open."));
    m_waiting->setToolTip(plainToolTip(paths.join(u'\n')));
    m_waiting->setVisible(!paths.isEmpty());
}

void ArchiveErrorPage::focusWay()
{
    (m_rescue->isVisibleTo(this) ? m_rescue : m_again)->setFocus();
    window()->setAttribute(Qt::WA_KeyboardFocusChange);
    update();
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
