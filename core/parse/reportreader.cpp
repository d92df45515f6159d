// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/reportreader.h"

#include "core/parse/times.h"

#include <algorithm>

namespace tlsrpt
{

namespace dom = simdjson::dom;

namespace
{

enum class Top { Organization, DateRange, Contact, ReportIdentifier, Policies };
constexpr std::array<std::string_view, 5> topNames{"organization-name", "date-range",
                                                   "contact-info", "report-id", "policies"};
constexpr std::array<OtherName, 2> topOthers{
    {{"organisationname", Top::Organization}, {"contact", Top::Contact}}};
constexpr MemberNames topMembers{topNames, topOthers};

enum class Range { Start, End };
constexpr std::array<std::string_view, 2> rangeNames{"start-datetime", "end-datetime"};
constexpr std::array<OtherName, 5> rangeOthers{{{"start", Range::Start},
                                                {"begin", Range::Start},
                                                {"startdate", Range::Start},
                                                {"end", Range::End},
                                                {"enddate", Range::End}}};
constexpr MemberNames rangeMembers{rangeNames, rangeOthers};

constexpr qint64 secondsOfDay = 86400;

/// One report wrapped in a list is a report; anything else is none.
std::optional<dom::object> rootObject(dom::element root, Notes &notes)
{
    dom::object object;
    if (root.get_object().get(object) == simdjson::SUCCESS)
        return object;
    dom::array array;
    if (root.get_array().get(array) != simdjson::SUCCESS || array.size() != 1 ||
        array.at(0).get_object().get(object) != simdjson::SUCCESS)
        return std::nullopt;
    notes.add(DeviationKind::WrongType, {}, {}, QStringLiteral("[…]"));
    return object;
}

std::optional<Moment> readMember(const Members &range, MemberIndex member)
{
    std::optional<Moment> moment;
    std::int64_t number = 0;
    std::string_view text;
    if (!range.has(member))
        return std::nullopt;
    if (range.at(member).get_string().get(text) == simdjson::SUCCESS)
        moment = readMoment(text);
    else if (range.at(member).get_int64().get(number) == simdjson::SUCCESS)
        moment = momentFromNumber(number);
    if (!moment)
        return std::nullopt;
    if (moment->noZone)
        range.note(DeviationKind::TimeWithoutZone, member);
    if (moment->offset)
        range.note(DeviationKind::TimeWithOffset, member);
    if (moment->unusual)
        range.note(DeviationKind::TimeUnusual, member);
    return moment;
}

QString bothEnds(const Members &range)
{
    return seenText(range.at(Range::Start)) % u'/' % seenText(range.at(Range::End));
}

Status readRange(const Members &top, const QString &source, Report &report, Notes &notes)
{
    const auto object = top.object(Top::DateRange);
    if (!object)
        return failure(Code::NoDateRange, source, QStringLiteral("/date-range"));
    const Members range(*object, rangeMembers, top.place().in("/date-range"), notes);
    const auto start = readMember(range, Range::Start);
    const auto end = readMember(range, Range::End);
    if (!start || !end) {
        const MemberIndex member = start ? Range::End : Range::Start;
        QString detail = QLatin1String("/date-range/") %
                         QLatin1String(rangeNames[static_cast<std::size_t>(member)].data());
        if (range.has(member))
            detail += QLatin1String(": ") % seenText(range.at(member));
        return failure(Code::NoDateRange, source, detail);
    }
    report.start = start->seconds;
    // Ends are written as the last second of the day or as midnight of the next.
    report.end = end->seconds + (end->lastSecond ? 1 : 0);
    if (end->dateOnly && end->seconds == start->seconds)
        report.end += secondsOfDay;
    if (report.end < report.start)
        return failure(Code::DateRangeReversed, source, bothEnds(range));

    if (report.multiDay())
        range.note(DeviationKind::MultiDay, Range::End, bothEnds(range));
    if (report.start % secondsOfDay != 0 || report.end % secondsOfDay != 0 ||
        report.end == report.start)
        range.note(DeviationKind::NotWholeDay, Range::Start, bothEnds(range));
    return {};
}

/// A text that a report must have (RFC 8460 §4.4); `repeats`: the same in most reports of a sender.
QString requiredText(const Members &top, MemberIndex member, DeviationKind missing,
                     NameCache *repeats)
{
    QByteArray spare;
    const std::string_view bytes = top.bytes(member, spare);
    QString text = repeats ? repeats->text(bytes)
                           : QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    if (QStringView(text).trimmed().isEmpty())
        top.note(missing, member);
    return text;
}

void readRow(dom::element element, qint32 index, const Members &top, Report &report,
             Reading &reading)
{
    dom::object object;
    if (element.get_object().get(object) != simdjson::SUCCESS) {
        reading.notes.add(DeviationKind::WrongType, top.place(), top.name(Top::Policies), element,
                          index);
        return;
    }
    reading.rows.push_back(index);
    report.policies.push_back(readPolicyResult(object, {index}, reading));
}

Status readPolicies(const Members &top, const QString &source, Report &report, Reading &reading)
{
    if (!top.present(Top::Policies))
        return failure(Code::NoPolicies, source, QStringLiteral("/policies"));
    const qint64 mostRows = std::max<qint64>(reading.limits.failureDetails, 10'000);
    dom::array array;
    if (top.at(Top::Policies).get_array().get(array) == simdjson::SUCCESS) {
        report.policies.reserve(std::min<std::size_t>(array.size(), 16));
        qint32 index = 0;
        for (const dom::element element : array) {
            if (index >= mostRows || reading.tooManyDetails())
                break;
            readRow(element, index++, top, report, reading);
        }
        if (index >= mostRows && array.size() > static_cast<std::size_t>(mostRows))
            return failure(Code::TooManyDetails, source, QString::number(mostRows));
    } else if (top.at(Top::Policies).is_object()) {
        top.note(DeviationKind::PoliciesNotAnArray, Top::Policies);
        readRow(top.at(Top::Policies), Place::single, top, report, reading);
    } else if (top.has(Top::Policies)) { // a text or number holds no result (RFC 8460 §4.4)
        return failure(Code::NoPolicies, source,
                       QLatin1String("/policies: ") % seenText(top.at(Top::Policies)));
    }
    if (reading.tooManyDetails())
        return failure(Code::TooManyDetails, source,
                       QString::number(reading.limits.failureDetails));
    if (report.policies.empty())
        top.note(DeviationKind::PoliciesEmpty, Top::Policies);
    return {};
}

} // namespace

Result<Report> readReport(dom::element root, const QString &source, Reading &reading)
{
    const auto object = rootObject(root, reading.notes);
    if (!object)
        return failure(Code::NotAReport, source);
    const Members top(*object, topMembers, {}, reading.notes);
    // "contact-info" alone stands in other documents too.
    if (!top.present(Top::Policies) && !top.present(Top::DateRange) &&
        !top.present(Top::ReportIdentifier) && !top.present(Top::Organization))
        return failure(Code::NotAReport, source);

    Report report;
    if (const Status status = readRange(top, source, report, reading.notes); !status)
        return tl::unexpected(status.error());
    report.organization =
        requiredText(top, Top::Organization, DeviationKind::OrganizationMissing, &reading.names);
    report.contact = requiredText(top, Top::Contact, DeviationKind::ContactMissing, &reading.names);
    report.reportId =
        requiredText(top, Top::ReportIdentifier, DeviationKind::ReportIdMissing, nullptr);
    if (const Status status = readPolicies(top, source, report, reading); !status)
        return tl::unexpected(status.error());
    return report;
}

} // namespace tlsrpt
