// SPDX-License-Identifier: GPL-3.0-or-later
// The one sentence that comes first, and the filter as a title. Facts of the Overview only.
#include "ui/words/words.h"

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
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

/// A share may stand first: "under 0.01 %".
QString capitalised(QString sentence)
{
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

/// The name of the only sender; empty where there are several or it has none.
QString onlySender(const Overview &o)
{
    return o.senders.size() == 1 ? shown(o.senders.front().name, 60) : QString();
}

/// `one` with the only sender's name as %2, else `many` with the number of senders; %1 is the
/// number of sessions, %3 a share.
QString filled(const Overview &o, const QString &one, const QString &many,
               const QString &share = {})
{
    const QString name = onlySender(o);
    const QString sessions = number(o.sessions.total());
    const QString sender = name.isEmpty() ? number(static_cast<qint64>(o.senders.size())) : name;
    const QString &text = name.isEmpty() ? many : one;
    return share.isEmpty() ? text.arg(sessions, sender) : text.arg(sessions, sender, share);
}

/// A single session needs other words than "all 1 sessions".
QString aboutOneSession(const Overview &o)
{
    const QString name = onlySender(o);
    if (o.sessions.failed == 1)
        return named(name, T::tr("The only session, from %1, failed."),
                     T::tr("The only session failed."));
    if (o.sessions.protectedCount == 1)
        return named(name, T::tr("The only session, from %1, was protected."),
                     T::tr("The only session was protected."));
    return named(name,
                 T::tr("The only session, from %1, was not protected: no policy asked for it."),
                 T::tr("The only session was not protected: no policy asked for it."));
}

/// The first sentence: how many were protected.
QString aboutSessions(const Overview &o)
{
    const Sessions &s = o.sessions;
    if (s.total() == 1)
        return aboutOneSession(o);
    if (s.failed == s.total())
        return filled(o, T::tr("All %1 sessions from %2 failed."),
                      T::tr("All %1 sessions from %2 senders failed."));
    if (s.protectedCount == s.total())
        return filled(o, T::tr("All %1 sessions from %2 were protected."),
                      T::tr("All %1 sessions from %2 senders were protected."));
    if (s.protectedCount > 0)
        return filled(o, T::tr("%3 of %1 sessions from %2 were protected."),
                      T::tr("%3 of %1 sessions from %2 senders were protected."),
                      percentOf(s.protectedCount, s.total()));
    return filled(o, T::tr("None of %1 sessions from %2 was protected."),
                  T::tr("None of %1 sessions from %2 senders was protected."));
}

CauseGroup mostFrequent(const GroupCounts &counts)
{
    const auto most = std::max_element(counts.begin(), counts.end());
    return static_cast<CauseGroup>(most - counts.begin());
}

/// The host with most failures of that group in the last week, if any domain has one.
QString hostOf(const Overview &o, CauseGroup group)
{
    QString host;
    qint64 most = 0;
    for (const DomainRow &domain : o.domains) {
        if (domain.worstOccurrences > most && groupOf(domain.worstCause) == group) {
            most = domain.worstOccurrences;
            host = domain.worstMx;
        }
    }
    return shown(host);
}

/// %1 is a share: "0.75 %".
QString failedBecause(CauseGroup group)
{
    switch (group) {
    case CauseGroup::CertificateExpired:
        return T::tr("%1 failed, most often because a certificate had expired");
    case CauseGroup::CertificateName:
        return T::tr("%1 failed, most often because a certificate was for another name");
    case CauseGroup::CertificateTrust:
        return T::tr("%1 failed, most often because a certificate was not trusted");
    case CauseGroup::NoEncryption:
        return T::tr("%1 failed, most often because a mail server offered no encryption");
    case CauseGroup::HostNotInPolicy:
        return T::tr("%1 failed, most often because a mail server was not in the policy");
    case CauseGroup::Dane:
        return T::tr("%1 failed, most often because a DANE record or a signature in DNS was wrong");
    case CauseGroup::PolicyFetch:
        return T::tr(
            "%1 failed, most often because the policy could not be fetched or was invalid");
    case CauseGroup::Other:
        return T::tr("%1 failed, most often without a clear reason");
    }
    Q_UNREACHABLE();
}

/// The same after "All sessions failed."
QString mostOften(CauseGroup group)
{
    switch (group) {
    case CauseGroup::CertificateExpired:
        return T::tr("Most often a certificate had expired");
    case CauseGroup::CertificateName:
        return T::tr("Most often a certificate was for another name");
    case CauseGroup::CertificateTrust:
        return T::tr("Most often a certificate was not trusted");
    case CauseGroup::NoEncryption:
        return T::tr("Most often a mail server offered no encryption");
    case CauseGroup::HostNotInPolicy:
        return T::tr("Most often a mail server was not in the policy");
    case CauseGroup::Dane:
        return T::tr("Most often a DANE record or a signature in DNS was wrong");
    case CauseGroup::PolicyFetch:
        return T::tr("Most often the policy could not be fetched or was invalid");
    case CauseGroup::Other:
        return T::tr("Most often there was no clear reason");
    }
    Q_UNREACHABLE();
}

/// The second sentence: how many failed, and why.
QString aboutFailures(const Overview &o)
{
    const Sessions &s = o.sessions;
    const bool all = s.failed == s.total();
    const QString share = percentOf(s.failed, s.total());
    if (o.occurrencesTotal <= 0)
        return all ? T::tr("The reports do not say why.")
                   : T::tr("%1 failed; the reports do not say why.").arg(share);
    const CauseGroup group = mostFrequent(o.occurrences);
    const QString because = all ? mostOften(group) : failedBecause(group).arg(share);
    const QString host = hostOf(o, group);
    if (host.isEmpty())
        //: %1 is a sentence without its full stop
        return T::tr("%1.").arg(because);
    //: %1 is a sentence without its full stop, %2 a mail server that failed so in the last week
    return T::tr("%1 (lately %2).").arg(because, host);
}

/// The second sentence where nothing failed.
QString aboutNoFailures(const Sessions &s)
{
    if (s.noPolicy == 0 || s.total() == 1)
        return T::tr("Nothing failed.");
    if (s.protectedCount == 0)
        return T::tr("No policy asked for it, and nothing failed.");
    return T::tr("For %1 no policy asked for it. Nothing failed.")
        .arg(percentOf(s.noPolicy, s.total()));
}

/// "a, b and 3 more"
QString listed(const QStringList &names)
{
    constexpr qsizetype most = 3;
    QStringList visible;
    for (const QString &name : names.first(std::min(most, names.size())))
        visible += shown(name, 60);
    const QString list = visible.join(T::tr(", "));
    const qsizetype more = names.size() - visible.size();
    if (more <= 0)
        return list;
    //: %1 is a list of names, %2 how many are left out
    return T::tr("%1 and %2 more", nullptr, plural(more)).arg(list, number(more));
}

QString days(const Filter &filter)
{
    if (filter.from && filter.to)
        return period({*filter.from, *filter.to});
    if (filter.from)
        return T::tr("since %1").arg(day(*filter.from, 0));
    if (filter.to)
        return T::tr("until %1").arg(day(*filter.to, 0));
    return {};
}

} // namespace

