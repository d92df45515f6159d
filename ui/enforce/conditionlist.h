// SPDX-License-Identifier: GPL-3.0-or-later
// What enforce asks for, met or not, one line each.
#pragma once

#include "core/diagnosis/enforcement.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QGridLayout;

namespace tlsrpt
{

class ConditionList : public QWidget
{
    Q_OBJECT
public:
    explicit ConditionList(const Theme &theme, QWidget *parent = nullptr);
    /// Those not met stand first. The same again change nothing.
    void show(const Enforcement &enforcement);

signals:
    void problemsAsked(); ///< all open problems of the domain
    void findingOpened(const QString &key);

private:
    void add(int row, const Condition &condition, const Enforcement &enforcement);
    QWidget *linkFor(const Condition &condition, const Enforcement &enforcement);

    const Theme &m_theme;
    QGridLayout *m_grid;
    std::vector<Condition> m_shown;
    QStringList m_problems; ///< keys
};

} // namespace tlsrpt
