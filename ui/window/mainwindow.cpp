// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "ui/window/drops.h"
#include "ui/window/windowparts.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>

namespace tlsrpt
{

static constexpr int compactBelow = 1100;
static const QString geometryKey = QStringLiteral("window/geometry");
static const QString visitsKey = QStringLiteral("window/visits");

MainWindow::MainWindow(const Clock &clock, Settings &settings, Theme &theme, const MailAccess &mail,
                       const QString &archivePath, QWidget *parent)
    : QMainWindow(parent), m_settings(settings), d(std::make_unique<WindowParts>(*this, clock, settings, theme, mail))
{
    setAcceptDrops(true);
    qApp->installEventFilter(this);
    setMinimumSize(640, 420);
    setWindowIcon(theme.icon(u"tlsrpt-viewer"_qs, Token::Accent));
    resize(1366, 768);
    restoreGeometry(settings.state(geometryKey).toByteArray());
    d->restoreVisits(settings.state(visitsKey).toMap());
    d->desk().open(archivePath);
}

MainWindow::~MainWindow() = default;

void MainWindow::import(const QStringList &paths) { d->desk().import(paths); }

void MainWindow::showPage(const QString &name) { d->navigator().show(name); }

QString MainWindow::archivePath() const { return d->desk().ownPath(); }

void MainWindow::openArchive(const QString &path)
{
    d->desk().change(path);
}

void MainWindow::comeToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!canDrop(*event->mimeData()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    d->setDropHot(true);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *) { d->setDropHot(false); }

void MainWindow::dropEvent(QDropEvent *event)
{
    d->setDropHot(false);
    const QStringList paths = droppedPaths(*event->mimeData());
    if (!paths.isEmpty())
        d->desk().import(paths);
    else if (const auto bytes = droppedBytes(*event->mimeData()))
        d->desk().importBytes(*bytes);
    else
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    d->setCompact(width() < compactBelow);
}

/// Outside dialogs Qt presses a button with Space only. What arrives here nobody else wanted.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QAbstractButton *>(m_keyAt);
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && button && button == focusWidget() && !event->isAutoRepeat())
        button->animateClick();
    else
        QMainWindow::keyPressEvent(event);
}

/// A key that a list has used goes on to the window, and the list may have given the focus to a button.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == QApplication::focusWidget())
        m_keyAt = QApplication::focusWidget();
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setState(geometryKey, saveGeometry());
    m_settings.setState(visitsKey, d->visitsToKeep());
    QMainWindow::closeEvent(event);
}

} // namespace tlsrpt
