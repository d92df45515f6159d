// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/interner.h"

#include "core/report/stspolicy.h"

#include <QCryptographicHash>

namespace tlsrpt
{

namespace
{

/// Texts of a stranger's making must not fill the memory: beyond this all is forgotten, and what
/// really repeats is soon back.
constexpr qsizetype rememberedCharacters = 8 * 1024 * 1024;
constexpr qsizetype hashBytes = 16;

/// One line each in the archive, so that a line break inside one of them would make two.
QString asLines(const QStringList &lines)
{
    QString text = lines.join(QLatin1Char('\n'));
    if (text.count(QLatin1Char('\n')) != std::max<qsizetype>(0, lines.size() - 1)) {
        text.clear();
        for (const QString &line : lines) {
            QString flat = line;
            flat.replace(QLatin1Char('\n'), QLatin1Char(' '));
            text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + flat;
        }
    }
    return storedText(text);
}

} // namespace

QString storedText(const QString &text)
{
    if (text.size() <= storedTextLength) // Qt binds a null string as NULL
        return text.isNull() ? QStringLiteral("") : text;
    qsizetype length = storedTextLength - 1;
    if (text.at(length - 1).isHighSurrogate())
        --length;
    return text.left(length) + QChar(0x2026);
}

Status Interner::prepare(const QSqlDatabase &database)
{
    return m_findText.prepare(database, "SELECT id FROM text_ WHERE value=?")
        .and_then([&] { return m_insertText.prepare(database, "INSERT INTO text_(value) VALUES(?)"); })
        .and_then([&] { return m_findPolicy.prepare(database, "SELECT id FROM policy_ WHERE hash=?"); })
        .and_then([&] {
            return m_insertPolicy.prepare(database, "INSERT INTO policy_(hash, mode, max_age, strings, "
                                                    "mx_hosts) VALUES(?,?,?,?,?)");
        });
}

void Interner::forget()
{
    m_texts.clear();
    m_policies.clear();
    m_characters = 0;
}

void Interner::remember(QHash<QString, qint64> &ids, const QString &key, qint64 id)
{
    m_characters += key.size() + 64; // the entry itself
    if (m_characters > rememberedCharacters) {
        forget();
        m_characters = key.size() + 64;
    }
    ids.insert(key, id);
}

Result<qint64> Interner::text(const QString &value)
{
    const bool whole = value.size() <= storedTextLength;
    const QString &stored = whole ? value : storedText(value);
    const auto known = m_texts.constFind(stored);
    if (known != m_texts.cend())
        return *known;
    return findOrInsertText(stored).map([&](qint64 id) {
        remember(m_texts, stored, id);
        return id;
    });
}

/// The id in the first row; 0 without one.
Result<qint64> Interner::found(Statement &find)
{
    return find.next().map([&](bool row) {
        const qint64 id = row ? find.number(0) : 0;
        find.reset();
        return id;
    });
}

Result<qint64> Interner::findOrInsertText(const QString &value)
{
    m_findText.bind(0, value);
    const auto id = found(m_findText);
    if (!id || *id != 0)
        return id;
    m_insertText.bind(0, value);
    return m_insertText.run().map([&] { return m_insertText.lastInsertId(); });
}

Result<std::optional<qint64>> Interner::policy(const PolicyResult &result)
{
    if (result.policyStrings.isEmpty() && result.mxHosts.isEmpty())
        return std::nullopt;
    const QString strings = asLines(result.policyStrings);
    const QString mxHosts = asLines(result.mxHosts);
    const QString key = strings + QChar(u'\0') + mxHosts;
    const auto known = m_policies.constFind(key);
    if (known != m_policies.cend())
        return *known;
    return findOrInsertPolicy(result, strings, mxHosts).map([&](qint64 id) {
        remember(m_policies, key, id);
        return std::optional(id);
    });
}

Result<qint64> Interner::findOrInsertPolicy(const PolicyResult &result, const QString &strings,
                                            const QString &mxHosts)
{
    QCryptographicHash hasher(QCryptographicHash::Sha256);
    hasher.addData(strings.toUtf8());
    hasher.addData(QByteArrayView("\0", 1));
    hasher.addData(mxHosts.toUtf8());
    const QByteArray hash = hasher.result().left(hashBytes);
    m_findPolicy.bind(0, hash);
    const auto id = found(m_findPolicy);
    if (!id || *id != 0)
        return id;
    const StsPolicy read = parseStsPolicy(result.policyStrings);
    m_insertPolicy.bind(0, hash);
    m_insertPolicy.bind(1, static_cast<qint64>(read.mode));
    if (read.maxAge)
        m_insertPolicy.bind(2, *read.maxAge);
    else
        m_insertPolicy.bindNull(2);
    m_insertPolicy.bind(3, strings);
    m_insertPolicy.bind(4, mxHosts);
    return m_insertPolicy.run().map([&] { return m_insertPolicy.lastInsertId(); });
}

} // namespace tlsrpt
