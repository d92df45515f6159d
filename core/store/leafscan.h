// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of original_ found in the pages themselves, where what leads to them is damaged.
#pragma once

#include "core/base/jobcontrol.h"
#include "core/store/rawfile.h"

#include <functional>

namespace tlsrpt
{

struct FoundOriginal {
    qint64 id = 0;
    QString fileName;
    QByteArray stored;
};

/// Looks at every page (https://www.sqlite.org/fileformat.html 1.6) of the main file. Pages that are
/// free hold rows of before: the caller knows which numbers there still are.
void scanForOriginals(const RawFile &file, JobControl &control, const std::function<void(FoundOriginal)> &take);

} // namespace tlsrpt
