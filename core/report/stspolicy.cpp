// SPDX-License-Identifier: GPL-3.0-or-later
// MTA-STS policy text (RFC 8461 §3.2). Senders report it "including any errors that may be
// present".
#include "core/report/stspolicy.h"

#include "core/report/names.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr qint64 longestAge = 31557600; // RFC 8461 §3.2: about one year
constexpr QLatin1String versionValue("STSv1");

/// sts-policy-ext-name of RFC 8461 §3.2.
bool isFieldName(QStringView text)
{
    const auto alphanumeric = [](QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); };
    return !text.isEmpty() && text.size() <= 32 && alphanumeric(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](QChar c) {
               return alphanumeric(c) || c == u'_' || c == u'-' || c == u'.';
           });
}

bool isHostCharacter(QChar c)
{
    // "_" and U-labels are defects of other kinds, or none.
    return c.isLetterOrNumber() || c.isMark() || c == u'-' || c == u'_' || c == u'.' || c == u'*';
}

bool looksLikePattern(QStringView text)
{
    return text.contains(u'.') && std::all_of(text.begin(), text.end(), isHostCharacter) &&
           normalisedAddress(text).isEmpty();
}

QString modeName(PolicyMode mode)
{
    switch (mode) {
    case PolicyMode::Unknown: return {};
    case PolicyMode::None: return QStringLiteral("none");
    case PolicyMode::Testing: return QStringLiteral("testing");
    case PolicyMode::Enforce: return QStringLiteral("enforce");
    }
    Q_UNREACHABLE();
}

PolicyMode modeOf(QStringView text)
{
    for (const PolicyMode mode : {PolicyMode::None, PolicyMode::Testing, PolicyMode::Enforce}) {
        if (text.compare(modeName(mode), Qt::CaseInsensitive) == 0)
            return mode;
    }
    return PolicyMode::Unknown;
}

class PolicyText
{
public:
    void readLine(QStringView line);
    StsPolicy finished();

private:
    void readField(QStringView key, QStringView value, QStringView line);
    void readVersion(QStringView value);
    void readMode(QStringView value);
    void readMaxAge(QStringView value);
    void readMx(QStringView value);
    void checkPattern(QStringView pattern);
    void defect(PolicyDefect defect, QStringView text)
    {
        m_policy.defects.push_back({defect, text.toString()});
    }
    /// RFC 8461 §3.2: all but the first of a repeated field are ignored.
    bool isFirst(bool &seen, QStringView line);

    StsPolicy m_policy;
    bool m_version = false;
    bool m_mode = false;
    bool m_maxAge = false;
    bool m_mx = false;
};

bool PolicyText::isFirst(bool &seen, QStringView line)
{
    if (std::exchange(seen, true)) {
        defect(PolicyDefect::FieldDuplicated, line);
        return false;
    }
    return true;
}

void PolicyText::readLine(QStringView line)
{
    line = line.trimmed();
    if (line.startsWith(QChar::ByteOrderMark))
        line = line.mid(1).trimmed();
    if (line.isEmpty())
        return;
    const qsizetype colon = line.indexOf(u':');
    const QStringView key = line.left(std::max<qsizetype>(colon, 0)).trimmed();
    if (!isFieldName(key)) {
        defect(PolicyDefect::LineUnreadable, line);
        return;
    }
    readField(key, line.mid(colon + 1).trimmed(), line);
}

void PolicyText::readField(QStringView key, QStringView value, QStringView line)
{
    // Names are case-sensitive (RFC 8461 §3.2); one in capitals is read, but no sender need do so.
    const auto is = [&](QLatin1String name) {
        if (key.compare(name, Qt::CaseInsensitive) != 0)
            return false;
        if (key != name)
            defect(PolicyDefect::LineUnreadable, line);
        return true;
    };
    if (is(QLatin1String("mx"))) {
        m_mx = true;
        readMx(value);
    } else if (is(QLatin1String("version"))) {
        if (isFirst(m_version, line))
            readVersion(value);
    } else if (is(QLatin1String("mode"))) {
        if (isFirst(m_mode, line))
            readMode(value);
    } else if (is(QLatin1String("max_age"))) {
        if (isFirst(m_maxAge, line))
            readMaxAge(value);
    }
    // Anything else is an extension and ignored.
}

