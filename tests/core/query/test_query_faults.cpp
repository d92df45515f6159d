// SPDX-License-Identifier: GPL-3.0-or-later
// A disk or memory that fails while a question is answered: an error or the whole answer, never a part of it.
#include "core/query/reader.h"
#include "tests/core/query/made.h"
#include "tests/support/sqlitefaults/trials.h"

#include <QFileInfo>
#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::made;
using namespace tlsrpt::faults;

class TestQueryFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void asking_data();
    void asking();

private:
    std::unique_ptr<MadeArchive> m_archive;
};

namespace
{

using Answer = Result<QStringList>;

struct Question {
    const char *name;
    std::function<Answer(ArchiveReader &)> ask;
};

/// Long, so that each is on pages of its own.
QString longName(int number)
{
    return QString(3000, u'n') + QString::number(number);
}

Answer loaded(ArchiveReader &reader, std::shared_ptr<const Facts> previous = {})
{
    return loadFacts(reader.database(), std::move(previous)).map([](const auto &facts) { return dump(*facts); });
}

/// What a row tells, as one text.
QString text(const ImportRow &row)
{
    return row.names.join(u' ') + QString::number(row.counts.imported);
}

QString text(const NoticeRow &row)
{
    return row.error.subject + row.codeText;
}

QString text(const FindingMark &mark)
{
    return mark.key + mark.reason;
}

QString text(const MailboxState &state)
{
    return state.name + QString::number(state.lastSuccess);
}

template<typename Row>
Answer texts(const Result<std::vector<Row>> &rows)
{
    return rows.map([](const std::vector<Row> &all) {
        QStringList told;
        for (const Row &row : all)
            told += text(row);
        return told;
    });
}

const std::vector<Question> &questions()
{
    static const std::vector<Question> all{
        {"facts", [](ArchiveReader &r) { return loaded(r); }},
        {"new facts",
         [](ArchiveReader &r) -> Answer {
             auto old = std::make_shared<Facts>(); // an archive without reports, before the first came
             old->texts = {QString()};
             old->policies = {{}};
             return loaded(r, old);
         }},
        {"imports", [](ArchiveReader &r) { return texts(r.imports()); }},
        {"notices", [](ArchiveReader &r) { return texts(r.notices({}, NoticeKind::Rejected, 0, 100)); }},
        {"notices of an import", [](ArchiveReader &r) {
             return r.noticeCount({{ImportId{1}}}, NoticeKind::Rejected).map([](qint64 n) { return QStringList(QString::number(n)); });
         }},
        {"original", [](ArchiveReader &r) {
             return r.original(ReportId{1}).map([](const OriginalRow &row) {
                 return QStringList{QString::fromUtf8(row.bytes.toHex()), row.fileName, row.source, row.domainHint, row.submitter};
             });
         }},
        {"sent report", [](ArchiveReader &r) {
             return r.sentReport(ReportId{1}).map([](const SentReport &row) { return QStringList{row.contact, row.reportId}; });
         }},
        {"watched folders", [](ArchiveReader &r) -> Answer { return r.watchedFolders(); }},
        {"finding marks", [](ArchiveReader &r) { return texts(r.findingMarks()); }},
        {"mailboxes", [](ArchiveReader &r) { return texts(r.mailboxes()); }},
        {"newest fetch", [](ArchiveReader &r) {
             return r.newestFetch().map([](std::optional<Day> day) { return QStringList(day ? day->toIso() : QString()); });
         }},
        {"data version", [](ArchiveReader &r) { return r.dataVersion().map([](int) { return QStringList(); }); }},
    };
    return all;
}

} // namespace

void TestQueryFaults::initTestCase()
{
    QVERIFY(install());
    m_archive = std::make_unique<MadeArchive>();
    std::vector<Report> reports;
    for (int i = 0; i < 20; ++i) {
        Report one = report("google.com", day(i), {sts("example.org", 5, 1, {failure("certificate-expired", 1, "mx.example.org")})});
        one.contact = longName(i);
        reports.push_back(std::move(one));
    }
    const ImportId import = m_archive->add(std::move(reports));
    Archive &archive = m_archive->archive();
    for (int i = 0; i < 4; ++i) {
        const QString name = longName(i);
        QVERIFY(archive.addNotices(import, NoticeKind::Rejected, {{Code::Truncated, name, {}, 1}}));
        QVERIFY(archive.beginImport(ImportKind::Files, {name}));
        QVERIFY(archive.muteFinding(name, QStringLiteral("why"), {}));
        QVERIFY(archive.addWatchedFolder(name));
        QVERIFY(archive.beginFetch(name, QStringLiteral("me")));
        QVERIFY(archive.finishFetch(name, {}));
    }
}

void TestQueryFaults::asking_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Fault>("fault");
    for (const Question &question : questions()) {
        for (const Fault fault : {Fault::Open, Fault::Read, Fault::SharedMemory, Fault::Memory, Fault::Statement})
            QTest::addRow("%s, %s", question.name, nameOf(fault)) << QString::fromLatin1(question.name) << fault;
    }
}

void TestQueryFaults::asking()
{
    QFETCH(QString, name);
    QFETCH(Fault, fault);
    const auto question = std::find_if(questions().begin(), questions().end(),
                                       [&](const Question &q) { return name == QLatin1String(q.name); });
    auto healthy = ArchiveReader::open(m_archive->path());
    QVERIFY(healthy.has_value());
    const Answer right = question->ask(*healthy);
    QVERIFY(right.has_value());
    const QString folder = QFileInfo(m_archive->path()).path();
    const QString wrong = wrongUnder(fault, 3, [&](Fault kind, int at, bool lasting) -> Outcome {
        arm(kind, at, lasting);
        auto reader = ArchiveReader::open(m_archive->path());
        const Answer answer = reader.and_then([&](ArchiveReader &r) { return question->ask(r); });
        const bool met = heal();
        if (!met && !answer)
            return {met, QStringLiteral("fails without a fault")};
        if (answer && *answer != *right)
            return {met, answer->join(u'\n')};
        if (QString bad = answer ? QString() : complaintAbout(answer.error(), kind, folder); !bad.isEmpty())
            return {met, bad};
        if (!reader)
            return {met, QString()};
        const Answer again = question->ask(*reader);
        return {met, again && *again == *right ? QString() : QStringLiteral("the next time: ") + (again ? again->join(u'\n') : again.error().detail)};
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

QTEST_GUILESS_MAIN(TestQueryFaults)
#include "test_query_faults.moc"
