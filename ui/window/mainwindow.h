// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/page.h"

#include <QMainWindow>

#include <memory>

namespace tlsrpt
{

/// Hosts pages and actions; no logic of its own.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// `clock`, `settings` and `theme` outlive the window. The archive opens in the background.
    MainWindow(const Clock &clock, Settings &settings, Theme &theme, const QString &archivePath,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    void import(const QStringList &paths);
    void showPage(const QString &name); ///< "overview", "servers", "senders", "reports", "sources"

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tlsrpt
