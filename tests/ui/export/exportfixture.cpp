// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/export/exportfixture.h"

#include "tests/core/query/made.h"

#include <array>

namespace tlsrpt::made
{

namespace
{

const FixedClock &clock()
{
    static const FixedClock fixed(QDateTime(QDate(2026, 11, 2), QTime(9, 30), Qt::UTC));
    return fixed;
}

Summary summaryOf(const Facts &facts, const Filter &filter = {})
{
    return summarise(facts, filter, clock());
}

std::vector<Report> oneDay(int offset)
{
    const qint64 more = offset;
    return {
        report("google.com", day(offset),
               {sts("healthy.example", 900 + more, 0),
                sts("testing.example", 80, 20 + more,
                    {failure("certificate-expired", 15 + more, "mx2.testing.example", "", "192.0.2.7"),
                     failure("starttls-not-supported", 5, "mx3.testing.example", "", "192.0.2.8")},
                    "testing", {QStringLiteral("mx1.testing.example")})}),
        report("microsoft.com", day(offset),
               {sts("healthy.example", 400, 0), tlsa("dane.example", 300, 12, {failure("tlsa-invalid", 12, "mx.dane.example")}),
                sts("testing.example", 10, 3, {failure("sts-policy-fetch-error", 3)}, "testing")}),
        report("verein.example", day(offset), {row("no-policy-found", "plain.example", 50, 1, {failure("x-unheard-of", 1, "mx.plain.example")})}),
    };
}

} // namespace

std::shared_ptr<const Facts> someFacts()
{
    static const std::shared_ptr<const Facts> facts = [] {
        std::vector<Report> all;
        for (int offset = 0; offset < 20; ++offset) {
            if (offset >= 7 && offset < 10)
                continue; // nobody reported
            for (Report &each : oneDay(offset))
                all.push_back(std::move(each));
        }
        return factsOf(std::move(all));
    }();
    return facts;
}

Summary someOfEverything(const Filter &filter) { return summaryOf(*someFacts(), filter); }

Summary manyHosts(int hosts, int causes)
{
    static constexpr std::array types{"certificate-expired", "starttls-not-supported", "certificate-host-mismatch"};
    std::vector<FailureDetail> failures;
    for (int i = 1; i <= hosts; ++i) {
        const QByteArray mx = QStringLiteral("mx%1.example.org").arg(i, 4, 10, QLatin1Char('0')).toLatin1();
        for (int cause = 0; cause < causes; ++cause)
            failures.push_back(failure(types.at(static_cast<size_t>(cause)), 10000 - i - 1000 * cause, mx.constData()));
    }
    return summaryOf(*factsOf({report("google.com", day(0), {sts("example.org", 100, 100, std::move(failures))})}));
}

Summary hostileSummary(const HostileNames &names)
{
    FailureDetail detail = failure("certificate-expired", 7);
    detail.receivingMx = names.markup;
    detail.reasonCode = names.escape;
    FailureDetail other = failure("validation-failure", 5);
    other.receivingMx = names.formula;
    other.reasonCode = names.markup;
    FailureDetail unknown = failure("", 3);
    unknown.resultType = names.markup;
    unknown.reasonCode = names.breaks;
    PolicyResult policy = sts("x", 10, 15, {detail, other, unknown});
    policy.policyDomain = policy.policyDomainAsSent = names.markup;
    policy.policyStrings << names.formula << names.escape;
    policy.mxHosts << names.markup;
    Report first = report("a.example", day(0), {policy});
    first.organization = names.formula;
    Report second = report("b.example", day(1), {sts("y.example", 1, 0)});
    second.organization = names.breaks;
    Report third = report("c.example", day(2), {sts("z.example", 1, 0)});
    third.organization = names.escape;
    Summary summary = summaryOf(*factsOf({first, second, third}));
    summary.title = names.markup;
    summary.preparedBy = names.markup;
    return summary;
}

Summary longNames(int length)
{
    const QString name(length, QLatin1Char('w'));
    FailureDetail detail = failure("x-new", 7);
    detail.receivingMx = name;
    detail.reasonCode = name;
    PolicyResult policy = sts("x", 10, 15, {detail});
    policy.policyDomain = policy.policyDomainAsSent = name;
    policy.mxHosts = QStringList{name};
    Report one = report("a.example", day(0), {policy});
    one.organization = name;
    return summaryOf(*factsOf({one}));
}

Summary emptySummary(const Filter &filter) { return summaryOf(*factsOf({}), filter); }

} // namespace tlsrpt::made
