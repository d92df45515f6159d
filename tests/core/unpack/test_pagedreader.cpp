// SPDX-License-Identifier: GPL-3.0-or-later
// The same bytes as the device beneath, wherever the reader jumps.
#include "core/unpack/pagedreader.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>

using namespace tlsrpt;

class TestPagedReader : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsWhatIsThere_data();
    void readsWhatIsThere();
    void readsAtRandom();
    void readsEachPageOnce();
    void tellsOfFailure();

private:
    QByteArray m_bytes;
};

namespace
{

std::shared_ptr<QBuffer> bufferOf(const QByteArray &bytes)
{
    auto buffer = std::make_shared<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

/// Counts what is asked of it, or refuses it.
class Watched final : public QBuffer
{
public:
    int reads = 0;
    bool broken = false;

protected:
    qint64 readData(char *data, qint64 most) override
    {
        ++reads;
        return broken ? -1 : QBuffer::readData(data, most);
    }
};

} // namespace

void TestPagedReader::initTestCase()
{
    QRandomGenerator random(7);
    m_bytes.resize(1'000'003);
    for (char &byte : m_bytes)
        byte = static_cast<char>(random.bounded(256));
}

void TestPagedReader::readsWhatIsThere_data()
{
    QTest::addColumn<qint64>("at");
    QTest::addColumn<qint64>("length");
    QTest::newRow("the beginning") << 0LL << 10LL;
    QTest::newRow("across a page's border") << 65'530LL << 12LL;
    QTest::newRow("several pages") << 65'000LL << 300'000LL;
    QTest::newRow("the end") << 1'000'000LL << 10LL;
    QTest::newRow("behind the end") << 1'000'003LL << 10LL;
}

void TestPagedReader::readsWhatIsThere()
{
    QFETCH(const qint64, at);
    QFETCH(const qint64, length);
    PagedReader reader(bufferOf(m_bytes));
    QCOMPARE(reader.size(), m_bytes.size());
    QVERIFY(reader.seek(at));
    QCOMPARE(reader.read(length), m_bytes.mid(at, length));
}

void TestPagedReader::readsAtRandom()
{
    PagedReader reader(bufferOf(m_bytes));
    QRandomGenerator random(11);
    for (int i = 0; i < 2000; ++i) {
        const qint64 at = random.bounded(static_cast<int>(m_bytes.size()));
        const qint64 length = random.bounded(1, 200);
        QVERIFY(reader.seek(at));
        QCOMPARE(reader.read(length), m_bytes.mid(at, length));
    }
}

void TestPagedReader::readsEachPageOnce()
{
    const auto device = std::make_shared<Watched>();
    device->setData(m_bytes);
    device->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    PagedReader reader(device);
    for (int i = 0; i < 100; ++i) { // from the directory to a member and back
        QVERIFY(reader.seek(900'000 + i));
        QCOMPARE(reader.read(10), m_bytes.mid(900'000 + i, 10));
        QVERIFY(reader.seek(i * 20));
        QCOMPARE(reader.read(10), m_bytes.mid(i * 20, 10));
    }
    QCOMPARE(device->reads, 2);
}

void TestPagedReader::tellsOfFailure()
{
    const auto device = std::make_shared<Watched>();
    device->setData(m_bytes);
    device->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    PagedReader reader(device);
    device->broken = true;
    char byte = 0;
    QCOMPARE(reader.read(&byte, 1), -1);
}

QTEST_GUILESS_MAIN(TestPagedReader)
#include "test_pagedreader.moc"
