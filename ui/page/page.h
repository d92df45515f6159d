// SPDX-License-Identifier: GPL-3.0-or-later
// What every page is given, and what every page is.
#pragma once

#include "core/diagnosis/diagnosissession.h"
#include "core/query/session.h"
#include "core/settings/settings.h"
#include "ui/page/filterstate.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace tlsrpt
{

/// References that outlive every page. A page reaches the rest of the program through the
/// signals of Page only.
struct Context {
    const Clock &clock;
    Settings &settings;
    Theme &theme;
    ArchiveSession &session;
    FilterState &filter;
    DiagnosisSession &diagnosis; ///< of the archive of `session`
};

class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(Context context, QWidget *parent = nullptr) : QWidget(parent), m_context(context) {}

    ~Page() override { m_context.session.settle(); }

    virtual QString title() const = 0;
    /// Text typed into the window's find field; pages that cannot find ignore it.
    virtual void find(const QString &) {}
    virtual QString findPlaceholder() const { return {}; } ///< empty: the field is disabled
    /// What is selected, for back and forward and the next start; opaque to the window.
    virtual QVariant place() const { return {}; }
    virtual void goTo(const QVariant &) {}
    /// The one domain that it is about now; empty: none, or several.
    virtual QString domain() const { return {}; }
    /// Puts the keyboard into the page's list.
    void takeFocus()
    {
        if (m_list)
            m_list->setFocus(Qt::ShortcutFocusReason);
    }
    /// The table under the cursor as CSV text (for Edit > Copy as CSV); empty if none.
    virtual QString currentTableAsCsv() const { return {}; }

signals:
    /// Show another page ("reports", "servers", ...) with a filter and a place, in the history.
    void navigate(const QString &page, const tlsrpt::Filter &filter, const QVariant &place);
    void placeChanged();

protected:
    void setList(QWidget *list) { m_list = list; }

    Context m_context;

private:
    QWidget *m_list = nullptr;
};

} // namespace tlsrpt
