// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/archivepage.h"

#include <memory>

class QAction;

namespace tlsrpt
{

/// What is wrong, since when, for whom and what to do; one finding explained beside the list.
/// Its place is that of the finding; goTo() takes a key as well.
class FindingsPage : public ArchivePage
{
    Q_OBJECT
public:
    explicit FindingsPage(Context context, QWidget *parent = nullptr);
    ~FindingsPage() override;

    QString title() const override;
    void find(const QString &text) override;
    QString findPlaceholder() const override;
    QVariant place() const override;
    QString domain() const override;
    void goTo(const QVariant &place) override;
    QString currentTableAsCsv() const override;
    /// What can be done with the chosen finding, for the window's menus; enabled while it is shown.
    QList<QAction *> findingActions() const;

    /// Mutes since the program began, the last first.
    bool canUndoMute() const;
    QString undoName() const; ///< the title of what is muted
    void undoMute();

signals:
    void muted();
    void undoChanged(); ///< canUndoMute() or undoName()
    void failed(const tlsrpt::Error &error);
    /// A sentence for the status line.
    void told(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tlsrpt
