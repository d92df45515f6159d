// SPDX-License-Identifier: GPL-3.0-or-later
// Setting up encryption, and failures without a usable reason.
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
    Q_DECLARE_TR_FUNCTIONS(ConnectionCauses)
};

QString inspection()
{
    return T::tr("Switch off the inspection of mail (SMTP) in firewalls in front of the server.");
}

} // namespace

CauseWords starttlsNotOffered(const QString &mx)
{
    return {
        named(mx, T::tr("%1 offered no encryption"), T::tr("A mail server offered no encryption")),
        named(mx,
              T::tr("The sender reached %1, and it did not offer encryption or did not start it."),
              T::tr("The sender reached a mail server, and it did not offer encryption or did not "
                    "start it.")),
        T::tr(
            "A mail server tells every sender that it can encrypt; the word for it is STARTTLS. "
            "If the word is missing, encryption is off on this server, the server cannot read its "
            "certificate, or a firewall in front of it removes the word."),
        {T::tr("Switch on TLS on the server and check that it can read its certificate and key."),
         inspection(),
         T::tr("Check every address of the server and every machine behind its name, from outside "
               "your own network.")},
    };
}

CauseWords starttlsRefused(const QString &mx)
{
    return {
        named(mx, T::tr("%1 refused encryption"), T::tr("A mail server refused encryption")),
        named(mx, T::tr("The sender asked %1 to start encryption, and the server refused."),
              T::tr("The sender asked a mail server to start encryption, and the server refused.")),
        T::tr("The server promises encryption (STARTTLS) but does not keep the promise. Usually it "
              "cannot read its certificate or key, or it has too much to do."),
        {T::tr("Look for TLS errors in the log of the mail server."),
         T::tr("Check that it can read its certificate and key."),
         T::tr("If it happens now and then, look for overload and for limits on connections.")},
    };
}

CauseWords handshake(const QString &mx)
{
    return {
        named(mx, T::tr("Encryption with %1 could not be agreed"),
              T::tr("Encryption with a mail server could not be agreed")),
        named(mx, T::tr("The sender and %1 began to set up encryption, and it broke off."),
              T::tr("The sender and a mail server began to set up encryption, and it broke off.")),
        T::tr("The two found no version or method of encryption that both know, or the connection "
              "was cut in between. Very old or very strict settings on one side do that, and "
              "firewalls that look into mail."),
        {T::tr("Offer TLS 1.2 and TLS 1.3 with the usual ciphers."),
         T::tr("Do not ask senders for a certificate."), inspection(),
         T::tr("If only one sender sees this, ask it which settings it uses.")},
    };
}

CauseWords senderConfiguration(const QString &mx)
{
    return {
        T::tr("A setting of the sender stopped the check"),
        named(mx,
              T::tr("The sender could not use its own list of trusted keys and so could not "
                    "check %1."),
              T::tr("The sender could not use its own list of trusted keys and so could not check "
                    "the mail server.")),
        T::tr("The trouble is in the settings of the sender. It says nothing about your server."),
        {T::tr("Nothing to do on your side, unless other senders report failures too."),
         T::tr("If it goes on, tell the sender and show this report.")},
    };
}

CauseWords noReason(const QString &mx)
{
    return {
        named(mx, T::tr("Failures at %1, no reason given"),
              T::tr("Failures at a mail server, no reason given")),
        named(mx, T::tr("The sender could not verify %1 and did not say why."),
              T::tr("The sender could not verify a mail server and did not say why.")),
        T::tr("Some senders never name a reason. Most likely, in this order: the server is not in "
              "the policy, its certificate has a wrong name or lacks a part, or sender and server "
              "found no common encryption."),
        {T::tr("Run the checks in this order; they find most faults."),
         T::tr("See whether another sender names a reason for the same server."),
         T::tr("If the checks find nothing and other senders succeed, ask this sender.")},
    };
}

CauseWords unknown(const QString &mx)
{
    return {
        named(mx, T::tr("Failures at %1, the report does not tell why"),
              T::tr("Failures at a mail server, the report does not tell why")),
        named(mx,
              T::tr("The sender reported a failure at %1, with a reason that this program does not "
                    "know or that the policy in the report contradicts."),
              T::tr("The sender reported a failure, with a reason that this program does not know "
                    "or that the policy in the report contradicts.")),
        T::tr("Senders may describe a failure in words of their own, and some call a server missing "
              "from a policy that lists it. What the report says is shown as it was sent."),
        {T::tr("Read the words of the sender; they often name the fault."),
         T::tr("Run the checks in this order; they find most faults."),
         T::tr("If they find nothing, ask the sender what it means.")},
    };
}

} // namespace tlsrpt::words
