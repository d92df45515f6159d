// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/networks.h"

#include <QSet>

#include <array>

#include <arpa/inet.h>

namespace tlsrpt
{

namespace
{

constexpr int rememberedDays = 90;

template<size_t Bytes>
QString masked(int family, const QByteArray &address, size_t kept, int bits)
{
    std::array<unsigned char, Bytes> binary{};
    if (inet_pton(family, address.constData(), binary.data()) != 1)
        return {};
    std::fill(binary.begin() + qptrdiff(kept), binary.end(), 0);
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(family, binary.data(), text.data(), socklen_t(text.size()));
    return QString::fromLatin1(text.data()) % u'/' % QString::number(bits);
}

} // namespace

QString networkOf(const QString &address)
{
    const QByteArray text = address.toLatin1();
    return text.contains(':') ? masked<16>(AF_INET6, text, 6, 48) : masked<4>(AF_INET, text, 3, 24);
}

const QString &SenderNetworks::of(TextIndex address)
{
    auto known = m_networks.find(address);
    if (known == m_networks.end())
        known = m_networks.insert(address, networkOf(m_view.text(address)));
    return *known;
}

QString SenderNetworks::only(const Episode &episode)
{
    QString only;
    for (const quint32 index : episode.details) {
        const QString &network = of(m_view.fact(m_view.details[index]).sendingIp);
        if (network.isEmpty() || (!only.isEmpty() && network != only))
            return {};
        only = network;
    }
    return only;
}

int SenderNetworks::count(const Episode &episode)
{
    QSet<QString> networks;
    for (const quint32 index : episode.details) {
        const QString &network = of(m_view.fact(m_view.details[index]).sendingIp);
        if (!network.isEmpty())
            networks.insert(network);
    }
    return int(networks.size());
}

void SenderNetworks::collect()
{
    m_bySender.resize(m_view.senders.size());
    for (const ViewDetail &detail : m_view.details) {
        const QString &network = of(m_view.fact(detail).sendingIp);
        if (network.isEmpty())
            continue;
        const ViewRow &row = m_view.rowOf(detail);
        QHash<QString, Seen> &known = m_bySender[row.sender];
        const auto seen = known.find(network);
        if (seen == known.end())
            known.insert(network, {row.day, row.day});
        else
            seen->last = row.day;
    }
}

bool SenderNetworks::usesAnother(SenderIndex sender, const QString &network, const Episode &episode)
{
    if (m_bySender.empty())
        collect();
    const QHash<QString, Seen> &known = m_bySender[sender];
    for (auto it = known.begin(); it != known.end(); ++it) {
        if (it.key() != network && it->first <= episode.last
            && it->last >= episode.first - rememberedDays)
            return true;
    }
    return false;
}

} // namespace tlsrpt
