// SPDX-License-Identifier: GPL-3.0-or-later
// Tries a mailbox: connects, signs in, lists the folders and counts their mails. Changes nothing.
#pragma once

#include "core/source/imap/imapclient.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace tlsrpt
{

struct FolderCount {
    QString name;
    QString specialUse;         ///< as in ImapFolder
    std::optional<quint32> mails; ///< none: not counted
};

struct TestOutcome {
    Mailbox mailbox;                ///< the one that answered, or the last that was tried
    std::optional<Error> error;
    std::optional<CertificateProblem> certificate;
    std::vector<FolderCount> folders;
    qint64 elapsedMs = 0;
};

/// On a thread of its own. It going away stops the test and waits for its end.
class MailboxTest : public QObject
{
    Q_OBJECT
public:
    explicit MailboxTest(QObject *parent = nullptr);
    ~MailboxTest() override;

    /// `guesses` differ in host, port and security: the first whose server answers counts. Ends
    /// what is under way.
    void start(const std::vector<Mailbox> &guesses, const Secret &secret);
    void cancel(); ///< finished() is not emitted any more
    bool isRunning() const { return m_running; }

signals:
    void step(tlsrpt::ImapStep step, const QString &detail);
    void gaveUp(const tlsrpt::Error &error); ///< one guess; the next one follows
    void finished(const tlsrpt::TestOutcome &outcome);

private:
    int m_number = 0;
    bool m_running = false;
    std::shared_ptr<JobControl> m_control;
    QThreadPool m_pool; ///< the last member: waits for the work while all else is there
};

} // namespace tlsrpt
