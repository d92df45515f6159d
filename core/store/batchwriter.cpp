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

/// Identities asked for in one statement.
constexpr int lookUpSize = 256;

qint64 datedOf(const StoredReport &report)
{
    return report.hints.mailDate > 0 ? report.hints.mailDate : std::max<qint64>(0, report.hints.fileDate);
}

int signatureOf(const DocumentHints &hints)
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

BatchWriter::BatchWriter(const QSqlDatabase &database)
    : m_database(database), m_interner(database), m_findCopies(database)
    , m_insertReport(database), m_insertOriginal(database), m_insertPolicy(database)
    , m_insertFailure(database)
{
}

Status BatchWriter::prepare()
{
    const QString find = QStringLiteral("SELECT identity, id, content, dated, deletion_id, state "
                                        "FROM report_ WHERE identity IN (?%1)")
                             .arg(QStringLiteral(",?").repeated(lookUpSize - 1));
    const QString report = QStringLiteral(
        "INSERT INTO report_(id, identity, content, state, import_id, day, start, end, reporter, "
        "organization, contact, submitter, report_id, source, dated, signature, deviations) "
        "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    const QString original = QStringLiteral(
        "INSERT INTO original_(report_id, packing, file_name, bytes) VALUES(?,?,?,?)");
    const QString policy = QStringLiteral(
        "INSERT INTO policy_result_(id, report_id, track, policy_type, domain, policy_id, "
        "successful, failed, headline) VALUES(?,?,?,?,?,?,?,?,?)");
    const QString failure = QStringLiteral(
        "INSERT INTO failure_(id, policy_result_id, occurrences, result_type, reason, mx, "
        "receiving_ip, sending_ip, helo, information) VALUES(?,?,?,?,?,?,?,?,?,?)");
    return m_interner.prepare()
        .and_then([&] { return tlsrpt::prepare(m_findCopies, find); })
        .and_then([&] { return tlsrpt::prepare(m_insertReport, report); })
        .and_then([&] { return tlsrpt::prepare(m_insertOriginal, original); })
        .and_then([&] { return tlsrpt::prepare(m_insertPolicy, policy); })
        .and_then([&] { return tlsrpt::prepare(m_insertFailure, failure); });
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
    m_copies.clear();
    m_rewritten = false;
    if (auto done = beginBatch(); !done)
        return done;
    if (auto done = lookUp(batch); !done)
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
    m_copies.clear();
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

Status BatchWriter::lookUp(const std::vector<StoredReport> &batch)
{
    m_copies.reserve(static_cast<qsizetype>(batch.size()));
    const StoredReport *const end = batch.data() + batch.size();
    for (const StoredReport *first = batch.data(); first != end;) {
        const auto size = std::min<qsizetype>(lookUpSize, end - first);
        if (auto done = lookUpSome(first, first + size); !done)
            return done;
        first += size;
    }
    return {};
}

Status BatchWriter::lookUpSome(const StoredReport *first, const StoredReport *last)
{
    for (int i = 0; i < lookUpSize; ++i) // the last one fills the places that are left
        m_findCopies.bindValue(i, first[std::min<qsizetype>(i, last - first - 1)].identity);
    if (auto done = execute(m_findCopies); !done)
        return done;
    while (m_findCopies.next()) {
        m_copies[m_findCopies.value(0).toByteArray()].push_back(
            {m_findCopies.value(1).toLongLong(), m_findCopies.value(2).toByteArray(),
             m_findCopies.value(3).toLongLong(), m_findCopies.value(4).toLongLong(),
             m_findCopies.value(5).toInt() == 0});
    }
    m_findCopies.finish();
    return {};
}

Status BatchWriter::writeOne(const StoredReport &report)
{
    Copies &copies = m_copies[report.identity];
    const auto same = std::find_if(copies.begin(), copies.end(), [&](const Copy &copy) {
        return copy.content == report.content;
    });
    std::optional<Copy> deleted;
    if (same != copies.end()) {
        if (same->deletion == 0) {
            ++m_counts.duplicates;
            return noteDuplicate(copies, *same, datedOf(report));
        }
        deleted = *same;
        copies.erase(same);
    }
    const bool conflict = std::any_of(copies.begin(), copies.end(),
                                      [](const Copy &copy) { return copy.deletion == 0; });
    copies.push_back({m_nextReport++, report.content, datedOf(report), 0, true});
    if (auto done = settle(copies); !done)
        return done;
    if (auto done = insertReport(report, copies.back()); !done)
        return done;
    if (auto done = insertPolicies(report.report, copies.back().id); !done)
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
    return noteConflict(report, copies);
}

/// The date of a content is that of its earliest copy, so that the order of reading, and a file
/// copied later, change nothing about which of two contents is the newer.
Status BatchWriter::noteDuplicate(Copies &copies, Copy &copy, qint64 dated)
{
    if (dated == 0 || (copy.dated != 0 && copy.dated <= dated))
        return {};
    copy.dated = dated;
    auto done = execute(m_database, QStringLiteral("UPDATE report_ SET dated=? WHERE id=?"),
                        {dated, copy.id});
    if (!done)
        return tl::unexpected(done.error());
    return settle(copies);
}

/// Of the copies that are not deleted the newest counts, between equals the larger content hash.
/// The last one may not be in the archive yet; then its UPDATE finds nothing.
Status BatchWriter::settle(Copies &copies)
{
    const Copy *winner = nullptr;
    for (const Copy &copy : copies) {
        if (copy.deletion == 0
            && (!winner || std::tie(winner->dated, winner->content) < std::tie(copy.dated, copy.content)))
            winner = &copy;
    }
    for (Copy &copy : copies) {
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

Status BatchWriter::bindTexts(QSqlQuery &query, int first,
                              std::initializer_list<const QString *> texts)
{
    for (const QString *text : texts) {
        const auto id = m_interner.text(*text);
        if (!id)
            return tl::unexpected(id.error());
        query.bindValue(first++, *id);
    }
    return {};
}

Status BatchWriter::insertReport(const StoredReport &stored, const Copy &copy)
{
    const Report &report = stored.report;
    QSqlQuery &query = m_insertReport;
    query.bindValue(0, copy.id);
    query.bindValue(1, stored.identity);
    query.bindValue(2, stored.content);
    query.bindValue(3, copy.counts ? 0 : 1);
    query.bindValue(4, m_import.value);
    query.bindValue(5, report.day().value);
    query.bindValue(6, report.start);
    query.bindValue(7, report.end);
    auto texts = bindTexts(query, 8, {&report.reporterKey, &report.organization, &report.contact,
                                      &report.submitter});
    if (!texts)
        return texts;
    query.bindValue(12, storedText(report.reportId));
    query.bindValue(13, storedText(stored.source));
    query.bindValue(14, copy.dated);
    query.bindValue(15, signatureOf(stored.hints));
    query.bindValue(16, deviationBits(report));
    if (auto done = execute(query); !done)
        return done;
    m_insertOriginal.bindValue(0, copy.id);
    m_insertOriginal.bindValue(1, stored.packing == Packing::Gzip ? 1 : 0);
    m_insertOriginal.bindValue(2, storedText(stored.hints.fileName));
    m_insertOriginal.bindValue(3, stored.packed ? stored.original
                                                : packedForArchive(stored.original, stored.packing));
    return execute(m_insertOriginal);
}

Status BatchWriter::insertPolicies(const Report &report, qint64 reportId)
{
    for (const PolicyResult &result : report.policies) {
        const qint64 id = m_nextPolicy++;
        const auto policy = m_interner.policy(result);
        if (!policy)
            return tl::unexpected(policy.error());
        m_insertPolicy.bindValue(0, id);
        m_insertPolicy.bindValue(1, reportId);
        m_insertPolicy.bindValue(2, static_cast<int>(result.track));
        if (auto done = bindTexts(m_insertPolicy, 3, {&result.policyType, &result.policyDomain}); !done)
            return done;
        m_insertPolicy.bindValue(5, *policy ? QVariant(**policy) : QVariant());
        m_insertPolicy.bindValue(6, result.successful);
        m_insertPolicy.bindValue(7, result.failed);
        m_insertPolicy.bindValue(8, result.inHeadline ? 1 : 0);
        if (auto done = execute(m_insertPolicy); !done)
            return done;
        if (auto done = insertFailures(result, id); !done)
            return done;
    }
    return {};
}

Status BatchWriter::insertFailures(const PolicyResult &result, qint64 policyResultId)
{
    for (const FailureDetail &failure : result.failures) {
        m_insertFailure.bindValue(0, m_nextFailure++);
        m_insertFailure.bindValue(1, policyResultId);
        m_insertFailure.bindValue(2, failure.failedSessions);
        auto texts = bindTexts(m_insertFailure, 3,
                               {&failure.resultType, &failure.reasonCode, &failure.receivingMx,
                                &failure.receivingIp, &failure.sendingMtaIp,
                                &failure.receivingHelo, &failure.additionalInformation});
        if (!texts)
            return texts;
        if (auto done = execute(m_insertFailure); !done)
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

Status BatchWriter::noteConflict(const StoredReport &report, const Copies &copies)
{
    const auto counting = std::find_if(copies.begin(), copies.end(), [](const Copy &copy) {
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
