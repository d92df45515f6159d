// SPDX-License-Identifier: GPL-3.0-or-later
// How a report differs from RFC 8460, in words.
#include "ui/words/words.h"

#include "ui/words/text.h"

#include <QCoreApplication>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(Deviations)
};

} // namespace

QString deviationName(DeviationKind kind)
{
    switch (kind) {
    case DeviationKind::ByteOrderMark: return T::tr("Text begins with a byte order mark");
    case DeviationKind::NotUtf8: return T::tr("Text is not UTF-8");
    case DeviationKind::DataAfterJson: return T::tr("Text after the end of the report");
    case DeviationKind::NumbersOutOfRange:
        return T::tr("Numbers or characters beyond the usual range");
    case DeviationKind::OrganizationMissing: return T::tr("Name of the sender is missing");
    case DeviationKind::ContactMissing: return T::tr("Contact address is missing");
    case DeviationKind::ReportIdMissing: return T::tr("Report number is missing");
    case DeviationKind::TimeWithoutZone: return T::tr("Times carry no zone");
    case DeviationKind::TimeWithOffset: return T::tr("Times are not in UTC");
    case DeviationKind::TimeUnusual: return T::tr("Times are written in another way");
    case DeviationKind::MultiDay: return T::tr("Report covers more than one day");
    case DeviationKind::NotWholeDay: return T::tr("Report does not start at midnight UTC");
    case DeviationKind::InTheFuture: return T::tr("Report is about a day to come");
    case DeviationKind::PoliciesNotAnArray: return T::tr("Policies are not a list");
    case DeviationKind::PoliciesEmpty: return T::tr("List of policies is empty");
    case DeviationKind::PolicyMissing: return T::tr("Results come without their policy");
    case DeviationKind::PolicyTypeMissing: return T::tr("Kind of policy is missing");
    case DeviationKind::PolicyTypeUnknown: return T::tr("Kind of policy is unknown");
    case DeviationKind::PolicyTypeCase: return T::tr("Kind of policy has capital letters");
    case DeviationKind::PolicyStringMissing: return T::tr("Text of the policy is missing");
    case DeviationKind::PolicyStringNotAnArray: return T::tr("Text of the policy is not a list");
    case DeviationKind::PolicyStringNested: return T::tr("Records are a list inside a text");
    case DeviationKind::PolicyStringTrimmed: return T::tr("Lines of the policy end in blanks");
    case DeviationKind::PolicyDomainMissing: return T::tr("Policy domain is missing");
    case DeviationKind::PolicyDomainNotTheServer: return T::tr("Policy domain is not the server");
    case DeviationKind::PolicyDomainNormalised:
        return T::tr("Policy domain is written in another way");
    case DeviationKind::MxHostNotAnArray: return T::tr("Mail servers of the policy are not a list");
    case DeviationKind::MxHostWithKey: return T::tr("Mail servers of the policy begin with “mx:”");
    case DeviationKind::MxHostOtherName:
        return T::tr("Mail servers of the policy have another key");
    case DeviationKind::SummaryMissing: return T::tr("Summary is missing");
    case DeviationKind::CountMissing: return T::tr("A count of the summary is missing");
    case DeviationKind::CountIsText: return T::tr("A count is written as text");
    case DeviationKind::CountUnusable: return T::tr("A count cannot be right");
    case DeviationKind::FailureDetailsNull: return T::tr("List of failures is “null”");
    case DeviationKind::FailureDetailsNotAnArray: return T::tr("Failures are not a list");
    case DeviationKind::DetailsDoNotSum: return T::tr("Failures do not add up to the summary");
    case DeviationKind::DetailCountMissing: return T::tr("A failure has no count");
    case DeviationKind::ResultTypeMissing: return T::tr("A failure has no result type");
    case DeviationKind::ResultTypeUnregistered: return T::tr("Result type is not a registered one");
    case DeviationKind::ResultTypeCase: return T::tr("Result type has capital letters");
    case DeviationKind::AddressMissing: return T::tr("Both addresses are missing");
    case DeviationKind::AddressUnusable: return T::tr("An address is not an IP address");
    case DeviationKind::MxMissing: return T::tr("Mail server is not named");
    case DeviationKind::MxNormalised: return T::tr("Mail server is written in another way");
    case DeviationKind::MemberOtherName: return T::tr("A field has another name");
    case DeviationKind::WrongType: return T::tr("A field holds something unexpected");
    case DeviationKind::Duplicated: return T::tr("A field appears twice");
    }
    Q_UNREACHABLE();
}

