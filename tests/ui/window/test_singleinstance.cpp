// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/singleinstance.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace tlsrpt;

class TestSingleInstance : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void init() { qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit()); }

    void secondHandsItsPathsToTheFirst()
    {
        const QString archive = m_folder.filePath(u"a.sqlite"_qs);
        QVERIFY(!SingleInstance::handOver(archive, {}));
        SingleInstance first;
        QVERIFY(first.listen(archive));
        QSignalSpy received(&first, &SingleInstance::received);
        const QStringList paths{u"/reports/ä b.json"_qs, u"/x"_qs};
        // As another process would: the first one's event loop answers.
        QFuture<bool> taken = QtConcurrent::run([&] { return SingleInstance::handOver(archive, paths); });
        QTRY_COMPARE(received.count(), 1);
        QVERIFY(taken.result());
        QCOMPARE(received.first().first().toStringList(), paths);
        SingleInstance other;
        QVERIFY(!other.listen(archive));
    }

    void oneForEachArchive()
    {
        SingleInstance first;
        QVERIFY(first.listen(m_folder.filePath(u"a.sqlite"_qs)));
        SingleInstance second;
        QVERIFY(second.listen(m_folder.filePath(u"b.sqlite"_qs)));
        SingleInstance sameFile;
        QVERIFY(!sameFile.listen(m_folder.path() + u"/./a.sqlite"_qs));
    }

    void theRemainsOfAKilledOneAreNoBar()
    {
        const QString archive = m_folder.filePath(u"killed.sqlite"_qs);
        const QByteArray name = SingleInstance::nameFor(archive).toLocal8Bit();
        // What a killed process leaves: a socket file that nobody listens on.
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        QVERIFY(size_t(name.size()) < sizeof address.sun_path);
        std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
        QCOMPARE(::bind(socket, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        ::close(socket);
        QVERIFY(QFileInfo::exists(QString::fromLocal8Bit(name)));

        QVERIFY(!SingleInstance::handOver(archive, {}));
        SingleInstance first;
        QVERIFY(first.listen(archive));
        SingleInstance second;
        QVERIFY(!second.listen(archive));
    }

    void garbageIsNoMessage()
    {
        const QString archive = m_folder.filePath(u"g.sqlite"_qs);
        SingleInstance first;
        QVERIFY(first.listen(archive));
        QSignalSpy received(&first, &SingleInstance::received);
        QLocalSocket liar;
        liar.connectToServer(SingleInstance::nameFor(archive));
        QVERIFY(liar.waitForConnected(1000));
        liar.write(QByteArray::fromHex("7fffffff00")); // two gigabytes are said to follow
        liar.flush();
        QFuture<bool> taken = QtConcurrent::run([&] { return SingleInstance::handOver(archive, {u"/ok"_qs}); });
        QTRY_COMPARE(received.count(), 1);
        QVERIFY(taken.result());
        QCOMPARE(received.first().first().toStringList(), QStringList{u"/ok"_qs});
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "test_singleinstance.moc"
