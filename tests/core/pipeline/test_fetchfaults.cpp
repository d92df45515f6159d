// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that answer strangely, archives that cannot be written, no memory, and cancelling at every point.
#include "tests/core/pipeline/fetchfixture.h"

#include <QDir>
#include <QTest>

#include <new>
#include <stdexcept>
#include <thread>

using namespace tlsrpt;
using namespace tlsrpt::fetchtest;

namespace
{

/// One folder with what the test says.
struct OddServer final : MailServer {
    std::function<Result<std::vector<ImapFolder>>()> list = [] { return std::vector<ImapFolder>{{QStringLiteral("INBOX"), {}, true}}; };
    std::function<void()> searched = [] {};
    std::function<void(const std::function<bool(FetchedMail)> &, const std::function<void(quint32)> &)> send;

    Result<std::vector<ImapFolder>> folders() override { return list(); }
    Result<OpenFolder> open(const QString &, bool) override { return OpenFolder{7, 3, 2}; }
    Result<std::vector<quint32>> candidates(quint32) override
    {
        searched();
        return std::vector<quint32>{1, 2};
    }
    Status fetch(const std::vector<quint32> &, const std::function<bool(FetchedMail)> &take,
                 const std::function<void(quint32)> &missing) override
    {
        send(take, missing);
        return {};
    }
    Status markRead(const std::vector<quint32> &) override { return {}; }
    Status move(const std::vector<quint32> &, const QString &) override { return {}; }
};

/// Whoever asks on another thread than this one has no memory, or some other trouble.
template<typename Exception>
class ThrowingClock final : public Clock
{
public:
    explicit ThrowingClock(const Exception &exception) : m_exception(exception) {}
    QDateTime nowUtc() const override
    {
        if (std::this_thread::get_id() != m_thread)
            throw m_exception;
        return QDateTime::currentDateTimeUtc();
    }

private:
    const Exception m_exception;
    const std::thread::id m_thread = std::this_thread::get_id();
};

FetchedMail mail(quint32 uid)
{
    const QByteArray bytes = reportMail(static_cast<int>(uid));
    return {uid, bytes.size(), 0, bytes};
}

} // namespace

class TestFetchFaults : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void mailsThatNobodyAskedFor();
    void missingAndMissingAgain();
    void mailsThatAreTooLarge();
    void noListOfFolders();
    void exceptions();
    void reportsThatThrow();
    void cancelledBeforeTheFirst();
    void cancelledAfterTheSearch();
    void cancelledBetweenMails();
    void cancelledBeforeMarking();
    void archiveCannotBeOpened();
    void mailboxCannotBeWritten();
    void placeCannotBeWritten();

private:
    Result<std::vector<MailboxOutcome>> fetch(const ConnectMailbox &connect);
    Result<MailboxOutcome> fetch(const std::function<void(OddServer &)> &setUp);

    std::unique_ptr<FetchFixture> m;
    std::unique_ptr<const Clock> m_clock;
    std::unique_ptr<JobControl> m_control;
    std::vector<Error> m_rejected;
};

void TestFetchFaults::init()
{
    m = std::make_unique<FetchFixture>();
    m_clock = std::make_unique<SystemClock>();
    m_control = std::make_unique<JobControl>();
    m_rejected.clear();
}

Result<std::vector<MailboxOutcome>> TestFetchFaults::fetch(const ConnectMailbox &connect)
{
    FetchRequest request;
    request.archivePath = m->archive();
    request.mailboxes = {m->access};
    request.pauses = m->pauses;
    FetchEvents events;
    events.notice = [this](NoticeKind, const Error &error) { m_rejected.push_back(error); };
    return runFetchFrom(connect, request, *m_clock, *m_control, events);
}

Result<MailboxOutcome> TestFetchFaults::fetch(const std::function<void(OddServer &)> &setUp)
{
    const auto outcomes = fetch([&](const MailboxAccess &, JobControl &, const ImapObserver &) -> Result<std::unique_ptr<MailServer>> {
        auto server = std::make_unique<OddServer>();
        setUp(*server);
        return server;
    });
    return outcomes.map([](const std::vector<MailboxOutcome> &all) { return all.front(); });
}

void TestFetchFaults::mailsThatNobodyAskedFor()
{
    const auto outcome = fetch([](OddServer &server) {
        server.send = [](const auto &take, const auto &) {
            for (const quint32 uid : {5, 1, 1, 2})
                QVERIFY(take(mail(uid)));
        };
    });
    QVERIFY(outcome && !outcome->error);
    QCOMPARE(outcome->mails, 2);
    QCOMPARE(m->reports(), 2);
    QCOMPARE(m->place(), (FolderPlace{7, 2, {}}));
}

void TestFetchFaults::missingAndMissingAgain()
{
    const auto outcome = fetch([](OddServer &server) {
        server.send = [](const auto &take, const auto &missing) {
            QVERIFY(take(mail(1)));
            missing(2);
            missing(2);
            missing(9);
        };
    });
    QVERIFY(outcome && !outcome->error);
    QCOMPARE(m_rejected.size(), size_t(1));
    QCOMPARE(m_rejected[0].code, Code::MailMissing);
    QCOMPARE(m->place(), (FolderPlace{7, 2, {2}}));
}

// Told once, with its size and the limit, and not asked for again.
void TestFetchFaults::mailsThatAreTooLarge()
{
    const auto outcome = fetch([](OddServer &server) {
        server.send = [](const auto &take, const auto &) {
            QVERIFY(take(mail(1)));
            QVERIFY(take({2, 400'000'000, 0, {}}));
        };
    });
    QVERIFY(outcome && !outcome->error);
    QCOMPARE(outcome->mails, 1);
    QCOMPARE(m_rejected.size(), size_t(1));
    QCOMPARE(m_rejected[0], (Error{Code::TooLarge, u"work/INBOX › UID 2"_qs, u"400000000 > 268435456"_qs, -1}));
    QCOMPARE(m->place(), (FolderPlace{7, 2, {}}));
}

