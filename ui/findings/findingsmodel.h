// SPDX-License-Identifier: GPL-3.0-or-later
// Findings under "Open problems", "Advice and notes", "Over" and "Muted".
#pragma once

#include "ui/findings/findingitem.h"
#include "ui/widgets/roles.h"

#include <QAbstractItemModel>

#include <array>

namespace tlsrpt
{

class FindingsModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    /// Beside ui/widgets/roles.h: bool, not looked at yet; the group's number of findings.
    enum OwnRole { FreshRole = PlainRole + 1, GroupRole };

    explicit FindingsModel(QObject *parent = nullptr);
    void setItems(std::vector<FindingItem> items);
    /// Only findings whose words, domain, server or senders hold the text.
    void setFind(const QString &text);
    const std::vector<FindingItem> &items() const { return m_items; }
    /// Null for a group's row.
    const FindingItem *itemAt(const QModelIndex &index) const;
    /// By its place; else the first of that key, as links from other pages have it.
    QModelIndex indexOf(const QString &place) const;
    QModelIndex firstFinding() const;
    int shownCount() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Group {
        FindingGroup kind = FindingGroup::Open;
        std::vector<size_t> rows; ///< into m_items
    };
    void rebuild();
    QModelIndex firstWhere(QString FindingItem::*member, const QString &value) const;
    QVariant groupData(const Group &group, int role) const;
    static QVariant itemData(const FindingItem &item, int role);

    std::vector<FindingItem> m_items;
    std::vector<Group> m_groups; ///< those that are not empty
    QString m_find;
};

} // namespace tlsrpt
