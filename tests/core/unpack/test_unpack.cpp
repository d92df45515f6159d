// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/unpack/haul.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::test;

namespace
{

QString fixture(const char *name)
{
    return QStringLiteral(TEST_DATA_DIR "/unpack/") + QString::fromLatin1(name);
}

QByteArray randomBytes(int size)
{
    QRandomGenerator generator(7);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(generator.bounded(256));
    return bytes;
}

QString join(const QStringList &parts)
{
    return parts.join(sourceSeparator);
}

} // namespace

class TestUnpack : public QObject
{
    Q_OBJECT

private slots:
    void init() { QVERIFY(m_folder.isValid()); }
    void findsDocuments_data();
    void findsDocuments();
    void refusesAndIgnores_data();
    void refusesAndIgnores();
    void readsTheSameFromFilesAndMemory();
    void keepsTheBytesFound();
    void readsZipTimes();
    void keepsGoodMembers();
    void writesNothingUnderMemberNames();
    void tellsAllBytesRead();
    void stopsWhenCancelled();
    void takesAndReturnsTickets();
    void readsOriginalsAgain();
    void refusesMissingFile();

private:
    QTemporaryDir m_folder;
};

void TestUnpack::findsDocuments_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("packed");
    const QByteArray json = reportJson();
    const QByteArray packed = gz(json);
    const QString plain = u"r.json"_qs;
    const QString gzip = u"r.json.gz"_qs;
    QTest::newRow("plain") << json << plain << plain << false;
    QTest::newRow("plain, name of another kind") << json << u"r.gz"_qs << u"r.gz"_qs << false;
    QTest::newRow("gzip") << packed << gzip << gzip << true;
    QTest::newRow("gzip called zip") << packed << u"r.zip"_qs << u"r.zip"_qs << true;
    QTest::newRow("gzip called json") << packed << plain << plain << true;
    QTest::newRow("gzip, no name") << packed << u"r"_qs << u"r"_qs << true;
    const QByteArray members = gz(json.first(40)) + gz(json.sliced(40));
    QTest::newRow("several members") << members << gzip << gzip << true;
    QTest::newRow("trailing bytes") << packed + QByteArray("\0\0\0rubbish", 10) << gzip << gzip << true;
    QTest::newRow("trailing half magic") << packed + "\x1f" << gzip << gzip << true;
    QTest::newRow("twice compressed") << gz(packed) << gzip << gzip << true;
    QTest::newRow("empty member behind") << packed + gz({}) << gzip << gzip << true;
    QTest::newRow("zip") << zip({{plain, json}}) << u"a.zip"_qs << join({u"a.zip"_qs, plain}) << false;
    QTest::newRow("gzip in zip") << zip({{gzip, packed}}) << u"a.zip"_qs
                                 << join({u"a.zip"_qs, gzip}) << true;
    QTest::newRow("zip called gz") << zip({{plain, json}}) << gzip << join({gzip, plain}) << false;
    QTest::newRow("zip in zip") << zip({{u"b.zip"_qs, zip({{gzip, packed}})}}) << u"a.zip"_qs
                                << join({u"a.zip"_qs, u"b.zip"_qs, gzip}) << true;
    QTest::newRow("zip in gzip") << gz(zip({{gzip, packed}})) << u"a.zip.gz"_qs
                                 << join({u"a.zip.gz"_qs, gzip}) << true;
    QTest::newRow("path that climbs out")
        << zip({{u"../../x.json"_qs, json}}) << u"a.zip"_qs << join({u"a.zip"_qs, u"../../x.json"_qs})
        << false;
    const QString name = u"google.com!example.org!1641686400!1641772799!1.json.gz"_qs;
    QTest::newRow("mail") << reportMail() << u"m.eml"_qs << join({u"m.eml"_qs, name}) << true;
    QTest::newRow("mail in zip") << zip({{u"m.eml"_qs, reportMail()}}) << u"a.zip"_qs
                                 << join({u"a.zip"_qs, u"m.eml"_qs, name}) << true;
    QTest::newRow("mbox") << "From a@b Mon Jan  1 00:00:00 2024\n" + reportMail() << u"b.mbox"_qs
                          << join({u"b.mbox"_qs, u"mail 1"_qs, name}) << true;
    QTest::newRow("mbox in gzip in zip")
        << zip({{u"b.mbox.gz"_qs, gz("From a@b Mon Jan  1 00:00:00 2024\n" + reportMail())}})
        << u"a.zip"_qs << join({u"a.zip"_qs, u"b.mbox.gz"_qs, u"mail 1"_qs, name}) << true;
}

