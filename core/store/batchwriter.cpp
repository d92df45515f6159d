// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/batchwriter.h"

#include "core/store/originals.h"
#include "core/store/transaction.h"

#include <algorithm>
#include <tuple>

namespace tlsrpt
{

namespace
{

qint64 datedOf(const StoredReport &report)
{
    return report.hints.mailDate > 0 ? report.hints.mailDate : std::max<qint64>(0, report.hints.fileDate);
}

qint64 signatureOf(const DocumentHints &hints)
{
    if (hints.signature == QLatin1String("pass"))
        return 1;
    return hints.signature == QLatin1String("fail") ? 2 : 0;
}

qint64 deviationBits(const Report &report)
{
    qint64 bits = 0;
    for (const Deviation &deviation : report.deviations)
        bits |= 1LL << static_cast<int>(deviation.kind);
    return bits;
}

} // namespace

Status BatchWriter::prepare()
{
    return m_interner.prepare(m_database)
        .and_then([&] {
            return m_findCopies.prepare(m_database, "SELECT id, content, dated, deletion_id, state "
                                                    "FROM report_ WHERE identity=?");
        })
        .and_then([&] {
            return m_insertReport.prepare(
                m_database,
                "INSERT INTO report_(id, identity, content, state, import_id, day, start, end, reporter, "
                "organization, contact, submitter, report_id, source, dated, signature, deviations) "
                "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        })
        .and_then([&] {
            return m_insertOriginal.prepare(
                m_database, "INSERT INTO original_(report_id, packing, file_name, bytes) VALUES(?,?,?,?)");
        })
        .and_then([&] {
            return m_insertPolicy.prepare(
                m_database,
                "INSERT INTO policy_result_(id, report_id, track, policy_type, domain, policy_id, "
                "successful, failed, headline) VALUES(?,?,?,?,?,?,?,?,?)");
        })
        .and_then([&] {
            return m_insertFailure.prepare(
                m_database,
                "INSERT INTO failure_(id, policy_result_id, occurrences, result_type, reason, mx, "
                "receiving_ip, sending_ip, helo, information) VALUES(?,?,?,?,?,?,?,?,?,?)");
        });
}

void BatchWriter::forget()
{
    m_interner.forget();
    m_rewrites = -1;
}

Status BatchWriter::write(ImportId import, const std::vector<StoredReport> &batch,
                          ImportCounts &counts, std::vector<Error> &conflicts)
{
    m_import = import;
    m_counts = {};
    m_conflicts.clear();
    m_rewritten = false;
    if (auto done = beginBatch(); !done)
        return done;
    for (const StoredReport &report : batch) {
        if (auto done = writeOne(report); !done)
            return done;
    }
    if (m_rewritten) {
        auto done = execute(m_database, QStringLiteral("UPDATE change_ SET rewrites=rewrites+1"));
        if (!done)
            return tl::unexpected(done.error());
        ++m_rewrites;
    }
    counts = m_counts;
    conflicts = std::move(m_conflicts);
    return {};
}

/// Ids are given here and not by SQLite: rows of one batch know each other's, and ids only grow,
/// which is what readers rely on who load what is new.
Status BatchWriter::beginBatch()
{
    auto row = execute(m_database, QStringLiteral("SELECT (SELECT max(id) FROM report_), "
                                                  "(SELECT max(id) FROM policy_result_), "
                                                  "(SELECT max(id) FROM failure_), "
                                                  "(SELECT rewrites FROM change_)"));
    if (!row)
        return tl::unexpected(row.error());
    row->next();
    m_nextReport = row->value(0).toLongLong() + 1;
    m_nextPolicy = row->value(1).toLongLong() + 1;
    m_nextFailure = row->value(2).toLongLong() + 1;
    // Another program may have purged texts that nothing uses any more; it says so there.
    const qint64 rewrites = row->value(3).toLongLong();
    if (rewrites != m_rewrites)
        m_interner.forget();
    m_rewrites = rewrites;
    return {};
}

/// Also those that this batch wrote: one transaction sees its own rows.
Status BatchWriter::findCopies(const QByteArray &identity)
{
    m_copies.clear();
    m_findCopies.bind(0, identity);
    while (true) {
        const auto row = m_findCopies.next();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        m_copies.push_back({m_findCopies.number(0), m_findCopies.blob(1), m_findCopies.number(2),
                            m_findCopies.number(3), m_findCopies.number(4) == 0});
    }
}

Status BatchWriter::writeOne(const StoredReport &report)
{
    if (auto done = findCopies(report.identity); !done)
        return done;
    const auto same = std::find_if(m_copies.begin(), m_copies.end(), [&](const Copy &copy) {
        return copy.content == report.content;
    });
    std::optional<Copy> deleted;
    if (same != m_copies.end()) {
        if (same->deletion == 0) {
            ++m_counts.duplicates;
            return noteDuplicate(*same, datedOf(report));
        }
        deleted = *same;
        m_copies.erase(same);
    }
    const bool conflict = std::any_of(m_copies.begin(), m_copies.end(),
                                      [](const Copy &copy) { return copy.deletion == 0; });
    m_copies.push_back({m_nextReport++, report.content, datedOf(report), 0, true});
    if (auto done = settle(); !done)
        return done;
    if (auto done = insertReport(report, m_copies.back()); !done)
        return done;
    if (auto done = insertPolicies(report.report, m_copies.back().id); !done)
        return done;
    if (deleted) { // after the insertion: its id must not be given again
        if (auto done = removeForGood(*deleted); !done)
            return done;
    }
    if (!conflict) {
        ++m_counts.imported;
        return {};
    }
    ++m_counts.conflicts;
    return noteConflict(report);
}

/// The date of a content is that of its earliest copy, so that the order of reading, and a file
/// copied later, change nothing about which of two contents is the newer.
Status BatchWriter::noteDuplicate(Copy &copy, qint64 dated)
{
    if (dated == 0 || (copy.dated != 0 && copy.dated <= dated))
        return {};
    copy.dated = dated;
    auto done = execute(m_database, QStringLiteral("UPDATE report_ SET dated=? WHERE id=?"),
                        {dated, copy.id});
    if (!done)
        return tl::unexpected(done.error());
    return settle();
}

/// Of the copies that are not deleted the newest counts, between equals the larger content hash.
/// The last one may not be in the archive yet; then its UPDATE finds nothing.
Status BatchWriter::settle()
{
    const Copy *winner = nullptr;
    for (const Copy &copy : m_copies) {
        if (copy.deletion == 0
            && (!winner || std::tie(winner->dated, winner->content) < std::tie(copy.dated, copy.content)))
            winner = &copy;
    }
    for (Copy &copy : m_copies) {
        const bool counts = &copy == winner;
        if (copy.deletion != 0 || copy.counts == counts)
            continue;
        copy.counts = counts;
        auto done = execute(m_database, QStringLiteral("UPDATE report_ SET state=? WHERE id=?"),
                            {counts ? 0 : 1, copy.id});
        if (!done)
            return tl::unexpected(done.error());
        if (done->numRowsAffected() > 0)
            m_rewritten = true;
    }
    return {};
}

Status BatchWriter::bindTexts(Statement &statement, int first,
                              std::initializer_list<const QString *> texts)
{
    for (const QString *text : texts) {
        const auto id = m_interner.text(*text);
        if (!id)
            return tl::unexpected(id.error());
        statement.bind(first++, *id);
    }
    return {};
}

Status BatchWriter::insertReport(const StoredReport &stored, const Copy &copy)
{
    const Report &report = stored.report;
    Statement &insert = m_insertReport;
    insert.bind(0, copy.id);
    insert.bind(1, stored.identity);
    insert.bind(2, stored.content);
    insert.bind(3, qint64(copy.counts ? 0 : 1));
    insert.bind(4, m_import.value);
    insert.bind(5, qint64(report.day().value));
    insert.bind(6, report.start);
    insert.bind(7, report.end);
    auto texts = bindTexts(insert, 8, {&report.reporterKey, &report.organization, &report.contact,
                                      &report.submitter});
    if (!texts)
        return texts;
    insert.bind(12, storedText(report.reportId));
    insert.bind(13, storedText(stored.source));
    insert.bind(14, copy.dated);
    insert.bind(15, signatureOf(stored.hints));
    insert.bind(16, deviationBits(report));
    if (auto done = insert.run(); !done)
        return done;
    m_insertOriginal.bind(0, copy.id);
    m_insertOriginal.bind(1, qint64(stored.packing == Packing::Gzip ? 1 : 0));
    m_insertOriginal.bind(2, storedText(stored.hints.fileName));
    const QByteArray bytes = stored.packed ? stored.original
                                           : packedForArchive(stored.original, stored.packing);
    m_insertOriginal.bind(3, bytes);
    return m_insertOriginal.run();
}

Status BatchWriter::insertPolicies(const Report &report, qint64 reportId)
{
    for (const PolicyResult &result : report.policies) {
        const qint64 id = m_nextPolicy++;
        const auto policy = m_interner.policy(result);
        if (!policy)
            return tl::unexpected(policy.error());
        m_insertPolicy.bind(0, id);
        m_insertPolicy.bind(1, reportId);
        m_insertPolicy.bind(2, static_cast<qint64>(result.track));
        if (auto done = bindTexts(m_insertPolicy, 3, {&result.policyType, &result.policyDomain}); !done)
            return done;
        if (*policy)
            m_insertPolicy.bind(5, **policy);
        else
            m_insertPolicy.bindNull(5);
        m_insertPolicy.bind(6, result.successful);
        m_insertPolicy.bind(7, result.failed);
        m_insertPolicy.bind(8, qint64(result.inHeadline ? 1 : 0));
        if (auto done = m_insertPolicy.run(); !done)
            return done;
        if (auto done = insertFailures(result, id); !done)
            return done;
    }
    return {};
}

Status BatchWriter::insertFailures(const PolicyResult &result, qint64 policyResultId)
{
    for (const FailureDetail &failure : result.failures) {
        m_insertFailure.bind(0, m_nextFailure++);
        m_insertFailure.bind(1, policyResultId);
        m_insertFailure.bind(2, failure.failedSessions);
        auto texts = bindTexts(m_insertFailure, 3,
                               {&failure.resultType, &failure.reasonCode, &failure.receivingMx,
                                &failure.receivingIp, &failure.sendingMtaIp,
                                &failure.receivingHelo, &failure.additionalInformation});
        if (!texts)
            return texts;
        if (auto done = m_insertFailure.run(); !done)
            return done;
    }
    return {};
}

/// A deleted report that comes again is a new one; the old row would come back a second time with undo.
Status BatchWriter::removeForGood(const Copy &copy)
{
    auto removed = execute(m_database, QStringLiteral("DELETE FROM report_ WHERE id=?"), {copy.id});
    if (!removed)
        return tl::unexpected(removed.error());
    auto counted = execute(m_database, QStringLiteral("UPDATE deletion_ SET reports=reports-1 WHERE id=?"),
                           {copy.deletion});
    if (!counted)
        return tl::unexpected(counted.error());
    return {};
}

Status BatchWriter::noteConflict(const StoredReport &report)
{
    const auto counting = std::find_if(m_copies.begin(), m_copies.end(), [](const Copy &copy) {
        return copy.deletion == 0 && copy.counts;
    });
    auto done = execute(m_database,
                        QStringLiteral("INSERT INTO notice_(import_id, kind, source, code, detail, "
                                       "offset, report_id) VALUES(?,?,?,?,?,?,?)"),
                        {m_import.value, static_cast<int>(NoticeKind::Conflict),
                         storedText(report.source), QStringLiteral("conflict"),
                         storedText(report.report.reportId), -1, counting->id});
    if (!done)
        return tl::unexpected(done.error());
    m_conflicts.push_back({Code::NoReport, report.source, report.report.reportId, -1});
    return {};
}

} // namespace tlsrpt
