// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, what it means and how to mend it: one function a cause, in files by topic.
#pragma once

#include <QString>
#include <QStringList>

namespace tlsrpt::words
{

struct CauseWords {
    QString title;
    QString what;
    QString meaning;
    QStringList fix; ///< steps in order
};

// Each takes the name it speaks about as the report has it, which may be empty.
CauseWords selfSigned(const QString &mx);
CauseWords chainIncomplete(const QString &mx);
CauseWords notTrusted(const QString &mx);
CauseWords expired(const QString &mx);
CauseWords notYetValid(const QString &mx);
CauseWords wrongPurpose(const QString &mx);
CauseWords nameMismatch(const QString &mx);

CauseWords handshake(const QString &mx);
CauseWords starttlsNotOffered(const QString &mx);
CauseWords starttlsRefused(const QString &mx);
CauseWords senderConfiguration(const QString &mx);
CauseWords noReason(const QString &mx);
CauseWords unknown(const QString &mx);

CauseWords tlsaMismatch(const QString &mx);
CauseWords tlsaUnusable(const QString &mx);
CauseWords tlsaSyntax(const QString &mx);
CauseWords dnssec(const QString &mx);
CauseWords daneMissing(const QString &mx);

CauseWords mxNotInPolicy(const QString &mx);
CauseWords fetchTimeout(const QString &domain);
CauseWords fetchRedirect(const QString &domain);
CauseWords fetchNotFound(const QString &domain);
CauseWords fetchBlocked(const QString &domain);
CauseWords fetchServerError(const QString &domain);
CauseWords fetchConnect(const QString &domain);
CauseWords fetchBackoff(const QString &domain);
CauseWords fetchFailed(const QString &domain);
CauseWords stsRecordBad(const QString &domain);
CauseWords stsRecordGone(const QString &domain);
CauseWords policyInvalid(const QString &domain);
CauseWords policyHostCertificate(const QString &domain);

} // namespace tlsrpt::words
