// SPDX-License-Identifier: GPL-3.0-or-later
// The look of Sources: a table of sources above, the items of one of them below.
#pragma once

#include "core/settings/settings.h"
#include "ui/importing/sourcesmodels.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTabBar;
class QTableView;

namespace tlsrpt
{

class MailboxStrip;

class SourcesView : public QWidget
{
    Q_OBJECT
public:
    SourcesView(const Theme &theme, Settings &settings, QWidget *parent = nullptr);

    void showSources(std::vector<SourceRow> rows);
    /// `total` may be more than the rows shown.
    void showNotices(std::vector<NoticeRow> rows, qint64 total);
    void showCounts(const std::array<qint64, 3> &counts); ///< by NoticeKind, on the tabs
    NoticeKind kind() const;
    void setKind(NoticeKind kind);
    const SourceRow *selected() const;                    ///< null: all sources
    /// What "Try again" is about: the selected source, else that of the current item; null where
    /// there is nothing to try again.
    const SourceRow *toRetry() const;
    void select(ImportId import);                         ///< none: all; before the rows are there: later
    ImportId chosen() const;                              ///< selected, or to be
    const QAbstractItemModel *focusedTable() const;
    QWidget *list() const;

signals:
    void selectionChanged();
    void kindChanged();
    void importFiles();
    void importFolder();
    void watchFolder();
    void removeRequested();  ///< the selected import's reports, or stop watching the selected folder
    void tryAgain();
    void mailboxWished(tlsrpt::MailboxWish wish, const QString &mailbox);
    void saveList();

private:
    void build();
    QWidget *buildTop();
    QWidget *buildBottom();
    void applyTheme();
    void updateButtons();
    void showWhole();

    const Theme &m_theme;
    Settings &m_settings;
    ImportId m_wanted; ///< chosen before its row was there
    SourceRows *m_sources;
    NoticeRows *m_notices;
    QLabel *m_title = nullptr;
    QLabel *m_caption = nullptr;
    QTableView *m_sourceTable = nullptr;
    QTableView *m_noticeTable = nullptr;
    MailboxStrip *m_strip = nullptr;
    QTabBar *m_tabs = nullptr;
    QLabel *m_more = nullptr;
    QLabel *m_nothing = nullptr;
    QLabel *m_whole = nullptr; ///< all about the current item: its row has no room for it
    QPushButton *m_remove = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace tlsrpt
