// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of all rules are made of, and one function a family of rules.
#pragma once

#include "ui/words/findingwords.h"
#include "ui/words/words.h"

namespace tlsrpt::words
{

/// What a rule says itself; the rest follows from the finding.
struct RuleWords {
    QString title;
    QString statement;
    QString meaning;
    QStringList fix;
    QString effect; ///< empty: from Finding::effect
    QString who;    ///< empty: from Finding::owner
    QString state;  ///< empty: going on or over
};

// Phrases for sentences; names are shown() already.
/// "Google", "Google and Microsoft", "4 senders (Google, Microsoft and 2 others)"; "a sender"
/// where none is named.
/// `more`: so many that are not in `senders`.
QString senderPhrase(const std::vector<SenderShare> &senders, qint64 more = 0);
QString otherSendersPhrase(const Finding &finding); ///< Finding::others
qint64 otherSenderCount(const Finding &finding);
qint64 otherSessions(const Finding &finding);
QString onlySender(const Finding &finding); ///< empty unless exactly one
int senderCount(const Finding &finding);    ///< for plural forms, at least 1
/// "Since 3 May", "From 3 May to 9 May", "On 3 May": begins a sentence.
QString whenPhrase(const Finding &finding);
/// The server, else "a mail server of example.org".
QString hostPhrase(const Finding &finding);
QString domainPhrase(const Finding &finding); ///< the domain, else "the domain"
/// "a, b and 3 more"
QString listPhrase(const QStringList &names, int most = 4);
/// "It was counted 214 times on 12 days. 212 of 1,904 sessions of these senders failed in that time
/// (11.1 %)." Empty where nothing was counted.
QString howOften(const Finding &finding);
QString failedSessions(const Finding &finding); ///< the second sentence of it
/// "The reason as sent: “…”"; empty where there is none.
QString reasonAsSent(const Finding &finding);
QString daneInShort();   ///< what DANE is
QString policyInShort(); ///< what an MTA-STS policy is
QString nothingToDo();
QString changeTheId();                    ///< after each change of the policy
QStringList sentences(QStringList texts); ///< without the empty ones
QString joined(QStringList texts);        ///< with blanks, without the empty ones
/// Its cause with the finding's owner and effect, or another cause where `cause` is given.
Explanation explained(const Finding &finding, std::optional<Cause> cause = {});
/// The same in words.
ExplanationWords causeOf(const Finding &finding, std::optional<Cause> cause = {});
/// For sentences about whose side it is on.
bool isSure(const Finding &finding);

RuleWords certificateRule(const Finding &finding); ///< R01 to R05
RuleWords serverRule(const Finding &finding);      ///< R06 to R11
RuleWords fetchRule(const Finding &finding);       ///< R12 to R14, R19 to R21
RuleWords policyRule(const Finding &finding);      ///< R18, R22 to R26, R41
RuleWords daneRule(const Finding &finding);        ///< R15 to R17, R27 to R29, R31b
RuleWords senderRule(const Finding &finding);      ///< R30, R30b, R31
RuleWords reportingRule(const Finding &finding);   ///< R32, R33, R37, R39, R40
RuleWords readinessRule(const Finding &finding);   ///< R34 to R36

QString findingEffect(const Finding &finding);
QString findingOwner(const Finding &finding);

} // namespace tlsrpt::words
