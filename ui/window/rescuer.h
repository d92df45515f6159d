// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged archive is rescued into a new one: the place, the progress, the outcome.
#pragma once

#include "core/pipeline/rescuejob.h"
#include "core/settings/settings.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QProgressDialog;
class QWidget;

namespace tlsrpt
{

/// Belongs to the window. cancel() before the thread pool is waited for.
class Rescuer : public QObject
{
    Q_OBJECT
public:
    Rescuer(const Clock &clock, const Settings &settings, QWidget *window);

    /// Asks where the new archive is to be.
    void ask(const QString &damaged);
    /// Without a dialog, for tests and whoever knows the place. One at a time.
    void start(const QString &damaged, const QString &target);
    void cancel();

signals:
    /// The new archive is there, with its counts told in a box.
    void rescued(const QString &path);
    void failed(const tlsrpt::Error &error);

private:
    void showProgress(const RescueCounts &counts);
    void finish(const QString &target, const Result<RescueOutcome> &outcome);
    void tell(const RescueOutcome &outcome);

    const Clock &m_clock;
    const Settings &m_settings;
    QWidget *m_window;
    std::shared_ptr<JobControl> m_control; ///< null: none is running
    QPointer<QProgressDialog> m_dialog;
};

} // namespace tlsrpt
