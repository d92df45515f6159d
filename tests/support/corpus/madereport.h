// SPDX-License-Identifier: GPL-3.0-or-later
// A made report, and how each known kind of sender would write it down.
#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>

#include <vector>

namespace tlsrpt::made
{

/// The software that writes the report; each has its own habits.
enum class House { Google, Microsoft, MailRu, Postfix, Stalwart, Mox };

enum class Trouble {
    Expired,
    WrongName,
    NotTrusted,
    NoEncryption,
    BrokenHandshake,
    NotInPolicy,
    PolicyNotFetched,
    DaneMismatch,
    Unexplained, ///< a failure without anything said about it
};

struct Sender {
    House house = House::Google;
    QByteArray organisation;
    QByteArray submitter; ///< its mail domain
    QByteArray contact;
    QByteArray network;    ///< first three parts of its IPv4 addresses
    bool zoneless = false; ///< writes times without a zone (older Microsoft reports)
};

struct Failure {
    Trouble trouble = Trouble::Unexplained;
    QByteArray mx; ///< empty: the policy failed, before any server was asked
    QByteArray receivingIp;
    QByteArray sendingIp;
    qint64 sessions = 0;
    QByteArray reason; ///< instead of the house's own wording where not empty
};

struct Policy {
    QByteArray type; ///< "sts", "tlsa", "no-policy-found"
    QByteArray domain;
    QList<QByteArray> lines; ///< policy-string; empty when the policy was not fetched
    QList<QByteArray> mxHosts;
    qint64 successful = 0;
    qint64 failed = 0;
    std::vector<Failure> failures;
};

struct Report {
    Sender sender;
    QDate day;
    QByteArray domain;  ///< the recipient domain
    quint64 number = 0; ///< random, for ids
    std::vector<Policy> policies;
};

QByteArray toJson(const Report &report);

/// "google.com!example.org!1641686400!1641772799!001.json", RFC 8460 section 5.1.
QByteArray jsonName(const Report &report);

/// The lines of an MTA-STS policy in the usual order.
QList<QByteArray> stsLines(const QByteArray &mode, const QList<QByteArray> &hosts, int maxAge);

/// A TLSA record "3 1 1 ..." for a made key of that name.
QByteArray tlsaRecord(const QByteArray &keyName);

qint64 startSeconds(const Report &report);
qint64 endSeconds(const Report &report);

} // namespace tlsrpt::made
