// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/session.h"

#include "core/unpack/inflater.h"
#include "core/unpack/mailparser.h"

namespace tlsrpt
{
namespace
{

using ContainerReader = void (*)(Session &, const Item &);

/// None for what holds no others.
ContainerReader readerOf(Content content)
{
    switch (content) {
    case Content::Gzip: return readGzip;
    case Content::Zip: return readZip;
    case Content::Mbox: return readMbox;
    case Content::Mail: return readMail;
    case Content::Empty:
    case Content::Json:
    case Content::Foreign:
    case Content::Unknown: break;
    }
    return nullptr;
}

} // namespace

Workbench::Workbench()
    : inflater(std::make_unique<Inflater>()), mailParser(std::make_unique<MailParser>())
{
}
Workbench::~Workbench() = default;

Session::Session(const Limits &limits, ByteBudget &budget, JobControl &control, Workbench &bench,
                 const UnpackSink &sink)
    : m_limits(limits), m_budget(budget), m_control(control), m_bench(bench), m_sink(sink)
{
}

void Session::start(Item item, qint64 bytesTotal)
{
    m_counted = item.source;
    m_total = bytesTotal;
    if (goOn())
        open(std::move(item));
    if (m_sink.bytesRead && m_told < m_total)
        m_sink.bytesRead(m_total - m_told);
    m_told = m_total;
}

void Session::readTo(const Item &item, qint64 position)
{
    position = std::min(position, m_total);
    if (item.depth > 0 || position <= m_told)
        return;
    if (m_sink.bytesRead)
        m_sink.bytesRead(position - m_told);
    m_told = position;
}

bool Session::countMember()
{
    if (++m_members <= m_limits.members)
        return true;
    reject(Code::TooManyMembers, m_counted, QString::number(m_limits.members));
    m_overfull = true;
    return false;
}

bool Session::beginMail(const Item &mailbox, const QString &mail)
{
    if (mailbox.depth > 0)
        return countMember();
    m_counted = mail;
    m_members = 0;
    return true;
}

bool Session::endMail(const Item &mailbox)
{
    if (mailbox.depth == 0)
        m_overfull = false;
    return goOn();
}

std::optional<Error> Session::countUnpacked(qint64 bytes, qint64 streamUnpacked, qint64 streamPacked)
{
    m_unpacked += bytes;
    if (m_unpacked > m_limits.inputBytes) {
        end();
        return Error{Code::UnpackedTooLarge, {}, QString::number(m_limits.inputBytes)};
    }
    if (streamUnpacked > m_limits.ratioFloorBytes
        && streamUnpacked / std::max<qint64>(m_limits.ratio, 1) > std::max<qint64>(streamPacked, 1))
        return Error{Code::RatioExceeded, {}, QString::number(m_limits.ratio)};
    return std::nullopt;
}

void Session::reject(Error error, const QString &source)
{
    ++m_results;
    error.subject = source;
    m_sink.rejected(std::move(error));
}

void Session::reject(Code code, const QString &source, const QString &detail)
{
    reject(Error{code, {}, detail}, source);
}

void Session::ignore(const QString &source, const QString &detail)
{
    ++m_ignored;
    if (!inMail())
        m_sink.ignored({Code::NoReport, source, detail});
}

void Session::deliver(const Item &item, QByteArray json, QByteArray original, Packing packing)
{
    ++m_results;
    Document document;
    document.source = item.source;
    document.hints = item.hints;
    document.hints.claimsReport = item.hints.claimsReport || item.expected;
    document.packing = packing;
    const bool shared = json.constData() == original.constData();
    const qint64 bytes = json.size() + (shared ? 0 : original.size());
    document.json = std::move(json);
    document.original = std::move(original);
    document.ticket = m_budget.acquire(bytes);
    m_sink.document(std::move(document));
}

void Session::open(Item item)
{
    if (item.bodyText && !item.hints.claimsReport
        && (item.blob.content == Content::Mail || item.blob.content == Content::Mbox))
        item.blob.content = Content::Unknown;
    if (const ContainerReader read = readerOf(item.blob.content))
        openContainer(item, read);
    else
        openLeaf(item);
}

void Session::openContainer(const Item &item, void (*read)(Session &, const Item &))
{
    if (item.depth >= m_limits.nesting) {
        reject(Code::NestedTooDeep, item.source, QString::number(m_limits.nesting));
        return;
    }
    const qint64 results = m_results;
    const qint64 ignored = m_ignored;
    read(*this, item);
    if (m_ended || m_overfull || m_results != results)
        return;
    if (item.hints.claimsReport)
        reject(Code::NotAReport, item.source);
    else if (m_ignored == ignored)
        ignore(item.source);
}

void Session::openLeaf(const Item &item)
{
    const bool claims = item.hints.claimsReport;
    if (item.blob.content == Content::Empty && claims) {
        reject(Code::EmptyDocument, item.source);
        return;
    }
    // What claims to be a report is the parser's to refuse: it knows in what way it is none.
    const bool wanted = item.blob.content == Content::Json
        || (item.blob.content == Content::Unknown && claims);
    if (!wanted) {
        ignore(item.source);
        return;
    }
    Result<QByteArray> json = item.blob.all(m_limits.documentBytes);
    if (json) {
        deliver(item, *json, *json, Packing::Plain);
        return;
    }
    const bool ours = claims || item.expected || mentionsReport(item.blob.bytes);
    if (json.error().code == Code::TooLarge && !ours)
        ignore(item.source);
    else
        reject(json.error(), item.source);
}

} // namespace tlsrpt
