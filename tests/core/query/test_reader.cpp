// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/reader.h"
#include "core/unpack/unpack.h"
#include "tests/core/query/made.h"

#include <QSqlQuery>
#include <QtTest>

using namespace tlsrpt;
using namespace tlsrpt::made;

class TestReader : public QObject
{
    Q_OBJECT

private slots:
    void importsNewestFirst();
    void noticesByPage();
    void noticesOfANewerVersion();
    void conflictsNameTheReport();
    void originals_data();
    void originals();
    void fileNames_data();
    void fileNames();
    void damagedOriginal();
    void watchedFolders();
    void sentReports();
    void marksOfFindings();
    void noMarksBeforeSchema2();
    void dataVersionSeesOthers();
    void cannotOpen();
    void cannotWrite();
};

namespace
{

ArchiveReader readerOf(const MadeArchive &archive)
{
    auto reader = ArchiveReader::open(archive.path());
    if (!reader)
        qFatal("%s", qPrintable(reader.error().detail));
    return std::move(*reader);
}

ReportId addOne(MadeArchive &archive, const QByteArray &original, Packing packing, const QString &fileName)
{
    StoredReport stored;
    stored.report = report("a.example", day(0), {sts("example.org", 1, 0), sts("example.net", 1, 0)});
    stored.report.submitter = QStringLiteral("submit.example");
    stored.identity = identityOf(stored.report);
    stored.content = contentHashOf(stored.report);
    stored.original = original;
    stored.packing = packing;
    stored.source = QStringLiteral("a.zip › b.json");
    stored.hints.fileName = fileName;
    stored.hints.signature = QStringLiteral("pass");
    stored.hints.mailDate = 1'790'000'000;
    std::vector<StoredReport> batch;
    batch.push_back(std::move(stored));
    const auto import = archive.archive().beginImport(ImportKind::Files, {QStringLiteral("/x/a.zip"), QStringLiteral("/y")});
    ImportCounts counts;
    if (!import || !archive.archive().writeBatch(*import, batch, counts))
        qFatal("cannot write");
    return {1};
}

} // namespace

void TestReader::importsNewestFirst()
{
    MadeArchive archive;
    const auto first = archive.archive().beginImport(ImportKind::Files, {QStringLiteral("/a"), QStringLiteral("/b c")});
    const auto second = archive.archive().beginImport(ImportKind::WatchedFolder, {QStringLiteral("/w")});
    const ImportCounts counts{1, 2, 3, 4, 5, 6};
    QVERIFY(archive.archive().finishImport(*first, counts).has_value());
    const auto rows = readerOf(archive).imports();
    QVERIFY(rows.has_value());
    QCOMPARE(rows->size(), size_t(2));
    QCOMPARE((*rows)[0].id, *second);
    QCOMPARE((*rows)[0].kind, ImportKind::WatchedFolder);
    QCOMPARE((*rows)[0].finished, 0);
    QCOMPARE((*rows)[1].names, (QStringList{QStringLiteral("/a"), QStringLiteral("/b c")}));
    QCOMPARE((*rows)[1].counts, counts);
    QVERIFY((*rows)[1].finished >= (*rows)[1].started && (*rows)[1].started > 0);
}

void TestReader::noticesByPage()
{
    MadeArchive archive;
    const auto import = archive.archive().beginImport(ImportKind::Files, {});
    const auto other = archive.archive().beginImport(ImportKind::Files, {});
    std::vector<Error> errors;
    for (int i = 0; i < 5; ++i)
        errors.push_back({Code::Truncated, QString::number(i), QStringLiteral("fact"), i});
    QVERIFY(archive.archive().addNotices(*import, NoticeKind::Rejected, errors).has_value());
    QVERIFY(archive.archive().addNotices(*import, NoticeKind::Ignored, {errors[0]}).has_value());
    QVERIFY(archive.archive().addNotices(*other, NoticeKind::Rejected, {errors[4]}).has_value());
    ArchiveReader reader = readerOf(archive);
    QCOMPARE(*reader.noticeCount(std::vector{*import}, NoticeKind::Rejected), 5);
    QCOMPARE(*reader.noticeCount({}, NoticeKind::Rejected), 6);
    QCOMPARE(*reader.noticeCount(std::vector{*other, *import}, NoticeKind::Rejected), 6);
    QCOMPARE(*reader.noticeCount(std::vector<ImportId>(), NoticeKind::Rejected), 0);
    QCOMPARE(*reader.noticeCount(std::vector{*other}, NoticeKind::Ignored), 0);
    const auto page = reader.notices(std::vector{*import}, NoticeKind::Rejected, 3, 10);
    QVERIFY(page.has_value());
    QCOMPARE(page->size(), size_t(2));
    QCOMPARE((*page)[0].error, errors[3]);
    QCOMPARE((*page)[0].codeText, QString(slug(Code::Truncated)));
    QCOMPARE((*page)[0].import, *import);
    QCOMPARE((*page)[0].kind, NoticeKind::Rejected);
    QCOMPARE(reader.notices({}, NoticeKind::Rejected, 0, 2)->size(), size_t(2));
}

