// SPDX-License-Identifier: GPL-3.0-or-later
// The policy history in words.
#pragma once

#include "ui/domains/policystory.h"

#include <QString>

namespace tlsrpt
{

/// "MTA-STS policy", "DANE records of mx.example.net"
QString groupName(const PolicyGroup &group);
/// What stands in a bar: "2 · enforce", "1 · 2 records".
QString runLabel(const PolicyRun &run);
/// "Policy 2, enforce, at Google Inc. from 4 Jul to 31 Oct 2026, 118 report days"
QString runSentence(const PolicyGroup &group, const PolicyLane &lane, const PolicyRun &run);
/// "20 October 2026: policy 1 became policy 2"
QString changeTitle(const PolicyGroup &group, const PolicyChange &change);
/// "seen first by Google Inc., up to 22 Oct by 3 more senders"
QString changeSenders(const PolicyChange &change);
/// The name of a field as RFC 8461 writes it.
QString fieldName(PolicyField field);
/// "testing → enforce", "added: mx3.example.org"
QString fieldChange(const PolicyDifference &difference);

} // namespace tlsrpt
