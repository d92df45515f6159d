// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxes/secretform.h"

#include "ui/mailboxes/clienthelp.h"
#include "ui/widgets/labels.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>

#include <QLineEdit>
#include <QPushButton>

namespace tlsrpt
{

namespace
{
enum Way { WithPassword, InBrowser, ByCommand };

const QString gmail = QStringLiteral("gmail");
const QString microsoft = QStringLiteral("microsoft365");
}

SecretForm::SecretForm(FormGrid &form, const Theme &theme, OAuthProviders providers, QWidget *parent)
    : QObject(parent)
    , m_form(form)
    , m_theme(theme)
    , m_providers(std::move(providers))
    , m_way(new QComboBox)
    , m_password(new QLineEdit)
    , m_remember(new QCheckBox(tr("Keep it in the desktop's password store")))
    , m_command(new QLineEdit)
    , m_provider(new QComboBox)
    , m_clientId(new QLineEdit)
    , m_clientSecret(new QLineEdit)
    , m_tenant(new QLineEdit)
    , m_signIn(new QPushButton(tr("Sign in in the browser…")))
    , m_help(new QPushButton(tr("How to get a client ID…")))
    , m_state(makeLabel(theme, {}, FontRole::Caption, Token::Text2))
{
    build();
    buildBrowser();
    const auto edited = [this] { emit changed(); };
    for (QLineEdit *edit : {m_password, m_command, m_clientId, m_clientSecret, m_tenant})
        connect(edit, &QLineEdit::textChanged, this, edited);
    connect(m_way, &QComboBox::currentIndexChanged, this, [this] {
        update();
        emit changed();
    });
    connect(m_provider, &QComboBox::currentIndexChanged, this, [this] {
        update();
        emit changed();
    });
    update();
}

void SecretForm::addRow(const QString &label, QWidget *field)
{
    m_form.addRow(label, field);
    field->setAccessibleName(QString(label).remove(u'&'));
}

QLabel *SecretForm::addNote()
{
    QLabel *note = makeLabel(m_theme, {}, FontRole::Caption, Token::Text2);
    note->setWordWrap(true);
    m_form.addRow(QString(), note);
    return note;
}

void SecretForm::build()
{
    m_way->addItem(tr("With a password"));
    m_way->addItem(tr("In the browser (OAuth 2)"));
    m_way->addItem(tr("With a command that prints the password"));
    addRow(tr("S&ign in"), m_way);
    addRow(tr("&Password"), m_password);
    m_password->setEchoMode(QLineEdit::Password);
    m_remember->setChecked(true);
    m_form.addRow(QString(), m_remember);
    m_passwordNote = addNote();
    connect(m_remember, &QCheckBox::toggled, this, &SecretForm::update);
    addRow(tr("&Command"), m_command);
    m_command->setPlaceholderText(u"pass show mail/reports"_qs);
}

void SecretForm::buildBrowser()
{
    m_provider->addItem(tr("Gmail and Google Workspace"), gmail);
    m_provider->addItem(tr("Microsoft 365 and Outlook.com"), microsoft);
    addRow(tr("P&rovider"), m_provider);
    addRow(tr("Client I&D"), m_clientId);
    addRow(tr("Client secre&t"), m_clientSecret);
    m_clientSecret->setEchoMode(QLineEdit::Password);
    addRow(tr("&Organisation"), m_tenant);
    m_tenant->setPlaceholderText(tr("only if the registration is for one organisation"));
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    for (QPushButton *button : {m_signIn, m_help}) {
        button->setAutoDefault(false);
        button->setProperty("small", true);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_form.addRow(QString(), buttons);
    m_state->setWordWrap(true);
    m_form.addRow(QString(), m_state);
    connect(m_signIn, &QPushButton::clicked, this, &SecretForm::signIn);
    connect(m_help, &QPushButton::clicked, this, [this] { showClientHelp(m_help->window(), providerId(), m_theme); });
    connect(&m_browser, &OAuthSignIn::openBrowser, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
    connect(&m_browser, &OAuthSignIn::finished, this, &SecretForm::signedIn);
}

bool SecretForm::isWith(int way) const
{
    return m_way->currentIndex() == way;
}

/// "microsoft365:TENANT" for a registration of one organisation.
QString SecretForm::providerId() const
{
    const QString id = m_provider->currentData().toString();
    const QString tenant = m_tenant->text().trimmed();
    return id == microsoft && !tenant.isEmpty() ? id + u':' + tenant : id;
}

void SecretForm::update()
{
    const auto showRow = [this](QWidget *field, bool shown) {
        m_form.setRowVisible(m_form.indexOf(field) >= 0 ? field : field->parentWidget(), shown);
    };
    const bool browser = isWith(InBrowser);
    const bool google = m_provider->currentData() == gmail;
    showRow(m_password, isWith(WithPassword));
    showRow(m_remember, isWith(WithPassword));
    m_remember->setEnabled(m_hasStore);
    m_passwordNote->setText(passwordNote());
    showRow(m_passwordNote, isWith(WithPassword) && !m_passwordNote->text().isEmpty());
    showRow(m_command, isWith(ByCommand));
    showRow(m_provider, browser);
    showRow(m_clientId, browser);
    showRow(m_clientSecret, browser && google);
    showRow(m_tenant, browser && !google);
    showRow(m_signIn, browser);
    showRow(m_state, browser);
    m_signIn->setText(m_browser.isRunning() ? tr("Stop waiting for the browser") : tr("Sign in in the browser…"));
    m_state->setText(browserNote());
}

/// Where the password will be, if not where the tick says.
QString SecretForm::passwordNote() const
{
    if (!m_hasStore)
        return tr("This desktop has no password store: the password is asked for after each start. A command that prints "
                  "it saves that.");
    return m_remember->isChecked() ? QString() : tr("It is kept until the program ends, and asked for after each start.");
}

QString SecretForm::browserNote() const
{
    if (m_browser.isRunning())
        return tr("The browser is open: sign in there and allow the reading of mail.");
    if (!m_hasStore)
        return tr("This desktop has no password store, so the permission could not be kept. Set one up first, such as "
                  "GNOME Keyring, KeePassXC or KWallet.");
    if (!m_tokens.accessToken.isEmpty())
        return tr("Signed in. What was permitted is kept in the desktop's password store.");
    return m_stored ? tr("Signed in earlier. Sign in again only if that permission has ended.")
                    : tr("Google and Microsoft let programs read mail only with a client ID that you register with them "
                         "yourself, once.");
}

void SecretForm::show(const Mailbox &mailbox, bool stored)
{
    m_stored = stored;
    m_user = mailbox.user;
    m_way->setCurrentIndex(mailbox.signIn == SignIn::OAuth2       ? InBrowser
                               : !mailbox.passwordCommand.isEmpty() ? ByCommand
                                                                    : WithPassword);
    const QString provider = mailbox.provider.section(u':', 0, 0);
    m_provider->setCurrentIndex(qMax(0, m_provider->findData(provider)));
    m_tenant->setText(mailbox.provider.section(u':', 1));
    m_clientId->setText(mailbox.clientId);
    m_command->setText(mailbox.passwordCommand);
    m_password->setPlaceholderText(stored ? tr("unchanged") : QString());
    update();
}

void SecretForm::setHasStore(bool has)
{
    m_hasStore = has;
    if (!has)
        m_remember->setChecked(false);
    update();
}

void SecretForm::fill(Mailbox &mailbox) const
{
    mailbox.signIn = isWith(InBrowser) ? SignIn::OAuth2 : SignIn::Password;
    mailbox.provider = isWith(InBrowser) ? providerId() : QString();
    mailbox.clientId = isWith(InBrowser) ? m_clientId->text().trimmed() : QString();
    mailbox.passwordCommand = isWith(ByCommand) ? m_command->text().trimmed() : QString();
}

std::optional<Secret> SecretForm::secret() const
{
    if (isWith(WithPassword) && !m_password->text().isEmpty())
        return Secret{m_password->text().toUtf8()};
    if (isWith(InBrowser) && !m_tokens.accessToken.isEmpty())
        return Secret{m_tokens.accessToken};
    return std::nullopt;
}

std::optional<OAuthGrant> SecretForm::grant() const
{
    if (!isWith(InBrowser) || m_tokens.refreshToken.isEmpty())
        return std::nullopt;
    return OAuthGrant{m_tokens.refreshToken, m_clientSecret->text().trimmed().toUtf8()};
}

bool SecretForm::remember() const
{
    return m_remember->isChecked();
}

QString SecretForm::missing() const
{
    if (isWith(ByCommand))
        return m_command->text().trimmed().isEmpty() ? tr("Enter the command that prints the password.") : QString();
    if (isWith(WithPassword))
        return m_password->text().isEmpty() && !m_stored ? tr("Enter the password.") : QString();
    if (m_clientId->text().trimmed().isEmpty())
        return tr("Enter the client ID.");
    return m_tokens.accessToken.isEmpty() && !m_stored ? tr("Sign in in the browser.") : QString();
}

void SecretForm::focusPassword()
{
    m_password->setFocus();
    m_password->selectAll();
}

void SecretForm::signIn()
{
    if (m_browser.isRunning()) {
        m_browser.cancel();
        update();
        return;
    }
    const auto provider = m_providers(providerId());
    if (!provider || m_clientId->text().trimmed().isEmpty()) {
        m_state->setText(tr("Enter the client ID first."));
        m_clientId->setFocus();
        return;
    }
    m_browser.start({*provider, m_clientId->text().trimmed(), m_clientSecret->text().trimmed().toUtf8(), m_user,
                     tr("You are signed in. You can close this page and go back to TLS Report Viewer.")});
    update();
}

void SecretForm::signedIn(const Result<OAuthTokens> &tokens)
{
    m_tokens = tokens.value_or(OAuthTokens{});
    update();
    if (!tokens && tokens.error().code == Code::ServerTimeout) {
        m_state->setText(tr("The browser did not come back with an answer. Sign in again."));
    } else if (!tokens && tokens.error().code != Code::Cancelled) {
        const words::ErrorWords told = words::error(tokens.error());
        m_state->setText(told.what + u' ' + told.next);
    }
    emit changed();
}

} // namespace tlsrpt
