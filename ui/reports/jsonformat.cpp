// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/jsonformat.h"

#include "core/base/plaintext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <vector>

namespace tlsrpt
{

namespace
{

constexpr int deepestIndent = 64; ///< hostile nesting must not grow the text quadratically

// One line's pointer holds the keys above it, and there is one for each line: without limits a
// report of 20 MB could ask for gigabytes of them. Lines beyond have the pointer of what holds them.
constexpr qsizetype longestPointer = 2000;
constexpr qsizetype mostPointerText = 16'000'000;

/// Pointers are made of what a key means, not of how it is written (RFC 6901 §3).
QString unescaped(const QString &key)
{
    if (!key.contains(u'\\'))
        return key;
    const QJsonDocument read = QJsonDocument::fromJson((u"[\""_qs + key + u"\"]"_qs).toUtf8());
    return read.isArray() ? read.array().at(0).toString() : key;
}

QString escapedPointer(QString key)
{
    return key.replace(u'~', u"~0"_qs).replace(u'/', u"~1"_qs); // RFC 6901 §3
}

class Formatter
{
public:
    Formatter(const QString &json, qsizetype limit) : m_json(json), m_limit(limit) {}

    FormattedJson run()
    {
        for (m_at = 0; m_at < m_json.size() && !m_result.cut; ++m_at) {
            step(m_json[m_at]);
            m_result.cut = m_result.text.size() > m_limit;
        }
        endLine();
        return m_result;
    }

private:
    struct Level {
        bool array = false;
        int index = 0;
        qsizetype pointerSize = 0; ///< length of the pointer of the container itself
        bool lost = false;         ///< its own pointer was too long
    };

    void step(QChar c)
    {
        if (c.isSpace())
            return;
        switch (c.unicode()) {
        case u'{':
        case u'[': open(c); break;
        case u'}':
        case u']': close(c); break;
        case u',': comma(); break;
        case u':': m_result.text += u": "_qs; break;
        case u'"': string(); break;
        default: m_result.text += shownCharacter(c);
        }
    }

    void open(QChar c)
    {
        m_result.text += c;
        m_levels.push_back({c == u'[', 0, m_pointer.size(), m_lost});
        qsizetype next = m_at + 1;
        while (next < m_json.size() && m_json[next].isSpace())
            ++next;
        if (next < m_json.size() && (m_json[next] == u'}' || m_json[next] == u']'))
            return; // an empty one stays on its line
        beginMember();
    }

    void close(QChar c)
    {
        const bool empty = m_result.text.endsWith(u'{') || m_result.text.endsWith(u'[');
        if (!m_levels.empty()) {
            backToContainer();
            m_levels.pop_back();
        }
        if (!empty)
            newLine();
        m_result.text += c;
    }

    void comma()
    {
        m_result.text += u',';
        if (!m_levels.empty()) {
            backToContainer();
            ++m_levels.back().index;
        }
        beginMember();
    }

    void beginMember()
    {
        if (!m_levels.empty() && m_levels.back().array)
            extend(QString::number(m_levels.back().index));
        newLine();
        m_expectKey = !m_levels.empty() && !m_levels.back().array;
    }

    void extend(const QString &part)
    {
        m_lost = m_lost || m_pointer.size() + part.size() + 1 > longestPointer;
        if (!m_lost)
            m_pointer += u'/' + part;
    }

    void backToContainer()
    {
        m_pointer.truncate(m_levels.back().pointerSize);
        m_lost = m_levels.back().lost;
    }

    void newLine()
    {
        endLine();
        m_result.text += u'\n';
        m_result.text += QString(2 * std::min<qsizetype>(static_cast<qsizetype>(m_levels.size()), deepestIndent), u' ');
        m_linePointer = m_pointer;
    }

    void endLine()
    {
        m_pointerText += m_linePointer.size();
        m_result.pointers.append(m_pointerText <= mostPointerText ? m_linePointer : QString());
    }

    void string()
    {
        const qsizetype begin = m_at;
        for (++m_at; m_at < m_json.size() && m_json[m_at] != u'"'; ++m_at) {
            if (m_json[m_at] == u'\\')
                ++m_at;
        }
        // At most to the limit, and half an escape at the end of the text is no more than it is.
        const qsizetype room = std::max<qsizetype>(1, m_limit - m_result.text.size() + 1);
        QString text = m_json.mid(begin, std::min(m_at - begin + 1, room));
        std::transform(text.cbegin(), text.cend(), text.begin(), shownCharacter);
        m_result.text += text;
        if (m_expectKey) {
            extend(text.size() > longestPointer ? text : escapedPointer(unescaped(text.mid(1, text.size() - 2))));
            m_linePointer = m_pointer;
            m_expectKey = false;
        }
    }

    const QString &m_json;
    qsizetype m_limit;
    qsizetype m_at = 0;
    FormattedJson m_result;
    std::vector<Level> m_levels;
    QString m_pointer;
    QString m_linePointer;
    bool m_lost = false; ///< beyond longestPointer
    qsizetype m_pointerText = 0;
    bool m_expectKey = false;
};

} // namespace

QChar shownCharacter(QChar c)
{
    const bool ownOfQt = c == QChar(0xfdd0) || c == QChar(0xfdd1); // a QTextDocument takes them for frames
    return isActive(c) || ownOfQt ? QChar(QChar::ReplacementCharacter) : c;
}

FormattedJson formatJson(const QString &json, qsizetype limit)
{
    return Formatter(json, limit).run();
}

} // namespace tlsrpt
