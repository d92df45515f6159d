// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/evidence.h"

#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tlsrpt
{

namespace
{

class EvidenceWords
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceWords)
};

constexpr qsizetype longestCell = 200;

/// A row of a report without failures that matter, as a sentence.
EvidenceRow rowOf(const PolicyFact &policy, const Facts &facts)
{
    const ReportFact &report = facts.reports[policy.report];
    EvidenceRow row;
    row.report = report.id;
    row.day = Day{report.day};
    row.sender = facts.text(report.organization);
    row.resultType = words::policyApplied(policy.track, policy.mode);
    row.reason = EvidenceWords::tr("%1 successful sessions, %2 failed")
                     .arg(words::number(policy.successful), words::number(policy.failed));
    return row;
}

QVariant textValue(const QString &text, int role)
{
    if (role == Qt::DisplayRole)
        return text.isEmpty() ? u"–"_qs : text.left(longestCell);
    if (role == PlainRole)
        return text;
    return role == Qt::ToolTipRole && !text.isEmpty() ? QVariant(text) : QVariant();
}

EvidenceModel::Column textColumn(const QString &title, QString EvidenceRow::*member)
{
    return {title, false, [member](const EvidenceRow &row, int role) { return textValue(row.*member, role); }};
}

} // namespace

Evidence evidenceFor(const Finding &finding, const Facts &facts)
{
    Evidence evidence;
    evidence.reports = static_cast<qint64>(reportsOf(finding, facts).size());
    evidence.rows = evidenceOf(finding, facts, mostEvidence);
    if (!evidence.rows.empty())
        return evidence;
    const size_t most = std::min<size_t>(finding.policyRows.size(), mostEvidence);
    std::vector<quint32> newest = finding.policyRows;
    std::stable_sort(newest.begin(), newest.end(), [&facts](quint32 a, quint32 b) {
        return facts.reports[facts.policyRows[a].report].day > facts.reports[facts.policyRows[b].report].day;
    });
    for (size_t i = 0; i < most; ++i)
        evidence.rows.push_back(rowOf(facts.policyRows[newest[i]], facts));
    return evidence;
}

EvidenceModel *newEvidenceModel(QObject *parent)
{
    return new EvidenceModel(
        {
            {EvidenceWords::tr("Day"), false,
             [](const EvidenceRow &row, int role) {
                 return role == Qt::DisplayRole ? QVariant(words::day(row.day))
                     : role == PlainRole        ? QVariant(row.day.toIso())
                     : role == SortRole         ? QVariant(row.day.value)
                     : role == KeyRole          ? QVariant(row.report.value)
                                                : QVariant();
             }},
            textColumn(EvidenceWords::tr("Sender"), &EvidenceRow::sender),
            textColumn(EvidenceWords::tr("What it says"), &EvidenceRow::resultType),
            textColumn(EvidenceWords::tr("In its words"), &EvidenceRow::reason),
            textColumn(EvidenceWords::tr("Server"), &EvidenceRow::mx),
            textColumn(EvidenceWords::tr("Address"), &EvidenceRow::receivingIp),
            textColumn(EvidenceWords::tr("Sent from"), &EvidenceRow::sendingIp),
            {EvidenceWords::tr("Count"), true,
             [](const EvidenceRow &row, int role) {
                 if (role == Qt::DisplayRole)
                     return QVariant(row.occurrences > 0 ? words::number(row.occurrences) : u"–"_qs);
                 return role == NumberRole || role == SortRole ? QVariant(row.occurrences) : QVariant();
             }},
        },
        parent);
}

bool hasColumn(const EvidenceModel &model, EvidenceColumn column)
{
    return std::any_of(model.rows().begin(), model.rows().end(), [column](const EvidenceRow &row) {
        switch (column) {
        case EvidenceReason: return !row.reason.isEmpty();
        case EvidenceServer: return !row.mx.isEmpty();
        case EvidenceAddress: return !row.receivingIp.isEmpty();
        case EvidenceNetwork: return !row.sendingIp.isEmpty();
        case EvidenceCount: return row.occurrences > 0;
        case EvidenceDay:
        case EvidenceSender:
        case EvidenceWhat:
        case evidenceColumns: break;
        }
        return true;
    });
}

} // namespace tlsrpt
