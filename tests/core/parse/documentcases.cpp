// SPDX-License-Identifier: GPL-3.0-or-later
#include "deviationcases.h"

namespace tlsrpt::test
{

namespace
{

using K = DeviationKind;
constexpr qint64 midnight = 1772323200; // 2026-03-01T00:00:00Z
const QString start = u"/date-range/start-datetime"_qs;
const QString end = u"/date-range/end-datetime"_qs;

constexpr const char *organization = "\"organization-name\": \"Sender Example\"";
constexpr const char *contact = "\"contact-info\": \"tls-reports@mail.sender.example\"";
constexpr const char *reportId = "\"report-id\": \"2026-03-01T00:00:00Z_example.org\"";
constexpr const char *startDate = "\"2026-03-01T00:00:00Z\"";
constexpr const char *endDate = "\"2026-03-01T23:59:59Z\"";

bool wholeDay(const Report &report)
{
    return report.start == midnight && report.end == midnight + 86400;
}

std::vector<DeviationCase> textCases()
{
    return {
        {"mark in front", {{"{\n", "\xEF\xBB\xBF{\n"}}, {{K::ByteOrderMark, {}, u"EF BB BF"_qs}}},
        {"single bytes",
         {{"Sender Example", "S\xE9nder"}},
         {{K::NotUtf8, {}, u"windows-1252"_qs}},
         [](const Report &r) { return r.organization == u"Sénder"; }},
        {"half a pair",
         {{"Sender Example", "S\\ud800"}},
         {{K::NumbersOutOfRange, {}, u"Problem while parsing a string"_qs}},
         [](const Report &r) { return r.organization == u"S\uFFFD" && r.policies.size() == 3; }},
        {"a whole pair beside a half",
         {{"Sender Example", "\\ud83d\\ude00 \\ude00\\ud83d \\\\ud800"}},
         {{K::NumbersOutOfRange, {}, u"Problem while parsing a string"_qs}},
         [](const Report &r) { return r.organization == u"😀 \uFFFD\uFFFD \\ud800"; }},
        {"control character",
         {{"Sender Example", "Sender\tExample"}},
         {{K::NumbersOutOfRange,
           {},
           u"Within strings, some characters must be escaped, we found unescaped characters"_qs}},
         [](const Report &r) { return r.organization == u"Sender\tExample"; }},
        {"huge number",
         {{"\"organization-name\"", "\"x\": [1e400, -1E+999, 1e-999, \"1e999\", true], \"y\": "
                                    "-1000000000000000000000000000000, \"organization-name\""}},
         {{K::NumbersOutOfRange, {}, u"Problem while parsing a number"_qs}}},
        {"organization missing",
         {{"\"organization-name\": \"Sender Example\",", ""}},
         {{K::OrganizationMissing, u"/organization-name"_qs, {}}}},
        {"organization null",
         {{organization, "\"organization-name\": null"}},
         {{K::OrganizationMissing, u"/organization-name"_qs, u"null"_qs}}},
        {"organization empty",
         {{organization, "\"organization-name\": \" \""}},
         {{K::OrganizationMissing, u"/organization-name"_qs, u" "_qs}}},
        {"organisation",
         {{organization, "\"organisation-name\": \"A\""}},
         {{K::MemberOtherName, u"/organisation-name"_qs, u"A"_qs}},
         [](const Report &r) { return r.organization == u"A"; }},
        {"the proper name wins",
         {{organization, "\"organization_name\": \"A\", \"organization-name\": \"B\", "
                         "\"organizationName\": \"C\""}},
         {{K::MemberOtherName, u"/organization_name"_qs, u"A"_qs},
          {K::MemberOtherName, u"/organizationName"_qs, u"C"_qs}},
         [](const Report &r) { return r.organization == u"B"; }},
        {"contact null",
         {{contact, "\"contact-info\": null"}},
         {{K::ContactMissing, u"/contact-info"_qs, u"null"_qs}},
         [](const Report &r) { return r.reporterKey == u"sender example"; }},
        {"contact missing",
         {{contact, "\"x\": 1"}},
         {{K::ContactMissing, u"/contact-info"_qs, {}}}},
        {"report id missing",
         {{reportId, "\"x\": 1"}},
         {{K::ReportIdMissing, u"/report-id"_qs, {}}}},
        {"report id a number",
         {{reportId, "\"report-id\": 12345"}},
         {{K::WrongType, u"/report-id"_qs, u"12345"_qs}},
         [](const Report &r) { return r.reportId == u"12345"; }},
        {"member twice",
         {{reportId, "\"report-id\": \"a\", \"report-id\": \"b\""}},
         {{K::Duplicated, u"/report-id"_qs, u"b"_qs}},
         [](const Report &r) { return r.reportId == u"b"; }},
        {"in a list",
         {{"{\n", "[{\n"}, {"      }\n    }\n  ]\n}\n", "      }\n    }\n  ]\n}]"}},
         {{K::WrongType, {}, u"[…]"_qs}}},
    };
}

std::vector<DeviationCase> organizationCases()
{
    return {
        {"organization a number",
         {{organization, "\"organization-name\": 17"}},
         {{K::WrongType, u"/organization-name"_qs, u"17"_qs}},
         [](const Report &r) { return r.organization == u"17"; }},
        {"organization in a list",
         {{organization, "\"organization-name\": [\"A\"]"}},
         {{K::WrongType, u"/organization-name"_qs, u"[\"A\"]"_qs}},
         [](const Report &r) { return r.organization == u"A"; }},
        {"organization in an empty list",
         {{organization, "\"organization-name\": []"}},
         {{K::WrongType, u"/organization-name"_qs, u"[]"_qs},
          {K::OrganizationMissing, u"/organization-name"_qs, u"[]"_qs}}},
        {"organization in a long list",
         {{organization, "\"organization-name\": [" + QByteArray("1,").repeated(300) + "2]"}},
         {{K::WrongType, u"/organization-name"_qs, u"[…]"_qs}},
         [](const Report &r) { return r.organization == u"1"; }},
        {"organization a large object",
         {{organization, "\"organization-name\": {" + QByteArray("\"a\":1,").repeated(300) + "\"b\":2}"}},
         {{K::WrongType, u"/organization-name"_qs, u"{…}"_qs},
          {K::OrganizationMissing, u"/organization-name"_qs, u"{…}"_qs}}},
        {"organization an object",
         {{organization, "\"organization-name\": {}"}},
         {{K::WrongType, u"/organization-name"_qs, u"{}"_qs},
          {K::OrganizationMissing, u"/organization-name"_qs, u"{}"_qs}}},
    };
}

std::vector<DeviationCase> timeCases()
{
    return {
        {"next midnight is proper", {{endDate, "\"2026-03-02T00:00:00Z\""}}, {}, wholeDay},
        {"no zone",
         {{startDate, "\"2026-03-01T00:00:00\""}},
         {{K::TimeWithoutZone, start, u"2026-03-01T00:00:00"_qs}},
         wholeDay},
        {"another zone",
         {{endDate, "\"2026-03-02T01:59:59+02:00\""}},
         {{K::TimeWithOffset, end, u"2026-03-02T01:59:59+02:00"_qs}},
         wholeDay},
        {"fraction",
         {{endDate, "\"2026-03-01T23:59:59.999Z\""}},
         {{K::TimeUnusual, end, u"2026-03-01T23:59:59.999Z"_qs}},
         wholeDay},
        {"a number",
         {{startDate, "1772323200"}},
         {{K::TimeUnusual, start, u"1772323200"_qs}},
         wholeDay},
        {"one date for both",
         {{startDate, "\"2026-03-01\""}, {endDate, "\"2026-03-01\""}},
         {{K::TimeWithoutZone, start, u"2026-03-01"_qs},
          {K::TimeUnusual, start, u"2026-03-01"_qs},
          {K::TimeWithoutZone, end, u"2026-03-01"_qs},
          {K::TimeUnusual, end, u"2026-03-01"_qs}},
         wholeDay},
        {"a week",
         {{endDate, "\"2026-03-07T23:59:59Z\""}},
         {{K::MultiDay, end, u"2026-03-01T00:00:00Z/2026-03-07T23:59:59Z"_qs}},
         [](const Report &r) { return r.multiDay() && r.end - r.start == 7 * 86400; }},
        {"an hour",
         {{endDate, "\"2026-03-01T01:00:00Z\""}},
         {{K::NotWholeDay, start, u"2026-03-01T00:00:00Z/2026-03-01T01:00:00Z"_qs}},
         [](const Report &r) { return r.end - r.start == 3600; }},
        {"from noon",
         {{startDate, "\"2026-03-01T12:00:00Z\""}},
         {{K::NotWholeDay, start, u"2026-03-01T12:00:00Z/2026-03-01T23:59:59Z"_qs}}},
        {"range in a list",
         {{"\"date-range\": {", "\"date-range\": [{"}, {"23:59:59Z\"\n  }", "23:59:59Z\"\n  }]"}},
         {{K::WrongType, u"/date-range"_qs,
           u"[{\"start-datetime\":\"2026-03-01T00:00:00Z\",\"end-datetime\":\"2026-03-01T23:59:59Z\"}]"_qs}},
         wholeDay},
        {"underscores",
         {{"start-datetime", "start_datetime"}},
         {{K::MemberOtherName, u"/date-range/start_datetime"_qs, u"2026-03-01T00:00:00Z"_qs}},
         wholeDay},
    };
}

std::vector<DeviationCase> policiesCases()
{
    // The rest of the document goes into a member that nobody reads.
    const auto policies = [](const QByteArray &value) {
        return std::vector<Replacement>{
            {"\"policies\": [", "\"policies\": " + value + ", \"x\": ["}};
    };
    return {
        {"policies empty",
         policies("[]"),
         {{K::PoliciesEmpty, u"/policies"_qs, u"[]"_qs}},
         [](const Report &r) { return r.policies.empty(); }},
        {"policies null", policies("null"), {{K::PoliciesEmpty, u"/policies"_qs, u"null"_qs}}},
        {"policies one object",
         policies(
             "{\"policy\":{\"policy-type\":\"sts\",\"policy-domain\":\"a.example\"},\"summary\":"
             "{\"total-successful-session-count\":1,\"total-failure-session-count\":0}}"),
         {{K::PoliciesNotAnArray, u"/policies"_qs,
           u"{\"policy\":{\"policy-type\":\"sts\",\"policy-domain\":\"a.example\"},\"summary\":"
           "{\"total-successful-session-count\":1,\"total-failure-session-count\":0}}"_qs},
          {K::PolicyStringMissing, u"/policies/policy/policy-string"_qs, {}}},
         [](const Report &r) { return r.policies.size() == 1 && r.policies[0].successful == 1; }},
        {"a row that is no object",
         {{"\"policies\": [", "\"policies\": [null, 5,"}},
         {{K::WrongType, u"/policies/0"_qs, u"null"_qs},
          {K::WrongType, u"/policies/1"_qs, u"5"_qs}},
         [](const Report &r) { return r.policies.size() == 3; }},
    };
}

} // namespace

std::vector<DeviationCase> documentCases()
{
    std::vector<DeviationCase> all = textCases();
    for (auto cases : {organizationCases(), timeCases(), policiesCases()})
        all.insert(all.end(), cases.begin(), cases.end());
    all.push_back(
        {"something after it",
         {{"\"total-successful-session-count\": 7,\n        \"total-failure-session-count\": 0\n   "
           "   }\n    }\n  ]\n}\n",
           "\"total-successful-session-count\": 7,\n        \"total-failure-session-count\": 0\n   "
           "   }\n    }\n  ]\n}\n-- \nsent by {gateway\xFF"}},
         {{K::DataAfterJson, {}, u"-- \nsent by {gatewayÿ"_qs}},
         nullptr});
    return all;
}

} // namespace tlsrpt::test
