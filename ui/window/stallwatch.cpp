// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/stallwatch.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr std::chrono::milliseconds pause(5);
const auto knock = static_cast<QEvent::Type>(QEvent::registerEventType());

} // namespace

StallWatch::StallWatch(std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent), m_limit(limit), m_thread(QThread::create([this] { knockUntilStopped(); }))
{
    m_thread->start();
}

StallWatch::~StallWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_answered.notify_all();
    m_thread->wait();
}

void StallWatch::knockUntilStopped()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopped) {
        m_waiting = true;
        m_knocked = Clock::now();
        QCoreApplication::postEvent(this, new QEvent(knock), Qt::HighEventPriority);
        m_answered.wait(lock, [this] { return !m_waiting || m_stopped; });
        m_answered.wait_for(lock, pause, [this] { return m_stopped; });
    }
}

bool StallWatch::event(QEvent *event)
{
    if (event->type() != knock)
        return QObject::event(event);
    std::chrono::microseconds waited{};
    {
        const std::lock_guard lock(m_mutex);
        waited = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_knocked);
        m_waiting = false;
    }
    m_answered.notify_all();
    m_longest = std::max(m_longest, waited);
    if (waited > m_limit)
        emit stalled(waited);
    return true;
}

} // namespace tlsrpt
