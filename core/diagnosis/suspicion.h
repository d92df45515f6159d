// SPDX-License-Identifier: GPL-3.0-or-later
// What speaks for and against somebody on the path between one sender and a mail server (R31).
#pragma once

#include "core/diagnosis/case.h"
#include "core/diagnosis/networks.h"

#include <QHash>
#include <QSet>

#include <map>

namespace tlsrpt
{

/// The clues of one episode.
struct Suspicion {
    std::vector<Clue> clues; ///< for, then against
    QString network;         ///< the only sending one; empty: several or not told
    int score() const;
    /// Something ties it to one place in the network. Without such a clue a fault of the sender
    /// explains as much.
    bool isTiedToAPlace() const;
    bool has(ClueKind kind) const;
};

int pointsOf(ClueKind kind);

/// Weighs episodes of the case that are one sender's. What all of them share is collected once.
class Weighing
{
public:
    explicit Weighing(const Case &subject);
    Suspicion weigh(const Episode &episode);

private:
    /// Who saw something, and since when.
    struct Seen {
        qint32 first = 0;
        SenderIndex sender = 0;
        bool several = false;
    };
    enum class Greeting : quint8 { None, WithStarttls, WithoutStarttls, Masked };

    void collectDetails();
    void collectEpisodes();
    void collectPolicies();
    Greeting greetingOf(TextIndex helo);

    std::optional<ClueKind> others(const Episode &episode) const;
    bool othersOnThatServer(const Episode &episode) const;
    bool beforeAndAfter(const Episode &episode) const;
    bool neverSeen(const Episode &episode, TextIndex address) const;
    bool isOneNetwork(const Episode &episode, const QString &network);
    bool fetchFailedToo(const Episode &episode) const;
    bool policyHostOnly(const Episode &episode) const;
    bool unknownPolicy(const Episode &episode) const;
    bool manySeeIt(const Episode &episode) const;
    bool startsWithChange(const Episode &episode) const;
    bool isNoisy(const Episode &episode) const;
    bool greets(const Episode &episode, Greeting greeting);
    bool othersSawStarttls(const Episode &episode) const;

    const Case &m_case;
    const DomainView &m_view;
    SenderNetworks m_networks;
    QHash<std::pair<TextIndex, TextIndex>, Seen> m_addresses; ///< by server and receiving address
    QHash<TextIndex, qint32> m_addressesSince;                ///< by server
    QHash<TextIndex, Greeting> m_greetings;
    QHash<TextIndex, Seen> m_starttlsSeen;                    ///< by server
    QSet<std::pair<SenderIndex, qint32>> m_fetchFailed;       ///< sender and day
    std::map<std::pair<Problem, TextIndex>, std::vector<size_t>> m_byServer; ///< episodes
    QHash<SenderIndex, std::vector<size_t>> m_alone;          ///< episodes of one sender
    QHash<QString, QString> m_patternOwners; ///< the only sender ever shown it; empty: several
    QHash<QString, std::vector<size_t>> m_spans; ///< MTA-STS spans by sender
    std::vector<qint32> m_changes; ///< days on which a policy or record replaced another
};

} // namespace tlsrpt
