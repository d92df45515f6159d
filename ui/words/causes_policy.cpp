// SPDX-License-Identifier: GPL-3.0-or-later
// The MTA-STS policy: its record, its file, its server, its list.
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
    Q_DECLARE_TR_FUNCTIONS(PolicyCauses)
};

QString aboutThePolicy()
{
    return T::tr(
        "An MTA-STS policy is a small file on your web server. It tells senders which mail "
        "servers are yours and that mail to them must be encrypted. A sender that never "
        "got the file does not know that.");
}

QString serveTheFile(const QString &domain)
{
    return named(domain,
                 T::tr("Serve the file itself, with status 200, at "
                       "https://mta-sts.%1/.well-known/mta-sts.txt"),
                 T::tr("Serve the file itself, with status 200, at /.well-known/mta-sts.txt on the "
                       "server mta-sts of your domain."));
}

QString changeTheId()
{
    return T::tr(
        "Then change the id in the TXT record _mta-sts of the domain, so that senders fetch "
        "the new policy.");
}

} // namespace

CauseWords mxNotInPolicy(const QString &mx)
{
    return {
        named(mx, T::tr("%1 is not in the policy"), T::tr("A mail server is not in the policy")),
        named(
            mx,
            T::tr("The sender was sent to %1, but your MTA-STS policy does not list this server."),
            T::tr("The sender was sent to a mail server that your MTA-STS policy does not list. "
                  "The report does not name it.")),
        T::tr(
            "The policy lists the mail servers that may receive your mail. A server that is not on "
            "the list counts as a stranger, even if it is yours."),
        {named(mx, T::tr("If %1 is yours, add a line “mx:” with its full name to the policy file."),
               T::tr("Compare the MX records of the domain with the “mx:” lines of the policy file "
                     "and add what is missing.")),
         changeTheId(), T::tr("If the server is not yours, correct the MX records of the domain."),
         T::tr("Next time change the policy first and the MX records afterwards.")},
    };
}

CauseWords fetchTimeout(const QString &domain)
{
    return {
        named(domain, T::tr("Policy of %1 could not be fetched: no answer in time"),
              T::tr("Policy could not be fetched: no answer in time")),
        named(domain, T::tr("The web server mta-sts.%1 did not answer the sender in time."),
              T::tr("The web server with the policy did not answer the sender in time.")),
        aboutThePolicy(),
        {T::tr("Fetch the file over IPv4 and over IPv6: add -4, then -6, to the command."),
         T::tr("If one of them does not answer, mend it or remove its address from DNS."),
         T::tr("If both are quick and others can fetch it, the fault is probably on the way or at "
               "the sender.")},
    };
}

CauseWords fetchRedirect(const QString &domain)
{
    return {
        named(domain, T::tr("Policy of %1 could not be fetched: redirected"),
              T::tr("Policy could not be fetched: redirected")),
        named(domain, T::tr("The web server mta-sts.%1 sent the sender to another address."),
              T::tr("The web server with the policy sent the sender to another address.")),
        aboutThePolicy() + u' ' +
            T::tr("Senders must not follow a redirect when they fetch it (RFC 8461, section 3.3)."),
        {serveTheFile(domain),
         T::tr("Exempt this one address from rules that send visitors elsewhere, for example to "
               "“www”.")},
    };
}

CauseWords fetchNotFound(const QString &domain)
{
    return {
        named(domain, T::tr("Policy of %1 could not be fetched: no such file"),
              T::tr("Policy could not be fetched: no such file")),
        named(domain,
              T::tr("The web server mta-sts.%1 answered that the policy file does not exist."),
              T::tr("The web server answered that the policy file does not exist.")),
        aboutThePolicy(),
        {serveTheFile(domain),
         T::tr("If the server hosts several sites, check that the name mta-sts leads to the right "
               "one.")},
    };
}

CauseWords fetchBlocked(const QString &domain)
{
    return {
        named(domain, T::tr("Policy of %1 could not be fetched: access refused"),
              T::tr("Policy could not be fetched: access refused")),
        named(domain,
              T::tr("The web server mta-sts.%1 refused to give the policy file to the sender."),
              T::tr("The web server refused to give the policy file to the sender.")),
        aboutThePolicy() + u' ' +
            T::tr("Protection against robots often takes mail servers for robots."),
        {T::tr(
             "Let everybody read this one file: without a browser, from every country and as often "
             "as they like."),
         T::tr("Fetch the file from another network to see what senders see.")},
    };
}

CauseWords fetchServerError(const QString &domain)
{
    return {
        named(domain, T::tr("Policy of %1 could not be fetched: error of the web server"),
              T::tr("Policy could not be fetched: error of the web server")),
        named(domain, T::tr("The web server mta-sts.%1 answered with an error of its own."),
              T::tr("The web server with the policy answered with an error of its own.")),
        aboutThePolicy(),
        {T::tr("Look into the log of the web server for that day."), serveTheFile(domain)},
    };
}

