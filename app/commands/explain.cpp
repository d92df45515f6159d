// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/explain.h"

#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "core/report/resulttypes.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace tlsrpt
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(ExplainCommand)
};

constexpr qsizetype columns = 78;

/// Words folded into lines, each line behind `indent`, the first one behind `first`.
QString wrapped(const QString &text, const QString &first, const QString &indent)
{
    QString result;
    QString line = first;
    bool fresh = true;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!fresh && line.size() + 1 + word.size() > columns) {
            result += line + u'\n';
            line = indent;
            fresh = true;
        }
        if (!fresh)
            line += u' ';
        line += word;
        fresh = false;
    }
    return result + line + u'\n';
}

QString section(const QString &heading, const QString &text)
{
    const QString indent = u"  "_qs;
    return u'\n' + heading + u'\n' + wrapped(text, indent, indent);
}

struct PolicyCase {
    Track track;
    PolicyMode mode;
};

bool isDaneOnly(std::optional<ResultType> type)
{
    return type == ResultType::TlsaInvalid || type == ResultType::DnssecInvalid ||
           type == ResultType::DaneRequired;
}

bool isPolicyOnly(std::optional<ResultType> type)
{
    return type == ResultType::StsPolicyFetchError || type == ResultType::StsPolicyInvalid ||
           type == ResultType::StsWebpkiInvalid;
}

/// The policies under which such a failure can be reported (the cells of the delivery table that are not n/a).
std::vector<PolicyCase> casesOf(std::optional<ResultType> type, Cause cause)
{
    if (isDaneOnly(type))
        return {{Track::Tlsa, PolicyMode::Unknown}};
    std::vector<PolicyCase> cases{{Track::Sts, PolicyMode::Testing},
                                  {Track::Sts, PolicyMode::Enforce}};
    if (isPolicyOnly(type) || cause == Cause::MxNotInPolicy)
        return cases;
    cases.push_back({Track::Tlsa, PolicyMode::Unknown});
    cases.push_back({Track::None, PolicyMode::Unknown});
    return cases;
}

Explanation explained(const QString &resultType, const QString &reason, PolicyCase policy)
{
    Situation situation;
    situation.resultType = resultType;
    situation.reason = reason;
    situation.track = policy.track;
    situation.mode = policy.mode;
    return explain(situation);
}

QString effectsText(const QString &resultType, const QString &reason, Cause mainCause,
                    const std::vector<PolicyCase> &cases)
{
    QString text = u'\n' + T::tr("What it does to the mail") + u'\n';
    const QString indent = u"    "_qs;
    for (const PolicyCase &one : cases) {
        const Explanation e = explained(resultType, reason, one);
        const QString policy = words::policyApplied(one.track, one.mode);
        // One bare type may mean something else under DANE (Postfix).
        const QString label = e.cause == mainCause
                                  ? policy
                                  //: A policy and what the failure means under it
                                  : T::tr("%1: %2").arg(policy, words::causeName(e.cause));
        text += u"  "_qs + label + u'\n' + wrapped(words::explanation(e).effect, indent, indent);
    }
    return text;
}

QString checksText(const std::vector<Check> &checks)
{
    QString text = u'\n' + T::tr("Check it") + u'\n';
    bool port25 = false;
    for (const Check &check : checks) {
        text += u"  "_qs + words::checkTitle(check.kind) + u'\n';
        for (const QString &line : check.command.split(u'\n'))
            text += u"    "_qs + line + u'\n';
        port25 = port25 || check.needsPort25;
    }
    text += wrapped(T::tr("Put the name of your mail server for MX and your domain for DOMAIN."),
                    u"  "_qs, u"  "_qs);
    if (port25)
        text +=
            wrapped(T::tr("Run it where connections to port 25 are allowed; many home and cloud "
                          "networks block them."),
                    u"  "_qs, u"  "_qs);
    return text;
}

QString fixText(const QStringList &steps)
{
    QString text = u'\n' + T::tr("Fix it") + u'\n';
    int n = 0;
    for (const QString &step : steps)
        text += wrapped(step, u"  %1. "_qs.arg(++n), u"     "_qs);
    return text;
}

} // namespace

QString explainedText(const QString &resultType, const QString &reason)
{
    const std::optional<ResultType> type = resultTypeOf(QStringView(resultType).trimmed());
    const PolicyCase mainCase = isDaneOnly(type) ? PolicyCase{Track::Tlsa, PolicyMode::Unknown}
                                                 : PolicyCase{Track::Sts, PolicyMode::Enforce};
    const Explanation main = explained(resultType, reason, mainCase);
    const words::ExplanationWords say = words::explanation(main);

    QString text = say.title + u'\n';
    if (!say.verbatim.isEmpty())
        text += wrapped(say.verbatim, {}, {});
    text += section(T::tr("What happened"), say.whatHappened);
    text += section(T::tr("What it means"), say.meaning);
    text += effectsText(resultType, reason, main.cause, casesOf(type, main.cause));
    text += section(T::tr("Who must act"), say.who);
    text += checksText(main.checks);
    text += fixText(say.fix);
    text += section(T::tr("Is it an attack?"), say.attack);
    text +=
        u'\n' +
        wrapped(T::tr("TLS reports are about mail sent to your domain, not about mail it sends."),
                {}, {});
    return text;
}

int runExplain(const QStringList &args)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(T::tr("Says what a kind of failure in a TLS report means."));
    parser.addPositionalArgument(u"RESULT-TYPE"_qs,
                                 T::tr("As in the report, like certificate-expired."));
    parser.addPositionalArgument(u"REASON"_qs, T::tr("The failure-reason-code, in quotes."),
                                 u"[REASON]"_qs);
    int status = ExitDone;
    if (!console::parse(parser, QStringList(u"tlsrpt-viewer explain"_qs) + args, status))
        return status;
    const QStringList given = parser.positionalArguments();
    if (given.isEmpty() || given.first().trimmed().isEmpty())
        return console::usage(T::tr("The command explain needs a result type, like "
                                    "certificate-expired."));
    if (given.size() > 2)
        return console::usage(
            T::tr("The command explain takes a result type and one reason; put the "
                  "reason in quotes."));
    console::out(explainedText(given.first(), given.value(1)));
    return ExitDone;
}

} // namespace tlsrpt
