// SPDX-License-Identifier: GPL-3.0-or-later
// A policy on trial, in words.
#include "ui/words/enforcewords.h"

#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(TrialWords)
};

QString verdictOf(const PolicyTrial &trial, qint64 hosts)
{
    if (trial.policy.mode == PolicyMode::None)
        return T::tr("With the mode none senders check nothing.");
    if (hosts == 0)
        return T::tr("The reports name no mail server of this domain, so there is nothing to try it on.");
    if (trial.covered == hosts)
        return hosts == 1 ? T::tr("Covers the one mail server that reports name.")
                          : T::tr("Covers all %Ln mail server(s) that reports name.", nullptr, plural(hosts));
    return T::tr("Covers %1 of %Ln mail server(s) that reports name.", nullptr, plural(hosts)).arg(number(trial.covered));
}

/// With this policy: what becomes better, what becomes worse, what stays.
QStringList changes(const PolicyTrial &trial)
{
    QStringList lines;
    const TrialFailures &failures = trial.failures;
    if (failures.solved > 0)
        lines += T::tr("%Ln failure(s) reported would not have happened: the server was not in the policy, here it is.", nullptr,
                       plural(failures.solved));
    if (trial.lostHosts > 0)
        lines += T::tr("%Ln server(s) that the policy covers now would be refused in enforce.", nullptr, plural(trial.lostHosts));
    if (failures.caused > 0)
        lines += T::tr("%Ln failure(s) reported would have one more reason: the server is not in this policy.", nullptr,
                       plural(failures.caused));
    if (failures.same > 0)
        lines += T::tr("%Ln failure(s) reported would have happened with it as well.", nullptr, plural(failures.same));
    if (failures.unnamed > 0)
        lines += T::tr("Of %Ln failure(s) nobody can tell: a server was not in the policy, but the report does not name it.", nullptr,
                       plural(failures.unnamed));
    QStringList idle;
    for (const TrialPattern &pattern : trial.patterns) {
        if (pattern.hosts == 0 && !trial.hosts.empty())
            idle += shown(pattern.pattern, 253);
    }
    constexpr qsizetype most = 5;
    if (!idle.isEmpty())
        lines += T::tr("No server that reports name needs this: %1. A reserve server may.").arg(idle.mid(0, most).join(T::tr(", ")));
    return lines;
}

} // namespace

TrialWords trial(const PolicyTrial &trial)
{
    const auto hosts = static_cast<qint64>(trial.hosts.size());
    TrialWords words;
    words.verdict = verdictOf(trial, hosts);
    words.more = changes(trial);
    for (const PolicyDefectAt &defect : trial.policy.defects)
        words.defects += policyDefect(defect);
    words.good = words.defects.isEmpty() && trial.covered == hosts && trial.policy.mode != PolicyMode::None;
    return words;
}

QString trialHost(const TrialHost &host)
{
    //: a mail server is covered by this line of the policy
    return host.covered() ? T::tr("by %1").arg(shown(host.pattern, 253)) : miss(host.miss, host.host);
}

} // namespace tlsrpt::words
