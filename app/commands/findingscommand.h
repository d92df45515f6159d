// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/finding.h"

#include <QStringList>

namespace tlsrpt
{

/// `findings`: what the diagnosis found, as text or JSON. arguments[0] is the command.
int runFindingsCommand(const QStringList &arguments);

/// Whether a finding makes `--fail-on` fail: going on, not muted, at least that severe.
bool isReason(const Finding &finding, bool muted, Severity worstAllowed);

} // namespace tlsrpt
