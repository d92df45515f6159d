// SPDX-License-Identifier: GPL-3.0-or-later
// tlsrpt-windowloop: the real window on an archive. How long until its first screen stands, until
// each screen follows a change of the filter, and how long it ever failed to answer.
#include "core/settings/mailboxes.h"
#include "core/settings/mailboxsecrets.h"
#include "tests/support/corpus/random.h"
#include "ui/page/filterstate.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/stallwatch.h"

#include <QApplication>
#include <QEventLoop>
#include <QSet>
#include <QTemporaryDir>
#include <QWindow>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

using namespace tlsrpt;

namespace
{

using Time = std::chrono::system_clock; // as the caller's clock

double millisecondsSince(Time::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Time::now() - begin).count();
}

/// When the window was first there to be seen.
class FirstSight : public QObject
{
public:
    explicit FirstSight(QWindow *window) { window->installEventFilter(this); }
    std::optional<Time::time_point> seen;

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Expose && !seen)
            seen = Time::now();
        return false;
    }
};

/// Runs the event loop until the facts are there.
void waitForFacts(ArchiveSession &session)
{
    QEventLoop loop;
    const auto stop = [](const Error &error) {
        std::fprintf(stderr, "%s %s\n", slug(error.code).data(), qPrintable(error.detail));
        std::exit(3);
    };
    QObject::connect(&session, &ArchiveSession::failed, &loop, stop);
    QObject::connect(&session, &ArchiveSession::factsChanged, &loop, &QEventLoop::quit);
    if (!session.loaded())
        loop.exec();
}

/// Runs the event loop until every question that a page asked is answered, and those that the
/// answers led to, and what they changed is painted.
void waitForAnswers(ArchiveSession &session, QWidget &window)
{
    for (int followUps = 0; followUps < 3; ++followUps) {
        QEventLoop loop;
        // An answer that is there already comes before the loop runs.
        session.ask([](ArchiveReader &, const Facts &) { return true; }).then(&loop, [&loop](bool) {
            QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        });
        loop.exec();
    }
    window.repaint();
}

/// What people choose: some days, a domain, a few senders, only failures, or all again.
Filter randomFilter(made::Random &random, const Facts &facts, const QStringList &domains, const QStringList &senders)
{
    Filter filter;
    const auto one = [&random](const QStringList &of) { return of.at(random.below(of.size())); };
    if (random.chance(40) && facts.period) {
        const qint64 length = facts.period->days() - 1;
        const Day from{static_cast<qint32>(facts.period->first.value + random.below(length + 1))};
        filter.from = from;
        filter.to = Day{static_cast<qint32>(from.value + random.below(60))};
    }
    if (random.chance(40))
        filter.domains = {one(domains)};
    if (random.chance(30))
        filter.senders = {one(senders)};
    filter.onlyFailures = random.chance(30);
    return filter;
}

/// Each name that a member of these rows has.
template<typename Row>
QStringList namesIn(const std::vector<Row> &rows, TextIndex Row::*member, const Facts &facts)
{
    QSet<TextIndex> found;
    for (const Row &row : rows)
        found.insert(row.*member);
    QStringList names;
    for (const TextIndex index : found)
        names << facts.text(index);
    names.sort(); // a set has an order of its own in each run
    return names;
}

struct Figures {
    std::vector<double> sorted;
    double at(double share) const { return sorted[static_cast<size_t>(share * static_cast<double>(sorted.size() - 1))]; }
};

} // namespace

int main(int argc, char **argv)
{
    // Nothing of the user's own is read or written.
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 3) {
        std::fprintf(stderr, "usage: tlsrpt-windowloop ARCHIVE STARTED [PAGE...]\n"
                             "STARTED: when this program was started, in nanoseconds since 1970 (date +%%s%%N)\n");
        return 2;
    }
    const Time::time_point started{std::chrono::duration_cast<Time::duration>(
        std::chrono::nanoseconds(arguments.at(2).toLongLong()))};

    SystemClock clock;
    Settings settings;
    Mailboxes mailboxes;
    MailboxSecrets secrets;
    Theme theme(Appearance::Light);
    theme.apply(application);
    MainWindow window(clock, settings, theme, {mailboxes, secrets}, arguments.at(1));
    window.resize(1366, 768);
    window.winId(); // makes its QWindow
    const FirstSight sight(window.windowHandle());
    window.show();
    auto *session = window.findChild<ArchiveSession *>();
    auto *filter = window.findChild<FilterState *>();
    waitForFacts(*session);
    waitForAnswers(*session, window);
    const double complete = millisecondsSince(started);
    std::printf("start %.0f ms, window seen after %.0f\n", complete,
                sight.seen ? std::chrono::duration<double, std::milli>(*sight.seen - started).count() : complete);

    const auto facts = session->facts();
    const QStringList domains = namesIn(facts->policyRows, &PolicyFact::domain, *facts);
    const QStringList senders = namesIn(facts->reports, &ReportFact::reporter, *facts);
    StallWatch watch;
    const QStringList all{u"overview"_qs, u"findings"_qs, u"domains"_qs, u"servers"_qs, u"senders"_qs, u"reports"_qs, u"sources"_qs};
    const QStringList asked = arguments.mid(3);
    for (const QString &page : asked.isEmpty() ? all : asked) {
        watch.forget();
        const auto shown = Time::now();
        window.showPage(page);
        waitForAnswers(*session, window);
        const double show = millisecondsSince(shown);
        made::Random random(7);
        Figures figures;
        for (int i = 0; i < 60; ++i) {
            const auto begin = Time::now();
            filter->set(randomFilter(random, *facts, domains, senders));
            waitForAnswers(*session, window);
            figures.sorted.push_back(millisecondsSince(begin));
        }
        filter->clear();
        waitForAnswers(*session, window);
        std::sort(figures.sorted.begin(), figures.sorted.end());
        std::printf("%s: shown in %.0f ms; filter changes: median %.0f ms, 95 %% within %.0f ms, slowest %.0f ms; "
                    "longest without an answer %.0f ms\n",
                    qPrintable(page), show, figures.at(0.5), figures.at(0.95), figures.at(1),
                    static_cast<double>(watch.longest().count()) / 1000);
        std::fflush(stdout);
    }
    return 0;
}
