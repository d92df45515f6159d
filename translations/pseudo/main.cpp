// SPDX-License-Identifier: GPL-3.0-or-later
// tlsrpt-ts pseudo IN.ts OUT.ts    makes the pseudo-language
// tlsrpt-ts english FILE.ts        fills in English plural forms
#include "translations/pseudo/tsfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

#include <cstdio>

namespace
{

int complain(const QString &path)
{
    std::fprintf(stderr, "cannot read or write %s\n", qPrintable(path));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const bool pseudo = arguments.size() == 4 && arguments.at(1) == u"pseudo";
    const bool english = arguments.size() == 3 && arguments.at(1) == u"english";
    if (!pseudo && !english) {
        std::fputs("usage: tlsrpt-ts pseudo IN.ts OUT.ts | tlsrpt-ts english FILE.ts\n", stderr);
        return 2;
    }
    QFile in(arguments.at(2));
    if (!in.open(QIODevice::ReadOnly))
        return complain(in.fileName());
    const QByteArray read = in.readAll();
    in.close();
    const QByteArray made = pseudo ? tlsrpt::pseudoTs(read) : tlsrpt::withEnglishPlurals(read);
    QFile out(arguments.constLast());
    if (made.isEmpty() || !out.open(QIODevice::WriteOnly) || out.write(made) != made.size())
        return complain(out.fileName());
    return 0;
}
