// SPDX-License-Identifier: GPL-3.0-or-later
// The archive's policies read once each, whoever asks.
#pragma once

#include "core/query/facts.h"
#include "core/report/stspolicy.h"
#include "core/report/tlsarecord.h"

#include <memory>

namespace tlsrpt
{

struct PolicyReading {
    StsPolicy sts;                   ///< track sts
    std::vector<TlsaRecord> records; ///< track tlsa
    QString host;                    ///< tlsa: the server the records belong to, where told
    QString fingerprint;             ///< equal for equal policies; empty: no text
};

class PolicyBook
{
public:
    explicit PolicyBook(const Facts &facts) : m_facts(facts), m_readings(facts.policies.size()) {}

    /// `policy` is an index into Facts::policies. The reference stays valid.
    const PolicyReading &reading(quint32 policy, Track track);

private:
    const Facts &m_facts;
    std::vector<std::unique_ptr<PolicyReading>> m_readings; ///< made when asked for
};

} // namespace tlsrpt
