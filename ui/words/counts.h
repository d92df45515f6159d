// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace tlsrpt::words
{

/// "0, 3, –, 12": a sparkline read aloud; – where nobody reported (-1).
QString counts(const std::vector<qint64> &values);

} // namespace tlsrpt::words
