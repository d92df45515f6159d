// SPDX-License-Identifier: GPL-3.0-or-later
// The same work again and again, each time with a fault one call later, until it no longer meets it.
#pragma once

#include "tests/support/sqlitefaults/sqlitefaults.h"

#include "core/base/error.h"

#include <QString>

#include <functional>

namespace tlsrpt::faults
{

/// `trial` arms the fault, works and heals. Its answer: whether the fault was met, and what was wrong.
struct Outcome {
    bool met = false;
    QString wrong;
};
using Trial = std::function<Outcome(Fault fault, int at, bool lasting)>;

/// What is wrong with an error, if anything: a disk that fails now and then is no damage, and the file is named.
inline QString complaintAbout(const Error &error, Fault fault, const QString &folder)
{
    const bool damage = error.code == Code::ArchiveDamaged || error.code == Code::ArchiveNotOurs
        || error.code == Code::ArchiveNewer || error.code == Code::NoReport;
    const bool full = fault != Fault::Full || error.code == Code::DiskFull || error.code == Code::CannotWrite;
    const bool second = error.detail.contains(QLatin1String("no transaction is active")); // not what failed first
    if (!damage && full && !second && error.subject.startsWith(folder) && !error.detail.isEmpty())
        return {};
    return QStringLiteral("%1, “%2”, “%3”").arg(slug(error.code), error.subject, error.detail);
}

/// SQLite asks for memory very often; a full disk fails where others do, too, and what lasts where it began.
inline int stepOf(Fault fault, bool lasting, int memoryStep)
{
    const int step = fault == Fault::Memory ? memoryStep : fault == Fault::Full ? 3 : 1;
    return lasting ? step * 4 : step;
}

/// What was wrong first, with its fault; empty when all was well. Every call is tried with
/// TLSRPT_FAULTS=all in the environment, else those that tell the most.
inline QString wrongUnder(Fault fault, int memoryStep, const Trial &trial)
{
    const bool all = qEnvironmentVariable("TLSRPT_FAULTS") == QLatin1String("all");
    for (const bool lasting : {false, true}) {
        const int step = all ? 1 : stepOf(fault, lasting, memoryStep);
        Outcome outcome{true, {}};
        for (int at = 1; outcome.met; at += step) {
            outcome = trial(fault, at, lasting);
            if (!outcome.wrong.isEmpty())
                return QStringLiteral("%1 %2%3: %4").arg(QLatin1String(nameOf(fault)))
                    .arg(at).arg(lasting ? QStringLiteral(" and all after it") : QString(), outcome.wrong);
        }
    }
    return {};
}

} // namespace tlsrpt::faults
