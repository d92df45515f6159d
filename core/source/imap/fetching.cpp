// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/fetching.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <exception>
#include <iterator>
#include <utility>

namespace tlsrpt
{

namespace
{

// Some servers fail on large sets of UIDs, silently or not.
constexpr size_t askedAgain = 50;
constexpr size_t batchMails = 500;
/// So much of each mail comes with the first answer: reports are smaller, and of a large mail that
/// is none no more is in memory.
constexpr qint64 firstBytes = 256LL * 1024;

struct Announced {
    qint64 size = 0;
    qint64 received = 0;
};

qint64 secondsOf(const mailimap_date_time *date)
{
    if (!date)
        return 0;
    const QDateTime local(QDate(date->dt_year, date->dt_month, date->dt_day),
                          QTime(date->dt_hour, date->dt_min, date->dt_sec), Qt::UTC);
    constexpr int widest = 9999; // four digits (RFC 3501 §9); libetpan reads any number
    if (!local.isValid() || date->dt_zone < -widest || date->dt_zone > widest)
        return 0;
    const int zone = date->dt_zone / 100 * 3600 + date->dt_zone % 100 * 60; // "+0130" is 130
    return local.toSecsSinceEpoch() - zone;
}

class Fetch
{
public:
    Fetch(ImapSession &session, const std::function<bool(FetchedMail)> &take,
          const std::function<void(quint32)> &missing)
        : m_session(session)
        , m_take(take)
        , m_missing(missing)
    {
    }

    /// false = nothing more is wanted.
    Result<bool> batch(const std::vector<quint32> &uids);

private:
    Status firstPieces(const std::vector<quint32> &uids);
    Status whole(quint32 uid);
    Status announce(const std::vector<quint32> &uids);
    Status ask(const QByteArray &command, qint64 expected, qint64 whole);
    void note(const mailimap_msg_att &message);
    void handOver(quint32 uid, QByteArray bytes);

