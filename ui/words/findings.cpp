// SPDX-License-Identifier: GPL-3.0-or-later
// A finding in words: what its rule says, and what all findings say alike.
#include "ui/words/findingparts.h"

#include "ui/words/text.h"

#include <QCoreApplication>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(FindingWords)
};

RuleWords wordsOf(const Finding &f)
{
    switch (f.rule) {
    case Rule::R01:
    case Rule::R02:
    case Rule::R03:
    case Rule::R04:
    case Rule::R05:
        return certificateRule(f);
    case Rule::R06:
    case Rule::R07:
    case Rule::R08:
    case Rule::R09:
    case Rule::R10:
    case Rule::R11:
        return serverRule(f);
    case Rule::R12:
    case Rule::R13:
    case Rule::R14:
    case Rule::R19:
    case Rule::R20:
    case Rule::R21:
        return fetchRule(f);
    case Rule::R15:
    case Rule::R16:
    case Rule::R17:
    case Rule::R27:
    case Rule::R28:
    case Rule::R29:
    case Rule::R31b:
        return daneRule(f);
    case Rule::R18:
    case Rule::R22:
    case Rule::R23:
    case Rule::R24:
    case Rule::R25:
    case Rule::R26:
    case Rule::R41:
        return policyRule(f);
    case Rule::R30:
    case Rule::R30b:
    case Rule::R31:
        return senderRule(f);
    case Rule::R32:
    case Rule::R33:
    case Rule::R37:
    case Rule::R39:
    case Rule::R40:
        return reportingRule(f);
    case Rule::R34:
    case Rule::R35:
    case Rule::R36:
        return readinessRule(f);
    }
    Q_UNREACHABLE();
}

QString stateOf(const Finding &f)
{
    if (f.open)
        return T::tr("Going on since %1").arg(day(f.first));
    if (f.forgotten)
        return T::tr("Not known: it was going on when the reports ended, on %1").arg(day(f.last));
    const qint64 days = f.last.value - f.first.value + 1;
    if (days <= 1)
        return T::tr("Over: seen on %1 only").arg(day(f.last));
    return T::tr("Over: seen last on %1, after %2 days", nullptr, plural(days))
        .arg(day(f.last), number(days));
}

QString sureOf(const Confidence &confidence)
{
    if (confidence.certain)
        return T::tr("Confidence: %1").arg(confidenceName(confidence));
    return T::tr("Confidence: %1 (%2)").arg(confidenceName(confidence), number(confidence.value));
}

QString adoption(const Finding &f)
{
    for (const ConfidenceReason &reason : f.confidence.reasons) {
        if (reason.point == ConfidencePoint::AdoptedCause)
            return T::tr(
                "Where no reason was given, it is the one that another sender named for the "
                "same server in these days.");
    }
    return {};
}

} // namespace

FindingWords finding(const Finding &f)
{
    RuleWords rule = wordsOf(f);
    FindingWords words;
    words.title = rule.title;
    words.statement = joined({rule.statement, adoption(f)});
    words.meaning = rule.meaning;
    words.effect = rule.effect.isEmpty() ? findingEffect(f) : rule.effect;
    words.who = rule.who.isEmpty() ? findingOwner(f) : rule.who;
    words.fix = rule.fix;
    words.sure = sureOf(f.confidence);
    words.state = rule.state.isEmpty() ? stateOf(f) : rule.state;
    return words;
}

QString findingTitle(const Finding &f)
{
    return wordsOf(f).title;
}

} // namespace tlsrpt::words
