// SPDX-License-Identifier: GPL-3.0-or-later
// What a server says, before the library reads it: lines, literals and answers have an end, lines
// that the command does not ask for are left out (RFC 3501 §2.2.2 lets servers send any), and how it
// ended is known whatever the library makes of it. Of what is written for people the library sees
// nothing: it dies of some of it.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringBuilder> // without it "bytes + char" moves a pointer

namespace tlsrpt
{

/// What the library is to see of one answer, and how much the answer may bring.
struct Allowance {
    QByteArray data;                          ///< the untagged lines that the library is to see: "FETCH"; "" none
    bool challenges = false;                  ///< whether it is to see "+"
    qint64 lineBytes = 4LL * 1024 * 1024;     ///< without literals; the library takes up to 64 bytes for one
    qint64 literalBytes = 1024LL * 1024;      ///< of one literal
    qint64 answerBytes = 64LL * 1024 * 1024;  ///< all of it
    int nesting = 100;                        ///< parentheses: the library calls itself for each
};

class AnswerFilter
{
public:
    enum class End : quint8 { Open, Ok, No, Bad };

    /// A command with this tag is sent; "" is the greeting, which ends with its first line.
    void expect(const QByteArray &tag, const Allowance &allowance = {});

    /// Reads up to the end of the answer and appends to `out` what the library is to see. Returns
    /// how many bytes were read: fewer than given once the answer has ended, or is broken.
    qsizetype feed(const char *data, qsizetype size, QByteArray &out);

    End end() const { return m_end; }
    bool ended() const { return m_end != End::Open || m_bye; }
    bool saidBye() const { return m_bye; }
    bool sawNews() const { return m_news; }      ///< EXISTS since expect()
    const char *broken() const { return m_broken; } ///< nullptr = all is well
    /// What the server said with the end of the answer, or with BYE. Never longer than 500 bytes.
    const QByteArray &words() const { return m_words; }
    /// The last [ALERT] of this answer (RFC 3501 §7.1), "" = none.
    const QByteArray &alert() const { return m_alert; }
    /// The number in an untagged "OK [UIDNEXT n]" and the like of this answer; 0 = none.
    quint32 codeNumber(const QByteArray &code) const { return m_codes.value(code); }
    /// The last STATUS line of this answer, "" = none. The library does not get it: it dies of one
    /// that is cut short.
    const QByteArray &status() const { return m_status; }
    /// The last NAMESPACE line of this answer, "" = none; of a longer one the first 16 KiB. The library
    /// does not get it, for the same reason.
    const QByteArray &namespaces() const { return m_namespaces; }

private:
    enum class Kind : quint8 { Undecided, Data, Words, Namespaces, Dropped };

    void startLine();
    void decide(QByteArray &out);
    Kind kindOf(const QByteArray &head);
    void step(char c, QByteArray &out);
    void brace(char c);
    void checkLiteral(char c);
    bool isStringInFlags(char c);
    void cut(const char *why, QByteArray &out);
    char withoutQq(char c);
    void endLine(QByteArray &out);
    void endWords(const QByteArray &line, QByteArray &out);
    void noteCode(const QByteArray &line);
    qsizetype skipLiteral(const char *data, qsizetype size, QByteArray &out);

    Allowance m_allowance;
    QByteArray m_tag;
    End m_end = End::Open;
    bool m_bye = false;
    bool m_news = false;
    const char *m_broken = nullptr;
    QByteArray m_words;
    QByteArray m_alert;
    QByteArray m_status;
    QByteArray m_namespaces;
    QHash<QByteArray, quint32> m_codes;
    qint64 m_answerBytes = 0;

    Kind m_kind = Kind::Undecided;
    QByteArray m_head;         ///< the first bytes of the line
    qint64 m_lineBytes = 0;
    qint64 m_literalLeft = 0;
    qint64 m_number = -1;      ///< inside { }: the number so far
    bool m_literalNext = false; ///< "{n}" was read; the end of the line makes it a literal
    bool m_return = false;      ///< the last byte was CR
    bool m_quoted = false;
    bool m_escaped = false;
    bool m_inFlags = false;     ///< within FLAGS ( )
    size_t m_flags = 0;         ///< characters of "FLAGS(" read last, without blanks
    size_t m_qq = 0;            ///< characters of "qq.com\" read since the last quote
    int m_depth = 0;
};

} // namespace tlsrpt
