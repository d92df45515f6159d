// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/domainsmodel.h"

#include "ui/domains/healthlook.h"
#include "ui/words/findingwords.h"
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
    Q_DECLARE_TR_FUNCTIONS(Domains)
};

constexpr qsizetype longestName = 253; ///< of a domain in DNS

QVariant nameCell(const DomainItem &item, int role)
{
    const DomainHealth &health = item.health;
    switch (role) {
    case Qt::DisplayRole:
    case SortRole: return words::shown(health.domain, longestName);
    case KeyRole: return health.domain;
    case IconNameRole: return health.mailHost ? u"servers"_qs : QString();
    case Qt::AccessibleTextRole:
        return health.mailHost ? T::tr("%1, the name of a mail server").arg(words::shown(health.domain, longestName))
                               : QVariant();
    case Qt::ToolTipRole:
        return health.mailHost ? T::tr("%1\nThe name of a mail server: reports about its DANE records told no domain.")
                                     .arg(words::shown(health.domain, longestName))
                               : words::shown(health.domain, longestName);
    default: return {};
    }
}

QVariant stateCell(const DomainItem &item, int role)
{
    const HealthLook look = lookOf(item.health.health);
    switch (role) {
    case Qt::DisplayRole: return words::healthName(item.health.health);
    case Qt::ToolTipRole: return words::healthReason(item.health);
    case SortRole: return static_cast<int>(item.health.health);
    case IconNameRole: return look.icon;
    case IconTokenRole: return static_cast<int>(look.mark);
    case ToneRole: return static_cast<int>(look.text);
    case EmphasisRole: return item.health.health == Health::Broken;
    default: return {};
    }
}

QVariant text(const QString &shown, int role)
{
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(shown) : QVariant();
}

QVariant number(qint64 value, int role, Token tone = Token::Text)
{
    switch (role) {
    case Qt::DisplayRole: return words::number(value);
    case NumberRole:
    case SortRole: return value;
    case ToneRole: return static_cast<int>(tone);
    default: return {};
    }
}

QVariant share(qint64 part, qint64 whole, int role, Token tone)
{
    switch (role) {
    case Qt::DisplayRole: return words::percentOf(part, whole);
    case PlainRole: return part; // as in the summary's tables; the sessions stand beside it
    case SortRole: return whole > 0 ? double(part) / double(whole) : -1.0;
    case ToneRole: return static_cast<int>(tone);
    default: return {};
    }
}

QVariant problemsCell(const DomainItem &item, int role)
{
    if (role == Qt::ToolTipRole && item.muted > 0)
        return T::tr("%Ln more finding(s) muted", nullptr, item.muted);
    return number(item.health.openProblems, role, item.health.openProblems > 0 ? Token::Failed : Token::Text2);
}

QVariant lastCell(const DomainItem &item, int role)
{
    const Day last = item.health.days.last;
    switch (role) {
    case Qt::DisplayRole: return words::day(last);
    case PlainRole: return last.toIso();
    case SortRole: return last.value;
    default: return {};
    }
}

bool holds(const DomainItem &item, const QString &text)
{
    return item.health.domain.contains(text, Qt::CaseInsensitive) || item.reason.contains(text, Qt::CaseInsensitive)
        || item.policy.contains(text, Qt::CaseInsensitive)
        || words::healthName(item.health.health).contains(text, Qt::CaseInsensitive);
}

} // namespace

DomainsModel *newDomainsModel(QObject *parent)
{
    using Item = DomainItem;
    return new DomainsModel(
        {
            {T::tr("Domain"), false, nameCell},
            {T::tr("State"), false, stateCell},
            {T::tr("Why"), false, [](const Item &item, int role) { return text(item.reason, role); },
             T::tr("The worst open problem, else what the state means")},
            {T::tr("Policy"), false, [](const Item &item, int role) { return text(item.policy, role); },
             T::tr("The newest policy that senders applied")},
            {T::tr("Sessions"), true, [](const Item &item, int role) { return number(item.health.sessions, role); },
             T::tr("In the 30 days up to the domain's last report")},
            {T::tr("Protected"), true,
             [](const Item &item, int role) {
                 return share(item.health.protectedSessions, item.health.sessions, role, Token::Text);
             },
             T::tr("Share of these sessions that were verified by MTA-STS or DANE")},
            {T::tr("Failed"), true,
             [](const Item &item, int role) {
                 return share(item.health.failed, item.health.sessions, role,
                              item.health.failed > 0 ? Token::Failed : Token::Text2);
             },
             T::tr("Share of these sessions that failed")},
            {T::tr("Problems"), true, problemsCell, T::tr("Open problems that ask for somebody's action; muted ones do not count")},
            {T::tr("Senders"), true, [](const Item &item, int role) { return number(item.health.senders, role); },
             T::tr("Who reported about the domain, ever")},
            {T::tr("Last report"), true, lastCell},
        },
        parent);
}

DomainsProxy::DomainsProxy(DomainsModel *model, QObject *parent) : QSortFilterProxyModel(parent), m_model(model)
{
    setSortRole(SortRole);
    setSortLocaleAware(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSourceModel(model);
}

void DomainsProxy::setFind(const QString &text)
{
    m_find = text;
    invalidateFilter();
}

void DomainsProxy::setState(std::optional<Health> state)
{
    m_state = state;
    invalidateFilter();
}

void DomainsProxy::setMailHosts(bool shown)
{
    m_mailHosts = shown;
    invalidateFilter();
}

const DomainItem *DomainsProxy::itemAt(const QModelIndex &index) const
{
    const QModelIndex source = mapToSource(index);
    return source.isValid() ? &m_model->row(source.row()) : nullptr;
}

QModelIndex DomainsProxy::indexOf(const QString &domain) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->row(row).health.domain == domain)
            return mapFromSource(m_model->index(row, 0));
    }
    return {};
}

bool DomainsProxy::filterAcceptsRow(int row, const QModelIndex &) const
{
    const DomainItem &item = m_model->row(row);
    return (m_mailHosts || !item.health.mailHost) && (!m_state || item.health.health == *m_state)
        && (m_find.isEmpty() || holds(item, m_find));
}

} // namespace tlsrpt