void TestReader::noticesOfANewerVersion()
{
    MadeArchive archive;
    const auto import = archive.archive().beginImport(ImportKind::Files, {});
    QVERIFY(archive.archive().addNotices(*import, NoticeKind::Rejected, {{Code::Truncated, {}, {}, -1}}).has_value());
    archive.execute({QStringLiteral("UPDATE notice_ SET code = 'quantum-damaged'")});
    const auto rows = readerOf(archive).notices({}, NoticeKind::Rejected, 0, 1);
    QCOMPARE((*rows)[0].codeText, QStringLiteral("quantum-damaged"));
    QCOMPARE((*rows)[0].error.code, Code::NotAReport);
}

void TestReader::conflictsNameTheReport()
{
    MadeArchive archive;
    Report original = report("a.example", day(0), {sts("example.org", 5, 0)});
    Report corrected = original;
    corrected.policies[0].successful = 9;
    archive.add({original}, 1'800'000'000);
    archive.add({corrected}, 1'800'000'500);
    const auto rows = readerOf(archive).notices({}, NoticeKind::Conflict, 0, 10);
    QCOMPARE(rows->size(), size_t(1));
    QCOMPARE((*rows)[0].report.value, 2);
    QVERIFY((*rows)[0].error.subject.startsWith(QStringLiteral("made ")));
}

void TestReader::originals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Packing>("packing");
    QTest::newRow("plain") << QByteArray("\xef\xbb\xbf{\"a\": \"\x00\xff\"}\r\n", 17) << Packing::Plain;
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x00whatever\x00trailing", 21) << Packing::Gzip;
}

void TestReader::originals()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Packing, packing);
    MadeArchive archive;
    const ReportId id = addOne(archive, bytes, packing, QStringLiteral("a!b!1!2.json.gz"));
    const auto row = readerOf(archive).original(id);
    QVERIFY(row.has_value());
    QCOMPARE(row->bytes, bytes);
    QCOMPARE(row->packing, packing);
    QCOMPARE(row->fileName, QStringLiteral("a!b!1!2.json.gz"));
    QCOMPARE(row->source, QStringLiteral("a.zip › b.json"));
    QCOMPARE(row->importNames, (QStringList{QStringLiteral("/x/a.zip"), QStringLiteral("/y")}));
    QCOMPARE(row->dated, 1'790'000'000);
    QVERIFY(row->imported > 0);
    QCOMPARE(row->signature, QStringLiteral("pass"));
    QCOMPARE(row->submitter, QStringLiteral("submit.example"));
    QCOMPARE(row->domainHint, QStringLiteral("example.org"));
    QCOMPARE(readerOf(archive).original({99}).error().code, Code::NoSuchReport);
}

void TestReader::fileNames_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("safe");
    QTest::newRow("as it is") << "a!b!1!2!x.json.gz" << "a!b!1!2!x.json.gz";
    QTest::newRow("none") << "" << "report-1.json.gz";
    QTest::newRow("climbing") << "../../etc/passwd" << "passwd";
    QTest::newRow("Windows path") << "C:\\x\\..\\y.json" << "y.json";
    QTest::newRow("only dots") << ".." << "report-1.json.gz";
    QTest::newRow("hidden") << "...bashrc" << "bashrc";
    QTest::newRow("control and bidi") << QStringLiteral("a\n\x1b[31m\u202egz.json") << "a[31mgz.json";
    QTest::newRow("odd characters") << "a:b*c?.json" << "a_b_c_.json";
    QTest::newRow("option") << "-rf" << "rf";
    QTest::newRow("options behind dots") << ".- -rf.json" << "rf.json";
    QTest::newRow("home") << "~root" << "root";
    QTest::newRow("lines") << QStringLiteral("a\u2028b\u2029.json") << "ab.json";
    QTest::newRow("zero") << QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b") << "ab";
    QTest::newRow("long") << QString(5000, u'x') + QStringLiteral(".json") << QString(195, u'x') + QStringLiteral(".json");
    QTest::newRow("long in bytes") << QString(150, QChar(0x20AC)) + QStringLiteral(".json")
                                   << QString(65, QChar(0x20AC)) + QStringLiteral(".json");
    QTest::newRow("folder") << "dir/" << "report-1.json.gz";
}

void TestReader::fileNames()
{
    QFETCH(QString, sent);
    QFETCH(QString, safe);
    MadeArchive archive;
    const ReportId id = addOne(archive, "x", Packing::Gzip, sent);
    QCOMPARE(readerOf(archive).original(id)->fileName, safe);
}

void TestReader::damagedOriginal()
{
    MadeArchive archive;
    const ReportId id = addOne(archive, "{}", Packing::Plain, {});
    archive.execute({QStringLiteral("UPDATE original_ SET bytes = x'0102'")});
    const auto row = readerOf(archive).original(id);
    QVERIFY(!row.has_value());
    QCOMPARE(row.error().code, Code::ArchiveDamaged);
}

