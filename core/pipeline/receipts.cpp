// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/receipts.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{
/// How soon somebody who waits sees that he is to stop.
constexpr std::chrono::milliseconds lookAround{100};
} // namespace

void MailLedger::begin(const QString &folder, const FolderPlace &place)
{
    const std::lock_guard lock(m_mutex);
    if (!m_folders.empty() && m_folders.back().name == folder)
        m_folders.pop_back();
    m_folders.push_back({folder, place, {}, {}});
}

std::vector<MailReceiptPtr> MailLedger::expect(const std::vector<quint32> &uids)
{
    std::vector<MailReceiptPtr> receipts;
    receipts.reserve(uids.size());
    const std::lock_guard lock(m_mutex);
    for (const quint32 uid : uids) {
        receipts.push_back(std::make_shared<MailReceipt>(uid));
        m_folders.back().waiting.push_back({receipts.back(), uid, {}});
    }
    return receipts;
}

void MailLedger::end(quint32 uid, const QList<quint32> &missing)
{
    const std::lock_guard lock(m_mutex);
    m_folders.back().waiting.push_back({nullptr, uid, missing});
}

bool MailLedger::waitUntilWritten(JobControl &control)
{
    std::unique_lock lock(m_mutex);
    while (!control.cancelled() && !m_folders.empty() && !m_folders.back().waiting.empty())
        m_written.wait_for(lock, lookAround);
    return !control.cancelled();
}

std::vector<quint32> MailLedger::takeReportMails()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_folders.back().reportMails, {});
}

bool MailLedger::advance(Folder &folder)
{
    bool moved = false;
    while (!folder.waiting.empty()) {
        Entry &entry = folder.waiting.front();
        if (entry.mail && !entry.mail->settled())
            break;
        if (entry.mail && entry.mail->isReportsOnly())
            folder.reportMails.push_back(entry.uid);
        moved = moved || entry.uid > folder.place.uid;
        folder.place.uid = std::max(folder.place.uid, entry.uid);
        if (!entry.mail) {
            moved = moved || folder.place.missing != entry.missing;
            folder.place.missing = std::move(entry.missing);
        }
        folder.waiting.pop_front();
    }
    return moved;
}

std::vector<MailLedger::Advance> MailLedger::advance()
{
    std::vector<Advance> advances;
    {
        const std::lock_guard lock(m_mutex);
        for (Folder &folder : m_folders) {
            // Without a UIDVALIDITY the UIDs mean nothing tomorrow.
            if (advance(folder) && folder.place.uidValidity != 0)
                advances.push_back({folder.name, folder.place});
        }
        while (m_folders.size() > 1 && m_folders.front().waiting.empty())
            m_folders.pop_front();
    }
    m_written.notify_all();
    return advances;
}

} // namespace tlsrpt
