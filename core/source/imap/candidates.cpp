// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/candidates.h"

#include "core/source/imap/fetching.h"
#include "core/source/imap/reportshape.h"

#include <algorithm>
#include <iterator>

namespace tlsrpt
{

namespace
{

constexpr size_t askedAtOnce = 500;

using Uids = std::vector<quint32>;

// UIDs of a SEARCH, ascending, above `after`: "5:*" is the last mail when there is none above 4
// (RFC 3501 §6.4.8). Nothing when the server cannot.
Result<std::optional<Uids>> search(ImapSession &session, quint32 after, const QByteArray &criteria)
{
    const QByteArray range = "UID " + QByteArray::number(after + 1) + ":*";
    const Result<bool> done = session.run("UID SEARCH " + range + criteria);
    if (!done)
        return tl::unexpected(done.error());
    const mailimap_response_info *info = session.library().imap_response_info;
    if (!*done || !session.understood() || !info)
        return std::nullopt;
    Uids uids;
    clist *list = info->rsp_search_result;
    for (clistiter *at = list ? clist_begin(list) : nullptr; at; at = clist_next(at)) {
        const quint32 uid = *static_cast<const quint32 *>(clist_content(at));
        if (uid > after)
            uids.push_back(uid);
    }
    std::sort(uids.begin(), uids.end());
    uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
    return uids;
}

Uids without(const Uids &all, const Uids &some)
{
    Uids rest;
    std::set_difference(all.begin(), all.end(), some.begin(), some.end(), std::back_inserter(rest));
    return rest;
}

// Mails whose header says what they are. A server that ignores the criterion finds the mails with
// a header that none has, too: then it is not believed.
Result<Uids> byHeader(ImapSession &session, quint32 after)
{
    const auto found = search(session, after,
                              " OR HEADER TLS-Report-Domain \"\" HEADER Content-Type tlsrpt");
    if (!found)
        return tl::unexpected(found.error());
    if (!*found || (*found)->empty())
        return Uids();
    const auto control = search(session, after, " HEADER X-In-No-Mail-8460-3501 \"\"");
    if (!control)
        return tl::unexpected(control.error());
    return *control && (*control)->empty() ? **found : Uids();
}

// Some servers cannot find what they have, and not all say so: their UIDs are taken from FETCH.
Result<Uids> allByFetch(ImapSession &session, quint32 after)
{
    Uids uids;
    QByteArray none;
    const Result<bool> done =
        session.fetch("UID FETCH " + QByteArray::number(after + 1) + ":* (UID)", {}, none,
                      [&uids, after](const mailimap_msg_att &message) {
                          if (const quint32 uid = uidOf(message); uid > after)
                              uids.push_back(uid);
                      });
    if (!done)
        return tl::unexpected(done.error());
    if (!session.understood())
        return failure(Code::ServerAnswerBroken, session.host(), QStringLiteral("FETCH"));
    std::sort(uids.begin(), uids.end());
    uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
    return uids;
}

// Leaves out only those whose structure says that they hold no report.
Result<Uids> byStructure(ImapSession &session, const Uids &uids)
{
    Uids others;
    QByteArray none;
    for (size_t from = 0; from < uids.size(); from += askedAtOnce) {
        const Result<bool> done = session.fetch(
            "UID FETCH " + uidSet(uids, from, askedAtOnce) + " (UID BODYSTRUCTURE)", {}, none,
            [&others](const mailimap_msg_att &message) {
                const auto *structure = attribute(message, MAILIMAP_MSG_ATT_BODYSTRUCTURE);
                const mailimap_body *body =
                    structure ? structure->att_data.att_bodystructure : nullptr;
                const quint32 uid = uidOf(message);
                if (uid && body && !mayHoldReport(*body))
                    others.push_back(uid);
            });
        if (!done)
            return tl::unexpected(done.error());
    }
    std::sort(others.begin(), others.end());
    return without(uids, others);
}

} // namespace

Result<std::vector<quint32>> findCandidates(ImapSession &session, quint32 after)
{
    constexpr quint32 last = 0xffffffff;
    if (after == last)
        return Uids();
    const auto searched = search(session, after, {});
    if (!searched)
        return tl::unexpected(searched.error());
    const bool found = *searched && !(*searched)->empty();
    const Result<Uids> all = found ? Result<Uids>(**searched) : allByFetch(session, after);
    if (!all || all->empty())
        return all;
    const Result<Uids> certain = byHeader(session, after);
    if (!certain)
        return certain;
    const Result<Uids> likely = byStructure(session, without(*all, *certain));
    if (!likely)
        return likely;
    // Mails that came after the first search are for the next time.
    Uids result;
    std::set_union(certain->begin(), certain->end(), likely->begin(), likely->end(),
                   std::back_inserter(result));
    return without(result, without(result, *all));
}

} // namespace tlsrpt
