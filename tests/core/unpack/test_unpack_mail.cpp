// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/mailheader.h"
#include "core/unpack/plainmail.h"
#include "tests/core/unpack/haul.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace tlsrpt;
using namespace tlsrpt::test;

namespace
{

const QByteArray plainHeader = "From: a@b.example\nTo: c@d.example\nSubject: something\n";

QByteArray gzPart(const QByteArray &type, const QByteArray &disposition = {})
{
    return "Content-Type: " + type + "\n" + disposition + "Content-Transfer-Encoding: base64\n";
}

/// Behind blank lines and a byte order mark.
qsizetype beginOf(const QByteArray &mail)
{
    qsizetype at = mail.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    while (mail[at] == '\r' || mail[at] == '\n')
        ++at;
    return at;
}

QByteArray crlf(QByteArray mail)
{
    return mail.replace("\n", "\r\n");
}

} // namespace

/// Every shape of mail that readers of reports have met (RFC 8460 §5.3 and what gateways make of it).
class TestUnpackMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheReport_data();
    void findsTheReport();
    void knowsPlainMails_data();
    void knowsPlainMails();
    void readsTheHeader();
    void readsDkimVerdicts_data();
    void readsDkimVerdicts();
    void refusesAndIgnores_data();
    void refusesAndIgnores();
    void takesTheInnerHeader();
    void cutsMboxes_data();
    void cutsMboxes();
    void readsThousandMails();
    void readsOnSeveralThreads();
    void passesTextsThatLookLikeParts();
    void survivesHostileShapes_data();
    void survivesHostileShapes();
};

