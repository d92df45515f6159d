// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about one mail server with failures, in words.
#pragma once

#include "core/diagnosis/finding.h"
#include "core/query/answers.h"
#include "ui/theme/theme.h"

#include <QScrollArea>

class QAbstractButton;
class QLabel;
class QVBoxLayout;

namespace tlsrpt
{

class DayChart;
class ExplanationView;
class FindingLinks;
class PillLabel;
class SectionHeading;

class ServerDetail : public QScrollArea
{
    Q_OBJECT
public:
    explicit ServerDetail(const Theme &theme, QWidget *parent = nullptr);
    void show(const ServerRow &row, const std::vector<FindingPtr> &findings = {});
    void showDays(const std::vector<DayRow> &days);
    void clear();
    QList<QAbstractButton *> ways() const { return {m_reports}; }

signals:
    void showReports(const QString &mx);
    void daysChosen(tlsrpt::DayRange days);
    void findingOpened(const QString &key);

private:
    void showPolicy(const ServerRow &row);
    void showGreeting(const ServerRow &row);

    const Theme &m_theme;
    QWidget *m_content;
    QLabel *m_hint;
    QAbstractButton *m_reports = nullptr;
    QLabel *m_name;
    QLabel *m_domains;
    PillLabel *m_pill;
    SectionHeading *m_chartTitle;
    DayChart *m_chart;
    SectionHeading *m_policyTitle;
    QLabel *m_policy;
    SectionHeading *m_greetingTitle;
    QLabel *m_greeting;
    QLabel *m_greetingBy;
    FindingLinks *m_findings;
    QLabel *m_example; ///< which of several domains the explanation is about
    ExplanationView *m_explanation;
    QString m_mx;
};

} // namespace tlsrpt
