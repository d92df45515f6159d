// SPDX-License-Identifier: GPL-3.0-or-later
// How far a command is, on a terminal.
#pragma once

#include "core/pipeline/importjob.h"

#include <QString>

namespace tlsrpt::console
{

/// One line of stderr, written over again and again and taken away at the end. Nothing where stderr is no
/// terminal: a log keeps every line.
class ProgressLine
{
public:
    ProgressLine();
    ~ProgressLine();
    Q_DISABLE_COPY_MOVE(ProgressLine)

    void show(const QString &text);

private:
    void write(const QString &text);

    bool m_terminal;
    qsizetype m_shown = 0; ///< characters to be written over
};

/// "3,200 of 20,000 files: 3,100 reports imported, 90 seen before"
QString progressText(const ImportProgress &progress);
/// The same of mails.
QString mailProgressText(const ImportProgress &progress);

} // namespace tlsrpt::console
