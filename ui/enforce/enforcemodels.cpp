// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enforce/enforcemodels.h"

#include "ui/theme/theme.h"
#include "ui/words/enforcewords.h"
#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace tlsrpt
{

namespace
{

class EnforceModelWords
{
    Q_DECLARE_TR_FUNCTIONS(EnforceModelWords)
};

constexpr qsizetype longestName = 253;

QVariant text(const QString &shown, int role)
{
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(shown) : QVariant();
}

QVariant count(qint64 value, int role, Token tone)
{
    switch (role) {
    case Qt::DisplayRole: return value > 0 ? words::number(value) : u"–"_qs;
    case SortRole:
    case NumberRole: return value;
    case ToneRole: return static_cast<int>(value > 0 ? tone : Token::Text2);
    default: return {};
    }
}

QString seen(const RefusedGroup &group)
{
    return group.first == group.last ? words::day(group.first)
                                     //: first and last day: "20 Oct – 31 Oct"
                                     : EnforceModelWords::tr("%1 – %2").arg(words::day(group.first), words::day(group.last));
}

QVariant causeValue(const RefusedGroup &group, int role)
{
    if (role == Qt::ToolTipRole && !group.reason.isEmpty())
        //: a cause, and the reason as the sender wrote it
        return EnforceModelWords::tr("%1. In the sender’s words: %2")
            .arg(words::refusedCause(group), words::shown(group.reason, 300));
    return text(words::refusedCause(group), role);
}

QVariant coveredValue(const TrialHost &host, int role)
{
    switch (role) {
    case Qt::DisplayRole: return host.covered() ? EnforceModelWords::tr("yes") : EnforceModelWords::tr("no");
    case IconNameRole: return host.covered() ? u"circle-check"_qs : u"circle-cross"_qs;
    case IconTokenRole: return static_cast<int>(host.covered() ? Token::ProtectedText : Token::Failed);
    case EmphasisRole: return host.covered() != host.coveredNow;
    case Qt::ToolTipRole:
        return host.covered() == host.coveredNow ? QVariant()
            : host.coveredNow ? QVariant(EnforceModelWords::tr("The newest policy that senders reported covers it."))
                              : QVariant(EnforceModelWords::tr("The newest policy that senders reported does not cover it."));
    default: return {};
    }
}

} // namespace

RefusedModel *newRefusedModel(QObject *parent)
{
    return new RefusedModel(
        {
            {EnforceModelWords::tr("Sender"), false,
             [](const RefusedGroup &group, int role) {
                 return role == KeyRole ? QVariant(group.sender) : text(words::shown(group.senderName, longestName), role);
             }},
            {EnforceModelWords::tr("Server"), false,
             [](const RefusedGroup &group, int role) {
                 return role == KeyRole ? QVariant(group.host) : text(words::refusedServer(group), role);
             }},
            {EnforceModelWords::tr("Cause"), false, causeValue},
            {EnforceModelWords::tr("Sessions"), true,
             [](const RefusedGroup &group, int role) { return count(group.sessions, role, Token::Failed); },
             EnforceModelWords::tr("Failed sessions of the reports that name it. Where one report names several causes, a session may be "
                       "counted at each of them.")},
            {EnforceModelWords::tr("Counted"), true,
             [](const RefusedGroup &group, int role) { return count(group.occurrences, role, Token::Text); },
             EnforceModelWords::tr("How often the details of the reports count it. One session may fail at several servers.")},
            {EnforceModelWords::tr("Seen"), false,
             [](const RefusedGroup &group, int role) -> QVariant {
                 if (role == PlainRole) // an interval of ISO 8601
                     return QString(group.first.toIso() + u'/' + group.last.toIso());
                 return role == SortRole ? QVariant(group.last.value) : text(seen(group), role);
             }},
        },
        parent);
}

TrialModel *newTrialModel(QObject *parent)
{
    return new TrialModel(
        {
            {EnforceModelWords::tr("Server"), false,
             [](const TrialHost &host, int role) {
                 return role == KeyRole ? QVariant(host.host) : text(words::shown(host.host, longestName), role);
             }},
            {EnforceModelWords::tr("Covered"), false, coveredValue},
            {EnforceModelWords::tr("By which line, or why not"), false,
             [](const TrialHost &host, int role) { return text(words::trialHost(host), role); }},
            {EnforceModelWords::tr("Failures"), true,
             [](const TrialHost &host, int role) { return count(host.failures, role, Token::Text); },
             EnforceModelWords::tr("How often senders that apply the MTA-STS policy counted a failure at this server, in all reports.")},
            {EnforceModelWords::tr("Last named"), false,
             [](const TrialHost &host, int role) {
                 if (role == PlainRole)
                     return QVariant(host.last.toIso());
                 return role == SortRole ? QVariant(host.last.value) : text(words::day(host.last), role);
             }},
        },
        parent);
}

} // namespace tlsrpt
