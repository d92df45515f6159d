// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/outcome.h"

#include "ui/words/words.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

} // namespace

void Notices::add(NoticeKind kind, const Error &error)
{
    switch (kind) {
    case NoticeKind::Rejected: rejected.push_back(error); break;
    case NoticeKind::Ignored: ignored.push_back(error); break;
    case NoticeKind::Conflict: break; // counted, and listed in the window's Sources
    }
}

ImportCounts operator+(ImportCounts a, const ImportCounts &b)
{
    a.imported += b.imported;
    a.duplicates += b.duplicates;
    a.conflicts += b.conflicts;
    a.rejected += b.rejected;
    a.ignored += b.ignored;
    a.bytes += b.bytes;
    return a;
}

QString reasonOf(const Error &error)
{
    const words::ErrorWords told = words::error(error);
    return told.next.isEmpty() ? told.what : told.what + u' ' + told.next;
}

QJsonObject outcomeJson(const ImportCounts &counts, const Notices &notices, qint64 elapsedMs)
{
    QJsonArray rejected, ignored;
    for (const Error &error : notices.rejected) {
        rejected.append(QJsonObject{{u"source"_qs, error.subject},
                                    {u"code"_qs, QString(slug(error.code))},
                                    {u"reason"_qs, reasonOf(error)}});
    }
    for (const Error &error : notices.ignored)
        ignored.append(QJsonObject{{u"source"_qs, error.subject}, {u"code"_qs, QString(slug(error.code))}});
    const QJsonObject reports{{u"imported"_qs, counts.imported},
                              {u"duplicates"_qs, counts.duplicates},
                              {u"conflicts"_qs, counts.conflicts}};
    return QJsonObject{{u"schema"_qs, 1},
                       {u"reports"_qs, reports},
                       {u"rejected"_qs, rejected},
                       {u"ignored"_qs, ignored},
                       {u"seconds"_qs, static_cast<double>(elapsedMs) / 1000}};
}

QString countsText(const ImportCounts &c)
{
    QString line = T::tr("%Ln report(s) imported", nullptr, static_cast<int>(c.imported));
    const auto append = [&line](qint64 count, const QString &text) {
        if (count > 0)
            line += u", "_qs + text;
    };
    append(c.duplicates, T::tr("%Ln seen before", nullptr, static_cast<int>(c.duplicates)));
    append(c.conflicts, T::tr("%Ln in conflict with another copy", nullptr, static_cast<int>(c.conflicts)));
    append(c.rejected, T::tr("%Ln rejected", nullptr, static_cast<int>(c.rejected)));
    append(c.ignored, T::tr("%Ln ignored (not TLS reports)", nullptr, static_cast<int>(c.ignored)));
    return line;
}

} // namespace tlsrpt
