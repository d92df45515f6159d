// SPDX-License-Identifier: GPL-3.0-or-later
// The look of "Is it safe to enforce?": conditions, what would have been refused, what to do.
#pragma once

#include "core/diagnosis/enforcement.h"
#include "core/settings/settings.h"
#include "ui/enforce/enforcemodels.h"
#include "ui/enforce/steplist.h"

#include <QScrollArea>

class QGridLayout;
class QTableView;

namespace tlsrpt
{

class ChartLegend;
class ConditionList;
class DayChart;
class SectionHeading;

class EnforceView : public QScrollArea
{
    Q_OBJECT
public:
    EnforceView(const Theme &theme, Settings &settings, QWidget *parent = nullptr);
    void show(const Enforcement &enforcement, const StepTexts &texts);
    const RefusedModel &refused() const { return *m_refused; }

signals:
    void findingOpened(const QString &key);
    void problemsAsked();
    void daysChosen(tlsrpt::DayRange days);
    /// Reports of a sender about a server; the latter may be empty.
    void groupOpened(const QString &sender, const QString &host);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildLeft();
    QWidget *buildRight();
    QTableView *buildTable(Settings &settings);
    void arrange();
    void showRefused(const Enforcement &enforcement);

    const Theme &m_theme;
    RefusedModel *m_refused;
    SectionHeading *m_conditionsTitle;
    ConditionList *m_conditions;
    SectionHeading *m_chartTitle;
    ChartLegend *m_legend;
    DayChart *m_chart;
    SectionHeading *m_tableTitle;
    QTableView *m_table;
    StepList *m_steps;
    QGridLayout *m_grid;
    QWidget *m_left;
    QWidget *m_right;
    QString m_domain;
    bool m_narrow = false;
    bool m_alone = false; ///< steps only: nothing was held against enforce
};

} // namespace tlsrpt
