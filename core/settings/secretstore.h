// SPDX-License-Identifier: GPL-3.0-or-later
// Where secrets are kept: the desktop's store, through QtKeychain. Tests have one in memory.
#pragma once

#include "core/base/error.h"
#include "core/source/mailbox.h"

#include <QFuture>

namespace tlsrpt
{

/// Answers come by the event loop of the calling thread: use `.then(context, …)`, do not block.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    /// Whether this desktop has one at all, locked or not. Nobody is asked to unlock it.
    virtual QFuture<bool> isThere() = 0;
    /// NoPassword: the store has none for this key; SecretStoreFailed, also when it is locked.
    virtual QFuture<Result<Secret>> read(const QString &key) = 0;
    virtual QFuture<Status> write(const QString &key, const Secret &secret) = 0; ///< SecretStoreFailed
    /// No error when there was none.
    virtual QFuture<Status> remove(const QString &key) = 0;
};

/// Secret Service (GNOME Keyring, KeePassXC, KWallet 5.97+), KWallet, Windows, macOS. Never a file
/// in clear, whatever is missing. A person may have to unlock it, which takes its time.
class KeychainStore : public SecretStore
{
public:
    static constexpr int patienceMs = 180'000;

    QFuture<bool> isThere() override;
    QFuture<Result<Secret>> read(const QString &key) override;
    QFuture<Status> write(const QString &key, const Secret &secret) override;
    QFuture<Status> remove(const QString &key) override;
};

} // namespace tlsrpt
