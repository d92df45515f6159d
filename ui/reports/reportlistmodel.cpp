// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportlistmodel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/rowmodel.h"
#include "ui/words/words.h"

namespace tlsrpt
{

ReportListModel::ReportListModel(QObject *parent) : QAbstractTableModel(parent) {}

void ReportListModel::setReports(std::shared_ptr<const Facts> facts, std::vector<quint32> order)
{
    beginResetModel();
    m_facts = std::move(facts);
    m_order = std::move(order);
    m_cachedRow = -1;
    endResetModel();
}

ReportId ReportListModel::idAt(int row) const
{
    if (row < 0 || row >= static_cast<int>(m_order.size()))
        return {};
    return m_facts->reports[m_order[static_cast<size_t>(row)]].id;
}

int ReportListModel::rowOf(ReportId id) const
{
    for (size_t i = 0; id && i < m_order.size(); ++i) {
        if (m_facts->reports[m_order[i]].id == id)
            return static_cast<int>(i);
    }
    return -1;
}

ReportSort ReportListModel::sortOf(int column)
{
    switch (static_cast<Column>(column)) {
    case Sender: return ReportSort::Sender;
    case Domain: return ReportSort::Domain;
    case Policy: return ReportSort::Policy;
    case Sessions: return ReportSort::Sessions;
    case Failed: return ReportSort::Failed;
    case Deviations: return ReportSort::Deviations;
    case DayColumn:
    case ColumnCount: break;
    }
    return ReportSort::Day;
}

int ReportListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int ReportListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const ReportRow &ReportListModel::rowAt(int row) const
{
    if (row != m_cachedRow) {
        m_cached = reportRow(*m_facts, m_order[static_cast<size_t>(row)]);
        m_cachedRow = row;
    }
    return m_cached;
}

QVariant ReportListModel::text(const ReportRow &row, int column) const
{
    switch (static_cast<Column>(column)) {
    case DayColumn: return words::day(row.day);
    case Sender: return row.sender;
    case Domain:
        return row.moreDomains > 0 ? tr("%1 and %2 more").arg(row.domain, words::number(row.moreDomains)) : row.domain;
    case Policy: return words::policyApplied(row.track, row.mode);
    case Sessions: return words::number(row.sessions.total());
    case Failed: return words::number(row.sessions.failed);
    case Deviations: return row.deviations > 0 ? words::number(row.deviations) : QString();
    case ColumnCount: break;
    }
    return {};
}

/// As in the list that is saved; the numbers of sessions have their NumberRole.
QVariant ReportListModel::plain(const ReportRow &row, int column)
{
    switch (column) {
    case DayColumn: return row.day.toIso();
    case Domain: return row.domain;
    case Deviations: return row.deviations;
    default: return {};
    }
}

QVariant ReportListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReportRow &row = rowAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::TextAlignmentRole: return headerData(column, Qt::Horizontal, role);
    case Qt::ToolTipRole:
        if (column == Deviations && row.deviations > 0)
            return tr("Differs from the standard in %Ln point(s); open the report to see them", nullptr, row.deviations);
        if (column == DayColumn && row.multiDay)
            return tr("The report covers more than one day");
        return column == Sender || column == Domain ? plainToolTip(text(row, column).toString()) : QVariant();
    case IconNameRole: return column == Deviations && row.deviations > 0 ? u"triangle"_qs : QVariant();
    case IconTokenRole: return static_cast<int>(Token::AttentionMark);
    case ToneRole:
        if (column == Failed)
            return static_cast<int>(row.sessions.failed > 0 ? Token::Failed : Token::Text2);
        if (column == Deviations)
            return static_cast<int>(Token::AttentionText);
        return column == Policy && row.track == Track::None ? QVariant(static_cast<int>(Token::Text2)) : QVariant();
    case PlainRole: return plain(row, column);
    case NumberRole:
        return column == Sessions ? QVariant(row.sessions.total())
            : column == Failed    ? QVariant(row.sessions.failed)
                                  : QVariant();
    default: return {};
    }
}

QVariant ReportListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const bool number = section == Sessions || section == Failed;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Deviations)
        return tr("In how many points the report differs from RFC 8460");
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case DayColumn: return tr("Day");
    case Sender: return tr("Sender");
    case Domain: return tr("Domain");
    case Policy: return tr("Policy applied");
    case Sessions: return tr("Sessions");
    case Failed: return tr("Failed");
    case Deviations: return tr("Odd");
    case ColumnCount: break;
    }
    return {};
}

} // namespace tlsrpt
