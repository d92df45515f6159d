// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/navigator.h"

#include <QScopedValueRollback>
#include <QStackedWidget>

namespace tlsrpt
{

Navigator::Navigator(FilterState &filter, QStackedWidget &stack, QObject *parent)
    : QObject(parent), m_filter(filter), m_stack(stack)
{
    connect(&m_filter, &FilterState::changed, this, [this] {
        if (!m_applying)
            record();
    });
}

void Navigator::addPage(const QString &name, Page *page)
{
    m_pages.insert(name, page);
    m_names << name;
    m_stack.addWidget(page);
    connect(page, &Page::navigate, this, &Navigator::goTo);
    connect(page, &Page::placeChanged, this, [this, page] {
        if (!m_applying && page == current())
            touch();
    });
}

void Navigator::show(const QString &name)
{
    if (!m_pages.contains(name) || name == m_current)
        return;
    touch();
    setCurrent(name);
    record();
}

void Navigator::goTo(const QString &name, const Filter &filter, const QVariant &place)
{
    if (!m_pages.contains(name))
        return;
    touch();
    {
        const QScopedValueRollback<bool> applying(m_applying, true);
        m_filter.set(filter);
        setCurrent(name);
        if (place.isValid())
            current()->goTo(place);
    }
    m_history.visit(now());
    emit historyChanged();
}

void Navigator::find(const QString &text)
{
    if (!current())
        return;
    m_find.insert(m_current, text);
    current()->find(text);
}

void Navigator::back()
{
    if (!m_history.canGoBack())
        return;
    touch();
    apply(m_history.back());
}

void Navigator::forward()
{
    if (!m_history.canGoForward())
        return;
    touch();
    apply(m_history.forward());
}

void Navigator::beginGroup()
{
    m_grouping = true;
    m_groupHasStep = false;
}

void Navigator::endGroup()
{
    m_grouping = false;
}

QVariantMap Navigator::save() const
{
    QVariantMap state{{u"page"_qs, m_current}, {u"filter"_qs, toVariant(m_filter.memory())}};
    if (current() && current()->place().isValid())
        state.insert(u"place"_qs, current()->place());
    return state;
}

void Navigator::restore(const QVariantMap &state)
{
    const QScopedValueRollback<bool> applying(m_applying, true);
    m_filter.restore(filterFromVariant(state.value(u"filter"_qs).toMap()));
    const QString name = state.value(u"page"_qs).toString();
    setCurrent(m_pages.contains(name) ? name : m_names.value(0));
    if (current() && state.value(u"place"_qs).isValid())
        current()->goTo(state.value(u"place"_qs));
    m_history.clear();
    m_find.clear();
    m_history.visit(now());
    emit historyChanged();
}

Visit Navigator::now() const
{
    return {m_current, m_filter.memory(), current() ? current()->place() : QVariant()};
}

void Navigator::apply(const Visit &visit)
{
    const Visit copy = visit; // pages may answer with placeChanged()
    const QScopedValueRollback<bool> applying(m_applying, true);
    m_filter.restore(copy.filter);
    setCurrent(copy.page);
    if (copy.place.isValid())
        current()->goTo(copy.place);
    emit historyChanged();
}

void Navigator::setCurrent(const QString &name)
{
    if (name == m_current || !m_pages.contains(name))
        return;
    m_current = name;
    m_stack.setCurrentWidget(m_pages.value(name));
    emit pageChanged(name);
}

bool Navigator::isRecorded() const
{
    // A preset that moved with a new report is still the same step.
    return !m_history.empty() && m_history.current().page == m_current && m_history.current().filter == m_filter.memory();
}

void Navigator::touch()
{
    // A page may answer a new filter before record() makes it a step: the old step keeps its place.
    if (current() && isRecorded())
        m_history.replace(now());
}

void Navigator::record()
{
    if (isRecorded() || (m_grouping && m_groupHasStep)) {
        m_history.replace(now());
    } else {
        m_history.visit(now());
        m_groupHasStep = m_grouping;
    }
    emit historyChanged();
}

} // namespace tlsrpt
