// SPDX-License-Identifier: GPL-3.0-or-later
// Writes down who its program speaks to, one line a call, into the file TLSRPT_NETWATCH: sockets
// connected or sent to, names looked up, programs started (a browser would fetch for us).
#include <arpa/inet.h>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace
{

void note(const std::string &line)
{
    const char *const path = std::getenv("TLSRPT_NETWATCH");
    const int file = path ? open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    if (file < 0)
        return;
    const std::string whole = line + '\n';
    if (write(file, whole.data(), whole.size()) < 0)
        std::abort();
    close(file);
}

std::string nameOf(const sockaddr *address, socklen_t size)
{
    char text[INET6_ADDRSTRLEN] = {};
    if (address->sa_family == AF_INET) {
        const auto *in = reinterpret_cast<const sockaddr_in *>(address);
        inet_ntop(AF_INET, &in->sin_addr, text, sizeof text);
        return std::string("inet ") + text;
    }
    if (address->sa_family == AF_INET6) {
        const auto *in = reinterpret_cast<const sockaddr_in6 *>(address);
        inet_ntop(AF_INET6, &in->sin6_addr, text, sizeof text);
        return std::string("inet ") + text;
    }
    if (address->sa_family == AF_UNIX && size > sizeof(sa_family_t)) {
        const auto *un = reinterpret_cast<const sockaddr_un *>(address);
        const char *path = un->sun_path[0] ? un->sun_path : un->sun_path + 1; // abstract: a zero first
        return std::string("unix ") + std::string(path, strnlen(path, size - sizeof(sa_family_t) - 1));
    }
    return "family " + std::to_string(address->sa_family);
}

template<typename Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

int connect(int socket, const sockaddr *address, socklen_t size)
{
    static const auto real = next<int (*)(int, const sockaddr *, socklen_t)>("connect");
    if (address)
        note("connect " + nameOf(address, size));
    return real(socket, address, size);
}

ssize_t sendto(int socket, const void *bytes, size_t length, int flags, const sockaddr *address, socklen_t size)
{
    static const auto real
        = next<ssize_t (*)(int, const void *, size_t, int, const sockaddr *, socklen_t)>("sendto");
    if (address)
        note("sendto " + nameOf(address, size));
    return real(socket, bytes, length, flags, address, size);
}

ssize_t sendmsg(int socket, const msghdr *message, int flags)
{
    static const auto real = next<ssize_t (*)(int, const msghdr *, int)>("sendmsg");
    if (message && message->msg_name)
        note("sendmsg " + nameOf(static_cast<const sockaddr *>(message->msg_name), message->msg_namelen));
    return real(socket, message, flags);
}

int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    static const auto real
        = next<int (*)(const char *, const char *, const addrinfo *, addrinfo **)>("getaddrinfo");
    note(std::string("lookup ") + (node ? node : ""));
    return real(node, service, hints, result);
}

int execve(const char *path, char *const arguments[], char *const environment[]) noexcept
{
    static const auto real = next<int (*)(const char *, char *const[], char *const[])>("execve");
    note(std::string("start ") + path);
    return real(path, arguments, environment);
}

int execvp(const char *file, char *const arguments[]) noexcept
{
    static const auto real = next<int (*)(const char *, char *const[])>("execvp");
    note(std::string("start ") + file);
    return real(file, arguments);
}

int execv(const char *path, char *const arguments[]) noexcept
{
    static const auto real = next<int (*)(const char *, char *const[])>("execv");
    note(std::string("start ") + path);
    return real(path, arguments);
}
}
