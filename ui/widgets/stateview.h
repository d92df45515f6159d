// SPDX-License-Identifier: GPL-3.0-or-later
// No screen is ever blank: empty, loading (after 150 ms), filtered to nothing, failed.
#pragma once

#include "core/base/error.h"
#include "ui/theme/theme.h"

#include <QStackedWidget>

#include <memory>

namespace tlsrpt
{

/// Wraps a page's content; shows words and a way out instead of it.
class StateView : public QStackedWidget
{
    Q_OBJECT
public:
    StateView(const Theme &theme, QWidget *content, QWidget *parent = nullptr);

    void showContent();
    void showLoading();              ///< becomes visible after 150 ms unless content comes first
    void showLoading(const QString &what); ///< the same for another kind of work, in the page's words
    void showFilteredToNothing();    ///< with a button that emits clearFilter()
    void showFilteredToNothing(const QString &title, const QString &text); ///< in words of the page's own
    /// With up to two ways to begin: emptyButtonClicked() and otherButtonClicked().
    void showEmpty(const QString &title, const QString &text, const QString &button = {}, const QString &other = {});
    void showGood(const QString &title, const QString &text); ///< nothing to show is good news
    void showError(const Error &error); ///< with a button that emits retry()

signals:
    void clearFilter();
    void retry();
    void emptyButtonClicked();
    void otherButtonClicked();

private:
    void build();
    void drawIcon();
    void say(const QString &icon, Token token, const QString &title, const QString &text,
             const QString &button, const QString &other = {});
    const Theme &m_theme;
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace tlsrpt
