// SPDX-License-Identifier: GPL-3.0-or-later
// Error codes to sentences with their facts, and what to do next.
#include "ui/words/errorparts.h"

#include "ui/words/text.h"

#include <QCoreApplication>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

bool isNumber(const QString &detail, qint64 &value)
{
    bool ok = false;
    value = detail.toLongLong(&ok);
    return ok && value >= 0;
}

/// `with` gets the detail as a number, or `without` is taken when the detail is none.
QString counted(const Error &error, const QString &with, const QString &without)
{
    qint64 value = 0;
    return isNumber(error.detail, value) ? with.arg(number(value)) : without;
}

QString sized(const Error &error, const QString &with, const QString &without)
{
    qint64 value = 0;
    return isNumber(error.detail, value) ? with.arg(bytes(value)) : without;
}

QString placed(const Error &error, const QString &with, const QString &without)
{
    return detailed(error, error.offset >= 0 ? with.arg(number(error.offset)) : without);
}

QString reasonOf(Code code)
{
    switch (code) {
    case Code::FileNotFound: return T::tr("Not found");
    case Code::FileUnreadable: return T::tr("Cannot be read");
    case Code::Cancelled: return T::tr("Stopped");
    case Code::EmptyDocument: return T::tr("Empty");
    case Code::Truncated: return T::tr("Cut off");
    case Code::GzipDamaged: return T::tr("Damaged gzip data");
    case Code::ZipDamaged: return T::tr("Damaged zip file");
    case Code::ZipEncrypted: return T::tr("Needs a password");
    case Code::ZipMethodUnsupported: return T::tr("Unknown compression");
    case Code::MailDamaged: return T::tr("Damaged mail");
    case Code::TooLarge: return T::tr("Too large");
    case Code::RatioExceeded: return T::tr("Unpacks too far");
    case Code::TooManyMembers: return T::tr("Too many files inside");
    case Code::UnpackedTooLarge: return T::tr("Too large unpacked");
    case Code::NestedTooDeep: return T::tr("Packed too deep");
    case Code::TextUndecodable: return T::tr("Unreadable text");
    case Code::NotJson: return T::tr("Not valid JSON");
    case Code::NotAReport: return T::tr("Not a TLS report");
    case Code::NoDateRange: return T::tr("No period");
    case Code::DateRangeReversed: return T::tr("Impossible period");
    case Code::NoPolicies: return T::tr("No policies");
    case Code::TooManyDetails: return T::tr("Too many failures listed");
    case Code::NoReport: return T::tr("No report in it");
    case Code::ArchiveCannotOpen: return T::tr("Archive does not open");
    case Code::ArchiveNotOurs: return T::tr("Not an archive");
    case Code::ArchiveNewer: return T::tr("Archive is newer");
    case Code::ArchiveDamaged: return T::tr("Archive damaged");
    case Code::ArchiveLocked: return T::tr("Archive busy");
    case Code::ArchiveReadOnly: return T::tr("Archive read-only");
    case Code::DiskFull: return T::tr("Disk full");
    case Code::StoreFailed: return T::tr("Archive error");
    case Code::NoSuchReport: return T::tr("No such report");
    case Code::CannotWrite: return T::tr("Cannot be written");
    case Code::NoSuchMailbox: case Code::ServerUnreachable: case Code::ServerTimeout:
    case Code::ServerClosed: case Code::ServerAnswerBroken: case Code::EncryptionMissing:
    case Code::EncryptionInjected: case Code::TlsFailed: case Code::CertificateRefused:
    case Code::SignInRefused: case Code::AppPasswordNeeded: case Code::ImapSwitchedOff:
    case Code::SignInEnded: case Code::SignInDenied: case Code::ClientRefused:
    case Code::NoPassword: case Code::SecretStoreFailed:
    case Code::PasswordCommandFailed: case Code::FolderNotFound: case Code::MailMissing:
    case Code::MailboxFull: case Code::MailsUnchanged: break; // errors_mailbox.cpp
    }
    Q_UNREACHABLE();
}

