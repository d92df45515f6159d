// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxes/clienthelp.h"

#include "core/settings/oauthtokens.h"
#include "ui/widgets/labels.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class ClientHelpWords
{
    Q_DECLARE_TR_FUNCTIONS(ClientHelp)
};

QStringList googleSteps()
{
    return {ClientHelpWords::tr("Open Google's page for credentials and make a project, if you have none."),
            ClientHelpWords::tr("Under \"OAuth consent screen\", choose \"Internal\" for a Workspace organisation; otherwise "
                                "\"External\", and add your own address as a test user."),
            ClientHelpWords::tr("Under \"Credentials\", choose \"Create credentials\", \"OAuth client ID\", and \"Desktop app\" as "
                                "its type."),
            ClientHelpWords::tr("Copy the client ID and the client secret into this program, and sign in.")};
}

QStringList microsoftSteps()
{
    return {ClientHelpWords::tr("Open Microsoft's page for app registrations and choose \"New registration\"."),
            ClientHelpWords::tr("Choose whose accounts may use it. For \"this organizational directory only\", enter the "
                                "organisation's domain here under \"Organisation\"."),
            ClientHelpWords::tr("As the redirect URI, choose \"Public client/native (mobile & desktop)\" and enter "
                                "http://localhost"),
            ClientHelpWords::tr("Under \"API permissions\", add the delegated permissions IMAP.AccessAsUser.All and "
                                "offline_access of Microsoft Graph."),
            ClientHelpWords::tr("Copy the \"Application (client) ID\" into this program, and sign in.")};
}

QString noteOf(bool google)
{
    return google ? ClientHelpWords::tr("While the project is in testing, Google ends each permission after seven days. With an "
                                        "app password none of this is needed: make one in the account's security settings and "
                                        "sign in with it as the password.")
                  : ClientHelpWords::tr("The administrator of the organisation may have to allow it, and IMAP must be switched on "
                                        "for the mailbox.");
}

} // namespace

void showClientHelp(QWidget *window, const QString &provider, const Theme &theme)
{
    const bool google = provider == u"gmail";
    auto *dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(ClientHelpWords::tr("How to get a client ID"));
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(space::l, space::l, space::l, space::m);
    column->setSpacing(space::s + space::xs);
    const auto paragraph = [&](const QString &text, Token tone = Token::Text) {
        QLabel *label = makeLabel(theme, text, FontRole::Body, tone);
        label->setWordWrap(true);
        column->addWidget(label);
    };
    paragraph(ClientHelpWords::tr("A client ID tells the provider which program asks. It belongs to you, costs nothing, and is "
                                  "made once."));
    int number = 0;
    for (const QString &step : google ? googleSteps() : microsoftSteps())
        paragraph(ClientHelpWords::tr("%1. %2").arg(++number).arg(step));
    paragraph(noteOf(google), Token::Text2);
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    if (const auto known = oauthProvider(provider)) {
        QPushButton *open = buttons->addButton(ClientHelpWords::tr("Open the page"), QDialogButtonBox::ActionRole);
        QObject::connect(open, &QPushButton::clicked, dialog,
                         [page = known->registrationPage] { QDesktopServices::openUrl(page); });
    }
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    column->addWidget(buttons);
    dialog->resize(560, 420);
    dialog->open();
}

} // namespace tlsrpt
