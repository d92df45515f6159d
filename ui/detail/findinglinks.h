// SPDX-License-Identifier: GPL-3.0-or-later
// The findings about a mail server or a sender, on the pages that show these.
#pragma once

#include "core/diagnosis/diagnosissession.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace tlsrpt
{

using Findings = std::vector<FindingPtr>;

/// What the filter leaves, without muted ones, in the order of the findings' list.
Findings shownFindings(const DiagnosisSession &session, const Filter &filter);
/// By mail server. "" is the policy level: findings that no single server has to do with.
QHash<QString, Findings> byServer(const Findings &findings);
/// By the key of the sender that a finding is about alone.
QHash<QString, Findings> bySender(const Findings &findings);

/// Those of them that go on; where none does, the newest one that is over.
Findings worthALink(Findings findings);

/// Each with icon, title and "Open the finding ›"; hidden where there are none.
class FindingLinks : public QWidget
{
    Q_OBJECT
public:
    explicit FindingLinks(const Theme &theme, QWidget *parent = nullptr);
    void show(const Findings &findings);

signals:
    /// The key, which is the place on the page "findings".
    void opened(const QString &key);

private:
    void add(const Finding &finding);

    const Theme &m_theme;
    QVBoxLayout *m_layout;
};

} // namespace tlsrpt
