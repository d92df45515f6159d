// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/domainsummary.h"

#include "ui/domains/healthlook.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/words/findingwords.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace tlsrpt
{

DomainSummary::DomainSummary(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_heading(new SectionHeading(theme, {})), m_mailHosts(new QCheckBox)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_heading->addWidget(m_mailHosts);
    column->addWidget(m_heading);
    auto *chips = new QWidget;
    auto *flow = new FlowLayout(space::s, chips);
    for (int i = 0; i < healthCount; ++i) {
        const Health health = static_cast<Health>(i);
        auto *chip = new Chip(theme);
        chip->setKey(words::healthName(health));
        chip->setIconName(lookOf(health).icon);
        chip->setCheckable(true);
        chip->setClearable(true);
        connect(chip, &Chip::clicked, this, [this, health] { toggle(health); });
        connect(chip, &Chip::cleared, this, [this, health] { toggle(health); });
        m_chips[static_cast<size_t>(i)] = chip;
        flow->addWidget(chip);
    }
    column->addWidget(chips);
    connect(m_mailHosts, &QCheckBox::toggled, this, &DomainSummary::mailHostsChosen);
}

void DomainSummary::toggle(Health health)
{
    setState(m_state == health ? std::nullopt : std::optional(health));
    emit stateChosen(m_state);
}

void DomainSummary::setState(std::optional<Health> state)
{
    m_state = state;
    for (int i = 0; i < healthCount; ++i) {
        Chip *chip = m_chips[static_cast<size_t>(i)];
        const bool on = state == static_cast<Health>(i);
        chip->setChecked(on);
        chip->setActive(on);
    }
}

void DomainSummary::setMailHostsShown(bool shown)
{
    const QSignalBlocker quiet(m_mailHosts);
    m_mailHosts->setChecked(shown);
}

void DomainSummary::setItems(const std::vector<DomainItem> &items, Day day)
{
    std::array<int, healthCount> counts{};
    int mailHosts = 0;
    for (const DomainItem &item : items) {
        ++counts[static_cast<size_t>(item.health.health)];
        mailHosts += item.health.mailHost;
    }
    QStringList parts;
    for (size_t i = 0; i < counts.size(); ++i) {
        Chip *chip = m_chips[i];
        const QString name = words::healthName(static_cast<Health>(i));
        chip->setValue(words::number(counts[i]));
        chip->setVisible(counts[i] > 0);
        //: A state of domains and how many are in it: "Unprotected: 3"
        if (counts[i] > 0)
            parts << tr("%1: %2").arg(name, words::number(counts[i]));
    }
    const QString total = tr("%Ln domain(s)", nullptr, static_cast<int>(items.size()));
    m_heading->setTitle(total);
    m_heading->setCaption(tr("as of %1; sessions are those of the 30 days before").arg(words::dayLong(day)));
    //: %1 "3 domains", %2 "Unprotected: 1, No reports: 2"
    m_sentence = tr("%1. %2.").arg(total, parts.join(u", "_qs));
    setAccessibleName(m_sentence);
    m_mailHosts->setVisible(mailHosts > 0);
    m_mailHosts->setText(tr("&Names of mail servers (%1)").arg(words::number(mailHosts)));
    m_mailHosts->setToolTip(tr("Some reports about DANE name a mail server only, and no domain."));
    setState(m_state && counts[static_cast<size_t>(*m_state)] > 0 ? m_state : std::nullopt);
}

} // namespace tlsrpt
