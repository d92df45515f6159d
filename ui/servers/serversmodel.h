// SPDX-License-Identifier: GPL-3.0-or-later
// Hosts with failures; each opens to its addresses, causes and senders.
#pragma once

#include "core/diagnosis/finding.h"
#include "core/query/answers.h"
#include "ui/widgets/roles.h"

#include <QAbstractItemModel>
#include <QHash>

#include <vector>

namespace tlsrpt
{

class ServersModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Server, Policy, Addresses, Causes, Senders, Occurrences, First, Last, Trend, ColumnCount };

    explicit ServersModel(QObject *parent = nullptr);
    /// `worst`: the first finding about each host, if any; none at all: nobody judged yet.
    void setRows(std::vector<ServerRow> rows, std::optional<QHash<QString, FindingPtr>> worst = {});
    /// Only hosts whose name, domain or address holds the text.
    void setFind(const QString &text);
    /// Of a host's row or any row below it; null for none.
    const ServerRow *serverAt(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &mx) const;
    const std::vector<ServerRow> &rows() const { return m_rows; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Child {
        enum Kind { Caption, Address, Cause, Sender } kind;
        int index = 0; ///< into the server's list, or which caption
    };
    static std::vector<Child> childrenOf(const ServerRow &row);
    void rebuild();
    QVariant serverData(const ServerRow &row, int column, int role) const;
    QVariant nameData(const ServerRow &row, int role) const;
    QVariant childData(const ServerRow &row, const Child &child, int column, int role) const;
    QVariant countedData(const ServerRow &row, const CountedName &name, const QString &shown, int column,
                         int role) const;
    QVariant causeData(const ServerRow &row, const CountedCause &cause, int column, int role) const;
    bool lessThan(const ServerRow &a, const ServerRow &b) const;

    std::vector<ServerRow> m_all;
    std::vector<ServerRow> m_rows;
    std::optional<QHash<QString, FindingPtr>> m_worst;
    std::vector<std::vector<Child>> m_children;
    QString m_find;
    int m_sortColumn = Occurrences;
    Qt::SortOrder m_order = Qt::DescendingOrder;
    qint64 m_largest = 1;
};

} // namespace tlsrpt
