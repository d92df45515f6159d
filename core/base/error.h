// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, as a value: a closed code and the facts. Sentences are made in ui/words.
#pragma once

#include <QLatin1String>
#include <QString>

#include <tl/expected.hpp>

namespace tlsrpt
{

enum class Code {
    // Reading
    FileNotFound,
    FileUnreadable,
    Cancelled,
    // Unpacking
    EmptyDocument,      ///< claims to be a report and has no bytes
    Truncated,          ///< compressed data ends early
    GzipDamaged,
    ZipDamaged,
    ZipEncrypted,
    ZipMethodUnsupported,
    MailDamaged,
    TooLarge,           ///< a document over Limits::documentBytes
    RatioExceeded,      ///< unpacks to more than Limits::ratio times its size
    TooManyMembers,
    UnpackedTooLarge,   ///< an input over Limits::inputBytes unpacked
    NestedTooDeep,
    // Parsing
    TextUndecodable,
    NotJson,
    NotAReport,         ///< JSON without a report's members
    NoDateRange,
    DateRangeReversed,
    NoPolicies,
    TooManyDetails,
    // Ignoring: not an error of the input, only not ours
    NoReport,           ///< a file, attachment or mail of another kind
    // Archive
    ArchiveCannotOpen,
    ArchiveNotOurs,     ///< a database or file of another program
    ArchiveNewer,       ///< written by a newer version of this program
    ArchiveDamaged,
    ArchiveLocked,
    ArchiveReadOnly,
    DiskFull,
    StoreFailed,        ///< any other answer of SQLite; detail carries it
    NoSuchReport,
    // Writing results
    CannotWrite,
    // Mailboxes
    NoSuchMailbox,      ///< no mailbox has this name
    ServerUnreachable,  ///< host not found, connection refused, no network
    ServerTimeout,      ///< no answer in time
    ServerClosed,       ///< it ended the connection, also with BYE; detail carries its words
    ServerAnswerBroken, ///< what it said is no IMAP (RFC 3501)
    EncryptionMissing,  ///< no STARTTLS offered; nothing was signed in
    EncryptionInjected, ///< plain text before the TLS handshake (RFC 3207 §6, RFC 2595 §3.1): an attack, or a broken server
    TlsFailed,          ///< the handshake failed for another reason than the certificate
    CertificateRefused, ///< detail: what is wrong with it; CertificateProblem has the rest
    SignInRefused,      ///< wrong user or password
    AppPasswordNeeded,  ///< the provider wants an application's own password
    ImapSwitchedOff,    ///< at the provider, for this account
    SignInEnded,        ///< OAuth 2: the permission was taken back or has run out
    SignInDenied,       ///< OAuth 2: the person or the organisation did not allow it
    ClientRefused,      ///< OAuth 2: the provider refuses the registration (client ID); detail carries its words
    NoPassword,         ///< none is stored and nobody can be asked
    SecretStoreFailed,  ///< the desktop's password store; detail carries its words
    PasswordCommandFailed,
    FolderNotFound,
    MailMissing,        ///< the server announced it and did not deliver it
    MailboxFull,        ///< over quota, when mails are to be moved
    MailsUnchanged,     ///< the server refuses to mark or move mails; detail carries its words
};
inline constexpr int codeCount = static_cast<int>(Code::MailsUnchanged) + 1;

/// The stable name used in JSON output, e.g. "gzip-damaged". Never translated.
QLatin1String slug(Code code);

struct Error {
    Code code = Code::StoreFailed;
    QString subject;     ///< what it is about: a path, a source ("a.zip › b.json"), a member
    QString detail;      ///< verbatim facts: a number, a library's message, a JSON pointer
    qint64 offset = -1;  ///< byte offset in the document, -1 where unknown

    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = tl::expected<T, Error>;
using Status = tl::expected<void, Error>;

inline tl::unexpected<Error> failure(Code code, QString subject = {}, QString detail = {},
                                     qint64 offset = -1)
{
    return tl::unexpected<Error>(Error{code, std::move(subject), std::move(detail), offset});
}

} // namespace tlsrpt
