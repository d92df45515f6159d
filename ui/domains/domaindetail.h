// SPDX-License-Identifier: GPL-3.0-or-later
// One domain: its state and why, what is open, who reports, which policy was applied when.
#pragma once

#include "ui/domains/domainitem.h"
#include "ui/domains/policystory.h"
#include "ui/theme/theme.h"

#include <QScrollArea>

class QAbstractButton;
class QGridLayout;
class QLabel;
class QPushButton;

namespace tlsrpt
{

class FindingLinks;
class LinkButton;
class PillLabel;
class PolicyView;
class Sections;

class DomainDetail : public QScrollArea
{
    Q_OBJECT
public:
    explicit DomainDetail(const Theme &theme, QWidget *parent = nullptr);
    /// `domain` may be null. `reference` is the day that the states are of.
    void show(const DomainItem &item, const DomainDiagnosis *domain, Day reference);
    void showPolicies(const PolicyStory &story);
    void clear();
    QList<QAbstractButton *> ways() const { return m_ways; }
    /// There is a page that tells whether it is safe to enforce.
    void setEnforceOffered(bool offered) { m_enforceOffered = offered; }

signals:
    void findingOpened(const QString &key);
    void enforceAsked();
    void findingsAsked();
    void serversAsked();
    void reportsAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QPushButton *newButton(const QString &text, void (DomainDetail::*signal)());
    void arrange(bool narrow);

    const Theme &m_theme;
    QLabel *m_hint;
    QWidget *m_content;
    QLabel *m_name;
    PillLabel *m_pill;
    QPushButton *m_enforce;
    Sections *m_state;
    FindingLinks *m_findings;
    LinkButton *m_allFindings;
    Sections *m_senders;
    PolicyView *m_policies;
    QWidget *m_left;
    QGridLayout *m_grid;
    QList<QAbstractButton *> m_ways;
    QString m_domain;
    bool m_narrow = false;
    bool m_enforceOffered = false;
};

} // namespace tlsrpt
