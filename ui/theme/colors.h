// SPDX-License-Identifier: GPL-3.0-or-later
// The token tables, and the contrast they were chosen by.
#pragma once

#include "ui/theme/theme.h"

namespace tlsrpt
{

QColor tokenColor(Token token, bool dark);
QColor causeGroupColor(CauseGroup group, bool dark);

/// Contrast ratio of WCAG 2.1 (1 to 21).
double contrast(const QColor &a, const QColor &b);
/// `color`, moved towards white or black until it has `ratio` against `ground`.
QColor readable(QColor color, const QColor &ground, double ratio);
/// A mix: 0 gives `a`, 1 gives `b`.
QColor blend(const QColor &a, const QColor &b, double share);

} // namespace tlsrpt
