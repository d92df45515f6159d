// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/corpus/madereport.h"

#include "tests/support/corpus/jsontext.h"
#include "tests/support/corpus/wording.h"

#include <QCryptographicHash>

namespace tlsrpt::made
{
namespace
{

constexpr qint64 secondsPerDay = 86400;

QByteArray isoDay(QDate day)
{
    return day.toString(Qt::ISODate).toLatin1();
}

void writeDates(JsonText &json, const Report &report)
{
    const bool midnight = report.sender.house == House::MailRu;
    const QByteArray zone = report.sender.zoneless ? QByteArray() : QByteArray("Z");
    const QByteArray start = isoDay(report.day) + "T00:00:00" + zone;
    const QByteArray end = midnight ? isoDay(report.day.addDays(1)) + "T00:00:00" + zone
                                    : isoDay(report.day) + "T23:59:59" + zone;
    json.beginObject("date-range");
    if (midnight) { // Mail.ru sorts its members
        json.text("end-datetime", end);
        json.text("start-datetime", start);
    } else {
        json.text("start-datetime", start);
        json.text("end-datetime", end);
    }
    json.endObject();
}

QByteArray uuid(quint64 number)
{
    const QByteArray hex =
        QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Sha256).toHex();
    return hex.left(8) + '-' + hex.mid(8, 4) + '-' + hex.mid(12, 4) + '-' + hex.mid(16, 4) + '-' +
           hex.mid(20, 12);
}

QByteArray reportId(const Report &report)
{
    const QByteArray start = isoDay(report.day) + "T00:00:00Z";
    switch (report.sender.house) {
    case House::Google:
        return start + '_' + report.domain;
    case House::Microsoft:
        // 18 digits that grow with time; the domain behind the plus.
        return QByteArray::number(116444736000000000LL + startSeconds(report) * 10000000LL +
                                  static_cast<qint64>(report.number % 10000000ULL)) +
               '+' + report.domain;
    case House::MailRu:
        return uuid(report.number) + "@mail.ru";
    case House::Postfix:
        return start + "_idx1_" + report.domain;
    case House::Stalwart:
        return QByteArray::number(startSeconds(report)) + '_' + QByteArray::number(report.number);
    case House::Mox:
        return report.day.addDays(1).toString(u"yyyyMMdd").toLatin1() + '.' + report.domain + '@' +
               report.sender.submitter;
    }
    return {};
}

void writePolicy(JsonText &json, const Report &report, const Policy &policy)
{
    const House house = report.sender.house;
    json.beginObject("policy");
    json.text("policy-type", policy.type);
    if (house == House::Microsoft && policy.type == "tlsa") {
        // One string that holds a JSON array.
        json.texts("policy-string", {"[\"" + policy.lines.join("\",\"") + "\"]"});
    } else if (!policy.lines.isEmpty()) {
        json.texts("policy-string", policy.lines);
    }
    const bool nameless = house == House::Postfix && policy.type == "no-policy-found";
    if (!nameless)
        json.text("policy-domain", policy.domain);
    if (house != House::Microsoft && house != House::MailRu && !policy.mxHosts.isEmpty())
        json.texts("mx-host", policy.mxHosts);
    json.endObject();
}

void writeSummary(JsonText &json, const Policy &policy)
{
    json.beginObject("summary");
    json.number("total-successful-session-count", policy.successful);
    json.number("total-failure-session-count", policy.failed);
    json.endObject();
}

void optional(JsonText &json, House house, const char *key, const QByteArray &value)
{
    if (!value.isEmpty())
        json.text(key, value);
    else if (house == House::Stalwart)
        json.null(key);
    else if (house == House::Mox)
        json.text(key, {});
}

void writeFailure(JsonText &json, const Report &report, const Failure &failure)
{
    const House house = report.sender.house;
    const Wording wording = wordingOf(failure.trouble, house);
    const bool addresses = house != House::Microsoft;
    json.beginObject();
    json.text("result-type", wording.resultType);
    if (house == House::Google)
        json.text("sending-mta-ip", failure.sendingIp); // at times ""
    else
        optional(json, house, "sending-mta-ip", addresses ? failure.sendingIp : QByteArray());
    if (house == House::Google)
        optional(json, house, "receiving-ip", failure.receivingIp);
    optional(json, house, "receiving-mx-hostname", failure.mx);
    if (house == House::Postfix && !failure.mx.isEmpty())
        json.text("receiving-mx-helo", ehloAnswer(failure.mx, failure.trouble));
    if (addresses && house != House::Google)
        optional(json, house, "receiving-ip", failure.receivingIp);
    json.number("failed-session-count", failure.sessions);
    const QByteArray reason = failure.reason.isEmpty() ? wording.reason : failure.reason;
    if (!reason.isEmpty())
        json.text("failure-reason-code", reason);
    json.endObject();
}

void writeFailures(JsonText &json, const Report &report, const Policy &policy)
{
    if (policy.failures.empty()) {
        if (report.sender.house == House::Mox || report.sender.house == House::Stalwart)
            json.texts("failure-details", {});
        return;
    }
    json.beginArray("failure-details");
    for (const Failure &failure : policy.failures)
        writeFailure(json, report, failure);
    json.endArray();
}

void writePolicies(JsonText &json, const Report &report)
{
    const bool sorted = report.sender.house == House::MailRu;
    json.beginArray("policies");
    for (const Policy &policy : report.policies) {
        json.beginObject();
        if (sorted)
            writeFailures(json, report, policy);
        writePolicy(json, report, policy);
        writeSummary(json, policy);
        if (!sorted)
            writeFailures(json, report, policy);
        json.endObject();
    }
    json.endArray();
}

} // namespace