void PolicyText::readVersion(QStringView value)
{
    m_policy.version = value.toString();
    if (value != versionValue)
        defect(PolicyDefect::VersionUnknown, value);
}

void PolicyText::readMode(QStringView value)
{
    m_policy.mode = modeOf(value);
    if (m_policy.mode == PolicyMode::Unknown || value != modeName(m_policy.mode))
        defect(PolicyDefect::ModeUnknown, value);
}

void PolicyText::readMaxAge(QStringView value)
{
    const bool digits = !value.isEmpty() && std::all_of(value.begin(), value.end(), [](QChar c) {
        return c >= u'0' && c <= u'9';
    });
    if (!digits) {
        defect(PolicyDefect::MaxAgeUnreadable, value);
        return;
    }
    bool ok = false;
    const qint64 seconds = value.toLongLong(&ok);
    if (ok)
        m_policy.maxAge = seconds;
    if (!ok || seconds > longestAge)
        defect(PolicyDefect::MaxAgeTooLarge, value);
}

void PolicyText::readMx(QStringView value)
{
    QList<QStringView> words;
    for (qsizetype i = 0, from = 0; i <= value.size(); ++i) {
        if (i < value.size() && !value[i].isSpace() && value[i] != u',' && value[i] != u';')
            continue;
        if (i > from)
            words.append(value.mid(from, i - from));
        from = i + 1;
    }
    if (words.isEmpty()) {
        defect(PolicyDefect::MxEmpty, value);
        return;
    }
    if (words.size() == 1 && words.first() == value) {
        checkPattern(value);
        m_policy.mx.append(normalisedPattern(value));
        return;
    }
    // What was meant is kept, so that a corrected policy can be shown.
    const bool several =
        words.size() > 1 && std::all_of(words.begin(), words.end(), looksLikePattern);
    defect(several ? PolicyDefect::MxSeveralOnOneLine : PolicyDefect::MxTrailingText, value);
    for (const QStringView &word : words) {
        if (!looksLikePattern(word))
            continue;
        checkPattern(word);
        m_policy.mx.append(normalisedPattern(word));
        if (!several)
            break;
    }
}

void PolicyText::checkPattern(QStringView pattern)
{
    const bool leading = pattern.startsWith(QLatin1String("*."));
    const QStringView rest = leading ? pattern.mid(2) : pattern;
    // ".example.com" was a wildcard in drafts of the RFC.
    if (rest.isEmpty() || rest.contains(u'*') || rest.startsWith(u'.')) {
        defect(PolicyDefect::MxWildcardMisplaced, pattern);
    } else if (std::any_of(rest.begin(), rest.end(), [](QChar c) { return c.unicode() >= 0x80; })) {
        defect(PolicyDefect::MxNotALabels, pattern);
    } else if (!std::all_of(rest.begin(), rest.end(), isHostCharacter)) {
        defect(PolicyDefect::MxTrailingText, pattern); // "mx.example.com:25", "mx.example.com#main"
    } else if (!normalisedAddress(rest).isEmpty()) {
        defect(PolicyDefect::LineUnreadable, pattern); // an address is no name
    }
}

StsPolicy PolicyText::finished()
{
    if (!m_version)
        defect(PolicyDefect::VersionMissing, {});
    if (!m_mode)
        defect(PolicyDefect::ModeMissing, {});
    if (!m_maxAge)
        defect(PolicyDefect::MaxAgeMissing, {});
    if (!m_mx && m_policy.mode != PolicyMode::None)
        defect(PolicyDefect::MxMissing, {});
    return std::move(m_policy);
}

} // namespace

StsPolicy parseStsPolicy(const QStringList &lines)
{
    PolicyText text;
    for (const QString &element : lines) {
        // Some senders put the whole file into one string.
        for (const QStringView line : QStringView(element).split(u'\n'))
            text.readLine(line);
    }
    return text.finished();
}

QString StsPolicy::fingerprint() const
{
    QStringList patterns = mx;
    std::sort(patterns.begin(), patterns.end());
    patterns.erase(std::unique(patterns.begin(), patterns.end()), patterns.end());
    const QString age = maxAge ? QString::number(*maxAge) : QString();
    return version % u'|' % modeName(mode) % u'|' % age % u'|' % patterns.join(u' ');
}

} // namespace tlsrpt
