// SPDX-License-Identifier: GPL-3.0-or-later
// A fetch from a mailbox in memory into an archive of its own.
#pragma once

#include "tests/core/pipeline/fakemailbox.h"

#include <QTemporaryDir>

namespace tlsrpt::fetchtest
{

inline const QString inbox = QStringLiteral("INBOX");
inline const QString work = QStringLiteral("work");
inline const Error closed{Code::ServerClosed, QStringLiteral("imap.example.org"), QStringLiteral("BYE"), -1};

struct Run {
    Result<std::vector<MailboxOutcome>> outcomes = failure(Code::Cancelled);
    std::vector<Error> rejected;
    std::vector<Error> others; ///< ignored, or in conflict
    std::vector<ImapStep> steps;
    std::vector<FetchProgress> progress;
    int done = 0;

    const MailboxOutcome &outcome(size_t index = 0) const { return outcomes->at(index); }
    std::optional<Code> error(size_t index = 0) const
    {
        return outcome(index).error ? std::optional(outcome(index).error->code) : std::nullopt;
    }
};

QByteArray reportMail(int number);
QByteArray otherMail(const QByteArray &subject = "Cron");
/// Announced as a report, with an attachment that is none.
QByteArray brokenMail(const QByteArray &subject);

class FetchFixture
{
public:
    FetchFixture();

    Run fetch(JobControl &control, std::vector<MailboxAccess> accesses);
    Run fetch();
    QString archive() const { return folder.filePath(QStringLiteral("archive.sqlite")); }
    bool outside(const QString &sql); ///< as another program would
    qint64 number(const QString &sql);
    QStringList texts(const QString &sql); ///< the first column
    FolderPlace place(const QString &name = fetchtest::inbox);
    std::vector<MailboxState> states();
    qint64 reports() { return number(QStringLiteral("SELECT count(*) FROM reports")); }

    QTemporaryDir folder;
    FakeMailbox box;
    FakeFolder &inbox;
    MailboxAccess access;
    Limits limits;
    std::vector<std::chrono::milliseconds> pauses;
    std::function<void(Run &)> hook; ///< at every event, on the thread that writes
};

} // namespace tlsrpt::fetchtest
