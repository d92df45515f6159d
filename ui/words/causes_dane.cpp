// SPDX-License-Identifier: GPL-3.0-or-later
// DANE and DNSSEC.
#include "ui/words/causewords.h"

#include "ui/words/text.h"

#include <QCoreApplication>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(DaneCauses)
};

QString aboutDane()
{
    return T::tr(
        "DANE puts the key of your mail server into DNS, the internet’s directory, in signed "
        "entries called TLSA records. By them senders recognise the server.");
}

QString publishUsableRecord()
{
    return T::tr("Publish a TLSA record that begins with 3 1 1, followed by the SHA-256 digest of "
                 "the server’s key: 64 hexadecimal digits.");
}

} // namespace

CauseWords tlsaMismatch(const QString &mx)
{
    return {
        named(mx, T::tr("Key of %1 does not match DANE"),
              T::tr("Key of a mail server does not match DANE")),
        named(
            mx, T::tr("The sender reached %1, but its key matches no published DANE record."),
            T::tr(
                "The sender reached a mail server, but its key matches no published DANE record.")),
        aboutDane() + u' ' +
            T::tr(
                "Here the server has another key, and senders that check DANE do not deliver to a "
                "server they cannot recognise. Usually the certificate was renewed with a new key "
                "and the record was not."),
        {T::tr("Compute the digest of the server’s key, as one of the checks does, and publish it "
               "now "
               "beside the old record."),
         T::tr("Remove the old record when twice its lifetime in DNS (TTL) has passed."),
         T::tr("Next time publish the new record first and change the key afterwards, or keep the "
               "key when you renew the certificate.")},
    };
}

CauseWords tlsaUnusable(const QString &mx)
{
    return {
        named(mx, T::tr("DANE records of %1 cannot be used"),
              T::tr("DANE records of a mail server cannot be used")),
        named(mx,
              T::tr("The sender found DANE records for %1, but none that mail servers can use."),
              T::tr("The sender found DANE records, but none that mail servers can use.")),
        aboutDane() + u' ' +
            T::tr("For mail a record must begin with 3 or 2, and its digest must have the right "
                  "length."),
        {publishUsableRecord(), T::tr("Then remove the records that cannot be used.")},
    };
}

CauseWords tlsaSyntax(const QString &mx)
{
    return {
        named(mx, T::tr("DANE record of %1 is malformed"),
              T::tr("DANE record of a mail server is malformed")),
        named(mx, T::tr("The sender found a DANE record for %1 that cannot be read."),
              T::tr("The sender found a DANE record that cannot be read.")),
        aboutDane() + u' ' +
            T::tr("A record is three small numbers and a row of hexadecimal digits; here one of "
                  "them is wrong."),
        {publishUsableRecord(), T::tr("Then remove the record that cannot be read.")},
    };
}

CauseWords dnssec(const QString &mx)
{
    return {
        named(mx, T::tr("DNSSEC for %1 is broken"), T::tr("DNSSEC for a mail server is broken")),
        named(mx, T::tr("The sender asked DNS about %1 and got no answer with a valid signature."),
              T::tr("The sender asked DNS about a mail server and got no answer with a valid "
                    "signature.")),
        T::tr("DNSSEC signs the answers of DNS, the internet’s directory, so that nobody can swap "
              "them on the way. When a "
              "signature is out of date or does not fit, a careful sender waits instead of "
              "trusting the answer."),
        {T::tr("Have the signatures of the zone checked, first of the mail server, then of the "
               "domain."),
         T::tr("Sign the zone again, or correct its DS record at the registrar. After a move to "
               "another provider the two often do not fit."),
         T::tr("If only one sender saw it on a single day, its own DNS was probably at fault: "
               "wait.")},
    };
}

CauseWords daneMissing(const QString &mx)
{
    return {
        named(mx, T::tr("%1 has no DANE record"), T::tr("A mail server has no DANE record")),
        named(mx, T::tr("The sender looked for a signed DANE record of %1 and found none."),
              T::tr("The sender looked for a signed DANE record of a mail server and found none.")),
        aboutDane() + u' ' +
            T::tr("It is voluntary, but a sender may insist on it for a domain. A new or moved "
                  "server often lacks the record."),
        {T::tr("Publish a TLSA record, in a zone signed with DNSSEC, for every mail server of the "
               "domain."),
         T::tr("Or ask the sender not to insist on DANE for your domain.")},
    };
}

} // namespace tlsrpt::words
