// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets which work, and when there will be no more.
#include "core/pipeline/workqueue.h"

#include <QTest>

#include <future>

using namespace tlsrpt;

namespace
{

Parcel parcel(const QString &name)
{
    Parcel made;
    made.input.display = name;
    return made;
}

Document document(const QString &source)
{
    Document made;
    made.source = source;
    return made;
}

/// As a worker with nothing to do.
std::future<std::optional<WorkQueue::Work>> takeElsewhere(WorkQueue &queue)
{
    return std::async(std::launch::async, [&queue] { return queue.take(); });
}

/// Offers until the other thread waits for it.
void offerUntilTaken(WorkQueue &queue, const QString &source)
{
    Document offered = document(source);
    bool taken = false;
    QTRY_VERIFY(taken = taken || queue.offer(offered)); // the macro asks again
}

} // namespace

class TestWorkQueue : public QObject
{
    Q_OBJECT

private slots:
    void inputsComeInOrder();
    void documentStaysWhenNobodyIsIdle();
    void idleWorkerGetsDocuments();
    void endWaitsForInputsBeingRead();
    void closeDropsAll();
};

void TestWorkQueue::inputsComeInOrder()
{
    WorkQueue queue(4);
    QVERIFY(queue.put(parcel(QStringLiteral("a"))));
    QVERIFY(queue.put(parcel(QStringLiteral("b"))));
    queue.finish();
    for (const char *name : {"a", "b"}) {
        const auto work = queue.take();
        QVERIFY(work);
        QCOMPARE(std::get<Parcel>(*work).input.display, QString::fromLatin1(name));
        queue.inputDone();
    }
    QVERIFY(!queue.take());
    QVERIFY(!queue.put(parcel(QStringLiteral("c"))));
}

void TestWorkQueue::documentStaysWhenNobodyIsIdle()
{
    WorkQueue queue(4);
    Document mine = document(QStringLiteral("mine"));
    QVERIFY(!queue.offer(mine));
    QCOMPARE(mine.source, QStringLiteral("mine"));
}

void TestWorkQueue::idleWorkerGetsDocuments()
{
    WorkQueue queue(4);
    QVERIFY(queue.put(parcel(QStringLiteral("zip"))));
    QVERIFY(queue.take()); // this thread reads it
    auto other = takeElsewhere(queue);
    offerUntilTaken(queue, QStringLiteral("zip › r.json"));
    const auto work = other.get();
    QVERIFY(work);
    const auto &documents = std::get<WorkQueue::Documents>(*work);
    QCOMPARE(documents.size(), 1U);
    QCOMPARE(documents.front().source, QStringLiteral("zip › r.json"));
}

void TestWorkQueue::endWaitsForInputsBeingRead()
{
    WorkQueue queue(4);
    QVERIFY(queue.put(parcel(QStringLiteral("zip"))));
    QVERIFY(queue.take());
    queue.finish();
    auto other = takeElsewhere(queue); // no more inputs, but the zip may hold much
    offerUntilTaken(queue, QStringLiteral("zip › r.json"));
    QVERIFY(other.get());
    auto last = takeElsewhere(queue);
    queue.inputDone();
    QVERIFY(!last.get());
}

void TestWorkQueue::closeDropsAll()
{
    WorkQueue queue(4);
    QVERIFY(queue.put(parcel(QStringLiteral("a"))));
    queue.close();
    QVERIFY(!queue.take());
    Document refused = document(QStringLiteral("r.json"));
    QVERIFY(!queue.offer(refused));
}

QTEST_GUILESS_MAIN(TestWorkQueue)
#include "test_workqueue.moc"