void TestUnpackMail::findsTheReport_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("claims");
    const QByteArray packed = base64Lines(gz(reportJson()));
    const auto shape = [](const char *title, const QByteArray &mail, const char *source, bool claims) {
        QTest::newRow(title) << mail << QString::fromUtf8(source) << claims;
    };
    const Attachment words = {"Content-Type: text/plain\n", "Dear all,\nFrom here on: a report.\n"};
    const auto typed = [&](const QByteArray &type) {
        return multipart(plainHeader, {words, {gzPart(type), packed}}, "multipart/mixed");
    };
    for (const char *type : {"application/tlsrpt+gzip", "application/tlsrpt+json", "application/tlsrpt",
                             "application/tlsrpt+x-gzip", "application/tlsrpt+zip"})
        shape(type, typed(type), QByteArray("m.eml › ").append(type), true);
    for (const char *type : {"application/gzip", "application/x-gzip", "application/zip",
                             "application/x-zip-compressed", "application/zip-compressed",
                             "application/json", "application/octet-stream", "text/xml", "text/plain"})
        shape(type, typed(type), QByteArray("m.eml › ").append(type), false);
    shape("text/plain is the only part", multipart(plainHeader, {{gzPart("text/plain"), packed}}),
          "m.eml › text/plain", true);
    shape("as it ought to be", reportMail(),
          "m.eml › google.com!example.org!1641686400!1641772799!1.json.gz", true);
    shape("blank lines first", "\r\n\n" + reportMail(),
          "m.eml › google.com!example.org!1641686400!1641772799!1.json.gz", true);
    shape("a byte order mark first", "\xEF\xBB\xBF" + reportMail(),
          "m.eml › google.com!example.org!1641686400!1641772799!1.json.gz", true);
    shape("line ends of the network", crlf(reportMail()),
          "m.eml › google.com!example.org!1641686400!1641772799!1.json.gz", true);
    shape("report-type not quoted, type quoted",
          multipart(plainHeader, {{gzPart("application/octet-stream"), packed}},
                    "multipart/report; report-type=\"tlsrpt\""),
          "m.eml › application/octet-stream", true);
    shape("the whole message", plainHeader + gzPart("application/tlsrpt+gzip") + "\n" + packed, "m.eml", true);
    shape("the whole message, named", plainHeader + gzPart("application/gzip; name=r.json.gz") + "\n" + packed,
          "m.eml › r.json.gz", true);
    shape("the whole message, JSON as it is", plainHeader + "\n" + reportJson(), "m.eml", false);
    shape("attachment in an attachment",
          multipart(plainHeader,
                    {words, {"Content-Type: multipart/mixed; boundary=b2\n",
                             "--b2\n" + gzPart("application/gzip; name=r.json.gz") + "\n" + packed + "--b2--\n"}},
                    "multipart/mixed"),
          "m.eml › r.json.gz", true);
    shape("forwarded", multipart(plainHeader, {words, {"Content-Type: message/rfc822\n", reportMail()}},
                                 "multipart/mixed"),
          "m.eml › message/rfc822 › google.com!example.org!1641686400!1641772799!1.json.gz", true);
    shape("forwarded twice",
          multipart(plainHeader,
                    {{"Content-Type: message/rfc822\n",
                      plainHeader + "Content-Type: message/rfc822\n\n" + reportMail()}}, "multipart/digest"),
          "m.eml › message/rfc822 › message/rfc822 › "
          "google.com!example.org!1641686400!1641772799!1.json.gz", true);
    shape("forwarded as a file",
          multipart(plainHeader, {{gzPart("application/octet-stream; name=fw.eml"),
                                   base64Lines(reportMail())}}, "multipart/mixed"),
          "m.eml › fw.eml › google.com!example.org!1641686400!1641772799!1.json.gz", true);
    shape("forwarded in base64, against the rules",
          multipart(plainHeader, {{gzPart("message/rfc822"), base64Lines(reportMail())}}, "multipart/mixed"),
          "m.eml › message/rfc822 › google.com!example.org!1641686400!1641772799!1.json.gz", true);
    shape("misspelt header of a part",
          multipart(plainHeader, {words, {"ContentType: application/tlsrpt+gzip; name=r.json.gz\n"
                                          "Content-Transfer-Encoding: base64\n", packed}}),
          "m.eml › r.json.gz", true);
    shape("misspelt headers all over",
          "From: a@b\nTo: c@d\ncontenttype: multipart/mixed; boundary=b1\n\n--b1\n"
          "Contenttype: application/octet-stream\nContentTransferEncoding: base64\n"
          "ContentDisposition: attachment; filename=r.json.gz\n\n" + packed + "--b1--\n",
          "m.eml › r.json.gz", true);
    shape("name in pieces, RFC 2231",
          multipart(plainHeader, {{gzPart("application/octet-stream",
                                          "Content-Disposition: attachment; filename*0=\"google.com!d!1\";\n"
                                          " filename*1=\"!2!001.json\"; filename*2=\".gz\"\n"), packed}},
                    "multipart/mixed"),
          "m.eml › google.com!d!1!2!001.json.gz", true);
    shape("name in another alphabet",
          multipart(plainHeader, {{gzPart("application/octet-stream",
                                          "Content-Disposition: attachment; "
                                          "filename*=utf-8''b%C3%A9richt.json.gz\n"), packed}}, "multipart/mixed"),
          "m.eml › béricht.json.gz", true);
    shape("name only in the type",
          multipart(plainHeader, {{gzPart("application/octet-stream; name=\"r.json.gz\"",
                                          "Content-Disposition: attachment\n"), packed}}, "multipart/mixed"),
          "m.eml › r.json.gz", true);
    shape("no transfer encoding, JSON",
          multipart(plainHeader, {{"Content-Type: application/tlsrpt+json\n", reportJson()}}),
          "m.eml › application/tlsrpt+json", true);
    shape("no transfer encoding, gzip",
          multipart(plainHeader, {{"Content-Type: application/tlsrpt+gzip\n", gz(reportJson())}}),
          "m.eml › application/tlsrpt+gzip", true);
    shape("quoted-printable",
          multipart(plainHeader, {{"Content-Type: application/json; name=r.json\n"
                                   "Content-Transfer-Encoding: quoted-printable\n",
                                   reportJson().replace("=", "=3D").replace(",", ",=\n")}}),
          "m.eml › r.json", true);
    shape("odd line ends in base64",
          multipart(plainHeader, {{gzPart("application/tlsrpt+gzip"),
                                   QByteArray(packed).replace("\n", "\r\r\n \n")}}),
          "m.eml › application/tlsrpt+gzip", true);
    shape("base64 in one line", multipart(plainHeader, {{gzPart("application/tlsrpt+gzip"),
                                                         gz(reportJson()).toBase64()}}),
          "m.eml › application/tlsrpt+gzip", true);
    shape("zip called gzip",
          multipart(plainHeader, {{gzPart("application/gzip; name=x.dat"),
                                   base64Lines(zip({{u"r.json"_qs, reportJson()}}))}}, "multipart/mixed"),
          "m.eml › x.dat › r.json", true);
    shape("HTML first and an empty part last",
          multipart(plainHeader, {{"Content-Type: text/html\n", "<p>{\"a\"}</p>"}, {gzPart("application/gzip"), packed},
                                  {"Content-Type: text/plain\n", ""}}, "multipart/mixed"),
          "m.eml › application/gzip", false);
    shape("gateway's banner in brackets",
          multipart(plainHeader, {{"Content-Type: text/plain\n", "[External] Careful!\n"},
                                  {gzPart("application/gzip"), packed}}, "multipart/mixed"),
          "m.eml › application/gzip", false);
    shape("end of the multipart missing", reportMail().chopped(7),
          "m.eml › google.com!example.org!1641686400!1641772799!1.json.gz", true);
    shape("Maildir, subject in another language and folded",
          "Return-Path: <x@y>\nSubject: =?utf-8?q?Bericht_f=C3=BCr?=\n  example.org\n"
          "Content-Type: application/gzip\nContent-Transfer-Encoding: base64\n\n" + packed, "m.eml", false);
}

