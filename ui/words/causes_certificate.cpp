// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates of mail servers.
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
    Q_DECLARE_TR_FUNCTIONS(CertificateCauses)
};

QString everyAddress()
{
    return T::tr("Check every address of the server and every machine behind its name.");
}

} // namespace

CauseWords expired(const QString &mx)
{
    return {
        named(mx, T::tr("Certificate of %1 expired"),
              T::tr("Certificate of a mail server expired")),
        named(
            mx, T::tr("The sender reached %1 and found that its certificate had expired."),
            T::tr("The sender reached a mail server and found that its certificate had expired.")),
        T::tr("A certificate is the identity card of a server and has an end date. After that date "
              "it no longer proves who the server is. Often the card was renewed, but the mail "
              "server still shows the old one."),
        {T::tr("Renew the certificate and reload the mail server."), everyAddress(),
         T::tr("Make the renewal reload the server by itself.")},
    };
}

CauseWords notYetValid(const QString &mx)
{
    return {
        named(mx, T::tr("Certificate of %1 is not valid yet"),
              T::tr("Certificate of a mail server is not valid yet")),
        named(mx,
              T::tr("The sender reached %1 and found a certificate that only becomes valid later."),
              T::tr("The sender reached a mail server and found a certificate that only becomes "
                    "valid later.")),
        T::tr("A certificate, the identity card of a server, has a first day too. Either it was "
              "installed too early, or a clock is wrong: the server’s or the sender’s."),
        {T::tr("Compare the start date of the certificate with today’s date."),
         T::tr("Let the server set its clock over the network."),
         T::tr("If the date is right and only one sender sees this, its clock is probably wrong: "
               "tell that sender.")},
    };
}

CauseWords nameMismatch(const QString &mx)
{
    return {
        named(mx, T::tr("Certificate of %1: wrong name"),
              T::tr("Certificate of a mail server: wrong name")),
        named(
            mx, T::tr("The sender reached %1 and was shown a certificate for another name."),
            T::tr(
                "The sender reached a mail server and was shown a certificate for another name.")),
        T::tr("A certificate is the identity card of a server. The name in the MX record, which "
              "says where your mail goes, must be one of the names on it. Otherwise the sender "
              "cannot tell your server from somebody else’s."),
        {T::tr("Add the name in the MX record to the names in the certificate."),
         T::tr("Or let the MX record name a server that is in the certificate."),
         T::tr("If the server has several certificates, make the right one its default."),
         everyAddress()},
    };
}

CauseWords selfSigned(const QString &mx)
{
    return {
        named(mx, T::tr("Certificate of %1 is self-signed"),
              T::tr("Certificate of a mail server is self-signed")),
        named(mx,
              T::tr("The sender reached %1 and was shown a certificate that no public authority "
                    "has signed."),
              T::tr("The sender reached a mail server and was shown a certificate that no public "
                    "authority has signed.")),
        T::tr("A certificate is the identity card of a server. Anybody can make a self-signed one, "
              "so it proves nothing. Often it is the one that came with the server’s software."),
        {T::tr("Get a certificate for the server’s name from a public authority; there are free "
               "ones."),
         T::tr(
             "Install it together with its intermediate certificates and reload the mail server."),
         everyAddress()},
    };
}

CauseWords chainIncomplete(const QString &mx)
{
    return {
        named(mx, T::tr("Certificate chain of %1 is incomplete"),
              T::tr("Certificate chain of a mail server is incomplete")),
        named(mx,
              T::tr("The sender reached %1, but could not trace its certificate to an authority "
                    "that the sender trusts."),
              T::tr("The sender reached a mail server, but could not trace its certificate to an "
                    "authority that the sender trusts.")),
        T::tr("A server must show its own certificate and the intermediate ones that link it to a "
              "known authority. Browsers find missing links by themselves, mail servers do not. "
              "Here a link is missing, or the sender does not know the authority."),
        {T::tr("Install the full chain, often a file named fullchain.pem, instead of the "
               "server’s certificate alone."),
         T::tr("If the authority is your own, use a public one."), T::tr("Reload the mail server."),
         everyAddress()},
    };
}

CauseWords notTrusted(const QString &mx)
{
    return {
        named(mx, T::tr("Certificate of %1 is not trusted"),
              T::tr("Certificate of a mail server is not trusted")),
        named(mx, T::tr("The sender reached %1, but did not trust its certificate."),
              T::tr("The sender reached a mail server, but did not trust its certificate.")),
        T::tr("A certificate is the identity card of a server and counts only if an authority "
              "that the sender knows has signed it. Usually an intermediate certificate is "
              "missing, the certificate is self-signed, or the authority is not a public one."),
        {T::tr("Run the first check and read “Verify return code”: 20 or 21 means a missing "
               "intermediate certificate, 18 or 19 a self-signed one."),
         T::tr("Install the full chain of a certificate from a public authority and reload the "
               "mail server."),
         everyAddress()},
    };
}

CauseWords wrongPurpose(const QString &mx)
{
    return {
        named(mx, T::tr("Certificate of %1 is not meant for servers"),
              T::tr("Certificate of a mail server is not meant for servers")),
        named(mx,
              T::tr("The sender reached %1 and was shown a certificate that may not be used by "
                    "a server."),
              T::tr("The sender reached a mail server and was shown a certificate that may not be "
                    "used by a server.")),
        T::tr(
            "A certificate says what it may be used for: for signing mail, say, or for identifying "
            "a server. This one does not allow the latter."),
        {T::tr("Get a certificate for TLS servers; it lists the use “serverAuth”."),
         T::tr("Install it with its full chain and reload the mail server.")},
    };
}

} // namespace tlsrpt::words
