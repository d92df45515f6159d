// SPDX-License-Identifier: GPL-3.0-or-later
// One signed-in IMAP connection (RFC 3501), blocking, for a thread of its own. The library speaks
// the protocol; TLS is QSslSocket's, with certificates always checked.
#pragma once

#include "core/base/error.h"
#include "core/base/jobcontrol.h"
#include "core/source/mailbox.h"

#include <QDateTime>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tlsrpt
{

/// What is wrong with a certificate.
struct CertificateFault {
    enum class Kind : quint8 { Expired, NotYetValid, WrongName, SelfSigned, UnknownIssuer, Other };

    Kind kind = Kind::Other;
    QString fact; ///< dates: the day, ISO 8601; WrongName: the name asked for; Other: the TLS library's words

    bool operator==(const CertificateFault &) const = default;
};

/// Why a server's certificate was refused, for the user to look at.
struct CertificateProblem {
    QString subject;
    QStringList names;   ///< the servers that it is for (RFC 9525 §2)
    QString issuer;
    QDateTime validFrom; ///< UTC
    QDateTime validTo;   ///< UTC
    QByteArray sha256;   ///< of the whole certificate (DER), what Mailbox::pinnedCertificate holds
    std::vector<CertificateFault> faults;
};

/// The faults as they stand in an Error's detail, and back.
QString toDetail(const std::vector<CertificateFault> &faults);
std::vector<CertificateFault> faultsOf(const QString &detail);

/// The steps of a connection, for the live log of a test; `detail` are verbatim facts, no secrets.
enum class ImapStep : quint8 {
    Connecting, Connected, Encrypted, SigningIn, SignedIn, ListingFolders, OpeningFolder, Searching, Fetching,
};

struct ImapObserver {
    std::function<void(ImapStep, const QString &detail)> step;
    std::function<void(const CertificateProblem &)> certificate;
};

struct ImapTimeouts {
    int connectMs = 20'000;
    int answerMs = 60'000; ///< without a single byte
    int drippingMs = 30 * 60'000; ///< an answer that takes longer must bring a kilobyte a second
};

struct ImapFolder {
    QString name;        ///< decoded (RFC 3501 §5.1.3)
    QString specialUse;  ///< RFC 6154 attribute without the backslash, "" = none: "Junk", "Trash", "All"
    bool selectable = true;
};

struct OpenFolder {
    quint32 uidValidity = 0;
    quint32 uidNext = 0; ///< 0: the server does not say
    quint32 messages = 0;
};

/// What is larger is not fetched.
inline constexpr qint64 largestMail = 256LL * 1024 * 1024;

struct FetchedMail {
    quint32 uid = 0;
    qint64 size = 0;     ///< bytes, RFC822.SIZE
    qint64 received = 0; ///< INTERNALDATE, seconds since 1970; 0 unknown
    QByteArray bytes;    ///< the whole mail; "" = it is larger than largestMail
};

class ImapClient
{
public:
    /// Connects, checks the certificate and signs in. `control` is looked at in every wait:
    /// Cancelled. Errors: ServerUnreachable, ServerTimeout, ServerClosed, ServerAnswerBroken,
    /// EncryptionMissing (also Security::Plain to another machine), EncryptionInjected, TlsFailed,
    /// CertificateRefused, SignInRefused, AppPasswordNeeded, ImapSwitchedOff, SignInEnded.
    static Result<std::unique_ptr<ImapClient>> connect(const Mailbox &mailbox, const Secret &secret,
                                                       JobControl &control, const ImapObserver &observer,
                                                       const ImapTimeouts &timeouts = {});
    ~ImapClient(); ///< LOGOUT, without waiting long

    /// All folders, of all namespaces (RFC 2342).
    Result<std::vector<ImapFolder>> folders();
    /// How many mails a folder holds, by STATUS, without opening it.
    Result<quint32> countOf(const QString &folder);

    /// EXAMINE, or SELECT when `writable`; FolderNotFound.
    Result<OpenFolder> open(const QString &folder, bool writable = false);
    /// UIDs above `after`, ascending, of mails that may hold a report: by search of the header
    /// where the server can (RFC 8460 §5.3) and by BODYSTRUCTURE. When in doubt a mail is one.
    Result<std::vector<quint32>> candidates(quint32 after);
    /// BODY.PEEK[] in batches, large mails one by one behind the others of their batch. `take`
    /// returns false to stop. Mails that the server announced and did not deliver are asked for
    /// once more, then given to `missing`; those that were expunged meanwhile are left out silently.
    Status fetch(const std::vector<quint32> &uids, const std::function<bool(FetchedMail)> &take,
                 const std::function<void(quint32 uid)> &missing);

    /// Both need open(…, true). Exactly these UIDs. MailsUnchanged.
    Status markRead(const std::vector<quint32> &uids);
    /// MOVE (RFC 6851), else COPY, STORE \Deleted and UID EXPUNGE (RFC 4315); without UIDPLUS the
    /// mails are copied and left where they are. FolderNotFound, MailboxFull, MailsUnchanged.
    Status move(const std::vector<quint32> &uids, const QString &folder);

    bool canIdle() const;
    /// Waits for new mails in the open folder (RFC 2177), or `seconds`; false: none came. Needs canIdle().
    Result<bool> idle(int seconds);

private:
    class Private;
    explicit ImapClient(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace tlsrpt
