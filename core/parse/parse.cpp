// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/parse.h"

#include "core/parse/reportreader.h"

#include <mutex>

namespace tlsrpt
{

class ReportParser::Private
{
public:
    explicit Private(const Limits &given)
        : limits(given)
    {
    }

    Result<Report> parse(const QByteArray &bytes, const DocumentHints &hints,
                         const QString &source);

    const Limits limits;
    JsonLoader json;
    NameCache names;
};

Result<Report> ReportParser::Private::parse(const QByteArray &bytes, const DocumentHints &hints,
                                            const QString &source)
{
    std::vector<Deviation> deviations;
    Notes notes(deviations);
    const auto root = json.load(bytes, source, notes);
    if (!root)
        return tl::unexpected(root.error());
    Reading reading{limits, json, names, notes, 0, 0, {}};
    Result<Report> report = readReport(*root, source, reading);
    if (report) {
        completeReport(*report, hints, reading);
        report->deviations = std::move(deviations);
    }
    return report;
}

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
    if (!JsonLoader::isLarge(json.size()))
        return d->parse(json, hints, source);
    // One at a time, whatever the number of workers: the memory is bounded by one of them.
    static std::mutex largeDocuments;
    const std::lock_guard lock(largeDocuments);
    Result<Report> report = d->parse(json, hints, source);
    d->json.release();
    return report;
}

} // namespace tlsrpt
