// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/sections.h"

#include "ui/words/text.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(Summary)
};

QString serverName(const QString &mx)
{
    return mx.isEmpty() ? T::tr("no server, policy level") : mx;
}

QString days(Day first, Day last)
{
    return first == last ? words::day(first) : words::period({first, last});
}

QString policyText(const PolicySeen &seen)
{
    if (seen.track == Track::Tlsa) {
        QStringList records;
        for (const QString &record : seen.policy.strings)
            records.append(words::shortRecord(record) + u" ("_qs + words::tlsaRecord(record) + u')');
        return records.join(u'\n');
    }
    const QString hosts = seen.policy.mxHosts.join(u", "_qs);
    if (seen.policy.strings.isEmpty() && hosts.isEmpty())
        return T::tr("not given in the reports");
    QString text = hosts.isEmpty() ? T::tr("no mail hosts listed") : hosts;
    if (seen.policy.maxAge >= 0)
        text += u'\n' + T::tr("kept for %1").arg(words::maxAge(seen.policy.maxAge));
    return text;
}

/// Whether it is an open problem of that cause. Rules about no failure have no group, and no cause.
bool isAbout(const Finding &finding, Cause cause)
{
    return isProblem(finding) && finding.group && finding.cause == cause;
}

/// The one at the problem's host; where that had none, the first: the worst.
const HostCause *causeOf(const Finding &problem, const std::vector<HostCause> &causes)
{
    const HostCause *worst = nullptr;
    for (const HostCause &each : causes) {
        if (!isAbout(problem, each.cause))
            continue;
        if (each.situation.mx == problem.mx)
            return &each;
        if (!worst)
            worst = &each;
    }
    return worst;
}

std::vector<const HostCause *> causesToTell(const Summary &summary)
{
    constexpr size_t most = 12;
    std::vector<const HostCause *> chosen;
    const auto add = [&chosen](const HostCause *cause) {
        const bool told = std::any_of(chosen.begin(), chosen.end(), [cause](const HostCause *other) {
            return other->cause == cause->cause;
        });
        if (!told && chosen.size() < most)
            chosen.push_back(cause);
    };
    for (const FindingPtr &finding : summary.findings) {
        if (const HostCause *cause = causeOf(*finding, summary.causes))
            add(cause);
    }
    for (const HostCause &cause : summary.causes)
        add(&cause);
    return chosen;
}

CauseText causeText(const HostCause &cause)
{
    const Explanation why = explain(cause.situation);
    CauseText text;
    text.group = why.group;
    text.words = words::explanation(why);
    text.owner = words::ownerName(why.owner, why.situation);
    text.firstCheck = why.checks.empty() ? QString() : why.checks.front().command;
    QStringList facts{serverName(cause.situation.mx)};
    if (cause.domains > 1 && why.owner != Owner::MxOperator)
        //: what is told is about this one of several domains
        facts << T::tr("for example %1").arg(words::shown(cause.situation.domain, 60));
    facts << days(cause.first, cause.last) << T::tr("%Ln sender(s)", nullptr, cause.senders)
          << T::tr("%1 occurrences").arg(words::number(cause.occurrences));
    text.caption = facts.join(u" · "_qs);
    return text;
}

/// The filter without its domains where the subtitle begins with just these.
Filter withoutTold(const Summary &summary)
{
    Filter filter = summary.filter;
    const auto &told = summary.overview.domains;
    const bool all = std::all_of(filter.domains.begin(), filter.domains.end(), [&told](const QString &domain) {
        return std::any_of(told.begin(), told.end(), [&domain](const DomainRow &row) { return row.domain == domain; });
    });
    if (all)
        filter.domains.clear();
    return filter;
}

} // namespace

QString summaryTitle(const Summary &summary)
{
    return summary.title.isEmpty() ? T::tr("Is the mail to your domains protected?") : summary.title;
}

QStringList cellsOf(const ReportTable &table, size_t row, bool atTop)
{
    QStringList cells = table.rows[row];
    if (table.grouped && !atTop && row > 0 && cells.front() == table.rows[row - 1].front())
        cells.front().clear();
    return cells;
}

std::vector<const HostCause *> causesByServer(const Summary &summary)
{
    QHash<QString, std::vector<const HostCause *>> byServer;
    for (const HostCause &cause : summary.causes)
        byServer[cause.situation.mx].push_back(&cause);
    std::vector<const HostCause *> causes;
    for (const ServerRow &server : summary.servers) {
        const auto own = byServer.value(server.mx);
        causes.insert(causes.end(), own.begin(), own.end());
    }
    return causes;
}

