// SPDX-License-Identifier: GPL-3.0-or-later
#include "deviationcases.h"

namespace tlsrpt::test
{

namespace
{

using K = DeviationKind;
const QString policy = u"/policies/0/policy/"_qs;
const QString strings = u"/policies/0/policy/policy-string"_qs;
const QString hosts = u"/policies/0/policy/mx-host"_qs;
const QString summary = u"/policies/0/summary/"_qs;

constexpr const char *type = "\"policy-type\": \"sts\"";
constexpr const char *domain = "\"policy-domain\": \"example.org\"";
constexpr const char *lines = "[\"version: STSv1\", \"mode: enforce\", \"mx: mx1.example.org\", "
                              "\"mx: *.example.net\", \"max_age: 604800\"]";
constexpr const char *mxHost = "\"mx-host\": [\"mx1.example.org\", \"*.example.net\"]";
constexpr const char *tlsaLines =
    "[\"3 1 1 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\"]";

bool sameLines(const Report &report)
{
    return report.policies[0].policyStrings ==
           QStringList({u"version: STSv1"_qs, u"mode: enforce"_qs, u"mx: mx1.example.org"_qs,
                        u"mx: *.example.net"_qs, u"max_age: 604800"_qs});
}

bool samePatterns(const Report &report)
{
    return report.policies[0].mxHosts == QStringList({u"mx1.example.org"_qs, u"*.example.net"_qs});
}

std::vector<DeviationCase> rowCases()
{
    return {
        {"policy missing",
         {{"\"policy\": {", "\"x\": {"}},
         {{K::PolicyMissing, u"/policies/0/policy"_qs, {}}},
         [](const Report &r) {
             return r.policies[0].track == Track::Other && r.policies[0].successful == 100 &&
                    r.policies[0].policyDomain == u"example.org";
         }},
        {"policy null",
         {{"\"policy\": {", "\"policy\": null, \"x\": {"}},
         {{K::PolicyMissing, u"/policies/0/policy"_qs, u"null"_qs}}},
        {"levels flattened",
         {{"\"policy\": {", "\"policy-type\": \"sts\", \"policy-string\": [\"mode: none\"], "
                            "\"policy-domain\": \"example.com\", \"x\": {"}},
         {{K::PolicyMissing, u"/policies/0/policy"_qs, {}}},
         [](const Report &r) {
             return r.policies[0].track == Track::Sts &&
                    r.policies[0].policyDomain == u"example.com";
         }},
        {"policy a text",
         {{"\"policy\": {", "\"policy\": \"sts\", \"x\": {"}},
         {{K::WrongType, u"/policies/0/policy"_qs, u"sts"_qs}}},
        {"type missing",
         {{"\"policy-type\": \"sts\",", ""}},
         {{K::PolicyTypeMissing, policy + u"policy-type", {}}},
         [](const Report &r) { return r.policies[0].track == Track::Other; }},
        {"type unknown",
         {{type, "\"policy-type\": \"invalid-policy-type\""}},
         {{K::PolicyTypeUnknown, policy + u"policy-type", u"invalid-policy-type"_qs}},
         [](const Report &r) {
             return r.policies[0].track == Track::Other &&
                    r.policies[0].policyType == u"invalid-policy-type";
         }},
        {"type in capitals",
         {{type, "\"policy-type\": \"STS\""}},
         {{K::PolicyTypeCase, policy + u"policy-type", u"STS"_qs}},
         [](const Report &r) {
             return r.policies[0].track == Track::Sts && r.policies[0].policyType == u"STS";
         }},
        {"domain missing",
         {{domain, "\"x\": 1"}},
         {{K::PolicyDomainMissing, policy + u"policy-domain", {}}},
         [](const Report &r) {
             return r.policies[0].policyDomain == u"example.org" &&
                    r.policies[0].policyDomainAsSent.isEmpty();
         }},
        {"domain null",
         {{domain, "\"policy-domain\": null"}},
         {{K::PolicyDomainMissing, policy + u"policy-domain", u"null"_qs}}},
        {"domain in capitals",
         {{domain, "\"policy-domain\": \"Example.ORG.\""}},
         {{K::PolicyDomainNormalised, policy + u"policy-domain", u"Example.ORG."_qs}},
         [](const Report &r) {
             return r.policies[0].policyDomain == u"example.org" &&
                    r.policies[0].policyDomainAsSent == u"example.org";
         }},
        {"domain in U-labels",
         {{domain, "\"policy-domain\": \"b\xC3\xBC"
                   "cher.example\""}},
         {{K::PolicyDomainNormalised, policy + u"policy-domain", u"bücher.example"_qs}},
         [](const Report &r) { return r.policies[0].policyDomain == u"xn--bcher-kva.example"; }},
        {"tlsa of the recipient",
         {{"\"policy-domain\": \"mx1.example.org\"", "\"policy-domain\": \"example.org\""}},
         {{K::PolicyDomainNotTheServer, u"/policies/1/policy/policy-domain"_qs,
           u"example.org"_qs}}},
    };
}

std::vector<DeviationCase> stringCases()
{
    const QString nested = u"[\"3 1 1 AA\",\"3 1 1 BB\"]"_qs;
    const auto two = [](const Report &r) {
        return r.policies[1].policyStrings == QStringList({u"3 1 1 AA"_qs, u"3 1 1 BB"_qs});
    };
    const QString tlsa = u"/policies/1/policy/policy-string"_qs;
    return {
        {"string missing",
         {{"\"policy-string\": [\"version", "\"x\": [\"version"}},
         {{K::PolicyStringMissing, strings, {}}},
         samePatterns},
        {"strings empty", {{lines, "[]"}}, {{K::PolicyStringMissing, strings, u"[]"_qs}}},
        {"string empty",
         {{lines, "\"\""}},
         {{K::PolicyStringNotAnArray, strings, {}}, {K::PolicyStringMissing, strings, {}}}},
        {"string null", {{lines, "null"}}, {{K::PolicyStringMissing, strings, u"null"_qs}}},
        {"strings not missed without a policy",
         {{"\"policy-type\": \"no-policy-found\",",
           "\"policy-type\": \"no-policy-found\", \"policy-string\": [],"}},
         {}},
        {"one string",
         {{tlsaLines, "\"3 1 1 AA\""}},
         {{K::PolicyStringNotAnArray, tlsa, u"3 1 1 AA"_qs}}},
        {"whole file in a string",
         {{lines, "\"version: STSv1\\r\\nmode: enforce\\r\\nmx: mx1.example.org\\nmx: "
                  "*.example.net\\nmax_age: 604800\""}},
         {{K::PolicyStringNotAnArray, strings,
           u"version: STSv1\r\nmode: enforce\r\nmx: mx1.example.org\nmx: *.example.net\nmax_age: 604800"_qs}},
         sameLines},
        {"list in a string",
         {{tlsaLines, "[\"[\\\"3 1 1 AA\\\",\\\"3 1 1 BB\\\"]\"]"}},
         {{K::PolicyStringNested, tlsa + u"/0", nested}},
         two},
        {"list in the one string",
         {{tlsaLines, "\"[\\\"3 1 1 AA\\\",\\\"3 1 1 BB\\\"]\""}},
         {{K::PolicyStringNotAnArray, tlsa, nested}, {K::PolicyStringNested, tlsa, nested}},
         two},
        {"list in the list",
         {{tlsaLines, "[[\"3 1 1 AA\",\"3 1 1 BB\"]]"}},
         {{K::PolicyStringNested, tlsa + u"/0", nested}},
         two},
        {"brackets that are no list",
         {{tlsaLines, "[\"[3 1 1 AA]\"]"}},
         {},
         [](const Report &r) {
             return r.policies[1].policyStrings == QStringList{u"[3 1 1 AA]"_qs};
         }},
        {"carriage returns",
         {{"\"mode: enforce\"", "\"mode: enforce\\r\""}},
         {{K::PolicyStringTrimmed, strings + u"/1", u"mode: enforce\r"_qs}},
         sameLines},
        {"a number among them",
         {{"\"mode: enforce\"", "7, \"mode: enforce\""}},
         {{K::WrongType, strings + u"/1", u"7"_qs}},
         sameLines},
        {"an object",
         {{lines, "{\"version\":\"STSv1\"}"}},
         {{K::WrongType, strings, u"{\"version\":\"STSv1\"}"_qs},
          {K::PolicyStringMissing, strings, u"{\"version\":\"STSv1\"}"_qs}}},
    };
}

std::vector<DeviationCase> hostCases()
{
    return {
        {"hosts absent", {{mxHost, "\"x\": 1"}}, {}, samePatterns},
        {"hosts null", {{mxHost, "\"mx-host\": null"}}, {}, samePatterns},
        {"hosts a number",
         {{mxHost, "\"mx-host\": 25"}},
         {{K::WrongType, hosts, u"25"_qs}},
         samePatterns},
        {"hosts a string",
         {{mxHost, "\"mx-host\": \"*.Example.NET.\""}},
         {{K::MxHostNotAnArray, hosts, u"*.Example.NET."_qs}},
         [](const Report &r) { return r.policies[0].mxHosts == QStringList{u"*.example.net"_qs}; }},
        {"key left in",
         {{mxHost, "\"mx-host\": [\"mx: mx1.example.org\", \"MX:*.example.net\"]"}},
         {{K::MxHostWithKey, hosts + u"/0", u"mx: mx1.example.org"_qs},
          {K::MxHostWithKey, hosts + u"/1", u"MX:*.example.net"_qs}},
         samePatterns},
        {"other name",
         {{"\"mx-host\"", "\"mx-host-pattern\""}},
         {{K::MxHostOtherName, policy + u"mx-host-pattern",
           u"[\"mx1.example.org\",\"*.example.net\"]"_qs}},
         samePatterns},
        {"a number among them",
         {{"\"mx-host\": [", "\"mx-host\": [25, "}},
         {{K::WrongType, hosts + u"/0", u"25"_qs}},
         samePatterns},
        {"derived from several on one line",
         {{mxHost, "\"x\": 1"},
          {"\"mx: mx1.example.org\", \"mx: *.example.net\"",
           "\"mx: mx1.example.org, *.example.net\""}},
         {},
         samePatterns},
    };
}

std::vector<DeviationCase> summaryCases()
{
    return {
        {"summary missing",
         {{"\"summary\"", "\"x\""}},
         {{K::SummaryMissing, u"/policies/0/summary"_qs, {}},
          {K::DetailsDoNotSum, u"/policies/0/failure-details"_qs, u"3 / 0"_qs}}},
        {"summary null",
         {{"\"summary\": {", "\"summary\": null, \"x\": {"}},
         {{K::SummaryMissing, u"/policies/0/summary"_qs, u"null"_qs},
          {K::DetailsDoNotSum, u"/policies/0/failure-details"_qs, u"3 / 0"_qs}}},
    };
}

std::vector<DeviationCase> countCases()
{
    constexpr const char *good = "\"total-successful-session-count\": 100";
    const QString member = summary + u"total-successful-session-count";
    const auto none = [](const Report &r) {
        return r.policies[0].successful == 0 && r.policies[0].failed == 3;
    };
    const auto hundred = [](const Report &r) { return r.policies[0].successful == 100; };
    return {
        {"count missing",
         {{"\"total-successful-session-count\": 100,", ""}},
         {{K::CountMissing, member, {}}},
         none},
        {"count null",
         {{good, "\"total-successful-session-count\": null"}},
         {{K::CountMissing, member, u"null"_qs}},
         none},
        {"count a text",
         {{good, "\"total-successful-session-count\": \" 100 \""}},
         {{K::CountIsText, member, u" 100 "_qs}},
         hundred},
        {"count of another form",
         {{good, "\"total-successful-session-count\": 1.0e2"}},
         {},
         hundred},
        {"largest count",
         {{good, "\"total-successful-session-count\": 9007199254740992"}},
         {},
         [](const Report &r) { return r.policies[0].successful == 9007199254740992; }},
        {"one too many",
         {{good, "\"total-successful-session-count\": 9007199254740993"}},
         {{K::CountUnusable, member, u"9007199254740993"_qs}},
         none},
        {"beyond 64 bits signed",
         {{good, "\"total-successful-session-count\": 18446744073709551615"}},
         {{K::CountUnusable, member, u"18446744073709551615"_qs}},
         none},
        {"beyond as a fraction",
         {{good, "\"total-successful-session-count\": 1e30"}},
         {{K::CountUnusable, member, u"1e+30"_qs}},
         none},
        {"negative",
         {{good, "\"total-successful-session-count\": -1"}},
         {{K::CountUnusable, member, u"-1"_qs}},
         none},
        {"blank text",
         {{good, "\"total-successful-session-count\": \"  \""}},
         {{K::CountUnusable, member, u"  "_qs}},
         none},
        {"negative text",
         {{good, "\"total-successful-session-count\": \"-1\""}},
         {{K::CountUnusable, member, u"-1"_qs}},
         none},
        {"fractional",
         {{good, "\"total-successful-session-count\": 99.5"}},
         {{K::CountUnusable, member, u"99.5"_qs}},
         none},
        {"words",
         {{good, "\"total-successful-session-count\": \"many\""}},
         {{K::CountUnusable, member, u"many"_qs}},
         none},
        {"true",
         {{good, "\"total-successful-session-count\": true"}},
         {{K::CountUnusable, member, u"true"_qs}},
         none},
        {"a list",
         {{good, "\"total-successful-session-count\": [100]"}},
         {{K::CountUnusable, member, u"[100]"_qs}},
         none},
        {"other spelling",
         {{"total-successful-session-count", "totalSuccessfulSessionCount"}},
         {{K::MemberOtherName, summary + u"totalSuccessfulSessionCount", u"100"_qs}},
         hundred},
    };
}

} // namespace

std::vector<DeviationCase> policyCases()
{
    std::vector<DeviationCase> all = rowCases();
    for (auto cases : {stringCases(), hostCases(), summaryCases(), countCases()})
        all.insert(all.end(), cases.begin(), cases.end());
    return all;
}

} // namespace tlsrpt::test
