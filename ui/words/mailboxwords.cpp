// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/mailboxwords.h"

#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tlsrpt::words
{

namespace
{

class MailboxWords
{
    Q_DECLARE_TR_FUNCTIONS(MailboxWords)
};

constexpr int longestDetail = 200;

} // namespace

QString step(ImapStep step, const QString &detail)
{
    const QString told = shown(detail, longestDetail);
    switch (step) {
    case ImapStep::Connecting: return MailboxWords::tr("Connecting to %1 …").arg(told);
    case ImapStep::Connected: return MailboxWords::tr("Connected with %1.").arg(told);
    case ImapStep::Encrypted: return MailboxWords::tr("Encrypted (%1), and the server's certificate is right.").arg(told);
    case ImapStep::SigningIn: return MailboxWords::tr("Signing in as %1 …").arg(told);
    case ImapStep::SignedIn: return MailboxWords::tr("Signed in as %1.").arg(told);
    case ImapStep::ListingFolders: return MailboxWords::tr("Asking which folders there are …");
    case ImapStep::OpeningFolder: return MailboxWords::tr("Opening the folder %1 …").arg(told);
    case ImapStep::Searching: return MailboxWords::tr("Looking for reports …");
    case ImapStep::Fetching: return MailboxWords::tr("Fetching mails …");
    }
    Q_UNREACHABLE();
}

QString fingerprint(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex(':').toUpper());
}

/// "NO [AUTHENTICATIONFAILED] No such user." (RFC 3501 §7.1)
QString serversWords(const Error &error)
{
    static const QRegularExpression head(QStringLiteral("^(?:NO|BAD|BYE|OK)\\s+(?:\\[[^\\]]*\\]\\s*)?"));
    QString text = error.detail;
    return shown(text.remove(head), longestDetail);
}

QString certificateFault(const CertificateFault &fault)
{
    const auto when = [&fault] { return dayLong(Day::fromDate(QDate::fromString(fault.fact, Qt::ISODate))); };
    switch (fault.kind) {
    case CertificateFault::Kind::Expired: return MailboxWords::tr("It expired on %1.").arg(when());
    case CertificateFault::Kind::NotYetValid: return MailboxWords::tr("It is not valid before %1.").arg(when());
    case CertificateFault::Kind::WrongName:
        return MailboxWords::tr("It is made out to another server than %1.").arg(shown(fault.fact, longestDetail));
    case CertificateFault::Kind::SelfSigned:
        return MailboxWords::tr("It is signed by itself: no authority vouches for it.");
    case CertificateFault::Kind::UnknownIssuer:
        return MailboxWords::tr("Its issuer is not an authority that is trusted here.");
    case CertificateFault::Kind::Other: return shown(fault.fact, longestDetail);
    }
    Q_UNREACHABLE();
}

QString validity(const CertificateProblem &problem)
{
    const auto day = [](const QDateTime &time) {
        return time.isValid() ? dayLong(Day::fromDate(time.toUTC().date())) : QStringLiteral("–");
    };
    return MailboxWords::tr("%1 to %2").arg(day(problem.validFrom), day(problem.validTo));
}

QStringList certificate(const CertificateProblem &problem)
{
    QStringList lines;
    for (const CertificateFault &fault : problem.faults)
        lines << MailboxWords::tr("What is wrong: %1").arg(certificateFault(fault));
    lines << MailboxWords::tr("Certificate of: %1").arg(shown(problem.subject, longestDetail))
          << MailboxWords::tr("Issued by: %1").arg(shown(problem.issuer, longestDetail))
          << MailboxWords::tr("Valid: %1").arg(validity(problem))
          << MailboxWords::tr("Fingerprint (SHA-256): %1").arg(fingerprint(problem.sha256));
    return lines;
}

QString securityName(Security security)
{
    switch (security) {
    case Security::Tls: return QStringLiteral("TLS");
    case Security::StartTls: return QStringLiteral("STARTTLS");
    case Security::Plain: return MailboxWords::tr("not encrypted");
    }
    Q_UNREACHABLE();
}

} // namespace tlsrpt::words
