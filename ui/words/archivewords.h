// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to archives, in words: brought up to date, rescued.
#pragma once

#include "core/pipeline/rescuejob.h"
#include "ui/words/words.h"

namespace tlsrpt::words
{

/// Says where the backup is.
QString upgraded(const Upgrade &upgrade);
/// An error of Archive::open(): like error(), but a backup that failed is told as what it is.
ErrorWords openingError(const Error &error);
/// "297 of 300 reports saved."
QString rescued(qint64 saved, qint64 total);
/// What else to know about a new archive with rescued reports, a sentence each.
QStringList rescueNotes(const RescueOutcome &outcome);

} // namespace tlsrpt::words
