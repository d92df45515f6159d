// SPDX-License-Identifier: GPL-3.0-or-later
// Findings in words: who saw what, where, since when, how often, what it did to the mail, who acts,
// what to do and how sure it is. Plain text; whoever shows it as rich text escapes it.
#pragma once

#include "core/diagnosis/diagnosis.h"
#include "core/query/answers.h"
#include "core/query/filter.h"

#include <QString>
#include <QStringList>

namespace tlsrpt::words
{

/// No member is ever empty.
struct FindingWords {
    QString title;     ///< one line: "Certificate of mx2.example.org expired"
    QString statement; ///< who saw it, where, since when, how often
    QString meaning;   ///< what that means, with every technical word explained
    QString effect;    ///< what it did to the mail
    QString who;       ///< who acts: "The operator of mx2.example.org"
    QStringList fix;   ///< steps in order; at least "Nothing to do."
    QString sure;      ///< "Confidence: high (85)"
    QString state;     ///< "Going on since 3 May", "Over: seen last on 9 May, after 6 days"
};
FindingWords finding(const Finding &finding);
QString findingTitle(const Finding &finding); ///< FindingWords::title alone, for lists

QString ruleName(Rule rule); ///< "Expired certificate": the kind, without names
QString severityName(Severity severity);
QString confidenceName(const Confidence &confidence);     ///< low, medium, high, certain
QString confidenceReason(const ConfidenceReason &reason); ///< "+20 several senders saw it"
/// What speaks for or against interference: "+3 others reach the same server on that day".
QString clue(const Clue &clue, const Finding &finding);
/// "12 of 30 days in testing", "mx4.example.org is not covered by the policy"
QString condition(const Condition &condition, const Finding &finding);

QString healthName(Health health);
QString healthReason(const DomainHealth &health); ///< one sentence

/// "92.6 % of 1,416,629 sessions from 5 senders were protected. 3 problems are open, the worst
/// since 27 October: …". `findings` are those to count: what the filter leaves, without muted ones.
QString headline(const Overview &overview, const std::vector<FindingPtr> &findings);
/// The same where the filter leaves only what failed: a share of that would say nothing about how
/// well mail is protected.
QString failuresHeadline(const Overview &overview, const std::vector<FindingPtr> &findings);
/// "The newest report is of 31 October 2026, 30 days ago. …"; empty while it is not older than a week: until then
/// the figures of the last 7 days tell of now.
QString staleness(Day newest, Day today);
/// Whether a filter leaves only what failed.
bool leavesOnlyFailures(const Filter &filter);

/// Whom a letter about a finding goes to. It carries only what concerns its addressee: a sender gets
/// what its own reports say, the operator of a mail server what was seen at that server for this one
/// domain, and the owner of a domain what concerns that domain. Nobody: nobody else must act, or it is
/// not one operator's.
enum class Addressee : quint8 {
    Nobody,
    Sender,         ///< the one of most occurrences, where it must act or the advice is to ask it
    ServerOperator, ///< must act, and all servers of the finding have the same registrable domain
    DomainOwner,    ///< whoever runs the domain's DNS and policy must act, and it is an open problem
};
Addressee addresseeOf(const Finding &finding);

/// Facts only, days in UTC. At most 15 failures of the proof are quoted.
struct Letter {
    QString to; ///< the address, or a proposal for it; may be empty
    QString toHint; ///< one sentence: where that address comes from
    QString subject;
    QString body;
};
/// `finding` is narrowedTo() that one sender. `address` is where its reports say to write,
/// `reportIds` the ids as it sent them; both may be empty.
Letter letterToSender(const Finding &finding, const Facts &facts, const QString &address,
                      const QStringList &reportIds = {});
/// Proposes postmaster@ the registrable domain of the server.
Letter letterToOperator(const Finding &finding, const Facts &facts);
/// Proposes postmaster@ the domain.
Letter letterToOwner(const Finding &finding, const Facts &facts);

} // namespace tlsrpt::words
