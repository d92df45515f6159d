// SPDX-License-Identifier: GPL-3.0-or-later
// What a fetch needs of a mail server: ImapClient's part of it, so that tests can take its place.
#pragma once

#include "core/pipeline/fetchjob.h"

namespace tlsrpt
{

/// As in ImapClient.
class MailServer
{
public:
    virtual ~MailServer() = default;
    virtual Result<std::vector<ImapFolder>> folders() = 0;
    virtual Result<OpenFolder> open(const QString &folder, bool writable) = 0;
    virtual Result<std::vector<quint32>> candidates(quint32 after) = 0;
    virtual Status fetch(const std::vector<quint32> &uids, const std::function<bool(FetchedMail)> &take,
                         const std::function<void(quint32 uid)> &missing) = 0;
    virtual Status markRead(const std::vector<quint32> &uids) = 0;
    virtual Status move(const std::vector<quint32> &uids, const QString &folder) = 0;
};

/// Connects and signs in. Asked again after a connection broke.
using ConnectMailbox = std::function<Result<std::unique_ptr<MailServer>>(const MailboxAccess &, JobControl &,
                                                                         const ImapObserver &)>;

/// runFetch() with another kind of server.
Result<std::vector<MailboxOutcome>> runFetchFrom(const ConnectMailbox &connect, const FetchRequest &request,
                                                 const Clock &clock, JobControl &control,
                                                 const FetchEvents &events);

} // namespace tlsrpt
