// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/fetching.h"

#include <QDateTime>
#include <QHash>
#include <QTimeZone>

namespace tlsrpt
{

namespace
{

// Some servers fail on large sets of UIDs, silently or not.
constexpr size_t askedAtOnce = 500;
constexpr size_t askedAgain = 50;
constexpr size_t batchMails = 200;
constexpr qint64 batchBytes = 8LL * 1024 * 1024;
constexpr qint64 largestMail = 256LL * 1024 * 1024;

struct Announced {
    qint64 size = 0;
    qint64 received = 0;
};
using Announcements = QHash<quint32, Announced>;

qint64 secondsOf(const mailimap_date_time *date)
{
    if (!date)
        return 0;
    const QDateTime local(QDate(date->dt_year, date->dt_month, date->dt_day),
                          QTime(date->dt_hour, date->dt_min, date->dt_sec), Qt::UTC);
    if (!local.isValid())
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

    Result<bool> part(const std::vector<quint32> &uids);

private:
    Status announce(const std::vector<quint32> &uids, size_t from, size_t count);
    Status announceAll(const std::vector<quint32> &uids);
    size_t batchEnd(const std::vector<quint32> &uids, size_t from) const;
    Status bodies(const QByteArray &set, qint64 expected);
    Status again(quint32 uid);
    Result<bool> batch(const std::vector<quint32> &uids, size_t from, size_t count);

    ImapSession &m_session;
    const std::function<bool(FetchedMail)> &m_take;
    const std::function<void(quint32)> &m_missing;
    Announcements m_announced;
    QHash<quint32, QByteArray> m_bodies;
};

Status Fetch::announce(const std::vector<quint32> &uids, size_t from, size_t count)
{
    QByteArray none;
    const Result<bool> done = m_session.fetch(
        "UID FETCH " + uidSet(uids, from, count) + " (UID RFC822.SIZE INTERNALDATE)", {}, none,
        [this](const mailimap_msg_att &message) {
            const quint32 uid = uidOf(message);
            const auto *size = attribute(message, MAILIMAP_MSG_ATT_RFC822_SIZE);
            if (!uid || !size)
                return;
            const auto *date = attribute(message, MAILIMAP_MSG_ATT_INTERNALDATE);
            m_announced.insert(uid, {size->att_data.att_rfc822_size,
                                     secondsOf(date ? date->att_data.att_internal_date : nullptr)});
        });
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

// Whoever is not answered is asked for once more in a small set; then it is no longer there.
Status Fetch::announceAll(const std::vector<quint32> &uids)
{
    m_announced.clear();
    if (const Status done = announce(uids, 0, uids.size()); !done)
        return done;
    std::vector<quint32> silent;
    for (const quint32 uid : uids) {
        if (!m_announced.contains(uid))
            silent.push_back(uid);
    }
    for (size_t at = 0; at < silent.size(); at += askedAgain) {
        if (const Status done = announce(silent, at, askedAgain); !done)
            return done;
    }
    return {};
}

size_t Fetch::batchEnd(const std::vector<quint32> &uids, size_t from) const
{
    qint64 bytes = m_announced.value(uids[from]).size;
    size_t end = from + 1;
    while (end < uids.size() && end - from < batchMails) {
        bytes += m_announced.value(uids[end]).size;
        if (bytes > batchBytes)
            break;
        ++end;
    }
    return end;
}

Status Fetch::bodies(const QByteArray &set, qint64 expected)
{
    Allowance allowance;
    allowance.literalBytes = largestMail;
    // Announced sizes are estimates on some servers.
    allowance.answerBytes += 2 * expected + largestMail;
    QByteArray body;
    // BODY[] and nothing else: iCloud does not know RFC822.
    const Result<bool> done =
        m_session.fetch("UID FETCH " + set + " (UID BODY.PEEK[])", allowance, body,
                        [this, &body](const mailimap_msg_att &message) {
                            const quint32 uid = uidOf(message);
                            if (uid && !body.isEmpty())
                                m_bodies.insert(uid, body);
                            body = QByteArray();
                        });
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

// Alone. Still nothing: is it still there?
Status Fetch::again(quint32 uid)
{
    if (const Status done = bodies(QByteArray::number(uid), m_announced.value(uid).size); !done)
        return done;
    if (m_bodies.contains(uid))
        return {};
    m_announced.remove(uid);
    return announce({uid}, 0, 1);
}

Result<bool> Fetch::batch(const std::vector<quint32> &uids, size_t from, size_t count)
{
    m_bodies.clear();
    qint64 expected = 0;
    for (size_t at = from; at < from + count; ++at)
        expected += m_announced.value(uids[at]).size;
    if (expected <= largestMail) {
        if (const Status done = bodies(uidSet(uids, from, count), expected); !done)
            return tl::unexpected(done.error());
    }
    for (size_t at = from; at < from + count; ++at) {
        const quint32 uid = uids[at];
        const Announced announced = m_announced.value(uid);
        if (!m_bodies.contains(uid) && announced.size <= largestMail) {
            if (const Status done = again(uid); !done)
                return tl::unexpected(done.error());
        }
        if (m_bodies.contains(uid)) {
            FetchedMail mail{uid, announced.size, announced.received, m_bodies.take(uid)};
            if (!m_take(std::move(mail)))
                return false;
        } else if (m_announced.contains(uid)) {
            m_missing(uid);
        }
    }
    return true;
}

Result<bool> Fetch::part(const std::vector<quint32> &uids)
{
    if (const Status done = announceAll(uids); !done)
        return tl::unexpected(done.error());
    std::vector<quint32> present;
    for (const quint32 uid : uids) {
        if (m_announced.contains(uid))
            present.push_back(uid);
    }
    for (size_t from = 0; from < present.size();) {
        const size_t end = batchEnd(present, from);
        const Result<bool> go = batch(present, from, end - from);
        if (!go || !*go)
            return go;
        from = end;
    }
    return true;
}

} // namespace

const mailimap_msg_att_static *attribute(const mailimap_msg_att &message, int type)
{
    if (!message.att_list)
        return nullptr;
    for (clistiter *at = clist_begin(message.att_list); at; at = clist_next(at)) {
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
    for (size_t from = 0; from < uids.size(); from += askedAtOnce) {
        const size_t end = std::min(uids.size(), from + askedAtOnce);
        const std::vector<quint32> part(uids.begin() + static_cast<std::ptrdiff_t>(from),
                                        uids.begin() + static_cast<std::ptrdiff_t>(end));
        const Result<bool> go = fetch.part(part);
        if (!go)
            return tl::unexpected(go.error());
        if (!*go)
            break;
    }
    return {};
}

} // namespace tlsrpt
