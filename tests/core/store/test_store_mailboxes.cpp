// SPDX-License-Identifier: GPL-3.0-or-later
// What the archive remembers of mailboxes: how far, and how it went.
#include "tests/core/store/storefixture.h"

#include "core/query/reader.h"

#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::storetest;

namespace
{

const QString work = QStringLiteral("work");
const QString account = QStringLiteral("me@imap.example.org");
const QString inbox = QStringLiteral("INBOX");

QHash<QString, FolderPlace> places(TemporaryArchive &archive, const QString &user = account)
{
    return archive->beginFetch(work, user).value_or(QHash<QString, FolderPlace>{{QStringLiteral("failed"), {}}});
}

std::vector<MailboxState> states(const TemporaryArchive &archive)
{
    auto reader = ArchiveReader::open(archive.path());
    return reader ? reader->mailboxes().value_or(std::vector<MailboxState>(99)) : std::vector<MailboxState>(99);
}

std::optional<Day> newest(const TemporaryArchive &archive)
{
    auto reader = ArchiveReader::open(archive.path());
    return reader ? reader->newestFetch().value_or(Day{-1}) : Day{-1};
}

} // namespace

class TestStoreMailboxes : public QObject
{
    Q_OBJECT

private slots:
    void placesAreRemembered();
    void aPlaceNeverGoesBack();
    void anotherAccountStartsAnew();
    void removedMeanwhileIsNotRemembered();
    void successAndFailure();
    void newestFetchOfAll();
    void lockedByAnotherProgram();
    void viewsForPeople();
};

