// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/archivepage.h"

#include <QVBoxLayout>

namespace tlsrpt
{

void ArchivePage::start(QWidget *content, std::function<void()> ask)
{
    m_ask = std::move(ask);
    m_state = new StateView(m_context.theme, content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_state);
    ArchiveSession *session = &m_context.session;
    connect(session, &ArchiveSession::factsChanged, this, &ArchivePage::askAgain);
    connect(session, &ArchiveSession::failed, m_state, &StateView::showError);
    connect(&m_context.filter, &FilterState::changed, this, &ArchivePage::askAgain);
    connect(m_state, &StateView::clearFilter, &m_context.filter, &FilterState::clear);
    connect(m_state, &StateView::retry, session, &ArchiveSession::retry);
    askAgain();
}

/// A page that nobody sees would take the time of the one that is seen.
void ArchivePage::askAgain()
{
    m_stale = true;
    if (!isVisible())
        return;
    if (!m_context.session.loaded()) {
        m_state->showLoading();
        return;
    }
    m_stale = false;
    m_ask();
}

void ArchivePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale)
        askAgain();
}

void ArchivePage::showNothing()
{
    const auto facts = m_context.session.facts();
    if (!facts || facts->empty())
        m_state->showEmpty(tr("No reports yet"), tr("Import report files or a folder of them to begin."));
    else
        m_state->showFilteredToNothing();
}

void ArchivePage::showDays(const QString &page, DayRange days)
{
    Filter filter = m_context.filter.filter();
    filter.from = days.first;
    filter.to = days.last;
    emit navigate(page, filter, place());
}

QSplitter *ArchivePage::split(Qt::Orientation orientation, QWidget *first, QWidget *second, const QList<int> &sizes,
                              const QString &key)
{
    auto *splitter = new QSplitter(orientation);
    splitter->addWidget(first);
    splitter->addWidget(second);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes(sizes);
    splitter->restoreState(m_context.settings.state(key).toByteArray());
    connect(splitter, &QSplitter::splitterMoved, this,
            [this, splitter, key] { m_context.settings.setState(key, splitter->saveState()); });
    return splitter;
}

QWidget *ArchivePage::withDetail(QWidget *list, QWidget *detail, const QString &key)
{
    QSplitter *splitter = split(Qt::Horizontal, list, detail, {910, 270}, key);
    // A wide window gives most to the table and some to the words.
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 1);
    return splitter;
}

QWidget *ArchivePage::framed(QWidget *heading, QWidget *table, QWidget *note)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::s);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(space::m, 0, space::m, 0);
    top->addWidget(heading);
    column->addLayout(top);
    column->addWidget(table, 1);
    if (note) {
        note->setContentsMargins(space::m, 0, space::m, space::s);
        column->addWidget(note);
    }
    return box;
}

} // namespace tlsrpt
