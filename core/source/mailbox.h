// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox as its owner described it. Secrets are no part of it: they live in the desktop's store.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace tlsrpt
{

enum class Security : quint8 {
    Tls,      ///< from the first byte (RFC 8314), usually port 993
    StartTls, ///< RFC 3501 §6.2.1, usually port 143
    Plain,    ///< only to this very machine (a loopback address)
};
enum class SignIn : quint8 { Password, OAuth2 };
/// What is done to mails whose reports were imported and committed. Nothing else is ever changed.
enum class Afterwards : quint8 { Nothing, MarkRead, Move };

struct Mailbox {
    QString name;                 ///< the user's, unique; also the key of its secret and its memory
    QString host;
    quint16 port = 993;
    Security security = Security::Tls;
    QString user;
    SignIn signIn = SignIn::Password;
    QString provider;             ///< OAuth 2: "gmail" or "microsoft365"
    QString clientId;             ///< OAuth 2: the user's own registration
    QString passwordCommand;      ///< prints the password; "" = the desktop's secret store
    QString caFile;               ///< PEM; "" = the system's certificate authorities
    QByteArray pinnedCertificate; ///< SHA-256 of the one certificate the user trusts here; "" = none
    QStringList folders;          ///< as shown to people, not in modified UTF-7; empty = all
    Afterwards afterwards = Afterwards::Nothing;
    QString moveTo;               ///< folder for Afterwards::Move
    bool paused = false;          ///< not fetched by itself
    int everyMinutes = 60;        ///< while the program runs; 0 = only by hand

    bool operator==(const Mailbox &) const = default;
};

/// What signs in: a password, or an OAuth 2 access token. Never shown, logged or written.
struct Secret {
    QByteArray value;
};

} // namespace tlsrpt