QByteArray toJson(const Report &report)
{
    const House house = report.sender.house;
    JsonText json(house == House::Postfix);
    json.beginObject();
    if (house == House::MailRu)
        json.text("contact-info", report.sender.contact);
    else
        json.text("organization-name", report.sender.organisation);
    writeDates(json, report);
    if (house == House::MailRu)
        json.text("organization-name", report.sender.organisation);
    else
        json.text("contact-info", report.sender.contact);
    // sys4's reporter and Mail.ru put the id last.
    const bool idLast = house == House::Postfix || house == House::MailRu;
    if (!idLast)
        json.text("report-id", reportId(report));
    writePolicies(json, report);
    if (idLast)
        json.text("report-id", reportId(report));
    json.endObject();
    return json.take();
}

QByteArray jsonName(const Report &report)
{
    QByteArray name = report.sender.submitter + '!' + report.domain + '!' +
                      QByteArray::number(startSeconds(report)) + '!' +
                      QByteArray::number(endSeconds(report));
    if (report.sender.house == House::Google)
        name += "!001";
    else if (report.sender.house == House::Microsoft)
        name += '!' + reportId(report).left(18);
    return name + ".json";
}

QList<QByteArray> stsLines(const QByteArray &mode, const QList<QByteArray> &hosts, int maxAge)
{
    QList<QByteArray> lines = {"version: STSv1", "mode: " + mode};
    for (const QByteArray &host : hosts)
        lines.append("mx: " + host);
    lines.append("max_age: " + QByteArray::number(maxAge));
    return lines;
}

QByteArray tlsaRecord(const QByteArray &keyName)
{
    return "3 1 1 " + QCryptographicHash::hash(keyName, QCryptographicHash::Sha256).toHex();
}

qint64 startSeconds(const Report &report)
{
    return QDate(1970, 1, 1).daysTo(report.day) * secondsPerDay;
}

qint64 endSeconds(const Report &report)
{
    const bool midnight = report.sender.house == House::MailRu;
    return startSeconds(report) + (midnight ? secondsPerDay : secondsPerDay - 1);
}

} // namespace tlsrpt::made
