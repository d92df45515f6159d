// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/unpack/haul.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace tlsrpt;
using namespace tlsrpt::test;

namespace
{

/// Bytes that deflate cannot shrink.
QByteArray noise(int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 1;
    for (char &byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

QByteArray deflateStep(z_stream &stream, const QByteArray &bytes, int flush)
{
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, bytes.size())) + 64, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, flush);
    out.truncate(out.size() - stream.avail_out);
    return out;
}

quint32 checksum(const QByteArray &bytes)
{
    return static_cast<quint32>(
        crc32(0, reinterpret_cast<const Bytef *>(bytes.constData()), static_cast<uInt>(bytes.size())));
}

struct Deflated {
    QByteArray bytes;
    quint32 crc = 0;
    quint32 size = 0;
};

/// `begin` and then `times` times `piece`, without deflating the piece more than once: flushed
/// blocks stand for themselves (RFC 1951 §3.2), so gigabytes cost nothing.
Deflated deflated(const QByteArray &begin, const QByteArray &piece, int times)
{
    z_stream stream = {};
    deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    Deflated result;
    result.bytes = deflateStep(stream, begin, Z_FULL_FLUSH);
    result.bytes += deflateStep(stream, piece, Z_FULL_FLUSH).repeated(times);
    result.bytes += deflateStep(stream, {}, Z_FINISH);
    deflateEnd(&stream);
    uLong crc = checksum(begin);
    const quint32 one = checksum(piece);
    for (int i = 0; i < times; ++i)
        crc = crc32_combine(crc, one, piece.size());
    result.crc = static_cast<quint32>(crc);
    result.size = static_cast<quint32>(begin.size() + piece.size() * times);
    return result;
}

template<typename T>
void put(QByteArray &to, T value)
{
    for (std::size_t i = 0; i < sizeof(T); ++i)
        to.append(static_cast<char>((static_cast<quint64>(value) >> (8 * i)) & 0xff));
}

QByteArray gzipOf(const Deflated &content)
{
    QByteArray file("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
    file += content.bytes;
    put<quint32>(file, content.crc);
    put<quint32>(file, content.size);
    return file;
}

/// A zip of one deflated member, its sizes as given: a liar can be built (APPNOTE 4.3.7).
QByteArray zipOf(const QByteArray &name, const Deflated &content)
{
    const QByteArray &data = content.bytes;
    QByteArray common;
    put<quint16>(common, 20);
    put<quint16>(common, 0);
    put<quint16>(common, 8);
    put<quint32>(common, 0x5a210000);
    put<quint32>(common, content.crc);
    put<quint32>(common, static_cast<quint32>(data.size()));
    put<quint32>(common, content.size);
    put<quint16>(common, static_cast<quint16>(name.size()));
    put<quint16>(common, 0);
    QByteArray file = "PK\x03\x04" + common + name + data;
    const qsizetype directory = file.size();
    file += QByteArray("PK\x01\x02\x14\0", 6) + common + QByteArray(14, '\0') + name;
    const qsizetype length = file.size() - directory;
    file += QByteArray("PK\x05\x06\0\0\0\0\1\0\1\0", 12);
    put<quint32>(file, static_cast<quint32>(length));
    put<quint32>(file, static_cast<quint32>(directory));
    put<quint16>(file, 0);
    return file;
}

const QByteArray megabyte(1 << 20, ' ');

constexpr qint64 little = 80'000'000; // bytes of memory that a refusal may cost

} // namespace

class TestUnpackCaps : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void capsDocuments();
    void capsRatio();
    void ratioHasAFloor();
    void capsMembers();
    void theFilesOwnMembersAreNotCapped();
    void capsMails();
    void anOverfullMailDoesNotEndTheMailbox();
    void longBoundariesCostNoTime();
    void capsUnpackedBytes();
    void capsNesting_data();
    void capsNesting();
    void refusesGzipBomb_data();
    void refusesGzipBomb();
    void refusesZipBomb();
    void refusesZipThatLies();
    void refusesBombInMail();
    void streamsLargeContainers();
    void passesLargeForeignFiles();

