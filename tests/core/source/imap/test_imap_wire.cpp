// SPDX-License-Identifier: GPL-3.0-or-later
// The way to a server: names, addresses and connections that fail, hang or are given up.
#include "core/source/imap/certificate.h"
#include "core/source/imap/reach.h"
#include "core/source/imap/socketwire.h"
#include "tests/core/source/imap/scripted.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <future>
#include <memory>
#include <mutex>

using namespace tlsrpt;
using namespace tlsrpt::made;

namespace
{

/// What a lookup finds: the address, after `answer` is there.
struct Lookup {
    sockaddr_storage address = {};
    socklen_t size = 0;
    std::shared_future<void> answer;
};

/// Lookups run on threads that are left behind.
class Directory
{
public:
    void set(const Lookup &lookup)
    {
        const std::lock_guard lock(m_mutex);
        m_lookup = lookup;
    }
    Lookup get()
    {
        const std::lock_guard lock(m_mutex);
        return m_lookup;
    }

private:
    std::mutex m_mutex;
    Lookup m_lookup;
};
Directory directory;

} // namespace

// The program's own take the place of the C library's.
extern "C" int getaddrinfo(const char *, const char *, const addrinfo *, addrinfo **found)
{
    const Lookup now = directory.get();
    if (now.answer.valid())
        now.answer.wait();
    if (now.size == 0)
        return EAI_NONAME;
    auto *one = new addrinfo{};
    auto *address = new sockaddr_storage(now.address);
    one->ai_family = address->ss_family;
    one->ai_addr = reinterpret_cast<sockaddr *>(address);
    one->ai_addrlen = now.size;
    *found = one;
    return 0;
}

extern "C" void freeaddrinfo(addrinfo *found)
{
    delete reinterpret_cast<sockaddr_storage *>(found->ai_addr);
    delete found;
}

class TestImapWire : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void lookupGivenUp();
    void lookupTooLong();
    void lookupWithoutAnswer();
    void noSuchFamily();
    void refusedAtOnce();
    void connectedAtOnce();
    void onlyThisMachine();
    void connectingGivenUp();
    void connectingTooLong();
    void descriptorThatIsNone();
    void injectedBeforeTheHandshake();
    void handshakeGivenUp();
    void writingToNobody();
    void writingAfterTheEnd();
    void writingWithoutAnEnd();
    void faultsOfCertificates();

private:
    void find(const sockaddr *address, size_t size);
    void findPort(quint16 port);
    Code codeOf(int timeoutMs = 5000, bool onlyLoopback = false);
    /// A wire to the script.
    void wireTo(const std::function<void(Peer &)> &script);

    QTemporaryDir m_folder;
    std::unique_ptr<JobControl> m_control;
    std::unique_ptr<ImapScript> m_server;
    std::unique_ptr<SocketWire> m_wire;
};

namespace
{

/// Listens and never accepts: whoever comes when its queue is full waits.
class FullServer
{
public:
    FullServer() : m_listener(newSocket())
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        bind(m_listener, reinterpret_cast<sockaddr *>(&address), size);
        getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
        listen(m_listener, 0);
        m_port = ntohs(address.sin_port);
        for (int &guest : m_guests) {
            guest = newSocket();
            ::connect(guest, reinterpret_cast<sockaddr *>(&address), size);
        }
    }
    ~FullServer()
    {
        for (const int guest : m_guests)
            close(guest);
        close(m_listener);
    }
    quint16 port() const { return m_port; }

private:
    static int newSocket() { return socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0); }

    const int m_listener;
    quint16 m_port = 0;
    std::array<int, 4> m_guests = {};
};

} // namespace

void TestImapWire::init()
{
    directory.set({});
    m_wire.reset();
    m_server.reset();
    m_control = std::make_unique<JobControl>();
}

void TestImapWire::find(const sockaddr *address, size_t size)
{
    Lookup lookup;
    std::memcpy(&lookup.address, address, size);
    lookup.size = static_cast<socklen_t>(size);
    directory.set(lookup);
}

void TestImapWire::findPort(quint16 port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    find(reinterpret_cast<sockaddr *>(&address), sizeof address);
}

Code TestImapWire::codeOf(int timeoutMs, bool onlyLoopback)
{
    const Result<int> reached = reach(QStringLiteral("mail.example"), 143, onlyLoopback, timeoutMs, *m_control);
    if (reached) {
        close(*reached);
        return Code::NoReport; // none of reach()
    }
    return reached.error().subject == u"mail.example" ? reached.error().code : Code::NoReport;
}

// The lookup itself cannot be ended; it is left behind.
void TestImapWire::lookupGivenUp()
{
    std::promise<void> answer;
    directory.set({{}, 0, answer.get_future().share()});
    m_control->cancel();
    QCOMPARE(codeOf(), Code::Cancelled);
    answer.set_value();
}

void TestImapWire::lookupTooLong()
{
    std::promise<void> answer;
    directory.set({{}, 0, answer.get_future().share()});
    QCOMPARE(codeOf(50), Code::ServerTimeout);
    answer.set_value();
}

void TestImapWire::lookupWithoutAnswer()
{
    QCOMPARE(codeOf(), Code::ServerUnreachable);
}

void TestImapWire::noSuchFamily()
{
    sockaddr address = {};
    address.sa_family = 0xfff0;
    find(&address, sizeof address);
    QCOMPARE(codeOf(), Code::ServerUnreachable);
}

