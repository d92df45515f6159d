// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/findinglinks.h"

#include "ui/detail/linkbutton.h"
#include "ui/detail/severitylook.h"
#include "ui/widgets/labels.h"
#include "ui/words/findingwords.h"

#include <QGridLayout>

#include <algorithm>

namespace tlsrpt
{

static constexpr int most = 4;

Findings shownFindings(const DiagnosisSession &session, const Filter &filter)
{
    const auto diagnosis = session.diagnosis();
    if (!diagnosis)
        return {};
    Findings findings = matching(*diagnosis, filter);
    findings.erase(std::remove_if(findings.begin(), findings.end(),
                                  [&session](const FindingPtr &finding) { return session.isMuted(*finding); }),
                   findings.end());
    return findings;
}

QHash<QString, Findings> byServer(const Findings &findings)
{
    QHash<QString, Findings> found;
    for (const FindingPtr &finding : findings) {
        if (!finding->mx.isEmpty())
            found[finding->mx].push_back(finding);
        else if (finding->rule == Rule::R02)
            for (const QString &host : finding->details.hosts)
                found[host].push_back(finding);
        else if (finding->group == CauseGroup::PolicyFetch)
            found[QString()].push_back(finding);
    }
    return found;
}

QHash<QString, Findings> bySender(const Findings &findings)
{
    QHash<QString, Findings> found;
    for (const FindingPtr &finding : findings) {
        if (finding->senders.size() == 1)
            found[finding->senders.front().key].push_back(finding);
    }
    return found;
}

Findings worthALink(Findings findings)
{
    const auto over = std::find_if(findings.begin(), findings.end(), [](const FindingPtr &finding) { return !finding->open; });
    findings.erase(over == findings.begin() && over != findings.end() ? over + 1 : over, findings.end());
    return findings;
}

FindingLinks::FindingLinks(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::s);
    hide();
}

void FindingLinks::show(const Findings &findings)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    setVisible(!findings.empty());
    if (findings.empty())
        return;
    m_layout->addWidget(new SectionHeading(m_theme, tr("Findings")));
    for (size_t i = 0; i < std::min<size_t>(findings.size(), most); ++i)
        add(*findings[i]);
}

void FindingLinks::add(const Finding &finding)
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(0);
    const SeverityLook look = lookOf(finding);
    auto *icon = new QLabel;
    icon->setContentsMargins(0, 2, 0, 0);
    const auto draw = [icon, look, &theme = m_theme] {
        icon->setPixmap(theme.icon(look.icon, look.mark).pixmap(QSize(15, 15), icon->devicePixelRatioF()));
    };
    draw();
    connect(&m_theme, &Theme::changed, icon, draw);
    icon->setAccessibleName(finding.open ? words::severityName(finding.severity) : tr("Over"));
    const QString title = words::findingTitle(finding);
    auto *name = makeLabel(m_theme, breakable(title));
    name->setWordWrap(true);
    auto *link = new LinkButton(m_theme, tr("Open the finding ›"));
    //: %1 is the title of a finding
    link->setAccessibleName(tr("Open the finding: %1").arg(title));
    connect(link, &LinkButton::clicked, this, [this, key = finding.key()] { emit opened(key); });
    grid->addWidget(icon, 0, 0, Qt::AlignTop);
    grid->addWidget(name, 0, 1);
    grid->addWidget(link, 1, 1, Qt::AlignLeft);
    grid->setColumnStretch(1, 1);
    m_layout->addWidget(box);
}

} // namespace tlsrpt
