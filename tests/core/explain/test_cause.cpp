// SPDX-License-Identifier: GPL-3.0-or-later
// Result type x reason x track to cause: every text that senders are known to send, and hostile ones.
#include "core/explain/explanation.h"
#include "core/report/resulttypes.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace tlsrpt;

Q_DECLARE_METATYPE(tlsrpt::Cause)

namespace
{

void add(const char *type, const char *reason, Cause cause, Track track = Track::Sts)
{
    const QByteArray name = QByteArray(type) + " / " + reason + " / " + slug(track).latin1();
    QTest::newRow(name.constData())
        << QString::fromLatin1(type) << QString::fromUtf8(reason) << track << cause;
}

void addPostfix()
{
    constexpr auto vf = "validation-failure";
    add("starttls-not-supported", "", Cause::StarttlsNotOffered);
    add(vf, "tls-handshake-failure", Cause::Handshake);
    add(vf, "tls-handshake-failure", Cause::Handshake, Track::Tlsa);
    add(vf, "self-signed_certificate", Cause::SelfSigned);
    add(vf, "self_signed_certificate", Cause::SelfSigned);
    add(vf, "self signed certificate", Cause::SelfSigned);
    add(vf, "self-signed_certificate_in_certificate_chain", Cause::SelfSigned);
    add(vf, "unable_to_get_local_issuer_certificate", Cause::ChainIncomplete);
    add(vf, "unable_to_get_issuer_certificate", Cause::ChainIncomplete);
    add(vf, "unable_to_verify_the_first_certificate", Cause::ChainIncomplete);
    add(vf, "certificate_is_not_yet_valid", Cause::NotYetValid);
    add(vf, "unsuitable_certificate_purpose", Cause::WrongPurpose);
    add(vf, "unsupported_certificate_purpose", Cause::WrongPurpose);
    add(vf, "certificate_chain_too_long", Cause::NotTrusted);
    add(vf, "all-trust-anchors-unusable", Cause::SenderConfiguration);
    add(vf, "all-fingerprints-unusable", Cause::SenderConfiguration);
    add("tlsa-invalid", "all-TLSA-records-unusable", Cause::TlsaUnusable, Track::Tlsa);
    add("certificate-expired", "", Cause::Expired);
    add("certificate-not-trusted", "", Cause::NotTrusted);
    add("certificate-not-trusted", "", Cause::TlsaMismatch, Track::Tlsa);
    add("certificate-not-trusted", "certificate-not-trusted", Cause::TlsaMismatch, Track::Tlsa);
    add("certificate-host-mismatch", "", Cause::NameMismatch);
    add("certificate-host-mismatch", "", Cause::NameMismatch, Track::Tlsa);
}

void addMicrosoftGoogleMailRu()
{
    add("validation-failure", "", Cause::NoReason);
    add("validation-failure", "", Cause::TlsaMismatch, Track::Tlsa);
    add("validation-failure", "", Cause::NoReason, Track::None);
    add("validation-failure", "VALIDATION_FAILURE", Cause::NoReason);
    add("validation-failure", "VALIDATION_FAILURE", Cause::TlsaMismatch, Track::Tlsa);
    add("validation-failure", "MX_HOSTS_MISMATCH", Cause::MxNotInPolicy);
    add("validation-failure", "MX_HOSTS_MISMATCH", Cause::Unknown, Track::Tlsa);
    add("validation-failure", "MX_HOSTS_MISMATCH", Cause::Unknown, Track::None);
    add("certificate-host-mismatch", "MX_HOSTS_MISMATCH", Cause::NameMismatch, Track::Tlsa);
    add("validation-failure", "mx mismatch", Cause::MxNotInPolicy);
    add("validation-failure", "mx-host-mismatch", Cause::MxNotInPolicy);
    add("certificate-host-mismatch", "MX_HOSTS_MISMATCH", Cause::MxNotInPolicy);
    add("tlsa-invalid", "", Cause::TlsaMismatch, Track::Tlsa);
    add("dnssec-invalid", "", Cause::Dnssec, Track::Tlsa);
    add("dane-required", "", Cause::DaneMissing, Track::Tlsa);
    add("sts-policy-fetch-error", "", Cause::FetchFailed);
    add("sts-policy-invalid", "", Cause::PolicyInvalid);
    add("sts-webpki-invalid", "", Cause::PolicyHostCertificate);
    add("sts-policy-fetch-error", "bad https response code: 404", Cause::FetchNotFound);
    add("sts-policy-fetch-error", "bad https response code: 500", Cause::FetchServerError);
    add("sts-policy-fetch-error", "bad https response code: 301", Cause::FetchRedirect);
    add("sts-policy-fetch-error", "HTTP status 403", Cause::FetchBlocked);
    add("sts-policy-fetch-error", "429 Too Many Requests", Cause::FetchBlocked);
    add("certificate-host-mismatch", "4.7.5 [internal] SSL certificate subject does not match host",
        Cause::NameMismatch);
    add("certificate-not-trusted",
        "4.7.5 [internal] SSL certificate subject does not match host", Cause::NameMismatch);
    add("certificate-not-trusted", "X509_V_ERR_PROXY_PATH_LENGTH_EXCEEDED", Cause::NotTrusted);
}

void addMox()
{
    constexpr auto vf = "validation-failure";
    add(vf, "mtasts-policy-mx-mismatch", Cause::MxNotInPolicy);
    add(vf, "dane-no-match", Cause::TlsaMismatch, Track::Tlsa);
    add(vf, "dane-no-match+errors", Cause::TlsaMismatch, Track::Tlsa);
    add("tlsa-invalid", "all-unusable-records+ignored", Cause::TlsaUnusable, Track::Tlsa);
    add(vf, "tls-remote-40-alert-handshake-failure", Cause::Handshake);
    add(vf, "tls-local-alert", Cause::Handshake);
    add("certificate-not-trusted", "self-signed certificate", Cause::SelfSigned);
    add("certificate-not-trusted", "unknown-authority", Cause::ChainIncomplete);
    add("sts-policy-fetch-error", "no-mta-sts-dns-txt-record", Cause::StsRecordGone);
    add("sts-policy-invalid", "multiple-mta-sts-records", Cause::StsRecordBad);
    add("sts-policy-fetch-error", "multiple-mta-sts-records", Cause::StsRecordBad);
    add("sts-policy-fetch-error", "dns-lookup", Cause::FetchConnect);
    add("sts-policy-fetch-error", "tls-handshake-failure", Cause::FetchConnect);
    add("sts-policy-invalid", "record-syntax-error", Cause::StsRecordBad);
    add("sts-policy-invalid", "policy-syntax-error", Cause::PolicyInvalid);
    add("sts-policy-fetch-error", "back-off after recent fetch error", Cause::FetchBackoff);
    add("sts-policy-fetch-error", "dns-lookup+fallback-to-cached-policy", Cause::FetchConnect);
    add("sts-policy-fetch-error", "fallback-to-cached-policy", Cause::FetchFailed);
    add("sts-webpki-invalid", "certificate-expired", Cause::PolicyHostCertificate);
    add("sts-webpki-invalid", "certificate-not-trusted+unknown authority",
        Cause::PolicyHostCertificate);
    add("sts-policy-fetch-error", "certificate-host-mismatch", Cause::PolicyHostCertificate);
    add("dnssec-invalid", "extended-dns-error-6-bogus", Cause::Dnssec, Track::Tlsa);
    add(vf, "dns-extended-error-9", Cause::Dnssec);
}

void addStalwart()
{
    constexpr auto vf = "validation-failure";
    constexpr auto fetch = "sts-policy-fetch-error";
    add(vf, "MX not authorized by policy.", Cause::MxNotInPolicy);
    add(vf, "No matching certificates found.", Cause::TlsaMismatch, Track::Tlsa);
    add("tlsa-invalid", "Invalid TLSA record.", Cause::TlsaSyntax, Track::Tlsa);
    add("dnssec-invalid", "Bogus TLSA records were found.", Cause::Dnssec, Track::Tlsa);
    add("dnssec-invalid", "Bogus MX records were found.", Cause::Dnssec, Track::Tlsa);
    add("dane-required", "No TLSA DNSSEC records found.", Cause::DaneMissing, Track::Tlsa);
    add("dane-required", "No TLSA records found for MX.", Cause::DaneMissing, Track::Tlsa);
    add("dane-required", "MX host is not in a DNSSEC signed zone.", Cause::DaneMissing,
        Track::Tlsa);
    add("starttls-not-supported", "STARTTLS was not advertised by host",
        Cause::StarttlsNotOffered);
    add("starttls-not-supported", "starttls reply code 454", Cause::StarttlsRefused);
    add("certificate-not-trusted", "tls handshake eof", Cause::Handshake);
    add("certificate-not-trusted", "received fatal alert: HandshakeFailure", Cause::Handshake);
    add("certificate-not-trusted", "invalid peer certificate: UnknownIssuer",
        Cause::ChainIncomplete);
    add("certificate-not-trusted", "invalid peer certificate: Expired", Cause::Expired);
    add("certificate-not-trusted", "invalid peer certificate: NotValidForName",
        Cause::NameMismatch);
    add("certificate-not-trusted", "invalid peer certificate: NotValidYet", Cause::NotYetValid);
    add("certificate-not-trusted", "invalid peer certificate: BadSignature", Cause::NotTrusted);
    add(fetch, "Record not found: NXDomain", Cause::StsRecordGone);
    add(fetch, "Failed to parse MTA-STS DNS record.", Cause::StsRecordBad);
    add(fetch, "Timeout fetching policy.", Cause::FetchTimeout);
    add(fetch, "Could not reach policy host.", Cause::FetchConnect);
    add(fetch, "Policy not found.", Cause::FetchNotFound);
    add(fetch, "Failed to fetch policy.", Cause::FetchFailed);
    add("sts-policy-invalid", "Failed to parse policy: missing max_age", Cause::PolicyInvalid);
    add(fetch, "unsupported mode", Cause::PolicyInvalid);
    add(fetch, "no 'mx' entries found", Cause::PolicyInvalid);
    add("sts-policy-invalid", "policy too large", Cause::PolicyInvalid);
    add("Other", "MTA-STS is required and no policy was found.", Cause::Unknown);
}

void addOpenSslAndGo()
{
    constexpr auto vf = "validation-failure";
    add(vf, "X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT", Cause::SelfSigned);
    add(vf, "X509_V_ERR_CERT_HAS_EXPIRED", Cause::Expired);
    add(vf, "X509_V_ERR_CERT_NOT_YET_VALID", Cause::NotYetValid);
    add(vf, "X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY", Cause::ChainIncomplete);
    add(vf, "X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE", Cause::ChainIncomplete);
    add(vf, "X509_V_ERR_CERT_UNTRUSTED", Cause::ChainIncomplete);
    add(vf, "X509_V_ERR_HOSTNAME_MISMATCH", Cause::NameMismatch);
    add(vf, "X509_V_ERR_INVALID_PURPOSE", Cause::WrongPurpose);
    add(vf, "X509_V_ERR_DANE_NO_MATCH", Cause::TlsaMismatch);
    add(vf, "X509_V_ERR_CRL_HAS_EXPIRED", Cause::NotTrusted);
    add(vf, "certificate is not valid: NOT_AFTER", Cause::Expired);
    add(vf, "NOT_BEFORE", Cause::NotYetValid);
    add(vf, "incompatible key usage", Cause::WrongPurpose);
    add(vf, "no alternative certificate subject name matches: SAN", Cause::NameMismatch);
    add(vf, "no shared cipher", Cause::Handshake);
    add(vf, "unsupported protocol version", Cause::Handshake);
    add(vf, "first record does not look like a TLS handshake", Cause::Handshake);
    add(vf, "tls: bad record header", Cause::Handshake);
    add(vf, "SSL_ERROR_SYSCALL", Cause::Handshake);
    add(vf, "x509: certificate signed by unknown authority", Cause::ChainIncomplete);
    add(vf,
        "x509: certificate has expired or is not yet valid: current time 2026-01-02T00:00:00Z is "
        "after 2025-12-31T00:00:00Z",
        Cause::Expired);
    add(vf,
        "x509: certificate has expired or is not yet valid: current time 2026-01-02T00:00:00Z is "
        "before 2026-02-01T00:00:00Z",
        Cause::NotYetValid);
    add(vf, "x509: certificate is valid for a.example, not mx.example.org", Cause::NameMismatch);
    add("sts-policy-fetch-error", "net/http: TLS handshake timeout", Cause::FetchTimeout);
}

void addTraps()
{
    constexpr auto vf = "validation-failure";
    // Parts of names and of longer words say nothing.
    add(vf, "MX expired.example.org unhappy", Cause::Unknown);
    add(vf, "handshaken", Cause::Unknown);
    add(vf, "https://ssl.example.org/why", Cause::Unknown);
    add(vf, "nextpurposes", Cause::Unknown);
    // HTTP numbers and time-outs mean something only while a policy is fetched.
    add(vf, "404", Cause::Unknown);
    add(vf, "timeout", Cause::Unknown);
    add("sts-policy-invalid", "max_age 300 is too small", Cause::PolicyInvalid);
    add("sts-policy-fetch-error", "connection to 203.0.113.5 port 443 refused",
        Cause::FetchConnect);
    add("sts-policy-fetch-error", "connection to 2001:db8:404::1 refused", Cause::FetchConnect);
    add("sts-policy-fetch-error", "timed out after 300 s", Cause::FetchTimeout);
    // A specific type is not overruled by a loose word.
    add("certificate-expired", "SSL routines", Cause::Expired);
    add("starttls-not-supported", "no SSL here", Cause::StarttlsNotOffered);
    add("sts-webpki-invalid", "timeout", Cause::PolicyHostCertificate);
    // Types: case does not matter, unknown ones stay unknown unless the reason is clear.
    add("CERTIFICATE-EXPIRED", "", Cause::Expired);
    add(" certificate-expired ", "", Cause::Expired);
    add("something-new", "", Cause::Unknown);
    add("", "", Cause::Unknown);
    add("something-new", "certificate has expired", Cause::Expired);
    add(vf, "what the sender felt like", Cause::Unknown);
    add(vf, "what the sender felt like", Cause::Unknown, Track::Tlsa);
    add(vf, "   ", Cause::NoReason);
    add(vf, "SELF   signed\tCERTIFICATE", Cause::SelfSigned);
}

} // namespace

