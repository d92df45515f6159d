// SPDX-License-Identifier: GPL-3.0-or-later
// The first sentence, with and without failures, from facts of an Overview only.
#include "ui/words/words.h"

#include <QTest>

using namespace tlsrpt;

namespace
{

Overview overviewOf(qint64 protectedCount, qint64 noPolicy, qint64 failed, int senders = 5)
{
    Overview o;
    o.reports = 10;
    o.sessions = {protectedCount, noPolicy, failed};
    for (int i = 0; i < senders; ++i) {
        SenderRow sender;
        sender.name = QStringLiteral("Sender %1").arg(i);
        o.senders.push_back(sender);
    }
    return o;
}

Overview blaming(Overview o, CauseGroup group, qint64 occurrences)
{
    o.occurrences[static_cast<size_t>(group)] = occurrences;
    o.occurrencesTotal += occurrences;
    return o;
}

void addDomain(Overview &o, const char *mx, Cause cause, qint64 occurrences)
{
    DomainRow domain;
    domain.worstMx = QString::fromUtf8(mx);
    domain.worstCause = cause;
    domain.worstOccurrences = occurrences;
    o.domains.push_back(domain);
}

} // namespace

class TestVerdict : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theMockUpsNumbers()
    {
        Overview o = blaming(overviewOf(1312016, 93991, 10622), CauseGroup::CertificateExpired, 4390);
        o = blaming(o, CauseGroup::Dane, 3711);
        addDomain(o, "mx.example.net", Cause::TlsaMismatch, 3711);
        addDomain(o, "mx2.example.org", Cause::Expired, 2000);
        addDomain(o, "mx3.example.org", Cause::Expired, 100);
        QCOMPARE(words::verdict(o),
                 QStringLiteral("92.6 % of 1,416,629 sessions from 5 senders were protected. 0.75 % failed, "
                                "most often because a certificate had expired (lately mx2.example.org)."));
    }

    void sentences_data()
    {
        QTest::addColumn<qint64>("isProtected");
        QTest::addColumn<qint64>("noPolicy");
        QTest::addColumn<qint64>("failed");
        QTest::addColumn<int>("senders");
        QTest::addColumn<QString>("text");
        const auto add = [](const char *name, qint64 p, qint64 n, qint64 f, int senders, const char *text) {
            QTest::newRow(name) << p << n << f << senders << QString::fromUtf8(text);
        };
        add("all protected", 1234, 0, 0, 3,
            "All 1,234 sessions from 3 senders were protected. Nothing failed.");
        add("one sender", 1234, 0, 0, 1,
            "All 1,234 sessions from Sender 0 were protected. Nothing failed.");
        add("some without policy", 90, 10, 0, 2,
            "90.0 % of 100 sessions from 2 senders were protected. For 10.0 % no policy asked for it. "
            "Nothing failed.");
        add("no policy at all", 0, 949, 0, 1,
            "None of 949 sessions from Sender 0 was protected. No policy asked for it, and nothing failed.");
        add("all failed", 0, 0, 728, 1, "All 728 sessions from Sender 0 failed. The reports do not say why.");
        add("failed and no policy", 0, 50, 50, 2,
            "None of 100 sessions from 2 senders was protected. 50.0 % failed; the reports do not say why.");
        add("one failure of many", 999999, 0, 1, 2,
            "Over 99.99 % of 1,000,000 sessions from 2 senders were protected. Under 0.01 % failed; the "
            "reports do not say why.");
        add("one session", 1, 0, 0, 1, "The only session, from Sender 0, was protected. Nothing failed.");
        add("one session failed", 0, 0, 1, 1,
            "The only session, from Sender 0, failed. The reports do not say why.");
        add("one session without policy", 0, 1, 0, 2,
            "The only session was not protected: no policy asked for it. Nothing failed.");
        add("no sessions", 0, 0, 0, 1, "The reports count no sessions, so there is nothing to judge.");
    }
    void sentences()
    {
        QFETCH(qint64, isProtected);
        QFETCH(qint64, noPolicy);
        QFETCH(qint64, failed);
        QFETCH(int, senders);
        QTEST(words::verdict(overviewOf(isProtected, noPolicy, failed, senders)), "text");
    }

    void noReports() { QCOMPARE(words::verdict({}), QStringLiteral("There are no reports to judge.")); }

    void everyGroupHasItsReason()
    {
        for (int i = 0; i < causeGroupCount; ++i) {
            const auto group = static_cast<CauseGroup>(i);
            const QString some = words::verdict(blaming(overviewOf(90, 0, 10), group, 10));
            const QString all = words::verdict(blaming(overviewOf(0, 0, 10), group, 10));
            QVERIFY2(some.contains(QStringLiteral(" failed, most often ")), qPrintable(some));
            QVERIFY2(all.contains(QStringLiteral("failed. Most often ")), qPrintable(all));
            QVERIFY(some.endsWith(u'.') && all.endsWith(u'.'));
            QVERIFY(!some.contains(QStringLiteral("lost")));
        }
    }

    void aHostIsNamedOnlyForTheSameGroup()
    {
        Overview o = blaming(overviewOf(90, 0, 10), CauseGroup::CertificateExpired, 10);
        addDomain(o, "mx.example.net", Cause::TlsaMismatch, 9);
        QVERIFY(!words::verdict(o).contains(QStringLiteral("mx.example.net")));
    }

    void hostileNames()
    {
        Overview o = blaming(overviewOf(90, 0, 10, 1), CauseGroup::CertificateExpired, 10);
        o.senders[0].name = QStringLiteral("%1 %3\x1b[31m<b>\n") + QString(1 << 20, u'x');
        addDomain(o, "%2\xe2\x80\xaemx", Cause::Expired, 5);
        const QString text = words::verdict(o);
        QVERIFY(text.size() < 400);
        QVERIFY(text.contains(QStringLiteral("%1 %3[31m<b> xxx")));
        QVERIFY(text.contains(QStringLiteral("(lately %2mx)")));
        QVERIFY(!text.contains(u'\n') && !text.contains(QChar(0x1b)) && !text.contains(QChar(0x202e)));
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "test_verdict.moc"
