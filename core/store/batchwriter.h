// SPDX-License-Identifier: GPL-3.0-or-later
// Reports to rows, and the rule which of several copies counts.
#pragma once

#include "core/store/archive.h"
#include "core/store/interner.h"

namespace tlsrpt
{

class BatchWriter
{
public:
    explicit BatchWriter(const QSqlDatabase &database) : m_database(database) {}
    [[nodiscard]] Status prepare();

    /// Inside a transaction of the caller's. Counts and conflicts hold for a committed one only.
    [[nodiscard]] Status write(ImportId import, const std::vector<StoredReport> &batch,
                               ImportCounts &counts, std::vector<Error> &conflicts);
    /// After a rollback: ids that were given away there must not be used.
    void forget();

private:
    /// A copy of a report that is in the archive.
    struct Copy {
        qint64 id = 0;
        QByteArray content;
        qint64 dated = 0;
        qint64 deletion = 0;
        bool counts = true;
    };
    using Copies = std::vector<Copy>;

    [[nodiscard]] Status beginBatch();
    [[nodiscard]] Status findCopies(const QByteArray &identity);
    [[nodiscard]] Status writeOne(const StoredReport &report);
    [[nodiscard]] Status noteDuplicate(Copy &copy, qint64 dated);
    [[nodiscard]] Status settle();
    [[nodiscard]] Status insertReport(const StoredReport &report, const Copy &copy);
    [[nodiscard]] Status insertPolicies(const Report &report, qint64 reportId);
    [[nodiscard]] Status insertFailures(const PolicyResult &result, qint64 policyResultId);
    [[nodiscard]] Status removeForGood(const Copy &copy);
    [[nodiscard]] Status noteConflict(const StoredReport &report);
    [[nodiscard]] Status bindTexts(Statement &statement, int first,
                                   std::initializer_list<const QString *> texts);

    QSqlDatabase m_database;
    Interner m_interner;
    Statement m_findCopies;
    Statement m_insertReport;
    Statement m_insertOriginal;
    Statement m_insertPolicy;
    Statement m_insertFailure;
    qint64 m_rewrites = -1; ///< change_.rewrites when the interner's ids were known to hold

    // The batch under way
    ImportId m_import;
    ImportCounts m_counts;
    std::vector<Error> m_conflicts;
    Copies m_copies; ///< of the report under way
    qint64 m_nextReport = 0;
    qint64 m_nextPolicy = 0;
    qint64 m_nextFailure = 0;
    bool m_rewritten = false;
};

} // namespace tlsrpt
