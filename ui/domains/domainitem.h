// SPDX-License-Identifier: GPL-3.0-or-later
// A domain as the table shows it; made away from the window's thread.
#pragma once

#include "core/diagnosis/diagnosis.h"

#include <QSet>

namespace tlsrpt
{

struct DomainItem {
    DomainHealth health;          ///< muted findings do not count
    QString reason;               ///< the worst open problem, else what the state means
    QString policy;               ///< "MTA-STS enforce, DANE"
    std::vector<FindingPtr> open; ///< not muted, problems first
    int advice = 0;               ///< of `open`, those that are no problem
    int muted = 0;                ///< open ones that are muted
};

/// The domains that the filter names, or all; worst first. Its other parts (days, senders) say
/// nothing about a state, which is of the last days of reports.
std::vector<DomainItem> domainItems(const Diagnosis &diagnosis, const QSet<QString> &mutedKeys,
                                    const Filter &filter);

/// Null where it is not judged.
std::shared_ptr<const DomainDiagnosis> domainOf(const Diagnosis &diagnosis, const QString &domain);

} // namespace tlsrpt