void TestUnpackMail::findsTheReport()
{
    QFETCH(QByteArray, mail);
    const Haul haul = unpackBytes(mail, u"m.eml"_qs);
    QCOMPARE(haul.rejections(), QStringList());
    QCOMPARE(haul.ignoredSubjects(), QStringList());
    QCOMPARE(haul.documents.size(), std::size_t(1));
    const Document &document = haul.documents.front();
    QCOMPARE(document.json.trimmed(), reportJson());
    QTEST(document.source, "source");
    QTEST(document.hints.claimsReport, "claims");
    // A field that nobody knows leaves the mail to GMime, which must find the same.
    const QByteArray odd = "Content-Odd: x\n" + mail.mid(beginOf(mail));
    QVERIFY(!PlainMail::of(odd));
    const Haul other = unpackBytes(odd, u"m.eml"_qs);
    QCOMPARE(other.sources(), haul.sources());
    QCOMPARE(other.documents.front().hints, document.hints);
    QCOMPARE(other.documents.front().json.trimmed(), document.json.trimmed());
}

void TestUnpackMail::knowsPlainMails_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<int>("parts");
    const QByteArray end = "--b1--\n";
    const QByteArray mail = reportMail();
    QTest::newRow("as it ought to be") << mail << 2;
    QTest::newRow("line ends of the network") << crlf(mail) << 2;
    QTest::newRow("words behind the end") << mail + "behind\n" << 2;
    QTest::newRow("one part") << plainHeader + "\nwords\n" << 1;
    QTest::newRow("a part's own name") << QByteArray(mail).replace("--b1\nContent", "--b1\nContent-ID: <a@b>\nContent") << 2;
    QTest::newRow("no end") << mail.chopped(end.size()) << 0;
    QTest::newRow("nothing") << QByteArray() << 0; // no null pointer is read, says UBSan
    QTest::newRow("no body") << plainHeader << 0;
    QTest::newRow("comment") << QByteArray(mail).replace("; report-type", " (x); report-type") << 0;
    QTest::newRow("escape") << QByteArray(mail).replace("filename=\"", "filename=\"\\") << 0;
    QTest::newRow("encoded name") << QByteArray(mail).replace("name=\"", "name=\"=?utf-8?q?a?=") << 0;
    QTest::newRow("told twice") << "Content-Type: text/plain\n" + mail << 0;
    QTest::newRow("misspelt") << QByteArray(mail).replace("Content-Disposition", "ContentDisposition") << 0;
    QTest::newRow("uuencoded") << QByteArray(mail).replace("base64\n", "x-uuencode\n") << 0;
    QTest::newRow("boundary begins another") << QByteArray(mail).replace("--b1\nContent-Type: text", "--b12\nContent-Type: text") << 0;
    QTest::newRow("no field") << "\n" + mail << 0;
    QTest::newRow("line that is no field") << "oops\n" + mail << 0;
}

