// SPDX-License-Identifier: GPL-3.0-or-later
// The two hashes by which the archive knows a report again.
#include "core/report/names.h"
#include "core/report/report.h"

#include <QCryptographicHash>
#include <QStringEncoder>
#include <QtEndian>

#include <algorithm>

namespace tlsrpt
{

namespace
{

/// Fields one after the other, each with its length in front, so that no two lists of fields
/// make the same bytes.
class Fields
{
public:
    explicit Fields(qsizetype expected) { m_bytes.reserve(expected); }

    void add(qint64 number)
    {
        const qint64 big = qToBigEndian(number);
        m_bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
    }
    void add(const QByteArray &bytes)
    {
        add(static_cast<qint64>(bytes.size()));
        m_bytes.append(bytes);
    }
    void add(QStringView text)
    {
        const qsizetype start = m_bytes.size();
        m_bytes.resize(start + static_cast<qsizetype>(sizeof(qint64)) +
                       m_utf8.requiredSpace(text.size()));
        char *to = m_bytes.data() + start;
        const char *end = m_utf8.appendToBuffer(to + sizeof(qint64), text);
        qToBigEndian<qint64>(end - to - static_cast<qptrdiff>(sizeof(qint64)), to);
        m_bytes.truncate(end - m_bytes.constData());
    }
    void add(const QStringList &texts)
    {
        add(static_cast<qint64>(texts.size()));
        for (const QString &text : texts)
            add(QStringView(text));
    }

    QByteArray bytes() && { return std::move(m_bytes); }
    /// 16 bytes: as many as a hash of a million million reports needs.
    QByteArray hash() const
    {
        return QCryptographicHash::hash(m_bytes, QCryptographicHash::Blake2s_128);
    }

private:
    QByteArray m_bytes;
    QStringEncoder m_utf8{QStringEncoder::Utf8, QStringEncoder::Flag::Stateless};
};

void addSorted(Fields &fields, std::vector<QByteArray> parts)
{
    std::sort(parts.begin(), parts.end());
    fields.add(static_cast<qint64>(parts.size()));
    for (const QByteArray &part : parts)
        fields.add(part);
}

QByteArray bytesOf(const FailureDetail &detail)
{
    Fields fields(256);
    fields.add(detail.resultType.toLower());
    fields.add(QStringView(detail.sendingMtaIp));
    fields.add(QStringView(detail.receivingMx));
    fields.add(QStringView(detail.receivingHelo));
    fields.add(QStringView(detail.receivingIp));
    fields.add(QStringView(detail.additionalInformation));
    fields.add(QStringView(detail.reasonCode));
    fields.add(detail.failedSessions);
    return std::move(fields).bytes();
}

QByteArray bytesOf(const PolicyResult &row)
{
    Fields fields(512);
    fields.add(static_cast<qint64>(row.track));
    // Senders vary the case of the types we know; of the others we know nothing.
    fields.add(row.track == Track::Other ? QStringView(row.policyType) : QStringView());
    fields.add(row.policyStrings);
    // Never the domain filled in from the mail around it: another container has other hints.
    fields.add(QStringView(row.policyDomainAsSent));
    fields.add(row.mxHosts);
    fields.add(row.successful);
    fields.add(row.failed);
    std::vector<QByteArray> details;
    details.reserve(row.failures.size());
    for (const FailureDetail &detail : row.failures)
        details.push_back(bytesOf(detail));
    addSorted(fields, std::move(details));
    return std::move(fields).bytes();
}

/// Who says it, by the JSON alone: report ids of two houses collide (sys4's do every day).
QString senderByItself(const Report &report)
{
    const QString domain = domainOfAddress(report.contact);
    return domain.contains(u'.') ? domain : report.organization.simplified().toLower();
}

} // namespace

QByteArray identityOf(const Report &report)
{
    QStringList domains;
    domains.reserve(static_cast<qsizetype>(report.policies.size()));
    for (const PolicyResult &row : report.policies)
        domains.append(row.policyDomainAsSent);
    std::sort(domains.begin(), domains.end());
    domains.erase(std::unique(domains.begin(), domains.end()), domains.end());

    Fields fields(256);
    fields.add(senderByItself(report));
    fields.add(QStringView(report.reportId));
    fields.add(report.start);
    fields.add(domains);
    return fields.hash();
}

QByteArray contentHashOf(const Report &report)
{
    Fields fields(1024);
    fields.add(report.start);
    fields.add(report.end);
    std::vector<QByteArray> rows;
    rows.reserve(report.policies.size());
    for (const PolicyResult &row : report.policies)
        rows.push_back(bytesOf(row));
    addSorted(fields, std::move(rows));
    return fields.hash();
}

} // namespace tlsrpt
