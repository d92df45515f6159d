// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace tlsrpt
{

QLatin1String slug(Code code)
{
    switch (code) {
    case Code::FileNotFound: return QLatin1String("file-not-found");
    case Code::FileUnreadable: return QLatin1String("file-unreadable");
    case Code::Cancelled: return QLatin1String("cancelled");
    case Code::EmptyDocument: return QLatin1String("empty");
    case Code::Truncated: return QLatin1String("truncated");
    case Code::GzipDamaged: return QLatin1String("gzip-damaged");
    case Code::ZipDamaged: return QLatin1String("zip-damaged");
    case Code::ZipEncrypted: return QLatin1String("zip-encrypted");
    case Code::ZipMethodUnsupported: return QLatin1String("zip-method-unsupported");
    case Code::MailDamaged: return QLatin1String("mail-damaged");
    case Code::TooLarge: return QLatin1String("too-large");
    case Code::RatioExceeded: return QLatin1String("ratio-exceeded");
    case Code::TooManyMembers: return QLatin1String("too-many-members");
    case Code::UnpackedTooLarge: return QLatin1String("unpacked-too-large");
    case Code::NestedTooDeep: return QLatin1String("nested-too-deep");
    case Code::TextUndecodable: return QLatin1String("text-undecodable");
    case Code::NotJson: return QLatin1String("not-json");
    case Code::NotAReport: return QLatin1String("not-a-report");
    case Code::NoDateRange: return QLatin1String("no-date-range");
    case Code::DateRangeReversed: return QLatin1String("date-range-reversed");
    case Code::NoPolicies: return QLatin1String("no-policies");
    case Code::TooManyDetails: return QLatin1String("too-many-details");
    case Code::NoReport: return QLatin1String("no-report");
    case Code::ArchiveCannotOpen: return QLatin1String("archive-cannot-open");
    case Code::ArchiveNotOurs: return QLatin1String("archive-not-ours");
    case Code::ArchiveNewer: return QLatin1String("archive-newer");
    case Code::ArchiveDamaged: return QLatin1String("archive-damaged");
    case Code::ArchiveLocked: return QLatin1String("archive-locked");
    case Code::ArchiveReadOnly: return QLatin1String("archive-read-only");
    case Code::DiskFull: return QLatin1String("disk-full");
    case Code::StoreFailed: return QLatin1String("store-failed");
    case Code::NoSuchReport: return QLatin1String("no-such-report");
    case Code::CannotWrite: return QLatin1String("cannot-write");
    case Code::NoSuchMailbox: return QLatin1String("no-such-mailbox");
    case Code::ServerUnreachable: return QLatin1String("server-unreachable");
    case Code::ServerTimeout: return QLatin1String("server-timeout");
    case Code::ServerClosed: return QLatin1String("server-closed");
    case Code::ServerAnswerBroken: return QLatin1String("server-answer-broken");
    case Code::EncryptionMissing: return QLatin1String("encryption-missing");
    case Code::EncryptionInjected: return QLatin1String("encryption-injected");
    case Code::TlsFailed: return QLatin1String("tls-failed");
    case Code::CertificateRefused: return QLatin1String("certificate-refused");
    case Code::SignInRefused: return QLatin1String("sign-in-refused");
    case Code::AppPasswordNeeded: return QLatin1String("application-password-needed");
    case Code::ImapSwitchedOff: return QLatin1String("imap-switched-off");
    case Code::SignInEnded: return QLatin1String("sign-in-ended");
    case Code::SignInDenied: return QLatin1String("sign-in-denied");
    case Code::ClientRefused: return QLatin1String("client-refused");
    case Code::NoPassword: return QLatin1String("no-password");
    case Code::SecretStoreFailed: return QLatin1String("secret-store-failed");
    case Code::PasswordCommandFailed: return QLatin1String("password-command-failed");
    case Code::FolderNotFound: return QLatin1String("folder-not-found");
    case Code::MailMissing: return QLatin1String("mail-missing");
    case Code::MailboxFull: return QLatin1String("mailbox-full");
    case Code::MailsUnchanged: return QLatin1String("mails-unchanged");
    }
    Q_UNREACHABLE();
}

} // namespace tlsrpt
