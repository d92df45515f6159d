// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/parse.h"

#include "core/parse/reportreader.h"

namespace tlsrpt
{

class ReportParser::Private
{
public:
    explicit Private(const Limits &given)
        : limits(given)
    {
    }

    const Limits limits;
    JsonLoader json;
    NameCache names;
};

ReportParser::ReportParser(const Limits &limits)
    : d(std::make_unique<Private>(limits))
{
}

ReportParser::~ReportParser() = default;

Result<Report> ReportParser::parse(const Document &document)
{
    return parse(document.json, document.hints, document.source);
}

Result<Report> ReportParser::parse(const QByteArray &json, const DocumentHints &hints,
                                   const QString &source)
{
    std::vector<Deviation> deviations;
    Notes notes(deviations);
    const auto root = d->json.load(json, source, notes);
    if (!root)
        return tl::unexpected(root.error());
    Reading reading{d->limits, d->json, d->names, notes, 0, 0, {}};
    Result<Report> report = readReport(*root, source, reading);
    if (report) {
        completeReport(*report, hints, reading);
        report->deviations = std::move(deviations);
    }
    return report;
}

} // namespace tlsrpt