QString deviation(const Deviation &deviation)
{
    const QString seen = shown(deviation.seen, 60);
    // Here the value is the point; elsewhere the name says all, and the value is shown beside it.
    if (!seen.isEmpty()) {
        if (deviation.kind == DeviationKind::PolicyTypeUnknown)
            return T::tr("Kind of policy is unknown: “%1”").arg(seen);
        if (deviation.kind == DeviationKind::ResultTypeUnregistered)
            return T::tr("Result type is not a registered one: “%1”").arg(seen);
        if (deviation.kind == DeviationKind::CountUnusable)
            return T::tr("A count cannot be right: “%1”").arg(seen);
        if (deviation.kind == DeviationKind::AddressUnusable)
            return T::tr("An address is not an IP address: “%1”").arg(seen);
    }
    return deviationName(deviation.kind);
}

QString deviationHandling(DeviationKind kind)
{
    switch (kind) {
    case DeviationKind::ByteOrderMark: return T::tr("skipped");
    case DeviationKind::NotUtf8: return T::tr("converted to UTF-8");
    case DeviationKind::DataAfterJson: return T::tr("ignored");
    case DeviationKind::NumbersOutOfRange: return T::tr("read with a second parser");
    case DeviationKind::OrganizationMissing: return T::tr("the contact’s domain is shown instead");
    case DeviationKind::ContactMissing: return T::tr("shown as “not given”");
    case DeviationKind::ReportIdMissing: return T::tr("recognised by its content");
    case DeviationKind::TimeWithoutZone: return T::tr("read as UTC");
    case DeviationKind::TimeWithOffset: return T::tr("converted to UTC");
    case DeviationKind::TimeUnusual: return T::tr("read all the same");
    case DeviationKind::MultiDay: return T::tr("counted on its first day");
    case DeviationKind::NotWholeDay: return T::tr("counted on the day it starts");
    case DeviationKind::InTheFuture: return T::tr("kept as sent");
    case DeviationKind::PoliciesNotAnArray: return T::tr("read as a list of one");
    case DeviationKind::PoliciesEmpty: return T::tr("a report without sessions");
    case DeviationKind::PolicyMissing: return T::tr("counted as “other policy”");
    case DeviationKind::PolicyTypeMissing: return T::tr("counted as “other policy”");
    case DeviationKind::PolicyTypeUnknown: return T::tr("counted as “other policy”");
    case DeviationKind::PolicyTypeCase: return T::tr("read without regard to case");
    case DeviationKind::PolicyStringMissing: return T::tr("mode shown as “not told”");
    case DeviationKind::PolicyStringNotAnArray: return T::tr("read as a list of one");
    case DeviationKind::PolicyStringNested: return T::tr("read as single records");
    case DeviationKind::PolicyStringTrimmed: return T::tr("blanks removed");
    case DeviationKind::PolicyDomainMissing:
        return T::tr("taken from the mail, the file name or the other policies");
    case DeviationKind::PolicyDomainNotTheServer: return T::tr("kept as sent");
    case DeviationKind::PolicyDomainNormalised:
        return T::tr("compared in small letters, without final dot");
    case DeviationKind::MxHostNotAnArray: return T::tr("read as a list of one");
    case DeviationKind::MxHostWithKey: return T::tr("“mx:” removed");
    case DeviationKind::MxHostOtherName: return T::tr("read as “mx-host”");
    case DeviationKind::SummaryMissing: return T::tr("counted as no sessions");
    case DeviationKind::CountMissing: return T::tr("read as 0");
    case DeviationKind::CountIsText: return T::tr("read as a number");
    case DeviationKind::CountUnusable: return T::tr("counted as 0");
    case DeviationKind::FailureDetailsNull: return T::tr("read as an empty list");
    case DeviationKind::FailureDetailsNotAnArray: return T::tr("read as far as possible");
    case DeviationKind::DetailsDoNotSum:
        return T::tr("rates are taken from the summary, causes from the failures");
    case DeviationKind::DetailCountMissing: return T::tr("read as 1");
    case DeviationKind::ResultTypeMissing: return T::tr("shown as unknown");
    case DeviationKind::ResultTypeUnregistered: return T::tr("shown as sent");
    case DeviationKind::ResultTypeCase: return T::tr("read without regard to case");
    case DeviationKind::AddressMissing: return T::tr("shown as “not given”");
    case DeviationKind::AddressUnusable: return T::tr("shown as sent");
    case DeviationKind::MxMissing: return T::tr("counted without a server");
    case DeviationKind::MxNormalised: return T::tr("compared in small letters, without final dot");
    case DeviationKind::MemberOtherName: return T::tr("read under its proper name");
    case DeviationKind::WrongType: return T::tr("read where possible, else left out");
    case DeviationKind::Duplicated: return T::tr("one of them was read");
    }
    Q_UNREACHABLE();
}

} // namespace tlsrpt::words
