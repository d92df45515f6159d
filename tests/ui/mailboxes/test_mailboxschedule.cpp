// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxes/schedule.h"

#include <QTest>

using namespace tlsrpt;

class TestMailboxSchedule : public QObject
{
    Q_OBJECT

    static std::optional<Error> failed(Code code) { return Error{code, {}, {}, -1}; }

private slots:
    void usual()
    {
        Mailbox mailbox;
        mailbox.everyMinutes = 30;
        QCOMPARE(secondsToNext(mailbox, 0, {}), 1800);
        mailbox.paused = true;
        QCOMPARE(secondsToNext(mailbox, 0, {}), 0);
        mailbox.paused = false;
        mailbox.everyMinutes = 0;
        QCOMPARE(secondsToNext(mailbox, 3, failed(Code::ServerUnreachable)), 0);
    }

    void whatPassesIsTriedSoon()
    {
        Mailbox mailbox;
        mailbox.everyMinutes = 60;
        QCOMPARE(secondsToNext(mailbox, 1, failed(Code::ServerUnreachable)), 60);
        QCOMPARE(secondsToNext(mailbox, 2, failed(Code::ServerTimeout)), 120);
        QCOMPARE(secondsToNext(mailbox, 4, failed(Code::ServerClosed)), 480);
        QCOMPARE(secondsToNext(mailbox, 7, failed(Code::ServerUnreachable)), 3600);
        QCOMPARE(secondsToNext(mailbox, 1000, failed(Code::ServerUnreachable)), 3600);
    }

    void whatStaysIsTriedEverMoreRarely()
    {
        Mailbox mailbox;
        mailbox.everyMinutes = 60;
        QCOMPARE(secondsToNext(mailbox, 1, failed(Code::SignInRefused)), 3600);
        QCOMPARE(secondsToNext(mailbox, 2, failed(Code::SignInRefused)), 7200);
        QCOMPARE(secondsToNext(mailbox, 1000, failed(Code::CertificateRefused)), 24 * 3600);
        mailbox.everyMinutes = 48 * 60;
        QCOMPARE(secondsToNext(mailbox, 9, failed(Code::CertificateRefused)), 48 * 3600);
    }
};

QTEST_GUILESS_MAIN(TestMailboxSchedule)
#include "test_mailboxschedule.moc"
