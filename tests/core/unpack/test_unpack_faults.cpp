// SPDX-License-Identifier: GPL-3.0-or-later
// Files that cannot be read to their end, disks that are full, and work that is given up.
#include "core/unpack/mailtitle.h"
#include "core/unpack/pagedreader.h"
#include "core/unpack/session.h"
#include "tests/core/unpack/haul.h"
#include "tests/support/processlimit.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace tlsrpt;
using namespace tlsrpt::test;
using made::ProcessLimit;

Q_DECLARE_METATYPE(tlsrpt::Content)

namespace
{

constexpr qsizetype megabyte = 1024 * 1024;

/// Fails behind so many bytes, or has somebody told of them.
class FailingFile final : public QFile
{
public:
    FailingFile(const QString &name, qint64 good) : QFile(name), m_good(good)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    std::function<void()> instead; ///< of failing
    qint64 until = 1LL << 60;      ///< where it is good again
    bool seekable = true;

    bool seek(qint64 to) override
    {
        m_at = to;
        return seekable && QFile::seek(to);
    }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const bool bad = m_at >= m_good && m_at < until;
        if (bad && instead)
            instead();
        if (bad && !instead)
            return -1;
        const qint64 got = QFile::readData(data, instead ? most : std::min(most, m_good - m_at));
        m_at += std::max<qint64>(got, 0);
        return got;
    }

private:
    const qint64 m_good;
    qint64 m_at = 0;
};

QByteArray noise(qsizetype size)
{
    QRandomGenerator random(3);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>('a' + random.bounded(26));
    return bytes;
}

/// A mail of this size, or a little more.
QByteArray largeMail(qsizetype size)
{
    QByteArray line(63, 'x');
    line += '\n';
    return "From: a@example.org\nTo: b@example.org\nSubject: large\n\n" + line.repeated(size / line.size());
}

QByteArray mboxOf(const QByteArray &mail)
{
    return "From a@example.org Mon Nov  2 10:00:00 2026\n" + mail;
}

} // namespace

class TestUnpackFaults : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_haul = {};
        m_control = std::make_unique<JobControl>();
    }
    void endsBeforeItsEnd_data();
    void endsBeforeItsEnd();
    void positionsThatCannotBeReached();
    void notToBeRead();
    void shrunkMeanwhile();
    void noMoreFilesMayBeOpened();
    void nothingButBlanks();
    void noPlaceForTemporaryFiles_data();
    void noPlaceForTemporaryFiles();
    void diskFull_data();
    void diskFull();
    void diskFullAtTheEnd();
    void givenUpInTheMiddle_data();
    void givenUpInTheMiddle();
    void givenUpBetweenParts();
    void misspeltAndLarge();
    void largeJsonOfOthers();
    void originalsThatUnpackTooFar();
    void titles();

private:
    QString write(const QByteArray &bytes);
    void unpack(std::shared_ptr<QFile> file, Content content);

    QTemporaryDir m_folder;
    std::unique_ptr<JobControl> m_control;
    Haul m_haul;
};

QString TestUnpackFaults::write(const QByteArray &bytes)
{
    QFile file(m_folder.filePath(QStringLiteral("input")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    return file.fileName();
}

void TestUnpackFaults::unpack(std::shared_ptr<QFile> file, Content content)
{
    const Limits limits;
    ByteBudget budget(1LL << 40);
    JobControl control;
    Workbench bench;
    const UnpackSink sink = m_haul.sink();
    Session session(limits, budget, control, bench, sink);
    Item item;
    item.source = QStringLiteral("input");
    item.blob.content = content;
    item.blob.size = file->size();
    item.blob.file = std::move(file);
    session.start(item, item.blob.size);
    for (Document &document : m_haul.documents)
        document.ticket = {};
}

void TestUnpackFaults::endsBeforeItsEnd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Content>("content");
    QTest::addColumn<qint64>("good");
    QTest::addColumn<QString>("rejected");
    QTest::addColumn<int>("documents");
    const QByteArray gzip = gz(reportJson());
    const QByteArray mails = mboxOf(reportMail(1)) + mboxOf(reportMail(2));
    const QByteArray members = zip({{u"a.json"_qs, reportJson(1)}, {u"b.json"_qs, reportJson(2)}});
    const QString unreadable = u"input: file-unreadable"_qs;
    QTest::newRow("gzip, from the start") << gzip << Content::Gzip << 0LL << unreadable << 0;
    QTest::newRow("gzip, in the middle") << gzip << Content::Gzip << 100LL << unreadable << 0;
    QTest::newRow("gzip, behind its first member") << gzip + gzip << Content::Gzip << qint64(gzip.size()) << unreadable << 0;
    QTest::newRow("mbox, from the start") << mails << Content::Mbox << 0LL << unreadable << 0;
    QTest::newRow("mbox, in the middle") << mails << Content::Mbox << qint64(mails.size()) - 150 << unreadable << 1;
    QTest::newRow("zip") << members << Content::Zip << 0LL << u"input: truncated"_qs << 0;
    QTest::newRow("JSON") << reportJson() << Content::Json << 10LL << unreadable << 0;
}

void TestUnpackFaults::endsBeforeItsEnd()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Content, content);
    QFETCH(qint64, good);
    QFETCH(QString, rejected);
    QFETCH(int, documents);
    unpack(std::make_shared<FailingFile>(write(bytes), good), content);
    QVERIFY2(m_haul.rejections().contains(rejected), qPrintable(m_haul.rejections().join(u'\n')));
    QCOMPARE(int(m_haul.documents.size()), documents);
}

