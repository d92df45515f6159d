// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/secretstore.h"

#include <qt6keychain/keychain.h>

#include <QPromise>
#include <QTimer>

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

} // namespace

QFuture<Result<Secret>> KeychainStore::read(const QString &key)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName);
    return run<Result<Secret>>(job, key, [job, key]() -> Result<Secret> {
        if (job->binaryData().isEmpty())
            return failure(Code::NoPassword, key);
        return Secret{job->binaryData()};
    });
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
