// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/secretstore.h"

#include <qt6keychain/keychain.h>

#include <QPromise>
#include <QTimer>
#ifdef QT_DBUS_LIB
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

#include <algorithm>
#include <memory>

namespace tlsrpt
{

namespace
{

const QString serviceName = QStringLiteral("tlsrpt-viewer");

Error errorOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::EntryNotFound)
        return {Code::NoPassword, job.key(), {}, -1};
    return {Code::SecretStoreFailed, job.key(), job.errorString().simplified(), -1};
}

/// Nobody owns the job but itself: the library calls it back by a bare pointer, so that it must
/// outlive whoever asked.
template<typename Answer, typename Take>
QFuture<Answer> run(QKeychain::Job *job, const QString &key, Take take)
{
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    const auto finish = [promise](const Answer &answer) {
        if (promise->future().isFinished())
            return;
        promise->addResult(answer);
        promise->finish();
    };
    job->setKey(key);
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [finish, take, job] {
        finish(job->error() == QKeychain::NoError ? take() : Answer(tl::make_unexpected(errorOf(*job))));
    });
    QTimer::singleShot(KeychainStore::patienceMs, job, [finish, key] {
        finish(failure(Code::SecretStoreFailed, key, u"%1 s"_qs.arg(KeychainStore::patienceMs / 1000)));
    });
    job->start();
    return promise->future();
}

using Reading = Result<Secret>;

#ifdef QT_DBUS_LIB
/// A Secret Service says "none" of a keyring that is locked and that nobody came to unlock, as
/// when a timer fetches after a restart. Whether it holds the key all the same it tells.
QFuture<Reading> noneOrLocked(const QString &key)
{
    using Attributes = QMap<QString, QString>;
    using Paths = QList<QDBusObjectPath>;
    qDBusRegisterMetaType<Attributes>();
    QDBusMessage question = QDBusMessage::createMethodCall(
        u"org.freedesktop.secrets"_qs, u"/org/freedesktop/secrets"_qs, u"org.freedesktop.Secret.Service"_qs,
        u"SearchItems"_qs);
    question << QVariant::fromValue(Attributes{{u"user"_qs, key}, {u"server"_qs, serviceName}});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question));
    auto promise = std::make_shared<QPromise<Reading>>();
    promise->start();
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [promise, watcher, key] {
        const QDBusPendingReply<Paths, Paths> reply = *watcher;
        const bool locked = !reply.isError() && !reply.argumentAt<1>().isEmpty();
        promise->addResult(locked ? Reading(failure(Code::SecretStoreFailed, key, u"locked"_qs))
                                  : Reading(failure(Code::NoPassword, key)));
        promise->finish();
        watcher->deleteLater();
    });
    return promise->future();
}

/// What the bus answers to a question without arguments; nothing without a bus.
QFuture<QStringList> namesFromBus(const QString &method)
{
    if (!QDBusConnection::sessionBus().isConnected())
        return QtFuture::makeReadyFuture(QStringList()); // a call would never be answered
    const QDBusMessage question = QDBusMessage::createMethodCall(
        u"org.freedesktop.DBus"_qs, u"/org/freedesktop/DBus"_qs, u"org.freedesktop.DBus"_qs, method);
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question));
    auto promise = std::make_shared<QPromise<QStringList>>();
    promise->start();
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [promise, watcher] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        promise->addResult(reply.isError() ? QStringList() : reply.value());
        promise->finish();
        watcher->deleteLater();
    });
    return promise->future();
}

bool hasStore(const QStringList &names)
{
    const QStringList stores{u"org.freedesktop.secrets"_qs, u"org.kde.kwalletd6"_qs, u"org.kde.kwalletd5"_qs};
    return std::any_of(stores.begin(), stores.end(), [&names](const QString &store) { return names.contains(store); });
}

/// A service that runs, or that the bus would start.
QFuture<bool> storeOnTheBus()
{
    return namesFromBus(u"ListNames"_qs)
        .then([](const QStringList &running) {
            return hasStore(running) ? QtFuture::makeReadyFuture(true)
                                     : namesFromBus(u"ListActivatableNames"_qs).then(hasStore);
        })
        .unwrap();
}
#else
QFuture<bool> storeOnTheBus()
{
    return QtFuture::makeReadyFuture(true); // other systems bring theirs
}

QFuture<Reading> noneOrLocked(const QString &key)
{
    return QtFuture::makeReadyFuture(Reading(failure(Code::NoPassword, key)));
}
#endif

} // namespace

QFuture<bool> KeychainStore::isThere()
{
    return storeOnTheBus();
}

QFuture<Result<Secret>> KeychainStore::read(const QString &key)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName);
    const auto take = [job, key]() -> Reading {
        if (job->binaryData().isEmpty())
            return failure(Code::NoPassword, key);
        return Secret{job->binaryData()};
    };
    return run<Reading>(job, key, take)
        .then([key](const Reading &found) {
            const bool none = !found && found.error().code == Code::NoPassword;
            return none ? noneOrLocked(key) : QtFuture::makeReadyFuture(found);
        })
        .unwrap();
}

/// As text, so that its owner can read and change it in the desktop's own program.
QFuture<Status> KeychainStore::write(const QString &key, const Secret &secret)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName);
    job->setTextData(QString::fromUtf8(secret.value));
    return run<Status>(job, key, [] { return Status{}; });
}

QFuture<Status> KeychainStore::remove(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(serviceName);
    return run<Status>(job, key, [] { return Status{}; });
}

} // namespace tlsrpt
