// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/importjob.h"

#include "core/pipeline/readers.h"
#include "core/pipeline/writing.h"

#include <exception>

namespace tlsrpt
{

namespace
{

void supplyFiles(Readers &readers, const QStringList &paths, JobControl &control)
{
    try {
        walk(paths, control,
             [&](Input input) {
                 readers.announce(1, input.size);
                 return readers.supply({std::move(input), {}, {}, {}});
             },
             [&](Error error) { readers.reject(std::move(error)); });
    } catch (const std::exception &exception) {
        readers.reject({Code::FileUnreadable, paths.join(QLatin1Char('\n')),
                        QString::fromUtf8(exception.what()), -1});
    }
}

} // namespace

Result<ImportOutcome> runImport(const ImportRequest &request, const Clock &clock,
                                JobControl &control, const ImportEvents &events)
{
    auto archive = Archive::open(request.archivePath, Archive::Mode::CreateIfMissing, clock);
    if (!archive)
        return tl::unexpected(archive.error());
    Writing writing(**archive, control, events,
                    {[&] { return (*archive)->beginImport(request.kind, request.paths); }, {}});
    if (auto begun = writing.begin(); !begun)
        return tl::unexpected(begun.error());
    Readers readers(request.limits, request.workers, clock, control,
                    [&](Readers &supplied) { supplyFiles(supplied, request.paths, control); });
    if (auto done = writing.run(readers); !done)
        return tl::unexpected(done.error());
    return ImportOutcome{writing.id(), writing.counts(), writing.cancelled(), writing.elapsedMs()};
}

} // namespace tlsrpt