QString whatOf(const Error &e)
{
    switch (e.code) {
    case Code::FileNotFound: return detailed(e, T::tr("There is no such file or folder."));
    case Code::FileUnreadable: return detailed(e, T::tr("The file or folder cannot be read."));
    case Code::Cancelled: return T::tr("It was stopped before the end.");
    case Code::EmptyDocument: return T::tr("It is announced as a report, but has no bytes.");
    case Code::Truncated:
        return counted(e, T::tr("The compressed data ends after %1 bytes, before it is complete."),
                       T::tr("The compressed data ends before it is complete."));
    case Code::GzipDamaged:
        return placed(e, T::tr("The gzip data is damaged at byte %1."), T::tr("The gzip data is damaged."));
    case Code::ZipDamaged:
        return detailed(e, T::tr("The zip file or one of its members is damaged."));
    case Code::ZipEncrypted: return T::tr("The zip file is protected by a password.");
    case Code::ZipMethodUnsupported:
        return counted(e, T::tr("The zip file is compressed with method %1, which is not supported."),
                       T::tr("The zip file is compressed in a way that is not supported."));
    case Code::MailDamaged:
        return detailed(e, T::tr("The mail is damaged and its parts cannot be told apart."));
    case Code::TooLarge:
        return sized(e, T::tr("It would be more than %1; reading stopped at this limit."),
                     detailed(e, T::tr("It is larger than the limit for one report.")));
    case Code::RatioExceeded:
        return counted(e, T::tr("It would unpack to more than %1 times its size; reading stopped there."),
                       T::tr("It would unpack to many times its size; reading stopped there."));
    case Code::TooManyMembers:
        return counted(e, T::tr("There are more than %1 files inside; the rest was not read."),
                       T::tr("There are too many files inside; the rest was not read."));
    case Code::UnpackedTooLarge:
        return sized(e, T::tr("It unpacks to more than %1 in all; the rest was not read."),
                     T::tr("It unpacks to too much in all; the rest was not read."));
    case Code::NestedTooDeep:
        return counted(e, T::tr("Containers lie inside containers, more than %1 deep."),
                       T::tr("Containers lie inside containers, too deep."));
    case Code::TextUndecodable:
        return placed(e, T::tr("At byte %1 the text is in no encoding that is known here."),
                      T::tr("The text is in no encoding that is known here."));
    case Code::NotJson:
        if (e.offset == 0)
            return T::tr("It is neither JSON nor gzip, zip or a mail.");
        return placed(e, T::tr("At byte %1 it stops being valid JSON."),
                      T::tr("It is not valid JSON."));
    case Code::NotAReport:
        return detailed(e, T::tr("It does not have the members of a TLS report."));
    case Code::NoDateRange:
        return detailed(e, T::tr("The report does not say which days it is about."));
    case Code::DateRangeReversed: return detailed(e, T::tr("The report ends before it starts."));
    case Code::NoPolicies:
        return detailed(e, T::tr("The report has no list of policies and so no results."));
    case Code::TooManyDetails:
        return counted(e, T::tr("The report lists more than %1 failures."),
                       T::tr("The report lists too many failures."));
    case Code::NoReport: return detailed(e, T::tr("There is no TLS report in it."));
    case Code::ArchiveCannotOpen: return detailed(e, T::tr("The archive cannot be opened."));
    case Code::ArchiveNotOurs: return T::tr("The file is not an archive of this program.");
    case Code::ArchiveNewer:
        return counted(e, T::tr("The archive was written by a newer version of this program (format %1)."),
                       T::tr("The archive was written by a newer version of this program."));
    case Code::ArchiveDamaged: return detailed(e, T::tr("The archive is damaged."));
    case Code::ArchiveLocked: return T::tr("Another program is writing to the archive.");
    case Code::ArchiveReadOnly: return T::tr("The archive may be read but not changed.");
    case Code::DiskFull: return T::tr("There is no room left on the disk.");
    case Code::StoreFailed: return detailed(e, T::tr("The archive could not do what was asked."));
    case Code::NoSuchReport: return T::tr("The archive does not hold this report.");
    case Code::CannotWrite: return detailed(e, T::tr("The file cannot be written."));
    case Code::NoSuchMailbox: case Code::ServerUnreachable: case Code::ServerTimeout:
    case Code::ServerClosed: case Code::ServerAnswerBroken: case Code::EncryptionMissing:
    case Code::EncryptionInjected: case Code::TlsFailed: case Code::CertificateRefused:
    case Code::SignInRefused: case Code::AppPasswordNeeded: case Code::ImapSwitchedOff:
    case Code::SignInEnded: case Code::SignInDenied: case Code::ClientRefused:
    case Code::NoPassword: case Code::SecretStoreFailed:
    case Code::PasswordCommandFailed: case Code::FolderNotFound: case Code::MailMissing:
    case Code::MailboxFull: case Code::MailsUnchanged: break; // errors_mailbox.cpp
    }
    Q_UNREACHABLE();
}

