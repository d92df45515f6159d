// SPDX-License-Identifier: GPL-3.0-or-later
// The delivery table cell by cell, commands with real and hostile names, the rest of explain().
#include "core/explain/explanation.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tlsrpt;

Q_DECLARE_METATYPE(tlsrpt::MailEffect)

namespace
{

Situation situation(const char *type, const char *reason = "", Track track = Track::Sts,
                    PolicyMode mode = PolicyMode::Enforce)
{
    Situation s;
    s.resultType = QString::fromLatin1(type);
    s.reason = QString::fromUtf8(reason);
    s.track = track;
    s.mode = mode;
    s.domain = QStringLiteral("example.org");
    s.mx = QStringLiteral("mx2.example.org");
    s.receivingIp = QStringLiteral("192.0.2.25");
    s.patterns = QStringList{QStringLiteral("*.example.org")};
    return s;
}

struct Cells {
    MailEffect noPolicy, none, testing, enforce, dane;
};

void addRow(const char *type, const char *reason, const Cells &cells)
{
    const auto cell = [&](const char *column, Track track, PolicyMode mode, MailEffect effect) {
        const QByteArray name = QByteArray(type) + " / " + reason + " / " + column;
        QTest::newRow(name.constData()) << QString::fromLatin1(type) << QString::fromLatin1(reason)
                                        << track << mode << effect;
    };
    cell("no policy", Track::None, PolicyMode::Unknown, cells.noPolicy);
    cell("mode none", Track::Sts, PolicyMode::None, cells.none);
    cell("testing", Track::Sts, PolicyMode::Testing, cells.testing);
    cell("enforce", Track::Sts, PolicyMode::Enforce, cells.enforce);
    cell("dane", Track::Tlsa, PolicyMode::Unknown, cells.dane);
}

const char *const hostileNames[] = {
    "mx.example.org; rm -rf ~", "$(reboot)", "`id`", "a|b", "a&b", "a>b", "a'b", "a\"b", "a b",
    "-oProxyCommand=x", "mx.-example.org", "mx.example-.org", "mx..example.org", ".example.org",
    "mx.example.org\nrm x", "mx.ex\u00e4mple.org", "m\u200bx.example.org", "mx_1.example.org",
    "*.example.org", "mx.example.org:25", "../../etc", "%1", "mx.example.org.", "\\", "{a,b}",
    "~root", "!!", "#x", "1.2.3.4.5", "fe80::1%eth0",
};

} // namespace

