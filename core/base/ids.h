// SPDX-License-Identifier: GPL-3.0-or-later
// Row ids of the archive, wrapped so that they cannot be swapped. 0 means none.
#pragma once

#include <QtGlobal>

#include <compare>

namespace tlsrpt
{

template<typename Tag>
struct Id {
    qint64 value = 0;
    explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id &) const = default;
};

using ReportId = Id<struct ReportTag>;
using ImportId = Id<struct ImportTag>;
using DeletionId = Id<struct DeletionTag>;

} // namespace tlsrpt
