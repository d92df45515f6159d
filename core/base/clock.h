// SPDX-License-Identifier: GPL-3.0-or-later
// The time of day as a part that tests replace.
#pragma once

#include <QDateTime>

namespace tlsrpt
{

class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime nowUtc() const = 0;
};

class SystemClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

class FixedClock final : public Clock
{
public:
    explicit FixedClock(QDateTime now) : m_now(std::move(now)) {}
    QDateTime nowUtc() const override { return m_now; }

private:
    QDateTime m_now;
};

} // namespace tlsrpt
