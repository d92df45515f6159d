// SPDX-License-Identifier: GPL-3.0-or-later
// A finding as the list shows it; made away from the window's thread.
#pragma once

#include "core/diagnosis/diagnosis.h"

#include <QHash>

namespace tlsrpt
{

struct FindingItem {
    FindingPtr finding;
    QString key;          ///< for marks: all episodes of a problem have the same
    QString place;        ///< of this one: the key and its first day
    QString title;
    QString caption;      ///< "High · example.org · since 20 Oct · 5 senders"
    QString search;       ///< folded to one case: all that the find field looks at
    bool muted = false;
    bool fresh = false;   ///< not looked at yet
};

enum class FindingGroup {
    Open,      ///< isProblem()
    Advice,
    Notes,     ///< open, and nothing to act on: many over a hundred domains
    Over,
    OverSmall, ///< over, and below medium
    Muted,
};
inline constexpr int findingGroupCount = static_cast<int>(FindingGroup::Muted) + 1;
FindingGroup groupOf(const FindingItem &item);
QString groupTitle(FindingGroup group);

/// In words; muted and fresh are left to the window's thread.
FindingItem findingItem(FindingPtr finding);

/// What a filter leaves of a diagnosis. The words of a finding are made once: many findings in words
/// take longer than all else that a change of the filter asks for. For one thread.
class FindingItems
{
public:
    std::vector<FindingItem> matching(const std::shared_ptr<const Diagnosis> &diagnosis, const Filter &filter);

private:
    std::shared_ptr<const Diagnosis> m_diagnosis; ///< keeps the findings whose words are kept
    QHash<const Finding *, FindingItem> m_items;
};

/// All about a finding as plain text, to be pasted into a mail or a ticket.
QString findingAsText(const Finding &finding);

/// A filter that leaves the reports which prove it.
Filter reportsFilter(const Finding &finding);

} // namespace tlsrpt
