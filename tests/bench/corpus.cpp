// SPDX-License-Identifier: GPL-3.0-or-later
// tlsrpt-corpus: writes reproducible, realistic reports for trials and measurements.
#include "tests/support/corpus/corpus.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tlsrpt-corpus"));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Writes reports that look like real ones: a folder for gz, json and eml, a file for mbox "
        "and zip. The same seed gives the same reports in every format."));
    parser.addHelpOption();
    const QCommandLineOption reports(QStringLiteral("reports"), QStringLiteral("how many"),
                                     QStringLiteral("N"), QStringLiteral("1000"));
    const QCommandLineOption format(QStringLiteral("format"),
                                    QStringLiteral("gz, json, eml, mbox or zip"),
                                    QStringLiteral("FORMAT"), QStringLiteral("gz"));
    const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("which reports"),
                                  QStringLiteral("S"), QStringLiteral("1"));
    parser.addOptions({reports, format, seed});
    parser.addPositionalArgument(QStringLiteral("OUT"), QStringLiteral("folder or file to write"));
    parser.process(app);

    bool countOk = false;
    bool seedOk = false;
    const int count = parser.value(reports).toInt(&countOk);
    const quint64 number = parser.value(seed).toULongLong(&seedOk);
    const auto shape = tlsrpt::made::formatOf(parser.value(format));
    if (!countOk || count < 1 || !seedOk || !shape || parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    const QString out = parser.positionalArguments().constFirst();
    if (!tlsrpt::made::writeCorpus(tlsrpt::made::Corpus({count, number}), *shape, out)) {
        std::fprintf(stderr, "cannot write %s\n", qPrintable(out));
        return 1;
    }
    return 0;
}
