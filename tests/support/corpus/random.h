// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that are the same on every machine for the same seed (SplitMix64). The distributions
// of <random> differ between standard libraries, and a corpus must not.
#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace tlsrpt::made
{

class Random
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// 0 to bound - 1; the bias of the remainder is far below what a corpus could show.
    qint64 below(qint64 bound) { return static_cast<qint64>(next() % static_cast<quint64>(bound)); }
    /// Both ends included.
    qint64 between(qint64 low, qint64 high) { return low + below(high - low + 1); }
    bool chance(int percent) { return below(100) < percent; }

private:
    quint64 m_state;
};

/// A seed for one thing among many, so that each is made the same whatever was made before it.
inline quint64 mixed(quint64 a, quint64 b)
{
    return Random(a ^ (b * 0xD6E8FEB86659FD93ULL)).next();
}

/// For names; FNV-1a.
inline quint64 hashed(const QByteArray &text)
{
    quint64 hash = 0xCBF29CE484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<uchar>(c)) * 0x100000001B3ULL;
    return hash;
}

} // namespace tlsrpt::made
