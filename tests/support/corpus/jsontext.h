// SPDX-License-Identifier: GPL-3.0-or-later
// Writes JSON text with members in the order they are given. QJsonDocument sorts them, and
// senders are told apart by their order and spacing too.
#pragma once

#include <QByteArray>
#include <QList>

namespace tlsrpt::made
{

class JsonText
{
public:
    /// spaced: ", " and ": " between members, as Python writes it.
    explicit JsonText(bool spaced = false)
        : m_spaced(spaced)
    {
        m_out.reserve(1024);
    }

    void beginObject(const char *key = nullptr) { open(key, '{'); }
    void endObject() { close('}'); }
    void beginArray(const char *key = nullptr) { open(key, '['); }
    void endArray() { close(']'); }
    void text(const char *key, const QByteArray &value);
    void number(const char *key, qint64 value);
    void null(const char *key);
    void texts(const char *key, const QList<QByteArray> &values);
    QByteArray take() { return std::move(m_out); }

private:
    void open(const char *key, char bracket);
    void close(char bracket);
    void begin(const char *key);
    void quote(const QByteArray &value);

    QByteArray m_out;
    bool m_spaced;
    bool m_first = true;
};

} // namespace tlsrpt::made
