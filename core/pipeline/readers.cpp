// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/readers.h"

#include "core/parse/parse.h"
#include "core/pipeline/future.h"
#include "core/store/originals.h"
#include "core/unpack/unpack.h"

#include <algorithm>
#include <exception>
#include <new>

namespace tlsrpt
{

namespace
{

constexpr std::size_t inputsWaiting = 4096;
/// Large enough that a transaction's fixed costs vanish, small enough to be written in a blink.
constexpr std::size_t batchReports = 2000;

int workerCount(int wished)
{
    if (wished > 0)
        return wished;
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 4);
}

/// One document's way from its bytes to a report that is ready to be written.
class DocumentReader
{
public:
    DocumentReader(const Limits &limits, const Clock &clock, Inbox &inbox)
        : m_parser(limits), m_clock(clock), m_inbox(inbox)
    {
    }

    /// Exceptions end here: the caller may be a C library in the middle of a container, and the
    /// other members of that container are still to be read.
    void read(Document document) noexcept
    try {
        const QString source = document.source;
        try {
            readChecked(std::move(document));
        } catch (const std::bad_alloc &) {
            m_inbox.put(Notice{NoticeKind::Rejected, {Code::TooLarge, source, {}, -1}});
        } catch (const std::exception &exception) {
            m_inbox.put(Notice{NoticeKind::Rejected,
                               {Code::FileUnreadable, source, QString::fromUtf8(exception.what()), -1}});
        }
    } catch (...) { // no memory even for the notice
        m_lost = true;
    }

    /// A document went without even a notice.
    bool lost() const { return m_lost; }

private:
    void readChecked(Document document)
    {
        auto report = m_parser.parse(document);
        if (!report) {
            const Code code = report.error().code;
            const bool stranger = (code == Code::NotAReport || code == Code::NotJson)
                && !document.hints.claimsReport;
            Error error = std::move(report.error());
            if (stranger) // a text file, some other JSON: not ours and no error
                error = Error{Code::NoReport, std::move(error.subject), {}, -1};
            m_inbox.put(Notice{stranger ? NoticeKind::Ignored : NoticeKind::Rejected, std::move(error)});
            return;
        }
        noteFuture(*report, m_clock.nowUtc().toSecsSinceEpoch());
        const qint64 weight = document.json.size() + document.original.size();
        StoredReport stored;
        stored.identity = identityOf(*report);
        stored.content = contentHashOf(*report);
        stored.report = std::move(*report);
        stored.original = packedForArchive(document.original, document.packing);
        stored.packing = document.packing;
        stored.packed = true;
        stored.source = std::move(document.source);
        stored.hints = std::move(document.hints);
        stored.ticket = std::move(document.ticket);
        m_inbox.put(std::move(stored), weight);
    }

    ReportParser m_parser;
    const Clock &m_clock;
    Inbox &m_inbox;
    bool m_lost = false;
};

} // namespace

Readers::Readers(const ImportRequest &request, const Clock &clock, JobControl &control)
    : m_request(request), m_clock(clock), m_control(control), m_budget(request.limits.bytesInFlight)
    , m_inputs(inputsWaiting)
    , m_inbox(batchReports, std::max<qint64>(1, request.limits.bytesInFlight / 4),
              workerCount(request.workers) + 1)
{
    const int workers = workerCount(request.workers);
    m_threads.reserve(static_cast<std::size_t>(workers) + 1);
    m_threads.emplace_back([this] { runWalker(); });
    for (int i = 0; i < workers; ++i)
        m_threads.emplace_back([this] { runWorker(); });
}

Readers::~Readers()
{
    close();
}

void Readers::close()
{
    m_inputs.close();
    m_inbox.close();
}

void Readers::reject(const QString &subject, Code code, const QString &detail) noexcept
try {
    m_inbox.put(Notice{NoticeKind::Rejected, {code, subject, detail, -1}});
} catch (...) { // no memory for the notice: the input stays unread and unlisted
}

void Readers::runWalker()
{
    try {
        walk(m_request.paths, m_control,
             [this](Input input) {
                 m_bytesTotal += input.size;
                 ++m_inputsTotal;
                 return m_inputs.put(std::move(input));
             },
             [this](Error error) { m_inbox.put(Notice{NoticeKind::Rejected, std::move(error)}); });
    } catch (const std::exception &exception) {
        reject(m_request.paths.join(QLatin1Char('\n')), Code::FileUnreadable,
               QString::fromUtf8(exception.what()));
    }
    m_walking = false;
    m_inputs.finish();
    m_inbox.senderDone();
}

void Readers::runWorker()
{
    try {
        readInputs();
    } catch (const std::exception &exception) { // not even the parser's buffers could be had
        reject({}, Code::TooLarge, QString::fromUtf8(exception.what()));
    }
    m_inbox.senderDone();
}

void Readers::readInputs()
{
    DocumentReader reader(m_request.limits, m_clock, m_inbox);
    Unpacker unpacker(m_request.limits, m_budget, m_control);
    const UnpackSink sink{
        [&](Document document) { reader.read(std::move(document)); },
        [&](Error error) { m_inbox.put(Notice{NoticeKind::Rejected, std::move(error)}); },
        [&](Error error) { m_inbox.put(Notice{NoticeKind::Ignored, std::move(error)}); },
        [&](qint64 bytes) { m_bytesRead += bytes; }};
    while (m_control.checkpoint()) {
        const auto input = m_inputs.take();
        if (!input)
            return;
        if (std::unique_lock lock(m_currentMutex, std::try_to_lock); lock)
            m_current = input->display;
        try {
            unpacker.unpack(*input, sink);
        } catch (const std::bad_alloc &) {
            reject(input->display, Code::TooLarge, {});
        } catch (const std::exception &exception) {
            reject(input->display, Code::FileUnreadable, QString::fromUtf8(exception.what()));
        }
        ++m_inputsDone;
    }
}

void Readers::fill(ImportProgress &progress)
{
    progress.walking = m_walking;
    progress.counts.bytes = m_bytesRead;
    progress.inputsDone = m_inputsDone;
    progress.inputsTotal = m_inputsTotal;
    progress.bytesTotal = m_bytesTotal;
    const std::lock_guard lock(m_currentMutex);
    progress.current = m_current;
}

} // namespace tlsrpt
