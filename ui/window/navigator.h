// SPDX-License-Identifier: GPL-3.0-or-later
// Pages over one stack, the find field's text for each, and the way back.
#pragma once

#include "ui/page/page.h"
#include "ui/window/history.h"

#include <QHash>

class QStackedWidget;

namespace tlsrpt
{

class Navigator : public QObject
{
    Q_OBJECT
public:
    Navigator(FilterState &filter, QStackedWidget &stack, QObject *parent = nullptr);

    void addPage(const QString &name, Page *page);
    QStringList names() const { return m_names; }
    Page *page(const QString &name) const { return m_pages.value(name); }
    Page *current() const { return m_pages.value(m_current); }
    QString currentName() const { return m_current; }
    QString findText() const { return m_find.value(m_current); }

    void show(const QString &name);
    void goTo(const QString &name, const Filter &filter, const QVariant &place);
    void find(const QString &text);
    void back();
    void forward();
    bool canGoBack() const { return m_history.canGoBack(); }
    bool canGoForward() const { return m_history.canGoForward(); }
    /// Filter changes from here to endGroup() are one step.
    void beginGroup();
    void endGroup();
    QVariantMap save() const;
    /// A new history that begins with this page, filter and place.
    void restore(const QVariantMap &state);

signals:
    void pageChanged(const QString &name);
    void historyChanged();

private:
    Visit now() const;
    void apply(const Visit &visit);
    void setCurrent(const QString &name);
    bool isRecorded() const;
    void touch(); ///< the current step with the place as it is now
    void record();

    FilterState &m_filter;
    QStackedWidget &m_stack;
    QHash<QString, Page *> m_pages;
    QStringList m_names;
    QHash<QString, QString> m_find;
    QString m_current;
    History m_history;
    bool m_applying = false;
    bool m_grouping = false;
    bool m_groupHasStep = false;
};

} // namespace tlsrpt
