// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pipeline/fakemailbox.h"

namespace tlsrpt::fetchtest
{

namespace
{

constexpr qint64 received = 1793613600; // 2026-11-02

class FakeServer final : public MailServer
{
public:
    explicit FakeServer(FakeMailbox &box) : m_box(box) {}

    Result<std::vector<ImapFolder>> folders() override
    {
        const std::lock_guard lock(m_box.mutex);
        std::vector<ImapFolder> list;
        for (const auto &[name, folder] : m_box.folders)
            list.push_back({name, folder.specialUse, folder.selectable});
        return list;
    }

    Result<OpenFolder> open(const QString &name, bool writable) override
    {
        const std::lock_guard lock(m_box.mutex);
        const FakeFolder *folder = m_box.folder(name);
        if (!folder || !folder->selectable)
            return failure(Code::FolderNotFound, name);
        m_open = name;
        if (writable)
            m_box.openedWritable.insert(name);
        return OpenFolder{folder->validity, folder->next, quint32(folder->mails.size())};
    }

    Result<std::vector<quint32>> candidates(quint32 after) override
    {
        const std::lock_guard lock(m_box.mutex);
        ++m_box.searches;
        std::vector<quint32> uids;
        for (const auto &[uid, mail] : m_box.folder(m_open)->mails) {
            if (uid > after)
                uids.push_back(uid);
        }
        return uids;
    }

    Status fetch(const std::vector<quint32> &uids, const std::function<bool(FetchedMail)> &take,
                 const std::function<void(quint32)> &missing) override
    {
        for (const quint32 uid : uids) {
            const auto mail = send(uid);
            if (!mail)
                return tl::unexpected(mail.error());
            if (!*mail)
                continue;
            if (!(*mail)->delivered)
                missing(uid);
            else if (!take({uid, (*mail)->bytes.size(), received, (*mail)->bytes}))
                return {};
        }
        return {};
    }

    Status markRead(const std::vector<quint32> &uids) override
    {
        const std::lock_guard lock(m_box.mutex);
        for (const quint32 uid : uids)
            m_box.folder(m_open)->mails.at(uid).seen = true;
        return {};
    }

    Status move(const std::vector<quint32> &uids, const QString &to) override
    {
        const std::lock_guard lock(m_box.mutex);
        if (m_box.moveFails)
            return tl::unexpected(*m_box.moveFails);
        FakeFolder *target = m_box.folder(to);
        if (!target)
            return failure(Code::FolderNotFound, to);
        FakeFolder *from = m_box.folder(m_open);
        for (const quint32 uid : uids) {
            target->add(from->mails.at(uid).bytes);
            from->mails.erase(uid);
        }
        return {};
    }

private:
    Result<std::optional<FakeMail>> send(quint32 uid)
    {
        if (m_box.sending)
            m_box.sending(m_box.sent);
        const std::lock_guard lock(m_box.mutex);
        if (const auto cut = m_box.cuts.find(m_box.sent); cut != m_box.cuts.end()) {
            const Error error = cut->second;
            m_box.cuts.erase(cut);
            return tl::unexpected(error);
        }
        const auto &mails = m_box.folder(m_open)->mails;
        const auto found = mails.find(uid);
        if (found == mails.end())
            return std::nullopt;
        m_box.sent += found->second.delivered ? 1 : 0;
        return found->second;
    }

    FakeMailbox &m_box;
    QString m_open;
};

} // namespace

FakeFolder *FakeMailbox::folder(const QString &name)
{
    const auto found = folders.find(name);
    return found == folders.end() ? nullptr : &found->second;
}

ConnectMailbox FakeMailbox::connect()
{
    return [this](const MailboxAccess &, JobControl &, const ImapObserver &observer)
               -> Result<std::unique_ptr<MailServer>> {
        const std::lock_guard lock(mutex);
        ++connections;
        if (!refusals.empty()) {
            const Error error = refusals.front();
            refusals.erase(refusals.begin());
            return tl::unexpected(error);
        }
        observer.step(ImapStep::SignedIn, QStringLiteral("me"));
        return std::make_unique<FakeServer>(*this);
    };
}

} // namespace tlsrpt::fetchtest
