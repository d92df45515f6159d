// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "core/pipeline/importjob.h"
#include "core/settings/settings.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

struct Notices {
    std::vector<Error> rejected;
    std::vector<Error> ignored;

    void add(NoticeKind kind, const Error &error)
    {
        switch (kind) {
        case NoticeKind::Rejected: rejected.push_back(error); break;
        case NoticeKind::Ignored: ignored.push_back(error); break;
        case NoticeKind::Conflict: break; // counted, and listed in the window's Sources
        }
    }
};

QString reasonOf(const Error &error)
{
    const words::ErrorWords told = words::error(error);
    return told.next.isEmpty() ? told.what : told.what + u' ' + told.next;
}

void printJson(const ImportOutcome &outcome, const Notices &notices)
{
    QJsonArray rejected, ignored;
    for (const Error &error : notices.rejected) {
        rejected.append(QJsonObject{{u"source"_qs, error.subject},
                                    {u"code"_qs, QString(slug(error.code))},
                                    {u"reason"_qs, reasonOf(error)}});
    }
    for (const Error &error : notices.ignored)
        ignored.append(QJsonObject{{u"source"_qs, error.subject}, {u"code"_qs, QString(slug(error.code))}});
    const QJsonObject reports{{u"imported"_qs, outcome.counts.imported},
                              {u"duplicates"_qs, outcome.counts.duplicates},
                              {u"conflicts"_qs, outcome.counts.conflicts}};
    const QJsonObject root{{u"schema"_qs, 1},
                           {u"reports"_qs, reports},
                           {u"rejected"_qs, rejected},
                           {u"ignored"_qs, ignored},
                           {u"seconds"_qs, static_cast<double>(outcome.elapsedMs) / 1000}};
    console::outJson(QJsonDocument(root).toJson());
}

void printText(const ImportOutcome &outcome, const Notices &notices)
{
    for (const Error &error : notices.rejected)
        console::err(words::sentence(error));
    const ImportCounts &c = outcome.counts;
    QString line = T::tr("%Ln report(s) imported", nullptr, static_cast<int>(c.imported));
    const auto append = [&line](qint64 count, const QString &text) {
        if (count > 0)
            line += u", "_qs + text;
    };
    append(c.duplicates, T::tr("%Ln seen before", nullptr, static_cast<int>(c.duplicates)));
    append(c.conflicts, T::tr("%Ln in conflict with another copy", nullptr, static_cast<int>(c.conflicts)));
    append(c.rejected, T::tr("%Ln rejected", nullptr, static_cast<int>(c.rejected)));
    append(c.ignored, T::tr("%Ln ignored (not TLS reports)", nullptr, static_cast<int>(c.ignored)));
    console::out(line + u".\n"_qs);
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

    const SystemClock clock;
    JobControl control;
    Notices notices;
    ImportEvents events;
    events.notice = [&notices](NoticeKind kind, const Error &error) { notices.add(kind, error); };
    const auto outcome = runImport(request, clock, control, events);
    if (!outcome)
        return console::fail(outcome.error());
    if (parser.isSet(u"json"_qs))
        printJson(*outcome, notices);
    else
        printText(*outcome, notices);
    if (missing)
        return ExitUsage;
    return outcome->counts.rejected > 0 ? ExitSomeRejected : ExitDone;
}

} // namespace tlsrpt
