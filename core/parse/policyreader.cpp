// SPDX-License-Identifier: GPL-3.0-or-later
// One element of "policies" (RFC 8460 §4.4).
#include "core/parse/reportreader.h"

#include "core/parse/policystrings.h"

namespace tlsrpt
{

namespace dom = simdjson::dom;

namespace
{

enum class Row { Policy, Summary, FailureDetails };
constexpr std::array<std::string_view, 3> rowNames{"policy", "summary", "failure-details"};
constexpr std::array<OtherName, 1> rowOthers{{{"failuredetail", Row::FailureDetails}}};
constexpr MemberNames rowMembers{rowNames, rowOthers};

enum class Counts { Successful, Failed };
constexpr std::array<std::string_view, 2> countNames{"total-successful-session-count",
                                                     "total-failure-session-count"};
constexpr std::array<OtherName, 2> countOthers{{{"totalsuccesssessioncount", Counts::Successful},
                                                {"totalfailedsessioncount", Counts::Failed}}};
constexpr MemberNames countMembers{countNames, countOthers};

void readType(const Members &policy, PolicyResult &row, NameCache &names)
{
    QByteArray spare;
    row.policyType = names.text(policy.bytes(PolicyMember::Type, spare));
    row.track = trackOf(row.policyType);
    if (row.policyType.isEmpty())
        policy.note(DeviationKind::PolicyTypeMissing, PolicyMember::Type);
    else if (row.track == Track::Other)
        policy.note(DeviationKind::PolicyTypeUnknown, PolicyMember::Type);
    else if (row.policyType != row.policyType.trimmed().toLower())
        policy.note(DeviationKind::PolicyTypeCase, PolicyMember::Type);
}

void readDomain(const Members &policy, PolicyResult &row, NameCache &names)
{
    QByteArray spare;
    const std::string_view sent = policy.bytes(PolicyMember::Domain, spare);
    row.policyDomainAsSent = names.host(sent);
    row.policyDomain = row.policyDomainAsSent;
    if (row.policyDomain.isEmpty())
        policy.note(DeviationKind::PolicyDomainMissing, PolicyMember::Domain);
    else if (row.policyDomain != names.text(sent))
        policy.note(DeviationKind::PolicyDomainNormalised, PolicyMember::Domain);
}

void readPolicy(const Members &members, const dom::object &element, const Place &place,
                PolicyResult &row, Reading &reading)
{
    const auto object = members.object(Row::Policy);
    if (!object) {
        if (!members.has(Row::Policy))
            members.note(DeviationKind::PolicyMissing, Row::Policy);
        // Some writers flatten the levels: then its members stand beside the summary.
        const Members flat(element, policyMemberNames(), place, reading.notes);
        if (!flat.any())
            return;
        readType(flat, row, reading.names);
        readDomain(flat, row, reading.names);
        readPolicyStrings(flat, row, reading);
        return;
    }
    const Members policy(*object, policyMemberNames(), place.in("/policy"), reading.notes);
    readType(policy, row, reading.names);
    readDomain(policy, row, reading.names);
    readPolicyStrings(policy, row, reading);
}

void readSummary(const Members &members, const Place &place, PolicyResult &row, Reading &reading)
{
    const auto object = members.object(Row::Summary);
    if (!object) {
        if (!members.has(Row::Summary))
            members.note(DeviationKind::SummaryMissing, Row::Summary);
        return;
    }
    const Members counts(*object, countMembers, place.in("/summary"), reading.notes);
    row.successful = counts.count(Counts::Successful, DeviationKind::CountMissing, 0);
    row.failed = counts.count(Counts::Failed, DeviationKind::CountMissing, 0);
}

void readDetail(dom::element element, const Members &members, Place place, qint32 index,
                PolicyResult &row, Reading &reading)
{
    dom::object object;
    if (element.get_object().get(object) != simdjson::SUCCESS) {
        reading.notes.add(DeviationKind::WrongType, place, members.name(Row::FailureDetails),
                          element, index);
        return;
    }
    ++reading.details;
    place.detail = index;
    row.failures.push_back(readFailureDetail(object, place, reading));
}

void readDetails(const Members &members, const Place &place, PolicyResult &row, Reading &reading)
{
    if (!members.present(Row::FailureDetails))
        return;
    if (!members.has(Row::FailureDetails)) {
        members.note(DeviationKind::FailureDetailsNull, Row::FailureDetails);
        return;
    }
    dom::array array;
    if (members.at(Row::FailureDetails).get_array().get(array) == simdjson::SUCCESS) {
        row.failures.reserve(std::min<std::size_t>(array.size(), 64));
        qint32 index = 0;
        for (const dom::element element : array) {
            if (reading.tooManyDetails())
                return;
            readDetail(element, members, place, index++, row, reading);
        }
        return;
    }
    members.note(DeviationKind::FailureDetailsNotAnArray, Row::FailureDetails);
    if (members.at(Row::FailureDetails).is_object())
        readDetail(members.at(Row::FailureDetails), members, place, Place::single, row, reading);
}

/// RFC 8460 §4.4 lets details overlap and be left out; it is worth knowing all the same.
void compareSums(const Members &members, const PolicyResult &row)
{
    qint64 occurrences = 0;
    for (const FailureDetail &detail : row.failures) {
        // 1024 details of 2^53 would not fit; beyond the summary's own limit the sum is wrong
        // anyway.
        occurrences = std::min<qint64>(occurrences + detail.failedSessions, qint64(1) << 54);
    }
    if (occurrences != row.failed) {
        members.note(DeviationKind::DetailsDoNotSum, Row::FailureDetails,
                     QString::number(occurrences) % QLatin1String(" / ") %
                         QString::number(row.failed));
    }
}

} // namespace

PolicyResult readPolicyResult(dom::object object, const Place &place, Reading &reading)
{
    const Members members(object, rowMembers, place, reading.notes);
    PolicyResult row;
    readPolicy(members, object, place, row, reading);
    readSummary(members, place, row, reading);
    readDetails(members, place, row, reading);
    compareSums(members, row);
    return row;
}

} // namespace tlsrpt
