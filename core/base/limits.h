// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a stranger's input is read. Crossing one is an Error, never a crash or a hang.
#pragma once

#include <QtGlobal>

namespace tlsrpt
{

struct Limits {
    qint64 documentBytes = 20LL * 1024 * 1024;        ///< one JSON document, unpacked
    qint64 ratio = 100;                               ///< unpacked : packed ...
    qint64 ratioFloorBytes = 16LL * 1024 * 1024;      ///< ... looked at only beyond this size
    int members = 100'000;                            ///< members of what lies in one input, all levels; of one mail of a mailbox
    qint64 inputBytes = 4LL * 1024 * 1024 * 1024;     ///< one input, unpacked, all levels
    int nesting = 16;                                 ///< containers inside containers
    int failureDetails = 100'000;                     ///< of one report
    qint64 bytesInFlight = 96LL * 1024 * 1024;        ///< held by all workers together

    bool operator==(const Limits &) const = default;
};

} // namespace tlsrpt