void TestUnpackMail::knowsPlainMails()
{
    QFETCH(QByteArray, mail);
    const std::optional<PlainMail> plain = PlainMail::of(mail);
    QTEST(plain ? static_cast<int>(plain->parts.size()) : 0, "parts");
}

void TestUnpackMail::readsTheHeader()
{
    const QByteArray results
        = "Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=x;\n dkim=pass header.d=google.com\n"
          "Authentication-Results: forged.example; dkim=fail\n";
    const Haul haul = unpackBytes(results + reportMail(5), u"m.eml"_qs);
    const DocumentHints hints = haul.documents.at(0).hints;
    QCOMPARE(hints.reportDomain, u"example.org"_qs);
    QCOMPARE(hints.submitter, u"google.com"_qs);
    QCOMPARE(hints.from, u"noreply-smtp-tls-reporting@google.com"_qs);
    QCOMPARE(hints.signature, u"pass"_qs);
    QCOMPARE(hints.mailDate, QDateTime::fromString(u"2022-09-16T10:10:06Z"_qs, Qt::ISODate).toSecsSinceEpoch());
    QCOMPARE(hints.fileDate, 1'700'000'000);
    QCOMPARE(hints.fileName, u"google.com!example.org!1641686400!1641772799!5.json.gz"_qs);
    // An empty one at the top is still the user's own server's: a lower one may be anybody's.
    for (const QByteArray &topmost : {QByteArray("Authentication-Results:\n"), QByteArray("Authentication-Results: \n")})
        QCOMPARE(unpackBytes(topmost + results + reportMail(5), u"m.eml"_qs).documents.at(0).hints.signature, QString());
    const Haul bare = unpackBytes(plainHeader + "Date: nonsense\n\n" + reportJson(), u"m.eml"_qs);
    DocumentHints expected;
    expected.from = u"a@b.example"_qs;
    expected.fileDate = 1'700'000'000;
    QCOMPARE(bare.documents.at(0).hints.from, expected.from);
    QCOMPARE(bare.documents.at(0).hints, expected);
}

void TestUnpackMail::readsDkimVerdicts_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("none") << QByteArray() << QString();
    QTest::newRow("pass") << QByteArray("mx; spf=fail x; dkim=pass (1024 bit rsa) d=x; dmarc=fail") << u"pass"_qs;
    QTest::newRow("fail") << QByteArray("mx;\r\n\tdkim = FAIL reason=\"bad\"; spf=pass") << u"fail"_qs;
    QTest::newRow("neutral") << QByteArray("mx; dkim=neutral") << QString();
    QTest::newRow("comment only") << QByteArray("mx; spf=pass (dkim=pass; dkim=pass)") << QString();
    QTest::newRow("two signatures") << QByteArray("mx; dkim=fail d=a; dkim=pass d=b") << u"pass"_qs;
    QTest::newRow("part of a word") << QByteArray("mx; dkim-atps=pass; xdkim=pass") << QString();
    QTest::newRow("no host") << QByteArray("dkim=pass header.d=x") << u"pass"_qs;
}

void TestUnpackMail::readsDkimVerdicts()
{
    QFETCH(QByteArray, value);
    QTEST(dkimVerdict(value), "verdict");
}

