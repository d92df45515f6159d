// SPDX-License-Identifier: GPL-3.0-or-later
// A secret store in memory, at once ready or at once failing.
#pragma once

#include "core/settings/secretstore.h"

#include <QMap>

#include <optional>

namespace tlsrpt
{

class MemoryStore : public SecretStore
{
public:
    struct Content {
        QMap<QString, QByteArray> secrets;
        std::optional<Error> error; ///< of every answer, while set
        int writes = 0;
        bool isThere = true;
    };
    /// `content` is the test's, and outlives the store.
    explicit MemoryStore(Content &content)
        : m_content(content)
    {
    }

    QFuture<bool> isThere() override { return QtFuture::makeReadyFuture(m_content.isThere); }

    QFuture<Result<Secret>> read(const QString &key) override
    {
        if (m_content.error)
            return QtFuture::makeReadyFuture(Result<Secret>(tl::make_unexpected(*m_content.error)));
        if (!m_content.secrets.contains(key))
            return QtFuture::makeReadyFuture(Result<Secret>(failure(Code::NoPassword, key)));
        return QtFuture::makeReadyFuture(Result<Secret>(Secret{m_content.secrets.value(key)}));
    }

    QFuture<Status> write(const QString &key, const Secret &secret) override
    {
        return change([&] {
            m_content.secrets.insert(key, secret.value);
            ++m_content.writes;
        });
    }

    QFuture<Status> remove(const QString &key) override
    {
        return change([&] { m_content.secrets.remove(key); });
    }

private:
    template<typename Change>
    QFuture<Status> change(Change make)
    {
        if (m_content.error)
            return QtFuture::makeReadyFuture(Status(tl::make_unexpected(*m_content.error)));
        make();
        return QtFuture::makeReadyFuture(Status{});
    }

    Content &m_content;
};

} // namespace tlsrpt