CauseWords fetchConnect(const QString &domain)
{
    return {
        named(domain, T::tr("Policy of %1 could not be fetched: server not reached"),
              T::tr("Policy could not be fetched: server not reached")),
        named(domain,
              T::tr("The sender could not find the web server mta-sts.%1 or could not connect "
                    "to it."),
              T::tr("The sender could not find the web server with the policy or could not connect "
                    "to it.")),
        aboutThePolicy(),
        {T::tr("Check that the name mta-sts of the domain exists in DNS and leads to the web "
               "server."),
         T::tr("Check that port 443 of the server is open, over IPv4 and IPv6: add -4, then -6, to "
               "the command.")},
    };
}

CauseWords fetchBackoff(const QString &domain)
{
    return {
        named(domain, T::tr("Policy of %1 not tried again yet"),
              T::tr("Policy not tried again yet")),
        T::tr("The sender had failed to fetch the policy shortly before and had not tried again "
              "yet."),
        T::tr("This repeats an earlier failure; it is not a new one."),
        {T::tr("Look for the earlier failure of the same sender: its reason tells what to mend."),
         serveTheFile(domain)},
    };
}

CauseWords fetchFailed(const QString &domain)
{
    return {
        named(domain, T::tr("Policy of %1 could not be fetched"),
              T::tr("Policy could not be fetched")),
        named(domain,
              T::tr("The sender knows that there is a policy for %1, but could not fetch it. "
                    "The report does not say more."),
              T::tr("The sender knows that there is a policy, but could not fetch it. The report "
                    "does not say more.")),
        aboutThePolicy(),
        {T::tr(
             "Fetch the file with the command, once with -4 and once with -6, and look for status "
             "200."),
         serveTheFile(domain),
         T::tr("If it works and only one sender sees this, look for protection against robots on "
               "the web server.")},
    };
}

CauseWords stsRecordBad(const QString &domain)
{
    return {
        named(domain, T::tr("MTA-STS record of %1 is wrong"), T::tr("MTA-STS record is wrong")),
        named(domain, T::tr("The sender could not use the TXT record _mta-sts.%1."),
              T::tr("The sender could not use the TXT record _mta-sts of the domain.")),
        T::tr(
            "This record in DNS announces your MTA-STS policy. There must be exactly one, of the "
            "form v=STSv1; id=20260101. With two records, or with a mistake in it, senders act as "
            "if there were none."),
        {T::tr("Leave exactly one TXT record that begins with v=STSv1."),
         T::tr("Give it an id of up to 32 letters and digits, nothing else.")},
    };
}

CauseWords stsRecordGone(const QString &domain)
{
    return {
        named(domain, T::tr("MTA-STS record of %1 is missing"), T::tr("MTA-STS record is missing")),
        named(domain, T::tr("The sender did not find the TXT record _mta-sts.%1."),
              T::tr("The sender did not find the TXT record _mta-sts of the domain.")),
        T::tr("This record in DNS announces your MTA-STS policy. A sender that still has a copy of "
              "the policy goes on using it until the copy is too old; new senders see none."),
        {T::tr("Publish the record again, of the form v=STSv1; id=20260101."),
         T::tr(
             "If you want to end MTA-STS, first serve a policy with mode: none and wait until the "
             "longest max_age you ever served has passed.")},
    };
}

CauseWords policyInvalid(const QString &domain)
{
    return {
        named(domain, T::tr("Policy of %1 is invalid"), T::tr("Policy is invalid")),
        named(domain,
              T::tr("The sender fetched the policy file of %1, but could not accept what is "
                    "in it."),
              T::tr("The sender fetched the policy file, but could not accept what is in it.")),
        aboutThePolicy() + u' ' +
            T::tr(
                "Often the server sends a web page instead of the file, a line is missing, or one "
                "“mx:” line holds several servers."),
        {T::tr("Write the file with these lines: version: STSv1, mode: testing or enforce, one mx: "
               "line for each mail server, and max_age: 604800 or more."),
         changeTheId()},
    };
}

CauseWords policyHostCertificate(const QString &domain)
{
    return {
        named(domain, T::tr("Certificate of mta-sts.%1 was not accepted"),
              T::tr("Certificate of the policy server was not accepted")),
        named(
            domain,
            T::tr("The sender did not accept the certificate of the web server mta-sts.%1."),
            T::tr("The sender did not accept the certificate of the web server with the policy.")),
        aboutThePolicy() + u' ' +
            T::tr("It counts only if it comes from a server with a valid certificate for the name "
                  "mta-sts of your domain."),
        {named(domain,
               T::tr("Get a certificate from a public authority that contains the name "
                     "mta-sts.%1."),
               T::tr("Get a certificate from a public authority that contains the name mta-sts of "
                     "your domain.")),
         T::tr("Install it with its full chain and reload the web server."),
         T::tr("Make the renewal reload the server by itself.")},
    };
}

} // namespace tlsrpt::words
