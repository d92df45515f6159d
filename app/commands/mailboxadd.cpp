// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/mailboxadd.h"

#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/commands/eventloop.h"
#include "core/settings/mailboxes.h"
#include "core/settings/mailboxsecrets.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(MailboxCommand)
};

constexpr qint64 longestSecret = 64LL * 1024;

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(T::tr("Adds a mailbox that TLS reports arrive in."));
    parser.addOptions({
        {u"host"_qs, T::tr("The mail server (IMAP)."), u"HOST"_qs},
        {u"port"_qs, T::tr("Its port; without it 993 for tls and 143 for starttls."), u"PORT"_qs},
        {u"security"_qs, T::tr("tls (from the first byte, the default), starttls, or plain (only to this very machine)."),
         u"SECURITY"_qs},
        {u"user"_qs, T::tr("Who signs in, often the whole mail address."), u"USER"_qs},
        {u"folder"_qs, T::tr("Only this folder (repeatable); without it all but drafts and trash."), u"FOLDER"_qs},
        {u"ca-file"_qs, T::tr("Certificate authorities (PEM) instead of the system's."), u"FILE"_qs},
        {u"trust-certificate"_qs, T::tr("Trust the one certificate with this SHA-256 fingerprint."), u"FINGERPRINT"_qs},
        {u"auth"_qs, T::tr("password (the default) or oauth2."), u"KIND"_qs},
        {u"provider"_qs, T::tr("For oauth2: gmail or microsoft365."), u"PROVIDER"_qs},
        {u"client-id"_qs, T::tr("For oauth2: your own registration at the provider."), u"ID"_qs},
        {u"password-command"_qs, T::tr("A command that prints the password, asked at each fetch."), u"COMMAND"_qs},
        {u"password-stdin"_qs, T::tr("Read the password (for oauth2 the refresh token) from standard input, "
                                     "and keep it in the desktop's password store.")},
        {u"mark-read"_qs, T::tr("Mark mails as read once their reports are in the archive.")},
        {u"move-to"_qs, T::tr("Move mails to this folder once their reports are in the archive."), u"FOLDER"_qs},
    });
    parser.addPositionalArgument(u"NAME"_qs, T::tr("What you call it."), u"NAME"_qs);
}

bool readSecurity(const QString &text, Security &security)
{
    if (text.isEmpty() || text == u"tls")
        security = Security::Tls;
    else if (text == u"starttls")
        security = Security::StartTls;
    else if (text == u"plain")
        security = Security::Plain;
    else
        return false;
    return true;
}

/// What is wrong with how the server is named, "" nothing.
QString readServer(const QCommandLineParser &parser, Mailbox &mailbox)
{
    mailbox.host = parser.value(u"host"_qs);
    mailbox.user = parser.value(u"user"_qs);
    if (mailbox.host.isEmpty() || mailbox.user.isEmpty())
        return T::tr("A mailbox needs --host and --user.");
    if (mailbox.host.count(u':') == 1) // an IPv6 address has more
        return T::tr("\"%1\" is no host name; its port goes behind --port.").arg(mailbox.host);
    if (!readSecurity(parser.value(u"security"_qs), mailbox.security))
        return T::tr("\"%1\" is no security; use tls, starttls or plain.").arg(parser.value(u"security"_qs));
    mailbox.port = mailbox.security == Security::Tls ? 993 : 143;
    if (parser.isSet(u"port"_qs)) {
        mailbox.port = parser.value(u"port"_qs).toUShort();
        if (mailbox.port == 0)
            return T::tr("\"%1\" is no port; use a number from 1 to 65535.").arg(parser.value(u"port"_qs));
    }
    if (parser.isSet(u"trust-certificate"_qs)) {
        QByteArray digits = parser.value(u"trust-certificate"_qs).toLatin1();
        digits.replace(':', "");
        mailbox.pinnedCertificate = QByteArray::fromHex(digits);
        if (digits.size() != 64 || mailbox.pinnedCertificate.size() != 32)
            return T::tr("A SHA-256 fingerprint has 64 hexadecimal digits.");
    }
    return {};
}

