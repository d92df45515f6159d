// SPDX-License-Identifier: GPL-3.0-or-later
// A letter carries what concerns its addressee and nothing of anybody else.
#include "tests/core/diagnosis/scenario.h"
#include "tests/ui/words/findingsmade.h"
#include "ui/words/findingwords.h"

#include <QTest>

using namespace tlsrpt;
using words::Addressee;

namespace
{

constexpr char selfSigned[] = R"(
    policy P enforce mx1.example.org,mx2.example.org 2592000
    1-10  google    sts P 100 0
    1-10  microsoft sts P 50  0
    11-14 google    sts P 90 7 7 certificate-not-trusted mx=mx2.example.org ip=192.0.2.2 from=203.0.113.1 reason=self_signed_certificate
    12-13 microsoft sts P 45 5 5 certificate-not-trusted mx=mx2.example.org ip=192.0.2.2 from=203.0.113.2
    13    google    sts@other-customer.example P 90 3 3 certificate-not-trusted mx=mx2.example.org ip=192.0.2.2
)";

Finding ofDomain(const Scenario &story, Rule rule, const QString &domain)
{
    for (const Finding &finding : story.all(rule)) {
        if (finding.domain == domain)
            return finding;
    }
    return {};
}

} // namespace

class TestLetter : public QObject
{
    Q_OBJECT

private slots:
    void toTheOperator()
    {
        const Scenario story(selfSigned);
        const Finding finding = ofDomain(story, Rule::R05, made::domain);
        QCOMPARE(finding.owner, Owner::MxOperator);
        QCOMPARE(words::addresseeOf(finding), Addressee::ServerOperator);
        const words::Letter letter = words::letterToOperator(finding, story.facts());
        QCOMPARE(letter.to, u"postmaster@example.org"_qs);
        QVERIFY(!letter.toHint.isEmpty());
        QCOMPARE(letter.subject, u"TLS failures at mx2.example.org from 2026-01-11 to 2026-01-14"_qs);
        for (const char *part : {"example.org", "mx2.example.org [192.0.2.2]", "from 203.0.113.2",
                                 "self signed certificate", "Times counted: 38"})
            QVERIFY2(letter.body.contains(QString::fromUtf8(part)), qPrintable(letter.body));
        // Neither whose reports they are, nor another customer of the server, nor sessions, which
        // are counted for the whole domain.
        for (const char *part : {"oogle", "icrosoft", "other-customer", "Failed sessions", "your reports"})
            QVERIFY2(!letter.body.contains(QString::fromUtf8(part)), qPrintable(letter.body));
    }

    /// The operator is told what to do, in the order in which the finding says it.
    void theOperatorIsToldWhatToDo()
    {
        Finding dane = made::finding(Rule::R15);
        dane.owner = Owner::MxOperator;
        dane.checks = {{CheckKind::TlsaDigest, u"openssl one |\nopenssl two"_qs, true}, {CheckKind::TlsaRecords, u"dig TLSA"_qs, false}};
        const QString body = words::letterToOperator(dane, Facts{}).body;
        qsizetype at = body.indexOf(u"What usually mends it:\n  1. "_qs);
        QVERIFY2(at > 0, qPrintable(body));
        for (const QString &step : words::finding(dane).fix) {
            const qsizetype next = body.indexOf(step, at);
            QVERIFY2(next > at, qPrintable(body));
            at = next;
        }
        QVERIFY2(body.indexOf(u"To check:\n  openssl one |\n  openssl two\n  dig TLSA\n"_qs) > at, qPrintable(body));
        QVERIFY(!body.contains(u"\n\n\n"_qs));
        QVERIFY2(!body.contains(u"certificate and its settings"_qs), "of another problem than the one told");
    }

    /// Then the steps of the finding are those of its reader: look at other senders, ask this one.
    void whereTheCauseIsNotKnownTheChecksFindIt()
    {
        Finding bare = made::finding(Rule::R11);
        bare.owner = Owner::MxOperator;
        bare.checks = {{CheckKind::TlsHandshake, u"first"_qs, true}, {CheckKind::TlsVersions, u"second"_qs, true}};
        const QString body = words::letterToOperator(bare, Facts{}).body;
        QVERIFY2(body.contains(u"To check:\n  first\n  second\n"_qs), qPrintable(body));
        QVERIFY(!body.contains(u"What usually mends it"_qs));
        bare.checks.clear();
        QVERIFY(!words::letterToOperator(bare, Facts{}).body.contains(u"\n\n\n"_qs));
    }

    void proposesTheServersDomain_data()
    {
        QTest::addColumn<QString>("mx");
        QTest::addColumn<QString>("address");
        QTest::newRow("own") << u"mx2.example.org"_qs << u"postmaster@example.org"_qs;
        QTest::newRow("provider") << u"in.mail.provider.co.uk"_qs << u"postmaster@provider.co.uk"_qs;
        QTest::newRow("no domain") << u"localhost"_qs << QString();
        QTest::newRow("address") << u"192.0.2.1"_qs << QString();
        QTest::newRow("hostile") << u"=cmd|\"/c calc\"!a1.example,b@example.org"_qs << QString();
    }
    void proposesTheServersDomain()
    {
        QFETCH(const QString, mx);
        Finding finding = made::finding(Rule::R01);
        finding.mx = mx;
        QCOMPARE(words::addresseeOf(finding), Addressee::ServerOperator);
        const words::Letter letter = words::letterToOperator(finding, Facts{});
        QTEST(letter.to, "address");
        QVERIFY(!letter.toHint.isEmpty());
    }

