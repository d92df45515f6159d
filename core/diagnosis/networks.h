// SPDX-License-Identifier: GPL-3.0-or-later
// The networks a sender's failures came from: a sending machine is told by failures only.
#pragma once

#include "core/diagnosis/episode.h"

#include <QHash>

namespace tlsrpt
{

/// "192.0.2.0/24" or "2001:db8:1::/48": what one operator usually routes as one. Empty where the
/// text is no address.
QString networkOf(const QString &address);

class SenderNetworks
{
public:
    explicit SenderNetworks(const DomainView &view) : m_view(view) {}

    /// The only network that the details of an episode name; empty: several, or a detail without.
    QString only(const Episode &episode);
    /// How many different ones.
    int count(const Episode &episode);
    /// Whether the sender is known to use another one, seen before the episode ended and not
    /// longer than a season before it began.
    bool usesAnother(SenderIndex sender, const QString &network, const Episode &episode);

private:
    struct Seen {
        qint32 first = 0, last = 0;
    };
    const QString &of(TextIndex address);
    void collect();

    const DomainView &m_view;
    QHash<TextIndex, QString> m_networks; ///< read once each
    std::vector<QHash<QString, Seen>> m_bySender;
};

} // namespace tlsrpt
