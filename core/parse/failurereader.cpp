// SPDX-License-Identifier: GPL-3.0-or-later
// One element of "failure-details" (RFC 8460 §4.4).
#include "core/parse/reportreader.h"

#include "core/report/resulttypes.h"

namespace tlsrpt
{

namespace
{

enum class Detail { Type, SendingIp, Mx, Helo, ReceivingIp, Count, Information, Reason };
constexpr std::array<std::string_view, 8> detailNames{
    "result-type",  "sending-mta-ip",       "receiving-mx-hostname",  "receiving-mx-helo",
    "receiving-ip", "failed-session-count", "additional-information", "failure-reason-code"};
constexpr std::array<OtherName, 9> detailOthers{{
    {"additionalinfouri", Detail::Information},
    {"additionalinfo", Detail::Information},
    {"failureerrorcode", Detail::Reason},
    {"failurereason", Detail::Reason},
    {"receivingmx", Detail::Mx},
    {"sendingip", Detail::SendingIp},
    {"receivingmtaip", Detail::ReceivingIp},
    {"failedsessionscount", Detail::Count},
    {"sessioncount", Detail::Count},
}};
constexpr MemberNames detailMembers{detailNames, detailOthers};

/// Whether a failure of this type happened at a mail server, which then has a name and an address.
/// Policies and DNS fail before any server is contacted (RFC 8460 §4.3.2).
bool isOfServer(ResultType type)
{
    switch (type) {
    case ResultType::StarttlsNotSupported:
    case ResultType::CertificateHostMismatch:
    case ResultType::CertificateExpired:
    case ResultType::CertificateNotTrusted:
    case ResultType::ValidationFailure:
    case ResultType::TlsaInvalid:
    case ResultType::DaneRequired: return true;
    case ResultType::DnssecInvalid:
    case ResultType::StsPolicyFetchError:
    case ResultType::StsPolicyInvalid:
    case ResultType::StsWebpkiInvalid: return false;
    }
    Q_UNREACHABLE();
}

QString text(const Members &members, MemberIndex member, NameCache &names)
{
    if (!members.has(member))
        return {};
    QByteArray spare;
    return names.text(members.bytes(member, spare));
}

QString address(const Members &members, MemberIndex member, NameCache &names)
{
    if (!members.has(member))
        return {};
    QByteArray spare;
    const std::string_view sent = members.bytes(member, spare);
    QString canonical = names.address(sent);
    if (!canonical.isEmpty())
        return canonical;
    QString asSent = names.text(sent).trimmed();
    if (!asSent.isEmpty())
        members.note(DeviationKind::AddressUnusable, member);
    return asSent;
}

QString mxHost(const Members &members, NameCache &names)
{
    if (!members.has(Detail::Mx))
        return {};
    QByteArray spare;
    const std::string_view sent = members.bytes(Detail::Mx, spare);
    QString host = names.host(sent);
    if (host != names.text(sent))
        members.note(DeviationKind::MxNormalised, Detail::Mx);
    return host;
}

/// The registered type, if it is one.
std::optional<ResultType> checkType(const Members &members, const QString &sent)
{
    const auto type = resultTypeOf(sent);
    if (sent.isEmpty())
        members.note(DeviationKind::ResultTypeMissing, Detail::Type);
    else if (!type)
        members.note(DeviationKind::ResultTypeUnregistered, Detail::Type);
    else if (sent != name(*type))
        members.note(DeviationKind::ResultTypeCase, Detail::Type);
    return type;
}

} // namespace

FailureDetail readFailureDetail(simdjson::dom::object object, const Place &place, Reading &reading)
{
    NameCache &names = reading.names;
    const Members members(object, detailMembers, place, reading.notes);
    FailureDetail detail;
    detail.resultType = text(members, Detail::Type, names).trimmed();
    detail.sendingMtaIp = address(members, Detail::SendingIp, names);
    detail.receivingMx = mxHost(members, names);
    detail.receivingHelo = text(members, Detail::Helo, names);
    detail.receivingIp = address(members, Detail::ReceivingIp, names);
    detail.additionalInformation = text(members, Detail::Information, names);
    detail.reasonCode = text(members, Detail::Reason, names);
    // A detail without a count tells of one failure at least.
    detail.failedSessions = members.count(Detail::Count, DeviationKind::DetailCountMissing, 1);

    const auto type = checkType(members, detail.resultType);
    if (type && isOfServer(*type)) {
        if (detail.receivingMx.isEmpty())
            members.note(DeviationKind::MxMissing, Detail::Mx);
        if (detail.sendingMtaIp.isEmpty() && detail.receivingIp.isEmpty())
            members.note(DeviationKind::AddressMissing, Detail::ReceivingIp);
    }
    return detail;
}

} // namespace tlsrpt
