// SPDX-License-Identifier: GPL-3.0-or-later
// A notice of the desktop when reports bring a new serious finding.
#pragma once

#include "core/diagnosis/diagnosissession.h"
#include "core/settings/settings.h"
#include "ui/window/notices.h"

#include <QSet>
#include <QTimer>

#include <chrono>

namespace tlsrpt
{

/// Tells of findings of critical or high severity that are open, not muted, and were not open in
/// the diagnosis before. The first diagnosis of an archive is only what later ones are compared
/// with, so nothing is told at the start. What one import brings is one notice.
class Notifier : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    Notifier(DiagnosisSession &diagnosis, Settings &settings, QObject *parent = nullptr);
    /// On another board; told after `quiet` without a further diagnosis.
    Notifier(DiagnosisSession &diagnosis, Settings &settings, std::unique_ptr<NoticeBoard> board,
             std::chrono::milliseconds quiet, QObject *parent = nullptr);

    /// Nothing is told of the archive that is open from now on: samples are nobody's trouble.
    void setSilent(bool silent);
    /// While an import runs nothing is told; what it brought is told when it has ended.
    void setImporting(bool importing);

signals:
    /// The user wants to see it. `key` is Finding::key() of the worst one.
    void findingChosen(const QString &key);

private:
    void compare();
    void collect(const Diagnosis &diagnosis, bool first);
    void tell();
    void tellLater();
    DesktopNotice notice(const std::vector<FindingPtr> &findings) const;

    DiagnosisSession &m_diagnosis;
    Settings &m_settings;
    std::unique_ptr<NoticeBoard> m_board;
    std::shared_ptr<const Diagnosis> m_compared;
    int m_opening = -1;
    QSet<QString> m_known;   ///< open, and serious when they came or later
    QSet<QString> m_pending; ///< to be told
    bool m_silent = false;
    bool m_importing = false;
    QTimer m_quiet;
};

} // namespace tlsrpt
