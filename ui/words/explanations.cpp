// SPDX-License-Identifier: GPL-3.0-or-later
// One failure in words: the cause's own words, and what it did to the mail, who acts, how sure.
#include "ui/words/words.h"

#include "ui/words/causewords.h"
#include "ui/words/effects.h"
#include "ui/words/text.h"

#include <QCoreApplication>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(Explanations)
};

/// Longer reasons are cut here; the report itself shows all of it.
constexpr qsizetype verbatimCharacters = 500;

CauseWords wordsOf(Cause cause, const QString &mx, const QString &domain)
{
    switch (cause) {
    case Cause::MxNotInPolicy: return mxNotInPolicy(mx);
    case Cause::TlsaMismatch: return tlsaMismatch(mx);
    case Cause::TlsaUnusable: return tlsaUnusable(mx);
    case Cause::TlsaSyntax: return tlsaSyntax(mx);
    case Cause::Dnssec: return dnssec(mx);
    case Cause::DaneMissing: return daneMissing(mx);
    case Cause::SelfSigned: return selfSigned(mx);
    case Cause::ChainIncomplete: return chainIncomplete(mx);
    case Cause::NotTrusted: return notTrusted(mx);
    case Cause::Expired: return expired(mx);
    case Cause::NotYetValid: return notYetValid(mx);
    case Cause::WrongPurpose: return wrongPurpose(mx);
    case Cause::NameMismatch: return nameMismatch(mx);
    case Cause::Handshake: return handshake(mx);
    case Cause::StarttlsNotOffered: return starttlsNotOffered(mx);
    case Cause::StarttlsRefused: return starttlsRefused(mx);
    case Cause::FetchTimeout: return fetchTimeout(domain);
    case Cause::FetchRedirect: return fetchRedirect(domain);
    case Cause::FetchNotFound: return fetchNotFound(domain);
    case Cause::FetchBlocked: return fetchBlocked(domain);
    case Cause::FetchServerError: return fetchServerError(domain);
    case Cause::FetchConnect: return fetchConnect(domain);
    case Cause::FetchBackoff: return fetchBackoff(domain);
    case Cause::FetchFailed: return fetchFailed(domain);
    case Cause::StsRecordBad: return stsRecordBad(domain);
    case Cause::StsRecordGone: return stsRecordGone(domain);
    case Cause::PolicyInvalid: return policyInvalid(domain);
    case Cause::PolicyHostCertificate: return policyHostCertificate(domain);
    case Cause::SenderConfiguration: return senderConfiguration(mx);
    case Cause::NoReason: return noReason(mx);
    case Cause::Unknown: return unknown(mx);
    }
    Q_UNREACHABLE();
}

QString verbatimOf(const Explanation &e)
{
    const QString type = shown(e.situation.resultType, verbatimCharacters);
    const QString reason = shown(e.situation.reason, verbatimCharacters);
    const bool unknownReason = !reason.isEmpty() && !e.reasonUnderstood;
    if (!e.registeredType && !reason.isEmpty())
        return T::tr("Result type as sent, not a registered one: “%1”. Reason as sent: “%2”")
            .arg(type, reason);
    if (!e.registeredType)
        return T::tr("Result type as sent, not a registered one: “%1”").arg(type);
    if (unknownReason)
        return T::tr("Reason as sent: “%1”").arg(reason);
    return {};
}

} // namespace

ExplanationWords explanation(const Explanation &e)
{
    const Situation &s = e.situation;
    const CauseWords cause = wordsOf(e.cause, s.mx, s.domain);
    ExplanationWords words;
    words.title = cause.title;
    words.whatHappened = cause.what;
    words.meaning = cause.meaning;
    if (e.miss)
        words.meaning += u' ' + miss(*e.miss, s.mx);
    words.effect = effectWords(e);
    words.who = ownerName(e.owner, s);
    words.fix = cause.fix;
    words.attack = attackWords(e.attack);
    words.verbatim = verbatimOf(e);
    return words;
}

} // namespace tlsrpt::words
