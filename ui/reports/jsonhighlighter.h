// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QSyntaxHighlighter>
#include <QTextCharFormat>

namespace tlsrpt
{

/// Keys, texts and numbers, line by line.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    JsonHighlighter(const Theme &theme, QTextDocument *document);
    void applyTheme();

protected:
    void highlightBlock(const QString &text) override;

private:
    const Theme &m_theme;
    QTextCharFormat m_key;
    QTextCharFormat m_string;
    QTextCharFormat m_number;
};

} // namespace tlsrpt