private:
    QString file(const QString &name, const QByteArray &bytes);
    QTemporaryDir m_folder;
    QElapsedTimer m_timer;
    qint64 m_before = 0;
};

void TestUnpackCaps::init()
{
    m_before = peakMemory();
    m_timer.start();
}

void TestUnpackCaps::cleanup()
{
    QVERIFY2(m_timer.elapsed() < 60'000, qPrintable(QString::number(m_timer.elapsed())));
}

QString TestUnpackCaps::file(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    return file.fileName();
}

void TestUnpackCaps::capsDocuments()
{
    Limits limits;
    limits.documentBytes = 5000;
    const QByteArray fits = reportJson() + QByteArray(5000 - reportJson().size(), ' ');
    const QByteArray over = fits + " ";
    for (const auto &[name, wrap] : {std::pair<QString, QByteArray (*)(const QByteArray &)>{
                                         u"r.json"_qs, [](const QByteArray &b) { return b; }},
                                     {u"r.json.gz"_qs, &gz},
                                     {u"a.zip"_qs, [](const QByteArray &b) { return zip({{u"r"_qs, b}}); }}}) {
        QCOMPARE(unpackBytes(wrap(fits), name, limits).documents.size(), std::size_t(1));
        const Haul haul = unpackBytes(wrap(over), name, limits);
        QCOMPARE(haul.documents.size(), std::size_t(0));
        QCOMPARE(haul.rejected.size(), std::size_t(1));
        QCOMPARE(haul.rejected[0].code, Code::TooLarge);
        QCOMPARE(haul.rejected[0].detail, u"5000"_qs);
    }
    // A large file of another kind that happens to be JSON is not ours to refuse.
    const Haul map = unpackBytes("{\"type\":\"FeatureCollection\"}" + QByteArray(5000, ' '), u"m.geo"_qs, limits);
    QCOMPARE(map.ignored.size(), std::size_t(1));
    // The stream around a small report counts too: it is what the archive keeps.
    const Haul tail = unpackBytes(gz(reportJson()) + QByteArray(6000, '\0'), u"r.json.gz"_qs, limits);
    QCOMPARE(tail.rejected.at(0).code, Code::TooLarge);
}

void TestUnpackCaps::capsRatio()
{
    Limits limits;
    limits.ratioFloorBytes = 10'000;
    limits.ratio = 20;
    const QByteArray thin = "{\"a\":\"" + QByteArray(100'000, 'x') + "\"}";
    for (const QByteArray &bytes : {gz(thin), zip({{u"r.json"_qs, thin}})}) {
        const Haul haul = unpackBytes(bytes, u"r.json.gz"_qs, limits);
        QCOMPARE(haul.documents.size(), std::size_t(0));
        QCOMPARE(haul.rejected.at(0).code, Code::RatioExceeded);
        QCOMPARE(haul.rejected.at(0).detail, u"20"_qs);
    }
}

void TestUnpackCaps::ratioHasAFloor()
{
    Limits limits;
    limits.ratio = 2;
    const QByteArray thin = reportJson() + QByteArray(1'000'000, ' ');
    QCOMPARE(unpackBytes(gz(thin), u"r.json.gz"_qs, limits).documents.size(), std::size_t(1));
    QCOMPARE(unpackBytes(zip({{u"r.json"_qs, thin}}), u"a.zip"_qs, limits).documents.size(), std::size_t(1));
}

void TestUnpackCaps::capsMembers()
{
    Limits limits;
    limits.members = 8;
    Members inner;
    for (int i = 0; i < 5; ++i)
        inner.append({u"r%1.json"_qs.arg(i), reportJson(i)});
    // 10 members over all levels, and the two inner zips are the file's own.
    const Haul haul = unpackBytes(zip({{u"a.zip"_qs, zip(inner)}, {u"b.zip"_qs, zip(inner)}}), u"c.zip"_qs, limits);
    QCOMPARE(haul.documents.size(), std::size_t(8));
    QCOMPARE(haul.rejections(), QStringList{u"c.zip: too-many-members"_qs});
    limits.members = 10;
    QCOMPARE(unpackBytes(zip({{u"a.zip"_qs, zip(inner)}, {u"b.zip"_qs, zip(inner)}}), u"c.zip"_qs, limits)
                 .documents.size(), std::size_t(10));
}

/// A year of a large domain's reports; each takes room in the zip.
void TestUnpackCaps::theFilesOwnMembersAreNotCapped()
{
    Limits limits;
    limits.members = 3;
    Members members;
    for (int i = 0; i < 5; ++i)
        members.append({u"r%1.json"_qs.arg(i), reportJson(i)});
    const Haul plain = unpackBytes(zip(members), u"a.zip"_qs, limits);
    QCOMPARE(plain.documents.size(), std::size_t(5));
    QCOMPARE(plain.rejections(), QStringList());
    const Haul packed = unpackBytes(gz(zip(members)), u"a.zip.gz"_qs, limits);
    QCOMPARE(packed.documents.size(), std::size_t(3));
    QCOMPARE(packed.rejections(), QStringList{u"a.zip.gz: too-many-members"_qs});
}

void TestUnpackCaps::capsMails()
{
    Limits limits;
    limits.members = 3;
    QByteArray box;
    for (int i = 0; i < 5; ++i)
        box += "From a@b Mon Jan  1 00:00:00 2024\n" + reportMail(i) + "\n";
    // Read one by one: a mailbox of a million reports is no bomb ...
    const Haul plain = unpackBytes(box, u"b"_qs, limits);
    QCOMPARE(plain.documents.size(), std::size_t(5));
    QCOMPARE(plain.rejections(), QStringList());
    // ... but a few packed bytes that become as many may be one.
    const Haul packed = unpackBytes(gz(box), u"b.gz"_qs, limits);
    QCOMPARE(packed.documents.size(), std::size_t(3));
    QCOMPARE(packed.rejections(), QStringList{u"b.gz: too-many-members"_qs});
}

void TestUnpackCaps::anOverfullMailDoesNotEndTheMailbox()
{
    Limits limits;
    limits.members = 3;
    const auto mailWith = [](int first, int count) -> QByteArray {
        Members members;
        for (int i = 0; i < count; ++i)
            members.append({u"r%1.json"_qs.arg(first + i), reportJson(first + i)});
        return "From a@b Mon Jan  1 00:00:00 2024\n"
            + multipart("From: a@b\n", {{"Content-Type: application/zip; name=\"r.zip\"\n"
                                         "Content-Transfer-Encoding: base64\n", base64Lines(zip(members))}})
            + "\n";
    };
    const Haul haul = unpackBytes(mailWith(10, 3) + mailWith(20, 5) + mailWith(30, 3), u"b"_qs, limits);
    QCOMPARE(haul.documents.size(), std::size_t(9));
    QCOMPARE(haul.rejections(), QStringList{u"b › mail 2: too-many-members"_qs});
}

void TestUnpackCaps::longBoundariesCostNoTime()
{
    const QByteArray boundary(300'000, 'a');
    const QByteArray mail = "From: a@b\nContent-Type: multipart/report; boundary=" + boundary + "\n\n"
        + QByteArray(700'000, 'a') + "\n";
    QElapsedTimer timer;
    timer.start();
    const Haul haul = unpackBytes(mail, u"m.eml"_qs);
    QCOMPARE(haul.ignored.size(), std::size_t(1));
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void TestUnpackCaps::capsUnpackedBytes()
{
    Limits limits;
    limits.inputBytes = 1'000'000;
    Members members;
    for (int i = 0; i < 8; ++i)
        members.append({u"%1.gz"_qs.arg(i), gz(reportJson(i) + noise(150'000).toBase64())});
    const Haul haul = unpackBytes(zip(members), u"a.zip"_qs, limits);
    QCOMPARE(haul.rejected.size(), std::size_t(1));
    QCOMPARE(haul.rejected[0].code, Code::UnpackedTooLarge);
    QVERIFY(haul.documents.size() >= 2);
    QVERIFY(haul.documents.size() < 8);
    QCOMPARE(haul.bytes, zip(members).size());
}

void TestUnpackCaps::capsNesting_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"zip", "gzip", "mail", "zip and gzip", "mbox and zip"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestUnpackCaps::capsNesting()
{
    QFETCH(QString, kind);
    const auto wrap = [&](const QByteArray &bytes, int level) -> QByteArray {
        if (kind == u"gzip" || (kind == u"zip and gzip" && level % 2))
            return gz(bytes);
        if (kind == u"mail")
            return "From: a\nTo: b\nContent-Type: message/rfc822\n\n" + bytes;
        if (kind == u"mbox and zip" && level % 2) {
            return "From a@b Mon Jan  1 00:00:00 2024\nFrom: a\nTo: b\nContent-Type: application/zip\n"
                              "Content-Transfer-Encoding: base64\n\n" + base64Lines(bytes);
        }
        return zip({{u"x"_qs, bytes}});
    };
    QByteArray nested = kind == u"mail" ? "From: a\nTo: b\n\n" + reportJson() : reportJson();
    const Limits limits;
    int worked = 0;
    bool refused = false;
    for (int level = 1; level <= 60; ++level) {
        nested = wrap(nested, level);
        if (level % 4 != 0 && level < 14)
            continue;
        const Haul haul = unpackBytes(nested, u"top"_qs);
        QCOMPARE(haul.documents.size() + haul.rejected.size(), std::size_t(1));
        if (!haul.documents.empty()) {
            QVERIFY(!refused);
            worked = level;
        } else {
            refused = true;
            QCOMPARE(haul.rejected[0].code, Code::NestedTooDeep);
            QCOMPARE(haul.rejected[0].detail, QString::number(limits.nesting));
        }
    }
    QVERIFY2(worked >= 8 && worked <= limits.nesting, qPrintable(QString::number(worked)));
}

void TestUnpackCaps::refusesGzipBomb_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("a report by name") << u"r.json.gz"_qs << QByteArray();
    QTest::newRow("no claim") << u"big.gz"_qs << QByteArray();
    QTest::newRow("begins as JSON") << u"big.gz"_qs << QByteArray("{\"a\":\"");
    QTest::newRow("begins as zip") << u"big.gz"_qs << QByteArray("PK\x03\x04");
    QTest::newRow("begins as mail") << u"big.gz"_qs << QByteArray("From: a\nTo: b\n\n");
}

void TestUnpackCaps::refusesGzipBomb()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, begin);
    const QByteArray bomb = gzipOf(deflated(begin, megabyte, 2047));
    QVERIFY(bomb.size() < 20'000'000);
    const QString path = file(name, bomb);
    const qint64 before = peakMemory();
    QElapsedTimer timer;
    timer.start();
    const Haul haul = unpackFile(path);
    QCOMPARE(haul.rejections(), QStringList{name + u": ratio-exceeded"});
    QCOMPARE(haul.bytes, bomb.size());
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY2(peakMemory() - before < little, qPrintable(QString::number(peakMemory() - before)));
    const Haul nested = unpackBytes(zip({{u"good.json"_qs, reportJson()}, {u"b.gz"_qs, bomb},
                                         {u"better.json"_qs, reportJson(2)}}), u"a.zip"_qs);
    QCOMPARE(nested.sources(), (QStringList{u"a.zip › good.json"_qs, u"a.zip › better.json"_qs}));
    QCOMPARE(nested.rejections(), QStringList{u"a.zip › b.gz: ratio-exceeded"_qs});
}

void TestUnpackCaps::refusesZipBomb()
{
    const QByteArray bomb = zipOf("r.json", deflated({}, megabyte, 1024));
    const qint64 before = peakMemory();
    const Haul haul = unpackFile(file(u"bomb.zip"_qs, bomb));
    QCOMPARE(haul.rejections(), QStringList{u"bomb.zip › r.json: ratio-exceeded"_qs});
    QVERIFY2(peakMemory() - before < little, qPrintable(QString::number(peakMemory() - before)));
}

void TestUnpackCaps::refusesZipThatLies()
{
    Deflated data = deflated(reportJson(), megabyte, 256);
    // Says it is small: only so much is unpacked, and the checksum does not fit.
    data.size = 5000;
    const Haul small = unpackBytes(zipOf("r.json", data), u"a.zip"_qs);
    QCOMPARE(small.rejections(), QStringList{u"a.zip › r.json: zip-damaged"_qs});
    // Says it is a little over what one document may be.
    data.size = 21 << 20;
    const Haul large = unpackBytes(zipOf("r.json", data), u"a.zip"_qs);
    QCOMPARE(large.rejections(), QStringList{u"a.zip › r.json: too-large"_qs});
    // Says more than there is.
    Deflated honest = deflated(reportJson(), " ", 1);
    QCOMPARE(unpackBytes(zipOf("r.json", honest), u"a.zip"_qs).documents.size(), std::size_t(1));
    honest.size = 100'000;
    const Haul longer = unpackBytes(zipOf("r.json", honest), u"a.zip"_qs);
    QCOMPARE(longer.documents.size(), std::size_t(0));
    QCOMPARE(longer.rejected.size(), std::size_t(1));
}

void TestUnpackCaps::refusesBombInMail()
{
    const QByteArray bomb = gzipOf(deflated(reportJson(), megabyte, 256));
    const QByteArray mail = multipart("From: a@b\nTo: c\n",
                                      {{"Content-Type: application/tlsrpt+gzip; name=r.json.gz\n"
                                        "Content-Transfer-Encoding: base64\n", base64Lines(bomb)},
                                       {"Content-Type: application/json; name=s.json\n", reportJson()}});
    const Haul haul = unpackFile(file(u"m.eml"_qs, mail));
    QCOMPARE(haul.rejections(), QStringList{u"m.eml › r.json.gz: ratio-exceeded"_qs});
    QCOMPARE(haul.sources(), QStringList{u"m.eml › s.json"_qs});
}

void TestUnpackCaps::streamsLargeContainers()
{
    // 100 MB of mails in gzip in zip: spilled to disk, not held.
    QByteArray mails;
    for (int i = 0; i < 100; ++i) {
        mails += "From a@b Mon Jan  1 00:00:00 2024\n" + reportMail(i) + "\n";
        mails += "From a@b Mon Jan  1 00:00:00 2024\nFrom: x\nTo: y\n\n" + noise(20'000).toHex() + "\n\n";
    }
    const int rounds = static_cast<int>(100'000'000 / mails.size());
    const QByteArray packed = gzipOf(deflated({}, mails, rounds));
    const QString path = file(u"a.zip"_qs, zip({{u"b.mbox.gz"_qs, packed}}));
    ByteBudget budget(1LL << 30);
    JobControl control;
    Haul haul;
    UnpackSink sink = haul.sink();
    int found = 0;
    sink.document = [&](const Document &) { ++found; };
    sink.ignored = [](const Error &) {};
    const qint64 before = peakMemory();
    Unpacker unpacker({}, budget, control);
    unpacker.unpack({path, u"a.zip"_qs, QFile(path).size(), 0}, sink);
    QCOMPARE(haul.rejections(), QStringList());
    QCOMPARE(found, 100 * rounds);
    QVERIFY2(peakMemory() - before < little, qPrintable(QString::number(peakMemory() - before)));
}

void TestUnpackCaps::passesLargeForeignFiles()
{
    // A film in a zip is not unpacked to its end to learn that it is none of ours.
    Limits limits;
    limits.inputBytes = 1'000'000;
    const QByteArray film = "\x1a\x45\xdf\xa3" + noise(3'000'000);
    const Haul haul = unpackBytes(zip({{u"film.mkv"_qs, film}, {u"r.json"_qs, reportJson()}}), u"a.zip"_qs, limits);
    QCOMPARE(haul.rejections(), QStringList());
    QCOMPARE(haul.documents.size(), std::size_t(1));
    QCOMPARE(haul.ignored.size(), std::size_t(1));
    limits = {};
    limits.documentBytes = limits.ratioFloorBytes = 1'000'000;
    limits.inputBytes = 2'000'000;
    const Haul gzipped = unpackBytes(gz(noise(5'000'000)), u"backup.gz"_qs, limits);
    QCOMPARE(gzipped.rejections(), QStringList());
    QCOMPARE(gzipped.ignoredSubjects(), QStringList{u"backup.gz"_qs});
}

QTEST_GUILESS_MAIN(TestUnpackCaps)
#include "test_unpack_caps.moc"
