// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/commands/outcome.h"
#include "app/commands/progressline.h"
#include "core/pipeline/importjob.h"
#include "core/settings/settings.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

void printText(const ImportOutcome &outcome, const Notices &notices)
{
    for (const Error &error : notices.rejected)
        console::err(words::sentence(error));
    console::out(countsText(outcome.counts) + u".\n"_qs);
}

/// What does not exist is told at once; the rest is imported all the same.
bool splitMissing(const QStringList &named, QStringList &paths)
{
    bool missing = false;
    for (const QString &path : named) {
        if (QFileInfo::exists(path)) {
            paths.append(path);
        } else {
            console::fail({Code::FileNotFound, path, {}, -1});
            missing = true;
        }
    }
    return missing;
}

} // namespace

int runImportCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(T::tr("Imports TLS reports from files and folders."));
    console::addArchiveOption(parser);
    parser.addOption({u"json"_qs, T::tr("Print the outcome as JSON.")});
    parser.addPositionalArgument(u"PATH"_qs, T::tr("File or folder, of any kind."), u"PATH…"_qs);
    int status = ExitDone;
    if (!console::parse(parser, arguments, status))
        return status;
    if (parser.positionalArguments().isEmpty())
        return console::usage(T::tr("The command import needs a file or folder."));

    ImportRequest request;
    const bool missing = splitMissing(parser.positionalArguments(), request.paths);
    if (request.paths.isEmpty())
        return ExitUsage;
    request.archivePath = console::archivePath(parser);
    request.limits = Settings().limits();
    if (!console::bringUpToDate(request.archivePath, status))
        return status;

    const SystemClock clock;
    JobControl control;
    Notices notices;
    ImportEvents events;
    events.notice = [&notices](NoticeKind kind, const Error &error) { notices.add(kind, error); };
    const auto outcome = [&] {
        console::ProgressLine line;
        events.progress = [&line](const ImportProgress &progress) { line.show(console::progressText(progress)); };
        return runImport(request, clock, control, events);
    }();
    if (!outcome)
        return console::fail(outcome.error());
    if (parser.isSet(u"json"_qs))
        console::outJson(QJsonDocument(outcomeJson(outcome->counts, notices, outcome->elapsedMs)).toJson());
    else
        printText(*outcome, notices);
    if (missing)
        return ExitUsage;
    return outcome->counts.rejected > 0 ? ExitSomeRejected : ExitDone;
}

} // namespace tlsrpt
