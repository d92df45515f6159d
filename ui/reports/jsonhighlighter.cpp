// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/jsonhighlighter.h"

namespace tlsrpt
{

namespace
{
constexpr qsizetype longestLine = 20'000; ///< longer ones stay plain: a stranger wrote them
}

JsonHighlighter::JsonHighlighter(const Theme &theme, QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
}

void JsonHighlighter::applyTheme()
{
    m_key.setForeground(m_theme.color(Token::Link));
    m_string.setForeground(m_theme.color(Token::AttentionText));
    m_number.setForeground(m_theme.causeColor(CauseGroup::HostNotInPolicy));
    m_number.setFontWeight(QFont::DemiBold);
    rehighlight();
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (text.size() > longestLine)
        return;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"') {
            const qsizetype begin = i;
            for (++i; i < text.size() && text[i] != u'"'; ++i) {
                if (text[i] == u'\\')
                    ++i;
            }
            const qsizetype length = std::min(i + 1, text.size()) - begin;
            const bool key = text.mid(begin + length).startsWith(u':');
            setFormat(static_cast<int>(begin), static_cast<int>(length), key ? m_key : m_string);
        } else if (text[i].isDigit() || text[i] == u'-') {
            const qsizetype begin = i;
            while (i + 1 < text.size() && (text[i + 1].isLetterOrNumber() || text[i + 1] == u'.'))
                ++i;
            setFormat(static_cast<int>(begin), static_cast<int>(i - begin + 1), m_number);
        }
    }
}

} // namespace tlsrpt
