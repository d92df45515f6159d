// SPDX-License-Identifier: GPL-3.0-or-later
// Hand-made reports and a temporary archive for the tests of the store.
#pragma once

#include "core/store/archive.h"
#include "core/store/transaction.h"

#include <QTemporaryDir>

namespace tlsrpt::storetest
{

/// 2026-10-31 00:00:00 UTC
inline constexpr qint64 someStart = 1793404800;

/// A report with one sts row and one failure. `number` makes the identity, `sessions` the content.
Report makeReport(int number, qint64 sessions = 10, const QString &domain = QStringLiteral("example.org"));
StoredReport makeStored(int number, qint64 sessions = 10, qint64 mailDate = 0,
                        const QString &domain = QStringLiteral("example.org"));
StoredReport toStored(Report report, qint64 mailDate = 0);

/// An archive in a folder of its own, and a second connection that looks at it from outside.
class TemporaryArchive
{
public:
    TemporaryArchive();

    Archive &operator*() { return *m_archive; }
    Archive *operator->() { return m_archive.get(); }
    QString path() const { return m_folder.filePath(QStringLiteral("archive.sqlite")); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    void reopen(int busySeconds = 30);
    void close() { m_archive.reset(); }

    /// Writes one batch under a new import; the counts, or {-1} when it fails.
    ImportCounts write(std::vector<StoredReport> batch);
    template<typename... Reports>
    ImportCounts write(StoredReport first, Reports... others)
    {
        std::vector<StoredReport> batch;
        batch.push_back(std::move(first));
        (batch.push_back(std::move(others)), ...);
        return write(std::move(batch));
    }
    qint64 number(const QString &sql);
    /// Runs a statement as another program would.
    bool outside(const QString &sql);
    qint64 counting() { return number(QStringLiteral("SELECT count(*) FROM reports")); }
    qint64 rewrites() { return number(QStringLiteral("SELECT rewrites FROM change_")); }
    /// Everything that counts, independent of ids: one line a row, sorted.
    QStringList contents();
    QStringList rows(const QString &sql);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Archive> m_archive;
};

const Clock &fixedClock();

} // namespace tlsrpt::storetest
