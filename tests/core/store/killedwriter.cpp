// SPDX-License-Identifier: GPL-3.0-or-later
// Writes batches until it is killed; a line of output after each.
#include "tests/core/store/storefixture.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    auto archive = tlsrpt::Archive::open(QCoreApplication::arguments().at(1),
                                         tlsrpt::Archive::Mode::CreateIfMissing, tlsrpt::storetest::fixedClock());
    if (!archive)
        return 3;
    const int first = QCoreApplication::arguments().at(2).toInt();
    const int batches = QCoreApplication::arguments().at(3).toInt();
    const auto import = (*archive)->beginImport(tlsrpt::ImportKind::Files, {QStringLiteral("killed")});
    tlsrpt::ImportCounts counts;
    for (int batch = 0; import && batch < batches; ++batch) {
        std::vector<tlsrpt::StoredReport> reports;
        for (int i = 0; i < 100; ++i)
            reports.push_back(tlsrpt::storetest::makeStored(first + batch * 100 + i));
        if (!(*archive)->writeBatch(*import, reports, counts))
            return 3;
        std::puts("batch");
        std::fflush(stdout);
    }
    return import && (*archive)->finishImport(*import, counts) ? 0 : 3;
}
