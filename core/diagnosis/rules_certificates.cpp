// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about the certificate of a mail server and the name in it.
#include "core/diagnosis/rules.h"

#include <QHash>

#include <algorithm>
#include <set>

namespace tlsrpt::rules
{

namespace
{

constexpr int sharedWithinDays = 3;       ///< one shared certificate fails everywhere at once
constexpr double shareOfHosts = 0.8;      ///< of the hosts seen in these days
constexpr int addressMemoryDays = 60;
constexpr double oneNodeShare = 0.6;      ///< with more failures it is not one node of several

bool isServerProblem(Problem problem)
{
    return !isPolicyLevel(problem) && problem != Problem::MxNotInPolicy
        && problem != Problem::SenderSetup && problem != Problem::Dnssec
        && problem != Problem::DaneDemanded;
}

/// Hosts of the domain that fail, for whatever reason, around an episode: all that can be known,
/// since successes name no host.
size_t hostsSeen(const DomainView &view, qint32 first, qint32 last)
{
    std::set<TextIndex> hosts;
    for (const ViewDetail &detail : view.details) {
        const qint32 day = view.rowOf(detail).day;
        if (detail.mx && day >= first && day <= last)
            hosts.insert(detail.mx);
    }
    return hosts.size();
}

/// R02: the expired episodes of other hosts that began with this one.
std::vector<size_t> expiredTogether(const Case &subject, size_t start)
{
    const Episode &first = subject.episodes[start];
    std::vector<size_t> together{start};
    std::set<TextIndex> hosts{first.mx};
    for (size_t i = start + 1; i < subject.episodes.size(); ++i) {
        const Episode &other = subject.episodes[i];
        if (other.problem == Problem::CertificateExpired && other.track == first.track && other.mx
            && !subject.isExplained(i) && other.first - first.first <= sharedWithinDays
            && hosts.insert(other.mx).second)
            together.push_back(i);
    }
    const size_t seen = hostsSeen(subject.view, first.first, first.last + sharedWithinDays);
    if (hosts.size() < 2 || double(hosts.size()) < shareOfHosts * double(seen))
        return {};
    return together;
}

/// All addresses of a host that failure details named lately.
QStringList addressesOf(const DomainView &view, const Episode &episode)
{
    std::set<QString> addresses;
    for (const ViewDetail &detail : view.details) {
        const qint32 day = view.rowOf(detail).day;
        if (detail.mx == episode.mx && detail.ip && day >= episode.first - addressMemoryDays
            && day <= episode.last)
            addresses.insert(view.text(detail.ip));
    }
    return QStringList(addresses.begin(), addresses.end());
}

/// The only address of the episode; empty when it has several or none, or a detail without one.
QString onlyAddress(const DomainView &view, const Episode &episode)
{
    TextIndex only = 0;
    for (const quint32 index : episode.details) {
        const TextIndex ip = view.details[index].ip;
        if (!ip || (only && ip != only))
            return {};
        only = ip;
    }
    return view.text(only);
}

} // namespace

/// An expired certificate on one host (R01), or on all hosts at once: one shared certificate or
/// renewal job (R02, which fills details.hosts).
void certificateExpired(Case &subject)
{
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &episode = subject.episodes[i];
        if (episode.problem != Problem::CertificateExpired || subject.isExplained(i))
            continue;
        const std::vector<size_t> together
            = episode.mx ? expiredTogether(subject, i) : std::vector<size_t>{};
        if (together.empty()) {
            subject.add(subject.findingAbout(Rule::R01, episode), {i});
            continue;
        }
        Finding finding = subject.findingAbout(Rule::R02, together);
        for (const size_t part : together)
            finding.details.hosts.append(subject.view.text(subject.episodes[part].mx));
        finding.details.hosts.sort();
        subject.add(std::move(finding), together);
    }
}

/// All failures of a host come from one of its addresses, though others are known (R03). Fills
/// details.address, addresses, about. Successes are not split by address: an inference.
void singleAddressFault(Case &subject)
{
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &episode = subject.episodes[i];
        const Finding *cause = subject.findingOf(i);
        if (!cause || !episode.mx || !isServerProblem(episode.problem))
            continue;
        const QString address = onlyAddress(subject.view, episode);
        const QStringList known = addressesOf(subject.view, episode);
        Finding finding = subject.findingAbout(Rule::R03, episode);
        const bool mostFail = double(finding.failed) >= oneNodeShare * double(finding.sessions);
        if (address.isEmpty() || known.size() < 2 || mostFail)
            continue;
        const bool blocksMail
            = episode.track == Track::Tlsa || episode.mode == PolicyMode::Enforce;
        finding.severity = blocksMail ? Severity::High : Severity::Medium;
        finding.details.address = address;
        finding.details.addresses = known;
        finding.details.about = cause->rule;
        finding.owner = Owner::MxOperator;
        Situation situation;
        situation.track = finding.track;
        situation.mode = finding.mode;
        situation.domain = finding.domain;
        situation.mx = finding.mx;
        situation.receivingIp = address;
        finding.checks.insert(finding.checks.begin(),
                              checkFor(CheckKind::TlsHandshakeAddress, situation));
        addReason(finding.confidence, ConfidencePoint::OnlyCompatible, -10);
        subject.add(std::move(finding));
    }
}

/// The certificate does not carry the name of a host that the policy covers (R04). Where no
/// pattern covers it, the cause is MxNotInPolicy already.
void certificateNameMismatch(Case &subject)
{
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &episode = subject.episodes[i];
        if (episode.problem == Problem::CertificateName && !subject.isExplained(i))
            subject.add(subject.findingAbout(Rule::R04, episode), {i});
    }
}

/// The chain does not lead to a known root (R05). One sender alone may just know fewer roots: then
/// it is the same finding, less sure, and R30 stands beside it.
void certificateUntrusted(Case &subject)
{
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &episode = subject.episodes[i];
        if (episode.problem != Problem::CertificateTrust || subject.isExplained(i))
            continue;
        Finding finding = subject.findingAbout(Rule::R05, episode);
        if (episode.senders.size() < 2)
            finding.severity = milder(finding.severity);
        subject.add(std::move(finding), {i});
    }
}

} // namespace tlsrpt::rules
