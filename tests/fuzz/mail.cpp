// SPDX-License-Identifier: GPL-3.0-or-later
// Mails (RFC 5322, 2045 and what is near them), each by both ways: a field that nobody knows leaves
// a plain one to GMime, which must find the same in it.
#include "core/unpack/plainmail.h"
#include "tests/fuzz/unpacking.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    using namespace tlsrpt::fuzz;
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QByteArray mail = "From: a@b\nTo: c@d\n" + bytes;
    const QByteArrayList quick = unpackAll(mail, QStringLiteral("m.eml"));
    const QByteArrayList slow = unpackAll("Content-Odd: x\n" + mail, QStringLiteral("m.eml"));
    if (tlsrpt::PlainMail::of(mail))
        require(quick == slow);
    return 0;
}
