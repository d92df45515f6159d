// SPDX-License-Identifier: GPL-3.0-or-later
// A mail to whom a finding concerns: the sender, or the operator of a mail server.
#include "ui/words/findingparts.h"

#include "core/explain/explanation.h"
#include "core/report/names.h"
#include "ui/words/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

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

/// The mail servers that a finding is about.
QStringList serversOf(const Finding &f)
{
    if (!f.mx.isEmpty())
        return {f.mx};
    return f.rule == Rule::R02 ? f.details.hosts : QStringList();
}

/// The registrable domain that all servers of a finding have; empty where they have several.
QString operatorDomain(const Finding &f)
{
    QString common;
    for (const QString &server : serversOf(f)) {
        const QString domain = registrableDomain(server);
        if (!common.isEmpty() && domain != common)
            return {};
        common = domain;
    }
    return common;
}

/// Names in reports may be anything; only plain ones lead to an address.
bool isPlainDomain(const QString &name)
{
    return isPlainHostName(name) && normalisedAddress(name).isEmpty() && name.contains(u'.');
}

QString postmasterOf(const QString &domain)
{
    return isPlainDomain(domain) ? QString(u"postmaster@"_qs + domain) : QString();
}

QString proposedAddress(const Finding &f)
{
    const QStringList servers = serversOf(f);
    return std::all_of(servers.begin(), servers.end(), isPlainDomain) ? postmasterOf(operatorDomain(f))
                                                                      : QString();
}

QString factsOf(const Finding &f)
{
    return line(T::tr("Domain"), shown(f.domain)) +
           line(T::tr("Mail server"), listPhrase(serversOf(f))) +
           line(T::tr("Days (UTC)"), daysOf(f)) +
           line(T::tr("Policy"), policyApplied(f.track, f.mode)) +
           line(T::tr("Result type"), shown(f.resultType, longest)) +
           line(T::tr("Reason as sent"), shown(f.reason, longest));
}