QString summarySubtitle(const Summary &summary)
{
    QStringList domains;
    constexpr int shown = 6;
    for (const DomainRow &row : summary.overview.domains) {
        if (domains.size() == shown)
            break;
        domains.append(row.domain);
    }
    const int more = static_cast<int>(summary.overview.domains.size()) - static_cast<int>(domains.size());
    QString told = domains.join(u", "_qs);
    if (more > 0)
        told += u' ' + T::tr("and %Ln more", nullptr, more);
    QStringList parts{told};
    const Filter rest = withoutTold(summary);
    const QString filtered = words::filterSummary(rest);
    if (!rest.isAll())
        parts += rest.onlyFailures ? filtered : T::tr("only %1").arg(filtered); // "only failures" says it
    if (!summary.preparedBy.isEmpty())
        parts += T::tr("prepared by %1").arg(summary.preparedBy);
    parts.removeAll(QString());
    return parts.join(u" · "_qs);
}

std::vector<ReportFigure> summaryFigures(const Summary &summary)
{
    const Overview &o = summary.overview;
    const Sessions &s = o.sessions;
    const QString sessions = T::tr("%1 sessions");
    return {
        {T::tr("Sessions"), words::number(s.total()), T::tr("tries to encrypt"), Token::Text},
        {T::tr("Protected"), words::percentOf(s.protectedCount, s.total()),
         sessions.arg(words::number(s.protectedCount)), Token::ProtectedText},
        {T::tr("No policy"), words::percentOf(s.noPolicy, s.total()), sessions.arg(words::number(s.noPolicy)),
         Token::Text},
        {T::tr("Failed"), words::percentOf(s.failed, s.total()), sessions.arg(words::number(s.failed)),
         s.failed > 0 ? Token::Failed : Token::Text},
        {T::tr("Reports"), words::number(o.reports), words::period(o.period), Token::Text},
        {T::tr("Senders"), words::number(static_cast<qint64>(o.senders.size())), T::tr("that report"), Token::Text},
        {T::tr("Days"), T::tr("%1 of %2").arg(words::number(o.daysWithReports), words::number(o.period.days())),
         T::tr("with reports"), Token::Text},
    };
}

ReportTable domainsTable(const Summary &summary)
{
    ReportTable table{T::tr("Domains"), words::domainOrder(), {{T::tr("Domain"), false, 30}, {T::tr("Policy"), false, 22},
                      {T::tr("Sessions"), true, 13}, {T::tr("Protected"), true, 16}, {T::tr("No policy"), true, 12},
                      {T::tr("Failed"), true, 11}, {T::tr("Last 7 days"), true, 13}}, {}, 0};
    for (const DomainRow &row : summary.overview.domains) {
        const Sessions &s = row.sessions;
        table.rows.push_back({row.domain, words::policiesApplied(row), words::number(s.total()),
                              words::percentOf(s.protectedCount, s.total()),
                              words::percentOf(s.noPolicy, s.total()), words::percentOf(s.failed, s.total()),
                              words::percentOf(row.lastWeek.failed, row.lastWeek.total())});
    }
    return table;
}

ReportTable causesTable(const Summary &summary)
{
    const Overview &o = summary.overview;
    ReportTable table{T::tr("Failures by cause"), {}, {{T::tr("Cause"), false, 60}, {T::tr("Occurrences"), true, 20},
                      {T::tr("Share"), true, 20}}, {}, -1};
    std::vector<int> order;
    for (int g = 0; g < causeGroupCount; ++g) {
        if (o.occurrences[g] > 0)
            order.push_back(g);
    }
    std::sort(order.begin(), order.end(), [&](int a, int b) { return o.occurrences[a] > o.occurrences[b]; });
    for (const int g : order) {
        table.rows.push_back({words::groupName(static_cast<CauseGroup>(g)), words::number(o.occurrences[g]),
                              words::percentOf(o.occurrences[g], o.occurrencesTotal)});
    }
    return table;
}

ReportTable serversTable(const Summary &summary)
{
    ReportTable table{T::tr("Failures by mail server"),
                      T::tr("Reports count successes for a whole domain, so there are only failures here."),
                      {{T::tr("Mail server"), false, 32}, {T::tr("Cause"), false, 30},
                       {T::tr("First"), true, 12}, {T::tr("Last"), true, 12}, {T::tr("Occurrences"), true, 14}}, {}, 0, true};
    for (const HostCause *cause : causesByServer(summary)) {
        table.rows.push_back({serverName(cause->situation.mx), words::causeName(cause->cause), words::day(cause->first),
                              words::day(cause->last), words::number(cause->occurrences)});
    }
    return table;
}

