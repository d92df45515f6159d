// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets in a real Secret Service: gnome-keyring on a session bus of this test's own.
#include "core/settings/mailboxsecrets.h"
#include "tests/core/settings/sessionbus.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace tlsrpt;

class TestSecretService : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void roundTrip_data();
    void roundTrip();
    void replaced();
    void removed();
    void noneStored();
    void nothingStored();
    void severalAtOnce();
    void otherProgramsReadIt();
    void otherProgramsWriteIt();
    void aGrantIsKept();
    void noBus();
    void noServiceOnTheBus();
    void lockedAndNobodyToAsk();
    void noKeyringYet();
    void nothingInClear();

private:
    QString secretTool(const QStringList &arguments, const QByteArray &input = {});
    SessionBus m_bus;
    std::unique_ptr<MailboxSecrets> m_secrets;
};

namespace
{

template<typename T>
T answerOf(QFuture<T> future)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
    return future.resultCount() ? future.result() : T(failure(Code::StoreFailed, {}, u"no answer"_qs));
}

Mailbox named(const QString &name)
{
    Mailbox box;
    box.name = name;
    return box;
}

/// What a process of its own says.
QString read(const QProcessEnvironment &environment, const QStringList &more = {})
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(SECRET_READER), QStringList(u"box"_qs) + more);
    if (!process.waitForFinished(20'000))
        return u"no answer"_qs;
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

} // namespace

void TestSecretService::initTestCase()
{
    const QString missing = SessionBus::missingProgram();
    if (!missing.isEmpty())
        QSKIP(qPrintable(missing + u" is not installed"_qs));
    QVERIFY2(m_bus.start(), qPrintable(m_bus.problem()));
    QVERIFY2(m_bus.startKeyring("of the keyring"), qPrintable(m_bus.problem()));
    // Before the first use of the bus in this process, which asks for it once.
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toLocal8Bit());
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP"})
        qunsetenv(name);
    m_secrets = std::make_unique<MailboxSecrets>();
}

void TestSecretService::roundTrip_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("plain") << u"Reports"_qs << QByteArray("hunter2");
    QTest::newRow("odd") << u"a/b 中文 %"_qs << QByteArray(" pä\"ss'\\ wört\t中文😀 ");
    QTest::newRow("long") << u"long"_qs << QByteArray(10'000, 'x');
    QTest::newRow("looks like base64") << u"base64"_qs << QByteArray("aGVsbG8=");
}

void TestSecretService::roundTrip()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, password);
    QVERIFY(answerOf(m_secrets->store(name, Secret{password})));
    const Result<Secret> found = answerOf(m_secrets->get(named(name)));
    QVERIFY(found);
    QCOMPARE(found->value, password);
}

void TestSecretService::replaced()
{
    QVERIFY(answerOf(m_secrets->store(u"m"_qs, Secret{"old"})));
    QVERIFY(answerOf(m_secrets->store(u"m"_qs, Secret{"new"})));
    QCOMPARE(answerOf(m_secrets->get(named(u"m"_qs)))->value, QByteArray("new"));
}

void TestSecretService::removed()
{
    QVERIFY(answerOf(m_secrets->store(u"gone"_qs, Secret{"x"})));
    QVERIFY(answerOf(m_secrets->store(u"stays"_qs, Secret{"y"})));
    QVERIFY(answerOf(m_secrets->remove(u"gone"_qs)));
    QCOMPARE(answerOf(m_secrets->get(named(u"gone"_qs))).error(), (Error{Code::NoPassword, u"gone"_qs, {}, -1}));
    QVERIFY(answerOf(m_secrets->get(named(u"stays"_qs))));
    QVERIFY(answerOf(m_secrets->remove(u"gone"_qs)));
}

void TestSecretService::noneStored()
{
    QCOMPARE(answerOf(m_secrets->get(named(u"never"_qs))).error(), (Error{Code::NoPassword, u"never"_qs, {}, -1}));
}

/// As another program may leave it.
void TestSecretService::nothingStored()
{
    KeychainStore store;
    QVERIFY(answerOf(store.write(u"nothing"_qs, Secret{})));
    const Result<Secret> found = answerOf(store.read(u"nothing"_qs));
    QVERIFY(!found);
    QCOMPARE(found.error(), (Error{Code::NoPassword, u"nothing"_qs, {}, -1}));
}

void TestSecretService::severalAtOnce()
{
    QList<QFuture<Status>> stored;
    for (int i = 0; i < 5; ++i)
        stored.append(m_secrets->store(u"many%1"_qs.arg(i), Secret{QByteArray::number(i)}));
    for (const QFuture<Status> &each : stored)
        QVERIFY(answerOf(each));
    QList<QFuture<Result<Secret>>> found;
    for (int i = 0; i < 5; ++i)
        found.append(m_secrets->get(named(u"many%1"_qs.arg(i))));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(answerOf(found.at(i))->value, QByteArray::number(i));
}

