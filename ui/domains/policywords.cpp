// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/policywords.h"

#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace tlsrpt
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(PolicyHistory)
};

constexpr qsizetype longestName = 60;

/// "enforce", "2 records"
QString kindOf(const PolicySpan &span)
{
    if (span.track == Track::Tlsa)
        return T::tr("%Ln record(s)", nullptr, static_cast<int>(span.lines.size()));
    return words::modeName(span.mode);
}

/// What a difference's value is called: seconds become days, a record what it pins down.
QString valueText(PolicyField field, const QString &text)
{
    switch (field) {
    case PolicyField::MaxAge: {
        bool ok = false;
        const qint64 seconds = text.toLongLong(&ok);
        return ok ? T::tr("%1 (%2)").arg(text, words::maxAge(seconds)) : words::shown(text);
    }
    case PolicyField::Record:
        return T::tr("%1 (%2)").arg(words::shortRecord(text), words::tlsaRecord(text));
    case PolicyField::Version:
    case PolicyField::Mode:
    case PolicyField::Mx: return words::shown(text);
    }
    Q_UNREACHABLE();
}

} // namespace

QString groupName(const PolicyGroup &group)
{
    if (group.track != Track::Tlsa)
        return T::tr("MTA-STS policy");
    return words::named(group.host, T::tr("DANE records of %1"), T::tr("DANE records, server not named"));
}

QString runLabel(const PolicyRun &run)
{
    //: In a bar of the policy history: number of the policy and what it is, "2 · enforce"
    return T::tr("%1 · %2").arg(words::number(run.version), kindOf(run.span));
}

QString runSentence(const PolicyGroup &group, const PolicyLane &lane, const PolicyRun &run)
{
    const PolicySpan &span = run.span;
    const QString days = T::tr("%Ln report day(s)", nullptr, span.reportDays);
    const QString name = words::shown(lane.name, longestName);
    if (group.track == Track::Tlsa)
        //: %1 number of the set, %2 "2 records", %3 sender, %4 period, %5 "12 report days"
        return T::tr("Set %1, %2, at %3: %4, %5")
            .arg(words::number(run.version), kindOf(span), name, words::period({span.first, span.last}), days);
    //: %1 number of the policy, %2 its mode, %3 sender, %4 period, %5 "12 report days"
    return T::tr("Policy %1, mode %2, at %3: %4, %5")
        .arg(words::number(run.version), kindOf(span), name, words::period({span.first, span.last}), days);
}

QString changeTitle(const PolicyGroup &group, const PolicyChange &change)
{
    const QString from = words::number(change.from), to = words::number(change.to);
    if (group.track != Track::Tlsa)
        return T::tr("%1: policy %2 gave way to policy %3").arg(words::dayLong(change.first), from, to);
    if (group.host.isEmpty())
        return T::tr("%1: set %2 of DANE records gave way to set %3").arg(words::dayLong(change.first), from, to);
    return T::tr("%1: set %2 of the DANE records of %4 gave way to set %3")
        .arg(words::dayLong(change.first), from, to, words::shown(group.host));
}

QString changeSenders(const PolicyChange &change)
{
    const QString first = words::shown(change.senders.value(0), longestName);
    const int more = static_cast<int>(change.senders.size()) - 1;
    if (more <= 0)
        return T::tr("seen by %1").arg(first);
    if (change.first == change.last)
        return T::tr("seen by %1 and %Ln more sender(s) on the same day", nullptr, more).arg(first);
    return T::tr("seen first by %1, up to %2 by %Ln more sender(s)", nullptr, more)
        .arg(first, words::day(change.last));
}

QString fieldName(PolicyField field)
{
    switch (field) {
    case PolicyField::Version: return u"version"_qs; // names of RFC 8461, not translated
    case PolicyField::Mode: return u"mode"_qs;
    case PolicyField::MaxAge: return u"max_age"_qs;
    case PolicyField::Mx: return u"mx"_qs;
    case PolicyField::Record: return u"TLSA"_qs;
    }
    Q_UNREACHABLE();
}

QString fieldChange(const PolicyDifference &difference)
{
    const QString before = valueText(difference.field, difference.before);
    const QString after = valueText(difference.field, difference.after);
    if (difference.before.isEmpty())
        return T::tr("added: %1").arg(after);
    if (difference.after.isEmpty())
        return T::tr("removed: %1").arg(before);
    //: a value of a policy before and after: "testing → enforce"
    return T::tr("%1 → %2").arg(before, after);
}

} // namespace tlsrpt
