// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, started in a home of its own and without a display.
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

namespace tlsrpt::test
{

struct Ran {
    int status = -1;     ///< -1: did not start, crashed or took too long
    QByteArray out;
    QByteArray err;

    QJsonObject json() const;
    QString complaint() const; ///< both outputs, for a failing test
};

class Home
{
public:
    Home();

    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString archive() const { return file(QStringLiteral("archive.sqlite")); }
    /// Writes a file of the home, its folders too.
    QString write(const QString &name, const QByteArray &bytes) const;
    /// Every file and folder of the home, relative, sorted.
    QStringList everything() const;

    QProcessEnvironment environment() const;
    /// For all that is run from now on.
    void setVariable(const QString &name, const QString &value) { m_variables.insert(name, value); }
    void unsetVariable(const QString &name) { m_variables.remove(name); }
    /// `input`: all of its standard input.
    Ran run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// The same with a program of the tests.
    Ran runOther(const QString &program, const QStringList &arguments, const QByteArray &input = {}) const;
    /// `command` with --archive archive() and the rest.
    Ran onArchive(const QString &command, const QStringList &rest = {}) const;
    QJsonObject summary(const QStringList &filter = {}) const;

private:
    QTemporaryDir m_folder;
    QMap<QString, QString> m_variables;
};

/// A Google-like report of one sts policy.
QByteArray report(const QString &organisation, const QString &domain, const QString &day, int successful,
                  int failed);

} // namespace tlsrpt::test
