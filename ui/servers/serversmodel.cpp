// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/serversmodel.h"

#include "ui/words/words.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

bool matches(const ServerRow &row, const QString &text)
{
    if (text.isEmpty() || row.mx.contains(text, Qt::CaseInsensitive))
        return true;
    const auto holds = [&text](const QString &name) { return name.contains(text, Qt::CaseInsensitive); };
    return std::any_of(row.domains.cbegin(), row.domains.cend(), holds)
        || std::any_of(row.addresses.cbegin(), row.addresses.cend(),
                       [&holds](const CountedName &address) { return holds(address.name); });
}

} // namespace

ServersModel::ServersModel(QObject *parent) : QAbstractItemModel(parent) {}

void ServersModel::setRows(std::vector<ServerRow> rows, std::optional<QHash<QString, FindingPtr>> worst)
{
    beginResetModel();
    m_worst = std::move(worst);
    m_all = std::move(rows);
    rebuild();
    endResetModel();
}

void ServersModel::setFind(const QString &text)
{
    if (text == m_find)
        return;
    beginResetModel();
    m_find = text;
    rebuild();
    endResetModel();
}

void ServersModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    m_sortColumn = column;
    m_order = order;
    rebuild();
    endResetModel();
}

void ServersModel::rebuild()
{
    m_rows.clear();
    m_largest = 1;
    for (const ServerRow &row : m_all) {
        m_largest = std::max(m_largest, row.occurrences);
        if (matches(row, m_find))
            m_rows.push_back(row);
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [this](const ServerRow &a, const ServerRow &b) {
        return m_order == Qt::AscendingOrder ? lessThan(a, b) : lessThan(b, a);
    });
    m_children.clear();
    for (const ServerRow &row : m_rows)
        m_children.push_back(childrenOf(row));
}

bool ServersModel::lessThan(const ServerRow &a, const ServerRow &b) const
{
    switch (m_sortColumn) {
    case Server: return a.mx.localeAwareCompare(b.mx) < 0;
    case Policy: return a.coverage < b.coverage;
    case Addresses: return a.addressCount < b.addressCount;
    case Causes: return words::causeName(a.mainCause).localeAwareCompare(words::causeName(b.mainCause)) < 0;
    case Senders: return a.senderCount < b.senderCount;
    case First: return a.first < b.first;
    case Last: return a.last < b.last;
    default: return a.occurrences < b.occurrences;
    }
}

std::vector<ServersModel::Child> ServersModel::childrenOf(const ServerRow &row)
{
    std::vector<Child> children;
    const auto add = [&children](Child::Kind kind, size_t count) {
        if (count == 0)
            return;
        children.push_back({Child::Caption, kind});
        for (size_t i = 0; i < count; ++i)
            children.push_back({kind, static_cast<int>(i)});
    };
    if (!row.mx.isEmpty())
        add(Child::Address, row.addresses.size());
    add(Child::Cause, row.causeList.size());
    add(Child::Sender, row.senders.size());
    return children;
}

const ServerRow *ServersModel::serverAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const size_t row = index.internalId() == 0 ? static_cast<size_t>(index.row())
                                               : static_cast<size_t>(index.internalId() - 1);
    return row < m_rows.size() ? &m_rows[row] : nullptr;
}

QModelIndex ServersModel::indexOf(const QString &mx) const
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].mx == mx)
            return index(static_cast<int>(i), 0);
    }
    return {};
}

QModelIndex ServersModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : quintptr(0));
}

QModelIndex ServersModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(index.internalId() - 1), 0, quintptr(0));
}

int ServersModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_rows.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return static_cast<int>(m_children[static_cast<size_t>(parent.row())].size());
}

int ServersModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

Qt::ItemFlags ServersModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.isValid() && index.internalId() != 0) {
        const Child &child = m_children[static_cast<size_t>(index.internalId() - 1)][static_cast<size_t>(index.row())];
        if (child.kind == Child::Caption)
            return flags & ~Qt::ItemIsSelectable;
    }
    return flags;
}

QVariant ServersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const bool number = section == Addresses || (section >= Senders && section <= Last);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Trend)
        return tr("Occurrences over the period; each row has its own scale");
    if (role == Qt::ToolTipRole && section == Last)
        return tr("\"going on\": seen within the last two days that its senders reported about");
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Server: return tr("Server");
    case Policy: return tr("In the policy");
    case Addresses: return tr("Addr.");
    case Causes: return tr("Causes");
    case Senders: return tr("Senders");
    case Occurrences: return tr("Occurrences");
    case First: return tr("First");
    case Last: return tr("Last");
    case Trend: return tr("Trend");
    case ColumnCount: break;
    }
    return {};
}

QVariant ServersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    const ServerRow &row = *serverAt(index);
    if (index.internalId() == 0)
        return serverData(row, index.column(), role);
    const auto &children = m_children[static_cast<size_t>(index.internalId() - 1)];
    return childData(row, children[static_cast<size_t>(index.row())], index.column(), role);
}

} // namespace tlsrpt
