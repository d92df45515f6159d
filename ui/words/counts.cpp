// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/counts.h"

#include "ui/words/words.h"

namespace tlsrpt::words
{

QString counts(const std::vector<qint64> &values)
{
    QStringList texts;
    texts.reserve(static_cast<qsizetype>(values.size()));
    for (const qint64 value : values)
        texts << (value < 0 ? QStringLiteral("–") : number(value));
    return texts.join(QStringLiteral(", "));
}

} // namespace tlsrpt::words
