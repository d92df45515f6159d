// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notifier.h"

#include "ui/words/findingwords.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace tlsrpt
{

using namespace std::chrono_literals;

namespace
{

/// Longer than the pause between two loads of a growing archive, so that the last one is in.
constexpr auto usualQuiet = 1500ms;
constexpr size_t titlesNamed = 3;

bool isSerious(const Finding &finding)
{
    return finding.severity <= Severity::High;
}

} // namespace

Notifier::Notifier(DiagnosisSession &diagnosis, Settings &settings, QObject *parent)
    : Notifier(diagnosis, settings, desktopNotices(), usualQuiet, parent)
{
}

Notifier::Notifier(DiagnosisSession &diagnosis, Settings &settings, std::unique_ptr<NoticeBoard> board,
                   std::chrono::milliseconds quiet, QObject *parent)
    : QObject(parent)
    , m_diagnosis(diagnosis)
    , m_settings(settings)
    , m_board(std::move(board))
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quiet);
    connect(&m_quiet, &QTimer::timeout, this, &Notifier::tell);
    connect(m_board.get(), &NoticeBoard::chosen, this, &Notifier::findingChosen);
    connect(&m_diagnosis, &DiagnosisSession::changed, this, &Notifier::compare);
    compare();
}

void Notifier::setSilent(bool silent)
{
    m_silent = silent;
}

void Notifier::setImporting(bool importing)
{
    m_importing = importing;
    tellLater();
}

void Notifier::compare()
{
    const auto diagnosis = m_diagnosis.diagnosis();
    if (!diagnosis)
        m_pending.clear(); // of an archive that is no longer open
    if (!diagnosis || diagnosis == m_compared)
        return; // else only other marks
    m_compared = diagnosis;
    const bool first = std::exchange(m_opening, m_diagnosis.opening()) != m_diagnosis.opening();
    if (first) {
        m_known.clear();
        m_pending.clear();
    }
    collect(*diagnosis, first);
    tellLater();
}

void Notifier::collect(const Diagnosis &diagnosis, bool first)
{
    QSet<QString> open;
    QSet<QString> known;
    for (const FindingPtr &finding : diagnosis.findings) {
        if (!finding->open)
            continue;
        const QString key = finding->key();
        open.insert(key);
        const bool before = m_known.contains(key);
        if (isSerious(*finding) && !before && !first && !m_diagnosis.isMuted(*finding))
            m_pending.insert(key);
        // One that wavers between two severities is not told again and again.
        if (isSerious(*finding) || before)
            known.insert(key);
    }
    m_known = std::move(known);
    m_pending.intersect(open);
}

void Notifier::tellLater()
{
    if (!m_pending.isEmpty() && !m_importing)
        m_quiet.start();
}

void Notifier::tell()
{
    if (m_importing || !m_compared)
        return; // setImporting(false) follows
    std::vector<FindingPtr> findings; // in the order of the diagnosis: the worst first
    for (const FindingPtr &finding : m_compared->findings) {
        if (finding->open && isSerious(*finding) && m_pending.contains(finding->key())
            && !m_diagnosis.isMuted(*finding))
            findings.push_back(finding);
    }
    m_pending.clear();
    if (!findings.empty() && !m_silent && m_settings.notifyAboutFindings())
        m_board->show(notice(findings));
}

DesktopNotice Notifier::notice(const std::vector<FindingPtr> &findings) const
{
    const Finding &worst = *findings.front();
    if (findings.size() == 1)
        return {words::findingTitle(worst), words::finding(worst).statement, worst.key()};
    QStringList lines;
    for (size_t i = 0; i < std::min(findings.size(), titlesNamed); ++i)
        lines << words::findingTitle(*findings[i]);
    const auto count = static_cast<int>(findings.size());
    if (findings.size() > titlesNamed)
        lines << tr("and %Ln more", nullptr, count - static_cast<int>(titlesNamed));
    return {tr("%Ln new serious problem(s)", nullptr, count), lines.join(u'\n'), worst.key()};
}

} // namespace tlsrpt
