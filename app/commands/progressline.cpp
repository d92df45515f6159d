// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/progressline.h"

#include "app/commands/outcome.h"
#include "core/base/plaintext.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace tlsrpt::console
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(Console)
};

constexpr qsizetype mostCharacters = 79; ///< a longer line would wrap and not be written over

bool isTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

} // namespace

ProgressLine::ProgressLine() : m_terminal(isTerminal()) {}

ProgressLine::~ProgressLine()
{
    if (m_shown > 0)
        write({});
}

void ProgressLine::show(const QString &text)
{
    if (m_terminal)
        write(printable(text).left(mostCharacters));
}

void ProgressLine::write(const QString &text)
{
    const QString line = u'\r' + text.leftJustified(m_shown) + (text.isEmpty() ? u"\r"_qs : QString());
    std::fputs(line.toUtf8().constData(), stderr);
    std::fflush(stderr);
    m_shown = text.size();
}

QString progressText(const ImportProgress &progress)
{
    return T::tr("%1 of %2 files: %3")
        .arg(words::number(progress.inputsDone), words::number(progress.inputsTotal), countsText(progress.counts));
}

QString mailProgressText(const ImportProgress &progress)
{
    return T::tr("%1 of %2 mails: %3")
        .arg(words::number(progress.inputsDone), words::number(progress.inputsTotal), countsText(progress.counts));
}

} // namespace tlsrpt::console
