// SPDX-License-Identifier: GPL-3.0-or-later
// tlsrpt-fetchloop: fetches the mails of a folder from a Dovecot of its own, and imports the same
// files from disk, in turns. What it prints goes to tests/bench/run.
#include "core/pipeline/fetchjob.h"
#include "tests/support/dovecot/dovecot.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <chrono>
#include <cstdio>

using namespace tlsrpt;

namespace
{

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

[[noreturn]] void stop(const char *what, const QString &why)
{
    std::fprintf(stderr, "%s: %s\n", what, qPrintable(why));
    std::exit(3);
}

void deliverAll(made::Dovecot &server, const QDir &folder)
{
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly) || !server.deliver(file.readAll()))
            stop("cannot deliver", file.fileName());
    }
}

/// Reports a second, or a negative number when there was nothing new.
double fetchOnce(const made::Dovecot &server, const QString &archive)
{
    MailboxAccess access;
    access.mailbox.name = QStringLiteral("bench");
    access.mailbox.host = QStringLiteral("127.0.0.1");
    access.mailbox.port = server.tlsPort();
    access.mailbox.user = QLatin1String(made::Dovecot::user);
    access.mailbox.caFile = server.certificates().authority();
    access.secret = {made::Dovecot::password};
    FetchRequest request;
    request.archivePath = archive;
    request.mailboxes = {access};
    JobControl control;
    const auto begin = Clock::now();
    const auto outcomes = runFetch(request, SystemClock(), control, {});
    const double seconds = secondsSince(begin);
    if (!outcomes)
        stop("cannot fetch", outcomes.error().detail);
    const MailboxOutcome &outcome = outcomes->front();
    if (outcome.error)
        stop("cannot fetch", outcome.error->detail);
    return outcome.mails > 0 ? static_cast<double>(outcome.mails) / seconds : -seconds;
}

double importOnce(const QString &folder, const QString &archive)
{
    ImportRequest request;
    request.archivePath = archive;
    request.paths = {folder};
    JobControl control;
    const auto begin = Clock::now();
    const auto outcome = runImport(request, SystemClock(), control, {});
    if (!outcome)
        stop("cannot import", outcome.error().detail);
    const ImportCounts &counts = outcome->counts;
    return static_cast<double>(counts.imported + counts.duplicates + counts.conflicts) / secondsSince(begin);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3 || arguments.at(2).toInt() < 1) {
        std::fprintf(stderr, "usage: tlsrpt-fetchloop FOLDER-OF-EML ROUNDS\n");
        return 2;
    }
    if (const QString missing = made::Dovecot::missing(); !missing.isEmpty())
        stop("no server", missing);
    const QString &folder = arguments.at(1);
    made::Dovecot server;
    if (!server.start())
        stop("no server", QString::fromUtf8(server.log()));
    deliverAll(server, QDir(folder));
    const QTemporaryDir archives;
    fetchOnce(server, archives.filePath(QStringLiteral("warm.sqlite"))); // the server's index
    for (int round = 0; round < arguments.at(2).toInt(); ++round) {
        const QString fetched = archives.filePath(QStringLiteral("fetched%1.sqlite").arg(round));
        std::printf("fetch %.0f\n", fetchOnce(server, fetched));
        std::printf("again %.3f\n", -fetchOnce(server, fetched));
        std::printf("import %.0f\n", importOnce(folder, archives.filePath(QStringLiteral("imported%1.sqlite").arg(round))));
        std::fflush(stdout);
    }
    return 0;
}
