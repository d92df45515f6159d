// SPDX-License-Identifier: GPL-3.0-or-later
// Which domain, and the answer in one sentence.
#pragma once

#include "core/diagnosis/enforcement.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace tlsrpt
{

class EnforceHead : public QWidget
{
    Q_OBJECT
public:
    explicit EnforceHead(const Theme &theme, QWidget *parent = nullptr);
    void setDomains(const QStringList &domains, const QString &current);
    /// `narrowed`: the filter has choices that this page leaves out of account; it says so.
    void show(const Enforcement &enforcement, bool narrowed);

signals:
    void domainsAsked();
    void domainChosen(const QString &domain);

private:
    const Theme &m_theme;
    QStringList m_names;
    QComboBox *m_domains;
    QLabel *m_answer;
    QLabel *m_sentence;
    QLabel *m_more;
};

} // namespace tlsrpt
