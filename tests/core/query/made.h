// SPDX-License-Identifier: GPL-3.0-or-later
// Small reports made in a line, and an archive of them on disk.
#pragma once

#include "core/query/facts.h"
#include "core/query/questions.h"
#include "core/store/archive.h"

#include <QTemporaryDir>

namespace tlsrpt::made
{

inline Day day(int offset) { return {Day::fromDate(QDate(2026, 10, 1)).value + offset}; }

FailureDetail failure(const char *type, qint64 count, const char *mx = "", const char *reason = "",
                      const char *ip = "");
PolicyResult sts(const char *domain, qint64 successful, qint64 failed,
                 std::vector<FailureDetail> failures = {}, const char *mode = "enforce",
                 QStringList patterns = {QStringLiteral("*.example.org")});
PolicyResult tlsa(const char *domain, qint64 successful, qint64 failed,
                  std::vector<FailureDetail> failures = {});
PolicyResult row(const char *type, const char *domain, qint64 successful, qint64 failed,
                 std::vector<FailureDetail> failures = {});

/// A report of `sender` ("google.com") about one day; its organisation is the sender's name in
/// capitals.
Report report(const char *sender, Day day, std::vector<PolicyResult> policies);

/// Everything in Facts by value, one line a row: equal whatever the indexes are.
QStringList dump(const Facts &facts);

class MadeArchive
{
public:
    MadeArchive();

    QString path() const { return m_folder.filePath(QStringLiteral("archive.sqlite")); }
    Archive &archive() { return *m_archive; }
    /// Imports as one batch; headline rows are marked as the parser does.
    ImportId add(std::vector<Report> reports, qint64 dated = 1'800'000'000);
    /// Loads with a connection of its own. Fails the test's assertion on an error.
    std::shared_ptr<const Facts> facts(std::shared_ptr<const Facts> previous = {}) const;
    /// Runs statements that no store would.
    void execute(const QStringList &statements) const;

private:
    QTemporaryDir m_folder;
    FixedClock m_clock;
    std::unique_ptr<Archive> m_archive;
};

/// An archive of these reports, loaded.
std::shared_ptr<const Facts> factsOf(std::vector<Report> reports);

} // namespace tlsrpt::made
