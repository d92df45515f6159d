// SPDX-License-Identifier: GPL-3.0-or-later
// Deletes every report before a day for good, as the window does; a program of its own so that it
// can be killed.
#include "core/store/archive.h"

#include <QCoreApplication>

#include <limits>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const tlsrpt::SystemClock clock;
    const auto archive = tlsrpt::Archive::open(arguments.at(1), tlsrpt::Archive::Mode::ReadWrite, clock);
    if (!archive)
        return 3;
    tlsrpt::DeletionChoice choice;
    choice.before = tlsrpt::Day::fromDate(QDate::fromString(arguments.at(2), Qt::ISODate));
    return (*archive)->deleteReports(choice) && (*archive)->purgeDeleted(std::numeric_limits<qint64>::max()) ? 0 : 3;
}
