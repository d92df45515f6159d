// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/jsonformat.h"

#include <vector>

namespace tlsrpt
{

namespace
{

constexpr int deepestIndent = 64; ///< hostile nesting must not grow the text quadratically

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
        default: m_result.text += c.category() == QChar::Other_Control ? QChar(QChar::ReplacementCharacter) : c;
        }
    }

    void open(QChar c)
    {
        m_result.text += c;
        m_levels.push_back({c == u'[', 0, m_pointer.size()});
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
            m_pointer.truncate(m_levels.back().pointerSize);
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
            m_pointer.truncate(m_levels.back().pointerSize);
            ++m_levels.back().index;
        }
        beginMember();
    }

    void beginMember()
    {
        if (!m_levels.empty() && m_levels.back().array)
            m_pointer += u'/' + QString::number(m_levels.back().index);
        newLine();
        m_expectKey = !m_levels.empty() && !m_levels.back().array;
    }

    void newLine()
    {
        endLine();
        m_result.text += u'\n';
        m_result.text += QString(2 * std::min<qsizetype>(static_cast<qsizetype>(m_levels.size()), deepestIndent), u' ');
        m_linePointer = m_pointer;
    }

    void endLine() { m_result.pointers.append(m_linePointer); }

    void string()
    {
        const qsizetype begin = m_at;
        for (++m_at; m_at < m_json.size() && m_json[m_at] != u'"'; ++m_at) {
            if (m_json[m_at] == u'\\')
                ++m_at;
        }
        QString text = m_json.mid(begin, m_at - begin + 1);
        for (QChar &c : text) {
            if (c.category() == QChar::Other_Control)
                c = QChar::ReplacementCharacter;
        }
        m_result.text += text;
        if (m_expectKey) {
            m_pointer += u'/' + escapedPointer(text.mid(1, text.size() - 2));
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
    bool m_expectKey = false;
};

} // namespace

FormattedJson formatJson(const QString &json, qsizetype limit)
{
    return Formatter(json, limit).run();
}

} // namespace tlsrpt
