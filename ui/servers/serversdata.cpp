// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of the table of mail servers show.
#include "ui/servers/serversmodel.h"

#include "ui/detail/severitylook.h"
#include "ui/theme/theme.h"
#include "ui/widgets/rowmodel.h"
#include "ui/words/counts.h"
#include "ui/words/findingwords.h"
#include "ui/words/words.h"

namespace tlsrpt
{

namespace
{

QVariant tone(Token token)
{
    return static_cast<int>(token);
}

struct PolicyCell {
    QString text;
    QString icon;
    Token tone = Token::Text2;
};

PolicyCell policyCell(const ServerRow &row)
{
    switch (row.coverage) {
    case Coverage::Covered:
        return {row.pattern.isEmpty() ? ServersModel::tr("by name") : ServersModel::tr("by pattern"), u"circle-check"_qs,
                Token::ProtectedText};
    case Coverage::NotCovered: return {ServersModel::tr("no"), u"circle-cross"_qs, Token::Failed};
    case Coverage::Unknown: return {ServersModel::tr("not told"), u"dash"_qs, Token::Text2};
    case Coverage::NotApplicable: break;
    }
    if (row.dane)
        return {ServersModel::tr("DANE"), u"lock"_qs, Token::ProtectedText};
    return {u"–"_qs, {}, Token::Text2};
}

QVariant numberCell(qint64 value, int role)
{
    switch (role) {
    case Qt::DisplayRole: return words::number(value);
    case NumberRole: return value;
    default: return {};
    }
}

QVariant barCell(qint64 value, qint64 largest, int role)
{
    switch (role) {
    case BarShareRole: return static_cast<double>(value) / static_cast<double>(std::max<qint64>(1, largest));
    case BarTokenRole: return tone(Token::Failed);
    default: return numberCell(value, role);
    }
}

QVariant dayCell(Day day, int role)
{
    return role == Qt::DisplayRole ? QVariant(words::day(day)) : role == PlainRole ? QVariant(day.toIso()) : QVariant();
}

QVariant daysCell(const std::vector<qint64> &bins, int role)
{
    if (role == Qt::AccessibleTextRole)
        return words::counts(bins);
    return role == BinsRole ? QVariant::fromValue(bins) : QVariant();
}

QString serverName(const ServerRow &row)
{
    return row.mx.isEmpty() ? ServersModel::tr("no server, policy level") : row.mx;
}

} // namespace

/// The name, and whether the worst finding about the host goes on, is over, or there is none.
QVariant ServersModel::nameData(const ServerRow &row, int role) const
{
    const FindingPtr worst = m_worst ? m_worst->value(row.mx) : nullptr;
    const SeverityLook look = worst ? lookOf(*worst) : SeverityLook{u"dash"_qs};
    switch (role) {
    case Qt::DisplayRole: return serverName(row);
    case KeyRole: return row.mx;
    case EmphasisRole: return row.goingOn;
    case IconNameRole: return m_worst ? QVariant(look.icon) : QVariant();
    case IconTokenRole: return static_cast<int>(look.mark);
    case Qt::ToolTipRole: return worst ? QVariant(plainToolTip(words::findingTitle(*worst))) : QVariant();
    case Qt::AccessibleTextRole:
        //: a mail server and its worst finding
        return worst ? QVariant(tr("%1, %2").arg(serverName(row), words::findingTitle(*worst))) : QVariant();
    default: return {};
    }
}

QVariant ServersModel::serverData(const ServerRow &row, int column, int role) const
{
    switch (static_cast<Column>(column)) {
    case Server:
        return nameData(row, role);
    case Policy: {
        if (row.coverage == Coverage::Covered && !row.pattern.isEmpty() && (role == PlainRole || role == Qt::ToolTipRole))
            return role == PlainRole ? row.pattern : plainToolTip(row.pattern);
        if (row.coverage == Coverage::NotApplicable && !row.dane && role == PlainRole)
            return QString();
        const PolicyCell cell = policyCell(row);
        return role == Qt::DisplayRole    ? QVariant(cell.text)
            : role == IconNameRole        ? QVariant(cell.icon)
            : role == IconTokenRole       ? tone(cell.tone)
                                          : QVariant();
    }
    case Addresses:
        if (role == Qt::DisplayRole && row.addressCount == 0)
            return u"–"_qs;
        return numberCell(row.addressCount, role);
    case Causes:
        if (role == Qt::DisplayRole)
            return words::causeName(row.mainCause);
        return role == CausesRole ? QVariant::fromValue(row.occurrencesByGroup) : QVariant();
    case Senders: return numberCell(row.senderCount, role);
    case Occurrences: return barCell(row.occurrences, m_largest, role);
    case First: return dayCell(row.first, role);
    case Last:
        if (role == Qt::DisplayRole && row.goingOn)
            return tr("going on");
        if (role == EmphasisRole)
            return row.goingOn;
        return role == ToneRole && row.goingOn ? tone(Token::Failed) : dayCell(row.last, role);
    case Trend: return daysCell(row.byBin, role);
    case ColumnCount: break;
    }
    return {};
}

QVariant ServersModel::childData(const ServerRow &row, const Child &child, int column, int role) const
{
    const auto at = static_cast<size_t>(child.index);
    switch (child.kind) {
    case Child::Caption:
        if (column == Server && role == Qt::DisplayRole) {
            return child.index == Child::Address ? tr("Addresses")
                : child.index == Child::Cause    ? tr("Causes")
                                                 : tr("Senders");
        }
        return role == ToneRole ? tone(Token::Text2) : QVariant();
    case Child::Address: {
        const CountedName &address = row.addresses[at];
        return countedData(row, address, address.name.isEmpty() ? tr("no address given") : address.name, column, role);
    }
    case Child::Sender: return countedData(row, row.senders[at], row.senders[at].name, column, role);
    case Child::Cause: return causeData(row, row.causeList[at], column, role);
    }
    return {};
}

QVariant ServersModel::countedData(const ServerRow &row, const CountedName &name, const QString &shown, int column,
                                   int role) const
{
    switch (static_cast<Column>(column)) {
    case Server: return role == Qt::DisplayRole ? QVariant(shown) : role == KeyRole ? QVariant(name.key) : QVariant();
    case Senders: return name.senders > 1 ? numberCell(name.senders, role) : QVariant();
    case Occurrences: return barCell(name.occurrences, row.occurrences, role);
    case First: return dayCell(name.first, role);
    case Last: return dayCell(name.last, role);
    case Trend: return daysCell(name.byBin, role);
    case Policy:
    case Addresses:
    case Causes:
    case ColumnCount: break;
    }
    return {};
}

QVariant ServersModel::causeData(const ServerRow &row, const CountedCause &cause, int column, int role) const
{
    switch (static_cast<Column>(column)) {
    case Server: return role == Qt::DisplayRole ? QVariant(words::causeName(cause.cause)) : QVariant();
    case Causes: {
        const QString told = cause.reason.isEmpty() ? cause.resultType : cause.resultType + u" · "_qs + cause.reason;
        if (role == CausesRole) {
            GroupCounts one{};
            one[static_cast<size_t>(groupOf(cause.cause))] = cause.occurrences;
            return QVariant::fromValue(one);
        }
        if (role == Qt::ToolTipRole)
            return plainToolTip(told);
        return role == Qt::DisplayRole ? QVariant(told.left(200)) : role == ToneRole ? tone(Token::Text2) : QVariant();
    }
    case Senders: return numberCell(cause.senders, role);
    case Occurrences: return barCell(cause.occurrences, row.occurrences, role);
    case First: return dayCell(cause.first, role);
    case Last: return dayCell(cause.last, role);
    case Policy:
    case Addresses:
    case Trend:
    case ColumnCount: break;
    }
    return {};
}

} // namespace tlsrpt
