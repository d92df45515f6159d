// SPDX-License-Identifier: GPL-3.0-or-later
// Reports to parse: the files of tests/data/parse, as they are and changed in one place.
#pragma once

#include "core/parse/parse.h"

#include <QFile>

#include <algorithm>

namespace tlsrpt::test
{

inline QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/parse/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline Result<Report> parsed(const QByteArray &json, const DocumentHints &hints = {},
                             const Limits &limits = {})
{
    ReportParser parser(limits);
    return parser.parse(json, hints, QStringLiteral("box.zip › r.json"));
}

inline bool has(const Report &report, DeviationKind kind)
{
    return std::any_of(report.deviations.begin(), report.deviations.end(),
                       [&](const Deviation &deviation) { return deviation.kind == kind; });
}

inline QString listed(const std::vector<Deviation> &deviations)
{
    QStringList lines;
    for (const Deviation &d : deviations)
        lines.append(QString::number(static_cast<int>(d.kind)) + u' ' + d.pointer + u" [" + d.seen +
                     u']');
    return lines.join(u'\n');
}

} // namespace tlsrpt::test
