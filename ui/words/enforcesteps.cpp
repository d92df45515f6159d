// SPDX-License-Identifier: GPL-3.0-or-later
// What to do on the way to enforce, in order.
#include "ui/words/enforcewords.h"

#include "ui/words/findingwords.h"
#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(EnforceSteps)
};

using Steps = std::vector<EnforceStep>;
using Text = EnforceStep::Text;
constexpr size_t mostProblems = 6;
constexpr qsizetype mostQuestions = 4;

bool isUnmet(const Enforcement &e, ConditionKind kind)
{
    return std::any_of(e.conditions.begin(), e.conditions.end(),
                       [kind](const Condition &each) { return each.kind == kind && !each.met; });
}

/// Adding the server to the policy is a step of its own, with the text.
bool isAboutAnAddedHost(const Enforcement &e, const Finding &problem)
{
    return problem.cause == Cause::MxNotInPolicy && !e.current.isEmpty() && e.draft.added.contains(problem.mx);
}

void addProblems(Steps &steps, const Enforcement &e)
{
    size_t told = 0;
    for (const FindingPtr &problem : e.problems) {
        if (isAboutAnAddedHost(e, *problem) || ++told > mostProblems)
            continue;
        const FindingWords said = finding(*problem);
        steps.push_back({T::tr("Solve: %1").arg(said.title), said.who, problem->key(), Text::Nothing});
    }
    if (told > mostProblems)
        steps.push_back({T::tr("Solve the other open problems of this domain"), {}, {}, Text::Nothing});
}

void addHosts(Steps &steps, const Enforcement &e)
{
    const auto problem = std::find_if(e.problems.begin(), e.problems.end(),
                                      [&e](const FindingPtr &each) { return isAboutAnAddedHost(e, *each); });
    const QString key = problem == e.problems.end() ? QString() : (*problem)->key();
    if (!e.draft.added.isEmpty() && !e.current.isEmpty()) {
        QStringList caption{e.firstTesting.isEmpty()
                                ? T::tr("The text below has it.")
                                : T::tr("Now, still in testing, and with a new id in the record: the next reports show whether that was all.")};
        if (e.longUnseen == e.draft.added)
            caption.prepend(T::tr("Only reports of more than 30 days ago tell of this, but a server in reserve may be needed again."));
        steps.push_back({T::tr("Add %1 to the policy").arg(e.draft.added.join(T::tr(", "))), caption.join(u' '), key,
                         e.firstTesting.isEmpty() ? Text::Nothing : Text::FirstTesting});
    }
    for (const QString &host : e.draft.questions.mid(0, mostQuestions))
        steps.push_back({T::tr("Is %1 one of your mail servers?").arg(shown(host, 253)),
                         T::tr("Senders were led to it, no line covers it, and it belongs to another organisation. If it is "
                               "yours, add a line “mx:” with its name; if not, look at the MX records of the domain."),
                         {}, Text::Nothing});
}

void addWaiting(Steps &steps, const Enforcement &e)
{
    if (isUnmet(e, ConditionKind::OnePolicy))
        steps.push_back({T::tr("Wait until all senders apply the same policy"),
                         T::tr("If it stays like that, the id in the record was not changed with the text."), {}, Text::Nothing});
    if (e.earliest)
        steps.push_back({T::tr("Wait for 30 days in testing without a session to refuse"),
                         T::tr("%1 at the earliest, if all was mended on the day of the newest report").arg(dayLong(*e.earliest)),
                         {}, Text::Nothing});
    else if (isUnmet(e, ConditionKind::SeveralSenders) || isUnmet(e, ConditionKind::EnoughSessions))
        steps.push_back({T::tr("Wait for reports of more senders"), T::tr("So few of them cannot have seen everything."), {},
                         Text::Nothing});
}

void addPublishing(Steps &steps, const Enforcement &e, const QString &title)
{
    steps.push_back({title, T::tr("At %1").arg(policyAddress(e.domain)), {}, Text::Policy});
    if (e.state == EnforceState::NoPolicy)
        steps.push_back({T::tr("When it is there, add this record to DNS"), T::tr("It tells senders that there is a policy."), {},
                         Text::Record});
    else
        steps.push_back({T::tr("When it is there, change the record in DNS"), T::tr("The new id makes senders fetch the new policy."),
                         {}, Text::Record});
}

Steps toEnforce(const Enforcement &e)
{
    Steps steps;
    addProblems(steps, e);
    addHosts(steps, e);
    addWaiting(steps, e);
    if (e.state == EnforceState::Ready)
        steps.push_back({T::tr("Test every mail server by hand"), T::tr("Reserve servers, too: nobody may have needed them lately."), {},
                         Text::Nothing});
    addPublishing(steps, e, e.state == EnforceState::Ready ? T::tr("Publish this policy") : T::tr("Only now publish this policy"));
    steps.push_back({T::tr("After a week, raise max_age to %1").arg(laterMaxAge),
                     T::tr("That is 30 days. With a week at first, a mistake is forgotten soon."), {}, Text::Nothing});
    return steps;
}

Steps whileEnforcing(const Enforcement &e)
{
    Steps steps;
    addProblems(steps, e);
    addHosts(steps, e);
    if (!e.draft.added.isEmpty())
        addPublishing(steps, e, T::tr("Publish this policy"));
    if (steps.empty())
        steps.push_back({T::tr("Nothing to do."), T::tr("Before you add a mail server, add it to the policy."), {}, Text::Nothing});
    return steps;
}

Steps toTesting(const Enforcement &e)
{
    Steps steps;
    addProblems(steps, e);
    steps.push_back({T::tr("Give every mail server encryption and a valid certificate for its name"),
                     T::tr("In testing nothing is refused where one lacks it, but it is reported."), {}, Text::Nothing});
    addHosts(steps, e);
    if (e.draft.hostsUnknown)
        steps.push_back({T::tr("Write the names of the mail servers in place of MX"),
                         T::tr("One line each. The reports name none of them; this command does:"), {}, Text::MxQuery});
    addPublishing(steps, e, T::tr("Publish this policy in testing"));
    steps.push_back({T::tr("Come back after 30 days of reports"), T::tr("This page then tells whether enforce is safe."), {},
                     Text::Nothing});
    return steps;
}

} // namespace

std::vector<EnforceStep> enforceSteps(const Enforcement &e)
{
    switch (e.state) {
    case EnforceState::Ready:
    case EnforceState::NotYet:
    case EnforceState::Mixed: return toEnforce(e);
    case EnforceState::Enforcing: return whileEnforcing(e);
    case EnforceState::ModeNone:
    case EnforceState::NotTold:
    case EnforceState::NoPolicy: break;
    }
    return toTesting(e);
}

} // namespace tlsrpt::words
