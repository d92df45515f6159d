// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/commands/eventloop.h"
#include "app/commands/mailboxadd.h"
#include "app/commands/mailboxlist.h"
#include "app/commands/mailboxtest.h"
#include "core/base/plaintext.h"
#include "core/settings/mailboxes.h"
#include "core/settings/mailboxsecrets.h"
#include "core/store/archive.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(MailboxCommand)
};

/// The one name that test and remove need; nothing after a mistake, with `status`.
std::optional<Mailbox> namedMailbox(const QCommandLineParser &parser, int &status)
{
    if (parser.positionalArguments().size() != 1) {
        status = console::usage(T::tr("This command needs the name of one mailbox."));
        return std::nullopt;
    }
    const QString name = parser.positionalArguments().first();
    auto mailbox = Mailboxes().byName(name);
    if (!mailbox)
        status = console::fail({Code::NoSuchMailbox, name, {}, -1});
    return mailbox;
}

int test(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(T::tr("Connects to a mailbox and says step by step how that goes."));
    parser.addPositionalArgument(u"NAME"_qs, T::tr("The mailbox."), u"NAME"_qs);
    int status = ExitDone;
    if (!console::parse(parser, arguments, status))
        return status;
    const auto mailbox = namedMailbox(parser, status);
    return mailbox ? runMailboxTest(*mailbox) : status;
}

/// How far it was read; the reports stay.
Status forget(const QString &archive, const QString &name)
{
    if (!QFileInfo::exists(archive))
        return {};
    const SystemClock clock;
    auto opened = Archive::open(archive, Archive::Mode::ReadWrite, clock);
    if (!opened)
        return tl::unexpected(opened.error());
    return (*opened)->forgetMailbox(name);
}

int removeEverywhere(const QString &name, const QString &archive)
{
    if (!Mailboxes().remove(name)) {
        console::err(T::tr("The settings cannot be written."));
        return ExitUsage;
    }
    int status = ExitDone;
    if (!console::bringUpToDate(archive, status))
        return status;
    if (const Status done = forget(archive, name); !done)
        return console::fail(done.error());
    console::out(T::tr("The mailbox %1 was removed. Its reports stay in the archive.").arg(printable(name)) + u'\n');
    return ExitDone;
}

int remove(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(T::tr("Removes a mailbox and its password. Nothing changes on the server."));
    console::addArchiveOption(parser);
    parser.addPositionalArgument(u"NAME"_qs, T::tr("The mailbox."), u"NAME"_qs);
    int status = ExitDone;
    if (!console::parse(parser, arguments, status))
        return status;
    const auto mailbox = namedMailbox(parser, status);
    if (!mailbox)
        return status;
    const QString archive = console::archivePath(parser);
    if (!mailbox->passwordCommand.isEmpty()) // nothing is stored
        return removeEverywhere(mailbox->name, archive);
    MailboxSecrets secrets;
    QObject here;
    return console::runInEventLoop([&] {
        secrets.remove(mailbox->name).then(&here, [&](const Status &done) {
            if (!done) // without a store there is no password in it either
                console::err(words::sentence(done.error()));
            QCoreApplication::exit(removeEverywhere(mailbox->name, archive));
        });
    });
}

} // namespace

int runMailboxCommand(const QStringList &arguments)
{
    const QString what = arguments.value(1);
    const QStringList rest = arguments.mid(1);
    if (what == u"add")
        return runMailboxAdd(rest);
    if (what == u"list")
        return runMailboxList(rest);
    if (what == u"test")
        return test(rest);
    if (what == u"remove")
        return remove(rest);
    if (what == u"--help" || what == u"-h") {
        console::out(T::tr("tlsrpt-viewer mailbox add NAME --host HOST --user USER …\n"
                           "tlsrpt-viewer mailbox list [--json]\n"
                           "tlsrpt-viewer mailbox test NAME\n"
                           "tlsrpt-viewer mailbox remove NAME\n"
                           "Each has a --help of its own."));
        console::out(u"\n"_qs);
        return ExitDone;
    }
    return console::usage(T::tr("The command mailbox needs add, list, test or remove."));
}

} // namespace tlsrpt
