// SPDX-License-Identifier: GPL-3.0-or-later
// The table of domains.
#pragma once

#include "ui/domains/domainitem.h"
#include "ui/widgets/rowmodel.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace tlsrpt
{

using DomainsModel = RowModel<DomainItem>;
enum DomainColumn {
    DomainName, DomainState, DomainReason, DomainPolicy, DomainSessions, DomainProtected,
    DomainFailed, DomainProblems, DomainSenders, DomainLast
};
DomainsModel *newDomainsModel(QObject *parent);

/// Rows in one state, with the text, with or without names of mail servers; sorts by SortRole.
class DomainsProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit DomainsProxy(DomainsModel *model, QObject *parent = nullptr);
    void setFind(const QString &text);
    void setState(std::optional<Health> state);
    void setMailHosts(bool shown);
    const DomainItem *itemAt(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &domain) const; ///< invalid: not shown

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    DomainsModel *m_model;
    QString m_find;
    std::optional<Health> m_state;
    bool m_mailHosts = true;
};

} // namespace tlsrpt
