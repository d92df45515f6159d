// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/reach.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QUrl>

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <future>
#include <thread>
#include <vector>

namespace tlsrpt
{

namespace
{

constexpr int sliceMs = 100;

struct Address {
    sockaddr_storage bytes = {};
    socklen_t size = 0;
    int family = AF_UNSPEC;
};

struct Resolved {
    std::vector<Address> addresses;
    QString error;
};

Resolved resolve(const QByteArray &host, const QByteArray &port)
{
    addrinfo hints = {};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo *found = nullptr;
    Resolved resolved;
    int failed = getaddrinfo(host.constData(), port.constData(), &hints, &found);
    if (failed) {
        // Without a network AI_ADDRCONFIG hides even this machine's own addresses.
        hints.ai_flags = 0;
        failed = getaddrinfo(host.constData(), port.constData(), &hints, &found);
    }
    if (failed) {
        resolved.error = QString::fromLocal8Bit(gai_strerror(failed));
        return resolved;
    }
    for (const addrinfo *one = found; one; one = one->ai_next) {
        Address address;
        std::memcpy(&address.bytes, one->ai_addr, one->ai_addrlen);
        address.size = one->ai_addrlen;
        address.family = one->ai_family;
        resolved.addresses.push_back(address);
    }
    freeaddrinfo(found);
    return resolved;
}

// getaddrinfo() cannot be interrupted: whoever cancels leaves it behind on a thread of its own.
Result<Resolved> resolveWithin(const QString &host, quint16 port, const QDeadlineTimer &until,
                               JobControl &control)
{
    std::promise<Resolved> promise;
    std::future<Resolved> answer = promise.get_future();
    const QByteArray name = QUrl::toAce(host).isEmpty() ? host.toUtf8() : QUrl::toAce(host);
    std::thread([promise = std::move(promise), name, port]() mutable {
        promise.set_value(resolve(name, QByteArray::number(port)));
    }).detach();
    while (answer.wait_for(std::chrono::milliseconds(sliceMs)) != std::future_status::ready) {
        if (control.cancelled())
            return failure(Code::Cancelled, host);
        if (until.hasExpired())
            return failure(Code::ServerTimeout, host);
    }
    return answer.get();
}

Result<int> connectTo(const Address &address, const QString &host, const QDeadlineTimer &until,
                      JobControl &control)
{
    const int fd = socket(address.family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const auto failed = [fd, &host](Code code, int error) {
        if (fd >= 0)
            close(fd);
        return failure(code, host, error ? QString::fromLocal8Bit(std::strerror(error)) : QString());
    };
    if (fd < 0)
        return failed(Code::ServerUnreachable, errno);
    if (connect(fd, reinterpret_cast<const sockaddr *>(&address.bytes), address.size) == 0)
        return fd;
    if (errno != EINPROGRESS)
        return failed(Code::ServerUnreachable, errno);
    pollfd waiting = {fd, POLLOUT, 0};
    while (poll(&waiting, 1, sliceMs) <= 0) {
        if (control.cancelled())
            return failed(Code::Cancelled, 0);
        if (until.hasExpired())
            return failed(Code::ServerTimeout, 0);
    }
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error)
        return failed(Code::ServerUnreachable, error);
    return fd;
}

bool isLoopback(const Address &address)
{
    return QHostAddress(reinterpret_cast<const sockaddr *>(&address.bytes)).isLoopback();
}

} // namespace

Result<int> reach(const QString &host, quint16 port, bool onlyLoopback, int timeoutMs,
                  JobControl &control)
{
    const QDeadlineTimer until(timeoutMs);
    const Result<Resolved> resolved = resolveWithin(host, port, until, control);
    if (!resolved)
        return tl::unexpected(resolved.error());
    if (!resolved->error.isEmpty())
        return failure(Code::ServerUnreachable, host, resolved->error);

    Result<int> last = failure(onlyLoopback ? Code::EncryptionMissing : Code::ServerUnreachable, host);
    const auto left = static_cast<qint64>(resolved->addresses.size());
    qint64 tried = 0;
    for (const Address &address : resolved->addresses) {
        // An address that never answers must leave time for the others.
        const qint64 share = until.remainingTime() / std::max<qint64>(1, left - tried++);
        if (onlyLoopback && !isLoopback(address))
            continue;
        last = connectTo(address, host, QDeadlineTimer(share), control);
        if (last || last.error().code == Code::Cancelled)
            return last;
    }
    return last;
}

} // namespace tlsrpt
