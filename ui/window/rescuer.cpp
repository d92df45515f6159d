// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rescuer.h"

#include "ui/window/filedialogs.h"
#include "ui/words/archivewords.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QProgressDialog>
#include <QtConcurrentRun>

namespace tlsrpt
{

Rescuer::Rescuer(const Clock &clock, const Settings &settings, QWidget *window)
    : QObject(window), m_clock(clock), m_settings(settings), m_window(window)
{
}

void Rescuer::ask(const QString &damaged)
{
    //: The name of a file, behind the name of the damaged archive: "archive-rescued"
    const QString name = tr("%1-rescued").arg(QFileInfo(damaged).completeBaseName());
    askNewArchive(m_window, tr("Rescue into a new archive"), QFileInfo(damaged).absolutePath() + u'/' + name,
                  [this, damaged](const QString &target) { start(damaged, target); });
}

void Rescuer::start(const QString &damaged, const QString &target)
{
    if (m_control)
        return;
    m_control = std::make_shared<JobControl>();
    m_dialog = new QProgressDialog(tr("Looking for what can be read…"), tr("Cancel"), 0, 0, m_window);
    m_dialog->setWindowTitle(tr("Rescue into a new archive"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setWindowModality(Qt::WindowModal);
    m_dialog->setAutoReset(false);
    connect(m_dialog, &QProgressDialog::canceled, this, &Rescuer::cancel);
    m_dialog->open();

    const auto progress = [this](const RescueCounts &counts) {
        QMetaObject::invokeMethod(this, [this, counts] { showProgress(counts); }, Qt::QueuedConnection);
    };
    QtConcurrent::run([this, request = RescueRequest{damaged, target, m_settings.limits()}, control = m_control, progress] {
        return runRescue(request, m_clock, *control, progress);
    }).then(this, [this, target](const Result<RescueOutcome> &outcome) { finish(target, outcome); });
}

void Rescuer::cancel()
{
    if (m_control)
        m_control->cancel();
}

void Rescuer::showProgress(const RescueCounts &counts)
{
    if (!m_dialog || !m_control || m_control->cancelled() || counts.saved == 0)
        return; // of no batch yet, which is not "nothing"
    m_dialog->setMaximum(static_cast<int>(counts.total));
    m_dialog->setValue(static_cast<int>(counts.saved));
    m_dialog->setLabelText(words::rescued(counts.saved, counts.total));
}

void Rescuer::finish(const QString &target, const Result<RescueOutcome> &outcome)
{
    m_control.reset();
    if (m_dialog)
        m_dialog->close();
    if (!outcome) {
        if (outcome.error().code != Code::Cancelled)
            emit failed(outcome.error());
        return;
    }
    tell(*outcome);
    if (outcome->counts.saved > 0)
        emit rescued(target);
}

void Rescuer::tell(const RescueOutcome &outcome)
{
    const RescueCounts &counts = outcome.counts;
    auto *box = new QMessageBox(outcome.whole() ? QMessageBox::Information : QMessageBox::Warning, tr("Rescue into a new archive"),
                                words::rescued(counts.saved, counts.total), QMessageBox::Ok, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    if (counts.saved > 0)
        box->setInformativeText(words::rescueNotes(outcome).join(u"\n\n"_qs));
    box->open();
}

} // namespace tlsrpt
