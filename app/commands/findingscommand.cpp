// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/findingscommand.h"

#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "core/query/reader.h"
#include "ui/export/findinglist.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(FindingsCommand)
};

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        T::tr("Tells what is wrong, since when, for whom, and what to do."));
    console::addArchiveOption(parser);
    console::addFilterOptions(parser);
    parser.addOptions({
        {u"open"_qs, T::tr("Only what is going on.")},
        {u"since"_qs, T::tr("Only what began on that day or later, UTC."), u"DAY"_qs},
        {u"json"_qs, T::tr("Print as JSON.")},
        {u"fail-on"_qs,
         T::tr("Exit with status 4 when a finding of that severity or worse is open and not muted: "
               "critical, high, medium, low or info."),
         u"SEVERITY"_qs},
    });
}

/// Which of the findings that the filter leaves are told.
struct Choice {
    bool onlyOpen = false;
    std::optional<Day> since;

    bool takes(const Finding &finding) const
    {
        return (finding.open || !onlyOpen) && (!since || finding.first >= *since);
    }
};

/// `judged`: whether there are reports that the filter asks for.
Result<FindingList> findingsOf(const QString &path, const Filter &filter, const Choice &choice, bool &judged)
{
    if (!QFileInfo::exists(path))
        return failure(Code::ArchiveCannotOpen, path);
    auto reader = ArchiveReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto facts = loadFacts(reader->database());
    if (!facts)
        return tl::unexpected(facts.error());
    const auto muted = mutedKeys(*reader, SystemClock());
    if (!muted)
        return tl::unexpected(muted.error());

    FindingList list;
    judged = console::choosesReports(**facts, filter);
    if (!judged || !newestReportDay(**facts))
        return list; // without a reference: nothing was judged
    const auto fetched = reader->newestFetch();
    if (!fetched)
        return tl::unexpected(fetched.error());
    const Reference reference = referenceOf(**facts, *fetched);
    list.reference = reference.day;
    list.today = Day::fromDate(SystemClock().nowUtc().date());
    const auto diagnosis = diagnose(**facts, reference);
    for (FindingPtr &finding : matching(*diagnosis, filter)) {
        if (!choice.takes(*finding))
            continue;
        std::vector<ReportId> reports = reportsOf(*finding, **facts);
        const bool isMuted = muted->contains(finding->key());
        list.findings.push_back({std::move(finding), isMuted, std::move(reports)});
    }
    return list;
}

} // namespace

bool isReason(const Finding &finding, bool muted, Severity worstAllowed)
{
    return finding.open && !muted && finding.severity != Severity::Good &&
           finding.severity <= worstAllowed;
}

int runFindingsCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    int status = ExitDone;
    if (!console::parse(parser, arguments, status))
        return status;
    Filter filter;
    QString wrong;
    Choice choice{parser.isSet(u"open"_qs), {}};
    if (!console::readFilter(parser, filter, wrong) || !console::readDay(parser, u"since"_qs, choice.since, wrong))
        return console::usage(wrong);
    if (!parser.positionalArguments().isEmpty())
        return console::usage(
            T::tr("The command findings takes no file names; import them first."));
    const QString failOn = parser.value(u"fail-on"_qs).toLower();
    const auto severity = severityOf(failOn);
    if (parser.isSet(u"fail-on"_qs) && (!severity || *severity == Severity::Good))
        return console::usage(
            T::tr("\"%1\" is no severity; use critical, high, medium, low or info.").arg(failOn));

    bool judged = true;
    const auto list = findingsOf(console::archivePath(parser), filter, choice, judged);
    if (!list)
        return console::fail(list.error());
    if (parser.isSet(u"json"_qs))
        console::outJson(findingsJson(*list));
    else
        console::out(findingsText(*list));
    const bool found =
        severity &&
        std::any_of(list->findings.begin(), list->findings.end(), [&](const ListedFinding &each) {
            return isReason(*each.finding, each.muted, *severity);
        });
    if (found)
        return ExitFound;
    return severity && !judged ? ExitUsage : ExitDone; // an alarm that could never ring
}

} // namespace tlsrpt