void TestUnpack::findsDocuments()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    const Haul haul = unpackBytes(bytes, name);
    QCOMPARE(haul.rejections(), QStringList());
    QCOMPARE(haul.ignoredSubjects(), QStringList());
    QCOMPARE(haul.documents.size(), std::size_t(1));
    const Document &document = haul.documents.front();
    QTEST(document.source, "source");
    QCOMPARE(document.json, reportJson());
    QTEST(document.packing == Packing::Gzip, "packed");
    QCOMPARE(haul.bytes, bytes.size());
    const Result<QByteArray> again = unpackOriginal(document.original, document.packing, {});
    QVERIFY(again);
    QCOMPARE(*again, document.json);
}

void TestUnpack::refusesAndIgnores_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("rejected");
    QTest::addColumn<QStringList>("ignored");
    const QByteArray packed = gz(reportJson());
    const auto refused = [](const char *title, const QByteArray &bytes, const char *name,
                            const char *rejection) {
        QTest::newRow(title) << bytes << QString::fromUtf8(name)
                             << QStringList{QString::fromUtf8(rejection)} << QStringList();
    };
    const auto ignored = [](const char *title, const QByteArray &bytes, const char *name,
                            const QStringList &subjects) {
        QTest::newRow(title) << bytes << QString::fromUtf8(name) << QStringList() << subjects;
    };
    QByteArray flipped = packed;
    flipped[flipped.size() - 6] = static_cast<char>(flipped[flipped.size() - 6] ^ 0x55);
    QByteArray torn = packed;
    torn[30] = static_cast<char>(torn[30] ^ 0xff);
    refused("truncated", packed.first(packed.size() / 2), "r.json.gz", "r.json.gz: truncated");
    refused("truncated trailer", packed.chopped(3), "r.json.gz", "r.json.gz: truncated");
    refused("magic alone", "\x1f\x8b", "r.json.gz", "r.json.gz: truncated");
    refused("truncated, no claim", packed.first(50), "log.gz", "log.gz: truncated");
    refused("second member cut", packed + packed.first(20), "r.json.gz", "r.json.gz: truncated");
    refused("wrong checksum", flipped, "r.json.gz", "r.json.gz: gzip-damaged");
    refused("damaged", torn, "r.json.gz", "r.json.gz: gzip-damaged");
    refused("no deflate", "\x1f\x8b\x07" + randomBytes(50), "r.bin", "r.bin: gzip-damaged");
    refused("empty", "", "r.json", "r.json: empty");
    refused("empty gz name", "", "r.JSON.GZ", "r.JSON.GZ: empty");
    refused("empty inside", gz(""), "r.json.gz", "r.json.gz: empty");
    refused("blanks", " \n", "r.json", "r.json: empty");
    refused("empty member", zip({{u"r.json"_qs, ""}}), "a.zip", "a.zip › r.json: empty");
    QTest::newRow("zip with nothing but words, called a report")
        << zip({{u"a.txt"_qs, "hello"}}) << u"r.json"_qs << QStringList{u"r.json: not-a-report"_qs}
        << QStringList{u"r.json › a.txt"_qs};
    refused("zip without end", zip({{u"r.json"_qs, reportJson()}}).chopped(30), "a.zip",
            "a.zip: truncated");
    ignored("nothing", "", "notes.txt", {u"notes.txt"_qs});
    ignored("words", "hello", "notes.txt", {u"notes.txt"_qs});
    ignored("random", randomBytes(3000), "x.bin", {u"x.bin"_qs});
    ignored("gzip of words", gz("hello"), "log.gz", {u"log.gz"_qs});
    ignored("gzip of nothing", gz(""), "log.gz", {u"log.gz"_qs});
    ignored("words in a zip", zip({{u"notes.txt"_qs, "hello"}, {u"b/"_qs, ""}}), "a.zip",
            {u"a.zip › notes.txt"_qs});
    ignored("empty zip", zip({}), "a.zip", {u"a.zip"_qs});
    ignored("mac companion", zip({{u"__MACOSX/._r.json"_qs, QByteArray("\0\5\x16\7xxxx", 8)}}), "a.zip",
            {u"a.zip › __MACOSX/._r.json"_qs});
    ignored("cron mail", "From: cron@x\nTo: root@x\nSubject: Cron\n\nran\n", "m", {u"m"_qs});
}

