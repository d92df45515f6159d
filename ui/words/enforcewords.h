// SPDX-License-Identifier: GPL-3.0-or-later
// "Is it safe to enforce?" and a policy on trial, in words. Plain text.
#pragma once

#include "core/diagnosis/enforcement.h"
#include "core/diagnosis/policytrial.h"

#include <QString>
#include <QStringList>

namespace tlsrpt::words
{

struct EnforceAnswer {
    QString answer;   ///< "Not yet."
    QString sentence; ///< "With enforce, 4 % of the sessions for example.org would have been refused."
    QString more;     ///< the numbers, and when the answer can be another
};
EnforceAnswer enforceAnswer(const Enforcement &enforcement);

QString conditionName(const Condition &condition);  ///< "At least 30 days in testing"
QString conditionValue(const Condition &condition); ///< "12 days"

struct EnforceStep {
    enum class Text { Nothing, Policy, FirstTesting, Record, MxQuery }; ///< what stands below it to copy
    QString title;
    QString caption; ///< may be empty
    QString finding; ///< its key; may be empty
    Text text = Text::Nothing;
    bool operator==(const EnforceStep &) const = default;
};
/// What to do, in this order; never empty.
std::vector<EnforceStep> enforceSteps(const Enforcement &enforcement);

QString refusedCause(const RefusedGroup &group); ///< "Certificate expired", "Not detailed"
QString refusedServer(const RefusedGroup &group); ///< "–" where none is named

struct TrialWords {
    QString verdict;    ///< "Covers all 3 known mail servers."
    bool good = false;  ///< nothing speaks against it
    QStringList more;   ///< what it would have changed
    QStringList defects;
};
TrialWords trial(const PolicyTrial &trial);
/// Why it is covered or not: "by *.example.org", "The asterisk in ... "
QString trialHost(const TrialHost &host);

} // namespace tlsrpt::words
