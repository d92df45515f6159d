// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/mailboxtest.h"

#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/commands/eventloop.h"
#include "core/base/plaintext.h"
#include "core/settings/mailboxsecrets.h"
#include "core/source/imap/imapclient.h"
#include "ui/words/mailboxwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QtConcurrentRun>

#include <algorithm>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(MailboxCommand)
};

void say(const QString &line)
{
    console::out(printable(line) + u'\n');
}

int failed(const Error &error)
{
    console::fail(error);
    return ExitMailbox;
}

int countFolders(ImapClient &client, const QStringList &chosen)
{
    const auto folders = client.folders();
    if (!folders)
        return failed(folders.error());
    qint64 mails = 0;
    for (const ImapFolder &folder : *folders) {
        if (!folder.selectable || (!chosen.isEmpty() && !chosen.contains(folder.name)))
            continue;
        const auto count = client.countOf(folder.name);
        if (!count)
            return failed(count.error());
        say(T::tr("%1: %Ln mail(s)", nullptr, static_cast<int>(*count)).arg(folder.name));
        mails += *count;
    }
    for (const QString &name : chosen) {
        const auto named = [&name](const ImapFolder &folder) { return folder.name == name; };
        if (std::none_of(folders->begin(), folders->end(), named))
            return failed({Code::FolderNotFound, name, {}, -1});
    }
    say(T::tr("The mailbox can be read; mails in these folders: %1").arg(words::number(mails)));
    return ExitDone;
}

/// On a thread of its own.
int test(const Mailbox &mailbox, const Secret &secret)
{
    JobControl control;
    const ImapObserver observer{[](ImapStep step, const QString &detail) { say(words::step(step, detail)); },
                                [](const CertificateProblem &problem) {
                                    for (const QString &line : words::certificate(problem))
                                        say(line);
                                }};
    const auto client = ImapClient::connect(mailbox, secret, control, observer);
    if (!client)
        return failed(client.error());
    return countFolders(**client, mailbox.folders);
}

} // namespace

int runMailboxTest(const Mailbox &mailbox)
{
    MailboxSecrets secrets;
    QObject here;
    return console::runInEventLoop([&] {
        secrets.get(mailbox).then(&here, [&](const Result<Secret> &secret) {
            if (!secret) {
                QCoreApplication::exit(failed(secret.error()));
                return;
            }
            QtConcurrent::run([&mailbox, known = *secret] { return test(mailbox, known); })
                .then(&here, [](int status) { QCoreApplication::exit(status); });
        });
    });
}

} // namespace tlsrpt
