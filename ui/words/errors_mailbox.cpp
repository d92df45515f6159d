// SPDX-License-Identifier: GPL-3.0-or-later
// What may go wrong with a mailbox, and what to do then.
#include "ui/words/errorparts.h"
#include "ui/words/mailboxwords.h"
#include "ui/words/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tlsrpt::words
{

namespace
{

struct Row {
    Code code;
    bool detailed; ///< the server's or system's own words help
    const char *reason;
    const char *what;
    const char *next;
};

constexpr std::array rows{
    Row{Code::NoSuchMailbox, false, QT_TRANSLATE_NOOP("Errors", "No such mailbox"),
        QT_TRANSLATE_NOOP("Errors", "No mailbox has this name."),
        QT_TRANSLATE_NOOP("Errors", "Look at the list of mailboxes for the right name.")},
    Row{Code::ServerUnreachable, true, QT_TRANSLATE_NOOP("Errors", "Server not reached"),
        QT_TRANSLATE_NOOP("Errors", "The mail server cannot be reached."),
        QT_TRANSLATE_NOOP("Errors", "Check the network, the server's name and the port.")},
    Row{Code::ServerTimeout, true, QT_TRANSLATE_NOOP("Errors", "No answer"),
        QT_TRANSLATE_NOOP("Errors", "The mail server did not answer in time."),
        QT_TRANSLATE_NOOP("Errors", "If it stays so for a while, ask whoever runs the server.")},
    Row{Code::ServerClosed, true, QT_TRANSLATE_NOOP("Errors", "Server hung up"),
        QT_TRANSLATE_NOOP("Errors", "The mail server ended the connection."),
        QT_TRANSLATE_NOOP("Errors", "If it stays so for a while, ask whoever runs the server.")},
    Row{Code::ServerAnswerBroken, true, QT_TRANSLATE_NOOP("Errors", "Answer not understood"),
        QT_TRANSLATE_NOOP("Errors", "The mail server's answer is no IMAP that can be understood."),
        QT_TRANSLATE_NOOP("Errors", "Check that name and port are those of an IMAP server.")},
    Row{Code::EncryptionMissing, false, QT_TRANSLATE_NOOP("Errors", "No encryption"),
        QT_TRANSLATE_NOOP("Errors", "The mail server offers no encryption on this port, so nothing was sent to it, "
                                     "the password least of all."),
        QT_TRANSLATE_NOOP("Errors", "Choose TLS with port 993, or ask whoever runs the server to offer STARTTLS.")},
    Row{Code::EncryptionInjected, false, QT_TRANSLATE_NOOP("Errors", "Tampered connection"),
        QT_TRANSLATE_NOOP("Errors", "Unencrypted text arrived where the encryption was to begin. Somebody may be "
                                     "tampering with the connection; it was ended, and no password was sent."),
        QT_TRANSLATE_NOOP("Errors", "Try from another network, and tell whoever runs the server.")},
    Row{Code::TlsFailed, true, QT_TRANSLATE_NOOP("Errors", "Encryption failed"),
        QT_TRANSLATE_NOOP("Errors", "No encrypted connection to the mail server came about."),
        QT_TRANSLATE_NOOP("Errors", "Check the port: TLS usually is 993, STARTTLS 143.")},
    Row{Code::CertificateRefused, false, QT_TRANSLATE_NOOP("Errors", "Certificate refused"),
        QT_TRANSLATE_NOOP("Errors", "The mail server's certificate cannot be trusted, so no password was sent."),
        QT_TRANSLATE_NOOP("Errors", "Look at the certificate. If it is your own server's, name the file of its "
                                     "certificate authority, or trust this one certificate.")},
    Row{Code::SignInRefused, true, QT_TRANSLATE_NOOP("Errors", "Sign-in refused"),
        QT_TRANSLATE_NOOP("Errors", "The mail server refused the user name or the password."),
        QT_TRANSLATE_NOOP("Errors", "Check the user name (often the whole mail address) and enter the password "
                                     "again.")},
    Row{Code::AppPasswordNeeded, true, QT_TRANSLATE_NOOP("Errors", "Needs an app password"),
        QT_TRANSLATE_NOOP("Errors", "The mail provider does not take the account's own password from programs."),
        QT_TRANSLATE_NOOP("Errors", "Make an app password in the account's security settings at the provider and "
                                     "enter it here.")},
    Row{Code::ImapSwitchedOff, true, QT_TRANSLATE_NOOP("Errors", "IMAP switched off"),
        QT_TRANSLATE_NOOP("Errors", "Reading mail with other programs (IMAP) is switched off for this account."),
        QT_TRANSLATE_NOOP("Errors", "Switch IMAP on in the mail settings at the provider, then try again.")},
    Row{Code::SignInEnded, true, QT_TRANSLATE_NOOP("Errors", "Permission ended"),
        QT_TRANSLATE_NOOP("Errors", "The permission to read this mailbox was taken back or has run out."),
        QT_TRANSLATE_NOOP("Errors", "Sign in again in the browser.")},
    Row{Code::SignInDenied, true, QT_TRANSLATE_NOOP("Errors", "Permission denied"),
        QT_TRANSLATE_NOOP("Errors", "The permission to read this mailbox was not given at the provider."),
        QT_TRANSLATE_NOOP("Errors", "Sign in again in the browser and allow it. If the organisation does not permit "
                                     "it, ask its administrator.")},
    Row{Code::ClientRefused, true, QT_TRANSLATE_NOOP("Errors", "Client ID refused"),
        QT_TRANSLATE_NOOP("Errors", "The mail provider refuses the client ID, or what it was registered for."),
        QT_TRANSLATE_NOOP("Errors", "Compare the client ID and the client secret with those on the provider's page. "
                                     "\"How to get a client ID\" in the mailbox's settings says how to register it.")},
    Row{Code::NoPassword, false, QT_TRANSLATE_NOOP("Errors", "No password"),
        QT_TRANSLATE_NOOP("Errors", "There is no password for this mailbox."),
        QT_TRANSLATE_NOOP("Errors", "Enter the password in the mailbox's settings, or name a command that prints "
                                     "it.")},
    Row{Code::SecretStoreFailed, true, QT_TRANSLATE_NOOP("Errors", "Password store failed"),
        QT_TRANSLATE_NOOP("Errors", "The password store of the desktop cannot be used."),
        QT_TRANSLATE_NOOP("Errors", "Unlock the password store, or name a command that prints the password.")},
    Row{Code::PasswordCommandFailed, true, QT_TRANSLATE_NOOP("Errors", "Password command failed"),
        QT_TRANSLATE_NOOP("Errors", "The command that is to print the password failed."),
        QT_TRANSLATE_NOOP("Errors", "Run the command in a terminal to see what is wrong with it.")},
    Row{Code::FolderNotFound, true, QT_TRANSLATE_NOOP("Errors", "No such folder"),
        QT_TRANSLATE_NOOP("Errors", "The folder does not exist in the mailbox any more."),
        QT_TRANSLATE_NOOP("Errors", "Choose the folders of the mailbox again.")},
    Row{Code::MailMissing, true, QT_TRANSLATE_NOOP("Errors", "Mail not delivered"),
        QT_TRANSLATE_NOOP("Errors", "The mail server listed this mail but did not deliver it."),
        QT_TRANSLATE_NOOP("Errors", "It is asked for again at the next fetch.")},
    Row{Code::MailboxFull, true, QT_TRANSLATE_NOOP("Errors", "Mailbox full"),
        QT_TRANSLATE_NOOP("Errors", "The mailbox is full, so mails cannot be moved."),
        QT_TRANSLATE_NOOP("Errors", "Make room in the mailbox. The reports are in the archive already.")},
    Row{Code::MailsUnchanged, true, QT_TRANSLATE_NOOP("Errors", "Mails not changed"),
        QT_TRANSLATE_NOOP("Errors", "The mail server refuses to mark mails in this folder, or to move mails into it."),
        QT_TRANSLATE_NOOP("Errors", "The reports are in the archive already. Ask the server's administrator for the "
                                     "right to change this folder, or choose in the mailbox's settings to leave the "
                                     "mails as they are.")},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("Errors", text);
}

/// "400000000 > 268435456" are a mail's size and the limit; anything else is about something else.
std::optional<ErrorWords> largeMail(const Error &error)
{
    const QStringList numbers = error.detail.split(QStringLiteral(" > "));
    bool isSize = false;
    bool isLimit = false;
    const qint64 size = numbers.value(0).toLongLong(&isSize);
    const qint64 limit = numbers.value(1).toLongLong(&isLimit);
    if (!isSize || !isLimit)
        return std::nullopt;
    const QString what = translated(
        QT_TRANSLATE_NOOP("Errors", "The mail has %1; mails of more than %2 are not fetched."));
    return ErrorWords{translated(QT_TRANSLATE_NOOP("Errors", "Too large")), what.arg(bytes(size), bytes(limit)),
                      translated(QT_TRANSLATE_NOOP(
                          "Errors", "If you expect a report in it, save it with a mail program and import the file."))};
}

/// What is wrong decides who can mend it.
ErrorWords certificateError(const Error &error, ErrorWords words)
{
    const std::vector<CertificateFault> faults = faultsOf(error.detail);
    for (const CertificateFault &fault : faults) {
        if (fault.kind == CertificateFault::Kind::Other) // the library's words
            words.what = detailed({error.code, {}, fault.fact, -1}, words.what);
        else
            words.what += u' ' + certificateFault(fault);
    }
    if (faults.empty())
        return words;
    if (faults.front().kind == CertificateFault::Kind::Expired)
        words.next = translated(QT_TRANSLATE_NOOP("Errors", "Whoever runs the server has to renew its certificate."));
    else if (faults.front().kind == CertificateFault::Kind::WrongName)
        words.next = translated(QT_TRANSLATE_NOOP("Errors", "Check the server's name: use one that the certificate is "
                                                            "made out to."));
    return words;
}

} // namespace

std::optional<ErrorWords> mailboxError(const Error &error)
{
    if (error.code == Code::TooLarge)
        return largeMail(error);
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &each) { return each.code == error.code; });
    if (row == rows.end())
        return {};
    const QString what = translated(row->what);
    const Error plain{error.code, error.subject, serversWords(error), error.offset};
    const ErrorWords words{translated(row->reason), row->detailed ? detailed(plain, what) : what, translated(row->next)};
    return error.code == Code::CertificateRefused ? certificateError(error, words) : words;
}

} // namespace tlsrpt::words
