// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/mailboxrow.h"

#include "ui/words/words.h"

#include <QCoreApplication>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class MailboxRowWords
{
    Q_DECLARE_TR_FUNCTIONS(MailboxRow)
};

QString lastTime(const MailboxRow &row)
{
    return row.lastSuccess > 0 ? MailboxRowWords::tr("Last fetched %1.").arg(words::dateTime(row.lastSuccess))
                               : MailboxRowWords::tr("Nothing was fetched into this archive yet.");
}

QString nextTime(const MailboxRow &row)
{
    if (row.mailbox.paused)
        return MailboxRowWords::tr("It is paused: it is fetched only by hand.");
    if (row.mailbox.everyMinutes <= 0)
        return MailboxRowWords::tr("It is fetched only by hand.");
    if (row.watched)
        return MailboxRowWords::tr("New mails are fetched as they arrive.");
    if (row.next <= 0)
        return row.lastTry > 0 ? QString()
                               : MailboxRowWords::tr("After the first fetch by hand the next ones come by themselves.");
    return MailboxRowWords::tr("Next time %1.").arg(words::dateTime(row.next));
}

} // namespace

MailboxRemedy remedyFor(const Mailbox &mailbox, Code code)
{
    const bool fails = code == Code::NoPassword || code == Code::SignInRefused || code == Code::AppPasswordNeeded
        || code == Code::SecretStoreFailed;
    const bool isRefused = code == Code::SignInEnded || code == Code::SignInDenied || code == Code::ClientRefused;
    if (code == Code::CertificateRefused)
        return MailboxRemedy::Certificate;
    if (!mailbox.passwordCommand.isEmpty())
        return MailboxRemedy::None;
    if (mailbox.signIn == SignIn::OAuth2)
        return isRefused || code == Code::NoPassword ? MailboxRemedy::SignIn : MailboxRemedy::None;
    return fails ? MailboxRemedy::Password : MailboxRemedy::None;
}

QString mailboxState(const MailboxRow &row)
{
    switch (row.state) {
    case MailboxRow::State::New: return MailboxRowWords::tr("not fetched yet");
    case MailboxRow::State::UpToDate: return MailboxRowWords::tr("up to date");
    case MailboxRow::State::Waiting: return MailboxRowWords::tr("waiting");
    case MailboxRow::State::Fetching: return MailboxRowWords::tr("fetching");
    case MailboxRow::State::Offline:
    case MailboxRow::State::Failed: return row.error ? words::error(*row.error).reason : MailboxRowWords::tr("failed");
    case MailboxRow::State::Paused: return MailboxRowWords::tr("paused");
    }
    Q_UNREACHABLE();
}

QString howOften(int everyMinutes)
{
    if (everyMinutes <= 0)
        return MailboxRowWords::tr("only by hand");
    if (everyMinutes == 60)
        return MailboxRowWords::tr("every hour");
    if (everyMinutes == 24 * 60)
        return MailboxRowWords::tr("every day");
    return everyMinutes % 60 == 0 ? MailboxRowWords::tr("every %Ln hour(s)", nullptr, everyMinutes / 60)
                                  : MailboxRowWords::tr("every %Ln minute(s)", nullptr, everyMinutes);
}

QString mailboxCaption(const Mailbox &mailbox)
{
    return MailboxRowWords::tr("mailbox · %1 at %2 · %3")
        .arg(mailbox.user, mailbox.host, mailbox.paused ? MailboxRowWords::tr("paused") : howOften(mailbox.everyMinutes));
}

QString mailboxStory(const MailboxRow &row)
{
    QStringList parts;
    if (row.error && row.state != MailboxRow::State::Waiting && row.state != MailboxRow::State::Fetching) {
        const words::ErrorWords told = words::error(*row.error);
        parts << told.what << told.next;
        if (row.state == MailboxRow::State::Offline && !row.mailbox.paused && row.mailbox.everyMinutes > 0)
            parts << MailboxRowWords::tr("It is tried again by itself.");
    }
    parts << lastTime(row) << nextTime(row);
    parts.removeAll({});
    return parts.join(u' ');
}

} // namespace tlsrpt
