// SPDX-License-Identifier: GPL-3.0-or-later
// Ids of text_ and policy_ rows, remembered between reports: most texts come again and again.
#pragma once

#include "core/base/error.h"
#include "core/report/report.h"
#include "core/store/statement.h"

#include <QHash>

#include <optional>

namespace tlsrpt
{

/// Longer texts end in an ellipsis: the original is kept, the columns are for counting and showing.
/// Never null, which would be NULL in SQL.
inline constexpr qsizetype storedTextLength = 8192;
QString storedText(const QString &text);

class Interner
{
public:
    [[nodiscard]] Status prepare(const QSqlDatabase &database);

    Result<qint64> text(const QString &value);
    /// None where the report carries neither strings nor MX patterns.
    Result<std::optional<qint64>> policy(const PolicyResult &result);
    /// After a rollback, or when another program may have removed rows.
    void forget();

private:
    Result<qint64> findOrInsertText(const QString &value);
    Result<qint64> found(Statement &find);
    Result<qint64> findOrInsertPolicy(const PolicyResult &result, const QString &strings,
                                      const QString &mxHosts);
    void remember(QHash<QString, qint64> &ids, const QString &key, qint64 id);

    QHash<QString, qint64> m_texts;
    QHash<QString, qint64> m_policies;
    qsizetype m_characters = 0;
    Statement m_findText;
    Statement m_insertText;
    Statement m_findPolicy;
    Statement m_insertPolicy;
};

} // namespace tlsrpt