class TestCause : public QObject
{
    Q_OBJECT

private slots:
    void causeOfTypeAndReason_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<tlsrpt::Track>("track");
        QTest::addColumn<tlsrpt::Cause>("cause");
        addPostfix();
        addMicrosoftGoogleMailRu();
        addMox();
        addStalwart();
        addOpenSslAndGo();
        addTraps();
    }
    void causeOfTypeAndReason()
    {
        QFETCH(QString, type);
        QFETCH(QString, reason);
        QFETCH(tlsrpt::Track, track);
        QFETCH(tlsrpt::Cause, cause);
        const Cause found = causeOf({type, reason, track, Coverage::Unknown});
        QCOMPARE(QString(slug(found)), QString(slug(cause)));
    }

    void coverageIsProofWhateverTheReason_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<tlsrpt::Coverage>("coverage");
        QTest::addColumn<tlsrpt::Cause>("cause");
        using C = Coverage;
        const QString vf = QStringLiteral("validation-failure");
        const QString hm = QStringLiteral("certificate-host-mismatch");
        const QString ss = QStringLiteral("self-signed_certificate");
        QTest::newRow("bare") << vf << QString() << C::NotCovered << Cause::MxNotInPolicy;
        QTest::newRow("reason") << vf << ss << C::NotCovered << Cause::MxNotInPolicy;
        QTest::newRow("host mismatch") << hm << QString() << C::NotCovered << Cause::MxNotInPolicy;
        QTest::newRow("covered") << vf << QString() << C::Covered << Cause::NoReason;
        QTest::newRow("covered, reason") << vf << ss << C::Covered << Cause::SelfSigned;
        QTest::newRow("covered, host") << hm << QString() << C::Covered << Cause::NameMismatch;
        QTest::newRow("covered, said not to be")
            << vf << QStringLiteral("MX_HOSTS_MISMATCH") << C::Covered << Cause::Unknown;
        QTest::newRow("covered, host, said not to be")
            << hm << QStringLiteral("MX_HOSTS_MISMATCH") << C::Covered << Cause::NameMismatch;
        QTest::newRow("expired stays") << QStringLiteral("certificate-expired") << QString()
                                       << C::NotCovered << Cause::Expired;
        QTest::newRow("starttls stays") << QStringLiteral("starttls-not-supported") << QString()
                                        << C::NotCovered << Cause::StarttlsNotOffered;
    }
    void coverageIsProofWhateverTheReason()
    {
        QFETCH(QString, type);
        QFETCH(QString, reason);
        QFETCH(tlsrpt::Coverage, coverage);
        QFETCH(tlsrpt::Cause, cause);
        QCOMPARE(causeOf({type, reason, Track::Sts, coverage}), cause);
    }

    void separatorsAndCaseAreEqual()
    {
        for (const char *text : {"mx_hosts_mismatch", "MX-HOSTS-MISMATCH", "Mx Hosts Mismatch",
                                 "mx hosts_mismatch", "[mx-hosts mismatch]", "MX_HOSTS_MISMATCH."})
            QCOMPARE(causeOf({QStringLiteral("validation-failure"), QString::fromLatin1(text),
                              Track::Sts, Coverage::Unknown}),
                     Cause::MxNotInPolicy);
    }

    void hostileReasonsAreQuick_data()
    {
        QTest::addColumn<QString>("reason");
        const auto many = [](const char *text, int n) { return QString::fromUtf8(text).repeated(n); };
        QTest::newRow("8 KiB of a") << many("a", 8192);
        QTest::newRow("1 MiB of blanks") << many(" ", 1 << 20);
        QTest::newRow("1 MiB of tls local") << many("tls local ", 1 << 17);
        QTest::newRow("1 MiB of record") << many("expired or is not yet valid ", 1 << 15);
        QTest::newRow("1 MiB of dots") << many("a.", 1 << 19);
        QTest::newRow("1 MiB of cached") << many("fallback to cached policy ", 1 << 15);
        QTest::newRow("1 MiB of emoji") << many("\xF0\x9F\x98\x80", 1 << 18);
        QTest::newRow("nulls") << QString(1 << 20, QChar(0));
        QTest::newRow("lone surrogates") << QString(1 << 20, QChar(0xd800));
    }
    void hostileReasonsAreQuick()
    {
        QFETCH(QString, reason);
        for (int type = 0; type < resultTypeCount; ++type) {
            const QString name = QString(tlsrpt::name(static_cast<ResultType>(type)));
            causeOf({name, {}, Track::Sts, Coverage::Unknown}); // compiles the dictionary
            QElapsedTimer timer;
            timer.start();
            for (int i = 0; i < 20; ++i)
                causeOf({name, reason, Track::Sts, Coverage::Unknown});
            // Far above what it takes (a few ms under a debug build), far below a hang.
            QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        }
    }

    void namesAreStableAndUnique()
    {
        QSet<QString> names;
        for (int i = 0; i < causeCount; ++i) {
            const QString name(slug(static_cast<Cause>(i)));
            QVERIFY(!name.isEmpty());
            QCOMPARE(name, name.toLower());
            names.insert(name);
        }
        QCOMPARE(names.size(), causeCount);
        QSet<QString> groups;
        for (int i = 0; i < causeGroupCount; ++i)
            groups.insert(QString(slug(static_cast<CauseGroup>(i))));
        QCOMPARE(groups.size(), causeGroupCount);
        QSet<int> used;
        for (int i = 0; i < causeCount; ++i)
            used.insert(static_cast<int>(groupOf(static_cast<Cause>(i))));
        QCOMPARE(used.size(), causeGroupCount);
    }
};

QTEST_GUILESS_MAIN(TestCause)
#include "test_cause.moc"
