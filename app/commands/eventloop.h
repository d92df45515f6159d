// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that wait for the desktop's password store or the network run in the event loop.
#pragma once

#include <QCoreApplication>
#include <QMetaObject>

namespace tlsrpt::console
{

/// Starts `work` in the event loop and returns what it hands to QCoreApplication::exit().
template<typename Work>
int runInEventLoop(Work work)
{
    QMetaObject::invokeMethod(QCoreApplication::instance(), std::move(work), Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace tlsrpt::console