void TestUnpackFaults::positionsThatCannotBeReached()
{
    const auto file = std::make_shared<FailingFile>(write(reportMail()), 1LL << 40);
    file->seekable = false;
    unpack(file, Content::Mail);
    QCOMPARE(m_haul.rejections(), QStringList(u"input: file-unreadable"_qs));
    PagedReader reader(file);
    char byte = 0;
    QCOMPARE(reader.read(&byte, 1), -1);
}

void TestUnpackFaults::notToBeRead()
{
    // As of a device with a bad block.
    Input input;
    input.path = QStringLiteral("/proc/self/mem");
    input.display = QStringLiteral("mem");
    input.size = 100;
    ByteBudget budget(1000);
    Unpacker({}, budget, *m_control).unpack(input, m_haul.sink());
    QCOMPARE(m_haul.rejections(), QStringList(u"mem: file-unreadable"_qs));
    QVERIFY(!m_haul.rejected[0].detail.isEmpty());

    m_haul = {};
    auto file = std::make_shared<QFile>(write(reportMail()));
    QVERIFY(file->open(QIODevice::Append));
    unpack(file, Content::Mail);
    QCOMPARE(m_haul.rejections(), QStringList(u"input: mail-damaged"_qs));
}

void TestUnpackFaults::shrunkMeanwhile()
{
    Blob blob;
    blob.file = std::make_shared<QFile>(write(reportJson()));
    QVERIFY(blob.file->open(QIODevice::ReadWrite));
    blob.size = blob.file->size();
    QVERIFY(blob.file->resize(10));
    const Result<QByteArray> all = blob.all(megabyte);
    QVERIFY(!all);
    QCOMPARE(all.error().code, Code::FileUnreadable);
}

void TestUnpackFaults::noMoreFilesMayBeOpened()
{
    const QString path = write(noise(2 * megabyte)); // opened a second time, as it is large
    {
        const ProcessLimit limit = ProcessLimit::moreFiles(1);
        m_haul = unpackFile(path);
    }
    QCOMPARE(m_haul.rejected.size(), size_t(1));
    QCOMPARE(m_haul.rejected[0].code, Code::FileUnreadable);
    m_haul = unpackFile(path);
    QVERIFY(m_haul.rejected.empty());
}

void TestUnpackFaults::nothingButBlanks()
{
    m_haul = unpackFile(write(QByteArray(2 * megabyte, '\n')));
    QVERIFY(m_haul.rejected.empty());
    QCOMPARE(m_haul.ignored.size(), size_t(1));
}

void TestUnpackFaults::noPlaceForTemporaryFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray mbox = mboxOf(largeMail(2 * megabyte));
    QTest::newRow("gzip") << gz(mbox);
    QTest::newRow("zip") << zip({{u"a.mbox"_qs, mbox}});
    QTest::newRow("mbox") << mbox;
    QTest::newRow("mail") << multipart("From: a@example.org\nTo: b@example.org\n",
                                       {{"Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n",
                                         base64Lines(mbox)}}, "multipart/mixed");
}

void TestUnpackFaults::noPlaceForTemporaryFiles()
{
    QFETCH(QByteArray, bytes);
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", "/proc"); // where not even root may write
    m_haul = unpackBytes(bytes, QStringLiteral("input"));
    before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
    QCOMPARE(m_haul.rejected.size(), size_t(1));
    QCOMPARE(m_haul.rejected[0].code, Code::CannotWrite);
    QVERIFY(m_haul.rejected[0].subject.startsWith(u"input"));
    QVERIFY(unpackBytes(bytes, QStringLiteral("input")).rejected.empty());
}

void TestUnpackFaults::diskFull_data()
{
    noPlaceForTemporaryFiles_data();
}

void TestUnpackFaults::diskFull()
{
    QFETCH(QByteArray, bytes);
    std::signal(SIGXFSZ, SIG_IGN);
    {
        const ProcessLimit limit(RLIMIT_FSIZE, megabyte + megabyte / 2);
        m_haul = unpackBytes(bytes, QStringLiteral("input"));
    }
    QCOMPARE(m_haul.rejected.size(), size_t(1));
    QCOMPARE(m_haul.rejected[0].code, Code::DiskFull);
    QVERIFY(!m_haul.rejected[0].detail.isEmpty());
}

