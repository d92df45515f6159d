// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/strangers.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tlsrpt::test
{

namespace
{

constexpr int longLine = 1'000'000;

QJsonObject policyOf(const QString &domain, const QString &text, const QJsonArray &failures, int failed)
{
    return {{QStringLiteral("policy"),
             QJsonObject{{QStringLiteral("policy-type"), QStringLiteral("sts")},
                         {QStringLiteral("policy-domain"), domain},
                         {QStringLiteral("mx-host"), QJsonArray{text}},
                         {QStringLiteral("policy-string"),
                          QJsonArray{QStringLiteral("version: STSv1"), QStringLiteral("mode: testing"),
                                     QString(u"mx: " + text), text, QStringLiteral("max_age: 604800")}}}},
            {QStringLiteral("summary"),
             QJsonObject{{QStringLiteral("total-successful-session-count"), 90},
                         {QStringLiteral("total-failure-session-count"), failed}}},
            {QStringLiteral("failure-details"), failures}};
}

QJsonObject failureOf(const QString &type, const QString &text, int count)
{
    return {{QStringLiteral("result-type"), type},
            {QStringLiteral("sending-mta-ip"), text},
            {QStringLiteral("receiving-mx-hostname"), text},
            {QStringLiteral("receiving-mx-helo"), text},
            {QStringLiteral("receiving-ip"), text},
            {QStringLiteral("additional-information"), text},
            {QStringLiteral("failure-reason-code"), text},
            {QStringLiteral("failed-session-count"), count}};
}

QByteArray jsonOf(const QString &organization, const QString &contact, const QString &id, int day,
                  const QJsonArray &policies)
{
    const QString date = QStringLiteral("2026-10-%1").arg(1 + day % 28, 2, 10, QLatin1Char('0'));
    return QJsonDocument(
               QJsonObject{{QStringLiteral("organization-name"), organization},
                           {QStringLiteral("contact-info"), contact},
                           {QStringLiteral("report-id"), id},
                           {QStringLiteral("date-range"),
                            QJsonObject{{QStringLiteral("start-datetime"), QString(date + u"T00:00:00Z")},
                                        {QStringLiteral("end-datetime"), QString(date + u"T23:59:59Z")}}},
                           {QStringLiteral("policies"), policies}})
        .toJson(QJsonDocument::Compact);
}

/// Not in every text: all together they would be more than a report may have.
QByteArray longReport(const QString &text, int number)
{
    return jsonOf(text, text, text, number,
                  {policyOf(QStringLiteral("example.org"), text,
                            {failureOf(QStringLiteral("certificate-expired"), text, 10)}, 10)});
}

/// As a file of this system can be called.
QString fileNameOf(const QString &text, int number)
{
    QString name = text.left(60);
    name.replace(u'/', QChar(0x2215)).remove(QChar(u'\0'));
    return QStringLiteral("%1 %2.json").arg(name).arg(number);
}

} // namespace

const std::vector<Stranger> &strangers()
{
    static const std::vector<Stranger> all{
        {"script", QStringLiteral("<script src=http://192.0.2.1/x.js>alert(1)</script>")},
        {"image", QStringLiteral("<img src=\"http://192.0.2.1/pixel.png\" onerror=alert(1)>")},
        {"link", QStringLiteral("<a href=\"http://192.0.2.1/\">click</a>")},
        {"bare link", QStringLiteral("https://192.0.2.1/explain?reason=1")},
        {"local file", QStringLiteral("<img src=file:///etc/passwd><b>bold</b>")},
        {"style", QStringLiteral("</style></td><style>@import url(http://192.0.2.1/a.css)</style>")},
        {"entities", QStringLiteral("&lt;b&gt; &#x3c;i&#x3e; \"quoted\" 'too'")},
        {"terminal", QStringLiteral("a\x1b]0;owned\x07\x1b[2J") + QChar(0x9B) + QStringLiteral("31m\x7f\r\b")},
        {"title", QStringLiteral("\x1b]8;;http://192.0.2.1/\x1b\\text\x1b]8;;\x1b\\")},
        {"right to left", QChar(0x202E) + QStringLiteral("gnp.exe") + QChar(0x2066) + QStringLiteral("x")},
        {"marks", QChar(0x200F) + QStringLiteral("e") + QString(40, QChar(0x0301)) + QChar(0x200B)},
        {"zero", QStringLiteral("before") + QChar(u'\0') + QStringLiteral("after")},
        {"lines", QStringLiteral("one\r\nBcc: victim@example.org\r\n\r\nbody") + QChar(0x2028)},
        {"climbing", QStringLiteral("../../x")},
        {"Windows", QStringLiteral("C:\\Windows\\x.exe")},
        {"option", QStringLiteral("-rf")},
        {"formula", QStringLiteral("=1+1")},
        {"command", QStringLiteral("@SUM(1+1)*cmd|' /C calc'!A0")},
        {"plus", QStringLiteral("+cmd|' /C calc'!A0")},
        {"minus", QStringLiteral("-2+3+cmd|' /C calc'!A0")},
        {"tab", QStringLiteral("\t=1+1")},
        {"shell", QStringLiteral("$(touch /tmp/tlsrpt-owned);`id`|&'\"")},
        {"places", QStringLiteral("%1 %2 %n %Ln %s %99")},
        {"SQL", QStringLiteral("'; DROP TABLE report_; --")},
        {"mail", QStringLiteral("a@b.example?bcc=c@d.example&attach=/etc/passwd")},
        {"surrogate", QStringLiteral("half ") + QChar(0xD800)},
    };
    return all;
}

QByteArray reportOf(const QString &text, int number)
{
    const QJsonArray failures{failureOf(QStringLiteral("certificate-expired"), text, 5),
                              failureOf(QStringLiteral("validation-failure"), text, 3),
                              failureOf(text, text, 2)};
    const QJsonArray policies{policyOf(QStringLiteral("example.org"), text, failures, 10),
                              policyOf(text, text, failures, 10)};
    return jsonOf(text, text, text, number, policies);
}

QByteArray reportOfPolicies(int count)
{
    QJsonArray policies;
    for (int i = 0; i < count; ++i) {
        policies.append(policyOf(QStringLiteral("d%1.example").arg(i), QStringLiteral("mx%1.example").arg(i),
                                 {failureOf(QStringLiteral("certificate-expired"), QStringLiteral("mx%1.example").arg(i), 1)}, 1));
    }
    return jsonOf(QStringLiteral("Many policies"), QStringLiteral("a@b.example"), QStringLiteral("policies"), 1, policies);
}

QByteArray reportOfDetails(int count)
{
    QJsonArray failures;
    for (int i = 0; i < count; ++i) {
        failures.append(QJsonObject{{QStringLiteral("result-type"), QStringLiteral("starttls-not-supported")},
                                    {QStringLiteral("receiving-mx-hostname"), QStringLiteral("mx%1.example").arg(i % 5000)},
                                    {QStringLiteral("failed-session-count"), 1}});
    }
    const QString id = QStringLiteral("details-%1").arg(count);
    return jsonOf(QStringLiteral("Many details"), QStringLiteral("a@b.example"), id, 2,
                  {policyOf(QStringLiteral("details.example"), QStringLiteral("*.example"), failures, count)});
}

QString writeStrangers(const Home &home)
{
    const QString folder = QStringLiteral("strangers");
    int number = 0;
    for (const Stranger &stranger : strangers()) {
        // Enough days that the diagnosis has something to say about each.
        for (int day = 0; day < 3; ++day, ++number)
            home.write(folder + u'/' + QLatin1String(stranger.name) + u'/' + fileNameOf(stranger.text, number),
                       reportOf(stranger.text, number));
    }
    home.write(folder + u"/long.json", longReport(QString(longLine, u'x'), number));
    home.write(folder + u"/wide.json", longReport(QString(longLine / 3, QChar(0x4E00)), number + 1));
    home.write(folder + u"/policies.json", reportOfPolicies(10'000));
    return home.file(folder);
}

bool actsOnATerminal(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c != u'\n' && (c.unicode() < 0x20 || (c.unicode() >= 0x7F && c.unicode() < 0xA0));
    });
}

bool turnsTheReading(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return (c.unicode() >= 0x202A && c.unicode() <= 0x202E) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
    });
}

} // namespace tlsrpt::test