void TestStoreMailboxes::placesAreRemembered()
{
    TemporaryArchive archive;
    QCOMPARE(places(archive), (QHash<QString, FolderPlace>()));
    const QString other = QStringLiteral("Größe/中文 ' \" %_");
    QVERIFY(archive->setFolderPlace(work, account, inbox, {7, 4'294'967'295U, {1, 4'000'000'001U}}));
    QVERIFY(archive->setFolderPlace(work, account, other, {4'000'000'000U, 0, {}}));
    archive.reopen();
    const QHash<QString, FolderPlace> expected{{inbox, {7, 4'294'967'295U, {1, 4'000'000'001U}}}, {other, {4'000'000'000U, 0, {}}}};
    QCOMPARE(places(archive), expected);
    QVERIFY(archive->forgetMailbox(work));
    QCOMPARE(places(archive), (QHash<QString, FolderPlace>()));
}

void TestStoreMailboxes::aPlaceNeverGoesBack()
{
    TemporaryArchive archive;
    places(archive);
    QVERIFY(archive->setFolderPlace(work, account, inbox, {7, 20, {}}));
    QVERIFY(archive->setFolderPlace(work, account, inbox, {7, 10, {}})); // a slower fetch of the same
    QCOMPARE(places(archive).value(inbox), (FolderPlace{7, 20, {}}));
    QVERIFY(archive->setFolderPlace(work, account, inbox, {8, 3, {}})); // the UIDs are new ones
    QCOMPARE(places(archive).value(inbox), (FolderPlace{8, 3, {}}));
}

void TestStoreMailboxes::anotherAccountStartsAnew()
{
    TemporaryArchive archive;
    places(archive);
    QVERIFY(archive->setFolderPlace(work, account, inbox, {1, 20, {}}));
    const QString other = QStringLiteral("you@imap.example.org");
    QCOMPARE(places(archive, other), (QHash<QString, FolderPlace>()));
    QVERIFY(archive->setFolderPlace(work, other, inbox, {1, 3, {}}));
    QCOMPARE(places(archive).value(inbox), (FolderPlace{1, 20, {}}));
    QCOMPARE(places(archive, other).value(inbox), (FolderPlace{1, 3, {}}));
}

void TestStoreMailboxes::removedMeanwhileIsNotRemembered()
{
    TemporaryArchive archive;
    places(archive);
    QVERIFY(archive->forgetMailbox(work));
    QVERIFY(archive->setFolderPlace(work, account, inbox, {1, 20, {}}));
    QVERIFY(archive->finishFetch(work, {}));
    QCOMPARE(states(archive).size(), 0U);
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM mailbox_folder_")), 0);
}

void TestStoreMailboxes::successAndFailure()
{
    TemporaryArchive archive;
    QCOMPARE(newest(archive), std::nullopt);
    const qint64 now = fixedClock().nowUtc().toSecsSinceEpoch();
    places(archive);
    QCOMPARE(states(archive).at(0).lastTry, now);
    QCOMPARE(states(archive).at(0).lastSuccess, 0);
    const Error refused{Code::SignInRefused, work, QStringLiteral("[AUTHENTICATIONFAILED]"), -1};
    QVERIFY(archive->finishFetch(work, refused));
    QCOMPARE(states(archive).at(0).error, std::optional(refused));
    QCOMPARE(states(archive).at(0).lastSuccess, 0);
    QCOMPARE(newest(archive), std::nullopt);
    QVERIFY(archive->finishFetch(work, {}));
    QCOMPARE(states(archive).at(0).error, std::nullopt);
    QCOMPARE(states(archive).at(0).lastSuccess, now);
    QVERIFY(archive->finishFetch(work, refused)); // when it went well is still known
    QCOMPARE(states(archive).at(0).lastSuccess, now);
    QCOMPARE(newest(archive), std::optional(Day::fromSeconds(now)));
    QVERIFY(archive.outside(QStringLiteral("UPDATE mailbox_ SET error='of-a-newer-version'")));
    QVERIFY(states(archive).at(0).error.has_value());
}

void TestStoreMailboxes::newestFetchOfAll()
{
    TemporaryArchive archive;
    for (const QString &name : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}) {
        QVERIFY(archive->beginFetch(name, account));
        QVERIFY(archive->finishFetch(name, {}));
    }
    QVERIFY(archive.outside(QStringLiteral("UPDATE mailbox_ SET last_success=86400*20000 WHERE name='a'")));
    QVERIFY(archive.outside(QStringLiteral("UPDATE mailbox_ SET last_success=86400*20010+5 WHERE name='b'")));
    QVERIFY(archive.outside(QStringLiteral("UPDATE mailbox_ SET last_success=NULL WHERE name='c'")));
    QCOMPARE(newest(archive), std::optional(Day{20010}));
}

void TestStoreMailboxes::lockedByAnotherProgram()
{
    TemporaryArchive archive;
    places(archive);
    archive.reopen(0);
    auto other = Connection::open(archive.path(), Connection::Mode::ReadWrite);
    auto writing = Transaction::begin(other->database());
    QVERIFY(writing.has_value());
    for (const Status &status : {archive->setFolderPlace(work, account, inbox, {1, 2, {}}),
                                 archive->finishFetch(work, {}), archive->forgetMailbox(work)}) {
        QVERIFY(!status);
        QCOMPARE(status.error().code, Code::ArchiveLocked);
        QCOMPARE(status.error().subject, archive.path());
    }
    QVERIFY(!archive->beginFetch(work, account));
}

void TestStoreMailboxes::viewsForPeople()
{
    TemporaryArchive archive;
    places(archive);
    QVERIFY(archive->setFolderPlace(work, account, inbox, {7, 12, {3, 9}}));
    QVERIFY(archive->finishFetch(work, Error{Code::MailboxFull, inbox, QString(), -1}));
    QCOMPARE(archive.rows(QStringLiteral("SELECT name||','||ifnull(last_success, 'never')||','||error||','||subject "
                                         "FROM mailboxes WHERE last_try IS NOT NULL")),
             QStringList(QStringLiteral("work,never,mailbox-full,INBOX")));
    QCOMPARE(archive.rows(QStringLiteral("SELECT mailbox||','||account||','||folder||','||uid_validity||','||uid||','||missing "
                                         "FROM mailbox_folders")),
             QStringList(QStringLiteral("work,me@imap.example.org,INBOX,7,12,3,9")));
    QCOMPARE(archive->check().value(), QStringList());
}

QTEST_GUILESS_MAIN(TestStoreMailboxes)
#include "test_store_mailboxes.moc"
