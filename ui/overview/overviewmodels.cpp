// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewmodels.h"

#include "ui/detail/severitylook.h"
#include "ui/theme/theme.h"
#include "ui/widgets/table.h"
#include "ui/words/counts.h"
#include "ui/words/findingwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(OverviewModels)
};

/// Text with its raw value for sorting.
QVariant numberValue(qint64 value, int role)
{
    if (role == Qt::DisplayRole)
        return words::number(value);
    return role == NumberRole || role == SortRole ? QVariant(value) : QVariant();
}

QVariant failedValue(qint64 value, int role)
{
    if (role == ToneRole)
        return static_cast<int>(value > 0 ? Token::Failed : Token::Text2);
    return numberValue(value, role);
}

QVariant shareValue(qint64 part, qint64 whole, int role)
{
    if (role == Qt::DisplayRole)
        return words::percentOf(part, whole);
    if (role == PlainRole)
        return plainShare(part, whole);
    if (role == NumberRole || role == SortRole)
        return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : -1.0;
    return {};
}

QVariant nameValue(const QString &name, const QString &key, int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return name;
    case KeyRole: return key;
    default: return {};
    }
}

} // namespace

SenderShares *newSenderShares(QObject *parent)
{
    return new SenderShares(
        {
            {T::tr("Sender"), false,
             [](const SenderBar &s, int role) { return nameValue(s.row.name, s.row.key, role); }},
            {T::tr("Sessions"), true,
             [](const SenderBar &s, int role) {
                 if (role == BarShareRole)
                     return QVariant(s.share);
                 if (role == BarTokenRole)
                     return QVariant(static_cast<int>(Token::ProtectedMark));
                 return numberValue(s.row.sessions.total(), role);
             }},
            {T::tr("Failed"), true,
             [](const SenderBar &s, int role) { return failedValue(s.row.sessions.failed, role); }},
            {T::tr("Rate"), true,
             [](const SenderBar &s, int role) {
                 return shareValue(s.row.sessions.failed, s.row.sessions.total(), role);
             },
             T::tr("Share of this sender's sessions that failed")},
        },
        parent);
}

std::vector<SenderBar> senderShares(const Overview &overview)
{
    std::vector<SenderBar> rows;
    qint64 largest = 1;
    for (const SenderRow &row : overview.senders)
        largest = std::max(largest, row.sessions.total());
    for (const SenderRow &row : overview.senders)
        rows.push_back({row, static_cast<double>(row.sessions.total()) / static_cast<double>(largest)});
    return rows;
}

TrackShares *newTrackShares(QObject *parent)
{
    const auto total = [](const TrackShare &row) { return row.sessions.successful + row.sessions.failed; };
    return new TrackShares(
        {
            {T::tr("Policy"), false,
             [](const TrackShare &row, int role) {
                 return nameValue(words::trackName(row.track), slug(row.track), role);
             }},
            {T::tr("Sessions"), true,
             [total](const TrackShare &row, int role) {
                 if (role == BarShareRole)
                     return QVariant(row.share);
                 if (role == BarTokenRole)
                     return QVariant(static_cast<int>(row.track == Track::Sts || row.track == Track::Tlsa
                                                          ? Token::ProtectedMark
                                                          : Token::NoPolicy));
                 return numberValue(total(row), role);
             }},
            {T::tr("Failed"), true, [](const TrackShare &row, int role) { return failedValue(row.sessions.failed, role); }},
            {T::tr("Rate"), true,
             [total](const TrackShare &row, int role) { return shareValue(row.sessions.failed, total(row), role); }},
        },
        parent);
}

std::vector<TrackShare> trackShares(const Overview &overview)
{
    std::vector<TrackShare> rows;
    qint64 largest = 1;
    for (int i = 0; i < trackCount; ++i) {
        const TrackSessions &sessions = overview.tracks[i];
        const qint64 total = sessions.successful + sessions.failed;
        if (total > 0)
            rows.push_back({static_cast<Track>(i), sessions, static_cast<double>(total)});
        largest = std::max(largest, total);
    }
    for (TrackShare &row : rows)
        row.share /= static_cast<double>(largest);
    return rows;
}

