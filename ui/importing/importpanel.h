// SPDX-License-Identifier: GPL-3.0-or-later
// Progress with pause and stop, bottom right of the window; not modal.
#pragma once

#include "ui/importing/importqueue.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace tlsrpt
{

/// Shows itself when an import or a fetch takes longer than half a second, and goes some seconds after its
/// end unless the mouse is over it; an error stays until it is closed. Of a fetch that nobody asked for it
/// tells only what came.
class ImportPanel : public QFrame
{
    Q_OBJECT
public:
    ImportPanel(ImportQueue &queue, const Theme &theme, QWidget *parent = nullptr);
    /// Goes at once, unless it shows what runs or an error.
    void dismiss();
    QSize sizeHint() const override { return {392, minimumSizeHint().height()}; }

signals:
    void showDetails(); ///< go to Sources

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void build();
    void applyTheme();
    void update();
    void showOutcome(const ImportOutcome &outcome);
    void showError(const Error &error);
    void place();
    void begin();
    void endQuietly();
    void setRunning(bool running);
    bool isFetch() const;
    bool isQuiet() const;

    ImportQueue &m_queue;
    const Theme &m_theme;
    QLabel *m_title;
    QToolButton *m_pause;
    QToolButton *m_close;
    QProgressBar *m_bar;
    QLabel *m_files;
    QLabel *m_left;
    QLabel *m_counts;
    QLabel *m_note;
    QPushButton *m_details;
    QTimer *m_delay;
    QTimer *m_hide;
    bool m_running = false; ///< the look, which the work precedes
    bool m_goes = false;    ///< by itself
};

} // namespace tlsrpt
