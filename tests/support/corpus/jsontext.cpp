// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/corpus/jsontext.h"

namespace tlsrpt::made
{

void JsonText::begin(const char *key)
{
    if (!m_first)
        m_out += m_spaced ? ", " : ",";
    m_first = false;
    if (key) {
        m_out += '"';
        m_out += key;
        m_out += m_spaced ? "\": " : "\":";
    }
}

void JsonText::open(const char *key, char bracket)
{
    begin(key);
    m_out += bracket;
    m_first = true;
}

void JsonText::close(char bracket)
{
    m_out += bracket;
    m_first = false;
}

void JsonText::quote(const QByteArray &value)
{
    m_out += '"';
    for (const char c : value) {
        switch (c) {
        case '"':
            m_out += "\\\"";
            break;
        case '\\':
            m_out += "\\\\";
            break;
        case '\r':
            m_out += "\\r";
            break;
        case '\n':
            m_out += "\\n";
            break;
        default:
            m_out += c;
        }
    }
    m_out += '"';
}

void JsonText::text(const char *key, const QByteArray &value)
{
    begin(key);
    quote(value);
}

void JsonText::number(const char *key, qint64 value)
{
    begin(key);
    m_out += QByteArray::number(value);
}

void JsonText::null(const char *key)
{
    begin(key);
    m_out += "null";
}

void JsonText::texts(const char *key, const QList<QByteArray> &values)
{
    beginArray(key);
    for (const QByteArray &value : values)
        text(nullptr, value);
    endArray();
}

} // namespace tlsrpt::made
