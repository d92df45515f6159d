// SPDX-License-Identifier: GPL-3.0-or-later
// Processor milliseconds (median of 5) of every question over N made reports: bench_query [N [KEEP]], default 100,000;
// the archive is copied to KEEP.
// A tool, not a test: run it in a release build.
#include "tests/core/query/made.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace tlsrpt;
using namespace tlsrpt::made;

namespace
{

Report madeReport(int number, QRandomGenerator &random)
{
    static const char *const senders[]{"google.com", "microsoft.com", "mail.ru", "web.de", "a.example",
                                       "b.example", "c.example", "d.example"};
    const QByteArray domain = "customer" + QByteArray::number(random.bounded(50)) + ".example";
    const QByteArray mx = "mx" + QByteArray::number(random.bounded(4)) + "." + domain;
    const QByteArray ip = "192.0.2." + QByteArray::number(random.bounded(4));
    const QStringList patterns{QLatin1String("*.") + QString::fromLatin1(domain)};
    const Day at = day(-random.bounded(1000));
    std::vector<FailureDetail> failures;
    if (random.bounded(10) == 0) {
        failures.push_back(failure("certificate-expired", 1 + random.bounded(9), mx.constData(), "", ip.constData()));
        failures.push_back(failure("validation-failure", 1, mx.constData(), "tls-handshake-failure", ip.constData()));
    }
    const qint64 successful = random.bounded(2000);
    std::vector<PolicyResult> rows{sts(domain.constData(), successful, qint64(failures.size()), failures, "enforce", patterns)};
    if (random.bounded(5) == 0)
        rows.push_back(tlsa(domain.constData(), successful + qint64(failures.size()), 0));
    Report made = report(senders[number % 8], at, std::move(rows));
    made.deviations.resize(size_t(random.bounded(3)), {DeviationKind::ContactMissing, {}, {}});
    return made;
}

template<typename Question>
void measure(const char *name, Question question)
{
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        // Processor time: the machine may be busy with other things, and all of this is one thread.
        const std::clock_t begin = std::clock();
        question();
        times.push_back(double(std::clock() - begin) * 1000 / CLOCKS_PER_SEC);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-32s %8.1f ms\n", name, times[2]);
    std::fflush(stdout);
}

void measureQuestions(const Facts &facts)
{
    Filter one;
    one.domains = {QStringLiteral("customer7.example")};
    Filter failing;
    failing.onlyFailures = true;
    measure("overview, all", [&] { return overview(facts, {}); });
    measure("overview, one domain", [&] { return overview(facts, one); });
    measure("overview, only failures", [&] { return overview(facts, failing); });
    measure("senders", [&] { return senders(facts, {}); });
    measure("servers, all", [&] { return servers(facts, {}); });
    measure("servers, one domain", [&] { return servers(facts, one); });
    measure("result types", [&] { return resultTypes(facts, {}); });
    measure("policies seen", [&] { return policiesSeen(facts, {}); });
    measure("days of a host", [&] { return serverDays(facts, {}, QStringLiteral("mx1.customer7.example")); });
    measure("domain choices", [&] { return domainChoices(facts); });
    measure("sender choices", [&] { return senderChoices(facts); });
    const std::pair<ReportSort, const char *> sorts[]{
        {ReportSort::Day, "report list by day"},           {ReportSort::Sender, "report list by sender"},
        {ReportSort::Domain, "report list by domain"},     {ReportSort::Policy, "report list by policy"},
        {ReportSort::Sessions, "report list by sessions"}, {ReportSort::Failed, "report list by failed"},
        {ReportSort::Deviations, "report list by deviations"}};
    for (const auto &[sort, name] : sorts)
        measure(name, [&facts, sort = sort] { return reportList(facts, {}, sort, Qt::DescendingOrder); });
    measure("report list, find", [&] {
        return reportList(facts, {}, ReportSort::Day, Qt::DescendingOrder, QStringLiteral("customer7"));
    });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const int reports = app.arguments().value(1, QStringLiteral("100000")).toInt();
    QRandomGenerator random(42);
    MadeArchive archive;
    for (int done = 0; done < reports;) {
        std::vector<Report> batch;
        for (int i = 0; i < 10'000 && done < reports; ++i)
            batch.push_back(madeReport(done++, random));
        archive.add(std::move(batch));
    }
    std::shared_ptr<const Facts> facts;
    measure("load all", [&] { facts = archive.facts(); });
    std::printf("%zu reports, %zu rows, %zu failures, %zu texts\n", facts->reports.size(),
                facts->policyRows.size(), facts->failures.size(), facts->texts.size());
    measure("derive", [&] { Facts copy = *facts; deriveFacts(copy); });
    measureQuestions(*facts);
    if (app.arguments().size() > 2) // keep it for a look with other tools
        QFile::copy(archive.path(), app.arguments().at(2));
    const auto before = facts;
    archive.add({madeReport(1, random)});
    measure("add one report", [&] { facts = archive.facts(before); });
    return 0;
}
