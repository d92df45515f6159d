// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/corpus/packing.h"

#include <QDateTime>
#include <QLocale>

namespace tlsrpt::made
{
namespace
{

QByteArray mailDate(const Report &report)
{
    // Google sends about ten hours after the day, the others sooner.
    const qint64 delay = report.sender.house == House::Google ? 36000 : 7200;
    const QDateTime when = QDateTime::fromSecsSinceEpoch(
        endSeconds(report) + delay + static_cast<qint64>(report.number % 3600), Qt::UTC);
    return QLocale::c().toString(when, u"ddd, dd MMM yyyy hh:mm:ss").toLatin1() + " +0000";
}

QByteArray subjectId(const Report &report, const QByteArray &stamp)
{
    if (report.sender.house == House::Microsoft) // without the grammar's brackets
        return stamp + '+' + report.domain;
    return '<' + stamp + '+' + report.domain + '@' + report.sender.submitter + '>';
}

QByteArray base64Lines(const QByteArray &bytes)
{
    const QByteArray all = bytes.toBase64();
    QByteArray lines;
    lines.reserve(all.size() + all.size() / 38 + 2);
    for (qsizetype at = 0; at < all.size(); at += 76)
        lines += all.mid(at, 76) + "\r\n";
    return lines;
}

QByteArray sender(const Report &report)
{
    switch (report.sender.house) {
    case House::Google:
        return "noreply-smtp-tls-reporting@google.com";
    case House::Microsoft:
        return "<tlsrpt-noreply@microsoft.com>";
    case House::MailRu:
    case House::Postfix:
    case House::Stalwart:
    case House::Mox:
        break;
    }
    return report.sender.contact;
}

} // namespace

QByteArray toMail(const Report &report)
{
    const QByteArray &from = report.sender.submitter;
    const QByteArray stamp = QByteArray::number(report.number);
    const QByteArray boundary = "=_" + QByteArray::number(report.number, 16) + "_report";
    const QByteArray name = jsonName(report) + ".gz";
    QByteArray mail;
    mail.reserve(2048);
    mail += "Return-Path: <" + report.sender.contact +
            ">\r\n"
            "Date: " +
            mailDate(report) +
            "\r\n"
            "From: " +
            sender(report) +
            "\r\n"
            "To: tls-reports@" +
            report.domain +
            "\r\n"
            "Subject: Report Domain: " +
            report.domain + " Submitter: " + from +
            "\r\n"
            " Report-ID: " +
            subjectId(report, stamp) +
            "\r\n"
            "Message-ID: <" +
            stamp + ".tls@" + from +
            ">\r\n"
            "TLS-Report-Domain: " +
            report.domain +
            "\r\n"
            "TLS-Report-Submitter: " +
            from + "\r\n";
    if (report.sender.house == House::Postfix)
        mail += "TLS-Required: No\r\n";
    mail += "MIME-Version: 1.0\r\n"
            "Content-Type: multipart/report; report-type=tlsrpt;\r\n"
            " boundary=\"" +
            boundary +
            "\"\r\n\r\n"
            "--" +
            boundary +
            "\r\n"
            "Content-Type: text/plain; charset=utf-8\r\n\r\n"
            "This is an aggregate TLS report from " +
            from +
            "\r\n\r\n"
            "--" +
            boundary +
            "\r\n"
            "Content-Type: application/tlsrpt+gzip;\r\n name=\"" +
            name +
            "\"\r\n"
            "Content-Disposition: attachment;\r\n filename=\"" +
            name +
            "\"\r\n"
            "Content-Transfer-Encoding: base64\r\n\r\n";
    return mail + base64Lines(gzip(toJson(report))) + "\r\n--" + boundary + "--\r\n";
}

} // namespace tlsrpt::made
