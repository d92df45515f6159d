// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/passwordcommand.h"

#include <QProcess>
#include <QPromise>
#include <QTimer>

namespace tlsrpt
{

namespace
{

constexpr qsizetype longestOutput = 65536;
constexpr qsizetype longestComplaint = 300;

QByteArray firstLine(const QByteArray &text)
{
    const qsizetype end = text.indexOf('\n');
    QByteArray line = end < 0 ? text : text.left(end);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

class PasswordRun : public QObject
{
public:
    PasswordRun(const QString &mailbox, QObject *owner)
        : QObject(owner)
        , m_mailbox(mailbox)
        , m_process(this)
    {
        m_promise.start();
        m_process.setStandardInputFile(QProcess::nullDevice());
        m_timer.setSingleShot(true);
        connect(&m_process, &QProcess::readyReadStandardOutput, this, &PasswordRun::collect);
        connect(&m_process, &QProcess::readyReadStandardError, this, &PasswordRun::collect);
        connect(&m_process, &QProcess::finished, this, &PasswordRun::ended);
        connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                fail(m_process.errorString());
        });
        connect(&m_timer, &QTimer::timeout, this,
                [this] { fail(u"%1 s"_qs.arg(m_timer.interval() / 1000.0)); });
    }

    ~PasswordRun() override
    {
        m_process.disconnect(this);
        m_process.kill();
        m_process.waitForFinished(1000);
    }

    QFuture<Result<Secret>> start(const QString &command, int timeoutMs)
    {
        m_timer.start(timeoutMs);
#ifdef Q_OS_WIN
        m_process.setProgram(u"cmd.exe"_qs);
        m_process.setNativeArguments(u"/d /s /c \""_qs + command + u'"');
#else
        m_process.setProgram(u"/bin/sh"_qs);
        m_process.setArguments({u"-c"_qs, command});
#endif
        m_process.start(QIODevice::ReadOnly);
        return m_promise.future();
    }

private:
    void collect()
    {
        if (m_promise.future().isFinished())
            return;
        m_output += m_process.readAllStandardOutput();
        m_complaint += m_process.readAllStandardError();
        m_complaint.truncate(longestOutput);
        if (m_output.size() > longestOutput)
            fail(u"> %1"_qs.arg(longestOutput));
    }

    void ended(int status, QProcess::ExitStatus how)
    {
        deleteLater();
        collect();
        const QByteArray secret = firstLine(m_output);
        if (how == QProcess::NormalExit && status == 0 && !secret.isEmpty())
            finish(Secret{secret});
        else
            fail(complaintAbout(how == QProcess::NormalExit ? QString::number(status) : u"signal"_qs));
    }

    /// A command that traces itself says the password on its standard error as well.
    QString complaintAbout(const QString &status) const
    {
        const QByteArray line = firstLine(m_complaint).simplified();
        for (const QByteArray &printed : m_output.split('\n')) {
            if (!printed.simplified().isEmpty() && line.contains(printed.simplified()))
                return status;
        }
        return line.isEmpty() ? status
                              : status + u": "_qs + QString::fromLocal8Bit(line).left(longestComplaint);
    }

    void fail(const QString &detail)
    {
        finish(failure(Code::PasswordCommandFailed, m_mailbox, detail));
    }

    void finish(const Result<Secret> &answer)
    {
        if (m_promise.future().isFinished())
            return;
        m_promise.addResult(answer);
        m_promise.finish();
        m_output.fill('\0');
        m_process.kill();
        if (m_process.state() == QProcess::NotRunning)
            deleteLater(); // otherwise when it has ended
    }

    QString m_mailbox;
    QProcess m_process;
    QTimer m_timer;
    QPromise<Result<Secret>> m_promise;
    QByteArray m_output;
    QByteArray m_complaint;
};

} // namespace

QFuture<Result<Secret>> runPasswordCommand(const QString &command, const QString &mailbox, QObject *owner,
                                           int timeoutMs)
{
    return (new PasswordRun(mailbox, owner))->start(command, timeoutMs);
}

} // namespace tlsrpt
