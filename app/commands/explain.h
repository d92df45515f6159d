// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tlsrpt
{

/// `explain RESULT-TYPE [REASON]`: what such a failure means, on standard output. `args` are the
/// words after "explain". Returns the exit status: 0, or 2 for wrong usage.
int runExplain(const QStringList &args);

/// What runExplain() prints.
QString explainedText(const QString &resultType, const QString &reason);

} // namespace tlsrpt
