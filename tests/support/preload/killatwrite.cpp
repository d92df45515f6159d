// SPDX-License-Identifier: GPL-3.0-or-later
// Kills its program (SIGKILL) at the N-th change of a file, N in TLSRPT_KILL_AT_WRITE, before the
// change is made; between two changes no moment differs from another. Without N it counts them into
// the file TLSRPT_WRITES.
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

namespace
{

std::atomic<long> changes = 0;

long fatalChange()
{
    static const char *const text = std::getenv("TLSRPT_KILL_AT_WRITE");
    static const long number = text ? std::strtol(text, nullptr, 10) : 0;
    return number;
}

void count()
{
    if (++changes == fatalChange())
        kill(getpid(), SIGKILL);
}

/// Pipes and event descriptors are no files.
void countFile(int descriptor)
{
    struct stat status = {};
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode))
        count();
}

template<typename Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

struct Report {
    ~Report()
    {
        const char *const path = std::getenv("TLSRPT_WRITES");
        if (std::FILE *file = path ? std::fopen(path, "w") : nullptr) {
            std::fprintf(file, "%ld\n", changes.load());
            std::fclose(file);
        }
    }
} report;

} // namespace

extern "C" {

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t)>("write");
    countFile(descriptor);
    return real(descriptor, bytes, size);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    countFile(descriptor);
    return real(descriptor, bytes, size, offset);
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    countFile(descriptor);
    return real(descriptor, size);
}

int fdatasync(int descriptor)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    countFile(descriptor);
    return real(descriptor);
}

int unlink(const char *path) noexcept
{
    static const auto real = next<int (*)(const char *)>("unlink");
    count();
    return real(path);
}
}
