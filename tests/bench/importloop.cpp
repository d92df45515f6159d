// SPDX-License-Identifier: GPL-3.0-or-later
// tlsrpt-importloop: runImport() as the programs call it, timed like the bare loop beside it.
#include "core/pipeline/importjob.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>

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
                "%.3f s, %.0f reports/s\n",
                static_cast<long long>(counts.imported), static_cast<long long>(counts.duplicates),
                static_cast<long long>(counts.conflicts), static_cast<long long>(counts.rejected),
                static_cast<long long>(counts.ignored), seconds, static_cast<double>(reports) / seconds);
    return 0;
}
