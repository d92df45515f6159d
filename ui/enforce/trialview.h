// SPDX-License-Identifier: GPL-3.0-or-later
// A policy to write, and at once what it would mean for the servers and failures known.
#pragma once

#include "core/settings/settings.h"
#include "ui/enforce/enforcemodels.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;
class QTimer;

namespace tlsrpt
{

class PillLabel;
class Sections;

class TrialView : public QWidget
{
    Q_OBJECT
public:
    TrialView(const Theme &theme, Settings &settings, QWidget *parent = nullptr);
    /// What the text starts with: `current` where there is one, else `suggested`. What somebody
    /// typed stays while the domain does.
    void setTexts(const QString &domain, const QStringList &current, const QStringList &suggested);
    QStringList lines() const;
    void show(const PolicyTrial &trial);
    const TrialModel &hosts() const { return *m_hosts; }

signals:
    /// Some time after the last key: ask what lines() would mean.
    void tryRequested();
    void told(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildText();
    QWidget *buildAnswer(Settings &settings);
    void arrange(bool narrow);
    void setText(const QStringList &lines);

    const Theme &m_theme;
    TrialModel *m_hosts;
    QTimer *m_pause;
    QPlainTextEdit *m_edit;
    QPushButton *m_useCurrent;
    QPushButton *m_useSuggested;
    PillLabel *m_pill;
    QLabel *m_verdict;
    Sections *m_notes;
    QTableView *m_table;
    QGridLayout *m_grid;
    QWidget *m_text;
    QWidget *m_answer;
    QString m_domain;
    QStringList m_current, m_suggested;
    bool m_typed = false;
    bool m_narrow = false;
};

} // namespace tlsrpt
