// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/answerfilter.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace tlsrpt
{

namespace
{

constexpr qsizetype headBytes = 500;
constexpr qsizetype namespacesBytes = 16 * 1024;
constexpr qsizetype longestKeyword = 40;

bool isOneOf(const QByteArray &word, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&word](std::string_view known) {
        return known == std::string_view(word.constData(), static_cast<size_t>(word.size()));
    });
}

} // namespace

void AnswerFilter::expect(const QByteArray &tag, const Allowance &allowance)
{
    m_allowance = allowance;
    m_tag = tag;
    m_end = End::Open;
    m_news = false;
    m_words.clear();
    m_alert.clear();
    m_status.clear();
    m_namespaces.clear();
    m_codes.clear();
    m_answerBytes = 0;
}

void AnswerFilter::startLine()
{
    m_kind = Kind::Undecided;
    m_head.clear();
    m_lineBytes = 0;
    m_number = -1;
    m_literalNext = m_return = m_quoted = m_escaped = m_inFlags = false;
    m_flags = 0;
    m_depth = 0;
}

qsizetype AnswerFilter::feed(const char *data, qsizetype size, QByteArray &out)
{
    qsizetype at = 0;
    while (at < size && !ended() && !m_broken) {
        if (m_literalLeft > 0) {
            at += skipLiteral(data + at, size - at, out);
            continue;
        }
        step(data[at++], out);
        ++m_answerBytes;
        const bool tooLong = ++m_lineBytes > m_allowance.lineBytes;
        if (tooLong && m_kind == Kind::Data && !m_escaped && !m_literalNext && m_literalLeft == 0)
            cut("a line without end", out);
        else if (tooLong && m_kind == Kind::Words)
            m_broken = "a line without end";
        if (m_answerBytes > m_allowance.answerBytes)
            m_broken = "an answer without end";
    }
    return at;
}

qsizetype AnswerFilter::skipLiteral(const char *data, qsizetype size, QByteArray &out)
{
    const qsizetype part = std::min<qint64>(size, m_literalLeft);
    m_answerBytes += part;
    m_literalLeft -= part;
    if (m_answerBytes > m_allowance.answerBytes)
        m_broken = "an answer without end";
    else if (m_kind == Kind::Data)
        out.append(data, part);
    return part;
}

