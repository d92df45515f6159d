// SPDX-License-Identifier: GPL-3.0-or-later
// The result types of RFC 8460 §4.3, §6.6 (IANA "STARTTLS Validation Result Types").
#pragma once

#include <QString>

#include <optional>

namespace tlsrpt
{

enum class ResultType : quint8 {
    StarttlsNotSupported, CertificateHostMismatch, CertificateExpired, CertificateNotTrusted,
    ValidationFailure, TlsaInvalid, DnssecInvalid, DaneRequired, StsPolicyFetchError,
    StsPolicyInvalid, StsWebpkiInvalid,
};
inline constexpr int resultTypeCount = 11;

/// The registered name, e.g. "starttls-not-supported".
QLatin1String name(ResultType type);
/// Case-insensitively; none for a type that is not registered.
std::optional<ResultType> resultTypeOf(QStringView text);

} // namespace tlsrpt