// Sockets of this machine are connected without a wait, or not at all.
void TestImapWire::refusedAtOnce()
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, qPrintable(m_folder.filePath(QStringLiteral("none"))), sizeof address.sun_path);
    find(reinterpret_cast<sockaddr *>(&address), sizeof address);
    QCOMPARE(codeOf(), Code::ServerUnreachable);
}

void TestImapWire::connectedAtOnce()
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, qPrintable(m_folder.filePath(QStringLiteral("server"))), sizeof address.sun_path);
    const int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    QVERIFY(bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0);
    QVERIFY(listen(listener, 1) == 0);
    find(reinterpret_cast<sockaddr *>(&address), sizeof address);
    const Result<int> reached = reach(QStringLiteral("mail.example"), 143, false, 5000, *m_control);
    QVERIFY(reached);
    close(*reached);
    close(listener);
}

void TestImapWire::onlyThisMachine()
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(0xc0000201); // 192.0.2.1, RFC 5737
    find(reinterpret_cast<sockaddr *>(&address), sizeof address);
    QCOMPARE(codeOf(5000, true), Code::EncryptionMissing);
}

void TestImapWire::connectingGivenUp()
{
    const FullServer server;
    findPort(server.port());
    m_control->cancel();
    QCOMPARE(codeOf(), Code::Cancelled);
}

void TestImapWire::connectingTooLong()
{
    const FullServer server;
    findPort(server.port());
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(codeOf(50), Code::ServerTimeout);
    QVERIFY(clock.elapsed() < 5000);
}

void TestImapWire::wireTo(const std::function<void(Peer &)> &script)
{
    m_server = std::make_unique<ImapScript>(script);
    findPort(m_server->port());
    const Result<int> reached = reach(QStringLiteral("mail.example"), 143, false, 5000, *m_control);
    QVERIFY(reached);
    m_wire = std::make_unique<SocketWire>(QStringLiteral("mail.example"), *m_control, ImapTimeouts{2000, 200});
    QVERIFY(m_wire->open(*reached));
}

void TestImapWire::descriptorThatIsNone()
{
    SocketWire wire(QStringLiteral("mail.example"), *m_control, {});
    const Status opened = wire.open(-1);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Code::ServerUnreachable);
    const Status written = wire.write("x", 1);
    QVERIFY(!written);
    QCOMPARE(written.error().code, Code::ServerClosed);
}

// RFC 8314 §3.2: TLS begins with the first byte.
void TestImapWire::injectedBeforeTheHandshake()
{
    std::promise<QByteArray> after;
    wireTo([&](Peer &peer) {
        peer.send("* OK ready\r\n");
        after.set_value(peer.rest());
    });
    QTRY_VERIFY(m_wire->waiting(100).value_or(false));
    const Status encrypted = m_wire->encrypt({}, {});
    QVERIFY(!encrypted);
    QCOMPARE(encrypted.error().code, Code::EncryptionInjected);
    m_wire.reset();
    QCOMPARE(after.get_future().get(), QByteArray()); // not a byte of a handshake
}

void TestImapWire::handshakeGivenUp()
{
    wireTo([this](Peer &peer) {
        m_control->cancel();
        peer.wait();
    });
    const Status encrypted = m_wire->encrypt({}, {});
    QVERIFY(!encrypted);
    QCOMPARE(encrypted.error().code, Code::Cancelled);
}

void TestImapWire::writingToNobody()
{
    wireTo([](Peer &peer) { peer.wait(); });
    m_control->cancel();
    const Status written = m_wire->write("x", 1);
    QVERIFY(!written);
    QCOMPARE(written.error().code, Code::Cancelled);
}

void TestImapWire::writingAfterTheEnd()
{
    wireTo([](Peer &peer) { peer.close(); });
    const QByteArray much(1024 * 1024, 'x');
    Status written;
    for (int i = 0; i < 100 && written; ++i) // some goes into buffers before the end is noticed
        written = m_wire->write(much.constData(), much.size());
    QVERIFY(!written);
    QCOMPARE(written.error().code, Code::ServerClosed);
    QCOMPARE(written.error().subject, QStringLiteral("mail.example"));
}

void TestImapWire::writingWithoutAnEnd()
{
    std::promise<void> over;
    std::shared_future<void> end = over.get_future().share();
    wireTo([end](Peer &) { end.wait(); }); // reads nothing
    const QByteArray much(64 * 1024 * 1024, 'x');
    QElapsedTimer clock;
    clock.start();
    const Status written = m_wire->write(much.constData(), much.size());
    over.set_value();
    QVERIFY(!written);
    QCOMPARE(written.error().code, Code::ServerTimeout);
    QVERIFY(clock.elapsed() < 10'000);
}

void TestImapWire::faultsOfCertificates()
{
    const QList<QSslError> errors{QSslError(QSslError::CertificateNotYetValid), QSslError(QSslError::SelfSignedCertificate),
                                  QSslError(QSslError::SelfSignedCertificate), QSslError(QSslError::CertificateRevoked)};
    using Kind = CertificateFault::Kind;
    const CertificateProblem problem = problemOf(QSslCertificate(), errors, QStringLiteral("mail.example"));
    QCOMPARE(problem.faults.size(), size_t(3)); // each once
    QCOMPARE(problem.faults[0].kind, Kind::NotYetValid);
    QCOMPARE(problem.faults[1].kind, Kind::SelfSigned);
    QCOMPARE(problem.faults[2].kind, Kind::Other);
    QCOMPARE(problem.faults[2].fact, QSslError(QSslError::CertificateRevoked).errorString());
    QCOMPARE(faultsOf(toDetail(problem.faults)), problem.faults);
}

QTEST_GUILESS_MAIN(TestImapWire)
#include "test_imap_wire.moc"