    void severalServers()
    {
        Finding finding = made::finding(Rule::R02);
        finding.details.hosts = QStringList{u"mx1.example.net"_qs, u"mx2.example.net"_qs};
        QCOMPARE(words::addresseeOf(finding), Addressee::ServerOperator);
        const words::Letter letter = words::letterToOperator(finding, Facts{});
        QCOMPARE(letter.to, u"postmaster@example.net"_qs);
        QVERIFY(letter.subject.contains(u"mx1.example.net and mx2.example.net"));
        finding.details.hosts << u"mx.elsewhere.example"_qs; // one operator would read of the other
        QCOMPARE(words::addresseeOf(finding), Addressee::Nobody);
    }

    void toTheOwnerOfTheDomain_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QString>("address");
        QTest::newRow("plain") << u"example.org"_qs << u"postmaster@example.org"_qs;
        QTest::newRow("sub-domain") << u"lists.example.org"_qs << u"postmaster@lists.example.org"_qs;
        QTest::newRow("hostile") << u"a@example.org?bcc=b"_qs << QString();
    }
    void toTheOwnerOfTheDomain()
    {
        QFETCH(const QString, domain);
        Finding policy = made::finding(Rule::R08);
        policy.domain = domain;
        policy.owner = Owner::ReceivingDomain;
        QCOMPARE(words::addresseeOf(policy), Addressee::DomainOwner);
        const words::Letter letter = words::letterToOwner(policy, Facts{});
        QTEST(letter.to, "address");
        QVERIFY(!letter.toHint.isEmpty());
        QCOMPARE(letter.subject, u"TLS of mail to %1: mx2.example.org is not in the policy"_qs.arg(domain));
        for (const QString &step : words::finding(policy).fix)
            QVERIFY2(letter.body.contains(step), qPrintable(letter.body));
        QVERIFY(!letter.body.contains(u"\n\n\n"_qs));
    }

    void toNobody()
    {
        Finding policy = made::finding(Rule::R12);
        policy.owner = Owner::PolicyHost;
        QCOMPARE(words::addresseeOf(policy), Addressee::DomainOwner);
        policy.open = false; // nothing to mend any more
        QCOMPARE(words::addresseeOf(policy), Addressee::Nobody);
        Finding jump = made::finding(Rule::R37);
        jump.owner = Owner::ReceivingDomain;
        QCOMPARE(words::addresseeOf(jump), Addressee::Nobody);
        QCOMPARE(words::addresseeOf(Finding()), Addressee::Nobody);
    }

    void toTheSenderThatIsAsked()
    {
        for (const Rule rule : {Rule::R14, Rule::R28, Rule::R30, Rule::R30b, Rule::R31}) {
            Finding finding = made::finding(rule);
            finding.owner = Owner::ReceivingDomain;
            QCOMPARE(words::addresseeOf(finding), Addressee::Sender);
            finding.senders.clear();
            QCOMPARE(words::addresseeOf(finding), Addressee::Nobody);
        }
    }

    /// Of a finding that several senders told, each gets its own part.
    void onlyItsOwnReports()
    {
        const Scenario story(selfSigned);
        const Finding finding = ofDomain(story, Rule::R05, made::domain);
        QCOMPARE(finding.senders.size(), 2u);
        const Finding own = narrowedTo(u"microsoft.com"_qs, finding, story.facts());
        QCOMPARE(own.senders.size(), 1u);
        QCOMPARE(own.failures.size(), 2u);
        QCOMPARE(own.occurrences, 10);
        QCOMPARE(own.first, Scenario::day(12));
        QCOMPARE(own.last, Scenario::day(13));
        QCOMPARE(own.daysAffected, 2);
        QVERIFY(own.reason.isEmpty()); // it was another sender's
        QCOMPARE(reportsOf(own, story.facts()).size(), 2u);
        const words::Letter letter = words::letterToSender(own, story.facts(), u"tls@microsoft.com"_qs, {u"id-1"_qs});
        QCOMPARE(letter.to, u"tls@microsoft.com"_qs);
        for (const char *part : {"from 203.0.113.2", "10 of ", "Times counted: 10", "id-1", "tls@microsoft.com"})
            QVERIFY2(letter.body.contains(QString::fromUtf8(part)), qPrintable(letter.body));
        for (const char *part : {"203.0.113.1", "38", "oogle", "self signed", "2026-01-14", "other-customer"})
            QVERIFY2(!letter.body.contains(QString::fromUtf8(part)), qPrintable(letter.body));
    }

    void toTheSender()
    {
        Finding f = made::finding(Rule::R30);
        f.reason = u"%9 handshake failed"_qs;
        const words::Letter letter = words::letterToSender(f, Facts{}, u"tls@google.com"_qs, {u"2026-05-03T00:00:00Z_x"_qs});
        QCOMPARE(letter.subject, u"TLS failures of your mail to example.org from 2026-05-03 to 2026-05-14"_qs);
        for (const char *part : {"mx2.example.org", "2026-05-03 to 2026-05-14", "212 of 1,904", "214", "%9 handshake failed",
                                 "validation-failure", "Other senders had no such failure", "tls@google.com",
                                 "2026-05-03T00:00:00Z_x"})
            QVERIFY2(letter.body.contains(QString::fromUtf8(part)), part);
        QVERIFY(!letter.body.contains(u"560"_qs)); // how much mail others send is theirs
        QVERIFY(!letter.body.contains(u"\n\n\n"_qs));
        QVERIFY(!letter.body.contains(u"fault"_qs));
    }

    void ofABareFinding()
    {
        Finding f;
        f.first = f.last = Day::fromDate({2026, 5, 3});
        const words::Letter letter = words::letterToSender(f, Facts{}, {});
        QVERIFY(letter.subject.endsWith(u"on 2026-05-03"));
        QVERIFY(!letter.body.contains(u'%'));
        QVERIFY(letter.to.isEmpty() && !letter.toHint.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLetter)
#include "test_letter.moc"
