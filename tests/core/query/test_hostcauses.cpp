// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/hostcauses.h"

#include "tests/core/query/made.h"

#include <QtTest>

using namespace tlsrpt;
using namespace tlsrpt::made;

class TestHostCauses : public QObject
{
    Q_OBJECT

private slots:
    void eachWithItsOwnNumbers();
    void newestExample();
    void order();
    void filtered();
};

namespace
{

std::shared_ptr<const Facts> twoCausesAtAHost()
{
    return factsOf(
        {report("google.com", day(0),
                {sts("example.org", 50, 9, {failure("certificate-host-mismatch", 9, "mx1.example.org")})}),
         report("microsoft.com", day(4),
                {sts("example.net", 50, 3, {failure("certificate-host-mismatch", 3, "mx1.example.org")})}),
         report("google.com", day(9),
                {sts("example.org", 50, 2, {failure("starttls-not-supported", 2, "mx1.example.org")})})});
}

} // namespace

void TestHostCauses::eachWithItsOwnNumbers()
{
    const auto causes = hostCauses(*twoCausesAtAHost(), {});
    QCOMPARE(causes.size(), size_t(2));
    QCOMPARE(causes[0].cause, Cause::NameMismatch);
    QCOMPARE(causes[0].occurrences, 12);
    QCOMPARE(causes[0].senders, 2);
    QCOMPARE(causes[0].domains, 2);
    QCOMPARE(causes[0].first, day(0));
    QCOMPARE(causes[0].last, day(4));
    QCOMPARE(causes[1].cause, Cause::StarttlsNotOffered);
    QCOMPARE(causes[1].occurrences, 2);
    QCOMPARE(causes[1].senders, 1);
    QCOMPARE(causes[1].domains, 1);
    QCOMPARE(causes[1].first, day(9));
    QCOMPARE(causes[1].last, day(9));
}

void TestHostCauses::newestExample()
{
    const auto at = [](int offset, const char *domain, const char *ip, const char *mode) {
        return report("google.com", day(offset),
                      {sts(domain, 0, 1, {failure("certificate-expired", 1, "mx1.example.org", "late", ip)}, mode)});
    };
    const auto causes = hostCauses(*factsOf({at(5, "new.example", "", "testing"), at(5, "new.example", "192.0.2.5", "testing"),
                                             at(1, "old.example", "192.0.2.1", "enforce")}),
                                   {});
    QCOMPARE(causes.size(), size_t(1));
    const Situation &example = causes[0].situation;
    QCOMPARE(example.domain, QStringLiteral("new.example"));
    QCOMPARE(example.mx, QStringLiteral("mx1.example.org"));
    QCOMPARE(example.receivingIp, QStringLiteral("192.0.2.5"));
    QCOMPARE(example.mode, PolicyMode::Testing);
    QCOMPARE(example.track, Track::Sts);
    QCOMPARE(example.resultType, QStringLiteral("certificate-expired"));
    QCOMPARE(example.reason, QStringLiteral("late"));
    QCOMPARE(example.patterns, QStringList{QStringLiteral("*.example.org")});
}

void TestHostCauses::order()
{
    const auto causes = hostCauses(
        *factsOf({report("google.com", day(0),
                         {sts("example.org", 0, 9,
                              {failure("certificate-expired", 2, "mxb.example.org"), failure("certificate-expired", 2, "mxa.example.org"),
                               failure("starttls-not-supported", 5, "mxb.example.org")})})}),
        {});
    QStringList hosts;
    for (const HostCause &cause : causes)
        hosts << cause.situation.mx;
    QCOMPARE(hosts, (QStringList{QStringLiteral("mxb.example.org"), QStringLiteral("mxa.example.org"), QStringLiteral("mxb.example.org")}));
    QCOMPARE(causes[0].cause, Cause::StarttlsNotOffered);
}

void TestHostCauses::filtered()
{
    Filter filter;
    filter.domains = QStringList{QStringLiteral("example.net")};
    const auto causes = hostCauses(*twoCausesAtAHost(), filter);
    QCOMPARE(causes.size(), size_t(1));
    QCOMPARE(causes[0].occurrences, 3);
    QVERIFY(hostCauses(*factsOf({}), {}).empty());
}

QTEST_GUILESS_MAIN(TestHostCauses)
#include "test_hostcauses.moc"
