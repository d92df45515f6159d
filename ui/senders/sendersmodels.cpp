// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/senders/sendersmodels.h"

#include "ui/senders/timedelegate.h"
#include "ui/theme/theme.h"
#include "ui/detail/severitylook.h"
#include "ui/widgets/table.h"
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
    Q_DECLARE_TR_FUNCTIONS(Senders)
};

QVariant number(qint64 value, int role, Token tone = Token::Text)
{
    switch (role) {
    case Qt::DisplayRole: return words::number(value);
    case NumberRole:
    case SortRole: return value;
    case ToneRole: return static_cast<int>(tone);
    default: return {};
    }
}

QVariant failed(qint64 value, int role)
{
    return number(value, role, value > 0 ? Token::Failed : Token::Text2);
}

QVariant name(const SenderRow &row, int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case SortRole: return row.name;
    case Qt::ToolTipRole: return u"%1 (%2)"_qs.arg(row.name.left(400), row.key.left(400));
    case KeyRole: return row.key;
    default: return {};
    }
}

QVariant day(Day value, int role)
{
    switch (role) {
    case Qt::DisplayRole: return words::day(value);
    case PlainRole: return value.toIso();
    case SortRole: return value.value;
    default: return {};
    }
}

/// For a narrow column; its tool tip has the full name.
QString shortName(CauseGroup group)
{
    switch (group) {
    case CauseGroup::CertificateExpired: return T::tr("Expired");
    case CauseGroup::CertificateName: return T::tr("Wrong name");
    case CauseGroup::CertificateTrust: return T::tr("Not trusted");
    case CauseGroup::NoEncryption: return T::tr("No encryption");
    case CauseGroup::HostNotInPolicy: return T::tr("Not in policy");
    case CauseGroup::Dane: return T::tr("DANE");
    case CauseGroup::PolicyFetch: return T::tr("Policy file");
    case CauseGroup::Other: return T::tr("Other");
    }
    Q_UNREACHABLE();
}

/// The title is the caller's: lupdate gives a text here no context.
SenderLines::Column sessionsColumn(const QString &title)
{
    return {title, true, [](const SenderLine &line, int role) {
                if (role == BarShareRole)
                    return QVariant(line.share);
                if (role == BarTokenRole)
                    return QVariant(static_cast<int>(Token::ProtectedMark));
                return number(line.row.sessions.total(), role);
            }};
}

/// The name, and what the worst finding about this sender alone looks like.
QVariant judgedName(const SenderLine &line, int role)
{
    const SeverityLook look = line.worst ? lookOf(*line.worst) : SeverityLook{u"dash"_qs};
    switch (role) {
    case IconNameRole: return look.icon;
    case IconTokenRole: return static_cast<int>(look.mark);
    case Qt::AccessibleTextRole:
        //: a sender and its worst finding
        return line.worst ? QVariant(T::tr("%1, %2").arg(line.row.name, words::findingTitle(*line.worst))) : QVariant();
    default: return name(line.row, role);
    }
}

} // namespace

QString rhythm(const SenderRow &row)
{
    if (row.days < 3)
        return {};
    const int gap = std::max(1, qRound(row.usualGapDays));
    return gap == 1 ? T::tr("every day") : T::tr("every %Ln days", nullptr, gap);
}

QString checks(const SenderRow &row)
{
    QStringList names;
    for (int i = 0; i < trackCount; ++i) {
        const TrackSessions &sessions = row.tracks[static_cast<size_t>(i)];
        if (sessions.successful + sessions.failed > 0 && static_cast<Track>(i) != Track::None)
            names.append(words::trackName(static_cast<Track>(i)));
    }
    return names.isEmpty() ? T::tr("no policy") : names.join(u", "_qs);
}

