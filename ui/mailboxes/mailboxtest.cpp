// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxes/mailboxtest.h"

#include <QElapsedTimer>

namespace tlsrpt
{

namespace
{

constexpr int guessConnectMs = 8000;   ///< a guess that does not answer is no reason to wait long
constexpr qint64 longestCountMs = 15'000; ///< of thousands of folders not every one is counted

/// Another server may be the right one. Once a server took the name and refused it, it is.
bool triesNext(Code code)
{
    return code == Code::ServerUnreachable || code == Code::ServerTimeout || code == Code::ServerClosed
        || code == Code::ServerAnswerBroken || code == Code::TlsFailed || code == Code::EncryptionMissing
        || code == Code::CertificateRefused;
}

Result<std::vector<FolderCount>> countFolders(ImapClient &client, JobControl &control)
{
    const auto folders = client.folders();
    if (!folders)
        return tl::unexpected(folders.error());
    QElapsedTimer timer;
    timer.start();
    std::vector<FolderCount> counts;
    for (const ImapFolder &folder : *folders) {
        if (!folder.selectable)
            continue;
        counts.push_back({folder.name, folder.specialUse, {}});
        if (control.cancelled() || timer.elapsed() > longestCountMs)
            continue;
        const auto count = client.countOf(folder.name);
        if (count)
            counts.back().mails = *count;
    }
    return counts;
}

class Trial
{
public:
    Trial(const std::vector<Mailbox> &guesses, const Secret &secret, JobControl &control,
          std::function<void(ImapStep, const QString &)> step, std::function<void(const Error &)> gaveUp)
        : m_guesses(guesses), m_secret(secret), m_control(control), m_step(std::move(step)), m_gaveUp(std::move(gaveUp))
    {
    }

    TestOutcome run()
    {
        QElapsedTimer timer;
        timer.start();
        TestOutcome best;
        for (size_t i = 0; i < m_guesses.size(); ++i) {
            TestOutcome outcome = tryOne(m_guesses[i]);
            const bool goesOn = outcome.error && triesNext(outcome.error->code) && !m_control.cancelled();
            // Of several that failed the one is told that got furthest.
            const bool further = outcome.error && best.error && best.error->code == Code::ServerUnreachable
                && outcome.error->code != Code::ServerUnreachable;
            if (i == 0 || further || !goesOn)
                best = std::move(outcome);
            if (!goesOn)
                break;
            if (i + 1 < m_guesses.size())
                m_gaveUp(*best.error);
        }
        best.elapsedMs = timer.elapsed();
        return best;
    }

private:
    TestOutcome tryOne(const Mailbox &mailbox)
    {
        TestOutcome outcome;
        outcome.mailbox = mailbox;
        const ImapObserver observer{m_step,
                                    [&outcome](const CertificateProblem &problem) { outcome.certificate = problem; }};
        ImapTimeouts timeouts;
        if (m_guesses.size() > 1)
            timeouts.connectMs = guessConnectMs;
        const auto client = ImapClient::connect(mailbox, m_secret, m_control, observer, timeouts);
        if (!client) {
            outcome.error = client.error();
            return outcome;
        }
        auto folders = countFolders(**client, m_control);
        if (folders)
            outcome.folders = std::move(*folders);
        else
            outcome.error = folders.error();
        return outcome;
    }

    const std::vector<Mailbox> &m_guesses;
    const Secret &m_secret;
    JobControl &m_control;
    std::function<void(ImapStep, const QString &)> m_step;
    std::function<void(const Error &)> m_gaveUp;
};

} // namespace

MailboxTest::MailboxTest(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(4); // one that is stopped may take a moment
}

MailboxTest::~MailboxTest()
{
    cancel();
}

void MailboxTest::start(const std::vector<Mailbox> &guesses, const Secret &secret)
{
    cancel();
    m_running = true;
    m_control = std::make_shared<JobControl>();
    // Everything arrives on this thread, in order; what comes of an earlier test is dropped.
    const auto tell = [this, number = m_number](auto say) {
        QMetaObject::invokeMethod(
            this,
            [this, number, say] {
                if (number == m_number)
                    say();
            },
            Qt::QueuedConnection);
    };
    m_pool.start([this, tell, guesses, secret, control = m_control] {
        Trial trial(
            guesses, secret, *control,
            [this, tell](ImapStep at, const QString &detail) { tell([this, at, detail] { emit step(at, detail); }); },
            [this, tell](const Error &error) { tell([this, error] { emit gaveUp(error); }); });
        const TestOutcome outcome = trial.run();
        tell([this, outcome] {
            m_running = false;
            emit finished(outcome);
        });
    });
}

void MailboxTest::cancel()
{
    ++m_number;
    m_running = false;
    if (m_control)
        m_control->cancel();
}

} // namespace tlsrpt
