// SPDX-License-Identifier: GPL-3.0-or-later
// Two tables: what enforce would have refused, and which servers a policy on trial covers.
#pragma once

#include "core/diagnosis/enforcement.h"
#include "core/diagnosis/policytrial.h"
#include "ui/widgets/rowmodel.h"

namespace tlsrpt
{

using RefusedModel = RowModel<RefusedGroup>;
enum RefusedColumn { RefusedSender, RefusedServer, RefusedCause, RefusedSessions, RefusedOccurrences, RefusedSeen };
RefusedModel *newRefusedModel(QObject *parent);

using TrialModel = RowModel<TrialHost>;
enum TrialColumn { TrialServer, TrialCovered, TrialWhy, TrialFailed, TrialLast };
TrialModel *newTrialModel(QObject *parent);

} // namespace tlsrpt
