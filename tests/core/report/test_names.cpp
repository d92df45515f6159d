// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/names.h"

#include <QTest>

using namespace tlsrpt;

class TestNames : public QObject
{
    Q_OBJECT
private slots:
    void hosts_data();
    void hosts();
    void addresses_data();
    void addresses();
    void registrable_data();
    void registrable();
};

namespace
{

void row(const char *name, const QString &given, const QString &expected)
{
    QTest::newRow(name) << given << expected;
}

void columns()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expected");
}

} // namespace

void TestNames::hosts_data()
{
    columns();
    row("plain", u"mail.example.com"_qs, u"mail.example.com"_qs);
    row("upper case", u"MAIL.Example.COM"_qs, u"mail.example.com"_qs);
    row("trailing dot", u"mail.example.com."_qs, u"mail.example.com"_qs);
    row("blanks", u" mail.example.com.\t"_qs, u"mail.example.com"_qs);
    row("U-labels", u"Mail.Bücher.example"_qs, u"mail.xn--bcher-kva.example"_qs);
    row("A-labels stay", u"mail.XN--BCHER-KVA.example"_qs, u"mail.xn--bcher-kva.example"_qs);
    row("underscore", u"_mta-sts.example.com"_qs, u"_mta-sts.example.com"_qs);
    row("no name at all", u"Not A Host"_qs, u"not a host"_qs);
    row("root", u"."_qs, QString());
    row("empty", QString(), QString());
    row("too long for IDNA", u"ü"_qs.repeated(2000), u"ü"_qs.repeated(2000));
}

void TestNames::hosts()
{
    QFETCH(QString, given);
    QFETCH(QString, expected);
    QCOMPARE(normalisedHost(given), expected);
    QCOMPARE(normalisedHost(normalisedHost(given)), expected);
}

void TestNames::addresses_data()
{
    columns();
    row("v4", u"192.0.2.1"_qs, u"192.0.2.1"_qs);
    row("v4 in brackets", u" [192.0.2.1] "_qs, u"192.0.2.1"_qs);
    row("v6 leading zeros", u"2001:0db8:ABCD:0012::0001"_qs, u"2001:db8:abcd:12::1"_qs);
    row("v6 one zero group stays", u"2001:db8:0:1:1:1:1:1"_qs, u"2001:db8:0:1:1:1:1:1"_qs);
    row("v6 the longest run", u"2001:0:0:1:0:0:0:1"_qs, u"2001:0:0:1::1"_qs);
    row("v6 the first of equal runs", u"2001:db8:0:0:1:0:0:1"_qs, u"2001:db8::1:0:0:1"_qs);
    row("v6 literal of SMTP", u"[IPv6:2001:DB8::25]"_qs, u"2001:db8::25"_qs);
    row("v4 in v6", u"::FFFF:192.0.2.1"_qs, u"::ffff:192.0.2.1"_qs);
    row("short v4 is none", u"127.1"_qs, QString());
    row("a number is none", u"1"_qs, QString());
    row("leading zeros in v4", u"192.0.02.1"_qs, QString());
    row("over 255", u"256.0.0.1"_qs, QString());
    row("with port", u"192.0.2.1:25"_qs, QString());
    row("a name", u"mail.example.com"_qs, QString());
    row("empty", QString(), QString());
    row("empty brackets", u"[]"_qs, QString());
    row("not ASCII", u"١٩٢.0.2.1"_qs, QString());
    row("endless", u"1"_qs.repeated(5000), QString());
}

void TestNames::addresses()
{
    QFETCH(QString, given);
    QFETCH(QString, expected);
    QCOMPARE(normalisedAddress(given), expected);
    QCOMPARE(normalisedAddress(expected), expected);
}

void TestNames::registrable_data()
{
    columns();
    row("address", u"tls_support@corp.mail.ru"_qs, u"mail.ru"_qs);
    row("host", u"mx1.mail.example.com"_qs, u"example.com"_qs);
    row("suffix of two labels", u"a.b.example.co.uk"_qs, u"example.co.uk"_qs);
    row("itself", u"example.com"_qs, u"example.com"_qs);
    row("a public suffix has none", u"co.uk"_qs, u"co.uk"_qs);
    row("unknown top level", u"mail.host.lan"_qs, u"host.lan"_qs);
    row("one label", u"localhost"_qs, u"localhost"_qs);
    row("angle brackets", u"Reports <tls@MAIL.Example.com.>"_qs, u"example.com"_qs);
    row("U-labels", u"tls@post.bücher.de"_qs, u"xn--bcher-kva.de"_qs);
    row("an address of the network", u"postmaster@[192.0.2.1]"_qs, u"192.0.2.1"_qs);
    row("empty", QString(), QString());
    const QString endless = QString(300, u'a') + u".example.com"_qs;
    row("too long for a name", endless, endless);
}

void TestNames::registrable()
{
    QFETCH(QString, given);
    QFETCH(QString, expected);
    QCOMPARE(registrableDomain(given), expected);
}

QTEST_GUILESS_MAIN(TestNames)
#include "test_names.moc"
