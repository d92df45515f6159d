// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxes/mailboxdesk.h"

#include "ui/mailboxes/passworddialog.h"
#include "ui/words/words.h"

#include <QMessageBox>
#include <QPushButton>

namespace tlsrpt
{

MailboxDesk::MailboxDesk(const Parts &parts, QWidget &window) : QObject(&window), m_parts(parts), m_window(window)
{
    connect(&parts.fetcher, &MailboxFetcher::passwordNeeded, this, &MailboxDesk::askPassword);
    connect(&parts.fetcher, &MailboxFetcher::roundFailed, this, [this](int failed, int total) {
        //: How many of all mailboxes
        emit told(tr("%1 of %2 mailboxes could not be fetched; Sources says why.")
                      .arg(words::number(failed), words::number(total)));
    });
}

/// One at a time: what is to be asked meanwhile waits.
void MailboxDesk::open(QDialog *dialog)
{
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this] {
        m_dialog = nullptr;
        askNext();
    });
    dialog->open();
}

void MailboxDesk::add()
{
    QStringList taken;
    for (const Mailbox &mailbox : m_parts.mailboxes.all())
        taken << mailbox.name;
    auto *dialog = new MailboxDialog({m_parts.theme, m_parts.secrets}, taken, &m_window);
    connect(dialog, &MailboxDialog::chosen, this, [this](const MailboxEntry &entry) { save(entry, true); });
    open(dialog);
}

void MailboxDesk::edit(const QString &name, bool test)
{
    const auto mailbox = m_parts.mailboxes.byName(name);
    if (!mailbox) {
        emit failed({Code::NoSuchMailbox, name, {}, -1});
        return;
    }
    auto *dialog = new MailboxDialog({m_parts.theme, m_parts.secrets}, *mailbox, &m_window);
    connect(dialog, &MailboxDialog::chosen, this, [this](const MailboxEntry &entry) { save(entry, false); });
    open(dialog);
    if (test)
        dialog->test();
}

void MailboxDesk::save(const MailboxEntry &entry, bool isNew)
{
    const QString name = entry.mailbox.name;
    if (!m_parts.mailboxes.put(entry.mailbox)) {
        emit failed({Code::CannotWrite, name, {}, -1});
        return;
    }
    if (entry.password)
        keep(name, *entry.password, entry.remember);
    if (!entry.grant) {
        m_parts.fetcher.forgive(name);
        if (isNew)
            fetch(name);
        return;
    }
    // The fetch reads what is stored here.
    m_parts.secrets.store(name, *entry.grant)
        .then(&m_parts.secrets, [self = QPointer(this), name, isNew](const Status &stored) {
            if (!self)
                return;
            self->m_parts.fetcher.forgive(name);
            if (!stored)
                emit self->failed(stored.error());
            else if (isNew)
                self->fetch(name);
        });
}

void MailboxDesk::keep(const QString &name, const Secret &password, bool remember)
{
    m_parts.fetcher.usePassword(name, password);
    if (!remember) {
        m_parts.secrets.remove(name).then(&m_parts.secrets, [](const Status &) {}); // an older one
        return;
    }
    m_parts.secrets.store(name, password).then(&m_parts.secrets, [self = QPointer(this)](const Status &stored) {
        if (self && !stored)
            emit self->told(tr("The password could not be kept; it is asked for after each start."));
    });
}

void MailboxDesk::askPassword(const QString &name, const Error &why)
{
    m_waiting.push_back({name, why});
    askNext();
}

void MailboxDesk::askNext()
{
    if (m_dialog || m_waiting.empty())
        return;
    const Question question = m_waiting.front();
    m_waiting.erase(m_waiting.begin());
    const auto mailbox = m_parts.mailboxes.byName(question.mailbox);
    if (!mailbox) { // removed meanwhile
        askNext();
        return;
    }
    auto *dialog = new PasswordDialog(*mailbox, question.why, m_parts.theme, &m_window);
    connect(dialog, &PasswordDialog::entered, this,
            [this, name = question.mailbox](const Secret &password, bool remember) {
                keep(name, password, remember);
                fetch(name);
            });
    m_parts.secrets.hasStore().then(&m_parts.secrets, [asking = QPointer(dialog)](bool has) {
        if (asking)
            asking->setHasStore(has);
    });
    // Who says no to one is not asked for all others.
    connect(dialog, &QDialog::rejected, this, [this] { m_waiting.clear(); });
    open(dialog);
}

void MailboxDesk::mend(const QString &name)
{
    for (const MailboxRow &row : m_parts.fetcher.rows()) {
        if (row.mailbox.name != name || !row.error)
            continue;
        switch (remedyFor(row.mailbox, row.error->code)) {
        case MailboxRemedy::None: return;
        case MailboxRemedy::Password: askPassword(name, *row.error); return;
        case MailboxRemedy::SignIn: edit(name); return;
        case MailboxRemedy::Certificate: edit(name, true); return;
        }
    }
}

void MailboxDesk::setPaused(const QString &name, bool paused)
{
    auto mailbox = m_parts.mailboxes.byName(name);
    if (!mailbox)
        return;
    mailbox->paused = paused;
    if (!m_parts.mailboxes.put(*mailbox))
        emit failed({Code::CannotWrite, name, {}, -1});
}

void MailboxDesk::remove(const QString &name)
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Remove a mailbox"),
                                     tr("Remove the mailbox \"%1\" from this program?").arg(name), QMessageBox::Cancel,
                                     &m_window);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("Its reports stay in the archive, its mails stay on the server. The password that was "
                                    "kept for it is deleted."));
    const auto *yes = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QMessageBox::buttonClicked, this, [this, yes, name](const QAbstractButton *clicked) {
        if (clicked == yes)
            reallyRemove(name);
    });
    question->open();
}

void MailboxDesk::reallyRemove(const QString &name)
{
    if (!m_parts.mailboxes.remove(name)) {
        emit failed({Code::CannotWrite, name, {}, -1});
        return;
    }
    m_parts.fetcher.forget(name);
    m_parts.secrets.remove(name).then(&m_parts.secrets, [self = QPointer(this)](const Status &removed) {
        if (self && !removed)
            emit self->told(tr("The password of the mailbox could not be deleted from the password store."));
    });
    emit told(tr("Removed the mailbox %1").arg(name));
}

void MailboxDesk::fulfil(MailboxWish wish, const QString &name)
{
    switch (wish) {
    case MailboxWish::Add: add(); return;
    case MailboxWish::Fetch: fetch(name); return;
    case MailboxWish::Mend: mend(name); return;
    case MailboxWish::Edit: edit(name); return;
    case MailboxWish::Pause: setPaused(name, true); return;
    case MailboxWish::Resume: setPaused(name, false); return;
    case MailboxWish::Remove: remove(name); return;
    }
    Q_UNREACHABLE();
}

void MailboxDesk::fetch(const QString &name)
{
    emit fetchAsked();
    m_parts.fetcher.fetch(name);
}

void MailboxDesk::fetchAll()
{
    if (m_parts.mailboxes.all().empty()) {
        add();
        return;
    }
    emit fetchAsked();
    m_parts.fetcher.fetchAll();
}

} // namespace tlsrpt
