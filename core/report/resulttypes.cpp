// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/resulttypes.h"

namespace tlsrpt
{

QLatin1String name(ResultType type)
{
    switch (type) {
    case ResultType::StarttlsNotSupported: return QLatin1String("starttls-not-supported");
    case ResultType::CertificateHostMismatch: return QLatin1String("certificate-host-mismatch");
    case ResultType::CertificateExpired: return QLatin1String("certificate-expired");
    case ResultType::CertificateNotTrusted: return QLatin1String("certificate-not-trusted");
    case ResultType::ValidationFailure: return QLatin1String("validation-failure");
    case ResultType::TlsaInvalid: return QLatin1String("tlsa-invalid");
    case ResultType::DnssecInvalid: return QLatin1String("dnssec-invalid");
    case ResultType::DaneRequired: return QLatin1String("dane-required");
    case ResultType::StsPolicyFetchError: return QLatin1String("sts-policy-fetch-error");
    case ResultType::StsPolicyInvalid: return QLatin1String("sts-policy-invalid");
    case ResultType::StsWebpkiInvalid: return QLatin1String("sts-webpki-invalid");
    }
    Q_UNREACHABLE();
}

std::optional<ResultType> resultTypeOf(QStringView text)
{
    text = text.trimmed();
    for (int i = 0; i < resultTypeCount; ++i) {
        const auto type = static_cast<ResultType>(i);
        if (text.compare(name(type), Qt::CaseInsensitive) == 0)
            return type;
    }
    return std::nullopt;
}

} // namespace tlsrpt