QString protection(const Overview &overview)
{
    return capitalised(aboutSessions(overview));
}

QString verdict(const Overview &overview)
{
    if (overview.reports == 0)
        return T::tr("There are no reports to judge.");
    if (overview.sessions.total() <= 0)
        return T::tr("The reports count no sessions, so there is nothing to judge.");
    const QString rest = overview.sessions.failed == 0 ? aboutNoFailures(overview.sessions)
                                                       : aboutFailures(overview);
    return protection(overview) + u' ' + capitalised(rest);
}

QString filterSummary(const Filter &filter)
{
    QStringList parts;
    if (!filter.domains.isEmpty())
        parts += listed(filter.domains);
    if (!filter.senders.isEmpty())
        parts += listed(filter.senders);
    QStringList tracks;
    for (const Track track : filter.tracks)
        tracks += trackName(track);
    if (!tracks.isEmpty())
        parts += listed(tracks);
    if (filter.mx)
        parts += filter.mx->isEmpty() ? T::tr("no server, policy level") : shown(*filter.mx);
    if (filter.cause)
        parts += groupName(*filter.cause);
    if (filter.onlyFailures)
        parts += T::tr("only failures");
    if (const QString period = days(filter); !period.isEmpty())
        parts += period;
    return parts.isEmpty() ? T::tr("All reports") : parts.join(u" · "_qs);
}

} // namespace tlsrpt::words