QString readSignIn(const QCommandLineParser &parser, Mailbox &mailbox)
{
    const QString auth = parser.value(u"auth"_qs);
    if (auth == u"oauth2")
        mailbox.signIn = SignIn::OAuth2;
    else if (!auth.isEmpty() && auth != u"password")
        return T::tr("\"%1\" is no way to sign in; use password or oauth2.").arg(auth);
    mailbox.provider = parser.value(u"provider"_qs);
    mailbox.clientId = parser.value(u"client-id"_qs);
    mailbox.passwordCommand = parser.value(u"password-command"_qs);
    if (!mailbox.passwordCommand.isEmpty() && parser.isSet(u"password-stdin"_qs))
        return T::tr("Use either --password-command or --password-stdin.");
    // A command prints the access token itself.
    if (mailbox.signIn == SignIn::OAuth2 && mailbox.passwordCommand.isEmpty()
        && (!oauthProvider(mailbox.provider) || mailbox.clientId.isEmpty()))
        return T::tr("With oauth2 a mailbox needs --provider (gmail or microsoft365) and --client-id.");
    return {};
}

QString readRest(const QCommandLineParser &parser, Mailbox &mailbox)
{
    mailbox.folders = parser.values(u"folder"_qs);
    mailbox.moveTo = parser.value(u"move-to"_qs);
    if (!mailbox.moveTo.isEmpty())
        mailbox.afterwards = Afterwards::Move;
    else if (parser.isSet(u"mark-read"_qs))
        mailbox.afterwards = Afterwards::MarkRead;
    if (mailbox.afterwards == Afterwards::Move && parser.isSet(u"mark-read"_qs))
        return T::tr("Use either --mark-read or --move-to.");
    if (mailbox.folders.contains(mailbox.moveTo) && !mailbox.moveTo.isEmpty())
        return T::tr("Mails cannot be moved to the folder that they are read from.");
    return {};
}

/// The first line of standard input.
QByteArray readSecret()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    QByteArray line = input.readLine(longestSecret);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line;
}

int save(const Mailbox &mailbox)
{
    Mailboxes mailboxes;
    if (!mailboxes.put(mailbox)) {
        console::err(T::tr("The settings cannot be written."));
        return ExitUsage;
    }
    console::out(T::tr("The mailbox %1 was added. Try \"tlsrpt-viewer mailbox test %1\".").arg(mailbox.name) + u'\n');
    return ExitDone;
}

/// The password first: a mailbox without it would only fail.
int storeAndSave(const Mailbox &mailbox, const QByteArray &secret)
{
    MailboxSecrets secrets;
    QObject here;
    return console::runInEventLoop([&] {
        const QFuture<Status> stored = mailbox.signIn == SignIn::OAuth2
            ? secrets.store(mailbox.name, OAuthGrant{secret, {}})
            : secrets.store(mailbox.name, Secret{secret});
        QFuture<Status>(stored).then(&here, [&](const Status &done) {
            QCoreApplication::exit(done ? save(mailbox) : console::fail(done.error()));
        });
    });
}

} // namespace

int runMailboxAdd(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    int status = ExitDone;
    if (!console::parse(parser, arguments, status))
        return status;
    if (parser.positionalArguments().size() != 1 || parser.positionalArguments().first().isEmpty())
        return console::usage(T::tr("The command mailbox add needs one name."));
    Mailbox mailbox;
    mailbox.name = parser.positionalArguments().first();
    if (Mailboxes().byName(mailbox.name))
        return console::usage(T::tr("There is a mailbox %1 already; remove it first.").arg(mailbox.name));
    for (const auto read : {readServer, readSignIn, readRest}) {
        if (const QString wrong = read(parser, mailbox); !wrong.isEmpty())
            return console::usage(wrong);
    }
    if (const QString file = parser.value(u"ca-file"_qs); !file.isEmpty()) {
        if (!QFileInfo(file).isReadable())
            return console::fail({Code::FileNotFound, file, {}, -1});
        mailbox.caFile = QFileInfo(file).absoluteFilePath();
    }
    if (!parser.isSet(u"password-stdin"_qs)) {
        if (mailbox.passwordCommand.isEmpty())
            console::err(T::tr("There is no password yet. Use --password-stdin or --password-command, "
                               "or enter it in the window."));
        return save(mailbox);
    }
    const QByteArray secret = readSecret();
    if (secret.isEmpty())
        return console::usage(T::tr("There is no password on standard input."));
    return storeAndSave(mailbox, secret);
}

} // namespace tlsrpt
