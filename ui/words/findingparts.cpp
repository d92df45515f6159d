// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/findingparts.h"

#include "ui/words/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(FindingParts)
};

constexpr qsizetype longestName = 60;
constexpr qsizetype longestReason = 300;

QString nameOf(const SenderShare &sender)
{
    const QString name = shown(sender.name, longestName);
    return name.isEmpty() ? shown(sender.key, longestName) : name;
}

QString counted(const Finding &f)
{
    if (f.occurrences <= 0)
        return {};
    if (f.occurrences == 1)
        return T::tr("It was counted once.");
    if (f.daysAffected <= 1)
        return T::tr("It was counted %1 times.", nullptr, plural(f.occurrences))
            .arg(number(f.occurrences));
    return T::tr("It was counted %1 times on %2 days.", nullptr, plural(f.occurrences))
        .arg(number(f.occurrences), number(f.daysAffected));
}

} // namespace

QString senderPhrase(const std::vector<SenderShare> &senders, qint64 others)
{
    QStringList names;
    for (const SenderShare &sender : senders) {
        if (const QString name = nameOf(sender); !name.isEmpty() && names.size() < 3)
            names += name;
    }
    const qint64 count = static_cast<qint64>(senders.size()) + others;
    if (names.isEmpty())
        return count > 1 ? T::tr("%1 senders", nullptr, plural(count)).arg(number(count))
                         : T::tr("a sender");
    if (count == 1)
        return names.front();
    if (names.size() < 2)
        return T::tr("%1 senders", nullptr, plural(count)).arg(number(count));
    if (count == 2)
        return T::tr("%1 and %2").arg(names[0], names[1]);
    if (count == 3 && names.size() == 3)
        return T::tr("%1, %2 and %3").arg(names[0], names[1], names[2]);
    const qint64 more = count - 2;
    return T::tr("%1 senders (%2, %3 and %4 more)", nullptr, plural(more))
        .arg(number(count), names[0], names[1], number(more));
}

QString otherSendersPhrase(const Finding &f)
{
    return senderPhrase(f.others, f.moreOthers);
}

qint64 otherSenderCount(const Finding &f)
{
    return static_cast<qint64>(f.others.size()) + f.moreOthers;
}

qint64 otherSessions(const Finding &f)
{
    qint64 sessions = f.moreOtherSessions;
    for (const SenderShare &other : f.others)
        sessions = addCounts(sessions, other.sessions);
    return sessions;
}

QString onlySender(const Finding &f)
{
    return f.senders.size() == 1 ? nameOf(f.senders.front()) : QString();
}

int senderCount(const Finding &f)
{
    return std::max(1, plural(static_cast<qint64>(f.senders.size())));
}

QString whenPhrase(const Finding &f)
{
    if (f.open && f.first < f.last)
        return T::tr("Since %1").arg(day(f.first));
    if (f.first < f.last)
        return T::tr("From %1 to %2").arg(day(f.first), day(f.last));
    return T::tr("On %1").arg(day(f.first));
}

QString hostPhrase(const Finding &f)
{
    const QString mx = shown(f.mx);
    if (!mx.isEmpty())
        return mx;
    return named(f.domain, T::tr("a mail server of %1"), T::tr("a mail server"));
}

QString domainPhrase(const Finding &f)
{
    const QString domain = shown(f.domain);
    return domain.isEmpty() ? T::tr("the domain") : domain;
}

QString listPhrase(const QStringList &names, int most)
{
    QStringList visible;
    for (const QString &name : names) {
        if (visible.size() < most)
            visible += shown(name, longestName);
    }
    const qsizetype more = names.size() - visible.size();
    if (more > 0)
        //: %1 is a list of names, %2 how many are left out
        return T::tr("%1 and %2 more", nullptr, plural(more))
            .arg(visible.join(T::tr(", ")), number(more));
    if (visible.size() < 2)
        return visible.join(QString());
    const QString last = visible.takeLast();
    //: The end of a list of names
    return T::tr("%1 and %2").arg(visible.join(T::tr(", ")), last);
}

QString failedSessions(const Finding &f)
{
    if (f.failed <= 0 || f.sessions <= 0)
        return {};
    if (f.failed >= f.sessions)
        return f.sessions == 1
                   ? T::tr("It was their only session in that time.", nullptr, senderCount(f))
                   : T::tr("All their %1 sessions failed in that time.", nullptr, senderCount(f))
                         .arg(number(f.sessions));
    // Sessions are not split by cause: with other failures beside, the sentence must say so.
    if (f.occurrences > 0 && f.occurrences < f.failed)
        return T::tr("%1 of their %2 sessions failed in that time, for this and other reasons (%3).",
                     nullptr, senderCount(f))
            .arg(number(f.failed), number(f.sessions), percentOf(f.failed, f.sessions));
    return T::tr("%1 of their %2 sessions failed in that time (%3).", nullptr, senderCount(f))
        .arg(number(f.failed), number(f.sessions), percentOf(f.failed, f.sessions));
}

QString howOften(const Finding &f)
{
    return joined({counted(f), failedSessions(f)});
}

QString reasonAsSent(const Finding &f)
{
    const QString reason = shown(f.reason, longestReason);
    return reason.isEmpty() ? QString() : T::tr("The reason as sent: “%1”.").arg(reason);
}

QString daneInShort()
{
    return T::tr("DANE puts the key of your mail server into DNS, the internet’s directory, in "
                 "signed entries called TLSA records. By them senders recognise the server.");
}

QString policyInShort()
{
    return T::tr("An MTA-STS policy is a small file on your web server. It tells senders which "
                 "mail servers are yours and that mail to them must be encrypted.");
}

QString nothingToDo()
{
    return T::tr("Nothing to do.");
}

QString changeTheId()
{
    return T::tr("Then change the id in the TXT record _mta-sts of the domain, so that senders "
                 "fetch the new policy.");
}

QStringList sentences(QStringList texts)
{
    texts.removeAll(QString());
    return texts;
}

QString joined(QStringList texts)
{
    return sentences(std::move(texts)).join(u' ');
}

Explanation explained(const Finding &f, std::optional<Cause> cause)
{
    Situation situation;
    situation.resultType = f.resultType;
    situation.reason = f.reason;
    situation.track = f.track;
    situation.mode = f.mode;
    situation.domain = f.domain;
    situation.mx = f.mx;
    Explanation explanation = explain(situation);
    explanation.cause = cause.value_or(f.cause);
    explanation.group = groupOf(explanation.cause);
    explanation.owner = f.owner;
    explanation.effect = f.effect;
    if (!f.mx.isEmpty())
        explanation.miss = f.details.miss;
    return explanation;
}

ExplanationWords causeOf(const Finding &f, std::optional<Cause> cause)
{
    return explanation(explained(f, cause));
}

bool isSure(const Finding &f)
{
    return f.confidence.certain || f.confidence.value >= highConfidence;
}

} // namespace tlsrpt::words
