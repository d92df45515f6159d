// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace tlsrpt::words
{

/// The application's locale, with digits grouped also where it is "C".
QLocale currentLocale();

} // namespace tlsrpt::words
