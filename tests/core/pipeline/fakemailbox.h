// SPDX-License-Identifier: GPL-3.0-or-later
// A mail server in memory that breaks where it is told to.
#pragma once

#include "core/pipeline/mailserver.h"

#include <QSet>

#include <atomic>
#include <map>
#include <mutex>

namespace tlsrpt::fetchtest
{

struct FakeMail {
    QByteArray bytes;
    bool delivered = true; ///< false: listed and never sent
    bool seen = false;
};

struct FakeFolder {
    quint32 validity = 7;
    QString specialUse;
    bool selectable = true;
    std::map<quint32, FakeMail> mails; ///< by UID
    quint32 next = 1;

    quint32 add(const QByteArray &bytes)
    {
        mails[next].bytes = bytes;
        return next++;
    }
};

/// Shared by all its connections; a lock a call.
class FakeMailbox
{
public:
    std::map<QString, FakeFolder> folders;
    std::map<int, Error> cuts;        ///< by mails sent so far: then the connection breaks, once each
    std::vector<Error> refusals;      ///< of the next connections, in order
    std::function<void(int)> sending; ///< before each mail, with how many were sent; may change everything
    std::optional<Error> moveFails;

    int connections = 0;
    std::atomic<int> sent = 0; ///< by the thread that fetches
    int searches = 0;
    QSet<QString> openedWritable;

    ConnectMailbox connect();
    FakeFolder *folder(const QString &name);
    std::mutex mutex;
};

} // namespace tlsrpt::fetchtest
