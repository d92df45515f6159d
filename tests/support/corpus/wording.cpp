// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/corpus/wording.h"

namespace tlsrpt::made
{
namespace
{

// Bare "validation-failure" is what Google and Microsoft write for most things.
const Wording bare = {"validation-failure", {}};

Wording expired(House house)
{
    if (house == House::Microsoft)
        return bare;
    if (house == House::Stalwart)
        return {"certificate-not-trusted", "invalid peer certificate: Expired"};
    return {"certificate-expired", {}};
}

Wording notTrusted(House house)
{
    switch (house) {
    case House::Google:
    case House::MailRu:
        return {"certificate-not-trusted", {}};
    case House::Microsoft:
        return {"validation-failure", "VALIDATION_FAILURE"};
    case House::Postfix:
        return {"validation-failure", "self-signed_certificate"};
    case House::Stalwart:
        return {"certificate-not-trusted", "invalid peer certificate: UnknownIssuer"};
    case House::Mox:
        return {"certificate-not-trusted", "self-signed-certificate"};
    }
    return bare;
}

Wording brokenHandshake(House house)
{
    switch (house) {
    case House::Google:
    case House::Microsoft:
    case House::MailRu:
        return bare;
    case House::Postfix:
        return {"validation-failure", "tls-handshake-failure"};
    case House::Stalwart:
        return {"certificate-not-trusted", "received fatal alert: HandshakeFailure"};
    case House::Mox:
        return {"validation-failure", "tls-remote-40-handshake-failure-alert"};
    }
    return bare;
}

Wording notInPolicy(House house)
{
    switch (house) {
    case House::Google:
    case House::MailRu:
        return bare;
    case House::Microsoft:
        return {"validation-failure", "MX_HOSTS_MISMATCH"};
    case House::Postfix:
        return {"certificate-host-mismatch", {}};
    case House::Stalwart:
        return {"validation-failure", "MX not authorized by policy."};
    case House::Mox:
        return {"validation-failure", "mtasts-policy-mx-mismatch"};
    }
    return bare;
}

Wording policyNotFetched(House house)
{
    switch (house) {
    case House::MailRu:
        return {"sts-policy-fetch-error", "bad https response code: 404"};
    case House::Stalwart:
        return {"sts-policy-fetch-error", "Policy not found."};
    case House::Mox:
        return {"sts-policy-fetch-error", "policy-not-found"};
    case House::Google:
    case House::Microsoft:
    case House::Postfix:
        break;
    }
    return {"sts-policy-fetch-error", {}};
}

Wording daneMismatch(House house)
{
    switch (house) {
    case House::Postfix: // no match with any TLSA record, without a word more
        return {"certificate-not-trusted", {}};
    case House::Stalwart:
        return {"validation-failure", "No matching certificates found."};
    case House::Mox:
        return {"validation-failure", "dane-no-match"};
    case House::Google:
    case House::Microsoft:
    case House::MailRu:
        break;
    }
    return {"tlsa-invalid", {}};
}

} // namespace

Wording wordingOf(Trouble trouble, House house)
{
    switch (trouble) {
    case Trouble::Expired:
        return expired(house);
    case Trouble::WrongName:
        return {"certificate-host-mismatch", {}};
    case Trouble::NotTrusted:
        return notTrusted(house);
    case Trouble::NoEncryption:
        return {"starttls-not-supported", {}};
    case Trouble::BrokenHandshake:
        return brokenHandshake(house);
    case Trouble::NotInPolicy:
        return notInPolicy(house);
    case Trouble::PolicyNotFetched:
        return policyNotFetched(house);
    case Trouble::DaneMismatch:
        return daneMismatch(house);
    case Trouble::Unexplained:
        break;
    }
    return bare;
}

QByteArray ehloAnswer(const QByteArray &mx, Trouble trouble)
{
    QByteArray answer = "250-" + mx + "\r\n250-PIPELINING\r\n250-SIZE 52428800\r\n";
    if (trouble != Trouble::NoEncryption)
        answer += "250-STARTTLS\r\n";
    return answer + "250-ENHANCEDSTATUSCODES\r\n250-8BITMIME\r\n250 SMTPUTF8";
}

} // namespace tlsrpt::made
