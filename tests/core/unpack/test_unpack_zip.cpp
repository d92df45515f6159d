// SPDX-License-Identifier: GPL-3.0-or-later
// Zips that are damaged inside, and zips with very many members.
#include "tests/core/unpack/haul.h"

#include <QTest>

#include <malloc.h>
#include <zlib.h>

#include <algorithm>

using namespace tlsrpt;
using namespace tlsrpt::test;

namespace
{

/// Numbers as a zip has them.
QByteArray little(quint64 number, int bytes)
{
    QByteArray text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>(number >> (8 * i) & 0xff);
    return text;
}

/// So many members of two bytes, stored; with the end record of ZIP64 (APPNOTE 4.3.14).
QByteArray zipOfMany(int members)
{
    const QByteArray bytes = "no";
    const QByteArray about = little(0, 8) + little(crc32(0, reinterpret_cast<const Bytef *>(bytes.constData()), 2), 4) + little(2, 4)
        + little(2, 4) + little(8, 2) + little(0, 2); // method and time, CRC, sizes, lengths of name and extra field
    QByteArray zip;
    QByteArray directory;
    for (int i = 0; i < members; ++i) {
        const QByteArray name = QByteArray::number(i).rightJustified(8, '0');
        directory += "PK\1\2" + little(45, 2) + little(45, 2) + about + little(0, 8) + little(0, 2) + little(static_cast<quint64>(zip.size()), 4) + name;
        zip += "PK\3\4" + little(45, 2) + about + name + bytes;
    }
    const auto start = static_cast<quint64>(zip.size());
    const auto size = static_cast<quint64>(directory.size());
    const auto count = static_cast<quint64>(members);
    zip += directory;
    zip += "PK\6\6" + little(44, 8) + little(45, 2) + little(45, 2) + little(0, 8) + little(count, 8) + little(count, 8) + little(size, 8)
        + little(start, 8);
    zip += "PK\6\7" + little(0, 4) + little(start + size, 8) + little(1, 4);
    zip += "PK\5\6" + little(0, 4) + little(0xffff, 2) + little(0xffff, 2) + little(0xffffffff, 4) + little(0xffffffff, 4) + little(0, 2);
    return zip;
}

} // namespace

class TestUnpackZip : public QObject
{
    Q_OBJECT

private slots:
    void damagedMembers_data();
    void damagedMembers();
    void damagedDirectory();
    void manyMembersInLittleMemory();
};

void TestUnpackZip::damagedMembers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray sound = zip({{u"a.json"_qs, reportJson(1)}, {u"b.json"_qs, reportJson(2)}});
    const qsizetype second = sound.indexOf("PK\3\4", 4);
    QByteArray header = sound;
    header[second] = 'X';
    QTest::newRow("no header before it") << header;
    QByteArray data = sound;
    data.replace(second + 30 + 6, 8, "\xff\xff\xff\xff\xff\xff\xff\xff");
    QTest::newRow("no deflated bytes") << data;
}

void TestUnpackZip::damagedMembers()
{
    QFETCH(QByteArray, bytes);
    const Haul haul = unpackBytes(bytes, QStringLiteral("a.zip"));
    QCOMPARE(haul.rejections(), QStringList(u"a.zip › b.json: zip-damaged"_qs));
    QCOMPARE(haul.documents.size(), size_t(1));
}

void TestUnpackZip::damagedDirectory()
{
    QByteArray bytes = zip({{u"a.json"_qs, reportJson(1)}, {u"b.json"_qs, reportJson(2)}});
    const qsizetype entry = bytes.lastIndexOf("PK\1\2");
    bytes.replace(entry + 28, 2, "\xff\xff"); // a name that is longer than the file
    const Haul haul = unpackBytes(bytes, QStringLiteral("a.zip"));
    QCOMPARE(haul.rejections(), QStringList(u"a.zip: zip-damaged"_qs));
    QCOMPARE(haul.documents.size(), size_t(1));
}

/// A year of a large domain's reports.
void TestUnpackZip::manyMembersInLittleMemory()
{
    constexpr int members = 101'000; // more than may lie inside of others
    const QByteArray bytes = zipOfMany(members);
    qint64 most = 0;
    int seen = 0;
    QString last;
    Haul haul;
    UnpackSink sink = haul.sink();
    const auto before = static_cast<qint64>(mallinfo2().uordblks);
    sink.ignored = [&](const Error &error) {
        if (++seen % 1000 == 0)
            most = std::max(most, static_cast<qint64>(mallinfo2().uordblks) - before);
        last = error.subject;
    };
    ByteBudget budget(1LL << 30);
    JobControl control;
    Unpacker({}, budget, control).unpack(bytes, u"a.zip"_qs, 0, sink);
    QCOMPARE(haul.rejections(), QStringList());
    QCOMPARE(seen, members);
    QCOMPARE(last, u"a.zip › 00100999"_qs);
    QVERIFY2(most < 8 * 1024 * 1024, QByteArray::number(most));
}

QTEST_GUILESS_MAIN(TestUnpackZip)
#include "test_unpack_zip.moc"
