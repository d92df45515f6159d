// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/interner.h"

#include "core/report/stspolicy.h"
#include "core/store/transaction.h"

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

Interner::Interner(const QSqlDatabase &database)
    : m_findText(database), m_insertText(database), m_findPolicy(database)
    , m_insertPolicy(database)
{
}

Status Interner::prepare()
{
    return tlsrpt::prepare(m_findText, QStringLiteral("SELECT id FROM text_ WHERE value=?"))
        .and_then([&] {
            return tlsrpt::prepare(m_insertText,
                                   QStringLiteral("INSERT INTO text_(value) VALUES(?)"));
        })
        .and_then([&] {
            return tlsrpt::prepare(m_findPolicy,
                                   QStringLiteral("SELECT id FROM policy_ WHERE hash=?"));
        })
        .and_then([&] {
            return tlsrpt::prepare(
                m_insertPolicy, QStringLiteral("INSERT INTO policy_(hash, mode, max_age, strings, "
                                               "mx_hosts) VALUES(?,?,?,?,?)"));
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
    const QString stored = storedText(value);
    const auto known = m_texts.constFind(stored);
    if (known != m_texts.cend())
        return *known;
    return findOrInsertText(stored).map([&](qint64 id) {
        remember(m_texts, stored, id);
        return id;
    });
}

Result<qint64> Interner::findOrInsertText(const QString &value)
{
    m_findText.bindValue(0, value);
    if (auto done = execute(m_findText); !done)
        return tl::unexpected(done.error());
    if (m_findText.next()) {
        const qint64 id = m_findText.value(0).toLongLong();
        m_findText.finish();
        return id;
    }
    m_insertText.bindValue(0, value);
    if (auto done = execute(m_insertText); !done)
        return tl::unexpected(done.error());
    return m_insertText.lastInsertId().toLongLong();
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
    m_findPolicy.bindValue(0, hash);
    if (auto done = execute(m_findPolicy); !done)
        return tl::unexpected(done.error());
    if (m_findPolicy.next()) {
        const qint64 id = m_findPolicy.value(0).toLongLong();
        m_findPolicy.finish();
        return id;
    }
    const StsPolicy read = parseStsPolicy(result.policyStrings);
    m_insertPolicy.bindValue(0, hash);
    m_insertPolicy.bindValue(1, static_cast<int>(read.mode));
    m_insertPolicy.bindValue(2, read.maxAge ? QVariant(*read.maxAge) : QVariant());
    m_insertPolicy.bindValue(3, strings);
    m_insertPolicy.bindValue(4, mxHosts);
    if (auto done = execute(m_insertPolicy); !done)
        return tl::unexpected(done.error());
    return m_insertPolicy.lastInsertId().toLongLong();
}

} // namespace tlsrpt
