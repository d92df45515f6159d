// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/questions.h"

#include <QAbstractListModel>
#include <QSet>

namespace tlsrpt
{

/// What a filter chip offers, with check marks. Checked keys that are not offered (a domain whose
/// reports were deleted) stay checked until the user clears them.
class ChoiceModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setChoices(std::vector<Choice> choices);
    void setChecked(const QStringList &keys);
    QStringList checked() const; ///< in the order of the choices
    void find(const QString &text);
    QString nameOf(const QString &key) const; ///< the key itself where it is not offered
    qsizetype size() const { return static_cast<qsizetype>(m_choices.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void checkedChanged(const QStringList &keys);

private:
    void refill();
    const Choice &at(const QModelIndex &index) const;

    std::vector<Choice> m_choices;
    std::vector<size_t> m_shown; ///< indexes into m_choices
    QStringList m_checkedOrder;
    QSet<QString> m_checked;
    QString m_find;
};

} // namespace tlsrpt
