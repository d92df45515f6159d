// SPDX-License-Identifier: GPL-3.0-or-later
// A D-Bus session bus of the test's own, with or without a Secret Service (gnome-keyring) on it.
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace tlsrpt
{

class SessionBus
{
public:
    ~SessionBus();

    /// Nothing is ever started by this bus itself. False: `problem()`.
    bool start();
    /// Whose keyring is unlocked with `password`, or stays locked.
    bool startKeyring(const QByteArray &password, bool unlocked = true);
    void stopKeyring(); ///< what is in it stays
    /// Of a process that is to use it; without a display, so that nobody asks for a password.
    QProcessEnvironment environment() const;
    QString address() const { return m_address; }
    QString problem() const { return m_problem; }
    /// Whether the programs are installed; the name of the first that is not.
    static QString missingProgram();

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_keyring;
    QString m_address;
    QString m_problem;
};

} // namespace tlsrpt
