// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"
#include "core/report/resulttypes.h"

#include <QTest>

using namespace tlsrpt;

class TestResultTypes : public QObject
{
    Q_OBJECT
private slots:
    void theRegistryIsComplete();
    void otherTextsAreNoTypes();
    void tracks_data();
    void tracks();
};

void TestResultTypes::theRegistryIsComplete()
{
    // RFC 8460 §6.6, in the order of the registry.
    const QStringList registered{u"starttls-not-supported"_qs, u"certificate-host-mismatch"_qs,
                                 u"certificate-expired"_qs,    u"certificate-not-trusted"_qs,
                                 u"validation-failure"_qs,     u"tlsa-invalid"_qs,
                                 u"dnssec-invalid"_qs,         u"dane-required"_qs,
                                 u"sts-policy-fetch-error"_qs, u"sts-policy-invalid"_qs,
                                 u"sts-webpki-invalid"_qs};
    QCOMPARE(registered.size(), resultTypeCount);
    for (int i = 0; i < resultTypeCount; ++i) {
        const auto type = static_cast<ResultType>(i);
        QCOMPARE(QString(name(type)), registered[i]);
        QCOMPARE(resultTypeOf(registered[i]), std::optional(type));
        QCOMPARE(resultTypeOf(QString(u" "_qs + registered[i].toUpper())), std::optional(type));
    }
}

void TestResultTypes::otherTextsAreNoTypes()
{
    for (const QString &text :
         {QString(), u"Other"_qs, u"certificate_expired"_qs, u"certificate-expired-x"_qs})
        QVERIFY2(!resultTypeOf(text), qPrintable(text));
}

void TestResultTypes::tracks_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("expected");
    QTest::newRow("sts") << u"sts"_qs << u"sts"_qs;
    QTest::newRow("sts in capitals") << u"STS"_qs << u"sts"_qs;
    QTest::newRow("tlsa") << u"tlsa"_qs << u"tlsa"_qs;
    QTest::newRow("tlsa with blanks") << u" TLSA "_qs << u"tlsa"_qs;
    QTest::newRow("none") << u"no-policy-found"_qs << u"none"_qs;
    QTest::newRow("unknown") << u"invalid-policy-type"_qs << u"other"_qs;
    QTest::newRow("missing") << QString() << u"other"_qs;
}

void TestResultTypes::tracks()
{
    QFETCH(QString, type);
    QFETCH(QString, expected);
    QCOMPARE(QString(slug(trackOf(type))), expected);
}

QTEST_GUILESS_MAIN(TestResultTypes)
#include "test_resulttypes.moc"
