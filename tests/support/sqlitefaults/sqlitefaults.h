// SPDX-License-Identifier: GPL-3.0-or-later
// Lets the n-th call that SQLite makes to the disk or for memory fail, or the n-th statement: for every
// connection of this program, also Qt's.
#pragma once

#include <QList>

namespace tlsrpt::faults
{

enum class Fault : quint8 {
    Open,
    Read,
    Write,     ///< half of it is written
    Full,      ///< a write, because the disk is full
    Sync,
    Truncate,
    SharedMemory, ///< the side file that readers and writers share
    Memory,
    Statement, ///< it is interrupted before it does anything
};
inline const QList<Fault> allFaults{Fault::Open, Fault::Read,     Fault::Write,        Fault::Full,     Fault::Sync,
                                    Fault::Truncate, Fault::SharedMemory, Fault::Memory, Fault::Statement};
const char *nameOf(Fault fault);

/// Before anything else uses SQLite. False where that is not so, or SQLite cannot be configured.
bool install();

/// The `at`-th (from 1) such call from now on fails, and with `lasting` all after it.
void arm(Fault fault, int at, bool lasting);
/// All goes well again. Whether a call has failed.
bool heal();

} // namespace tlsrpt::faults
