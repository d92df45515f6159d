// SPDX-License-Identifier: GPL-3.0-or-later
// tlsrpt-samples FOLDER: writes FOLDER/samples and FOLDER/samples.qrc anew.
#include "tests/support/samples/samples.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2) {
        std::fputs("usage: tlsrpt-samples FOLDER\n", stderr);
        return 2;
    }
    if (!tlsrpt::made::writeSamples(arguments.at(1))) {
        std::fprintf(stderr, "cannot write to %s\n", qPrintable(arguments.at(1)));
        return 1;
    }
    return 0;
}
