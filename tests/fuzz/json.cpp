// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes to the report parser: no crash, and whatever it returns keeps its promises.
#include "core/parse/parse.h"

#include <cstdlib>

using namespace tlsrpt;

namespace
{

void require(bool promise)
{
    if (!promise)
        std::abort();
}

bool isCount(qint64 number)
{
    return number >= 0 && number <= (qint64(1) << 53);
}

void check(const Report &report, const Report &again)
{
    require(report == again);
    require(report.end >= report.start && report.start >= 0);
    require(identityOf(report).size() == 16 && identityOf(report) == identityOf(again));
    require(contentHashOf(report).size() == 16);
    for (const PolicyResult &row : report.policies) {
        require(isCount(row.successful) && isCount(row.failed));
        for (const FailureDetail &detail : row.failures)
            require(isCount(detail.failedSessions));
    }
    for (const Deviation &deviation : report.deviations)
        require(static_cast<int>(deviation.kind) < deviationKindCount &&
                deviation.seen.size() <= 200);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    static ReportParser parser({});
    const QByteArray json(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    DocumentHints hints;
    hints.reportDomain = QStringLiteral("example.org");
    const auto report = parser.parse(json, hints, {});
    const auto again = parser.parse(json, hints, {});
    require(report.has_value() == again.has_value());
    if (report)
        check(*report, *again);
    else
        require(report.error() == again.error());
    decodedText(json);
    return 0;
}