QString countsOf(const Finding &f)
{
    QString text;
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

QString rowsOf(const Finding &f, const Facts &facts, const QString &heading)
{
    const std::vector<EvidenceRow> rows = evidenceOf(f, facts, mostRows);
    if (rows.empty())
        return {};
    QString text = heading + u'\n';
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

QString numbered(const QStringList &steps)
{
    QString text;
    for (qsizetype i = 0; i < steps.size(); ++i)
        text += u"  %1. "_qs.arg(i + 1) + steps[i] + u'\n';
    return text;
}

/// Where the cause is not known the steps are those of the reader, and the checks in their order find it.
QString whatToDo(const Finding &f)
{
    QString text;
    if (f.rule != Rule::R11)
        text += T::tr("What usually mends it:") + u'\n' + numbered(finding(f).fix);
    if (!f.checks.empty())
        text += T::tr("To check:") + u'\n';
    for (const Check &check : f.checks)
        text += u"  "_qs + QString(check.command).replace(u'\n', u"\n  "_qs) + u'\n';
    return text;
}

QString hintAt(const QString &proposal, const QString &runs)
{
    return proposal.isEmpty() ? T::tr("Fill in the address of whoever runs %1.").arg(runs)
                              : T::tr("A proposal: every mail domain must read mail to postmaster. "
                                      "Change it where you know a better address.");
}

QString greeting()
{
    return T::tr("Dear postmaster,") + u"\n\n"_qs;
}

QString farewell()
{
    return T::tr("Thank you, and kind regards") + u'\n';
}

/// The problem with what to do about it. No sessions: those are counted for a domain, never for a server.
QString problemOf(const Finding &f, const Facts &facts)
{
    QString text = line(T::tr("Problem"), findingTitle(f)) + factsOf(f);
    if (f.occurrences > 0)
        text += line(T::tr("Times counted"), number(f.occurrences));
    if (const QString steps = whatToDo(f); !steps.isEmpty())
        text += u'\n' + steps;
    return text + u'\n' +
           rowsOf(f, facts, T::tr("Newest first (day in UTC, server, address, result, count):"));
}

/// Its advice is to ask the sender, whoever must act at last.
constexpr std::array rulesAskingTheSender{Rule::R14, Rule::R28, Rule::R30, Rule::R30b, Rule::R31};

bool asksTheSender(const Finding &f)
{
    return f.owner == Owner::Sender ||
           std::find(rulesAskingTheSender.begin(), rulesAskingTheSender.end(), f.rule) !=
               rulesAskingTheSender.end();
}

} // namespace

Addressee addresseeOf(const Finding &f)
{
    if (asksTheSender(f))
        return f.senders.empty() ? Addressee::Nobody : Addressee::Sender;
    if (f.owner == Owner::MxOperator && !operatorDomain(f).isEmpty())
        return Addressee::ServerOperator;
    const bool domains = f.owner == Owner::ReceivingDomain || f.owner == Owner::PolicyHost;
    // The steps of a jump are the reader's: to look at other findings.
    return domains && isProblem(f) && f.rule != Rule::R37 && !f.domain.isEmpty() ? Addressee::DomainOwner
                                                                                 : Addressee::Nobody;
}

Letter letterToSender(const Finding &f, const Facts &facts, const QString &address,
                      const QStringList &reportIds)
{
    Q_ASSERT(f.senders.size() <= 1);
    Letter letter;
    letter.to = address;
    letter.toHint =
        address.isEmpty()
            ? T::tr("The reports of %1 give no address.").arg(senderPhrase(f.senders))
            : T::tr("The contact address in the reports of %1.").arg(senderPhrase(f.senders));
    letter.subject =
        f.first == f.last
            ? T::tr("TLS failures of your mail to %1 on %2").arg(domainPhrase(f), f.first.toIso())
            : T::tr("TLS failures of your mail to %1 from %2 to %3")
                  .arg(domainPhrase(f), f.first.toIso(), f.last.toIso());
    letter.body = greeting() +
                  T::tr("your TLS reports (RFC 8460) tell of failures when your servers set up "
                        "encryption for mail to %1. We are looking for the reason and ask for your "
                        "help: what do your servers see, and was anything changed on your side in "
                        "these days?")
                      .arg(domainPhrase(f)) +
                  u"\n\n"_qs + factsOf(f) + countsOf(f) + u'\n';
    if (!f.others.empty())
        letter.body += T::tr("Other senders had no such failure in the same days.") + u"\n\n"_qs;
    letter.body += rowsOf(f, facts,
                          T::tr("From your reports, newest first (day in UTC, server, "
                                "address, result, count):")) +
                   idsOf(reportIds);
    if (!address.isEmpty())
        letter.body += T::tr("We write to %1, the contact address of your reports.")
                           .arg(shown(address, longest)) +
                       u"\n\n"_qs;
    letter.body += farewell();
    return letter;
}

// Whose reports they are is not told, only from which addresses the server was reached: those are
// in its log. Sessions are counted for a domain, never for a server, so they stay away.
Letter letterToOperator(const Finding &f, const Facts &facts)
{
    const QString server = listPhrase(serversOf(f));
    Letter letter;
    letter.to = proposedAddress(f);
    letter.toHint = hintAt(letter.to, server);
    letter.subject = f.first == f.last
                         ? T::tr("TLS failures at %1 on %2").arg(server, f.first.toIso())
                         : T::tr("TLS failures at %1 from %2 to %3")
                               .arg(server, f.first.toIso(), f.last.toIso());
    letter.body = greeting() +
                  T::tr("senders of mail to %1 report (RFC 8460) that they could not set up "
                        "encryption with %2 as they should. Please mend it, or tell us what you find.")
                      .arg(domainPhrase(f), server) +
                  u"\n\n"_qs + problemOf(f, facts) + farewell();
    return letter;
}

Letter letterToOwner(const Finding &f, const Facts &facts)
{
    Letter letter;
    letter.to = postmasterOf(f.domain);
    letter.toHint = hintAt(letter.to, domainPhrase(f));
    //: %1 is a domain, %2 the title of a finding
    letter.subject = T::tr("TLS of mail to %1: %2").arg(domainPhrase(f), findingTitle(f));
    letter.body = greeting() +
                  T::tr("TLS reports (RFC 8460) about mail to %1 tell of a problem that whoever runs its "
                        "DNS and its policy can mend.")
                      .arg(domainPhrase(f)) +
                  u"\n\n"_qs + problemOf(f, facts) + farewell();
    return letter;
}

} // namespace tlsrpt::words
