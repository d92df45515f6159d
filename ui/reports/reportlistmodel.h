// SPDX-License-Identifier: GPL-3.0-or-later
// A million reports as a table: the order comes from the reading thread, cells are made when shown.
#pragma once

#include "core/query/questions.h"
#include "ui/widgets/roles.h"

#include <QAbstractTableModel>

#include <memory>

namespace tlsrpt
{

class ReportListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { DayColumn, Sender, Domain, Policy, Sessions, Failed, Deviations, ColumnCount };

    explicit ReportListModel(QObject *parent = nullptr);
    /// `order` are indexes into facts->reports.
    void setReports(std::shared_ptr<const Facts> facts, std::vector<quint32> order);
    ReportId idAt(int row) const;
    /// -1 where the report is not listed.
    int rowOf(ReportId id) const;
    qint64 size() const { return static_cast<qint64>(m_order.size()); }
    const std::vector<quint32> &order() const { return m_order; }
    std::shared_ptr<const Facts> facts() const { return m_facts; }
    static ReportSort sortOf(int column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const ReportRow &rowAt(int row) const;
    QVariant text(const ReportRow &row, int column) const;
    static QVariant plain(const ReportRow &row, int column);

    std::shared_ptr<const Facts> m_facts;
    std::vector<quint32> m_order;
    mutable ReportRow m_cached; ///< of the row painted last: a row is asked cell by cell
    mutable int m_cachedRow = -1;
};

} // namespace tlsrpt