void TestUnpackMail::refusesAndIgnores_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<QStringList>("rejected");
    QTest::addColumn<int>("ignored");
    const auto row = [](const char *title, const QByteArray &mail, const QStringList &rejected, int ignored) {
        QTest::newRow(title) << mail << rejected << ignored;
    };
    const QByteArray packed = base64Lines(gz(reportJson()));
    row("cron", plainHeader + "\nDone.\n", {}, 1);
    row("bounce", multipart(plainHeader, {{"Content-Type: text/plain\n", "It came back."},
                                          {"Content-Type: text/rfc822-headers\n", "Subject: x\nTLS-Report-Domain: example.org\n"}},
                            "multipart/report; report-type=delivery-status"), {}, 1);
    row("DMARC report",
        multipart(plainHeader, {{"Content-Type: text/plain\n", "see below"},
                                {gzPart("application/gzip; name=x!y!1!2.xml.gz"),
                                 base64Lines(gz("<?xml version=\"1.0\"?><feedback/>"))},
                                {gzPart("application/zip; name=x.zip"),
                                 base64Lines(zip({{u"x.xml"_qs, "<feedback/>"}}))}}, "multipart/mixed"), {}, 1);
    row("forwarded cron", multipart(plainHeader, {{"Content-Type: message/rfc822\n", plainHeader + "\nx\n"}},
                                    "multipart/mixed"), {}, 1);
    row("picture",
        multipart(plainHeader, {{gzPart("image/png"), base64Lines("\x89PNG\r\n\x1a\n")}}, "multipart/mixed"), {}, 1);
    row("report-type without report", multipart(plainHeader, {{"Content-Type: text/plain\n", "none"}}),
        {u"m.eml: mail-damaged"_qs}, 0);
    row("TLS-Report-Domain without report", plainHeader + "TLS-Report-Domain: x\n\nnothing\n",
        {u"m.eml: mail-damaged"_qs}, 0);
    row("cut before the report", reportMail().first(reportMail().indexOf("--b1\nContent-Type: app")),
        {u"m.eml: mail-damaged"_qs}, 0);
    row("cut in the report", reportMail().first(reportMail().indexOf("base64\n\n") + 60),
        {u"m.eml › google.com!example.org!1641686400!1641772799!1.json.gz: truncated"_qs}, 0);
    row("empty report part", multipart(plainHeader, {{"Content-Type: application/tlsrpt+gzip\n", ""}}),
        {u"m.eml › application/tlsrpt+gzip: empty"_qs}, 0);
    row("claimed zip without report",
        multipart(plainHeader, {{gzPart("application/tlsrpt+zip; name=r.zip"),
                                 base64Lines(zip({{u"x.txt"_qs, "x"}}))}}, "multipart/mixed"),
        {u"m.eml › r.zip: not-a-report"_qs}, 0);
    row("bounce that quotes a report's header",
        multipart(plainHeader, {{"Content-Type: text/plain\n", "bounced"},
                                {"Content-Type: message/delivery-status\n", "Reporting-MTA: dns; x\n"},
                                {"Content-Type: text/rfc822-headers\n",
                                 "From: a@b\nSubject: x\nTLS-Report-Domain: y\n"}},
                  "multipart/report; report-type=delivery-status"), {}, 1);
    row("quoted header in a text",
        multipart(plainHeader, {{"Content-Type: text/plain\n",
                                 "From: a@b\nSubject: x\nTLS-Report-Domain: y\n\nlook!"}}, "multipart/mixed"), {}, 1);
}

void TestUnpackMail::refusesAndIgnores()
{
    QFETCH(QByteArray, mail);
    const Haul haul = unpackBytes(mail, u"m.eml"_qs);
    QCOMPARE(haul.sources(), QStringList());
    QTEST(haul.rejections(), "rejected");
    QTEST(static_cast<int>(haul.ignored.size()), "ignored");
    for (const Error &error : haul.ignored)
        QCOMPARE(error.detail, u"something"_qs); // its subject, to find it by
}

