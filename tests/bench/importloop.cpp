// SPDX-License-Identifier: GPL-3.0-or-later
// tlsrpt-importloop: runImport() as the programs call it, timed like the bare loop beside it.
#include "core/pipeline/importjob.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace
{

/// The most that was ever resident of this process; 0 where it cannot be told.
long peakMegabytes()
{
#ifdef Q_OS_UNIX
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
#ifdef Q_OS_MACOS
    return usage.ru_maxrss / 1024 / 1024;
#else
    return usage.ru_maxrss / 1024;
#endif
#else
    return 0;
#endif
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3) {
        std::fprintf(stderr, "usage: tlsrpt-importloop ARCHIVE PATH...\n");
        return 2;
    }
    tlsrpt::ImportRequest request;
    request.archivePath = arguments.at(1);
    request.paths = arguments.mid(2);
    tlsrpt::JobControl control;
    const auto begin = std::chrono::steady_clock::now();
    const auto outcome = tlsrpt::runImport(request, tlsrpt::SystemClock(), control, {});
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (!outcome) {
        std::fprintf(stderr, "%s %s %s\n", tlsrpt::slug(outcome.error().code).data(),
                     qPrintable(outcome.error().subject), qPrintable(outcome.error().detail));
        return 3;
    }
    const tlsrpt::ImportCounts &counts = outcome->counts;
    const qint64 reports = counts.imported + counts.duplicates + counts.conflicts;
    std::printf("%lld imported, %lld duplicates, %lld conflicts, %lld rejected, %lld ignored, "
                "%.3f s, %.0f reports/s, %ld MB at most\n",
                static_cast<long long>(counts.imported), static_cast<long long>(counts.duplicates),
                static_cast<long long>(counts.conflicts), static_cast<long long>(counts.rejected),
                static_cast<long long>(counts.ignored), seconds, static_cast<double>(reports) / seconds, peakMegabytes());
    return 0;
}
