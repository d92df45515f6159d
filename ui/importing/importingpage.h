// SPDX-License-Identifier: GPL-3.0-or-later
// Sources: what was imported from where and when, what was rejected or ignored and why.
#pragma once

#include "core/pipeline/importjob.h"
#include "ui/page/page.h"

#include <memory>

namespace tlsrpt
{

/// Runs imports one after the other beside the window. Lives on the GUI thread.
class ImportQueue : public QObject
{
    Q_OBJECT
public:
    ImportQueue(Context context, QObject *parent = nullptr);
    ~ImportQueue() override; ///< cancels what runs and waits for it

    void add(const QStringList &paths, ImportKind kind = ImportKind::Files);
    bool running() const;
    const ImportProgress &progress() const;
    QString currentName() const; ///< "customers-2025.zip", "3 files"
    void pause();
    void resume();
    void cancel(); ///< what was imported stays

signals:
    void started();
    void progressed();
    void finished(const tlsrpt::ImportOutcome &outcome);
    void failed(const tlsrpt::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Progress with pause and cancel, bottom right of the window; not modal.
class ImportPanel : public QWidget
{
    Q_OBJECT
public:
    ImportPanel(ImportQueue &queue, const Theme &theme, QWidget *parent = nullptr);

signals:
    void showDetails(); ///< go to Sources

private:
    class Private;
    std::shared_ptr<Private> d;
};

class SourcesPage : public Page
{
    Q_OBJECT
public:
    SourcesPage(Context context, ImportQueue &queue, QWidget *parent = nullptr);
    ~SourcesPage() override;

    QString title() const override;
    QVariant place() const override;
    void goTo(const QVariant &place) override;
    QString currentTableAsCsv() const override;

signals:
    void openFilesRequested();
    void openFolderRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tlsrpt
