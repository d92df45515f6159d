// SPDX-License-Identifier: GPL-3.0-or-later
// Whose report it is and which domain a row is about, from the JSON and from what is around it (K
// 3).
#include "fixture.h"

#include <QTest>

#include <utility>

using namespace tlsrpt;
using namespace tlsrpt::test;

namespace
{

QByteArray report(const QList<std::pair<QByteArray, QByteArray>> &rows, const QByteArray &id = "1")
{
    QByteArray json =
        "{\"organization-name\":\" The  House \",\"contact-info\":\"CONTACT\",\"report-id\":\"" +
        id +
        "\",\"date-range\":{\"start-datetime\":\"2026-03-01T00:00:00Z\",\"end-datetime\":\"2026-03-"
        "01T23:59:59Z\"},\"policies\":[";
    for (const auto &[type, domain] : rows) {
        json += "{\"policy\":{\"policy-type\":\"" + type + "\"";
        if (!domain.isEmpty())
            json += ",\"policy-domain\":\"" + domain + "\"";
        json += "},\"summary\":{\"total-successful-session-count\":1,\"total-failure-session-"
                "count\":0}},";
    }
    if (json.endsWith(','))
        json.chop(1);
    return json + "]}";
}

} // namespace

class TestDomains : public QObject
{
    Q_OBJECT
private slots:
    void domains_data();
    void domains();
    void reporters_data();
    void reporters();
};

void TestDomains::domains_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &json, const QString &hint,
                        const QStringList &expected) {
        QTest::newRow(name) << json << hint << expected;
    };
    const QString org = u"example.org"_qs;
    const QString net = u"example.net"_qs;
    const QString mx = u"mx1.example.org"_qs;
    row("as sent, whatever the mail says", report({{"sts", "example.org"}}), net, {org});
    row("missing, from the mail", report({{"no-policy-found", ""}}), u" <Example.ORG.>"_qs, {org});
    row("missing, from another row", report({{"no-policy-found", ""}, {"sts", "example.org"}}), {},
        {org, org});
    row("the mail before the other rows", report({{"no-policy-found", ""}, {"sts", "example.org"}}),
        net, {net, org});
    row("missing, from the report id",
        report({{"no-policy-found", ""}}, "2026-03-01T00:00:00Z_idx1_example.org"), {}, {org});
    row("Microsoft's report id", report({{"no-policy-found", ""}}, "1340001+example.org"), {},
        {org});
    row("report id that ends early", report({{"no-policy-found", ""}}, "1340001+"), {},
        {QString()});
    row("rows disagree, the report id tells",
        report({{"sts", "example.org"}, {"sts", "example.net"}, {"no-policy-found", ""}},
               "1_example.net"),
        {}, {org, net, net});
    row("nothing but a mail host", report({{"tlsa", "mx1.example.org"}, {"no-policy-found", ""}}),
        {}, {mx, mx});
    row("nothing at all", report({{"no-policy-found", ""}}), {}, {QString()});
    row("a useless header", report({{"no-policy-found", ""}}), u"a.example, b.example"_qs,
        {QString()});
    row("mail host, by the mail", report({{"tlsa", "mx1.example.org"}}), org, {org});
    row("mail host elsewhere, by the mail", report({{"tlsa", "mx.provider.example"}}), org, {org});
    row("mail host, by another row",
        report({{"tlsa", "mx1.example.org"}, {"no-policy-found", "example.org"}}), {}, {org, org});
    row("mail host, rows disagree",
        report({{"tlsa", "mx1.example.org"}, {"sts", "example.org"}, {"sts", "example.net"}}), {},
        {mx, org, net});
    row("mail host alone stays", report({{"tlsa", "mx1.example.org"}}, "1_idx1_example.org"), {},
        {mx});
    row("mail host's own report", report({{"tlsa", "mx1.example.org"}}), mx, {mx});
    row("tlsa of another recipient", report({{"tlsa", "example.net"}, {"sts", "example.net"}}), org,
        {net, net});
}

void TestDomains::domains()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, hint);
    QFETCH(QStringList, expected);
    DocumentHints hints;
    hints.reportDomain = hint;
    const auto result = parsed(json, hints);
    QVERIFY(result);
    QStringList seen;
    for (const PolicyResult &row : result->policies)
        seen.append(row.policyDomain);
    QCOMPARE(seen, expected);
    // The identity is the JSON's own.
    QCOMPARE(identityOf(*result), identityOf(*parsed(json)));
    QCOMPARE(contentHashOf(*result), contentHashOf(*parsed(json)));
}

void TestDomains::reporters_data()
{
    QTest::addColumn<QByteArray>("contact");
    QTest::addColumn<QString>("submitter");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *contact, const QString &submitter,
                        const QString &from, const QString &expected) {
        QTest::newRow(name) << QByteArray(contact) << submitter << from << expected;
    };
    const QString submitter = u"mx.submitter.example"_qs;
    const QString from = u"TLS <noreply@from.example>"_qs;
    row("contact", "tls_support@corp.mail.ru", submitter, from, u"mail.ru"_qs);
    row("contact without mailbox", "reports.google.com", submitter, from, u"google.com"_qs);
    row("contact in angle brackets", "Reports <a@mail.house.example>", submitter, from,
        u"house.example"_qs);
    row("no contact", "", submitter, from, u"submitter.example"_qs);
    row("a contact without domain", "postmaster", submitter, from, u"submitter.example"_qs);
    row("a sentence", "Please call us. Thank you.", submitter, from, u"submitter.example"_qs);
    row("an address of the network", "root@[192.0.2.1]", submitter, from, u"submitter.example"_qs);
    row("only the mail's sender", "", QString(), from, u"from.example"_qs);
    row("only the name", "", QString(), QString(), u"the house"_qs);
}

void TestDomains::reporters()
{
    QFETCH(QByteArray, contact);
    QFETCH(QString, submitter);
    QFETCH(QString, from);
    QFETCH(QString, expected);
    QByteArray json = report({{"sts", "example.org"}});
    json.replace("CONTACT", contact);
    DocumentHints hints;
    hints.submitter = submitter;
    hints.from = from;
    const auto result = parsed(json, hints);
    QVERIFY(result);
    QCOMPARE(result->reporterKey, expected);
    QCOMPARE(result->submitter, submitter);
}

QTEST_GUILESS_MAIN(TestDomains)
#include "test_domains.moc"