ReportTable coverageTable(const Summary &summary)
{
    ReportTable table{T::tr("Who reported"), daysWithoutReports(summary),
                      {{T::tr("Sender"), false, 30}, {T::tr("Checks"), false, 20}, {T::tr("Days"), true, 8},
                       {T::tr("Last report"), true, 13}, {T::tr("Reports"), true, 10}, {T::tr("Sessions"), true, 13},
                       {T::tr("Failed"), true, 10}, {QString(), true, 9}}, {}, -1};
    for (const SenderRow &row : summary.overview.senders) {
        QStringList tracks;
        for (int i = 0; i < trackCount; ++i) {
            if (row.tracks[i].successful + row.tracks[i].failed > 0 && static_cast<Track>(i) != Track::None)
                tracks.append(words::trackName(static_cast<Track>(i)));
        }
        table.rows.push_back({row.name, tracks.isEmpty() ? T::tr("no policy") : tracks.join(u", "_qs),
                              words::number(row.days), words::day(row.last), words::number(row.reports),
                              words::number(row.sessions.total()), words::number(row.sessions.failed),
                              words::percentOf(row.sessions.failed, row.sessions.total())});
    }
    return table;
}

ReportTable policiesTable(const Summary &summary)
{
    ReportTable table{T::tr("Policies seen"), T::tr("as the senders applied them"),
                      {{T::tr("Domain"), false, 24}, {T::tr("Policy"), false, 18}, {T::tr("Content"), false, 44},
                       {T::tr("Seen"), true, 22}, {T::tr("Senders"), true, 9}}, {}, 0};
    for (const PolicySeen &seen : summary.policies) {
        table.rows.push_back({seen.domain, words::policyApplied(seen.track, seen.policy.mode), policyText(seen),
                              days(seen.first, seen.last), words::number(seen.senders)});
    }
    return table;
}

QString daysWithoutReports(const Summary &summary)
{
    QStringList gaps;
    const auto &rows = summary.overview.days;
    for (size_t i = 0; i < rows.size();) {
        if (rows[i].reports > 0) {
            ++i;
            continue;
        }
        size_t end = i;
        while (end + 1 < rows.size() && rows[end + 1].reports == 0)
            ++end;
        gaps.append(days(rows[i].day, rows[end].day));
        i = end + 1;
    }
    if (gaps.isEmpty())
        return {};
    constexpr int shown = 5;
    const int more = static_cast<int>(gaps.size()) - shown;
    QString text = QStringList(gaps.mid(0, shown)).join(u", "_qs);
    if (more > 0)
        text += u' ' + T::tr("and %Ln more time(s)", nullptr, more);
    return T::tr("Nobody reported on: %1.").arg(text);
}

std::vector<CauseText> causeTexts(const Summary &summary)
{
    std::vector<CauseText> texts;
    for (const HostCause *cause : causesToTell(summary)) {
        texts.push_back(causeText(*cause));
        texts.back().stepsAbove = std::any_of(
            summary.findings.begin(), summary.findings.end(), [cause](const FindingPtr &finding) {
                return isAbout(*finding, cause->cause);
            });
    }
    return texts;
}

std::vector<std::pair<QString, QString>> glossary()
{
    return {
        {T::tr("Session"), T::tr("one try of a sender to set up encryption with a mail server. It is not one mail.")},
        {T::tr("Protected"), T::tr("encrypted, and the sender made sure that it spoke to the right server.")},
        {T::tr("No policy"), T::tr("the sender found no policy to check; encryption was optional.")},
        {T::tr("Failed"), T::tr("the session did not meet the policy. It says nothing about a mail having vanished: "
                          "senders try again.")},
        {T::tr("MTA-STS"), T::tr("a policy on a web server. In testing mode senders only report, in enforce mode "
                           "they refuse to deliver over an unproven connection.")},
        {T::tr("DANE"), T::tr("keys of the mail server in signed DNS (TLSA records).")},
        {T::tr("Occurrence"), T::tr("one cause named in a report; a session can have several.")},
    };
}

QString stepsAboveNote()
{
    return T::tr("What to do stands with the problem, under “Problems found”.");
}

QString directionNote()
{
    return T::tr("TLS reports are about mail sent to these domains, not about mail they send. All days are UTC.");
}

} // namespace tlsrpt