SenderLines *newSenderLines(QObject *parent)
{
    return new SenderLines(
        {
            {T::tr("Sender"), false, [](const SenderLine &line, int role) { return judgedName(line, role); }},
            {T::tr("Checks"), false,
             [](const SenderLine &line, int role) {
                 return role == Qt::DisplayRole ? QVariant(checks(line.row)) : QVariant();
             },
             T::tr("Which policies this sender applied")},
            sessionsColumn(T::tr("Sessions")),
            {T::tr("Failed"), true, [](const SenderLine &line, int role) { return failed(line.row.sessions.failed, role); }},
            {T::tr("Rate"), true,
             [](const SenderLine &line, int role) -> QVariant {
                 const Sessions &s = line.row.sessions;
                 if (role == Qt::DisplayRole)
                     return words::percentOf(s.failed, s.total());
                 if (role == PlainRole)
                     return plainShare(s.failed, s.total());
                 return role == SortRole && s.total() > 0
                     ? QVariant(static_cast<double>(s.failed) / static_cast<double>(s.total()))
                     : QVariant();
             },
             T::tr("Share of this sender's sessions that failed")},
            {T::tr("Reports"), true, [](const SenderLine &line, int role) { return number(line.row.reports, role); }},
            {T::tr("Days"), true, [](const SenderLine &line, int role) { return number(line.row.days, role); },
             T::tr("Days with at least one report")},
            {T::tr("Usually"), false,
             [](const SenderLine &line, int role) -> QVariant {
                 if (role == Qt::DisplayRole)
                     return rhythm(line.row);
                 return role == SortRole ? QVariant(line.row.usualGapDays) : QVariant();
             },
             T::tr("How often it reports")},
            {T::tr("Last report"), true, [](const SenderLine &line, int role) { return day(line.row.last, role); }},
            {T::tr("Odd reports"), true,
             [](const SenderLine &line, int role) {
                 return number(line.row.deviatingReports, role,
                               line.row.deviatingReports > 0 ? Token::AttentionText : Token::Text2);
             },
             T::tr("Reports that differ from RFC 8460 in some way; they were read all the same")},
        },
        parent);
}

std::vector<SenderLine> senderLines(const std::vector<SenderRow> &rows)
{
    qint64 largest = 1;
    for (const SenderRow &row : rows)
        largest = std::max(largest, row.sessions.total());
    std::vector<SenderLine> lines;
    lines.reserve(rows.size());
    for (const SenderRow &row : rows)
        lines.push_back({row, static_cast<double>(row.sessions.total()) / static_cast<double>(largest), nullptr});
    return lines;
}

SenderMatrix *newSenderMatrix(QObject *parent)
{
    std::vector<SenderMatrix::Column> columns{
        {T::tr("Sender"), false, [](const SenderRow &row, int role) { return name(row, role); }}};
    for (int g = 0; g < causeGroupCount; ++g) {
        const QString title = words::groupName(static_cast<CauseGroup>(g));
        columns.push_back({shortName(static_cast<CauseGroup>(g)), true,
                           [g](const SenderRow &row, int role) -> QVariant {
                               const qint64 count = row.occurrences[static_cast<size_t>(g)];
                               return role == Qt::DisplayRole && count == 0 ? QVariant(u"·"_qs) : failed(count, role);
                           },
                           T::tr("Occurrences: %1").arg(title)});
    }
    columns.push_back({T::tr("Over the period"), false,
                       [](const SenderRow &row, int role) -> QVariant {
                           switch (role) {
                           case BinsRole: return QVariant::fromValue(row.failedByBin);
                           case SortRole: return row.sessions.failed;
                           case TotalBinsRole: return QVariant::fromValue(row.totalByBin);
                           case Qt::AccessibleTextRole: return timeText(row.failedByBin, row.totalByBin);
                           default: return {};
                           }
                       },
                       T::tr("Red: share of sessions that failed. Hatched: no report.")});
    return new SenderMatrix(std::move(columns), parent);
}

SenderProxy::SenderProxy(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setSortLocaleAware(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void SenderProxy::setFind(const QString &text)
{
    m_find = text;
    invalidateFilter();
}

bool SenderProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_find.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return index.data(Qt::DisplayRole).toString().contains(m_find, Qt::CaseInsensitive)
        || index.data(KeyRole).toString().contains(m_find, Qt::CaseInsensitive);
}

} // namespace tlsrpt