void TestUnpackMail::takesTheInnerHeader()
{
    const QByteArray outer = "From: me@home.example\nDate: Mon, 3 Oct 2022 00:00:00 +0000\nSubject: Fwd\n"
                             "TLS-Report-Domain: wrong.example\n";
    const QByteArray mail
        = multipart(outer, {{"Content-Type: message/rfc822\n", reportMail()}}, "multipart/mixed");
    const DocumentHints hints = unpackBytes(mail, u"m.eml"_qs).documents.at(0).hints;
    QCOMPARE(hints.reportDomain, u"example.org"_qs);
    QCOMPARE(hints.from, u"noreply-smtp-tls-reporting@google.com"_qs);
}

void TestUnpackMail::cutsMboxes_data()
{
    QTest::addColumn<QByteArray>("box");
    QTest::addColumn<int>("reports");
    QTest::addColumn<int>("ignored");
    const QByteArray mark = "From a@b Mon Jan  1 00:00:00 2024\n";
    const QByteArray cron = plainHeader + "\nran\n";
    QTest::newRow("two") << mark + reportMail(1) + "\n" + mark + reportMail(2) << 2 << 0;
    QTest::newRow("no blank line between") << mark + reportMail(1) + mark + reportMail(2) << 2 << 0;
    QTest::newRow("line ends of the network") << crlf(mark + reportMail(1) + "\n" + mark + reportMail(2)) << 2 << 0;
    QTest::newRow("others between") << mark + reportMail(1) + "\n" + mark + cron + "\n" + mark + reportMail(2)
                                    << 2 << 1;
    QTest::newRow("weak separators") << "From x\n" + reportMail(1) + "\nFrom y\n" + reportMail(2) << 2 << 0;
    QTest::newRow("a sentence that begins so")
        << mark + multipart(plainHeader, {{"Content-Type: text/plain\n",
                                           "Hello\n\nFrom now on there is more.\nFrom: the heart\n"},
                                          {"Content-Type: application/tlsrpt+json\n", reportJson()}}) << 1 << 0;
    QTest::newRow("quoted separator") << mark + plainHeader + "\n>From a@b Mon Jan  1 00:00:00 2024\n\n" + reportJson()
                                             + "\n\n" + mark + reportMail(2) << 1 << 1;
    QTest::newRow("empty mail") << mark + "\n" + mark + reportMail(1) << 1 << 1;
    QTest::newRow("last line without end") << mark + reportMail(1).chopped(1) << 1 << 0;
}

void TestUnpackMail::cutsMboxes()
{
    QFETCH(QByteArray, box);
    const Haul haul = unpackBytes(box, u"b"_qs);
    QCOMPARE(haul.rejections(), QStringList());
    QTEST(static_cast<int>(haul.documents.size()), "reports");
    QTEST(static_cast<int>(haul.ignored.size()), "ignored");
}

void TestUnpackMail::readsThousandMails()
{
    QByteArray box;
    for (int i = 1; i <= 1000; ++i) {
        box += "From x@y Mon Jan  1 00:00:00 2024\n";
        if (i % 10 == 0)
            box += plainHeader + "\nwords " + QByteArray(i * 10, 'x') + "\n\n";
        else
            box += reportMail(i) + "\n";
    }
    const Haul haul = unpackBytes(box, u"box.mbox"_qs);
    QCOMPARE(haul.rejections(), QStringList());
    QCOMPARE(haul.documents.size(), std::size_t(900));
    QCOMPARE(haul.ignored.size(), std::size_t(100));
    QCOMPARE(haul.ignored.front().subject, u"box.mbox › mail 10"_qs);
    for (const Document &document : haul.documents) {
        const QString number = document.source.section(sourceSeparator, 1, 1).section(u' ', 1);
        QCOMPARE(document.json, reportJson(number.toInt()));
    }
}

void TestUnpackMail::readsOnSeveralThreads()
{
    std::vector<std::thread> workers;
    std::atomic<int> found = 0;
    for (int worker = 0; worker < 4; ++worker) {
        workers.emplace_back([&found, worker] {
            for (int i = 0; i < 50; ++i) {
                const int id = worker * 1000 + i;
                const Haul haul = unpackBytes(reportMail(id), u"m.eml"_qs);
                found += haul.documents.size() == 1 && haul.documents[0].json == reportJson(id) ? 1 : 0;
            }
        });
    }
    for (std::thread &worker : workers)
        worker.join();
    QCOMPARE(found.load(), 200);
}