void TestReader::watchedFolders()
{
    MadeArchive archive;
    QVERIFY(archive.archive().addWatchedFolder(QStringLiteral("/z")).has_value());
    QVERIFY(archive.archive().addWatchedFolder(QStringLiteral("/a b")).has_value());
    QCOMPARE(*readerOf(archive).watchedFolders(), (QStringList{QStringLiteral("/a b"), QStringLiteral("/z")}));
}

void TestReader::sentReports()
{
    MadeArchive archive;
    Report sent = report("google.com", day(0), {sts("example.org", 1, 0)});
    sent.contact = QStringLiteral("tls@google.com");
    sent.reportId = QStringLiteral("2026-10-01T00:00:00Z_example.org");
    archive.add({std::move(sent)});
    auto reader = readerOf(archive);
    const auto found = reader.sentReport(ReportId{1});
    QVERIFY(found.has_value());
    QCOMPARE(found->contact, QStringLiteral("tls@google.com"));
    QCOMPARE(found->reportId, QStringLiteral("2026-10-01T00:00:00Z_example.org"));
    const auto none = reader.sentReport(ReportId{99});
    QVERIFY(!none.has_value());
    QCOMPARE(none.error().code, Code::NoSuchReport);
}

void TestReader::marksOfFindings()
{
    MadeArchive archive;
    auto reader = readerOf(archive);
    QVERIFY(reader.findingMarks().value().empty());
    const QString muted = QStringLiteral("R01|example.org|mx.example.org|sts|");
    const QString seen = QStringLiteral("R04|example.org|mx.example.org|sts|");
    QVERIFY(archive.archive().muteFinding(muted, QStringLiteral("why"), day(3)).has_value());
    QVERIFY(archive.archive().markFindingsSeen({{seen, day(1)}}).has_value());
    const auto marks = reader.findingMarks().value();
    QCOMPARE(marks.size(), size_t(3));
    QVERIFY(marks[0].key.isEmpty() && marks[0].seen && !marks[0].muted);
    QCOMPARE(marks[1].key, muted);
    QVERIFY(marks[1].muted && marks[1].until == day(3) && !marks[1].seen && marks[1].mutedAt > 0);
    QCOMPARE(marks[1].reason, QStringLiteral("why"));
    QCOMPARE(marks[2], (FindingMark{seen, day(1), false, {}, QStringLiteral(""), 0}));
}

void TestReader::noMarksBeforeSchema2()
{
    QFile packed(QStringLiteral(TEST_DATA_DIR "/store/schema1.sqlite.gz"));
    QVERIFY(packed.open(QIODevice::ReadOnly));
    const auto bytes = unpackOriginal(packed.readAll(), Packing::Gzip, Limits{});
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("old.sqlite")));
    QVERIFY(bytes && file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size());
    file.close();
    auto reader = ArchiveReader::open(file.fileName());
    QVERIFY(reader.has_value());
    const auto marks = reader->findingMarks();
    QVERIFY(marks.has_value() && marks->empty());
    QCOMPARE(reader->watchedFolders().value().size(), 1);
    QVERIFY(reader->mailboxes().value().empty());
    // Another program brings it to our schema while it is open here.
    FixedClock clock(QDateTime::currentDateTimeUtc());
    auto archive = Archive::open(file.fileName(), Archive::Mode::ReadWrite, clock);
    QVERIFY(archive && (*archive)->markFindingsSeen({}));
    QCOMPARE(reader->findingMarks().value().size(), size_t(1));
}

void TestReader::dataVersionSeesOthers()
{
    MadeArchive archive;
    ArchiveReader reader = readerOf(archive);
    const int before = *reader.dataVersion();
    QCOMPARE(*reader.dataVersion(), before);
    archive.add({report("a.example", day(0), {sts("example.org", 1, 0)})});
    QVERIFY(*reader.dataVersion() != before);
}

void TestReader::cannotOpen()
{
    QTemporaryDir folder;
    const QString missing = folder.filePath(QStringLiteral("missing.sqlite"));
    QCOMPARE(ArchiveReader::open(missing).error().code, Code::ArchiveCannotOpen);
    QVERIFY(!QFile::exists(missing));
    QFile text(folder.filePath(QStringLiteral("text")));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(QByteArray(4096, 'x'));
    text.close();
    QCOMPARE(ArchiveReader::open(text.fileName()).error().code, Code::ArchiveNotOurs);
}

void TestReader::cannotWrite()
{
    MadeArchive archive;
    ArchiveReader reader = readerOf(archive);
    QSqlQuery query(reader.database());
    QVERIFY(!query.exec(QStringLiteral("DELETE FROM report_")));
}

QTEST_GUILESS_MAIN(TestReader)
#include "test_reader.moc"