QString mainFailure(const DomainRow &row)
{
    if (row.worstOccurrences == 0)
        return {};
    const QString cause = words::causeName(row.worstCause);
    const QString since = words::day(row.worstSince);
    return row.worstMx.isEmpty() ? T::tr("%1, since %2").arg(cause, since)
                                 : T::tr("%1: %2, since %3").arg(row.worstMx, cause, since);
}

std::vector<DomainLine> domainLines(const Overview &overview, const std::vector<FindingPtr> &findings, bool judged)
{
    QHash<QString, FindingPtr> worst;
    for (const FindingPtr &finding : findings) {
        if (!isProblem(*finding))
            continue;
        FindingPtr &ofDomain = worst[finding->domain];
        if (!ofDomain || isWorse(*finding, *ofDomain))
            ofDomain = finding;
    }
    std::vector<DomainLine> lines;
    for (const DomainRow &row : overview.domains)
        lines.push_back({row, worst.value(row.domain), judged});
    return lines;
}

/// The worst open problem; as long as nobody has judged, the main failure of the last week.
static QVariant problemValue(const DomainLine &line, int role)
{
    const bool none = line.judged ? !line.worst : line.worstOccurrences == 0;
    if (none && role == Qt::DisplayRole)
        return T::tr("No open problem");
    if (none && role == ToneRole)
        return static_cast<int>(Token::Text2);
    if (none)
        return {};
    if (!line.worst)
        return nameValue(mainFailure(line), {}, role);
    const SeverityLook look = lookOf(*line.worst);
    switch (role) {
    case IconNameRole: return look.icon;
    case IconTokenRole: return static_cast<int>(look.mark);
    default: break;
    }
    //: a problem and its first day: "Certificate of mx2.example.org expired, since 20 Oct"
    return nameValue(T::tr("%1, since %2").arg(words::findingTitle(*line.worst), words::day(line.worst->first)),
                     line.worst->key(), role);
}

DomainRows *newDomainRows(QObject *parent)
{
    return new DomainRows(
        {
            {T::tr("Domain"), false,
             [](const DomainRow &row, int role) {
                 return role == EmphasisRole ? QVariant(true) : nameValue(row.domain, row.domain, role);
             }},
            {T::tr("Policy"), false,
             [](const DomainRow &row, int role) { return nameValue(words::policiesApplied(row), {}, role); },
             T::tr("What senders applied on its newest day")},
            {T::tr("Sessions"), true, [](const DomainRow &row, int role) { return numberValue(row.sessions.total(), role); }},
            {T::tr("Protected"), true,
             [](const DomainRow &row, int role) {
                 return shareValue(row.sessions.protectedCount, row.sessions.total(), role);
             }},
            {T::tr("No policy"), true,
             [](const DomainRow &row, int role) { return shareValue(row.sessions.noPolicy, row.sessions.total(), role); }},
            {T::tr("Failed, 7 days"), true,
             [](const DomainRow &row, int role) {
                 if (role == ToneRole)
                     return QVariant(static_cast<int>(row.lastWeek.failed > 0 ? Token::Failed : Token::Text2));
                 return shareValue(row.lastWeek.failed, row.lastWeek.total(), role);
             },
             T::tr("Failed sessions in the last 7 days of the period")},
            {T::tr("Failures"), false,
             [](const DomainRow &row, int role) {
                 if (role == BinsRole)
                     return QVariant::fromValue(row.failedByBin);
                 if (role == Qt::AccessibleTextRole)
                     return QVariant(words::counts(row.failedByBin));
                 return role == SortRole ? QVariant(row.sessions.failed) : QVariant();
             },
             T::tr("Failed sessions over the period; each row has its own scale")},
            {T::tr("Open problem"), false, [](const DomainLine &line, int role) { return problemValue(line, role); },
             T::tr("The worst problem that goes on; double-click or press Enter here to open the finding")},
        },
        parent);
}

} // namespace tlsrpt