QString raiseTheLimit()
{
    return T::tr("TLS reports are small. If it is one all the same and you trust where it comes from, raise "
                 "the limit in the preferences and try again.");
}

QString fetchAgain()
{
    return T::tr("Get the file or mail again from where it came; this copy is incomplete.");
}

QString nextOf(Code code)
{
    switch (code) {
    case Code::FileNotFound: return T::tr("Check the name and try again.");
    case Code::FileUnreadable:
        return T::tr("Check that you may read it and that its disk is connected.");
    case Code::Cancelled:
        return T::tr("What was imported by then is kept; start again to import the rest.");
    case Code::EmptyDocument:
    case Code::Truncated:
    case Code::GzipDamaged:
    case Code::ZipDamaged:
    case Code::MailDamaged: return fetchAgain();
    case Code::ZipEncrypted: return T::tr("Unpack it with its password and import the files.");
    case Code::ZipMethodUnsupported:
        return T::tr("Unpack it with another program and import the files.");
    case Code::TooLarge:
    case Code::RatioExceeded:
    case Code::TooManyMembers:
    case Code::UnpackedTooLarge:
    case Code::NestedTooDeep:
    case Code::TooManyDetails: return raiseTheLimit();
    case Code::TextUndecodable:
    case Code::NotJson:
        return T::tr("Get the file or mail again. If it is the same, let the sender of the report know.");
    case Code::NotAReport: return T::tr("Nothing to do, unless you expected a TLS report here.");
    case Code::NoDateRange:
    case Code::DateRangeReversed:
    case Code::NoPolicies:
        return T::tr("Only the sender of the report can correct this; let it know.");
    case Code::NoReport: return T::tr("Nothing to do.");
    case Code::ArchiveCannotOpen:
        return T::tr("Check its folder and whether you may use the file, or choose another archive.");
    case Code::ArchiveNotOurs: return T::tr("Choose another file as the archive.");
    case Code::ArchiveNewer: return T::tr("Install the newer version, or choose another archive.");
    case Code::ArchiveDamaged:
        return T::tr("Rescue what can be read into a new archive, or go back to a backup.");
    case Code::ArchiveLocked: return T::tr("Wait until the other program is done and try again.");
    case Code::ArchiveReadOnly:
        return T::tr("Allow writing to the file, or choose another archive.");
    case Code::DiskFull:
        return T::tr("Make room on the disk and try again; what was imported is kept.");
    case Code::StoreFailed:
        return T::tr("Try again. If it happens again, have the archive checked.");
    case Code::NoSuchReport: return T::tr("It may have been deleted; refresh the list.");
    case Code::CannotWrite:
        return T::tr("Check that you may write to that folder, or choose another.");
    case Code::NoSuchMailbox: case Code::ServerUnreachable: case Code::ServerTimeout:
    case Code::ServerClosed: case Code::ServerAnswerBroken: case Code::EncryptionMissing:
    case Code::EncryptionInjected: case Code::TlsFailed: case Code::CertificateRefused:
    case Code::SignInRefused: case Code::AppPasswordNeeded: case Code::ImapSwitchedOff:
    case Code::SignInEnded: case Code::SignInDenied: case Code::ClientRefused:
    case Code::NoPassword: case Code::SecretStoreFailed:
    case Code::PasswordCommandFailed: case Code::FolderNotFound: case Code::MailMissing:
    case Code::MailboxFull: case Code::MailsUnchanged: break; // errors_mailbox.cpp
    }
    Q_UNREACHABLE();
}

} // namespace

QString detailed(const Error &error, const QString &what)
{
    qint64 value = 0;
    const QString detail = shown(error.detail, 200);
    if (detail.isEmpty() || isNumber(error.detail, value))
        return what;
    //: A sentence of ours, then the words of the system: "The file cannot be read. (Permission denied)"
    return T::tr("%1 (%2)").arg(what, detail);
}

ErrorWords error(const Error &error)
{
    if (auto words = mailboxError(error))
        return *words;
    return {reasonOf(error.code), whatOf(error), nextOf(error.code)};
}

QString sentence(const Error &error)
{
    const ErrorWords words = words::error(error);
    // Long source names matter to the end: the member's name comes last.
    const QString subject = shown(error.subject, 1000);
    if (subject.isEmpty())
        return T::tr("%1 %2").arg(words.what, words.next);
    //: A file or other subject, what happened to it, what to do
    return T::tr("%1: %2 %3").arg(subject, words.what, words.next);
}

} // namespace tlsrpt::words
