// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dovecot/dovecot.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

namespace tlsrpt::made
{

namespace
{

QString program()
{
    return QStandardPaths::findExecutable(
        QStringLiteral("dovecot"),
        qEnvironmentVariable("PATH").split(u':') + QStringList{QStringLiteral("/usr/sbin")});
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// All its processes under the one user that starts it.
QByteArray ofOneUser(uint uid, uint gid)
{
    const passwd *user = getpwuid(uid);
    const group *its = getgrgid(gid);
    const QByteArray name = user ? user->pw_name : "nobody";
    const QByteArray groupName = its ? its->gr_name : "nogroup";
    return "default_internal_user = " + name + "\ndefault_login_user = " + name +
           "\ndefault_internal_group = " + groupName +
           "\nservice anvil {\n chroot =\n}\nservice imap-login {\n chroot =\n}\n"
           "service stats {\n chroot =\n}\n";
}

} // namespace

QString Dovecot::missing()
{
    if (program().isEmpty() || !QFile::exists(QStringLiteral("/usr/lib/dovecot/imap")))
        return QStringLiteral("dovecot-imapd is not installed");
    if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
        return QStringLiteral("openssl is not installed");
    return {};
}

Dovecot::Dovecot()
    : Dovecot(Options())
{
}

Dovecot::Dovecot(Options options)
    : m_options(std::move(options))
    , m_folder(QDir::tempPath() + u"/tlsrpt-dovecot-XXXXXX")
    , m_certificates(m_folder.filePath(QStringLiteral("tls")))
{
    // Dovecot gives no mail to root.
    const passwd *nobody = getpwnam("nobody");
    m_mailUid = geteuid() || !nobody ? geteuid() : nobody->pw_uid;
    m_mailGid = geteuid() || !nobody ? getegid() : nobody->pw_gid;
}

Dovecot::~Dovecot()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
    m_process.waitForFinished();
}

QString Dovecot::mailFolder(const QByteArray &folder) const
{
    const QString name = folder.isEmpty() ? QString() : u"/." + QString::fromUtf8(folder);
    return m_folder.filePath(QStringLiteral("mail")) + name;
}

bool Dovecot::give(const QString &path) const
{
    return geteuid() != 0 || chown(QFile::encodeName(path).constData(), m_mailUid, m_mailGid) == 0;
}

bool Dovecot::makeFolder(const QByteArray &folder)
{
    const QString path = mailFolder(folder);
    for (const QString &part : {QString(), QStringLiteral("/cur"), QStringLiteral("/new"),
                                QStringLiteral("/tmp")}) {
        if (!QDir().mkpath(path + part) || !give(path + part))
            return false;
    }
    return folder.isEmpty() ||
           (writeFile(path + u"/maildirfolder", {}) && give(path + u"/maildirfolder"));
}

bool Dovecot::deliver(const QByteArray &mail, const QByteArray &folder)
{
    // The base name sorts by time of delivery; Dovecot numbers them in that order.
    const QString name = QStringLiteral("%1.M%2P1.made,S=%3")
                             .arg(1'700'000'000 + m_delivered)
                             .arg(m_delivered, 6, 10, QLatin1Char('0'))
                             .arg(mail.size());
    ++m_delivered;
    // Whole or not at all: tmp, then new.
    const QString aside = mailFolder(folder) + u"/tmp/" + name;
    return writeFile(aside, mail) && give(aside) &&
           QFile::rename(aside, mailFolder(folder) + u"/new/" + name);
}

QStringList Dovecot::files(const QByteArray &folder) const
{
    return QDir(mailFolder(folder) + u"/new").entryList(QDir::Files) +
           QDir(mailFolder(folder) + u"/cur").entryList(QDir::Files);
}

bool Dovecot::forgetUids(const QByteArray &folder)
{
    const QDir dir(mailFolder(folder));
    bool done = true;
    for (const QString &name : dir.entryList({QStringLiteral("dovecot*")}, QDir::Files))
        done = QFile::remove(dir.filePath(name)) && done;
    const QByteArray validity = QByteArray::number(QDateTime::currentSecsSinceEpoch() + 1000);
    const QString list = dir.filePath(QStringLiteral("dovecot-uidlist"));
    return done && writeFile(list, "3 V" + validity + " N1 G0123456789abcdef0123456789abcdef\n") &&
           give(list);
}

QByteArray Dovecot::passdbs() const
{
    QByteArray text = "passdb {\n driver = passwd-file\n mechanisms = plain login\n"
                      " args = scheme=PLAIN username_format=%u " +
                      m_folder.filePath(QStringLiteral("users")).toUtf8() + "\n}\n";
    if (!m_options.introspection.isEmpty())
        text += "passdb {\n driver = oauth2\n mechanisms = xoauth2 oauthbearer\n args = " +
                m_folder.filePath(QStringLiteral("oauth2.conf")).toUtf8() + "\n}\n";
    return text;
}

QByteArray Dovecot::configuration() const
{
    const QByteArray base = m_folder.path().toUtf8();
    const bool oneUser = geteuid() != 0 || m_options.asNobody;
    const auto listener = [](const char *name, quint16 port, bool tls) -> QByteArray {
        return " inet_listener " + QByteArray(name) + " {\n  address = 127.0.0.1\n  port = " +
               QByteArray::number(port) + "\n  ssl = " + (tls ? "yes" : "no") + "\n }\n";
    };
    return "base_dir = " + base + "/run\nstate_dir = " + base + "/state\nlog_path = " + base +
           "/log\nprotocols = imap\nlisten = 127.0.0.1\nssl = yes\nssl_cert = <" +
           m_certificates.certificate(QStringLiteral("server")).toUtf8() + "\nssl_key = <" +
           m_certificates.key(QStringLiteral("server")).toUtf8() +
           "\ndisable_plaintext_auth = yes\nauth_mechanisms = plain login" +
           (m_options.introspection.isEmpty() ? "" : " xoauth2 oauthbearer") +
           "\nauth_verbose = yes\nmail_location = maildir:" + base + "/mail:LAYOUT=maildir++\n" +
           "default_vsz_limit = 2G\nfirst_valid_uid = 1\nfirst_valid_gid = 1\n" + passdbs() +
           "userdb {\n driver = static\n args = uid=" + QByteArray::number(m_mailUid) +
           " gid=" + QByteArray::number(m_mailGid) + " home=" + base + "/mail\n}\n" +
           "service imap-login {\n" + listener("imap", m_plainPort, false) +
           listener("imaps", m_tlsPort, true) + "}\n" +
           (oneUser ? ofOneUser(m_mailUid, m_mailGid) : QByteArray()) + m_options.more;
}

bool Dovecot::prepare()
{
    const auto path = [this](const char *name) { return m_folder.filePath(QLatin1String(name)); };
    const QByteArray users = QByteArray(user) + ":{PLAIN.b64}" + QByteArray(password).toBase64() +
                             "::::::\n";
    const QByteArray oauth = "introspection_mode = get\nintrospection_url = " +
                             m_options.introspection +
                             "\nusername_attribute = email\nactive_attribute = active\n"
                             "active_value = true\n";
    chmod(QFile::encodeName(m_folder.path()).constData(), 0755);
    m_tlsPort = freePort();
    m_plainPort = freePort();
    bool done = m_certificates.ok() &&
                m_certificates.make(QStringLiteral("server"), m_options.certificate) &&
                writeFile(path("users"), users) && writeFile(path("oauth2.conf"), oauth) &&
                writeFile(path("dovecot.conf"), configuration()) && QDir().mkpath(path("run")) &&
                QDir().mkpath(path("state"));
    if (!QFile::exists(mailFolder()))
        done = done && makeFolder({});
    if (m_options.asNobody && geteuid() == 0) {
        for (const char *name : {"", "run", "state", "users", "oauth2.conf", "dovecot.conf", "tls"})
            done = done && give(path(name));
        done = done && give(m_certificates.key(QStringLiteral("server")));
    }
    return done;
}

bool Dovecot::answers(quint16 port) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(1000);
}

bool Dovecot::start()
{
    if (!prepare())
        return false;
    const bool drop = m_options.asNobody && geteuid() == 0;
    m_process.setChildProcessModifier([drop, uid = m_mailUid, gid = m_mailGid] {
        if (drop && (setgroups(0, nullptr) != 0 || setgid(gid) != 0 || setuid(uid) != 0))
            _exit(1);
        prctl(PR_SET_PDEATHSIG, SIGTERM); // a test that is killed leaves no server behind
    });
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
    m_process.start(program(), {QStringLiteral("-F"), QStringLiteral("-c"),
                                m_folder.filePath(QStringLiteral("dovecot.conf"))});
    const QDeadlineTimer until(30'000);
    while (!until.hasExpired() && m_process.state() != QProcess::NotRunning) {
        if (answers(m_plainPort) && answers(m_tlsPort))
            return true;
        m_process.waitForFinished(20);
    }
    qWarning("%s", log().constData());
    return false;
}

QByteArray Dovecot::log() const
{
    QFile file(m_folder.filePath(QStringLiteral("log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no log");
}

} // namespace tlsrpt::made
