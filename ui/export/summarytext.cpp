// SPDX-License-Identifier: GPL-3.0-or-later
// The summary for people at a terminal: aligned columns, no colour, no control characters.
#include "core/base/plaintext.h"
#include "ui/export/sections.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(SummaryText)
};

/// Columns as wide as their widest cell; all but the first `leftColumns` right-aligned.
class TextTable
{
public:
    TextTable(QStringList header, int leftColumns) : m_left(leftColumns) { add(std::move(header)); }

    void add(QStringList cells)
    {
        for (QString &cell : cells) {
            cell = printable(cell);
            if (cell.size() > widest)
                cell = cell.left(widest - 1) + u'…';
        }
        m_rows.push_back(std::move(cells));
    }

    QString text() const
    {
        if (m_rows.size() < 2)
            return {};
        std::vector<qsizetype> widths(static_cast<size_t>(m_rows.front().size()), 0);
        for (const QStringList &row : m_rows) {
            for (qsizetype i = 0; i < row.size(); ++i)
                widths[static_cast<size_t>(i)] = std::max(widths[static_cast<size_t>(i)], row[i].size());
        }
        QString result;
        for (const QStringList &row : m_rows) {
            QString line = u"  "_qs;
            for (qsizetype i = 0; i < row.size(); ++i) {
                const int width = static_cast<int>(widths[static_cast<size_t>(i)]);
                line += i < m_left ? row[i].leftJustified(width) : row[i].rightJustified(width);
                line += u"  "_qs;
            }
            while (line.endsWith(u' '))
                line.chop(1);
            result += line + u'\n';
        }
        return result;
    }

private:
    static constexpr int widest = 60;
    int m_left;
    std::vector<QStringList> m_rows;
};

QString section(const QString &title, const TextTable &table)
{
    const QString body = table.text();
    return body.isEmpty() ? QString() : u'\n' + title + u'\n' + body;
}

QString domainsText(const Overview &overview)
{
    TextTable table({T::tr("Domain"), T::tr("Policy"), T::tr("Sessions"), T::tr("Protected"), T::tr("No policy"), T::tr("Failed"),
                     T::tr("Failed, 7 days")}, 2);
    for (const DomainRow &row : overview.domains) {
        const Sessions &s = row.sessions;
        table.add({row.domain, words::policiesApplied(row), words::number(s.total()),
                   words::percentOf(s.protectedCount, s.total()), words::percentOf(s.noPolicy, s.total()),
                   words::percentOf(s.failed, s.total()), words::percentOf(row.lastWeek.failed, row.lastWeek.total())});
    }
    //: a heading, and how the list below it is sorted
    return section(T::tr("Domains. %1").arg(words::domainOrder()), table);
}

QString sendersText(const Overview &overview)
{
    TextTable table({T::tr("Sender"), T::tr("Last report"), T::tr("Reports"), T::tr("Sessions"), T::tr("Failed")}, 2);
    for (const SenderRow &row : overview.senders) {
        table.add({row.name, row.last.toIso(), words::number(row.reports),
                   words::number(row.sessions.total()), words::number(row.sessions.failed)});
    }
    return section(T::tr("Senders"), table);
}

QString serversText(const Summary &summary)
{
    TextTable table({T::tr("Mail server"), T::tr("Cause"), T::tr("First"), T::tr("Last"), T::tr("Senders"), T::tr("Occurrences")}, 4);
    for (const HostCause *cause : causesByServer(summary)) {
        const QString &mx = cause->situation.mx;
        table.add({mx.isEmpty() ? T::tr("(no server, policy level)") : mx, words::causeName(cause->cause),
                   cause->first.toIso(), cause->last.toIso(), words::number(cause->senders),
                   words::number(cause->occurrences)});
    }
    return section(T::tr("Failures by mail server"), table);
}

} // namespace

QString summaryText(const Summary &summary)
{
    const Overview &o = summary.overview;
    QString text = printable(headlineText(summary)) + u'\n';
    if (o.reports == 0)
        return text;
    text += T::tr("Period %1, reports on %2 of %3 days. All days are UTC.")
                .arg(words::period(o.period), words::number(o.daysWithReports), words::number(o.period.days()))
        + u'\n';
    if (!summary.filter.to) {
        const QString stale = words::staleness(o.period.last, Day::fromDate(summary.written.date()));
        text += stale.isEmpty() ? QString() : stale + u'\n';
    }
    text += u'\n';

    TextTable figures({T::tr("Reports"), T::tr("Sessions"), T::tr("Protected"), T::tr("No policy"), T::tr("Failed")}, 0);
    const Sessions &s = o.sessions;
    figures.add({words::number(o.reports), words::number(s.total()), words::number(s.protectedCount),
                 words::number(s.noPolicy), words::number(s.failed)});
    text += figures.text() + domainsText(o) + sendersText(o) + serversText(summary);
    text += u'\n' + T::tr("TLS reports are about mail sent to these domains, not about mail they send.") + u'\n';
    return text;
}

} // namespace tlsrpt
