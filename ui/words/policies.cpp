// SPDX-License-Identifier: GPL-3.0-or-later
// Policies read aloud: defects, misses, TLSA records.
#include "ui/words/words.h"

#include "core/report/tlsarecord.h"
#include "ui/words/text.h"

#include <QCoreApplication>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(Policies)
};

QString usableRecord(const TlsaRecord &record)
{
    const bool server = record.usage == 3;
    const bool key = record.selector == 1;
    const QString what = server
                             ? (key ? T::tr("server key") : T::tr("server certificate"))
                             : (key ? T::tr("authority’s key") : T::tr("authority’s certificate"));
    switch (record.matching) {
    //: What a DANE record pins down, and how: "server key, SHA-256"
    case 1:
        return T::tr("%1, SHA-256").arg(what);
    case 2:
        return T::tr("%1, SHA-512").arg(what);
    default:
        return T::tr("%1, in full").arg(what);
    }
}

} // namespace

QString tlsaRecord(const QString &text)
{
    const TlsaRecord record = parseTlsa(text);
    switch (record.defect) {
    case TlsaDefect::None:
        return usableRecord(record);
    case TlsaDefect::Unreadable:
        return T::tr("not a TLSA record");
    case TlsaDefect::UsageUnusable:
        return T::tr("not usable for mail: begins with %1, must begin with 3 or 2")
            .arg(record.usage);
    case TlsaDefect::UsageUnknown:
        return T::tr("not usable: the first number is %1, must be 3 or 2").arg(record.usage);
    case TlsaDefect::SelectorUnknown:
        return T::tr("not usable: the second number is %1, must be 0 or 1").arg(record.selector);
    case TlsaDefect::MatchingUnknown:
        return T::tr("not usable: the third number is %1, must be 0, 1 or 2").arg(record.matching);
    case TlsaDefect::NotHexadecimal:
        return T::tr("not usable: the digest is not hexadecimal");
    case TlsaDefect::LengthWrong:
        return T::tr("not usable: the digest has the wrong length");
    }
    Q_UNREACHABLE();
}

QString policyDefect(const PolicyDefectAt &at)
{
    const QString text = shown(at.text);
    switch (at.defect) {
    case PolicyDefect::VersionMissing:
        return T::tr("The line “version: STSv1” is missing.");
    case PolicyDefect::VersionUnknown:
        return T::tr("The version is “%1”; it must be STSv1.").arg(text);
    case PolicyDefect::ModeMissing:
        return T::tr("The line “mode:” is missing; it must be enforce, testing or none.");
    case PolicyDefect::ModeUnknown:
        return T::tr("The mode is “%1”; it must be enforce, testing or none.").arg(text);
    case PolicyDefect::MaxAgeMissing:
        return T::tr(
            "The line “max_age:” is missing; it says for how many seconds senders keep the "
            "policy.");
    case PolicyDefect::MaxAgeUnreadable:
        return T::tr("max_age is “%1”; it must be a whole number of seconds.").arg(text);
    case PolicyDefect::MaxAgeTooLarge:
        return T::tr("max_age is “%1”; more than 31557600 seconds, one year, is not allowed.")
            .arg(text);
    case PolicyDefect::MxMissing:
        return T::tr("There is no line “mx:”, so no mail server may receive mail.");
    case PolicyDefect::MxWildcardMisplaced:
        return T::tr("In “%1” the asterisk is in the wrong place; it may only be the whole first "
                     "part, as in *.example.org.")
            .arg(text);
    case PolicyDefect::MxNotALabels:
        return T::tr("“%1” has letters beyond a to z; write the name as DNS has it, with xn--.")
            .arg(text);
    case PolicyDefect::MxEmpty:
        return T::tr("A line “mx:” names no server.");
    case PolicyDefect::MxSeveralOnOneLine:
        return T::tr("“%1” names several servers; each needs a line of its own.").arg(text);
    case PolicyDefect::MxTrailingText:
        return T::tr("“%1” has other text behind the name of the server.").arg(text);
    case PolicyDefect::FieldDuplicated:
        return T::tr("“%1” appears more than once; only the first one counts.").arg(text);
    case PolicyDefect::LineUnreadable:
        return T::tr("The line “%1” cannot be read.").arg(text);
    }
    Q_UNREACHABLE();
}

QString miss(const Miss &miss, const QString &host)
{
    const QString name = shown(host);
    const QString pattern = shown(miss.pattern);
    switch (miss.reason) {
    case MissReason::NotListed:
        return T::tr("No line of the policy covers %1.").arg(name);
    case MissReason::OneLabelOnly:
        return T::tr("The asterisk in %1 stands for one part of a name only, so it does not cover "
                     "%2. Add the full name.")
            .arg(pattern, name);
    case MissReason::PatternIsMailDomain:
        return T::tr("The policy lists %1, the domain of the mail addresses, instead of its mail "
                     "server %2.")
            .arg(pattern, name);
    case MissReason::ParentOnly:
        return T::tr("The pattern %1 covers names in front of %2, but not %2 itself. Add the full "
                     "name.")
            .arg(pattern, name);
    case MissReason::OldDraftSyntax:
        return T::tr("The pattern %1 is written as in an old draft; today it needs an asterisk in "
                     "front to cover %2.")
            .arg(pattern, name);
    case MissReason::WildcardMisplaced:
        return T::tr(
                   "In %1 the asterisk is in the wrong place, so the line covers nothing, and not "
                   "%2 either.")
            .arg(pattern, name);
    case MissReason::OtherOrganization:
        return T::
            tr("%1 belongs to another organisation than all servers in the policy. Did the mail "
               "move to another provider?")
                .arg(name);
    }
    Q_UNREACHABLE();
}

} // namespace tlsrpt::words
