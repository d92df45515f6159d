// SPDX-License-Identifier: GPL-3.0-or-later
// Fetching beside the window: by hand and by itself, what is remembered, what is told.
#include "tests/ui/mailboxes/mailfixture.h"
#include "tests/ui/mailboxes/post.h"
#include "ui/importing/importpanel.h"

#include <QSignalSpy>

using namespace tlsrpt;
using namespace tlsrpt::test;
using State = MailboxRow::State;

class TestMailboxFetcher : public QObject
{
    Q_OBJECT

    std::unique_ptr<made::Dovecot> m_server;
    bool m_hasServer = false;

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        if (!made::Dovecot::missing().isEmpty())
            return;
        m_server = std::make_unique<made::Dovecot>();
        m_hasServer = m_server->start() && deliverReports(*m_server, 0, 5);
        QVERIFY(m_hasServer);
    }
    void cleanupTestCase() { m_server.reset(); }

    void byHandThenByItself()
    {
        if (!m_hasServer)
            QSKIP("no Dovecot here");
        Post p;
        p.mailboxes.put(mailboxOn(*m_server));
        p.store.secrets.insert(u"Reports"_qs, rightPassword().value);
        QVERIFY(p.open());
        QCOMPARE(p.row().state, State::New);
        p.fetcher.look(); // never fetched into this archive: not by itself
        QVERIFY(!p.queue.running());
        QCOMPARE(p.row().state, State::New);

        QSignalSpy finished(&p.queue, &ImportQueue::finished);
        p.fetcher.fetch(u"Reports"_qs);
        QVERIFY(p.reaches(State::UpToDate));
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].value<ImportOutcome>().counts.imported, 5);
        QTRY_COMPARE(p.session.facts()->reports.size(), size_t(5));
        QCOMPARE(p.row().lastSuccess, now.toSecsSinceEpoch());
        QCOMPARE(p.row().next, now.toSecsSinceEpoch() + 3600);
        QVERIFY(mailboxStory(p.row()).contains(u"Next time"_qs));

        QVERIFY(deliverReports(*m_server, 5, 2));
        p.clock.seconds = 3599;
        p.fetcher.look();
        QVERIFY(!p.queue.running());
        p.clock.seconds = 3600;
        p.fetcher.look();
        QTRY_COMPARE(p.session.facts()->reports.size(), size_t(7));
        QVERIFY(p.reaches(State::UpToDate));
        QVERIFY(p.queue.current().byItself);
    }

    void atStartWhatTheArchiveKnows()
    {
        if (!m_hasServer)
            QSKIP("no Dovecot here");
        Post p;
        p.mailboxes.put(mailboxOn(*m_server));
        p.store.secrets.insert(u"Reports"_qs, rightPassword().value);
        p.fetcher.fetch(u"Reports"_qs); // before any archive is open: it waits
        QVERIFY(p.open());
        QVERIFY(p.reaches(State::UpToDate));
        p.fetcher.setArchive({});
        QCOMPARE(p.row().state, State::New);
        QSignalSpy finished(&p.queue, &ImportQueue::finished);
        p.fetcher.setArchive(p.archive());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(p.queue.current().byItself);
        QVERIFY(p.reaches(State::UpToDate));

        Mailbox paused = mailboxOn(*m_server);
        paused.paused = true;
        p.mailboxes.put(paused);
        QCOMPARE(p.row().state, State::Paused);
        p.clock.seconds = 100'000;
        p.fetcher.look();
        QVERIFY(!p.queue.running());
    }

    void offlineIsAStateAndPausesGrow()
    {
        Post p;
        Mailbox mailbox;
        mailbox.name = u"Reports"_qs;
        mailbox.host = u"127.0.0.1"_qs;
        mailbox.port = closedPort();
        mailbox.user = u"me"_qs;
        p.mailboxes.put(mailbox);
        p.store.secrets.insert(u"Reports"_qs, "x");
        QVERIFY(p.open());
        p.fetcher.fetch(u"Reports"_qs);
        QVERIFY(p.reaches(State::Offline));
        QCOMPARE(p.row().error->code, Code::ServerUnreachable);
        QCOMPARE(p.row().next, now.toSecsSinceEpoch() + 60);
        p.clock.seconds = 60;
        QWidget window;
        ImportPanel panel(p.queue, p.theme, &window);
        QSignalSpy failed(&p.queue, &ImportQueue::failed);
        p.fetcher.look();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(panel.isHidden()); // nobody waits for it
        QVERIFY(p.reaches(State::Offline));
        QCOMPARE(p.row().next, now.toSecsSinceEpoch() + 60 + 120);
        p.fetcher.fetch(u"Reports"_qs);
        QTRY_COMPARE(failed.size(), 2);
        QVERIFY(!panel.isHidden()); // the user does
    }

    void asksForThePassword()
    {
        if (!m_hasServer)
            QSKIP("no Dovecot here");
        Post p;
        p.mailboxes.put(mailboxOn(*m_server));
        QVERIFY(p.open());
        QSignalSpy needed(&p.fetcher, &MailboxFetcher::passwordNeeded);
        p.fetcher.fetch(u"Reports"_qs);
        QTRY_COMPARE(needed.size(), 1);
        QCOMPARE(p.row().state, State::New);
        p.fetcher.usePassword(u"Reports"_qs, {"wrong"});
        p.fetcher.fetch(u"Reports"_qs);
        QTRY_COMPARE_WITH_TIMEOUT(needed.size(), 2, 20'000);
        QCOMPARE(needed[1][1].value<Error>().code, Code::SignInRefused);
        QCOMPARE(p.row().state, State::Failed);
        p.fetcher.usePassword(u"Reports"_qs, rightPassword());
        p.fetcher.fetch(u"Reports"_qs);
        QVERIFY(p.reaches(State::UpToDate));
        QCOMPARE(p.store.writes, 0);
    }

    void removedWhileItWaits()
    {
        Post p;
        Mailbox mailbox;
        mailbox.name = u"Reports"_qs;
        mailbox.host = u"127.0.0.1"_qs;
        mailbox.port = closedPort();
        p.mailboxes.put(mailbox);
        p.store.secrets.insert(u"Reports"_qs, "x");
        QVERIFY(p.open());
        p.fetcher.fetch(u"Reports"_qs);
        p.mailboxes.remove(u"Reports"_qs);
        p.fetcher.forget(u"Reports"_qs);
        QVERIFY(p.fetcher.rows().empty());
        QTRY_VERIFY(!p.queue.running());
        QVERIFY(p.fetcher.rows().empty());
    }
};

QTEST_MAIN(TestMailboxFetcher)
#include "test_mailboxfetcher.moc"
