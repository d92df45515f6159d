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

bool sameLibrary(const QSqlDatabase &database)
{
    auto theirs = execute(database, QStringLiteral("SELECT sqlite_source_id()"));
    return theirs && theirs->next() && theirs->value(0).toString() == QLatin1String(sqlite3_sourceid());
}

} // namespace

// https://doc.qt.io/qt-6/qsqldriver.html#handle
sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
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
    sqlite3_finalize(std::exchange(m_statement, nullptr));
    m_bindFailure = SQLITE_OK;
    const int answer = sqlite3_prepare_v3(handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (answer == SQLITE_OK)
        return {};
    const QSqlError theirs({}, QString::fromUtf8(sqlite3_errmsg(handle)), QSqlError::StatementError,
                           QString::number(answer));
    return tl::unexpected(storeError(theirs, {}));
}

void Statement::bind(int index, qint64 value)
{
    note(sqlite3_bind_int64(m_statement, index + 1, value));
}

void Statement::bind(int index, const QString &text)
{
    // constData() of a null string points to an empty one, so that it does not become NULL.
    note(sqlite3_bind_text64(m_statement, index + 1, reinterpret_cast<const char *>(text.constData()),
                             static_cast<sqlite3_uint64>(text.size()) * sizeof(QChar),
                             SQLITE_TRANSIENT, SQLITE_UTF16));
}

void Statement::bind(int index, const QByteArray &blob)
{
    note(sqlite3_bind_blob64(m_statement, index + 1, blob.constData(),
                             static_cast<sqlite3_uint64>(blob.size()), SQLITE_STATIC));
}

void Statement::bindNull(int index)
{
    note(sqlite3_bind_null(m_statement, index + 1));
}

void Statement::note(int answer)
{
    if (m_bindFailure == SQLITE_OK)
        m_bindFailure = answer;
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
    const int answer = m_bindFailure == SQLITE_OK ? sqlite3_step(m_statement) : m_bindFailure;
    if (answer == SQLITE_ROW)
        return true;
    if (answer == SQLITE_DONE) {
        reset();
        return false;
    }
    Error what = error(answer);
    reset();
    return tl::unexpected(std::move(what));
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_bindFailure = SQLITE_OK;
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

QString Statement::text(int column) const
{
    const unsigned char *const data = sqlite3_column_text(m_statement, column);
    return QString::fromUtf8(reinterpret_cast<const char *>(data), sqlite3_column_bytes(m_statement, column));
}

qint64 Statement::lastInsertId() const
{
    return sqlite3_last_insert_rowid(sqlite3_db_handle(m_statement));
}

/// `answer`: of a bind, or of a step, for which the connection knows more.
Error Statement::error(int answer) const
{
    sqlite3 *const handle = sqlite3_db_handle(m_statement);
    const bool bind = m_bindFailure != SQLITE_OK;
    const char *const words = bind ? sqlite3_errstr(answer) : sqlite3_errmsg(handle);
    const QSqlError theirs({}, QString::fromUtf8(words), QSqlError::StatementError,
                           QString::number(bind ? answer : sqlite3_extended_errcode(handle)));
    return storeError(theirs, {});
}

} // namespace tlsrpt
