// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dovecot/certificates.h"

#include <QDebug>
#include <QDir>
#include <QFile>
#include <QProcess>

namespace tlsrpt::made
{

namespace
{

bool writeText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

const QStringList newKey = {QStringLiteral("-newkey"), QStringLiteral("ec"),
                            QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"),
                            QStringLiteral("-nodes")};

} // namespace

Certificates::Certificates(QString folder)
    : m_folder(std::move(folder))
{
    m_ok = QDir().mkpath(m_folder) && makeAuthority(QStringLiteral("authority")) &&
           makeAuthority(QStringLiteral("other"));
}

QString Certificates::path(const QString &name) const
{
    return m_folder + u'/' + name;
}

QString Certificates::authority() const
{
    return path(QStringLiteral("authority.pem"));
}

QString Certificates::otherAuthority() const
{
    return path(QStringLiteral("other.pem"));
}

QString Certificates::certificate(const QString &name) const
{
    return path(name + u".pem");
}

QString Certificates::key(const QString &name) const
{
    return path(name + u".key");
}

bool Certificates::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder);
    process.start(QStringLiteral("openssl"), arguments);
    const bool done = process.waitForFinished() && process.exitCode() == 0;
    if (!done)
        qWarning() << "openssl" << arguments << process.readAllStandardError();
    return done;
}

bool Certificates::makeAuthority(const QString &name) const
{
    return openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-days"),
                               QStringLiteral("3650"), QStringLiteral("-subj"),
                               u"/CN=Made authority " + name, QStringLiteral("-keyout"),
                               name + u".key", QStringLiteral("-out"), name + u".pem"} +
                   newKey);
}

// "openssl ca" sets both dates, which "openssl x509" of OpenSSL 3.0 cannot.
bool Certificates::make(const QString &name, CertificateKind kind)
{
    const bool expired = kind == CertificateKind::Expired;
    const QByteArray san = kind == CertificateKind::WrongName ? "DNS:mail.example.org"
                                                              : "DNS:localhost,IP:127.0.0.1";
    const QByteArray configuration = "[ca]\ndefault_ca=made\n[made]\ndatabase=" + name.toUtf8() +
                                     ".db\nnew_certs_dir=.\nrand_serial=yes\ndefault_md=sha256\n"
                                     "policy=any\nx509_extensions=ext\nunique_subject=no\n"
                                     "[any]\ncommonName=supplied\n[ext]\nsubjectAltName=" +
                                     san + "\n";
    const QString file = path(name + u".cnf");
    if (!writeText(file, configuration) || !writeText(path(name + u".db"), {}))
        return false;
    return openssl(QStringList{QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-subj"),
                               QStringLiteral("/CN=Made mail server"), QStringLiteral("-keyout"),
                               key(name), QStringLiteral("-out"), name + u".csr"} +
                   newKey) &&
           openssl({QStringLiteral("ca"), QStringLiteral("-batch"), QStringLiteral("-notext"),
                    QStringLiteral("-config"), file, QStringLiteral("-cert"), authority(),
                    QStringLiteral("-keyfile"), path(QStringLiteral("authority.key")),
                    QStringLiteral("-startdate"), QStringLiteral("20200101000000Z"),
                    QStringLiteral("-enddate"),
                    expired ? QStringLiteral("20210101000000Z") : QStringLiteral("20490101000000Z"),
                    QStringLiteral("-in"), name + u".csr", QStringLiteral("-out"),
                    certificate(name)});
}

} // namespace tlsrpt::made
