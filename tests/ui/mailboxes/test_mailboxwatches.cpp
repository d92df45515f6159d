// SPDX-License-Identifier: GPL-3.0-or-later
// New mails are fetched as they arrive: the clock of these tests stands still.
#include "tests/support/eventqueue.h"
#include "tests/ui/mailboxes/mailfixture.h"
#include "tests/ui/mailboxes/post.h"
#include "ui/mailboxes/mailboxwatches.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace tlsrpt;
using namespace tlsrpt::test;
using State = MailboxRow::State;

namespace
{

/// Fetched once by hand, and watched from then on.
struct Watched : Post {
    MailboxWatches watches{fetcher, mailboxes, clock};

    bool begin(const Mailbox &mailbox)
    {
        mailboxes.put(mailbox);
        store.secrets.insert(mailbox.name, rightPassword().value);
        if (!open())
            return false;
        fetcher.fetch(mailbox.name);
        return reaches(State::UpToDate);
    }
    bool stands()
    {
        return QTest::qWaitFor([this] { return row().watched; }, 20'000) && reaches(State::UpToDate);
    }
    bool has(size_t reports)
    {
        return QTest::qWaitFor([&] { return session.facts()->reports.size() == reports; }, 40'000);
    }
};

} // namespace

class TestMailboxWatches : public QObject
{
    Q_OBJECT

    std::unique_ptr<made::Dovecot> m_server;

private slots:
    void initTestCase()
    {
        if (const QString why = made::Dovecot::missing(); !why.isEmpty())
            QSKIP(qPrintable(why));
    }
    void init()
    {
        m_server = std::make_unique<made::Dovecot>();
        QVERIFY(m_server->start());
        QVERIFY(deliverReports(*m_server, 0, 2));
    }
    void cleanup() { m_server.reset(); }

    void newMailsComeAtOnce()
    {
        Watched w;
        QVERIFY(w.begin(mailboxOn(*m_server)));
        QVERIFY(w.stands());
        QVERIFY(w.has(2));
        for (size_t reports = 3; reports <= 4; ++reports) { // and it goes on waiting
            QVERIFY(deliverReports(*m_server, static_cast<int>(reports) - 1, 1));
            QVERIFY(w.has(reports));
        }
        QVERIFY(w.reaches(State::UpToDate));
        QVERIFY(w.queue.current().byItself);
        QCOMPARE(w.clock.seconds, 0);
    }

    void theFirstChosenFolderIsWatched()
    {
        QVERIFY(m_server->makeFolder("Reports"));
        Mailbox mailbox = mailboxOn(*m_server);
        mailbox.folders = QStringList{u"Reports"_qs, u"INBOX"_qs};
        Watched w;
        QVERIFY(w.begin(mailbox));
        QVERIFY(w.stands());
        const made::Corpus corpus({1000, 11});
        QVERIFY(m_server->deliver(made::toMail(corpus.at(7)), "Reports"));
        QVERIFY(w.has(3));
    }

    void pausedOrOnlyByHandIsNotWatched()
    {
        Mailbox mailbox = mailboxOn(*m_server);
        Watched w;
        QVERIFY(w.begin(mailbox));
        QVERIFY(w.stands());
        mailbox.paused = true;
        w.mailboxes.put(mailbox);
        QVERIFY(!w.row().watched);
        QTRY_VERIFY(m_server->log().count("Logged out") + m_server->log().count("Connection closed") >= 3); // two fetches and it
        w.fetcher.fetch(mailbox.name);
        QVERIFY(w.reaches(State::Paused));
        QVERIFY(queueDelivered());
        QVERIFY(!w.row().watched);

        mailbox.paused = false;
        w.mailboxes.put(mailbox);
        w.fetcher.fetch(mailbox.name);
        QVERIFY(w.stands());
        mailbox.everyMinutes = 0;
        w.mailboxes.put(mailbox);
        QVERIFY(!w.row().watched);
        QVERIFY(w.row().state == State::UpToDate); // and not fetched for it
        w.fetcher.fetch(mailbox.name);
        QVERIFY(w.reaches(State::UpToDate));
        mailbox.afterwards = Afterwards::MarkRead;
        w.mailboxes.put(mailbox);
        QVERIFY(w.row().state == State::UpToDate);
    }

    void anotherArchiveEndsIt()
    {
        Watched w;
        QVERIFY(w.begin(mailboxOn(*m_server)));
        QVERIFY(w.stands());
        w.fetcher.setArchive({});
        QVERIFY(!w.row().watched);
        w.fetcher.setArchive(w.archive()); // fetches what it knows
        QVERIFY(w.stands());
    }

    void aBrokenConnectionIsTakenUpByTheClock()
    {
        Watched w;
        QVERIFY(w.begin(mailboxOn(*m_server)));
        QVERIFY(w.stands());
        const qint64 start = now.toSecsSinceEpoch();
        QCOMPARE(w.row().next, start + 3600);
        m_server.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!w.row().watched, 20'000);
        QCOMPARE(w.row().next, start + 60);
        QVERIFY(w.row().state == State::UpToDate); // nothing is wrong as long as no fetch fails
        w.clock.seconds = 60;
        w.fetcher.look();
        QVERIFY(w.reaches(State::Offline));
    }

    void withoutIdleTheClockGoesOn()
    {
        made::Dovecot::Options options;
        options.more = "imap_capability = IMAP4rev1 SASL-IR LITERAL+ ID ENABLE NAMESPACE UIDPLUS LIST-EXTENDED\n";
        m_server = std::make_unique<made::Dovecot>(options);
        QVERIFY(m_server->start());
        QVERIFY(deliverReports(*m_server, 0, 2));
        Watched w;
        QVERIFY(w.begin(mailboxOn(*m_server)));
        QTRY_VERIFY(m_server->log().count("Logged out") >= 2); // the fetch, and what wanted to watch
        QVERIFY(queueDelivered());
        QVERIFY(!w.row().watched);
        QCOMPARE(w.row().next, now.toSecsSinceEpoch() + 3600);
        QVERIFY(w.row().state == State::UpToDate);
    }

    void endsAtOnce()
    {
        auto w = std::make_unique<Watched>();
        QVERIFY(w->begin(mailboxOn(*m_server)));
        QVERIFY(w->stands());
        QElapsedTimer timer;
        timer.start();
        w.reset();
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_MAIN(TestMailboxWatches)
#include "test_mailboxwatches.moc"
