// SPDX-License-Identifier: GPL-3.0-or-later
// The client against a real Dovecot: folders, choosing, fetching, marking, moving.
#include "tests/core/source/imap/account.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace tlsrpt;
using namespace tlsrpt::made;

namespace
{

std::vector<quint32> upTo(quint32 last)
{
    std::vector<quint32> uids(last);
    std::iota(uids.begin(), uids.end(), 1U);
    return uids;
}

} // namespace

class TestImapDovecot : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void init();
    void over_data();
    void over();
    void onlyReportsAreChosen();
    void mailsComeWholeAndFlagsStay();
    void newAndMovedMailsWhileFetching();
    void uidValidityChanges();
    void foldersOfAllNames();
    void aFolderThatIsNotThere();
    void markRead();
    void moves();
    void aHugeMail();
    void takingStops();
    void idleEndsWithNews();
    void manyMails();

private:
    bool deliverMixed(int count, const QByteArray &folder = {});
    ImapClient &client() { return **m_noted->client; }

    std::unique_ptr<Dovecot> m_server;
    std::unique_ptr<Noted> m_noted;
    QByteArray m_folder;     ///< each test has its own
    QString m_folderName;
    int m_tests = 0;
};

void TestImapDovecot::initTestCase()
{
    if (const QString why = Dovecot::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_server = std::make_unique<Dovecot>();
    QVERIFY(m_server->start());
}

void TestImapDovecot::init()
{
    m_folderName = QStringLiteral("Test%1").arg(++m_tests);
    m_folder = m_folderName.toUtf8();
    QVERIFY(m_server->makeFolder(m_folder));
    m_noted = std::make_unique<Noted>();
    m_noted->connect(accountOf(*m_server));
    if (!m_noted->client)
        qWarning() << m_noted->client.error().detail << m_server->log();
    QVERIFY(m_noted->client);
}

// A report, then something else, and so on; reports have odd UIDs.
bool TestImapDovecot::deliverMixed(int count, const QByteArray &folder)
{
    bool done = true;
    for (int i = 0; i < count; ++i)
        done = done && m_server->deliver(i % 2 ? otherMail(i) : reportMail(i),
                                         folder.isEmpty() ? m_folder : folder);
    return done;
}

void TestImapDovecot::over_data()
{
    QTest::addColumn<Security>("security");
    QTest::newRow("TLS") << Security::Tls;
    QTest::newRow("STARTTLS") << Security::StartTls;
}

void TestImapDovecot::over()
{
    QFETCH(Security, security);
    Noted noted;
    noted.connect(accountOf(*m_server, security));
    QVERIFY(noted.client);
    QVERIFY(!noted.certificate);
    QVERIFY(noted.steps.filter(QStringLiteral("TLSv1")).size() == 1);
    QVERIFY(noted.steps.filter(QLatin1String("s3cret")).isEmpty());
}

void TestImapDovecot::onlyReportsAreChosen()
{
    QVERIFY(deliverMixed(40));
    const auto opened = client().open(m_folderName);
    QVERIFY(opened);
    QCOMPARE(opened->messages, 40U);
    QVERIFY(opened->uidValidity > 0);
    QCOMPARE(opened->uidNext, 41U);
    const auto found = client().candidates(0);
    QVERIFY(found);
    QCOMPARE(found->size(), size_t(20));
    QVERIFY(std::all_of(found->begin(), found->end(), [](quint32 uid) { return uid % 2 == 1; }));

    const auto later = client().candidates(30);
    QVERIFY(later);
    QCOMPARE(*later, (std::vector<quint32>{31, 33, 35, 37, 39}));
    const auto none = client().candidates(40);
    QVERIFY(none);
    QVERIFY(none->empty());
}

void TestImapDovecot::mailsComeWholeAndFlagsStay()
{
    QVERIFY(deliverMixed(30));
    QVERIFY(client().open(m_folderName));
    const Fetched fetched = fetchAll(client(), upTo(30));
    QVERIFY(fetched.status);
    QCOMPARE(fetched.mails.size(), size_t(30));
    QVERIFY(fetched.missing.empty());
    for (const FetchedMail &mail : fetched.mails) {
        const int index = static_cast<int>(mail.uid) - 1;
        QCOMPARE(mail.bytes, index % 2 ? otherMail(index) : reportMail(index));
        QCOMPARE(mail.size, mail.bytes.size());
        QVERIFY(mail.received > 1'600'000'000);
    }
    for (const QString &name : m_server->files(m_folder))
        QVERIFY2(!name.section(QStringLiteral(":2,"), 1).contains(u'S'), qPrintable(name));
}

void TestImapDovecot::newAndMovedMailsWhileFetching()
{
    QVERIFY(deliverMixed(10));
    QVERIFY(client().open(m_folderName));
    const auto found = client().candidates(0);
    QVERIFY(found);
    QCOMPARE(found->size(), size_t(5));

    // Meanwhile another client takes two away, and new ones come.
    Noted other;
    other.connect(accountOf(*m_server));
    QVERIFY(other.client);
    QVERIFY((*other.client)->open(m_folderName, true));
    QVERIFY((*other.client)->move({3, 5}, QStringLiteral("INBOX")));
    QVERIFY(m_server->deliver(reportMail(77), m_folder));

    const Fetched fetched = fetchAll(client(), *found);
    QVERIFY(fetched.status);
    QVERIFY(fetched.missing.empty());
    QCOMPARE(fetched.mails.size(), size_t(3));
    const auto later = client().candidates(found->back());
    QVERIFY(later);
    QCOMPARE(*later, std::vector<quint32>{11});
}

void TestImapDovecot::uidValidityChanges()
{
    QVERIFY(deliverMixed(2));
    const auto before = client().open(m_folderName);
    QVERIFY(before);
    QVERIFY(client().open(QStringLiteral("INBOX")));
    QVERIFY(m_server->forgetUids(m_folder));
    Noted again;
    again.connect(accountOf(*m_server));
    QVERIFY(again.client);
    const auto after = (*again.client)->open(m_folderName);
    QVERIFY(after);
    QVERIFY(after->uidValidity != before->uidValidity);
    QCOMPARE(after->messages, 2U);
}

void TestImapDovecot::foldersOfAllNames()
{
    // On disk as in RFC 3501 §5.1.3.
    const QList<std::pair<QByteArray, QString>> names = {
        {"TLS Reports", QStringLiteral("TLS Reports")},
        {"Pr&APw-fung &- Ma&AN8-", QStringLiteral("Prüfung & Maß")},
        {"&Tg1lhw-", QStringLiteral("不文")},
        {"&Ti1lhw-", QStringLiteral("中文")},
        {"Archive.2026", QStringLiteral("Archive.2026")},
        {"a\\b\"c", QStringLiteral("a\\b\"c")},
    };
    int count = 0;
    for (const auto &name : names) {
        QVERIFY(m_server->makeFolder(name.first));
        ++count;
        for (int i = 0; i < count; ++i)
            QVERIFY(m_server->deliver(reportMail(i), name.first));
    }
    const auto folders = client().folders();
    QVERIFY(folders);
    count = 0;
    for (const auto &name : names) {
        const auto at = std::find_if(folders->begin(), folders->end(),
                                     [&](const ImapFolder &f) { return f.name == name.second; });
        QVERIFY2(at != folders->end(), qPrintable(name.second));
        QVERIFY(at->selectable);
        const auto mails = client().countOf(name.second);
        QVERIFY2(mails, qPrintable(name.second));
        QCOMPARE(*mails, static_cast<quint32>(++count));
        Noted fresh; // that has not listed them
        fresh.connect(accountOf(*m_server));
        QVERIFY(fresh.client);
        QVERIFY2((*fresh.client)->open(name.second), qPrintable(name.second));
    }
}

void TestImapDovecot::aFolderThatIsNotThere()
{
    const auto opened = client().open(QStringLiteral("Nowhere"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Code::FolderNotFound);
    QCOMPARE(opened.error().subject, QStringLiteral("Nowhere"));
    const auto counted = client().countOf(QStringLiteral("Nowhere"));
    QVERIFY(!counted);
    QCOMPARE(counted.error().code, Code::FolderNotFound);
    QVERIFY(deliverMixed(1));
    QVERIFY(client().open(m_folderName, true));
    const auto moved = client().move({1}, QStringLiteral("Nowhere"));
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, Code::FolderNotFound);
    QVERIFY(client().open(m_folderName)); // it goes on
}

void TestImapDovecot::markRead()
{
    QVERIFY(deliverMixed(4));
    QVERIFY(client().open(m_folderName, true));
    QVERIFY(client().markRead({1, 3}));
    const QStringList seen = m_server->files(m_folder).filter(QRegularExpression(QStringLiteral(":2,.*S")));
    QCOMPARE(seen.size(), 2);
    QVERIFY(seen.filter(QStringLiteral("M00")).size() == 2);
}

void TestImapDovecot::moves()
{
    QVERIFY(deliverMixed(6));
    QVERIFY(m_server->makeFolder("Done"));
    QVERIFY(client().open(m_folderName, true));
    QVERIFY(client().move({1, 3, 5}, QStringLiteral("Done")));
    QCOMPARE(m_server->files(m_folder).size(), 3);
    QCOMPARE(m_server->files("Done").size(), 3);
    const auto left = client().candidates(0);
    QVERIFY(left);
    QVERIFY(left->empty());
}

void TestImapDovecot::aHugeMail()
{
    QByteArray huge = reportMail(1);
    huge.truncate(huge.lastIndexOf("\r\n--"));
    const QByteArray line(98, 'A');
    huge.reserve(100'500'000);
    while (huge.size() < 100'000'000)
        huge += "\r\n" + line;
    huge += "\r\n";
    QVERIFY(m_server->deliver(huge, m_folder));
    QVERIFY(client().open(m_folderName));
    const Fetched fetched = fetchAll(client(), {1});
    QVERIFY2(fetched.status, fetched.status ? "" : qPrintable(fetched.status.error().detail));
    QCOMPARE(fetched.mails.size(), size_t(1));
    QVERIFY(fetched.mails.front().bytes == huge);
}

void TestImapDovecot::takingStops()
{
    QVERIFY(deliverMixed(10));
    QVERIFY(client().open(m_folderName));
    int taken = 0;
    QVERIFY(client().fetch(upTo(10), [&taken](const FetchedMail &) { return ++taken < 3; }, [](quint32) {}));
    QCOMPARE(taken, 3);
    QVERIFY(client().candidates(0)); // and the connection is as good as before
}

void TestImapDovecot::idleEndsWithNews()
{
    QVERIFY(deliverMixed(1));
    QVERIFY(client().open(m_folderName));
    QVERIFY(m_server->deliver(reportMail(3), m_folder));
    QElapsedTimer clock;
    clock.start();
    QVERIFY(client().canIdle());
    const auto news = client().idle(60);
    QVERIFY(news);
    QVERIFY(*news);
    QVERIFY(clock.elapsed() < 50'000);
    const auto found = client().candidates(1);
    QVERIFY(found);
    QCOMPARE(*found, std::vector<quint32>{2});
    const auto quiet = client().idle(1);
    QVERIFY(quiet);
    QVERIFY(!*quiet);
}

// 10,000 mails, half of them something else; twice, as the server has to make its index at first.
void TestImapDovecot::manyMails()
{
    constexpr int count = 10'000;
    QVERIFY(deliverMixed(count));
    for (const char *index : {"cold", "warm"}) {
        Noted noted;
        noted.connect(accountOf(*m_server));
        QVERIFY(noted.client);
        QVERIFY((*noted.client)->open(m_folderName));
        QElapsedTimer clock;
        clock.start();
        const auto found = (*noted.client)->candidates(0);
        QVERIFY(found);
        QCOMPARE(found->size(), size_t(count / 2));
        const qint64 chosen = clock.restart();
        int mails = 0;
        quint32 last = 0;
        const auto take = [&mails, &last](const FetchedMail &mail) {
            mails += mail.uid > last && !mail.bytes.isEmpty() ? 1 : 0;
            last = mail.uid;
            return true;
        };
        QVERIFY((*noted.client)->fetch(*found, take, [](quint32) {}));
        QCOMPARE(mails, count / 2);
        qInfo("%s index: chosen in %lld ms, fetched in %lld ms", index, chosen, clock.elapsed());
    }
}

QTEST_GUILESS_MAIN(TestImapDovecot)
#include "test_imap_dovecot.moc"
