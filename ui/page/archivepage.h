// SPDX-License-Identifier: GPL-3.0-or-later
// What pages share that show an answer of the archive to the filter.
#pragma once

#include "ui/page/page.h"
#include "ui/widgets/stateview.h"

#include <QFuture>
#include <QSplitter>

#include <functional>

namespace tlsrpt
{

/// Asks again whenever the reports or the filter change, or when it is shown after that; shows the
/// answer, or says why there is none.
class ArchivePage : public Page
{
    Q_OBJECT
protected:
    using Page::Page;

    /// Once, in the constructor: puts the content behind the states and asks. `ask` is called
    /// only while an archive is loaded.
    void start(QWidget *content, std::function<void()> ask);
    void askAgain();
    void showEvent(QShowEvent *event) override;
    StateView &state() { return *m_state; }

    /// Runs `question(reader, facts)`; its answer goes to `show`, unless a newer one that counts in
    /// the same `latest` was asked meanwhile.
    template<typename Question, typename Show>
    void askLatest(int &latest, Question question, Show show)
    {
        using Answer = std::invoke_result_t<Question, ArchiveReader &, const Facts &>;
        const int number = ++latest;
        m_context.session.ask(std::move(question)).then(this, [this, number, &latest, show](const Answer &answer) {
            if (number == latest && m_context.session.loaded()) // else another archive is being opened
                show(answer);
        });
    }

    /// Nothing to show: there are no reports, or the filter leaves none.
    void showNothing();
    /// The same page for some days only, in the history.
    void showDays(const QString &page, DayRange days);
    /// Two widgets with a handle between them whose place is remembered under `key`.
    QSplitter *split(Qt::Orientation orientation, QWidget *first, QWidget *second, const QList<int> &sizes,
                     const QString &key);
    /// The same with a narrow pane that tells more about what is chosen.
    QWidget *withDetail(QWidget *list, QWidget *detail, const QString &key);
    /// A heading above a table that reaches the page's edges; perhaps a note below.
    static QWidget *framed(QWidget *heading, QWidget *table, QWidget *note = nullptr);

private:
    StateView *m_state = nullptr;
    std::function<void()> m_ask;
    bool m_stale = true; ///< something changed since it asked
};

} // namespace tlsrpt
