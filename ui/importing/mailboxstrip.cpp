// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/mailboxstrip.h"

#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace tlsrpt
{

MailboxStrip::MailboxStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_story(makeLabel(theme, {}, FontRole::Caption, Token::Text2))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, 0, space::m, space::xs);
    row->setSpacing(space::s);
    m_story->setWordWrap(true);
    row->addWidget(m_story, 1);
    m_mend = addButton({}, MailboxWish::Mend);
    m_fetch = addButton(tr("Fetch now"), MailboxWish::Fetch);
    m_edit = addButton(tr("Edit…"), MailboxWish::Edit);
    m_pause = addButton(tr("Pause"), MailboxWish::Pause);
    m_remove = addButton(tr("Remove…"), MailboxWish::Remove);
    m_pause->setToolTip(tr("While it is paused, it is fetched only by hand"));
    m_remove->setToolTip(tr("Its reports stay in the archive"));
    hide();
}

/// What the button does that mends it; nothing: there is none.
static QString mendingText(const MailboxRow &row, bool busy)
{
    const MailboxRemedy remedy = row.error && !busy ? remedyFor(row.mailbox, row.error->code) : MailboxRemedy::None;
    switch (remedy) {
    case MailboxRemedy::None: return {};
    case MailboxRemedy::Password: return MailboxStrip::tr("Enter the password…");
    case MailboxRemedy::SignIn: return MailboxStrip::tr("Sign in again…");
    case MailboxRemedy::Certificate: return MailboxStrip::tr("Look at the certificate…");
    }
    Q_UNREACHABLE();
}

QAbstractButton *MailboxStrip::addButton(const QString &text, MailboxWish wish)
{
    auto *button = new QPushButton(text);
    button->setProperty("small", true);
    layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, wish] {
        emit wished(wish == MailboxWish::Pause && m_paused ? MailboxWish::Resume : wish, m_name);
    });
    return button;
}

void MailboxStrip::show(const MailboxRow *row)
{
    setVisible(row);
    if (!row)
        return;
    m_name = row->mailbox.name;
    m_paused = row->mailbox.paused;
    m_story->setText(mailboxStory(*row));
    m_pause->setText(m_paused ? tr("Resume") : tr("Pause"));
    const bool busy = row->state == MailboxRow::State::Waiting || row->state == MailboxRow::State::Fetching;
    m_fetch->setEnabled(!busy);
    const QString mend = mendingText(*row, busy);
    m_mend->setText(mend);
    m_mend->setVisible(!mend.isEmpty());
    for (QAbstractButton *button : buttons())
        button->setAccessibleDescription(m_name);
}

} // namespace tlsrpt