void TestUnpack::refusesAndIgnores()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    const Haul haul = unpackBytes(bytes, name);
    QTEST(haul.rejections(), "rejected");
    QTEST(haul.ignoredSubjects(), "ignored");
    QCOMPARE(haul.sources(), QStringList());
    for (const Error &error : haul.ignored)
        QCOMPARE(error.code, Code::NoReport);
    QCOMPARE(haul.bytes, bytes.size());
}

void TestUnpack::readsTheSameFromFilesAndMemory()
{
    // Large enough to be read from the file in pieces: stored, so that it stays large.
    Members members;
    for (int i = 0; i < 40; ++i)
        members.append({u"r%1.json"_qs.arg(i), reportJson(i) + QByteArray(i * 700, ' ')});
    const QByteArray filler = randomBytes(1'500'000);
    members.append({u"filler.bin"_qs, filler});
    QByteArray mbox;
    for (int i = 0; i < 3000; ++i)
        mbox += "From a@b Mon Jan  1 00:00:00 2024\n" + reportMail(i) + "\n";
    const QByteArray mail = multipart("From: a@b\nSubject: big\n",
                                      {{"Content-Type: image/png\nContent-Transfer-Encoding: base64\n",
                                        base64Lines(filler)},
                                       {"Content-Type: application/octet-stream; name=r.json\n",
                                        reportJson()}},
                                      "multipart/mixed");
    const QByteArray big = reportJson().chopped(1) + QByteArray(2'000'000, ' ') + "}";
    const Members cases = {{u"a.zip"_qs, zip(members)}, {u"b.mbox"_qs, mbox}, {u"m.eml"_qs, mail},
                           {u"a.gz"_qs, gz(zip(members))}, {u"m.eml.gz"_qs, gz(mail)},
                           {u"b.mbox.gz"_qs, gz(mbox)}, {u"big.json"_qs, big},
                           {u"nested.zip"_qs, zip({{u"a.zip"_qs, zip(members)}})}};
    for (const auto &[name, bytes] : cases) {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const Haul memory = unpackBytes(bytes, name);
        const Haul disk = unpackFile(path);
        QVERIFY2(!memory.documents.empty(), qPrintable(name));
        QCOMPARE(disk.rejections().join(u' '), QString());
        QCOMPARE(disk.sources(), memory.sources());
        QCOMPARE(disk.ignoredSubjects(), memory.ignoredSubjects());
        QCOMPARE(disk.bytes, bytes.size());
        for (std::size_t i = 0; i < memory.documents.size(); ++i) {
            QCOMPARE(disk.documents[i].json, memory.documents[i].json);
            QCOMPARE(disk.documents[i].original, memory.documents[i].original);
        }
    }
}

