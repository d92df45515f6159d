// SPDX-License-Identifier: GPL-3.0-or-later
#include "deviationcases.h"

namespace tlsrpt::test
{

namespace
{

using K = DeviationKind;
const QString details = u"/policies/0/failure-details"_qs;
const QString first = u"/policies/0/failure-details/0/"_qs;

constexpr const char *list = "\"failure-details\": [";
constexpr const char *type = "\"result-type\": \"certificate-expired\"";
constexpr const char *sender = "\"sending-mta-ip\": \"192.0.2.1\",";
constexpr const char *receiver = "\"receiving-ip\": \"2001:db8::25\"";
constexpr const char *mx = "\"receiving-mx-hostname\": \"mx1.example.org\"";
constexpr const char *count = "\"failed-session-count\": 2,";

const FailureDetail &detail(const Report &report)
{
    return report.policies[0].failures[0];
}

std::vector<DeviationCase> listCases()
{
    const Deviation unexplained{K::DetailsDoNotSum, details, u"0 / 3"_qs};
    const auto none = [](const Report &r) {
        return r.policies[0].failures.empty() && r.policies[0].failed == 3;
    };
    return {
        {"details absent", {{"\"failure-details\"", "\"x\""}}, {unexplained}, none},
        {"details empty", {{list, "\"failure-details\": [], \"x\": ["}}, {unexplained}, none},
        {"details null",
         {{list, "\"failure-details\": null, \"x\": ["}},
         {{K::FailureDetailsNull, details, u"null"_qs}, unexplained},
         none},
        {"details a text",
         {{list, "\"failure-details\": \"no\", \"x\": ["}},
         {{K::FailureDetailsNotAnArray, details, u"no"_qs}, unexplained},
         none},
        {"details one object",
         {{list, "\"failure-details\": "
                 "{\"result-type\":\"sts-policy-invalid\",\"failed-session-count\":3,\"receiving-"
                 "ip\":\"x\"}, \"x\": ["}},
         {{K::FailureDetailsNotAnArray, details,
           u"{\"result-type\":\"sts-policy-invalid\",\"failed-session-count\":3,\"receiving-ip\":\"x\"}"_qs},
          {K::AddressUnusable, details + u"/receiving-ip", u"x"_qs}},
         [](const Report &r) {
             return r.policies[0].failures.size() == 1 && detail(r).failedSessions == 3;
         }},
        {"a detail that is no object",
         {{list, "\"failure-details\": [\"x\", "}},
         {{K::WrongType, details + u"/0", u"x"_qs}},
         [](const Report &r) { return r.policies[0].failures.size() == 2; }},
        {"more than the summary",
         {{count, "\"failed-session-count\": 9,"}},
         {{K::DetailsDoNotSum, details, u"10 / 3"_qs}}},
        {"less than the summary",
         {{count, "\"failed-session-count\": 1,"}},
         {{K::DetailsDoNotSum, details, u"2 / 3"_qs}}},
    };
}

std::vector<DeviationCase> memberCases()
{
    return {
        {"count missing",
         {{count, ""}},
         {{K::DetailCountMissing, first + u"failed-session-count", {}},
          {K::DetailsDoNotSum, details, u"2 / 3"_qs}},
         [](const Report &r) { return detail(r).failedSessions == 1; }},
        {"count unusable",
         {{count, "\"failed-session-count\": -2,"}},
         {{K::CountUnusable, first + u"failed-session-count", u"-2"_qs},
          {K::DetailsDoNotSum, details, u"1 / 3"_qs}},
         [](const Report &r) { return detail(r).failedSessions == 0; }},
        {"count a text",
         {{count, "\"failed-session-count\": \"2\","}},
         {{K::CountIsText, first + u"failed-session-count", u"2"_qs}}},
        {"type missing",
         {{"\"result-type\": \"certificate-expired\",", ""}},
         {{K::ResultTypeMissing, first + u"result-type", {}}}},
        {"type unknown",
         {{type, "\"result-type\": \"Other\""}},
         {{K::ResultTypeUnregistered, first + u"result-type", u"Other"_qs}},
         [](const Report &r) { return detail(r).resultType == u"Other"; }},
        {"type in capitals",
         {{type, "\"result-type\": \"Certificate-Expired\""}},
         {{K::ResultTypeCase, first + u"result-type", u"Certificate-Expired"_qs}}},
        {"sender empty", {{sender, "\"sending-mta-ip\": \"\","}}, {}},
        {"no address",
         {{sender, ""}, {receiver, "\"receiving-ip\": null"}},
         {{K::AddressMissing, first + u"receiving-ip", u"null"_qs}}},
        {"not an address",
         {{receiver, "\"receiving-ip\": \"unknown\""}},
         {{K::AddressUnusable, first + u"receiving-ip", u"unknown"_qs}},
         [](const Report &r) { return detail(r).receivingIp == u"unknown"; }},
        {"address in another form",
         {{receiver, "\"receiving-ip\": \"2001:0DB8:0::25\""}},
         {},
         [](const Report &r) { return detail(r).receivingIp == u"2001:db8::25"; }},
        {"server missing",
         {{mx, "\"x\": 1"}},
         {{K::MxMissing, first + u"receiving-mx-hostname", {}}}},
        {"server null",
         {{mx, "\"receiving-mx-hostname\": null"}},
         {{K::MxMissing, first + u"receiving-mx-hostname", u"null"_qs}}},
        {"server in capitals",
         {{mx, "\"receiving-mx-hostname\": \"MX1.Example.org.\""}},
         {{K::MxNormalised, first + u"receiving-mx-hostname", u"MX1.Example.org."_qs}},
         [](const Report &r) { return detail(r).receivingMx == u"mx1.example.org"; }},
        {"information, other name",
         {{"additional-information", "additional-info-uri"}},
         {{K::MemberOtherName, first + u"additional-info-uri",
           u"https://sender.example/why?id=7"_qs}},
         [](const Report &r) {
             return detail(r).additionalInformation == u"https://sender.example/why?id=7";
         }},
        {"reason, other name",
         {{"failure-reason-code", "failure-error-code"}},
         {{K::MemberOtherName, first + u"failure-error-code", u"notAfter passed"_qs}},
         [](const Report &r) { return detail(r).reasonCode == u"notAfter passed"; }},
        {"reason a number",
         {{"\"notAfter passed\"", "10"}},
         {{K::WrongType, first + u"failure-reason-code", u"10"_qs}},
         [](const Report &r) { return detail(r).reasonCode == u"10"; }},
        {"whole answer to EHLO",
         {{"mx1.example.org ESMTP", "250-mx1.example.org\\r\\n250 STARTTLS"}},
         {},
         [](const Report &r) {
             return detail(r).receivingHelo == u"250-mx1.example.org\r\n250 STARTTLS";
         }},
        {"member twice",
         {{type, "\"result-type\": \"x\", \"result-type\": \"certificate-expired\""}},
         {{K::Duplicated, first + u"result-type", u"certificate-expired"_qs}}},
        {"unknown members",
         {{type, "\"result-type\": \"certificate-expired\", \"severity\": [{\"a\": {}}]"}},
         {}},
    };
}

} // namespace

std::vector<DeviationCase> failureCases()
{
    std::vector<DeviationCase> all = listCases();
    for (const DeviationCase &one : memberCases())
        all.push_back(one);
    return all;
}

} // namespace tlsrpt::test
