// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/passwordcommand.h"
#include "tests/support/processlimit.h"

#include <QtTest>

using namespace tlsrpt;

class TestPasswordCommand : public QObject
{
    Q_OBJECT

private slots:
    void prints_data();
    void prints();
    void fails_data();
    void fails();
    void cannotBeStarted();
    void takesTooLong();
    void endedWithItsOwner();
};

namespace
{

Result<Secret> answerOf(const QString &command, int timeoutMs = 30'000)
{
    QObject owner;
    QFuture<Result<Secret>> future = runPasswordCommand(command, u"box"_qs, &owner, timeoutMs);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
    return future.resultCount() ? future.result() : failure(Code::StoreFailed);
}

} // namespace

void TestPasswordCommand::prints_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("a line") << u"echo secret"_qs << QByteArray("secret");
    QTest::newRow("no line end") << u"printf secret"_qs << QByteArray("secret");
    QTest::newRow("first line of many") << u"printf 'secret\\nuser: x\\n'"_qs << QByteArray("secret");
    QTest::newRow("CR LF") << u"printf 'secret\\r\\n'"_qs << QByteArray("secret");
    QTest::newRow("spaces belong to it") << u"printf ' a b \\n'"_qs << QByteArray(" a b ");
    QTest::newRow("umlauts") << u"echo pässwört"_qs << QByteArray("pässwört");
    QTest::newRow("a pipe and a variable") << u"x=secret; echo $x | cat"_qs << QByteArray("secret");
    QTest::newRow("says something else too") << u"echo hint >&2; echo secret"_qs << QByteArray("secret");
    QTest::newRow("nothing to read") << u"cat; echo secret"_qs << QByteArray("secret");
}

void TestPasswordCommand::prints()
{
    QFETCH(QString, command);
    QFETCH(QByteArray, password);
    const Result<Secret> answer = answerOf(command);
    QVERIFY(answer);
    QCOMPARE(answer->value, password);
}

void TestPasswordCommand::fails_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("detail");
    QTest::newRow("status") << u"exit 3"_qs << u"3"_qs;
    QTest::newRow("status and reason") << u"echo gpg: no key >&2; echo more >&2; exit 2"_qs << u"2: gpg: no key"_qs;
    QTest::newRow("prints, then fails") << u"echo secret; echo no >&2; exit 1"_qs << u"1: no"_qs;
    QTest::newRow("prints nothing") << u"true"_qs << u"0"_qs;
    QTest::newRow("an empty first line") << u"echo; echo secret"_qs << u"0"_qs;
    QTest::newRow("traces itself") << u"set -x; echo secret; exit 1"_qs << u"1"_qs;
    QTest::newRow("repeats it") << u"echo hint; echo secret; echo 'bad secret' >&2; exit 1"_qs << u"1"_qs;
    QTest::newRow("killed") << u"kill -9 $$"_qs << u"signal"_qs;
    QTest::newRow("prints without end") << u"yes secret"_qs << u"> 65536"_qs;
}

void TestPasswordCommand::fails()
{
    QFETCH(QString, command);
    const Result<Secret> answer = answerOf(command);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, Code::PasswordCommandFailed);
    QCOMPARE(answer.error().subject, u"box"_qs);
    QTEST(answer.error().detail, "detail");
}

void TestPasswordCommand::cannotBeStarted()
{
    answerOf(u"true"_qs); // what Qt opens once is open
    const made::ProcessLimit limit = made::ProcessLimit::moreFiles(0);
    const Result<Secret> answer = answerOf(u"echo secret"_qs);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, Code::PasswordCommandFailed);
    QVERIFY(!answer.error().detail.isEmpty());
}

void TestPasswordCommand::takesTooLong()
{
    const Result<Secret> answer = answerOf(u"echo secret; exec sleep 60"_qs, 200);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, Code::PasswordCommandFailed);
    QCOMPARE(answer.error().detail, u"0.2 s"_qs);
}

void TestPasswordCommand::endedWithItsOwner()
{
    auto owner = std::make_unique<QObject>();
    const QFuture<Result<Secret>> future = runPasswordCommand(u"exec sleep 60"_qs, u"box"_qs, owner.get());
    owner.reset();
    QVERIFY(future.isCanceled());
    QVERIFY(future.isFinished());
}

QTEST_GUILESS_MAIN(TestPasswordCommand)
#include "test_passwordcommand.moc"