QString TestSecretService::secretTool(const QStringList &arguments, const QByteArray &input)
{
    QProcess tool;
    tool.setProcessEnvironment(m_bus.environment());
    tool.start(u"secret-tool"_qs, arguments);
    tool.write(input);
    tool.closeWriteChannel();
    tool.waitForFinished(20'000);
    return QString::fromUtf8(tool.readAllStandardOutput());
}

void TestSecretService::otherProgramsReadIt()
{
    QVERIFY(answerOf(m_secrets->store(u"shared"_qs, Secret{"pässword"})));
    QCOMPARE(secretTool({u"lookup"_qs, u"user"_qs, u"shared"_qs, u"server"_qs, u"tlsrpt-viewer"_qs}), u"pässword"_qs);
}

void TestSecretService::otherProgramsWriteIt()
{
    secretTool({u"store"_qs, u"--label=x"_qs, u"user"_qs, u"theirs"_qs, u"server"_qs, u"tlsrpt-viewer"_qs, u"type"_qs,
                u"plaintext"_qs, u"xdg:schema"_qs, u"org.qt.keychain"_qs},
               "from outside");
    const Result<Secret> found = answerOf(m_secrets->get(named(u"theirs"_qs)));
    QVERIFY(found);
    QCOMPARE(found->value, QByteArray("from outside"));
}

void TestSecretService::aGrantIsKept()
{
    QVERIFY(answerOf(m_secrets->store(u"grant"_qs, OAuthGrant{"1//refresh", "GOCSPX-x"})));
    const OAuthGrant grant = OAuthGrant::fromSecret(*answerOf(m_secrets->get(named(u"grant"_qs))));
    QCOMPARE(grant.refreshToken, QByteArray("1//refresh"));
    QCOMPARE(grant.clientSecret, QByteArray("GOCSPX-x"));
}

void TestSecretService::noBus()
{
    QProcessEnvironment environment = m_bus.environment();
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_qs);
    QElapsedTimer clock;
    clock.start();
    for (const QStringList &more : {QStringList(), QStringList(u"write"_qs)}) {
        const QString said = read(environment, more);
        QVERIFY2(said.startsWith(u"secret-store-failed: "), qPrintable(said));
        QVERIFY2(said.size() > 25, qPrintable(said)); // with a reason
    }
    QCOMPARE(read(environment, {u"look"_qs}), u"not there"_qs);
    QVERIFY(clock.elapsed() < 10'000);
}

void TestSecretService::noServiceOnTheBus()
{
    SessionBus bare;
    QVERIFY2(bare.start(), qPrintable(bare.problem()));
    for (const QStringList &more : {QStringList(), QStringList(u"write"_qs)}) {
        const QString said = read(bare.environment(), more);
        QVERIFY2(said.startsWith(u"secret-store-failed: "), qPrintable(said));
        QVERIFY2(said.contains(u"org.freedesktop.secrets"), qPrintable(said));
    }
    QCOMPARE(read(bare.environment(), {u"look"_qs}), u"not there"_qs);
}

/// As when a timer fetches after a restart, before anybody is there.
void TestSecretService::lockedAndNobodyToAsk()
{
    SessionBus later;
    QVERIFY2(later.start(), qPrintable(later.problem()));
    QVERIFY2(later.startKeyring("of the keyring"), qPrintable(later.problem()));
    QCOMPARE(read(later.environment(), {u"write"_qs}), u"stored"_qs);
    QCOMPARE(read(later.environment()), u"found"_qs);
    QCOMPARE(read(later.environment(), {u"look"_qs}), u"there"_qs);
    later.stopKeyring();
    QVERIFY2(later.startKeyring({}, false), qPrintable(later.problem()));
    QCOMPARE(read(later.environment(), {u"look"_qs}), u"there"_qs);
    QCOMPARE(read(later.environment()), u"secret-store-failed: locked"_qs);
    const QString said = read(later.environment(), {u"write"_qs});
    QVERIFY2(said.startsWith(u"secret-store-failed: "), qPrintable(said));
}

void TestSecretService::noKeyringYet()
{
    SessionBus fresh;
    QVERIFY2(fresh.start(), qPrintable(fresh.problem()));
    QVERIFY2(fresh.startKeyring({}, false), qPrintable(fresh.problem()));
    QCOMPARE(read(fresh.environment()), u"no-password:"_qs);
    const QString said = read(fresh.environment(), {u"write"_qs});
    QVERIFY2(said.startsWith(u"secret-store-failed: "), qPrintable(said));
}

/// Neither the library's nor our own files have it, whatever failed above.
void TestSecretService::nothingInClear()
{
    QVERIFY(answerOf(m_secrets->store(u"clear"_qs, Secret{"hunter2-hunter2"})));
    QDirIterator files(m_bus.environment().value(u"HOME"_qs), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int seen = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ++seen;
        QVERIFY2(!file.readAll().contains("hunter2"), qPrintable(file.fileName()));
    }
    QVERIFY(seen > 0);
}

QTEST_GUILESS_MAIN(TestSecretService)
#include "test_secretservice.moc"
