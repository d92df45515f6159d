// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates of a made authority, by the openssl program.
#pragma once

#include <QString>

namespace tlsrpt::made
{

enum class CertificateKind { Right, WrongName, Expired };

class Certificates
{
public:
    /// Makes an authority in this folder; ok() tells whether that worked.
    explicit Certificates(QString folder);

    bool ok() const { return m_ok; }
    QString authority() const;      ///< PEM
    QString otherAuthority() const; ///< PEM, of somebody else
    /// Makes NAME.pem and NAME.key for localhost and 127.0.0.1.
    bool make(const QString &name, CertificateKind kind);
    QString certificate(const QString &name) const;
    QString key(const QString &name) const;

private:
    bool openssl(const QStringList &arguments) const;
    bool makeAuthority(const QString &name) const;
    QString path(const QString &name) const;

    QString m_folder;
    bool m_ok = false;
};

} // namespace tlsrpt::made
