// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

namespace tlsrpt::test
{

QJsonObject Ran::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QString Ran::complaint() const
{
    return QStringLiteral("status %1\n%2\n%3").arg(status).arg(QString::fromUtf8(out.left(4000)), QString::fromUtf8(err.left(4000)));
}

Home::Home()
{
    if (!m_folder.isValid() || !QDir(m_folder.path()).mkpath(QStringLiteral("tmp")))
        qFatal("no folder for tests");
}

QString Home::write(const QString &name, const QByteArray &bytes) const
{
    const QString path = file(name);
    QFile out(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

QStringList Home::everything() const
{
    QStringList names;
    QDirIterator all(m_folder.path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (all.hasNext())
        names << QDir(m_folder.path()).relativeFilePath(all.next());
    names.sort();
    return names;
}

QProcessEnvironment Home::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LANGUAGE", "LANG",
                             "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("HOME"), m_folder.path());
    environment.insert(QStringLiteral("TMPDIR"), file(QStringLiteral("tmp")));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), file(QStringLiteral("data")));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), file(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), file(QStringLiteral("cache")));
    for (auto variable = m_variables.begin(); variable != m_variables.end(); ++variable)
        environment.insert(variable.key(), variable.value());
    return environment;
}

Ran Home::run(const QStringList &arguments, const QByteArray &input) const
{
    return runOther(QStringLiteral(TLSRPT_PROGRAM), arguments, input);
}

Ran Home::runOther(const QString &program, const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setWorkingDirectory(m_folder.path());
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    Ran ran;
    if (!process.waitForFinished(240'000)) {
        process.kill();
        process.waitForFinished();
        return ran;
    }
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    if (process.exitStatus() == QProcess::NormalExit)
        ran.status = process.exitCode();
    return ran;
}

Ran Home::onArchive(const QString &command, const QStringList &rest) const
{
    return run(QStringList{command, QStringLiteral("--archive"), archive()} + rest);
}

QJsonObject Home::summary(const QStringList &filter) const
{
    const Ran ran = onArchive(QStringLiteral("summary"), QStringList{QStringLiteral("--json")} + filter);
    if (ran.status != 0)
        qFatal("summary: %s", qPrintable(ran.complaint()));
    return ran.json();
}

QByteArray report(const QString &organisation, const QString &domain, const QString &day, int successful,
                  int failed)
{
    QJsonArray failures;
    if (failed > 0) {
        failures.append(QJsonObject{{QStringLiteral("result-type"), QStringLiteral("certificate-expired")},
                                    {QStringLiteral("receiving-mx-hostname"), QString(QStringLiteral("mx.") + domain)},
                                    {QStringLiteral("failed-session-count"), failed}});
    }
    const QJsonObject policy{
        {QStringLiteral("policy"),
         QJsonObject{{QStringLiteral("policy-type"), QStringLiteral("sts")},
                     {QStringLiteral("policy-domain"), domain},
                     {QStringLiteral("policy-string"),
                      QJsonArray{QStringLiteral("version: STSv1"), QStringLiteral("mode: enforce"),
                                 QString(QStringLiteral("mx: mx.") + domain), QStringLiteral("max_age: 604800")}}}},
        {QStringLiteral("summary"), QJsonObject{{QStringLiteral("total-successful-session-count"), successful},
                                                {QStringLiteral("total-failure-session-count"), failed}}},
        {QStringLiteral("failure-details"), failures}};
    const QJsonObject root{
        {QStringLiteral("organization-name"), organisation},
        {QStringLiteral("contact-info"), QStringLiteral("tls@sender.example")},
        {QStringLiteral("report-id"), QString(day + domain + organisation)},
        {QStringLiteral("date-range"), QJsonObject{{QStringLiteral("start-datetime"), QString(day + QStringLiteral("T00:00:00Z"))},
                                                   {QStringLiteral("end-datetime"), QString(day + QStringLiteral("T23:59:59Z"))}}},
        {QStringLiteral("policies"), QJsonArray{policy}}};
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

} // namespace tlsrpt::test
