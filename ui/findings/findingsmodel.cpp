// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/findingsmodel.h"

#include "ui/detail/severitylook.h"
#include "ui/widgets/rowmodel.h"
#include "ui/words/words.h"

namespace tlsrpt
{

FindingsModel::FindingsModel(QObject *parent) : QAbstractItemModel(parent) {}

void FindingsModel::setItems(std::vector<FindingItem> items)
{
    beginResetModel();
    m_items = std::move(items);
    rebuild();
    endResetModel();
}

void FindingsModel::setFind(const QString &text)
{
    const QString folded = text.toCaseFolded();
    if (folded == m_find)
        return;
    beginResetModel();
    m_find = folded;
    rebuild();
    endResetModel();
}

void FindingsModel::rebuild()
{
    std::array<Group, findingGroupCount> groups;
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (m_find.isEmpty() || m_items[i].search.contains(m_find))
            groups[static_cast<size_t>(groupOf(m_items[i]))].rows.push_back(i);
    }
    m_groups.clear();
    for (size_t g = 0; g < groups.size(); ++g) {
        groups[g].kind = static_cast<FindingGroup>(g);
        if (!groups[g].rows.empty())
            m_groups.push_back(std::move(groups[g]));
    }
}

const FindingItem *FindingsModel::itemAt(const QModelIndex &index) const
{
    if (!index.isValid() || !index.parent().isValid())
        return nullptr;
    const Group &group = m_groups[static_cast<size_t>(index.parent().row())];
    return &m_items[group.rows[static_cast<size_t>(index.row())]];
}

QModelIndex FindingsModel::indexOf(const QString &place) const
{
    if (const QModelIndex same = firstWhere(&FindingItem::place, place); same.isValid())
        return same;
    // An older report has come, and it began earlier; or only the key was known.
    const qsizetype day = place.lastIndexOf(u'@');
    const QModelIndex begunAgain = day > 0 ? firstWhere(&FindingItem::key, place.left(day)) : QModelIndex();
    return begunAgain.isValid() ? begunAgain : firstWhere(&FindingItem::key, place);
}

QModelIndex FindingsModel::firstWhere(QString FindingItem::*member, const QString &value) const
{
    for (int g = 0; g < rowCount(); ++g) {
        const QModelIndex parent = index(g, 0);
        for (int i = 0; i < rowCount(parent); ++i) {
            if (itemAt(index(i, 0, parent))->*member == value)
                return index(i, 0, parent);
        }
    }
    return {};
}

QModelIndex FindingsModel::firstFinding() const
{
    return m_groups.empty() ? QModelIndex() : index(0, 0, index(0, 0));
}

int FindingsModel::shownCount() const
{
    size_t count = 0;
    for (const Group &group : m_groups)
        count += group.rows.size();
    return static_cast<int>(count);
}

// A group has the id 0, a finding the number of its group from 1 on.
QModelIndex FindingsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : quintptr(0));
}

QModelIndex FindingsModel::parent(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() > 0 ? createIndex(static_cast<int>(index.internalId()) - 1, 0, quintptr(0))
                                                     : QModelIndex();
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    return parent.internalId() == 0 && parent.column() == 0
        ? static_cast<int>(m_groups[static_cast<size_t>(parent.row())].rows.size())
        : 0;
}

int FindingsModel::columnCount(const QModelIndex &) const { return 1; }

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FindingItem *item = itemAt(index);
    return item ? itemData(*item, role) : groupData(m_groups[static_cast<size_t>(index.row())], role);
}

QVariant FindingsModel::groupData(const Group &group, int role) const
{
    const auto count = static_cast<qint64>(group.rows.size());
    switch (role) {
    case Qt::DisplayRole: return groupTitle(group.kind);
    case Qt::AccessibleTextRole:
        //: a group of findings and how many it has: "Open problems: 3"
        return tr("%1: %2").arg(groupTitle(group.kind), words::number(count));
    case NumberRole: return count;
    case GroupRole: return static_cast<int>(group.kind);
    default: return {};
    }
}

QVariant FindingsModel::itemData(const FindingItem &item, int role)
{
    const Finding &finding = *item.finding;
    const SeverityLook look = lookOf(finding);
    switch (role) {
    case Qt::DisplayRole: return item.title;
    case Qt::ToolTipRole: return plainToolTip(item.title);
    case Qt::AccessibleTextRole: {
        QStringList parts{item.title, item.caption};
        if (finding.occurrences > 0)
            parts << tr("%1 occurrences").arg(words::number(finding.occurrences));
        if (item.fresh)
            parts << tr("new");
        return parts.join(u". "_qs);
    }
    case CaptionRole: return item.caption;
    case KeyRole: return item.place;
    case IconNameRole: return item.muted ? u"bell"_qs : look.icon;
    case IconTokenRole: return static_cast<int>(item.muted ? Token::Text2 : look.mark);
    case EmphasisRole: return finding.open && !item.muted && isProblem(finding);
    case NumberRole: return finding.occurrences > 0 ? QVariant(finding.occurrences) : QVariant();
    case FreshRole: return item.fresh;
    default: return {};
    }
}

Qt::ItemFlags FindingsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return itemAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::ItemFlags(Qt::ItemIsEnabled);
}

} // namespace tlsrpt
