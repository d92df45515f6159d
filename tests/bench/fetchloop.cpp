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
#include <ctime>

using namespace tlsrpt;

namespace
{

/// What one run took: on the clock, and of the processors' time for this program alone.
struct Taken {
    double seconds = 0;
    double processor = 0;
    qint64 reports = 0;
};

class Watch
{
public:
    Taken stop(qint64 reports) const
    {
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - m_begin;
        return {seconds.count(), static_cast<double>(std::clock() - m_processor) / CLOCKS_PER_SEC, reports};
    }

private:
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::clock_t m_processor = std::clock();
};

void print(const char *what, const Taken &taken)
{
    std::printf("%s %lld reports, %.3f s, %.0f reports/s, %.3f s of processor\n", what,
                static_cast<long long>(taken.reports), taken.seconds,
                static_cast<double>(taken.reports) / taken.seconds, taken.processor);
    std::fflush(stdout);
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

Taken fetchOnce(const made::Dovecot &server, Security security, const QString &archive)
{
    MailboxAccess access;
    access.mailbox.name = QStringLiteral("bench");
    access.mailbox.host = QStringLiteral("127.0.0.1");
    access.mailbox.security = security;
    access.mailbox.port = security == Security::Tls ? server.tlsPort() : server.plainPort();
    access.mailbox.user = QLatin1String(made::Dovecot::user);
    access.mailbox.caFile = server.certificates().authority();
    access.secret = {made::Dovecot::password};
    FetchRequest request;
    request.archivePath = archive;
    request.mailboxes = {access};
    JobControl control;
    const Watch watch;
    const auto outcomes = runFetch(request, SystemClock(), control, {});
    if (!outcomes)
        stop("cannot fetch", outcomes.error().detail);
    if (const auto &error = outcomes->front().error)
        stop("cannot fetch", error->detail);
    return watch.stop(outcomes->front().mails);
}

Taken importOnce(const QString &folder, const QString &archive)
{
    ImportRequest request;
    request.archivePath = archive;
    request.paths = {folder};
    JobControl control;
    const Watch watch;
    const auto outcome = runImport(request, SystemClock(), control, {});
    if (!outcome)
        stop("cannot import", outcome.error().detail);
    const ImportCounts &counts = outcome->counts;
    return watch.stop(counts.imported + counts.duplicates + counts.conflicts);
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
    const auto archive = [&archives](const char *name, int number) {
        return archives.filePath(QStringLiteral("%1%2.sqlite").arg(QLatin1String(name)).arg(number));
    };
    fetchOnce(server, Security::Tls, archive("warm", 0)); // the server's index
    for (int round = 0; round < arguments.at(2).toInt(); ++round) {
        print("fetch", fetchOnce(server, Security::Tls, archive("tls", round)));
        print("fetch-again", fetchOnce(server, Security::Tls, archive("tls", round)));
        print("fetch-plain", fetchOnce(server, Security::Plain, archive("plain", round)));
        print("import-eml", importOnce(folder, archive("imported", round)));
    }
    return 0;
}
