// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of trouble a failure is, for grouping: causes that one person mends in one place.
#pragma once

#include "core/explain/cause.h"

namespace tlsrpt
{

enum class Problem : quint8 {
    CertificateExpired, CertificateName,
    CertificateTrust, ///< self-signed, chain, unknown CA, not yet valid, wrong purpose
    StarttlsMissing, MxNotInPolicy, Handshake,
    Unexplained,      ///< bare validation-failure, unknown types and texts
    PolicyFetch,      ///< the policy could not be fetched
    PolicyRejected,   ///< it was fetched and refused, or its host's certificate was
    TlsaMismatch, TlsaUnusable, Dnssec,
    DaneDemanded,     ///< the sender insists on DANE
    SenderSetup,      ///< the sender's own configuration
};
inline constexpr int problemCount = static_cast<int>(Problem::SenderSetup) + 1;

Problem problemOf(Cause cause);
/// Whether it is about the policy, before any mail server is contacted.
bool isPolicyLevel(Problem problem);

} // namespace tlsrpt
