// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/signin.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

bool saysOneOf(const QString &words, std::initializer_list<QLatin1String> phrases)
{
    return std::any_of(phrases.begin(), phrases.end(), [&words](QLatin1String phrase) {
        return words.contains(phrase, Qt::CaseInsensitive);
    });
}

// With SASL-IR (RFC 4959) the first answer goes along.
Result<bool> authenticate(ImapSession &session, const QByteArray &method, const QByteArray &answer,
                          QList<QByteArray> more = {})
{
    const QByteArray command = "AUTHENTICATE " + method;
    if (session.can("SASL-IR"))
        return session.converse(command + ' ' + answer, more);
    more.prepend(answer);
    return session.converse(command, more);
}

Result<bool> withPassword(ImapSession &session, const QByteArray &user, const QByteArray &password)
{
    if (session.can("AUTH=PLAIN")) {
        const QByteArray plain = '\0' + user + '\0' + password;
        const Result<bool> done = authenticate(session, "PLAIN", plain.toBase64());
        if (!done || *done || !session.saidBad())
            return done;
    } else if (session.can("LOGINDISABLED") && session.can("AUTH=LOGIN")) {
        return session.converse("AUTHENTICATE LOGIN", {user.toBase64(), password.toBase64()});
    }
    return session.converse("LOGIN " + quoted(user) + ' ' + quoted(password), {});
}

Result<bool> withToken(ImapSession &session, const QByteArray &user, const QByteArray &token)
{
    const QByteArray answer = "user=" + user + "\1auth=Bearer " + token + "\1\1";
    // A refusal comes as one more challenge, which wants an empty answer.
    return authenticate(session, "XOAUTH2", answer.toBase64(), {QByteArray()});
}

} // namespace

Code refusalOf(SignIn way, const QString &words)
{
    if (saysOneOf(words, {QLatin1String("application-specific password"),
                          QLatin1String("app-specific password"), QLatin1String("app password"),
                          QLatin1String("application password"),
                          QLatin1String("log in via your web browser")}))
        return Code::AppPasswordNeeded;
    if (saysOneOf(words, {QLatin1String("IMAP access is disabled"),
                          QLatin1String("not enabled for IMAP"), QLatin1String("IMAP is disabled"),
                          QLatin1String("IMAP disabled"), QLatin1String("IMAP is not enabled"),
                          QLatin1String("enable IMAP")}))
        return Code::ImapSwitchedOff;
    // RFC 5530: none of these says that the password is wrong.
    if (saysOneOf(words, {QLatin1String("[UNAVAILABLE]"), QLatin1String("[INUSE]"),
                          QLatin1String("[LIMIT]")}))
        return Code::ServerClosed;
    if (way == SignIn::OAuth2)
        return Code::SignInEnded;
    const bool wrong = saysOneOf(words, {QLatin1String("invalid"), QLatin1String("incorrect"),
                                         QLatin1String("failed"), QLatin1String("wrong"),
                                         QLatin1String("AUTHENTICATIONFAILED")});
    if (!wrong && saysOneOf(words, {QLatin1String("[ALERT]")}))
        return Code::AppPasswordNeeded;
    return Code::SignInRefused;
}

Status signIn(ImapSession &session, const Mailbox &mailbox, const Secret &secret)
{
    const bool token = mailbox.signIn == SignIn::OAuth2;
    const bool takesPassword = session.can("AUTH=PLAIN") || session.can("AUTH=LOGIN") ||
                               !session.can("LOGINDISABLED");
    if (!token && !takesPassword)
        return failure(Code::EncryptionMissing, mailbox.host, QStringLiteral("LOGINDISABLED"));
    const QByteArray user = mailbox.user.toUtf8();
    const Result<bool> done = token ? withToken(session, user, secret.value)
                                    : withPassword(session, user, secret.value);
    if (!done)
        return tl::unexpected(done.error());
    if (!*done)
        return failure(refusalOf(mailbox.signIn, session.words()), mailbox.host, session.words());
    return {};
}

} // namespace tlsrpt
