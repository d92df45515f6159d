// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/settings/sessionbus.h"

#include <QFile>
#include <QStandardPaths>

namespace tlsrpt
{

namespace
{

constexpr int patienceMs = 20'000;

const char configuration[]
    = "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
      "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
      "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context=\"default\">"
      "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/>"
      "</policy></busconfig>\n";

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(5000))
        process.kill();
    process.waitForFinished(5000);
}

} // namespace

SessionBus::~SessionBus()
{
    end(m_keyring);
    end(m_bus);
}

QString SessionBus::missingProgram()
{
    for (const QString &program : {u"dbus-daemon"_qs, u"gnome-keyring-daemon"_qs, u"secret-tool"_qs}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            return program;
    }
    return {};
}

bool SessionBus::start()
{
    QFile file(m_folder.filePath(u"bus.conf"_qs));
    if (!file.open(QIODevice::WriteOnly) || file.write(configuration) < 0)
        return false;
    file.close();
    m_bus.start(u"dbus-daemon"_qs, {u"--nofork"_qs, u"--print-address"_qs, u"--config-file"_qs, file.fileName()});
    while (!m_bus.canReadLine() && m_bus.waitForReadyRead(patienceMs)) { }
    m_address = QString::fromLatin1(m_bus.readLine()).trimmed();
    m_problem = QString::fromLocal8Bit(m_bus.readAllStandardError());
    return !m_address.isEmpty();
}

bool SessionBus::startKeyring(const QByteArray &password, bool unlocked)
{
    QStringList arguments{u"--foreground"_qs, u"--components=secrets"_qs};
    if (unlocked)
        arguments.append(u"--unlock"_qs);
    m_keyring.setProcessEnvironment(environment());
    m_keyring.start(u"gnome-keyring-daemon"_qs, arguments);
    m_keyring.write(password);
    m_keyring.closeWriteChannel();
    // It names itself on the bus before it says where its control socket is.
    QProcess asking;
    asking.setProcessEnvironment(environment());
    for (int tries = 0; tries < 100 && m_keyring.state() != QProcess::NotRunning; ++tries) {
        asking.start(u"dbus-send"_qs, {u"--session"_qs, u"--print-reply"_qs, u"--dest=org.freedesktop.secrets"_qs,
                                       u"/org/freedesktop/secrets"_qs, u"org.freedesktop.DBus.Peer.Ping"_qs});
        if (asking.waitForFinished(patienceMs) && asking.exitCode() == 0)
            return true;
        m_keyring.waitForReadyRead(100);
    }
    m_problem = QString::fromLocal8Bit(m_keyring.readAllStandardError());
    return false;
}

void SessionBus::stopKeyring()
{
    end(m_keyring);
}

QProcessEnvironment SessionBus::environment() const
{
    QProcessEnvironment result = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL", "XDG_CURRENT_DESKTOP"})
        result.remove(QLatin1String(name));
    result.insert(u"DBUS_SESSION_BUS_ADDRESS"_qs, m_address);
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"})
        result.insert(QLatin1String(name), m_folder.path());
    return result;
}

} // namespace tlsrpt
