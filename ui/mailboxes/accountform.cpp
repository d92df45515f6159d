// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxes/accountform.h"

#include "ui/importing/mailboxrow.h"
#include "ui/widgets/labels.h"

#include <QComboBox>

#include <QHostAddress>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSpinBox>

namespace tlsrpt
{

namespace
{

bool isThisComputer(const QString &host)
{
    return host.compare(u"localhost"_qs, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

constexpr quint16 tlsPort = 993;
constexpr quint16 plainPort = 143;

} // namespace

AccountForm::AccountForm(const Theme &theme, OAuthProviders providers, const QStringList &taken, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_taken(taken)
    , m_address(new QLineEdit)
    , m_note(makeLabel(theme, {}, FontRole::Caption, Token::Text2))
    , m_host(new QLineEdit)
    , m_port(new QSpinBox)
    , m_security(new QComboBox)
    , m_user(new QLineEdit)
    , m_name(new QLineEdit)
    , m_often(new QComboBox)
    , m_afterwards(new QComboBox)
    , m_moveTo(new QComboBox)
{
    m_form = new FormGrid(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(space::s + space::xs);
    m_form->setVerticalSpacing(space::s);
    buildServer(*m_form);
    m_secret = new SecretForm(*m_form, theme, std::move(providers), this);
    buildReading(*m_form);
    updateSecurities();

    connect(m_address, &QLineEdit::textEdited, this, &AccountForm::propose);
    const auto server = [this] {
        if (m_filling)
            return;
        m_serverEdited = true;
        updateNote();
        emit accountChanged();
    };
    connect(m_host, &QLineEdit::textChanged, this, [this, server] {
        updateSecurities();
        server();
    });
    connect(m_port, &QSpinBox::valueChanged, this, server);
    connect(m_security, &QComboBox::activated, this, [this, server] {
        const int usual = security() == Security::Tls ? tlsPort : plainPort;
        if (m_port->value() == tlsPort || m_port->value() == plainPort)
            m_port->setValue(usual);
        server();
    });
    connect(m_user, &QLineEdit::textChanged, this, [this](const QString &user) {
        m_secret->setUser(user);
        emit accountChanged();
    });
    connect(m_secret, &SecretForm::changed, this, &AccountForm::accountChanged);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameEdited = true; });
    connect(m_name, &QLineEdit::textChanged, this, &AccountForm::changed);
}

void AccountForm::buildServer(FormGrid &form)
{
    const auto add = [&form](const QString &label, QWidget *field, QWidget *named) {
        form.addRow(label, field);
        named->setAccessibleName(QString(label).remove(u'&'));
        if (auto *text = form.labelForField(field))
            text->setBuddy(named);
    };
    m_address->setPlaceholderText(u"tls-reports@example.org"_qs);
    add(tr("&Mail address"), m_address, m_address);
    m_note->setWordWrap(true);
    m_note->hide();
    form.addRow(QString(), m_note);
    m_port->setRange(1, 65535);
    m_port->setValue(tlsPort);
    m_port->setButtonSymbols(QSpinBox::NoButtons);
    m_port->setAccessibleName(tr("Port of the server"));
    m_port->setFixedWidth(72);
    auto *server = new QWidget;
    auto *row = new QHBoxLayout(server);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_host, 1);
    row->addWidget(m_port);
    add(tr("&Server"), server, m_host);
    add(tr("&Encryption"), m_security, m_security);
    add(tr("&User name"), m_user, m_user);
}

void AccountForm::buildReading(FormGrid &form)
{
    const auto add = [&form](const QString &label, QWidget *field) {
        form.addRow(label, field);
        field->setAccessibleName(QString(label).remove(u'&'));
    };
    add(tr("&Name here"), m_name);
    for (const int minutes : {15, 30, 60, 6 * 60, 24 * 60, 0})
        m_often->addItem(howOften(minutes), minutes);
    m_often->setCurrentIndex(m_often->findData(60));
    add(tr("&Fetch"), m_often);
    m_afterwards->addItem(tr("Leave the mails as they are"), static_cast<int>(Afterwards::Nothing));
    m_afterwards->addItem(tr("Mark mails with reports as read"), static_cast<int>(Afterwards::MarkRead));
    m_afterwards->addItem(tr("Move mails with reports to a folder"), static_cast<int>(Afterwards::Move));
    m_afterwards->setToolTip(tr("Only mails whose reports are in the archive are ever touched; none is deleted"));
    add(tr("Af&terwards"), m_afterwards);
    m_moveTo->setEditable(true);
    add(tr("To the fo&lder"), m_moveTo);
    form.setRowVisible(m_moveTo, false);
    connect(m_afterwards, &QComboBox::currentIndexChanged, this, [this] {
        m_form->setRowVisible(m_moveTo, m_afterwards->currentData().toInt() == static_cast<int>(Afterwards::Move));
        emit changed();
    });
    connect(m_moveTo, &QComboBox::currentTextChanged, this, &AccountForm::changed);
    connect(m_often, &QComboBox::currentIndexChanged, this, &AccountForm::changed);
}

void AccountForm::updateSecurities()
{
    const Security now = m_security->count() > 0 ? security() : Security::Tls;
    const bool local = isThisComputer(m_host->text().trimmed());
    const int wanted = local ? 3 : 2;
    if (m_security->count() == wanted)
        return;
    m_security->clear();
    m_security->addItem(tr("TLS from the first byte"), static_cast<int>(Security::Tls));
    m_security->addItem(tr("STARTTLS"), static_cast<int>(Security::StartTls));
    if (local)
        m_security->addItem(tr("None; only within this computer"), static_cast<int>(Security::Plain));
    setSecurity(now);
}

Security AccountForm::security() const
{
    return static_cast<Security>(m_security->currentData().toInt());
}

void AccountForm::setSecurity(Security security)
{
    m_security->setCurrentIndex(qMax(0, m_security->findData(static_cast<int>(security))));
}

void AccountForm::propose()
{
    if (m_editing)
        return;
    m_proposals = proposalsFor(m_address->text());
    if (!m_nameEdited)
        m_name->setText(m_address->text().trimmed());
    if (m_proposals.empty() || m_serverEdited) {
        updateNote();
        emit accountChanged();
        return;
    }
    adopt(m_proposals.front());
    emit accountChanged();
}

void AccountForm::adopt(const MailboxProposal &proposal)
{
    const QScopedValueRollback filling(m_filling, true);
    m_host->setText(proposal.host);
    m_port->setValue(proposal.port);
    setSecurity(proposal.security);
    m_user->setText(proposal.user);
    Mailbox mailbox = this->mailbox();
    mailbox.signIn = proposal.signIn;
    mailbox.provider = proposal.provider;
    m_secret->show(mailbox, false);
    updateNote();
}

/// What is to be known about the proposed server, as long as that is the one entered.
void AccountForm::updateNote()
{
    const MailboxProposal proposal = m_proposals.empty() ? MailboxProposal() : m_proposals.front();
    const QString name = proposal.providerName;
    QStringList notes;
    if (name.isEmpty() && !m_serverEdited)
        notes << tr("The server is a guess until the test has passed.");
    if (proposal.needsAppPassword)
        notes << tr("%1 takes only an app password here: make one in the account's security settings.").arg(name);
    if (proposal.mayNeedSwitchingOn)
        notes << tr("IMAP must first be switched on in the mail settings of %1.").arg(name);
    if (notes.isEmpty() && !name.isEmpty())
        notes << tr("This is a mailbox of %1.").arg(name);
    m_note->setText(notes.join(u' '));
    m_note->setVisible(!notes.isEmpty() && m_host->text().trimmed() == proposal.host);
}

void AccountForm::show(const Mailbox &mailbox)
{
    m_editing = true;
    const QScopedValueRollback filling(m_filling, true);
    m_form->setRowVisible(m_address, false);
    m_form->setRowVisible(m_note, false);
    m_host->setText(mailbox.host);
    m_port->setValue(mailbox.port);
    setSecurity(mailbox.security);
    m_user->setText(mailbox.user);
    m_secret->show(mailbox, true);
    m_name->setText(mailbox.name);
    m_name->setReadOnly(true);
    m_name->setToolTip(tr("The archive knows the mailbox by this name"));
    if (m_often->findData(mailbox.everyMinutes) < 0)
        m_often->addItem(howOften(mailbox.everyMinutes), mailbox.everyMinutes);
    m_often->setCurrentIndex(m_often->findData(mailbox.everyMinutes));
    m_afterwards->setCurrentIndex(m_afterwards->findData(static_cast<int>(mailbox.afterwards)));
    m_moveTo->setEditText(mailbox.moveTo);
}

Mailbox AccountForm::mailbox() const
{
    Mailbox mailbox;
    mailbox.name = m_name->text().trimmed();
    mailbox.host = m_host->text().trimmed();
    mailbox.port = static_cast<quint16>(m_port->value());
    mailbox.security = security();
    mailbox.user = m_user->text().trimmed();
    m_secret->fill(mailbox);
    mailbox.everyMinutes = m_often->currentData().toInt();
    mailbox.afterwards = static_cast<Afterwards>(m_afterwards->currentData().toInt());
    mailbox.moveTo = mailbox.afterwards == Afterwards::Move ? m_moveTo->currentText().trimmed() : QString();
    return mailbox;
}

std::vector<Mailbox> AccountForm::guesses() const
{
    std::vector<Mailbox> all{mailbox()};
    if (m_editing || m_serverEdited)
        return all;
    for (size_t i = 1; i < m_proposals.size(); ++i) {
        Mailbox guess = all.front();
        guess.host = m_proposals[i].host;
        guess.port = m_proposals[i].port;
        guess.security = m_proposals[i].security;
        all.push_back(guess);
    }
    return all;
}

void AccountForm::setServer(const Mailbox &found, bool answered)
{
    const QScopedValueRollback filling(m_filling, true);
    m_host->setText(found.host);
    m_port->setValue(found.port);
    setSecurity(found.security);
    m_serverEdited = m_serverEdited || answered;
    updateNote();
}

void AccountForm::setFolders(const std::vector<FolderCount> &folders)
{
    const QString text = m_moveTo->currentText();
    const QSignalBlocker quiet(m_moveTo);
    m_moveTo->clear();
    for (const FolderCount &folder : folders)
        m_moveTo->addItem(folder.name);
    m_moveTo->setEditText(text);
}

void AccountForm::focusFirst()
{
    (m_editing ? m_host : m_address)->setFocus();
}

QString AccountForm::missing() const
{
    if (m_host->text().trimmed().isEmpty())
        return m_editing ? tr("Enter the server.") : tr("Enter the mail address first.");
    if (m_user->text().trimmed().isEmpty())
        return tr("Enter the user name.");
    return m_secret->missing();
}

QString AccountForm::wrong() const
{
    const Mailbox now = mailbox();
    if (now.name.isEmpty())
        return tr("Give the mailbox a name.");
    if (!m_editing && m_taken.contains(now.name, Qt::CaseInsensitive))
        return tr("Another mailbox has this name already.");
    if (now.afterwards == Afterwards::Move && now.moveTo.isEmpty())
        return tr("Choose the folder to move mails to.");
    return {};
}

} // namespace tlsrpt
