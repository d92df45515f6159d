// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/statement.h"

#include "core/store/connection.h"
#include "core/store/transaction.h"

#include <QSqlDriver>
#include <QVariant>

#include <sqlite3.h>

#include <utility>

namespace tlsrpt
{

namespace
{

/// https://doc.qt.io/qt-6/qsqldriver.html#handle
sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

bool sameLibrary(const QSqlDatabase &database)
{
    auto theirs = execute(database, QStringLiteral("SELECT sqlite_source_id()"));
    return theirs && theirs->next() && theirs->value(0).toString() == QLatin1String(sqlite3_sourceid());
}

} // namespace

Statement::Statement(Statement &&other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_statement, other.m_statement);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Status Statement::prepare(const QSqlDatabase &database, const char *sql)
{
    sqlite3 *const handle = handleOf(database);
    if (!handle || !sameLibrary(database))
        return failure(Code::StoreFailed, {}, QStringLiteral("libsqlite3 %1").arg(QLatin1String(sqlite3_libversion())));
    const int answer = sqlite3_prepare_v3(handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (answer == SQLITE_OK)
        return {};
    const QSqlError theirs({}, QString::fromUtf8(sqlite3_errmsg(handle)), QSqlError::StatementError,
                           QString::number(answer));
    return tl::unexpected(storeError(theirs, {}));
}

void Statement::bind(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement, index + 1, value);
}

void Statement::bind(int index, const QString &text)
{
    // constData() of a null string points to an empty one, so that it does not become NULL.
    sqlite3_bind_text16(m_statement, index + 1, text.constData(), static_cast<int>(text.size() * 2),
                        SQLITE_TRANSIENT);
}

void Statement::bind(int index, const QByteArray &blob)
{
    sqlite3_bind_blob64(m_statement, index + 1, blob.constData(), static_cast<sqlite3_uint64>(blob.size()),
                        SQLITE_STATIC);
}

void Statement::bindNull(int index)
{
    sqlite3_bind_null(m_statement, index + 1);
}

Status Statement::run()
{
    while (true) {
        const auto row = next();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
    }
}

Result<bool> Statement::next()
{
    const int answer = sqlite3_step(m_statement);
    if (answer == SQLITE_ROW)
        return true;
    if (answer != SQLITE_DONE) {
        Error what = error();
        sqlite3_reset(m_statement);
        return tl::unexpected(std::move(what));
    }
    sqlite3_reset(m_statement);
    return false;
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArray Statement::blob(int column) const
{
    const void *const data = sqlite3_column_blob(m_statement, column);
    return QByteArray(static_cast<const char *>(data), sqlite3_column_bytes(m_statement, column));
}

qint64 Statement::lastInsertId() const
{
    return sqlite3_last_insert_rowid(sqlite3_db_handle(m_statement));
}

Error Statement::error() const
{
    sqlite3 *const handle = sqlite3_db_handle(m_statement);
    const QSqlError theirs({}, QString::fromUtf8(sqlite3_errmsg(handle)), QSqlError::StatementError,
                           QString::number(sqlite3_extended_errcode(handle)));
    return storeError(theirs, {});
}

} // namespace tlsrpt