    ImapSession &m_session;
    const std::function<bool(FetchedMail)> &m_take;
    const std::function<void(quint32)> &m_missing;
    QHash<quint32, Announced> m_announced;
    QSet<quint32> m_open; ///< asked for, not handed over
    bool m_wanted = true;
};

void Fetch::note(const mailimap_msg_att &message)
{
    const quint32 uid = uidOf(message);
    const auto *size = attribute(message, MAILIMAP_MSG_ATT_RFC822_SIZE);
    if (!uid || !size)
        return;
    const auto *date = attribute(message, MAILIMAP_MSG_ATT_INTERNALDATE);
    m_announced.insert(uid, {size->att_data.att_rfc822_size,
                             secondsOf(date ? date->att_data.att_internal_date : nullptr)});
}

void Fetch::handOver(quint32 uid, QByteArray bytes)
{
    if (!m_open.remove(uid) || !m_wanted)
        return;
    const Announced announced = m_announced.value(uid);
    const qint64 size = announced.size > 0 ? announced.size : bytes.size();
    m_wanted = m_take({uid, size, announced.received, std::move(bytes)});
}

/// Mails are handed over while the next ones are still coming. A body of `whole` bytes or more, or
/// of a mail that is announced as so large, may be cut and is not.
Status Fetch::ask(const QByteArray &command, qint64 expected, qint64 whole)
{
    Allowance allowance;
    allowance.literalBytes = largestMail;
    // Announced sizes are estimates on some servers, and some do not cut.
    allowance.answerBytes += 2 * expected + largestMail;
    QByteArray body;
    std::exception_ptr thrown; // the library has no way for it
    const Result<bool> done = m_session.fetch(command, allowance, body, [&](const mailimap_msg_att &message) {
        try {
            note(message);
            const quint32 uid = uidOf(message);
            const QByteArray bytes = std::exchange(body, {});
            if (uid && !thrown && !bytes.isEmpty() && bytes.size() < whole && m_announced.value(uid).size < whole)
                handOver(uid, bytes);
        } catch (...) {
            thrown = std::current_exception();
        }
    });
    if (thrown)
        std::rethrow_exception(thrown);
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

Status Fetch::firstPieces(const std::vector<quint32> &uids)
{
    // BODY[] and nothing else: iCloud does not know RFC822.
    return ask("UID FETCH " + uidSet(uids, 0, uids.size()) + " (UID RFC822.SIZE INTERNALDATE BODY.PEEK[]<0."
                   + QByteArray::number(firstBytes) + ">)",
               static_cast<qint64>(uids.size()) * firstBytes, firstBytes);
}

Status Fetch::whole(quint32 uid)
{
    return ask("UID FETCH " + QByteArray::number(uid) + " (UID BODY.PEEK[])", m_announced.value(uid).size,
               largestMail + 1);
}

// Whoever was not answered is asked about once more in small sets; then it is no longer there. Where the
// library cannot read a line it sees none behind it: then one by one, and who is answered so is there.
Status Fetch::announce(const std::vector<quint32> &uids)
{
    for (size_t at = 0; at < uids.size(); at += askedAgain) {
        const size_t end = std::min(uids.size(), at + askedAgain);
        const Status done = ask("UID FETCH " + uidSet(uids, at, end - at) + " (UID RFC822.SIZE INTERNALDATE)", 0, 0);
        if (!done)
            return done;
        if (m_session.understood())
            continue;
        if (uids.size() == 1) {
            m_announced.insert(uids.front(), m_announced.value(uids.front()));
            return {};
        }
        for (size_t one = at; one < end; ++one) {
            if (const Status again = announce({uids[one]}); !again)
                return again;
        }
    }
    return {};
}

Result<bool> Fetch::batch(const std::vector<quint32> &uids)
{
    m_announced.clear();
    m_open = QSet<quint32>(uids.begin(), uids.end());
    if (const Status done = firstPieces(uids); !done)
        return tl::unexpected(done.error());
    std::vector<quint32> silent;
    std::copy_if(uids.begin(), uids.end(), std::back_inserter(silent),
                 [this](quint32 uid) { return m_open.contains(uid) && !m_announced.contains(uid); });
    if (const Status done = announce(silent); !done)
        return tl::unexpected(done.error());
    for (const quint32 uid : uids) {
        if (!m_wanted)
            return false;
        if (!m_open.contains(uid) || !m_announced.contains(uid))
            continue;
        if (m_announced.value(uid).size > largestMail)
            handOver(uid, {});
        else if (const Status done = whole(uid); !done)
            return tl::unexpected(done.error());
        if (!m_open.contains(uid))
            continue;
        // Still nothing: is it still there?
        m_announced.remove(uid);
        if (const Status done = announce({uid}); !done)
            return tl::unexpected(done.error());
        if (m_announced.contains(uid))
            m_missing(uid);
    }
    return m_wanted;
}

} // namespace

const mailimap_msg_att_static *attribute(const mailimap_msg_att &message, int type)
{
    clist *list = message.att_list;
    for (clistiter *at = list ? clist_begin(list) : nullptr; at; at = clist_next(at)) {
        const auto *item = static_cast<const mailimap_msg_att_item *>(clist_content(at));
        if (item && item->att_type == MAILIMAP_MSG_ATT_ITEM_STATIC && item->att_data.att_static &&
            item->att_data.att_static->att_type == type)
            return item->att_data.att_static;
    }
    return nullptr;
}

quint32 uidOf(const mailimap_msg_att &message)
{
    const mailimap_msg_att_static *uid = attribute(message, MAILIMAP_MSG_ATT_UID);
    return uid ? uid->att_data.att_uid : 0;
}

Status fetchMails(ImapSession &session, const std::vector<quint32> &uids,
                  const std::function<bool(FetchedMail)> &take,
                  const std::function<void(quint32)> &missing)
{
    Fetch fetch(session, take, missing);
    for (size_t from = 0; from < uids.size(); from += batchMails) {
        const size_t end = std::min(uids.size(), from + batchMails);
        const Result<bool> go = fetch.batch({uids.begin() + static_cast<std::ptrdiff_t>(from),
                                             uids.begin() + static_cast<std::ptrdiff_t>(end)});
        if (!go)
            return tl::unexpected(go.error());
        if (!*go)
            break;
    }
    return {};
}

} // namespace tlsrpt