/// The last bytes are written when all is told to be there.
void TestUnpackFaults::diskFullAtTheEnd()
{
    std::signal(SIGXFSZ, SIG_IGN);
    constexpr qsizetype pieces = 5 * 256 * 1024;
    const QByteArray mbox = mboxOf(largeMail(pieces)) + "\nthe end\n";
    const qsizetype postmark = mbox.indexOf('\n') + 1;
    {
        const ProcessLimit limit(RLIMIT_FSIZE, static_cast<rlim_t>(mbox.size() - postmark - 5));
        m_haul = unpackBytes(mbox, QStringLiteral("input"));
    }
    QCOMPARE(m_haul.rejections(), QStringList(u"input › mail 1: disk-full"_qs));
}

void TestUnpackFaults::givenUpInTheMiddle_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Content>("content");
    const QByteArray json = R"([{"policies":[],"x":")" + noise(3 * megabyte) + "\"}]";
    QTest::newRow("gzip") << gz(json) << Content::Gzip;
    QTest::newRow("zip") << zip({{u"a.json"_qs, json}, {u"b.json"_qs, reportJson()}}) << Content::Zip;
}

void TestUnpackFaults::givenUpInTheMiddle()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Content, content);
    const Limits limits;
    ByteBudget budget(1LL << 40);
    JobControl control;
    Workbench bench;
    const UnpackSink sink = m_haul.sink();
    Session session(limits, budget, control, bench, sink);
    auto file = std::make_shared<FailingFile>(write(bytes), 100'000);
    file->until = 1'000'000; // a zip is first read at its end
    file->instead = [&control] { control.cancel(); };
    Item item;
    item.source = QStringLiteral("input");
    item.blob.content = content;
    item.blob.size = file->size();
    item.blob.file = file;
    session.open(item);
    QCOMPARE(m_haul.rejections(), QStringList());
    QVERIFY(m_haul.documents.empty());
    QVERIFY(m_haul.ignored.empty());
}

void TestUnpackFaults::givenUpBetweenParts()
{
    const Attachment part = {"Content-Type: application/gzip\nContent-Transfer-Encoding: base64\n", base64Lines(gz(reportJson()))};
    // Misspelt, so that it is nothing for the quick reader.
    const QByteArray mail = multipart("From: a@example.org\nTo: b@example.org\nContentType: text/plain\n", {part, part, part});
    UnpackSink sink = m_haul.sink();
    int documents = 0;
    sink.document = [&](const Document &) {
        ++documents;
        m_control->cancel();
    };
    ByteBudget budget(1LL << 30);
    Unpacker({}, budget, *m_control).unpack(mail, u"m.eml"_qs, 0, sink);
    QCOMPARE(documents, 1);
    QVERIFY(m_haul.rejected.empty());
}

void TestUnpackFaults::misspeltAndLarge()
{
    QByteArray mail = reportMail();
    const qsizetype field = mail.indexOf("Content-Type:");
    mail.replace(field, 13, "ContentType:");
    const QByteArray large = mail + noise(megabyte);
    m_haul = unpackFile(write(large));
    QCOMPARE(m_haul.documents.size(), size_t(1));

    m_haul = {};
    auto file = std::make_shared<QFile>(write(large));
    QVERIFY(file->open(QIODevice::ReadOnly));
    const Limits limits;
    ByteBudget budget(1LL << 40);
    Workbench bench;
    const UnpackSink sink = m_haul.sink();
    Session session(limits, budget, *m_control, bench, sink);
    Item item;
    item.source = QStringLiteral("input");
    item.blob.content = Content::Mail;
    item.blob.size = file->size() + 1; // it has shrunk
    item.blob.file = file;
    session.open(item);
    QCOMPARE(m_haul.rejections(), QStringList(u"input: file-unreadable"_qs));
}

void TestUnpackFaults::largeJsonOfOthers()
{
    Limits limits;
    limits.documentBytes = 100'000;
    m_haul = unpackBytes(gz("[" + QByteArray("{\"a\":1},").repeated(20'000) + "{}]"), QStringLiteral("x.gz"), limits);
    QVERIFY(m_haul.rejected.empty());
    QCOMPARE(m_haul.ignored.size(), size_t(1));
}

void TestUnpackFaults::originalsThatUnpackTooFar()
{
    Limits limits;
    limits.ratioFloorBytes = 1000;
    const QByteArray original = gz(QByteArray(200'000, ' '));
    const Result<QByteArray> json = unpackOriginal(original, Packing::Gzip, limits);
    QVERIFY(!json);
    QCOMPARE(json.error().code, Code::RatioExceeded);
    QVERIFY(unpackOriginal(original, Packing::Gzip, {}));
}

void TestUnpackFaults::titles()
{
    QCOMPARE(mailTitle("Message-ID: <a@b>\r\nSubject: Report\r\n of today\r\n\r\nSubject: not this\r\n"), u"Report of today"_qs);
    QCOMPARE(mailTitle("Message-ID: <a@b>\r\n\r\nSubject: not this\r\n"), u"<a@b>"_qs);
    QCOMPARE(mailTitle("no mail"), QString());
}

QTEST_GUILESS_MAIN(TestUnpackFaults)
#include "test_unpack_faults.moc"
