// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/commands/progressline.h"
#include "core/pipeline/rescuejob.h"
#include "core/settings/settings.h"
#include "ui/words/archivewords.h"

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
    Q_DECLARE_TR_FUNCTIONS(RescueCommand)
};

QString slug(KeptPart part)
{
    switch (part) {
    case KeptPart::Imports: return u"imports"_qs;
    case KeptPart::Rejections: return u"rejections"_qs;
    case KeptPart::WatchedFolders: return u"watched-folders"_qs;
    case KeptPart::MutedFindings: return u"muted-findings"_qs;
    }
    Q_UNREACHABLE();
}

void printJson(const RescueOutcome &outcome)
{
    QJsonArray incomplete;
    for (const KeptPart part : outcome.incomplete)
        incomplete.append(slug(part));
    const QJsonObject reports{{u"saved"_qs, outcome.counts.saved}, {u"total"_qs, outcome.counts.total}, {u"traceless"_qs, outcome.counts.traceless}};
    console::outJson(QJsonDocument(QJsonObject{{u"schema"_qs, 1},
                                               {u"reports"_qs, reports},
                                               {u"incomplete"_qs, incomplete},
                                               {u"seconds"_qs, static_cast<double>(outcome.elapsedMs) / 1000}})
                         .toJson());
}

void printText(const RescueOutcome &outcome)
{
    const RescueCounts &counts = outcome.counts;
    console::out(words::rescued(counts.saved, counts.total) + u'\n');
    if (counts.saved == 0)
        return;
    for (const QString &note : words::rescueNotes(outcome))
        console::out(note + u'\n');
}

} // namespace

int runRescueCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(T::tr("Saves what can be read of a damaged archive into a new one. "
                                           "The damaged one is never changed."));
    parser.addOption({u"json"_qs, T::tr("Print the outcome as JSON.")});
    parser.addPositionalArgument(u"DAMAGED"_qs, T::tr("The damaged archive."), u"DAMAGED"_qs);
    parser.addPositionalArgument(u"NEW"_qs, T::tr("The new archive; no such file may exist."), u"NEW"_qs);
    int status = ExitDone;
    if (!console::parse(parser, arguments, status))
        return status;
    const QStringList paths = parser.positionalArguments();
    if (paths.size() != 2)
        return console::usage(T::tr("The command rescue needs the damaged archive and the name of a new one."));
    if (!QFileInfo::exists(paths.at(0)))
        return console::fail({Code::FileNotFound, paths.at(0), {}, -1});

    const SystemClock clock;
    JobControl control;
    const auto outcome = [&] {
        console::ProgressLine line;
        return runRescue({paths.at(0), paths.at(1), Settings().limits()}, clock, control,
                         [&line](const RescueCounts &counts) { line.show(words::rescued(counts.saved, counts.total)); });
    }();
    if (!outcome)
        return console::fail(outcome.error());
    if (parser.isSet(u"json"_qs))
        printJson(*outcome);
    else
        printText(*outcome);
    if (outcome->counts.saved == 0)
        return ExitArchive;
    return outcome->whole() ? ExitDone : ExitSomeRejected;
}

} // namespace tlsrpt
