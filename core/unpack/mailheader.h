// SPDX-License-Identifier: GPL-3.0-or-later
// What a mail's header tells about the reports in it.
#pragma once

#include <QByteArray>
#include <QString>

namespace tlsrpt
{

struct DocumentHints;

/// Values as they stand in the mail, folds and all. Of several fields of one name the topmost.
struct MailHeader {
    QByteArray from;
    QByteArray date;
    QByteArray subject;
    QByteArray messageId;
    QByteArray authenticationResults;
    QByteArray reportDomain;    ///< TLS-Report-Domain (RFC 8460 §5.3)
    QByteArray reportSubmitter; ///< TLS-Report-Submitter
    QByteArray reportType;      ///< parameter of Content-Type

    /// report-type=tlsrpt or TLS-Report-Domain: the mail says that it holds a report.
    bool isReport() const;
    /// Its subject, or else its Message-ID: how people find it again.
    QString title() const;
    /// Replaces in the hints what a mail's header tells.
    void tell(DocumentHints &hints) const;
};

/// The dkim verdict of an Authentication-Results value (RFC 8601 §2.2): "pass", "fail" or empty.
QString dkimVerdict(const QByteArray &value);

} // namespace tlsrpt
