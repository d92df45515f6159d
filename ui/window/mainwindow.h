// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/page.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

namespace tlsrpt
{

class Mailboxes;
class MailboxSecrets;
class WindowParts;

/// The mailboxes and what opens them.
struct MailAccess {
    Mailboxes &mailboxes;
    MailboxSecrets &secrets;
};

/// Hosts pages and actions; no logic of its own.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// All but the path outlive the window. The archive opens in the background.
    MainWindow(const Clock &clock, Settings &settings, Theme &theme, const MailAccess &mail,
               const QString &archivePath, QWidget *parent = nullptr);
    ~MainWindow() override;

    void import(const QStringList &paths);
    void showPage(const QString &name); ///< "overview", "findings", "servers", "senders", "reports", "sources"
    /// Once it is known to open; until then, and otherwise, what is open stays.
    void openArchive(const QString &path);
    QString archivePath() const; ///< the user's own, also while samples are shown
    void comeToFront();

signals:
    void archiveChanged(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Settings &m_settings;
    QPointer<QWidget> m_keyAt; ///< had the focus when the last key was pressed
    std::unique_ptr<WindowParts> d;
};

} // namespace tlsrpt
