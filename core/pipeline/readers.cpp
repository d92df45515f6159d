// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/readers.h"

#include "core/parse/parse.h"
#include "core/pipeline/future.h"
#include "core/store/originals.h"
#include "core/unpack/content.h"
#include "core/unpack/mailtitle.h"
#include "core/unpack/unpack.h"

#include <QDateTime>
#include <QScopeGuard>

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
/// A container that held so many documents will hold more: others may help with these.
constexpr int fewDocuments = 16;

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
    void read(Document document, const MailReceiptPtr &mail) noexcept
    try {
        const QString source = document.source;
        try {
            readChecked(std::move(document), mail);
        } catch (const std::bad_alloc &) {
            m_inbox.put(Notice{NoticeKind::Rejected, {Code::TooLarge, source, {}, -1}}, mail);
        } catch (const std::exception &exception) {
            m_inbox.put(Notice{NoticeKind::Rejected,
                               {Code::FileUnreadable, source, QString::fromUtf8(exception.what()), -1}},
                        mail);
        }
    } catch (...) { // no memory even for the notice: the mail stays unsettled
        if (mail)
            mail->hold();
    }

private:
    void readChecked(Document document, const MailReceiptPtr &mail)
    {
        auto report = m_parser.parse(document);
        if (!report) {
            const Code code = report.error().code;
            const bool stranger = (code == Code::NotAReport || code == Code::NotJson)
                && !document.hints.claimsReport;
            Error error = std::move(report.error());
            if (stranger) // a text file, some other JSON: not ours and no error
                error = Error{Code::NoReport, std::move(error.subject), {}, -1};
            m_inbox.put(Notice{stranger ? NoticeKind::Ignored : NoticeKind::Rejected, std::move(error)}, mail);
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
        m_inbox.put(std::move(stored), weight, mail);
    }

    ReportParser m_parser;
    const Clock &m_clock;
    Inbox &m_inbox;
};

/// How messages name a mail: what finds it again in a mail program.
QString displayOf(const Parcel &parcel)
{
    constexpr qsizetype longestSubject = 120;
    QString name = parcel.input.display;
    const QString title = cleanName(mailTitle(parcel.bytes), longestSubject);
    if (!title.isEmpty())
        name += QStringLiteral(" · ") + title;
    // The end of a name tells what a file is; a subject's tells nothing.
    const QDate day = QDateTime::fromSecsSinceEpoch(parcel.input.modified, Qt::UTC).date();
    return name + (parcel.input.modified > 0 ? QStringLiteral(" · ") + day.toString(Qt::ISODate) : QStringLiteral(" ·"));
}

} // namespace

/// What one worker keeps between inputs.
class Readers::Worker
{
public:
    explicit Worker(Readers &readers)
        : m_readers(readers), m_reader(readers.m_limits, readers.m_clock, readers.m_inbox)
        , m_unpacker(readers.m_limits, readers.m_budget, readers.m_control)
    {
    }

    /// Those that another worker found.
    void read(WorkQueue::Documents documents)
    {
        for (Document &document : documents)
            m_reader.read(std::move(document), {});
    }

    void read(Parcel parcel)
    {
        m_mail = parcel.mail;
        m_found = 0;
        QString name = parcel.input.display;
        try {
            if (m_mail)
                name = displayOf(parcel);
            m_readers.showCurrent(name);
            if (m_mail)
                m_unpacker.unpack(std::move(parcel.bytes), name, parcel.input.modified, m_sink);
            else
                m_unpacker.unpack(parcel.input, m_sink);
        } catch (const std::bad_alloc &) {
            m_readers.reject({Code::TooLarge, name, {}, -1}, m_mail);
        } catch (const std::exception &exception) {
            m_readers.reject({Code::FileUnreadable, name, QString::fromUtf8(exception.what()), -1}, m_mail);
        }
        // After a cancel it may have been read in part.
        if (m_mail && !m_readers.m_control.cancelled())
            m_mail->settle();
    }

private:
    /// A mail's documents stay with it: it is settled when this worker has read them all.
    void found(Document document)
    {
        if (m_mail || ++m_found <= fewDocuments || !m_readers.m_work.offer(document))
            m_reader.read(std::move(document), m_mail);
    }

    void note(NoticeKind kind, Error error)
    {
        m_readers.m_inbox.put(Notice{kind, std::move(error)}, m_mail);
    }

    Readers &m_readers;
    DocumentReader m_reader;
    Unpacker m_unpacker;
    MailReceiptPtr m_mail; ///< under way; null: a file
    int m_found = 0;       ///< documents in it so far
    const UnpackSink m_sink{[this](Document document) { found(std::move(document)); },
                            [this](Error error) { note(NoticeKind::Rejected, std::move(error)); },
                            [this](Error error) { note(NoticeKind::Ignored, std::move(error)); },
                            [this](qint64 bytes) { m_readers.m_bytesRead += bytes; }};
};

Readers::Readers(const Limits &limits, int workers, const Clock &clock, JobControl &control, Supplier supplier)
    : m_limits(limits), m_supplier(std::move(supplier)), m_clock(clock), m_control(control)
    , m_supplied(limits.bytesInFlight), m_budget(limits.bytesInFlight), m_work(inputsWaiting)
    , m_inbox(batchReports, std::max<qint64>(1, limits.bytesInFlight / 4), workerCount(workers) + 1)
{
    const int count = workerCount(workers);
    m_threads.reserve(static_cast<std::size_t>(count) + 1);
    m_threads.emplace_back([this] { runSupplier(); });
    for (int i = 0; i < count; ++i)
        m_threads.emplace_back([this] { runWorker(); });
}

Readers::~Readers()
{
    close();
}

void Readers::close()
{
    m_work.close();
    m_inbox.close();
}

void Readers::announce(qint64 inputs, qint64 bytes)
{
    m_inputsTotal += inputs;
    m_bytesTotal += bytes;
}

void Readers::reject(Error error, const MailReceiptPtr &mail) noexcept
try {
    m_inbox.put(Notice{NoticeKind::Rejected, std::move(error)}, mail);
} catch (...) { // no memory for the notice: the input stays unread and unlisted, the mail unsettled
    if (mail)
        mail->hold();
}

void Readers::showCurrent(const QString &name)
{
    if (std::unique_lock lock(m_currentMutex, std::try_to_lock); lock)
        m_current = name;
}

void Readers::runSupplier()
{
    m_supplier(*this);
    m_walking = false;
    m_work.finish();
    m_inbox.senderDone();
}

void Readers::runWorker()
{
    try {
        doWork();
    } catch (const std::exception &exception) { // not even the parser's buffers could be had
        reject({Code::TooLarge, {}, QString::fromUtf8(exception.what()), -1});
    }
    m_inbox.senderDone();
}

void Readers::doWork()
{
    Worker worker(*this);
    while (m_control.checkpoint()) {
        auto work = m_work.take();
        if (!work)
            return;
        if (auto *documents = std::get_if<WorkQueue::Documents>(&*work)) {
            worker.read(std::move(*documents));
            continue;
        }
        const auto done = qScopeGuard([this] { m_work.inputDone(); });
        worker.read(std::get<Parcel>(std::move(*work)));
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
