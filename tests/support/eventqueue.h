// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace tlsrpt::test
{

/// Whether everything that was queued for this thread until now has been delivered: for tests that
/// nothing more happens.
inline bool queueDelivered()
{
    QObject here;
    bool delivered = false;
    QMetaObject::invokeMethod(&here, [&delivered] { delivered = true; }, Qt::QueuedConnection);
    return QTest::qWaitFor([&delivered] { return delivered; });
}

} // namespace tlsrpt::test
