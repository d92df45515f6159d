// SPDX-License-Identifier: GPL-3.0-or-later
// Findings in words: who saw what, where, since when, how often, what it did to the mail, who acts,
// what to do and how sure it is. Plain text; whoever shows it as rich text escapes it.
#pragma once

#include "core/diagnosis/diagnosis.h"
#include "core/query/answers.h"

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

/// A mail to the people at the other end: facts only, days in UTC.
struct Letter {
    QString subject;
    QString body;
};
/// `contact` is the contact address of their reports, `reportIds` the ids as they sent them; both
/// may be empty. At most 15 failures of the proof are quoted.
Letter letterToPostmaster(const Finding &finding, const Facts &facts, const QString &contact,
                          const QStringList &reportIds = {});

} // namespace tlsrpt::words
