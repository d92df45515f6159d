// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include "app/commands/console.h"
#include "app/commands/explain.h"
#include "app/commands/findingscommand.h"

#include "core/pipeline/importjob.h"
#include "core/query/reader.h"
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
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

} // namespace

bool isCommand(const QString &word)
{
    static const QStringList commands{u"import"_qs, u"summary"_qs, u"findings"_qs, u"explain"_qs,
                                      u"check"_qs,  u"rescue"_qs,  u"fetch"_qs,    u"mailbox"_qs};
    return commands.contains(word);
}

bool needsGui(const QStringList &arguments)
{
    if (arguments.value(0) != u"summary")
        return false;
    for (const QString &argument : arguments) {
        if (argument.startsWith(u"--pdf") || argument.startsWith(u"--html"))
            return true;
    }
    return false;
}

int runCommand(const QStringList &arguments)
{
    const QString name = arguments.value(0);
    if (name == u"import")
        return runImportCommand(arguments);
    if (name == u"summary")
        return runSummaryCommand(arguments);
    if (name == u"findings")
        return runFindingsCommand(arguments);
    if (name == u"check")
        return runCheckCommand(arguments);
    if (name == u"rescue")
        return runRescueCommand(arguments);
    if (name == u"fetch")
        return runFetchCommand(arguments);
    if (name == u"mailbox")
        return runMailboxCommand(arguments);
    if (name == u"explain")
        return runExplain(arguments.mid(1));
    return console::usage(T::tr("There is no command \"%1\".").arg(name));
}

int runCheckCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(T::tr("Tests whether the archive is sound."));
    console::addArchiveOption(parser);
    int status = ExitDone;
    if (!console::parse(parser, arguments, status))
        return status;
    if (!parser.positionalArguments().isEmpty())
        return console::usage(T::tr("The command check takes no file names."));
    const QString path = console::archivePath(parser);
    if (!QFileInfo::exists(path))
        return console::fail({Code::ArchiveCannotOpen, path, {}, -1});
    const auto wrong = checkArchive(path);
    if (!wrong)
        return console::fail(wrong.error());
    if (wrong->isEmpty()) {
        console::out(T::tr("The archive is sound: %1").arg(path) + u'\n');
        return ExitDone;
    }
    constexpr qsizetype mostLines = 20; // of a page that cannot be read every table has some
    for (const QString &line : wrong->mid(0, mostLines))
        console::err(line);
    if (wrong->size() > mostLines)
        console::err(T::tr("… and %Ln more.", nullptr, static_cast<int>(wrong->size() - mostLines)));
    return console::fail({Code::ArchiveDamaged, path, {}, -1});
}

} // namespace tlsrpt