void TestUnpackMail::passesTextsThatLookLikeParts()
{
    // A dump in a mail has more lines that begin with two dashes than any mail has parts.
    const QByteArray dump = QByteArray("-- Table x\nvalue: 1\n").repeated(60'000);
    const Haul haul = unpackBytes(plainHeader + "\n" + dump, u"m.eml"_qs);
    QCOMPARE(haul.rejections(), QStringList());
    QCOMPARE(haul.ignored.size(), std::size_t(1));
}

void TestUnpackMail::survivesHostileShapes_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::newRow("parts without end")
        << plainHeader + "Content-Type: multipart/mixed; boundary=b\n\n" + QByteArray("--b\n").repeated(200'000);
    QTest::newRow("headers without end") << plainHeader + QByteArray("a:\n").repeated(300'000) + "\n";
    QTest::newRow("headers behind blank lines") << "\n\n" + plainHeader + QByteArray("a:\n").repeated(300'000) + "\n";
    QTest::newRow("headers in a part without end")
        << plainHeader + "Content-Type: multipart/mixed; boundary=b\n\n--b\n" + QByteArray("a:\n").repeated(300'000);
    QTest::newRow("headers in a mail without end")
        << plainHeader + "Content-Type: message/rfc822\n\n" + plainHeader + QByteArray("a:\n").repeated(300'000);
    QTest::newRow("headers in a digest without end")
        << plainHeader + "Content-Type:\n multipart/digest; boundary=b\n\n--b\n\n" + QByteArray("a:\n").repeated(300'000);
    QTest::newRow("mails in mails") << plainHeader + QByteArray("Content-Type: message/rfc822\n\n").repeated(30'000);
    QByteArray nested = plainHeader;
    for (int i = 0; i < 5000; ++i) {
        const QByteArray n = QByteArray::number(i);
        nested += "Content-Type: multipart/mixed; boundary=x" + n + "\n\n--x" + n + "\n";
    }
    QTest::newRow("multiparts in multiparts") << nested;
    QTest::newRow("one endless header") << plainHeader + "X: " + QByteArray(900'000, 'x') + "\n\n";
    QTest::newRow("endless folding") << plainHeader + "X: y\n" + QByteArray(" z\n").repeated(200'000) + "\n";
    QTest::newRow("endless addresses") << "Subject: x\nFrom: " + QByteArray("a@b,\n ").repeated(100'000) + "\n\n";
    QTest::newRow("endless parameters")
        << plainHeader + "Content-Type: text/plain" + QByteArray(";a=b").repeated(200'000) + "\n\n";
    QTest::newRow("endless comments")
        << "From: " + QByteArray(300'000, '(') + "\nTo: b\nAuthentication-Results: " + QByteArray(300'000, '(') + "\n\n";
    QTest::newRow("encoded words") << "From: a@b\nTo: c\nSubject: " + QByteArray("=?utf-8?q?=41?= ").repeated(50'000) + "\n\n";
    QTest::newRow("NULs") << plainHeader + QByteArray(100'000, '\0');
    QTest::newRow("no body") << plainHeader;
}

void TestUnpackMail::survivesHostileShapes()
{
    QFETCH(QByteArray, mail);
    QElapsedTimer timer;
    timer.start();
    const qint64 before = peakMemory();
    const Haul haul = unpackBytes(mail, u"m.eml"_qs);
    QCOMPARE(haul.sources(), QStringList());
    QCOMPARE(haul.rejected.size() + haul.ignored.size(), std::size_t(1));
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY2(peakMemory() - before < 100'000'000, qPrintable(QString::number(peakMemory() - before)));
}

QTEST_GUILESS_MAIN(TestUnpackMail)
#include "test_unpack_mail.moc"
