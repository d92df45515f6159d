// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's actions do.
#pragma once

#include "ui/findings/findingspage.h"
#include "ui/importing/importingpage.h"
#include "ui/mailboxes/mailboxdesk.h"
#include "ui/page/page.h"
#include "ui/window/actions.h"
#include "ui/window/archivedesk.h"
#include "ui/window/exporter.h"
#include "ui/window/navigator.h"
#include "ui/window/rescuer.h"

class QMainWindow;
class QMessageBox;

namespace tlsrpt
{

class DeleteDialog;

/// Belongs to the window, and so does its exporter: they outlive the WindowParts, whose destructor
/// ends every question first. (Qt 6.4 asserts that the context of an answer is alive.)
class Commands : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        Actions &actions;
        ArchiveDesk &desk;
        Navigator &navigator;
        ImportQueue &queue;
        SourcesPage &sources;
        FindingsPage &findings;
        MailboxDesk &mailboxes;
    };
    Commands(Context context, Parts parts, QMainWindow &window);

    void openFiles();
    void openFolder();
    void openArchive();
    void newArchive();
    /// Of the open archive, or of the one that does not open.
    void rescue();
    /// That an archive does not open, and the ways on.
    void tellRefused(const Error &error, const QString &path);
    void tellUpgrade(const Upgrade &upgrade);
    /// Nothing of it runs on any more, soon.
    void stop();

signals:
    /// A sentence for the status line.
    void told(const QString &sentence);
    void failed(const tlsrpt::Error &error);
    void findRequested();
    /// The user chose another archive; it is to be remembered if it opens.
    void archiveChosen(const QString &path);

private:
    void connectFile();
    void connectMailboxes();
    void connectExport();
    void connectEdit();
    void connectView();
    void connectTools();
    void watchFolder();
    void copy();
    void copyCsv();
    void backUp();
    void checkArchive();
    void tellDamage(const QStringList &wrong);
    void offerRescue(QMessageBox &box, const QString &path);
    void deleteReports();
    void showEnforce();
    QString filteredDomain() const;
    void countReports(const DeletionChoice &choice, DeleteDialog *dialog);
    void showPreferences();
    void undo();
    void updateUndo();

    Context m_context;
    Parts m_parts;
    QMainWindow &m_window;
    Exporter *m_exporter;
    Rescuer *m_rescuer;
    bool m_muteIsLast = false; ///< of what can be undone
    int m_counting = 0; ///< late counts of what would be deleted are dropped
};

} // namespace tlsrpt