class TestExplanation : public QObject
{
    Q_OBJECT

private slots:
    void deliveryTable_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<tlsrpt::Track>("track");
        QTest::addColumn<tlsrpt::PolicyMode>("mode");
        QTest::addColumn<tlsrpt::MailEffect>("effect");
        using E = MailEffect;
        const Cells plain{E::DeliveredPlain, E::DeliveredPlain, E::DeliveredPlain, E::Delayed, E::Delayed};
        const Cells unproven{E::DeliveredUnauthenticated, E::DeliveredUnauthenticated,
                             E::DeliveredUnauthenticated, E::Delayed, E::Delayed};
        const Cells delivered{E::Delivered, E::Delivered, E::Delivered, E::Delayed, E::Delayed};
        const Cells cached{E::DependsOnCachedPolicy, E::DependsOnCachedPolicy,
                           E::DependsOnCachedPolicy, E::DependsOnCachedPolicy, E::Unknown};
        const Cells delayed{E::Delayed, E::Delayed, E::Delayed, E::Delayed, E::Delayed};
        const Cells unusable{E::DeliveredUnauthenticated, E::DeliveredUnauthenticated,
                             E::DeliveredUnauthenticated, E::DeliveredUnauthenticated,
                             E::DeliveredUnauthenticated};
        const Cells oneSender{E::DelayedThisSenderOnly, E::DelayedThisSenderOnly,
                              E::DelayedThisSenderOnly, E::DelayedThisSenderOnly,
                              E::DelayedThisSenderOnly};
        addRow("starttls-not-supported", "", plain);
        addRow("certificate-host-mismatch", "", unproven);
        addRow("certificate-expired", "", unproven);
        addRow("certificate-not-trusted", "self-signed certificate", unproven);
        addRow("validation-failure", "MX_HOSTS_MISMATCH", delivered);
        addRow("validation-failure", "tls-handshake-failure", plain);
        addRow("sts-policy-fetch-error", "", cached);
        addRow("sts-policy-invalid", "", cached);
        addRow("sts-webpki-invalid", "", cached);
        addRow("tlsa-invalid", "", delayed);
        addRow("tlsa-invalid", "all-TLSA-records-unusable", unusable);
        addRow("dnssec-invalid", "", delayed);
        addRow("dane-required", "", oneSender);
        addRow("validation-failure", "nobody knows this", delivered);
    }
    void deliveryTable()
    {
        QFETCH(QString, type);
        QFETCH(QString, reason);
        QFETCH(tlsrpt::Track, track);
        QFETCH(tlsrpt::PolicyMode, mode);
        QFETCH(tlsrpt::MailEffect, effect);
        Situation s = situation(type.toLatin1().constData(), reason.toLatin1().constData(), track, mode);
        QCOMPARE(static_cast<int>(explain(s).effect), static_cast<int>(effect));
    }

    void withoutThePolicyTheEffectIsNotClaimed()
    {
        const auto effect = [](const char *type, Track track) {
            return explain(situation(type, "", track, PolicyMode::Unknown)).effect;
        };
        QCOMPARE(effect("certificate-expired", Track::Sts), MailEffect::Unknown);
        QCOMPARE(effect("starttls-not-supported", Track::Other), MailEffect::Unknown);
        QCOMPARE(effect("sts-policy-fetch-error", Track::Sts), MailEffect::DependsOnCachedPolicy);
    }

    void commandsCarryTheRealHost()
    {
        const Explanation e = explain(situation("certificate-expired"));
        QCOMPARE(e.checks.size(), size_t(2));
        QCOMPARE(e.checks[0].kind, CheckKind::CertificateDates);
        QCOMPARE(e.checks[0].command,
                 QStringLiteral("openssl s_client -starttls smtp -connect mx2.example.org:25 \\\n"
                                "  -servername mx2.example.org -showcerts </dev/null 2>/dev/null \\\n"
                                "  | openssl x509 -noout -subject -issuer -dates -ext subjectAltName"));
        QVERIFY(e.checks[0].needsPort25);
        QVERIFY(e.checks[1].command.contains(QStringLiteral("-connect 192.0.2.25:25")));
        const Check sixth = [] {
            Situation s = situation("certificate-expired");
            s.receivingIp = QStringLiteral("2001:DB8:25:0::2");
            return checkFor(CheckKind::TlsHandshakeAddress, s);
        }();
        QVERIFY2(sixth.command.contains(QStringLiteral("-connect '[2001:db8:25::2]:25'")),
                 qPrintable(sixth.command));
        QCOMPARE(checkFor(CheckKind::StsRecordAndMx, situation("x")).command,
                 QStringLiteral("dig +short TXT _mta-sts.example.org\ndig +short MX example.org"));
        QVERIFY(!checkFor(CheckKind::StsRecordAndMx, situation("x")).needsPort25);
    }

    void withoutAnAddressItsCheckIsLeftOut()
    {
        Situation s = situation("certificate-expired");
        s.receivingIp.clear();
        for (const Check &check : explain(s).checks)
            QVERIFY(check.kind != CheckKind::TlsHandshakeAddress);
    }

    void hostileNamesNeverReachACommand_data()
    {
        QTest::addColumn<QString>("name");
        int n = 0;
        for (const char *name : hostileNames)
            QTest::newRow(qPrintable(QString::number(n++))) << QString::fromUtf8(name);
        QTest::newRow("nul") << QString(QStringLiteral("mx.example.org") + QChar(0) + QStringLiteral("x"));
        QTest::newRow("long label") << QString(QString(64, u'a') + QStringLiteral(".org"));
        QTest::newRow("1 MiB") << QStringLiteral("a.").repeated(1 << 19);
    }
    void hostileNamesNeverReachACommand()
    {
        QFETCH(QString, name);
        Situation s = situation("validation-failure");
        s.mx = s.domain = s.receivingIp = name;
        Situation plain = s;
        plain.mx = plain.domain = plain.receivingIp = QString();
        QVERIFY(!isPlainHostName(name));
        for (int kind = 0; kind <= static_cast<int>(CheckKind::TlsVersions); ++kind) {
            const auto check = static_cast<CheckKind>(kind);
            QCOMPARE(checkFor(check, s).command, checkFor(check, plain).command);
        }
    }

    void plainNames()
    {
        for (const char *name : {"mx2.example.org", "MX.Example.ORG", "a-b.example", "localhost",
                                 "xn--exmple-cua.org", "1.mx.example"})
            QVERIFY2(isPlainHostName(QString::fromLatin1(name)), name);
        for (const char *name : {"", "192.0.2.1", "-", ".", "a."})
            QVERIFY2(!isPlainHostName(QString::fromLatin1(name)), name);
    }

    void everyCauseHasChecksAndAnOwner()
    {
        const char *const types[] = {
            "starttls-not-supported", "certificate-host-mismatch", "certificate-expired",
            "certificate-not-trusted", "validation-failure", "tlsa-invalid", "dnssec-invalid",
            "dane-required", "sts-policy-fetch-error", "sts-policy-invalid", "sts-webpki-invalid",
            "unheard-of"};
        for (const char *type : types) {
            for (const Track track : {Track::Sts, Track::Tlsa, Track::None, Track::Other}) {
                Situation s = situation(type, "", track);
                QVERIFY2(!explain(s).checks.empty(), type);
                s.mx.clear();
                s.receivingIp.clear();
                QVERIFY2(!explain(s).checks.empty(), type);
                QVERIFY(!slug(explain(s).owner).isEmpty());
            }
        }
        QCOMPARE(explain(situation("sts-policy-fetch-error")).owner, Owner::PolicyHost);
        QCOMPARE(explain(situation("certificate-expired")).owner, Owner::MxOperator);
        QCOMPARE(explain(situation("dnssec-invalid")).owner, Owner::Dns);
        QCOMPARE(explain(situation("validation-failure", "all-trust-anchors-unusable")).owner,
                 Owner::Sender);
    }

    void theMissIsExplained()
    {
        // A real case: one label too many, from Google without any reason.
        Situation s = situation("validation-failure");
        s.patterns = QStringList{QStringLiteral("*.mx.microsoft")};
        s.mx = QStringLiteral("example-li.h-v1.mx.microsoft");
        const Explanation e = explain(s);
        QCOMPARE(e.cause, Cause::MxNotInPolicy);
        QCOMPARE(e.owner, Owner::ReceivingDomain);
        QVERIFY(e.miss.has_value());
        QCOMPARE(e.miss->reason, MissReason::OneLabelOnly);
        QCOMPARE(e.miss->pattern, QStringLiteral("*.mx.microsoft"));
        // Without the host there is nothing to compare.
        s.mx.clear();
        s.reason = QStringLiteral("MX_HOSTS_MISMATCH");
        QCOMPARE(explain(s).cause, Cause::MxNotInPolicy);
        QVERIFY(!explain(s).miss.has_value());
    }

    void coverage()
    {
        const QStringList patterns{QStringLiteral("*.example.org")};
        QCOMPARE(coverageOf(Track::Sts, patterns, u"mx.example.org"), Coverage::Covered);
        QCOMPARE(coverageOf(Track::Sts, patterns, u"a.mx.example.org"), Coverage::NotCovered);
        QCOMPARE(coverageOf(Track::Sts, {}, u"mx.example.org"), Coverage::Unknown);
        QCOMPARE(coverageOf(Track::Sts, patterns, u""), Coverage::NotApplicable);
        QCOMPARE(coverageOf(Track::Tlsa, patterns, u"mx.example.com"), Coverage::NotApplicable);
    }

    void whatTheReasonTold()
    {
        QVERIFY(explain(situation("validation-failure", "self-signed_certificate")).reasonUnderstood);
        QVERIFY(explain(situation("validation-failure", "VALIDATION_FAILURE")).reasonUnderstood);
        QVERIFY(!explain(situation("validation-failure", "gremlins")).reasonUnderstood);
        QVERIFY(!explain(situation("certificate-expired", "gremlins")).reasonUnderstood);
        QVERIFY(!explain(situation("validation-failure")).reasonUnderstood);
        QVERIFY(explain(situation("validation-failure")).registeredType);
        QVERIFY(!explain(situation("other")).registeredType);
        const Explanation cached =
            explain(situation("sts-policy-fetch-error", "dns-lookup+fallback-to-cached-policy"));
        QVERIFY(cached.usedCachedPolicy);
        QVERIFY(cached.reasonUnderstood);
        QVERIFY(!explain(situation("sts-policy-fetch-error")).usedCachedPolicy);
    }

    void attackHints()
    {
        const auto hint = [](const char *type, const char *reason = "") {
            return explain(situation(type, reason)).attack;
        };
        QCOMPARE(hint("starttls-not-supported"), AttackHint::ClassicDowngradeSymptom);
        QCOMPARE(hint("certificate-expired"), AttackHint::PracticallyNever);
        QCOMPARE(hint("certificate-not-trusted"), AttackHint::OnlyIfOneSenderSeesIt);
        QCOMPARE(hint("dnssec-invalid"), AttackHint::DnsTamperingLooksTheSame);
        QCOMPARE(hint("sts-policy-fetch-error"), AttackHint::FetchBlocking);
        QCOMPARE(hint("sts-policy-invalid"), AttackHint::PracticallyNever);
        QCOMPARE(hint("dane-required"), AttackHint::WithUnexpectedHost);
        QCOMPARE(hint("validation-failure", "tls-handshake-failure"), AttackHint::OneNetworkOnly);
    }

    void aRecordThatIsMissingIsLookedUpFirst()
    {
        for (const char *reason : {"no-mta-sts-dns-txt-record", "multiple-mta-sts-records"})
            QCOMPARE(explain(situation("sts-policy-fetch-error", reason)).checks.front().kind, CheckKind::StsRecordAndMx);
    }

    void ownersHaveNames()
    {
        QSet<QString> names;
        constexpr int owners = static_cast<int>(Owner::Nobody) + 1;
        for (int i = 0; i < owners; ++i)
            names << QString(slug(static_cast<Owner>(i)));
        QCOMPARE(names.size(), owners);
    }

    void hostileSituationsAreQuick()
    {
        Situation s = situation("validation-failure");
        const QString huge = QStringLiteral("a.b-c ").repeated(170'000);
        s.resultType = s.reason = s.domain = s.mx = s.receivingIp = huge;
        QElapsedTimer timer;
        timer.start();
        const Explanation e = explain(s);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(e.cause, Cause::Unknown);
        for (const Check &check : e.checks)
            QVERIFY(check.command.size() < 1000);
    }
};

QTEST_GUILESS_MAIN(TestExplanation)
#include "test_explanation.moc"
