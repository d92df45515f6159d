// SPDX-License-Identifier: GPL-3.0-or-later
// A mail to the postmaster at the other end.
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
    Q_DECLARE_TR_FUNCTIONS(Letters)
};

constexpr int mostRows = 15;
constexpr int mostIds = 20;
constexpr qsizetype longest = 200;

QString line(const QString &label, const QString &value)
{
    //: One fact of a list: "Mail server: mx2.example.org"
    return value.isEmpty() ? QString() : QString(T::tr("%1: %2").arg(label, value) + u'\n');
}

QString daysOf(const Finding &f)
{
    if (f.first == f.last)
        return f.first.toIso();
    return f.open ? T::tr("%1 to %2, still going on").arg(f.first.toIso(), f.last.toIso())
                  : T::tr("%1 to %2").arg(f.first.toIso(), f.last.toIso());
}

QString factsOf(const Finding &f)
{
    QString text = line(T::tr("Domain"), shown(f.domain)) +
                   line(T::tr("Mail server"), shown(f.mx)) + line(T::tr("Days (UTC)"), daysOf(f)) +
                   line(T::tr("Policy"), policyApplied(f.track, f.mode)) +
                   line(T::tr("Result type"), shown(f.resultType, longest)) +
                   line(T::tr("Reason as sent"), shown(f.reason, longest));
    if (f.sessions > 0)
        text += line(T::tr("Failed sessions"),
                     T::tr("%1 of %2").arg(number(f.failed), number(f.sessions)));
    if (f.occurrences > 0)
        text += line(T::tr("Times counted"), number(f.occurrences));
    return text;
}

/// "2026-05-03  mx2.example.org [192.0.2.7] from 203.0.113.9: certificate-expired, 12 times"
QString rowOf(const EvidenceRow &row)
{
    QString where = shown(row.mx);
    if (!row.receivingIp.isEmpty())
        where += u" ["_qs + shown(row.receivingIp) + u']';
    QStringList parts{row.day.toIso(), where.trimmed()};
    if (!row.sendingIp.isEmpty())
        //: The address of the sender's own server
        parts += T::tr("from %1").arg(shown(row.sendingIp));
    parts += shown(row.resultType, longest);
    //: How often a failure was counted
    parts += T::tr("%1×").arg(number(row.occurrences));
    return u"  "_qs + sentences(parts).join(u"  "_qs) + u'\n';
}

QString rowsOf(const Finding &f, const Facts &facts)
{
    const std::vector<EvidenceRow> rows = evidenceOf(f, facts, mostRows);
    if (rows.empty())
        return {};
    QString text = T::tr("From your reports, newest first (day in UTC, server, address, result, "
                         "count):") +
                   u'\n';
    for (const EvidenceRow &row : rows)
        text += rowOf(row);
    return text + u'\n';
}

QString idsOf(const QStringList &ids)
{
    if (ids.isEmpty())
        return {};
    QString text = T::tr("Ids of your reports:") + u'\n';
    for (const QString &id : ids.mid(0, mostIds))
        text += u"  "_qs + shown(id, longest) + u'\n';
    if (ids.size() > mostIds)
        text += u"  "_qs +
                T::tr("and %1 more", nullptr, plural(ids.size() - mostIds))
                    .arg(number(ids.size() - mostIds)) +
                u'\n';
    return text + u'\n';
}

QString othersOf(const Finding &f)
{
    if (f.others.empty())
        return {};
    const qint64 sessions = otherSessions(f);
    const qint64 count = otherSenderCount(f);
    return (count == 1
                ? T::tr("In the same days 1 other sender reported %1 sessions without this "
                        "failure.")
                      .arg(number(sessions))
                : T::tr("In the same days %1 other senders reported %2 sessions without this "
                        "failure.",
                        nullptr, plural(count))
                      .arg(number(count), number(sessions))) +
           u"\n\n"_qs;
}

} // namespace

Letter letterToPostmaster(const Finding &f, const Facts &facts, const QString &contact,
                          const QStringList &reportIds)
{
    Letter letter;
    letter.subject =
        f.first == f.last
            ? T::tr("TLS failures of your mail to %1 on %2").arg(domainPhrase(f), f.first.toIso())
            : T::tr("TLS failures of your mail to %1 from %2 to %3")
                  .arg(domainPhrase(f), f.first.toIso(), f.last.toIso());
    letter.body = T::tr("Dear postmaster,") + u"\n\n"_qs +
                  T::tr("your TLS reports (RFC 8460) tell of failures when your servers set up "
                        "encryption for mail to %1. We are looking for the reason and ask for your "
                        "help: what do your servers see, and was anything changed on your side in "
                        "these days?")
                      .arg(domainPhrase(f)) +
                  u"\n\n"_qs + factsOf(f) + u'\n' + othersOf(f) + rowsOf(f, facts) +
                  idsOf(reportIds);
    if (!contact.isEmpty())
        letter.body += T::tr("We write to %1, the contact address of your reports.")
                           .arg(shown(contact, longest)) +
                       u"\n\n"_qs;
    letter.body += T::tr("Thank you, and kind regards") + u'\n';
    return letter;
}

} // namespace tlsrpt::words
