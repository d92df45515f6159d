// SPDX-License-Identifier: GPL-3.0-or-later
// One sender: how it reports, what it checks, how its reports differ from the standard.
#pragma once

#include "core/diagnosis/finding.h"
#include "core/query/answers.h"
#include "ui/theme/theme.h"

#include <QScrollArea>

class QAbstractButton;
class QLabel;

namespace tlsrpt
{

class DayChart;
class FindingLinks;
class SectionHeading;
class ValueGrid;

class SenderDetail : public QScrollArea
{
    Q_OBJECT
public:
    explicit SenderDetail(const Theme &theme, QWidget *parent = nullptr);
    /// `newest` is the newest report day of the archive, to tell a silent sender.
    void show(const SenderRow &row, Day newest, const std::vector<FindingPtr> &findings = {});
    void showDays(const std::vector<DayRow> &days);
    void clear();
    QList<QAbstractButton *> ways() const { return {m_only, m_reports}; }

signals:
    void showReports(const QString &key);
    void showOnly(const QString &key);
    void daysChosen(tlsrpt::DayRange days);
    void findingOpened(const QString &key);

private:
    void showTraits(const SenderRow &row);

    const Theme &m_theme;
    QLabel *m_hint;
    QWidget *m_content;
    QLabel *m_name;
    QLabel *m_silent;
    ValueGrid *m_values;
    FindingLinks *m_findings;
    SectionHeading *m_chartTitle;
    DayChart *m_chart;
    SectionHeading *m_traitsTitle;
    QLabel *m_traits;
    QAbstractButton *m_only = nullptr;
    QAbstractButton *m_reports = nullptr;
    QString m_key;
};

} // namespace tlsrpt
