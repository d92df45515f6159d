// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/policystrings.h"

#include "core/report/stspolicy.h"

namespace tlsrpt
{

namespace dom = simdjson::dom;

namespace
{

constexpr std::array<std::string_view, 4> policyNames{"policy-type", "policy-string",
                                                      "policy-domain", "mx-host"};
constexpr std::array<OtherName, 6> policyOthers{{
    {"policystrings", PolicyMember::Strings},
    {"domain", PolicyMember::Domain},
    {"mxhosts", PolicyMember::MxHosts, DeviationKind::MxHostOtherName},
    {"mx", PolicyMember::MxHosts, DeviationKind::MxHostOtherName},
    {"mxhostpattern", PolicyMember::MxHosts, DeviationKind::MxHostOtherName},
    {"mxhostpatterns", PolicyMember::MxHosts, DeviationKind::MxHostOtherName},
}};

constexpr std::string_view blanks(" \t\r\n");

std::string_view trimmed(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(blanks);
    if (from == std::string_view::npos)
        return {};
    return text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

/// RFC 8461 §3.3 suggests a limit of 64 KB for a whole policy.
std::string_view clipped(std::string_view text)
{
    constexpr std::size_t longestLine = 65536;
    return text.substr(0, longestLine);
}

/// What follows "mx:", in any case and with blanks; none where the text is something else.
std::optional<std::string_view> afterMxKey(std::string_view text)
{
    if (text.size() < 3 || (text[0] | 0x20) != 'm' || (text[1] | 0x20) != 'x')
        return std::nullopt;
    const std::string_view rest = trimmed(text.substr(2));
    if (rest.empty() || rest.front() != ':')
        return std::nullopt;
    return trimmed(rest.substr(1));
}

/// Reads the elements of one list of texts, whatever shape it has.
class Lines
{
public:
    Lines(const Members &policy, Reading &reading, QStringList &to)
        : m_policy(policy)
        , m_reading(reading)
        , m_to(to)
    {
    }

    void read()
    {
        const dom::element value = m_policy.at(PolicyMember::Strings);
        dom::array array;
        if (value.get_array().get(array) == simdjson::SUCCESS) {
            readArray(array, 0);
            return;
        }
        std::string_view text;
        if (value.get_string().get(text) == simdjson::SUCCESS) {
            m_policy.note(DeviationKind::PolicyStringNotAnArray, PolicyMember::Strings);
            readString(text, -1, 0);
        } else {
            m_policy.note(DeviationKind::WrongType, PolicyMember::Strings);
        }
    }

private:
    /// A list in a list, or in a string of a list; nobody goes further.
    static constexpr int deepest = 2;

    void readArray(dom::array array, int depth)
    {
        qint32 index = 0;
        for (const dom::element element : array) {
            std::string_view text;
            dom::array inner;
            const qint32 shown = depth == 0 ? index : -1;
            if (element.get_string().get(text) == simdjson::SUCCESS) {
                readString(text, shown, depth);
            } else if (depth < deepest && element.get_array().get(inner) == simdjson::SUCCESS) {
                m_policy.note(DeviationKind::PolicyStringNested, PolicyMember::Strings, element,
                              shown);
                readArray(inner, depth + 1);
            } else {
                m_policy.note(DeviationKind::WrongType, PolicyMember::Strings, element, shown);
            }
            ++index;
        }
    }

    void readString(std::string_view text, qint32 index, int depth)
    {
        const std::string_view line = trimmed(text);
        if (line.size() != text.size())
            m_policy.noteText(DeviationKind::PolicyStringTrimmed, PolicyMember::Strings, text,
                              index);
        if (line.empty())
            return;
        if (depth == 0 && line.front() == '[' && line.back() == ']') {
            // Microsoft: one string that holds a list of TLSA records.
            const auto nested = m_reading.json.loadNested(line);
            dom::array array;
            if (nested && nested->get_array().get(array) == simdjson::SUCCESS) {
                m_policy.noteText(DeviationKind::PolicyStringNested, PolicyMember::Strings, text,
                                  index);
                readArray(array, deepest);
                return;
            }
        }
        for (std::size_t from = 0; from <= line.size();) {
            const std::size_t end = std::min(line.find('\n', from), line.size());
            append(trimmed(line.substr(from, end - from)));
            from = end + 1;
        }
    }

    void append(std::string_view line)
    {
        if (!line.empty() && m_reading.takeString())
            m_to.append(m_reading.names.text(clipped(line)));
    }

    const Members &m_policy;
    Reading &m_reading;
    QStringList &m_to;
};

QString pattern(std::string_view text, Reading &reading)
{
    if (text.substr(0, 2) == "*.")
        return QLatin1String("*.") % reading.names.host(text.substr(2));
    return reading.names.host(text);
}

void appendMxHost(std::string_view text, const Members &policy, PolicyResult &row, Reading &reading,
                  qint32 index)
{
    if (const auto value = afterMxKey(text)) {
        policy.noteText(DeviationKind::MxHostWithKey, PolicyMember::MxHosts, text, index);
        text = *value;
    }
    text = clipped(trimmed(text));
    if (!text.empty() && reading.takeString())
        row.mxHosts.append(pattern(text, reading));
}

void readMxHosts(const Members &policy, PolicyResult &row, Reading &reading)
{
    if (!policy.has(PolicyMember::MxHosts))
        return;
    const dom::element value = policy.at(PolicyMember::MxHosts);
    std::string_view text;
    dom::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS) {
        // RFC 8460 appendix B shows a plain string (erratum 6241).
        if (value.get_string().get(text) == simdjson::SUCCESS) {
            policy.note(DeviationKind::MxHostNotAnArray, PolicyMember::MxHosts);
            appendMxHost(text, policy, row, reading, -1);
        } else {
            policy.note(DeviationKind::WrongType, PolicyMember::MxHosts);
        }
        return;
    }
    qint32 index = 0;
    for (const dom::element element : array) {
        if (element.get_string().get(text) == simdjson::SUCCESS)
            appendMxHost(text, policy, row, reading, index);
        else
            policy.note(DeviationKind::WrongType, PolicyMember::MxHosts, element, index);
        ++index;
    }
}

/// The patterns of the policy's own text, for senders that leave mx-host out (Microsoft).
void deriveMxHosts(PolicyResult &row, Reading &reading)
{
    for (const QString &line : row.policyStrings) {
        if (!line.startsWith(QLatin1String("mx"), Qt::CaseInsensitive))
            continue;
        for (const QString &found : reading.names.patterns(line)) {
            if (reading.takeString())
                row.mxHosts.append(found);
        }
    }
}

} // namespace

bool Reading::takeString()
{
    constexpr qint64 most = 20'000;
    if (++strings <= most)
        return true;
    if (strings == most + 1)
        notes.add(DeviationKind::WrongType, {}, "policies", QStringLiteral("…"));
    return false;
}

const MemberNames &policyMemberNames()
{
    static constexpr MemberNames members{policyNames, policyOthers};
    return members;
}

void readPolicyStrings(const Members &policy, PolicyResult &row, Reading &reading)
{
    if (policy.has(PolicyMember::Strings))
        Lines(policy, reading, row.policyStrings).read();
    const bool wanted = row.track == Track::Sts || row.track == Track::Tlsa;
    if (wanted && row.policyStrings.isEmpty())
        policy.note(DeviationKind::PolicyStringMissing, PolicyMember::Strings);
    readMxHosts(policy, row, reading);
    if (row.mxHosts.isEmpty() && row.track != Track::Tlsa)
        deriveMxHosts(row, reading);
}

} // namespace tlsrpt
