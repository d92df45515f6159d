// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/choicemodel.h"

#include "ui/words/words.h"

namespace tlsrpt
{

void ChoiceModel::setChoices(std::vector<Choice> choices)
{
    beginResetModel();
    m_choices = std::move(choices);
    refill();
    endResetModel();
}

void ChoiceModel::setChecked(const QStringList &keys)
{
    if (keys == m_checkedOrder)
        return;
    m_checkedOrder = keys;
    m_checked = QSet<QString>(keys.begin(), keys.end());
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
}

QStringList ChoiceModel::checked() const
{
    return m_checkedOrder;
}

void ChoiceModel::find(const QString &text)
{
    if (text == m_find)
        return;
    beginResetModel();
    m_find = text;
    refill();
    endResetModel();
}

QString ChoiceModel::nameOf(const QString &key) const
{
    for (const Choice &choice : m_choices) {
        if (choice.key == key)
            return choice.name;
    }
    return key;
}

void ChoiceModel::refill()
{
    m_shown.clear();
    for (size_t i = 0; i < m_choices.size(); ++i) {
        if (m_find.isEmpty() || m_choices[i].name.contains(m_find, Qt::CaseInsensitive)
            || m_choices[i].key.contains(m_find, Qt::CaseInsensitive))
            m_shown.push_back(i);
    }
}

const Choice &ChoiceModel::at(const QModelIndex &index) const
{
    return m_choices[m_shown[static_cast<size_t>(index.row())]];
}

int ChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant ChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Choice &choice = at(index);
    switch (role) {
    case Qt::DisplayRole: return choice.name;
    case Qt::CheckStateRole: return m_checked.contains(choice.key) ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        if (choice.reports > 0)
            return tr("%n report(s)", nullptr, static_cast<int>(qMin<qint64>(choice.reports, INT_MAX)));
        return {};
    default: return {};
    }
}

bool ChoiceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString key = at(index).key;
    if (value.value<Qt::CheckState>() == Qt::Checked) {
        if (!m_checked.contains(key))
            m_checkedOrder << key;
        m_checked.insert(key);
    } else {
        m_checked.remove(key);
        m_checkedOrder.removeAll(key);
    }
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit checkedChanged(m_checkedOrder);
    return true;
}

Qt::ItemFlags ChoiceModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren : flags;
}

} // namespace tlsrpt
