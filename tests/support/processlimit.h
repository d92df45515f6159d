// SPDX-License-Identifier: GPL-3.0-or-later
// Limits of this process (setrlimit(2)) until the end of a scope.
#pragma once

#include <sys/resource.h>
#include <unistd.h>

namespace tlsrpt::made
{

class ProcessLimit
{
public:
    ProcessLimit(__rlimit_resource resource, rlim_t limit) : m_resource(resource)
    {
        getrlimit(m_resource, &m_before);
        const rlimit now{limit, m_before.rlim_max};
        setrlimit(m_resource, &now);
    }
    ~ProcessLimit() { setrlimit(m_resource, &m_before); }
    ProcessLimit(const ProcessLimit &) = delete;
    ProcessLimit &operator=(const ProcessLimit &) = delete;

    /// Only so many more files, pipes and sockets may be opened.
    static ProcessLimit moreFiles(unsigned count)
    {
        const int next = dup(STDERR_FILENO); // the lowest that is free
        close(next);
        return {RLIMIT_NOFILE, static_cast<rlim_t>(next) + count};
    }

private:
    const __rlimit_resource m_resource;
    rlimit m_before = {};
};

} // namespace tlsrpt::made
