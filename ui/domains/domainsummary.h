// SPDX-License-Identifier: GPL-3.0-or-later
// "3 domains: 1 protected and enforcing, 1 broken": the counts choose what the table shows.
#pragma once

#include "ui/domains/domainitem.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>
#include <optional>

class QCheckBox;

namespace tlsrpt
{

class Chip;
class SectionHeading;

class DomainSummary : public QWidget
{
    Q_OBJECT
public:
    explicit DomainSummary(const Theme &theme, QWidget *parent = nullptr);
    /// `day` is the one that the states are of.
    void setItems(const std::vector<DomainItem> &items, Day day);
    /// Nothing: all states.
    void setState(std::optional<Health> state);
    std::optional<Health> state() const { return m_state; }
    void setMailHostsShown(bool shown);
    /// The whole line as a sentence, for screen readers.
    QString sentence() const { return m_sentence; }

signals:
    void stateChosen(std::optional<tlsrpt::Health> state);
    void mailHostsChosen(bool shown);

private:
    void toggle(Health health);

    SectionHeading *m_heading;
    std::array<Chip *, healthCount> m_chips{};
    QCheckBox *m_mailHosts;
    std::optional<Health> m_state;
    QString m_sentence;
};

} // namespace tlsrpt
