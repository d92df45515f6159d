// SPDX-License-Identifier: GPL-3.0-or-later
// What a deletion would take away, before anybody agrees to it.
#pragma once

#include "core/query/reader.h"
#include "core/store/archive.h"

namespace tlsrpt
{

struct Facts;

/// How many reports that count Archive::deleteReports() would delete.
Result<qint64> reportsToDelete(ArchiveReader &reader, const Facts &facts, const DeletionChoice &choice);

} // namespace tlsrpt
