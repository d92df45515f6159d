// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/stspolicy.h"

#include <QTest>

using namespace tlsrpt;

class TestMxPattern : public QObject
{
    Q_OBJECT
private slots:
    void matching_data();
    void matching();
    void theFirstCoveringPattern();
    void misses_data();
    void misses();
};

void TestMxPattern::matching_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, const QString &pattern, const QString &host,
                        bool expected) { QTest::newRow(name) << pattern << host << expected; };
    row("case and dot", u"mail.example.com"_qs, u"MAIL.example.com."_qs, true);
    row("one label", u"*.example.com"_qs, u"mail.example.com"_qs, true);
    row("not the parent", u"*.example.com"_qs, u"example.com"_qs, false);
    row("not two labels", u"*.example.com"_qs, u"a.b.example.com"_qs, false);
    row("real case of two labels", u"*.mx.microsoft"_qs, u"example-li.h-v1.mx.microsoft"_qs, false);
    row("the right pattern for it", u"*.h-v1.mx.microsoft"_qs, u"example-li.h-v1.mx.microsoft"_qs,
        true);
    row("Microsoft 365", u"*.mail.protection.outlook.com"_qs,
        u"example-com.mail.protection.outlook.com"_qs, true);
    row("old draft", u".example.com"_qs, u"mail.example.com"_qs, false);
    row("the mail domain", u"example.com"_qs, u"mail.example.com"_qs, false);
    row("inside a label", u"mx*.example.com"_qs, u"mx1.example.com"_qs, false);
    row("in the middle", u"mail.*.example.com"_qs, u"mail.a.example.com"_qs, false);
    row("asterisk alone", u"*"_qs, u"mail"_qs, false);
    row("asterisk and dot", u"*."_qs, u"mail."_qs, false);
    row("two wildcards", u"*.*.example.com"_qs, u"a.b.example.com"_qs, false);
    row("a literal asterisk is no host", u"*.example.com"_qs, u".example.com"_qs, false);
    row("pattern with dot and case", u"*.EXAMPLE.com."_qs, u"mail.example.com"_qs, true);
    row("U-labels on one side", u"*.bücher.example"_qs, u"mx.xn--bcher-kva.example"_qs, true);
    row("nothing", QString(), QString(), false);
    row("suffix but no label border", u"*.example.com"_qs, u"mail.badexample.com"_qs, false);
}

void TestMxPattern::matching()
{
    QFETCH(QString, pattern);
    QFETCH(QString, host);
    QFETCH(bool, expected);
    QCOMPARE(mxMatches(pattern, host), expected);
    QCOMPARE(coveringPattern({u"nothing.invalid"_qs, pattern}, host).has_value(), expected);
}

void TestMxPattern::theFirstCoveringPattern()
{
    const QStringList patterns{u"mx1.example.com"_qs, u"*.example.com"_qs, u"mx2.example.com"_qs};
    QCOMPARE(coveringPattern(patterns, u"mx2.example.com"), std::optional(u"*.example.com"_qs));
    QCOMPARE(coveringPattern({}, u"mx2.example.com"), std::nullopt);
}

void TestMxPattern::misses_data()
{
    QTest::addColumn<QStringList>("patterns");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("pattern");
    const auto row = [](const char *name, const QStringList &patterns, const QString &host,
                        MissReason reason, const QString &pattern) {
        QTest::newRow(name) << patterns << host << static_cast<int>(reason) << pattern;
    };
    row("two labels", {u"mx.example.org"_qs, u"*.mx.microsoft"_qs}, u"x.h-v1.mx.microsoft"_qs,
        MissReason::OneLabelOnly, u"*.mx.microsoft"_qs);
    row("the parent", {u"*.example.com"_qs}, u"example.com"_qs, MissReason::ParentOnly,
        u"*.example.com"_qs);
    row("the mail domain", {u"example.com"_qs}, u"mail.example.com"_qs,
        MissReason::PatternIsMailDomain, u"example.com"_qs);
    row("the mail domain, servers elsewhere", {u"example.com"_qs}, u"mx.provider.net"_qs,
        MissReason::PatternIsMailDomain, u"example.com"_qs);
    row("old draft", {u".example.com"_qs}, u"mail.example.com"_qs, MissReason::OldDraftSyntax,
        u".example.com"_qs);
    row("wildcard in a label", {u"mx*.example.com"_qs}, u"mx7.example.com"_qs,
        MissReason::WildcardMisplaced, u"mx*.example.com"_qs);
    row("wildcard in the middle", {u"mail.*.example.com"_qs}, u"mail.a.example.com"_qs,
        MissReason::WildcardMisplaced, u"mail.*.example.com"_qs);
    row("a misplaced wildcard that is not near", {u"mx*.example.com"_qs}, u"mail.example.com"_qs,
        MissReason::NotListed, QString());
    row("two misplaced wildcards, one of them near", {u"mx*.a*.example.com"_qs}, u"mx1.b.example.com"_qs,
        MissReason::NotListed, QString());
    row("another house", {u"mx1.example.com"_qs, u"*.example.com"_qs}, u"mx.provider.net"_qs,
        MissReason::OtherOrganization, QString());
    row("same house, not listed", {u"mx1.example.com"_qs}, u"mx3.example.com"_qs,
        MissReason::NotListed, QString());
    row("no patterns", {}, u"mx3.example.com"_qs, MissReason::NotListed, QString());
    row("no host", {u"mx1.example.com"_qs}, QString(), MissReason::NotListed, QString());
    row("case does not matter", {u"*.Example.COM."_qs}, u"A.B.example.com"_qs,
        MissReason::OneLabelOnly, u"*.Example.COM."_qs);
}

void TestMxPattern::misses()
{
    QFETCH(QStringList, patterns);
    QFETCH(QString, host);
    QFETCH(int, reason);
    QFETCH(QString, pattern);
    QVERIFY(!coveringPattern(patterns, host));
    const Miss miss = explainMiss(patterns, host, u"Example.com.");
    QCOMPARE(static_cast<int>(miss.reason), reason);
    QCOMPARE(miss.pattern, pattern);
}

QTEST_GUILESS_MAIN(TestMxPattern)
#include "test_mxpattern.moc"
