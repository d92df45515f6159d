// SPDX-License-Identifier: GPL-3.0-or-later
// An open archive as a window sees it: facts that are kept current, and a thread that answers.
#pragma once

#include "core/query/facts.h"
#include "core/query/reader.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <optional>
#include <type_traits>

namespace tlsrpt
{

/// Lives on the GUI thread; never reads there.
class ArchiveSession : public QObject
{
    Q_OBJECT
public:
    explicit ArchiveSession(QObject *parent = nullptr);
    ~ArchiveSession() override; ///< waits for the question under way

    /// Drops the questions that have not begun and waits for the one under way. To be called
    /// before those who asked go away: an answer to a context that is gone is undefined in Qt 6.4.
    void finish();

    /// Opens another archive in the background; factsChanged() or failed() follows.
    void open(const QString &path);
    QString path() const { return m_path; }
    /// Grows with each open(): what belongs to another number is about another archive.
    int opening() const { return m_generation; }
    bool loaded() const { return m_facts != nullptr; }
    /// The current snapshot, or null before the first one.
    std::shared_ptr<const Facts> facts() const { return m_facts; }

    /// Runs `question(reader, facts)` on the reading thread, in order. Use
    /// `.then(context, ...)` for the answer, and drop answers that came too late.
    template<typename Question>
    auto ask(Question question)
        -> QFuture<std::invoke_result_t<Question, ArchiveReader &, const Facts &>>;

    /// Waits for the questions asked so far. Whoever asks with `.then(this, ...)` calls it in its
    /// destructor: Qt 6.4 asserts that the context of an answer is alive.
    void settle();

public slots:
    /// Something was written: reload what is new, at most twice a second.
    void refresh();
    /// The user wants another try: refresh(), or open() again what could not be opened.
    void retry();

signals:
    void factsChanged();
    void failed(const tlsrpt::Error &error);

private:
    void runOnWorker(std::function<void(ArchiveReader *)> work);
    void load();
    void finishLoad(const Result<std::shared_ptr<const Facts>> &facts, bool changed);

    QString m_path;
    std::shared_ptr<const Facts> m_facts;
    bool m_loading = false;
    bool m_reloadAsked = false;      ///< while loading
    std::optional<Error> m_lastError; ///< told already
    QElapsedTimer m_sinceLoad;
    class Worker;
    std::shared_ptr<Worker> m_worker;
    QThreadPool m_pool;   ///< one thread that stays: its connection belongs to it
    QTimer m_refresh;     ///< throttle
    QTimer m_poll;        ///< other programs' writes (PRAGMA data_version)
    int m_generation = 0; ///< answers for an archive that is no longer open are dropped
};

template<typename Question>
auto ArchiveSession::ask(Question question)
    -> QFuture<std::invoke_result_t<Question, ArchiveReader &, const Facts &>>
{
    using Answer = std::invoke_result_t<Question, ArchiveReader &, const Facts &>;
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    auto future = promise->future();
    runOnWorker([promise, question = std::move(question), facts = m_facts](ArchiveReader *reader) {
        if (reader && facts)
            promise->addResult(question(*reader, *facts));
        else
            promise->future().cancel();
        promise->finish();
    });
    return future;
}

} // namespace tlsrpt