void AnswerFilter::step(char c, QByteArray &out)
{
    if (c == '\0') {
        m_broken = "a NUL outside of a literal";
        return;
    }
    if (m_head.size() < (m_kind == Kind::Namespaces ? namespacesBytes : headBytes))
        m_head.append(c);
    const bool undecided = m_kind == Kind::Undecided;
    if (m_kind == Kind::Data && m_allowance.data == "FETCH" && isStringInFlags(c))
        cut("a flag that is none", out);
    if (m_kind == Kind::Data)
        out.append(withoutQq(c));
    if (undecided && (c == ' ' || c == '\n' || c == '(' || m_head.size() > longestKeyword))
        decide(out);

    if (m_kind == Kind::Data)
        checkLiteral(c);
    m_return = c == '\r';
    if (m_broken)
        return;
    if (c == '\n') {
        endLine(out);
        return;
    }
    if (m_kind == Kind::Words)
        return;
    if (m_quoted) {
        m_quoted = m_escaped || c != '"';
        m_escaped = !m_escaped && c == '\\';
        return;
    }
    m_quoted = c == '"';
    m_depth = std::max(0, m_depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
    if (m_depth > m_allowance.nesting && m_kind == Kind::Data)
        cut("parentheses without end", out);
    brace(c);
}

// What strangers put into a mail makes its line as long and as deep as they like: that may not end the
// connection. The library cannot read a FETCH that ends here, and the rest of the answer is not seen.
void AnswerFilter::cut(const char *why, QByteArray &out)
{
    if (m_allowance.data != "FETCH") {
        m_broken = why;
        return;
    }
    if (m_quoted)
        out.append('"');
    out.append("\r\n");
    m_kind = Kind::Dropped;
}

// A string within FLAGS, where none may be (RFC 3501 §9): the library forgets its memory.
bool AnswerFilter::isStringInFlags(char c)
{
    static constexpr std::string_view start = "FLAGS(";
    if (m_quoted || c == ' ' || c == '\t') // the library takes either before "("
        return false;
    if (m_inFlags) {
        m_inFlags = c != ')';
        return c == '"' || c == '{';
    }
    const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    m_flags = upper == start[m_flags] ? m_flags + 1 : upper == start[0] ? 1 : 0;
    m_inFlags = m_flags == start.size();
    if (m_inFlags)
        m_flags = 0;
    return false;
}

// A string that begins with qq.com and an escaped quote ends there for the library, which makes up for a
// server of that name so; what follows would be parentheses that nobody counted. It gets other characters.
char AnswerFilter::withoutQq(char c)
{
    static constexpr std::string_view start = "\"qq.com\\";
    if (m_quoted && m_qq == start.size()) {
        m_qq = 0;
        return 'x';
    }
    const char lower = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const bool reads = m_quoted ? m_qq > 0 && lower == start[m_qq] : c == '"';
    m_qq = reads ? m_quoted ? m_qq + 1 : 1 : 0;
    return m_qq == start.size() ? 'x' : c;
}

// The library goes on with a quoted string on the next line, takes "{12 }" and "{-12}" for literals, and
// of "{12}\r\r\n" the line end for the literal's beginning: it would read as an answer what is none here
// (RFC 3501 §9 has none of these).
void AnswerFilter::checkLiteral(char c)
{
    if (m_quoted) {
        if (c == '\n')
            m_broken = "a line that ends within quotes";
        return;
    }
    const bool inside = m_number >= 0 && !m_literalNext;
    const bool digit = c >= '0' && c <= '9';
    const bool lineEnd = c == '\n' || (c == '\r' && !m_return);
    if (inside ? !digit && c != '+' && c != '}' : m_literalNext && !lineEnd)
        m_broken = "a literal that is none";
}

// "{12}", also "{12+}" as some servers write it (RFC 7888 has that for clients only).
void AnswerFilter::brace(char c)
{
    if (c == '{') {
        m_number = 0;
        m_literalNext = false;
    } else if (m_number >= 0 && c >= '0' && c <= '9') {
        m_number = std::min<qint64>(m_number * 10 + (c - '0'), 1LL << 40);
    } else if (m_number >= 0 && c == '}') {
        m_literalNext = true;
        if (m_number > m_allowance.literalBytes)
            m_broken = "a literal that is too large";
    } else if (c != '\r' && !(m_number >= 0 && c == '+')) {
        m_number = -1;
        m_literalNext = false;
    }
}

void AnswerFilter::decide(QByteArray &out)
{
    m_kind = kindOf(m_head);
    if (m_kind == Kind::Data)
        out.append(m_head);
}

AnswerFilter::Kind AnswerFilter::kindOf(const QByteArray &head)
{
    const bool complete = head.endsWith('\n');
    if (complete && head.trimmed().isEmpty())
        return Kind::Dropped;
    if (!head.startsWith("* "))
        return Kind::Words; // a tag, "+", or no IMAP at all: the library will say so
    QByteArray word = head.mid(2).trimmed().toUpper();
    if (word.endsWith('('))
        word.chop(1);
    bool number = false;
    if (const qsizetype space = word.indexOf(' '); space > 0) {
        word.left(space).toUInt(&number);
        word = number ? word.mid(space + 1).trimmed() : word.left(space);
    } else {
        word.toUInt(&number);
        if (number || word.isEmpty())
            return complete || head.size() > longestKeyword ? Kind::Dropped : Kind::Undecided;
    }
    if (number) {
        m_news = m_news || word == "EXISTS";
        return word == m_allowance.data && isOneOf(word, {"EXISTS", "FETCH"}) ? Kind::Data : Kind::Dropped;
    }
    if (isOneOf(word, {"OK", "NO", "BAD", "BYE", "PREAUTH"}))
        return Kind::Words;
    if (word == "NAMESPACE")
        return Kind::Namespaces;
    const bool asked = word == m_allowance.data && isOneOf(word, {"CAPABILITY", "LIST", "SEARCH"});
    return asked ? Kind::Data : Kind::Dropped;
}

void AnswerFilter::endLine(QByteArray &out)
{
    if (m_literalNext && m_kind != Kind::Words) {
        m_literalLeft = m_number;
        m_number = -1;
        m_literalNext = false;
        return;
    }
    const QByteArray line = m_head.trimmed();
    if (m_kind == Kind::Words)
        endWords(line, out);
    else if (m_kind == Kind::Namespaces)
        m_namespaces = line;
    else if (line.left(longestKeyword).toUpper().startsWith("* STATUS "))
        m_status = line;
    startLine();
}

// What is said to people: how a command or the connection ended, alerts, and a few numbers.
void AnswerFilter::endWords(const QByteArray &line, QByteArray &out)
{
    const QByteArray upper = line.left(longestKeyword).toUpper();
    const QByteArray tag = m_tag + ' ';
    const auto rest = [&line](qsizetype from) { return line.mid(from).trimmed(); };
    if (upper.startsWith("* ") && upper.contains("[ALERT]"))
        m_alert = rest(2);
    if (upper == "* BYE" || upper.startsWith("* BYE ")) {
        m_bye = true;
        m_words = rest(5);
    } else if (m_tag.isEmpty()) {
        m_end = upper.startsWith("* OK") || upper.startsWith("* PREAUTH") ? End::Ok : End::Bad;
        m_words = line;
    } else if (upper.startsWith(tag)) {
        const QByteArray verdict = upper.mid(tag.size());
        m_words = rest(tag.size());
        m_end = verdict.startsWith("OK")   ? End::Ok
                : verdict.startsWith("NO") ? End::No
                                           : End::Bad;
        out.append(tag + (m_end == End::Ok ? "OK" : m_end == End::No ? "NO" : "BAD") + " x\r\n");
    } else if (upper.startsWith('+')) {
        if (m_allowance.challenges)
            out.append("+ \r\n");
    } else if (upper.startsWith("* ")) {
        noteCode(upper);
    } else {
        m_broken = "no line of IMAP";
    }
}

void AnswerFilter::noteCode(const QByteArray &line)
{
    const qsizetype from = line.indexOf('[') + 1;
    const QByteArray code = line.mid(from, line.indexOf(']', from) - from);
    const qsizetype space = code.indexOf(' ');
    if (from > 0 && space > 0)
        m_codes.insert(code.left(space), code.mid(space + 1).toUInt());
}

} // namespace tlsrpt