void TestUnpack::keepsTheBytesFound()
{
    const QByteArray packed = gz(reportJson()) + QByteArray("\0\0tail", 6);
    const Haul top = unpackBytes(packed, u"r.json.gz"_qs);
    QCOMPARE(top.documents.at(0).original, packed);
    const Haul twice = unpackBytes(gz(packed), u"r.json.gz"_qs);
    QCOMPARE(twice.documents.at(0).original, packed);
    const QByteArray marked = "\xEF\xBB\xBF" + reportJson() + "\r\n";
    const Haul plain = unpackBytes(zip({{u"r.json"_qs, marked}}), u"a.zip"_qs);
    QCOMPARE(plain.documents.at(0).original, marked);
    QCOMPARE(plain.documents.at(0).json, marked);
}

void TestUnpack::readsZipTimes()
{
    const Haul haul = unpackBytes(zip({{u"x/s!d!1!2.json"_qs, reportJson()}}), u"a.zip"_qs);
    const DocumentHints &hints = haul.documents.at(0).hints;
    const QDateTime local(QDate(2026, 1, 2), QTime(3, 4, 6));
    QCOMPARE(hints.fileDate, local.toSecsSinceEpoch());
    QCOMPARE(hints.fileName, u"s!d!1!2.json"_qs);
    QCOMPARE(hints.submitter, u"s"_qs);
    QVERIFY(hints.claimsReport);
    QCOMPARE(unpackBytes(reportJson(), u"x"_qs).documents.at(0).hints.fileDate, 1'700'000'000);
    QVERIFY(!unpackBytes(reportJson(), u"x"_qs).documents.at(0).hints.claimsReport);
}

void TestUnpack::keepsGoodMembers()
{
    const Haul encrypted = unpackFile(fixture("encrypted-member.zip"));
    QCOMPARE(encrypted.rejections(), QStringList{u"encrypted-member.zip › secret.json: zip-encrypted"_qs});
    QCOMPARE(encrypted.sources(), QStringList{u"encrypted-member.zip › open.json"_qs});
    const Haul method = unpackFile(fixture("unsupported-method.zip"));
    QCOMPARE(method.rejections(),
             QStringList{u"unsupported-method.zip › lzma.json: zip-method-unsupported"_qs});
    QCOMPARE(method.sources(), QStringList{u"unsupported-method.zip › open.json"_qs});
    const Haul crc = unpackFile(fixture("wrong-crc.zip"));
    QCOMPARE(crc.rejections(), QStringList{u"wrong-crc.zip › bad.json: zip-damaged"_qs});
    QCOMPARE(crc.sources(), QStringList{u"wrong-crc.zip › good.json"_qs});
    const Haul directory = unpackFile(fixture("damaged-directory.zip"));
    QCOMPARE(directory.rejections(), QStringList{u"damaged-directory.zip: zip-damaged"_qs});
    QCOMPARE(directory.sources(), QStringList{u"damaged-directory.zip › first.json"_qs});
    // The mails before the damage of what they are packed in.
    QByteArray mbox;
    for (int i = 0; i < 2000; ++i)
        mbox += "From a@b Mon Jan  1 00:00:00 2024\n" + reportMail(i) + "\n";
    const QByteArray packed = gz(mbox);
    const Haul cut = unpackBytes(packed.first(packed.size() / 2), u"b.mbox.gz"_qs);
    QVERIFY(cut.documents.size() > 500);
    QCOMPARE(cut.rejections().last(), u"b.mbox.gz: truncated"_qs);
}

void TestUnpack::writesNothingUnderMemberNames()
{
    const QString inner = m_folder.filePath(u"a/b/c"_qs);
    QVERIFY(QDir().mkpath(inner));
    const QString old = QDir::currentPath();
    QVERIFY(QDir::setCurrent(inner));
    const Haul haul = unpackBytes(zip({{u"../../x.json"_qs, reportJson()},
                                       {m_folder.filePath(u"y.json"_qs), reportJson(2)},
                                       {u"../z.zip"_qs, zip({{u"../../w.json"_qs, reportJson(3)}})}}),
                                  u"a.zip"_qs);
    QVERIFY(QDir::setCurrent(old));
    QCOMPARE(haul.documents.size(), std::size_t(3));
    for (const char *name : {"x.json", "y.json", "a/x.json", "a/w.json", "a/b/z.zip", "a/b/c/w.json"})
        QVERIFY(!QFile::exists(m_folder.filePath(QString::fromLatin1(name))));
}

void TestUnpack::tellsAllBytesRead()
{
    // Also of what was refused half way, and not all at the end.
    const QString path = m_folder.filePath(u"slow.gz"_qs);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(gz("x" + randomBytes(5'000'000)));
    file.close();
    ByteBudget budget(1LL << 30);
    JobControl control;
    Haul haul;
    int calls = 0;
    UnpackSink sink = haul.sink();
    sink.bytesRead = [&](qint64 bytes) {
        QVERIFY(bytes > 0);
        haul.bytes += bytes;
        ++calls;
    };
    Unpacker unpacker({}, budget, control);
    unpacker.unpack({path, u"slow.gz"_qs, file.size(), 0}, sink);
    QCOMPARE(haul.bytes, file.size());
    QVERIFY2(calls > 5, qPrintable(QString::number(calls)));
}

void TestUnpack::stopsWhenCancelled()
{
    ByteBudget budget(1LL << 30);
    JobControl control;
    Haul haul;
    UnpackSink sink = haul.sink();
    const auto document = sink.document;
    sink.document = [&](Document found) {
        document(std::move(found));
        if (haul.documents.size() == 3)
            control.cancel();
    };
    Members members;
    for (int i = 0; i < 100; ++i)
        members.append({u"r%1.json"_qs.arg(i), reportJson(i)});
    Unpacker unpacker({}, budget, control);
    unpacker.unpack(zip(members), u"a.zip"_qs, 0, sink);
    QCOMPARE(haul.documents.size(), std::size_t(3));
    QCOMPARE(haul.rejections(), QStringList());
    unpacker.unpack(reportJson(), u"later.json"_qs, 0, sink);
    QCOMPARE(haul.documents.size(), std::size_t(3));
    haul.documents.clear();
}

void TestUnpack::takesAndReturnsTickets()
{
    const QByteArray packed = gz(reportJson());
    ByteBudget budget(reportJson().size() + packed.size());
    JobControl control;
    Haul haul;
    Unpacker unpacker({}, budget, control);
    unpacker.unpack(packed, u"r.json.gz"_qs, 0, haul.sink());
    haul.documents.clear();
    // Would wait for ever had the first not given all of it back.
    const ByteBudget::Ticket all = budget.acquire(reportJson().size() + packed.size());
    QCOMPARE(haul.rejections(), QStringList());
}

void TestUnpack::readsOriginalsAgain()
{
    Limits limits;
    limits.documentBytes = 1000;
    QCOMPARE(*unpackOriginal("{}", Packing::Plain, limits), QByteArray("{}"));
    QCOMPARE(unpackOriginal(gz(QByteArray(1001, 'x')), Packing::Gzip, limits).error().code, Code::TooLarge);
    QCOMPARE(unpackOriginal(gz("{}").chopped(1), Packing::Gzip, limits).error().code, Code::Truncated);
    QCOMPARE(unpackOriginal("{}", Packing::Gzip, limits).error().code, Code::GzipDamaged);
}

void TestUnpack::refusesMissingFile()
{
    const Haul haul = unpackFile(m_folder.filePath(u"none.json"_qs));
    QCOMPARE(haul.rejections(), QStringList{u"none.json: file-not-found"_qs});
}

QTEST_GUILESS_MAIN(TestUnpack)
#include "test_unpack.moc"
