// SPDX-License-Identifier: GPL-3.0-or-later
// `summary --json`: a promise to other programs; add members, never rename or remove one.
#include "ui/export/summary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tlsrpt
{

namespace
{

QJsonValue dayOrNull(bool known, Day day)
{
    return known ? QJsonValue(day.toIso()) : QJsonValue(QJsonValue::Null);
}

QJsonObject tracksJson(const Overview &overview)
{
    QJsonObject tracks;
    for (int i = 0; i < trackCount; ++i) {
        tracks[slug(static_cast<Track>(i))] = QJsonObject{
            {u"successful"_qs, overview.tracks[i].successful}, {u"failed"_qs, overview.tracks[i].failed}};
    }
    return tracks;
}

QJsonObject countsJson(const QString &key, const QString &name, qint64 reports, const Sessions &sessions)
{
    return {{key, name},
            {u"reports"_qs, reports},
            {u"successful"_qs, sessions.successful()},
            {u"failed"_qs, sessions.failed}};
}

QJsonObject serverJson(const ServerRow &row)
{
    QJsonObject types;
    for (const auto &[type, count] : row.resultTypes)
        types[type] = count;
    return {{u"mx"_qs, row.mx.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(row.mx)},
            {u"failed"_qs, row.occurrences},
            {u"result_types"_qs, types},
            {u"senders"_qs, row.senderCount},
            {u"first_day"_qs, row.first.toIso()},
            {u"last_day"_qs, row.last.toIso()}};
}

QJsonArray daysJson(const std::vector<DayRow> &days)
{
    QJsonArray array;
    for (const DayRow &row : days) {
        if (row.reports == 0)
            continue; // nobody reported: unknown is not zero
        array.append(QJsonObject{{u"day"_qs, row.day.toIso()},
                                 {u"successful"_qs, row.sessions.successful()},
                                 {u"failed"_qs, row.sessions.failed}});
    }
    return array;
}

} // namespace

QByteArray summaryJson(const Summary &summary)
{
    const Overview &o = summary.overview;
    const bool any = o.reports > 0;
    QJsonArray domains, senders, servers, types;
    for (const DomainRow &row : o.domains)
        domains.append(countsJson(u"domain"_qs, row.domain, row.reports, row.sessions));
    for (const SenderRow &row : o.senders)
        senders.append(countsJson(u"sender"_qs, row.name, row.reports, row.sessions));
    for (const ServerRow &row : summary.servers)
        servers.append(serverJson(row));
    for (const ResultTypeRow &row : summary.resultTypes)
        types.append(QJsonObject{{u"result_type"_qs, row.resultType}, {u"failed"_qs, row.occurrences}});

    const QJsonObject root{
        {u"schema"_qs, 1},
        {u"reports"_qs, o.reports},
        {u"first_day"_qs, dayOrNull(any, o.first)},
        {u"last_day"_qs, dayOrNull(any, o.last)},
        {u"sessions"_qs, QJsonObject{{u"successful"_qs, o.sessions.successful()},
                                     {u"failed"_qs, o.sessions.failed},
                                     {u"protected"_qs, o.sessions.protectedCount},
                                     {u"no_policy"_qs, o.sessions.noPolicy}}},
        {u"tracks"_qs, tracksJson(o)},
        {u"domains"_qs, domains},
        {u"senders"_qs, senders},
        {u"mx_hosts"_qs, servers},
        {u"result_types"_qs, types},
        {u"days"_qs, daysJson(o.days)},
    };
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

} // namespace tlsrpt
