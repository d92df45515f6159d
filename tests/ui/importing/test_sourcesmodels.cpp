// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "ui/importing/sourcesmodels.h"

#include <QAbstractItemModelTester>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestSourcesModels : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void sourcesFillUpdateAndClear()
    {
        QObject parent;
        SourceRows *model = newSourceRows(&parent);
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        SourceRow done;
        done.import = {3};
        done.names = QStringList{u"/home/u/customers.zip"_qs, u"/home/u/b.json"_qs, u"/home/u/c.json"_qs};
        done.counts.imported = 1234;
        done.counts.rejected = 2;
        done.lastRead = now.toSecsSinceEpoch();
        SourceRow watched;
        watched.folder = u"/home/u/reports"_qs;
        watched.names = QStringList{watched.folder};
        watched.kind = ImportKind::WatchedFolder;
        watched.state = SourceRow::State::Watching;
        SourceRow killed = done;
        killed.state = SourceRow::State::Interrupted;
        SourceRow running = done;
        running.state = SourceRow::State::Running;
        running.progress = 0.5;
        running.lastRead = 0;
        model->setRows({running, watched, done, killed});
        QCOMPARE(columnTexts(*model, 1), QStringList({u"importing"_qs, u"watching"_qs, u"done"_qs, u"interrupted"_qs}));
        QVERIFY(cell(*model, 2, 0).startsWith(u"customers.zip"_qs) && cell(*model, 2, 0).contains(u'2'));
        QCOMPARE(cell(*model, 1, 0), u"reports"_qs);
        QCOMPARE(model->index(1, 0).data(CaptionRole).toString(), u"watched folder · /home/u"_qs);
        QCOMPARE(cell(*model, 2, 2), u"1,234"_qs);
        QCOMPARE(model->index(2, 5).data(ToneRole).toInt(), static_cast<int>(Token::Failed));
        QCOMPARE(model->index(0, 1).data(ProgressRole).toDouble(), 0.5);
        QVERIFY(model->index(2, 1).data(ProgressRole).toDouble() < 0);
        QCOMPARE(cell(*model, 0, 7), u"now"_qs);
        QCOMPARE(cell(*model, 1, 7), u"nothing yet"_qs);
        QVERIFY(!model->index(3, 1).data(Qt::ToolTipRole).toString().isEmpty());
        model->setRows({});
        QCOMPARE(model->rowCount(), 0);
        QCOMPARE(sourceTitle({}), QString());
    }

    void mailboxesFillUpdateAndClear()
    {
        using State = MailboxRow::State;
        Bench b;
        ImportQueue queue(b.context());
        QObject parent;
        SourceRows *model = newSourceRows(&parent);
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<MailboxRow> boxes;
        for (const State state : {State::New, State::UpToDate, State::Waiting, State::Fetching, State::Offline,
                                  State::Failed, State::Paused}) {
            MailboxRow row;
            row.mailbox.name = u"Box %1"_qs.arg(boxes.size());
            row.mailbox.user = u"me"_qs;
            row.mailbox.host = u"imap.example.org"_qs;
            row.state = state;
            if (state == State::Offline || state == State::Failed)
                row.error = Error{state == State::Failed ? Code::SignInRefused : Code::ServerUnreachable, {}, {}, -1};
            boxes.push_back(row);
        }
        ImportRow import;
        import.id = {1};
        import.kind = ImportKind::Mailbox;
        import.names = QStringList{u"Box 1"_qs};
        import.started = import.finished = 100;
        import.counts.imported = 7;
        model->setRows(sourceRows({import}, {}, boxes, queue));
        QCOMPARE(columnTexts(*model, 1),
                 QStringList({u"not fetched yet"_qs, u"up to date"_qs, u"waiting"_qs, u"fetching"_qs, u"Server not reached"_qs,
                              u"Sign-in refused"_qs, u"paused"_qs, u"done"_qs}));
        QCOMPARE(cell(*model, 1, 2), u"7"_qs);
        QCOMPARE(cell(*model, 2, 2), u"0"_qs);
        QCOMPARE(model->index(0, 0).data(CaptionRole).toString(), u"mailbox · me at imap.example.org · every hour"_qs);
        QCOMPARE(model->index(5, 1).data(ToneRole).toInt(), static_cast<int>(Token::Failed));
        QVERIFY(model->index(5, 1).data(Qt::ToolTipRole).toString().contains(u"Check the user name"_qs));
        const QString again = u"tried again by itself"_qs;
        QVERIFY(model->index(4, 1).data(Qt::ToolTipRole).toString().contains(again));
        QVERIFY(!model->index(5, 1).data(Qt::ToolTipRole).toString().contains(again)); // a password must be entered
        boxes[4].mailbox.everyMinutes = 0;
        boxes[1].watched = true;
        boxes.pop_back();
        model->setRows(sourceRows({import}, {}, boxes, queue));
        QCOMPARE(model->rowCount(), 7);
        QVERIFY(model->index(1, 1).data(Qt::ToolTipRole).toString().contains(u"as they arrive"_qs));
        QVERIFY(!model->index(4, 1).data(Qt::ToolTipRole).toString().contains(again)); // only by hand
        model->setRows(sourceRows({}, {}, {}, queue));
        QCOMPARE(model->rowCount(), 0);
    }

    void whatCanBeDone()
    {
        Mailbox mailbox;
        QVERIFY(remedyFor(mailbox, Code::SignInRefused) == MailboxRemedy::Password);
        QVERIFY(remedyFor(mailbox, Code::CertificateRefused) == MailboxRemedy::Certificate);
        QVERIFY(remedyFor(mailbox, Code::ServerUnreachable) == MailboxRemedy::None);
        mailbox.passwordCommand = u"pass"_qs;
        QVERIFY(remedyFor(mailbox, Code::SignInRefused) == MailboxRemedy::None);
        mailbox = {};
        mailbox.signIn = SignIn::OAuth2;
        for (const Code code : {Code::SignInEnded, Code::SignInDenied, Code::ClientRefused, Code::NoPassword})
            QVERIFY(remedyFor(mailbox, code) == MailboxRemedy::SignIn);
        QVERIFY(remedyFor(mailbox, Code::ServerTimeout) == MailboxRemedy::None);
    }

    void noticesSayWhatAndWhere()
    {
        QObject parent;
        NoticeRows *model = newNoticeRows(&parent);
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<NoticeRow> rows;
        for (int code = 0; code < codeCount; ++code) {
            NoticeRow row;
            row.kind = static_cast<NoticeKind>(code % 3);
            row.error = {static_cast<Code>(code), u"/home/u/a.zip › inner/b.json"_qs, u"detail"_qs, 17};
            rows.push_back(row);
        }
        model->setRows(rows);
        for (int row = 0; row < model->rowCount(); ++row) {
            QCOMPARE(cell(*model, row, 0), u"b.json"_qs);
            QCOMPARE(model->index(row, 0).data(CaptionRole).toString(), u"/home/u/a.zip"_qs);
            QVERIFY(!cell(*model, row, 1).isEmpty());
            QVERIFY(!cell(*model, row, 2).isEmpty());
        }
        model->setRows({});
        QCOMPARE(model->rowCount(), 0);
    }

    void hostileNamesStayText()
    {
        QObject parent;
        SourceRows *sources = newSourceRows(&parent);
        SourceRow row;
        row.names = QStringList{u"/tmp/"_qs + hostile, megabyte()};
        sources->setRows({row});
        QVERIFY(toolTipsAreHarmless(*sources));
        NoticeRows *notices = newNoticeRows(&parent);
        NoticeRow notice;
        notice.error = {Code::NotJson, hostile, hostile, 1};
        NoticeRow big;
        big.error = {Code::GzipDamaged, megabyte(), megabyte(), 1};
        notices->setRows({notice, big});
        QVERIFY(toolTipsAreHarmless(*notices));
    }

    void runningFirstThenWatchedThenImports()
    {
        Bench b;
        ImportQueue queue(b.context());
        ImportRow finished;
        finished.id = {1};
        finished.names = QStringList{u"a"_qs};
        finished.started = finished.finished = 100;
        ImportRow cut;
        cut.id = {2};
        cut.names = QStringList{u"b"_qs};
        cut.started = 200;
        const auto rows = sourceRows({cut, finished}, {u"/w"_qs}, {}, queue);
        QCOMPARE(rows.size(), size_t(3));
        QCOMPARE(rows[0].folder, u"/w"_qs);
        QVERIFY(rows[1].state == SourceRow::State::Interrupted); // nothing runs: it was killed
        QVERIFY(rows[2].state == SourceRow::State::Done);
        QCOMPARE(rows[1].lastRead, 200);
    }

    void aWatchedFolderHasTheSumsOfItsImports()
    {
        Bench b;
        ImportQueue queue(b.context());
        const auto import = [](qint64 id, const QString &name, ImportKind kind, qint64 reports) {
            ImportRow row;
            row.id = {id};
            row.kind = kind;
            row.names = QStringList{name};
            row.started = row.finished = 100 * id;
            row.counts.imported = reports;
            return row;
        };
        const auto rows = sourceRows({import(4, u"/w2/x.json"_qs, ImportKind::WatchedFolder, 1000),
                                      import(3, u"/w/sub/b.json"_qs, ImportKind::WatchedFolder, 20),
                                      import(2, u"/w/c.json"_qs, ImportKind::Files, 500),
                                      import(1, u"/w/a.json"_qs, ImportKind::WatchedFolder, 3)},
                                     {u"/w"_qs}, {}, queue);
        QCOMPARE(rows[0].folder, u"/w"_qs);
        QCOMPARE(rows[0].counts.imported, 23);
        QCOMPARE(rows[0].lastRead, 300);
    }
};

QTEST_MAIN(TestSourcesModels)
#include "test_sourcesmodels.moc"