void TestFetchFaults::noListOfFolders()
{
    const Error broken{Code::ServerAnswerBroken, QStringLiteral("imap.example.org"), QStringLiteral("NO"), -1};
    const auto outcome = fetch([&](OddServer &server) {
        server.list = [&]() -> Result<std::vector<ImapFolder>> { return tl::unexpected(broken); };
    });
    QVERIFY(outcome);
    QCOMPARE(outcome->error, std::optional(broken));
}

// The mailbox does not pass for read.
void TestFetchFaults::exceptions()
{
    const auto thrown = [this](const auto &exception) {
        const auto outcomes = fetch([&](const MailboxAccess &, JobControl &, const ImapObserver &) -> Result<std::unique_ptr<MailServer>> {
            throw exception;
        });
        return outcomes ? outcomes->front().error : std::nullopt;
    };
    QCOMPARE(thrown(std::bad_alloc()), std::optional(Error{Code::TooLarge, work, {}, -1}));
    QCOMPARE(thrown(std::runtime_error("why")), std::optional(Error{Code::FileUnreadable, work, QStringLiteral("why"), -1}));
    QCOMPARE(m->states().at(0).lastSuccess, 0);
}

// Each report for itself; the others of a mail are read.
void TestFetchFaults::reportsThatThrow()
{
    m->inbox.add(reportMail(1));
    m->inbox.add(reportMail(2));
    m_clock = std::make_unique<ThrowingClock<std::bad_alloc>>(std::bad_alloc());
    QVERIFY(fetch(m->box.connect()));
    QCOMPARE(m_rejected.size(), size_t(2));
    QCOMPARE(m_rejected[0].code, Code::TooLarge);
    QVERIFY(m_rejected[0].subject.startsWith(u"work/INBOX › UID "));
    m->inbox.add(reportMail(3));
    m_clock = std::make_unique<ThrowingClock<std::runtime_error>>(std::runtime_error("why"));
    QVERIFY(fetch(m->box.connect()));
    QCOMPARE(m_rejected.size(), size_t(3));
    QCOMPARE(m_rejected[2].code, Code::FileUnreadable);
    QCOMPARE(m_rejected[2].detail, QStringLiteral("why"));
    QCOMPARE(m->reports(), 0);
}

void TestFetchFaults::cancelledBeforeTheFirst()
{
    m_control->cancel();
    const auto outcomes = fetch(m->box.connect());
    QVERIFY(outcomes && outcomes->empty());
    QCOMPARE(m->box.connections, 0);
}

void TestFetchFaults::cancelledAfterTheSearch()
{
    const auto outcome = fetch([this](OddServer &server) {
        server.searched = [this] { m_control->cancel(); };
        server.send = [](const auto &, const auto &) { QFAIL("not asked for"); };
    });
    QVERIFY(outcome && outcome->cancelled && !outcome->error);
    QCOMPARE(m->place(), FolderPlace());
}

void TestFetchFaults::cancelledBetweenMails()
{
    const auto outcome = fetch([this](OddServer &server) {
        server.send = [this](const auto &take, const auto &) {
            take(mail(1));
            m_control->cancel();
            QVERIFY(!take(mail(2)));
        };
    });
    QVERIFY(outcome && outcome->cancelled);
    QCOMPARE(outcome->mails, 1);
}

void TestFetchFaults::cancelledBeforeMarking()
{
    m->inbox.add(reportMail(1));
    m->access.mailbox.afterwards = Afterwards::MarkRead;
    m->hook = [this](const Run &) {
        if (m->reports() > 0)
            m_control->cancel();
    };
    const Run run = m->fetch(*m_control, {m->access});
    QVERIFY(run.outcome().cancelled);
    QCOMPARE(m->reports(), 1);
    QVERIFY(!m->inbox.mails.at(1).seen);
}

void TestFetchFaults::archiveCannotBeOpened()
{
    QVERIFY(QDir().mkdir(m->archive()));
    const auto outcomes = fetch(m->box.connect());
    QVERIFY(!outcomes);
    QCOMPARE(outcomes.error().code, Code::ArchiveCannotOpen);
    QCOMPARE(m->box.connections, 0);
}

void TestFetchFaults::mailboxCannotBeWritten()
{
    QVERIFY(m->fetch().outcomes);
    QVERIFY(m->outside(QStringLiteral("CREATE TRIGGER fail_ BEFORE UPDATE ON mailbox_ BEGIN SELECT RAISE(ABORT, 'x'); END")));
    m->box.connections = 0;
    const auto outcomes = fetch(m->box.connect());
    QVERIFY(!outcomes);
    QCOMPARE(outcomes.error().code, Code::StoreFailed);
}

void TestFetchFaults::placeCannotBeWritten()
{
    QVERIFY(m->fetch().outcomes);
    QVERIFY(m->outside(QStringLiteral("CREATE TRIGGER fail_ BEFORE INSERT ON mailbox_folder_ BEGIN SELECT RAISE(ABORT, 'x'); END")));
    m->inbox.add(reportMail(1));
    const auto outcomes = fetch(m->box.connect());
    QVERIFY(!outcomes);
    QCOMPARE(outcomes.error().code, Code::StoreFailed);
    QCOMPARE(m->reports(), 1); // and is a duplicate the next time
}

QTEST_GUILESS_MAIN(TestFetchFaults)
#include "test_fetchfaults.moc"
