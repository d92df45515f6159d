// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxes/passworddialog.h"

#include "ui/widgets/labels.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

namespace tlsrpt
{

PasswordDialog::PasswordDialog(const Mailbox &mailbox, const Error &why, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_password(new QLineEdit)
    , m_remember(new QCheckBox(tr("&Keep it in the desktop's password store")))
    , m_storeFailed(why.code == Code::SecretStoreFailed)
    , m_reason(makeLabel(theme, {}, FontRole::Body, Token::Text2))
    , m_note(makeLabel(theme, {}, FontRole::Caption, Token::Text2))
{
    setWindowTitle(tr("Password for %1").arg(mailbox.name));
    QLabel *head = makeLabel(theme, tr("%1 at %2").arg(mailbox.user, mailbox.host), FontRole::Section);
    head->setWordWrap(true);
    const words::ErrorWords told = words::error(why);
    // That there is none yet needs no explanation.
    m_reason->setText(why.code == Code::NoPassword ? QString() : told.what + u' ' + told.next);
    m_reason->setWordWrap(true);
    auto *label = new QLabel(tr("&Password"));
    label->setBuddy(m_password);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password"));
    m_remember->setChecked(!m_storeFailed);
    m_note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *fetch = buttons->addButton(tr("Fetch"), QDialogButtonBox::AcceptRole);
    fetch->setProperty("primary", true);
    fetch->setEnabled(false);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::l, space::l, space::l, space::m);
    grid->setVerticalSpacing(space::s + space::xs);
    grid->addWidget(head, 0, 0, 1, 2);
    grid->addWidget(m_reason, 1, 0, 1, 2);
    grid->addWidget(label, 2, 0);
    grid->addWidget(m_password, 2, 1);
    grid->addWidget(m_remember, 3, 1);
    grid->addWidget(m_note, 4, 1);
    grid->addWidget(buttons, 5, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    setHasStore(true); // once all have their places
    setMinimumWidth(440);
    fetch->setDefault(true); // once it is in its dialog
    m_password->setFocus();
    connect(m_password, &QLineEdit::textChanged, this,
            [fetch](const QString &text) { fetch->setEnabled(!text.isEmpty()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit entered(Secret{m_password->text().toUtf8()}, m_remember->isChecked());
        accept();
    });
}

void PasswordDialog::setHasStore(bool has)
{
    m_remember->setEnabled(has);
    m_remember->setToolTip(tr("Otherwise it is asked for after each start"));
    if (!has)
        m_remember->setChecked(false);
    m_note->setText(has ? QString() : tr("This desktop has no password store: the password is asked for after each start."));
    m_note->setVisible(!has);
    m_reason->setVisible(!m_reason->text().isEmpty() && (has || !m_storeFailed)); // else the note says it
}

} // namespace tlsrpt
