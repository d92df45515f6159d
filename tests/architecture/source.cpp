// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

#include <algorithm>

namespace tlsrpt::house
{
namespace
{

/// Replaces everything but line ends by blanks.
void blank(QString &text, qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i < to && i < text.size(); ++i) {
        if (text.at(i) != u'\n')
            text[i] = u' ';
    }
}

/// Walks over comments and literals and blanks what it is asked to.
class Blanker
{
public:
    Blanker(QString text, bool literals)
        : m_text(std::move(text))
        , m_literals(literals)
    {
    }

    QString run()
    {
        while (m_at < m_text.size()) {
            if (m_text.mid(m_at, 2) == u"//")
                cut(endOf(u"\n", m_at) - 1, true);
            else if (m_text.mid(m_at, 2) == u"/*")
                cut(endOf(u"*/", m_at + 2), true);
            else if (m_text.mid(m_at, 2) == u"R\"")
                rawString();
            else if (m_text.at(m_at) == u'"')
                cut(endOfQuoted(u'"'), m_literals);
            else if (m_text.at(m_at) == u'\'' && !afterDigit())
                cut(endOfQuoted(u'\''), m_literals);
            else
                ++m_at;
        }
        return m_text;
    }

private:
    qsizetype endOf(QStringView mark, qsizetype from) const
    {
        const qsizetype found = m_text.indexOf(mark, from);
        return found < 0 ? m_text.size() + (mark == u"\n" ? 1 : 0) : found + mark.size();
    }
    void cut(qsizetype end, bool blankIt)
    {
        if (blankIt)
            blank(m_text, m_at, end);
        m_at = end;
    }
    void rawString()
    {
        const qsizetype open = m_text.indexOf(u'(', m_at);
        const QString close = u')' + m_text.mid(m_at + 2, open - m_at - 2) + u'"';
        cut(endOf(close, open), m_literals);
    }
    qsizetype endOfQuoted(QChar quote) const
    {
        qsizetype i = m_at + 1;
        while (i < m_text.size() && m_text.at(i) != quote)
            i += m_text.at(i) == u'\\' ? 2 : 1;
        return i + 1;
    }
    /// 1'000 is a number, u'0' a character.
    bool afterDigit() const
    {
        qsizetype start = m_at;
        while (start > 0 && m_text.at(start - 1).isLetterOrNumber())
            --start;
        return start < m_at && m_text.at(start).isDigit();
    }

    QString m_text;
    bool m_literals;
    qsizetype m_at = 0;
};

void blankDirectives(QString &code)
{
    static const QRegularExpression directive(QStringLiteral("^[ \\t]*#(?:[^\\n]*\\\\\\n)*[^\\n]*"),
                                              QRegularExpression::MultilineOption);
    auto found = directive.globalMatch(code);
    while (found.hasNext()) {
        const auto match = found.next();
        blank(code, match.capturedStart(), match.capturedEnd());
    }
}

enum class Brace { Scope, Function, Other };

Brace classify(QString head, bool atScope)
{
    static const QRegularExpression macro(QStringLiteral("\\bQ_[A-Z_]+\\([^)]*\\)"));
    static const QRegularExpression scope(
        QStringLiteral("(^|[>\\s])(namespace|class|struct|union|enum|extern)\\b"));
    if (!atScope || head.endsWith(u'='))
        return Brace::Other;
    head.remove(macro); // Q_DECLARE_METATYPE(X) before a class ends without a semicolon
    if (scope.match(head).hasMatch() && !head.contains(u'('))
        return Brace::Scope;
    return Brace::Function;
}

} // namespace

int Source::lines() const
{
    return static_cast<int>(text.count(u'\n')) + (text.endsWith(u'\n') || text.isEmpty() ? 0 : 1);
}

QString Source::room() const
{
    const QStringList parts = path.split(u'/');
    const bool deep = parts.size() > 2 && (parts.at(0) == u"core" || parts.at(0) == u"ui");
    return deep ? parts.at(0) + u'/' + parts.at(1) : parts.at(0);
}

Source readSource(const QString &path, const QString &text)
{
    static const QRegularExpression include(
        QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*[\"<]([^\">]+)"),
        QRegularExpression::MultilineOption);
    Source source{path, text, Blanker(text, true).run(), Blanker(text, false).run(), {}};
    blankDirectives(source.code);
    auto found = include.globalMatch(source.withoutComments);
    while (found.hasNext())
        source.includes.append(found.next().captured(1));
    return source;
}

std::vector<Function> functionsOf(const Source &source)
{
    std::vector<Function> functions;
    std::vector<Brace> open;
    qsizetype headStart = 0; // where the statement before a brace begins
    int line = 1;
    int headLine = 0;
    const auto atScope = [&] { return open.empty() || open.back() == Brace::Scope; };
    for (qsizetype i = 0; i < source.code.size(); ++i) {
        const QChar c = source.code.at(i);
        if (c == u'\n')
            ++line;
        if (headLine == 0 && !c.isSpace())
            headLine = line;
        if (c == u'{') {
            const QString head = source.code.mid(headStart, i - headStart).simplified();
            const Brace brace = classify(head, atScope());
            if (brace == Brace::Function)
                functions.push_back({head, headLine, 0});
            open.push_back(brace);
        } else if (c == u'}' && !open.empty()) {
            if (open.back() == Brace::Function)
                functions.back().lines = line - functions.back().line + 1;
            open.pop_back();
        }
        if (c == u'{' || c == u'}' || c == u';') {
            headStart = i + 1;
            headLine = 0;
        }
    }
    return functions;
}

std::vector<Type> typesOf(const Source &source)
{
    static const QRegularExpression space(QStringLiteral("(?:^|\\s)namespace(?:\\s+([\\w:]+))?$"));
    static const QRegularExpression type(
        QStringLiteral("(?:^|[>\\s)])(?:class|struct|union|enum)\\s+(?:\\[\\[.*\\]\\]\\s*)?"
                       "([A-Za-z_][\\w:]*)(?:\\s+final)?\\s*(?::[^:].*)?$"));
    std::vector<Type> types;
    std::vector<QString> open; // names of the namespaces around; null for whatever hides or is no namespace
    qsizetype headStart = 0;
    int line = 1;
    for (qsizetype i = 0; i < source.code.size(); ++i) {
        const QChar c = source.code.at(i);
        line += c == u'\n' ? 1 : 0;
        if (c == u'{') {
            const QString head = source.code.mid(headStart, i - headStart).simplified();
            const bool seen = std::none_of(open.begin(), open.end(), [](const QString &name) { return name.isNull(); });
            const auto named = type.match(head);
            if (seen && named.hasMatch() && named.captured(1) != u"class" && named.captured(1) != u"struct") {
                const QStringList around(open.begin(), open.end());
                types.push_back({(around + QStringList(named.captured(1))).join(QStringLiteral("::")), line});
            }
            open.push_back(space.match(head).captured(1)); // null where it is none
        } else if (c == u'}' && !open.empty()) {
            open.pop_back();
        }
        if (c == u'{' || c == u'}' || c == u';')
            headStart = i + 1;
    }
    return types;
}

std::vector<Source> readTree(const QString &root, const QStringList &folders)
{
    std::vector<Source> sources;
    for (const QString &folder : folders) {
        QDirIterator files(root + u'/' + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                sources.push_back(readSource(QDir(root).relativeFilePath(file.fileName()),
                                             QString::fromUtf8(file.readAll())));
        }
    }
    return sources;
}

} // namespace tlsrpt::house
