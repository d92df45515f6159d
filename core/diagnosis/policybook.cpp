// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/policybook.h"

namespace tlsrpt
{

namespace
{

PolicyReading readSts(const KnownPolicy &policy)
{
    PolicyReading reading;
    if (policy.strings.isEmpty())
        return reading;
    reading.sts = parseStsPolicy(policy.strings);
    reading.fingerprint = reading.sts.fingerprint();
    return reading;
}

PolicyReading readTlsa(const KnownPolicy &policy)
{
    PolicyReading reading;
    QStringList set;
    for (const QString &line : policy.strings) {
        const TlsaRecord record = parseTlsa(line);
        set.append(record.defect == TlsaDefect::Unreadable
                       ? record.text
                       : u"%1 %2 %3 %4"_qs.arg(record.usage)
                             .arg(record.selector)
                             .arg(record.matching)
                             .arg(record.data));
        reading.records.push_back(record);
    }
    set.sort();
    set.removeDuplicates();
    reading.fingerprint = set.join(u'\n');
    if (policy.mxHosts.size() == 1)
        reading.host = policy.mxHosts.front();
    return reading;
}

} // namespace

const PolicyReading &PolicyBook::reading(quint32 policy, Track track)
{
    std::unique_ptr<PolicyReading> &reading = m_readings[policy];
    if (!reading) {
        const KnownPolicy &known = m_facts.policies[policy];
        reading = std::make_unique<PolicyReading>(track == Track::Tlsa ? readTlsa(known)
                                                                       : readSts(known));
    }
    return *reading;
}

} // namespace tlsrpt
