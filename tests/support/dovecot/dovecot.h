// SPDX-License-Identifier: GPL-3.0-or-later
// A real Dovecot on 127.0.0.1 with everything it needs in one temporary folder. Works for root and
// for an ordinary user.
#pragma once

#include "tests/support/dovecot/certificates.h"

#include <QProcess>
#include <QTemporaryDir>

namespace tlsrpt::made
{

class Dovecot
{
public:
    static constexpr auto user = "reports@example.org";
    static constexpr auto password = "s3cret \"quoted\" \\ grün";

    /// For Options::more: no new processes for each connection, which take longer than it.
    static constexpr auto sameProcesses = "service imap-login {\n service_count = 0\n process_limit = 10\n}\n"
                                          "service imap {\n service_count = 1000\n process_limit = 100\n}\n";

    struct Options {
        CertificateKind certificate = CertificateKind::Right;
        QByteArray introspection; ///< where access tokens are asked about, ends with "token="
        QByteArray more;          ///< lines of configuration
        bool asNobody = false;    ///< root starts it as an ordinary user would
    };

    /// Why it cannot run here, "" = it can.
    static QString missing();

    Dovecot();
    explicit Dovecot(Options options);
    ~Dovecot();

    /// Waits until it answers.
    bool start();
    quint16 tlsPort() const { return m_tlsPort; }
    quint16 plainPort() const { return m_plainPort; }
    const Certificates &certificates() const { return m_certificates; }
    QByteArray log() const;

    /// `folder` as it is on disk: "" is INBOX, else modified UTF-7 as in ".Reports.2024".
    bool deliver(const QByteArray &mail, const QByteArray &folder = {});
    bool makeFolder(const QByteArray &folder);
    /// Names of the files in it, which carry the flags.
    QStringList files(const QByteArray &folder = {}) const;
    QString mailFolder(const QByteArray &folder = {}) const;
    /// Another UIDVALIDITY, as after a restore.
    bool forgetUids(const QByteArray &folder = {});

private:
    QByteArray configuration() const;
    QByteArray passdbs() const;
    bool give(const QString &path) const; ///< to whom the mail belongs
    bool prepare();
    bool answers(quint16 port) const;

    Options m_options;
    QTemporaryDir m_folder;
    Certificates m_certificates;
    QProcess m_process;
    quint16 m_tlsPort = 0;
    quint16 m_plainPort = 0;
    uint m_mailUid = 0;
    uint m_mailGid = 0;
    int m_delivered = 0;
};

} // namespace tlsrpt::made
