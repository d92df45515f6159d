// SPDX-License-Identifier: GPL-3.0-or-later
// The pieces of text that a finding's pane is made of, filled anew for each finding.
#pragma once

#include "core/diagnosis/diagnosis.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace tlsrpt
{

namespace words
{
struct FindingWords;
}

/// A column of headings and texts. What a stranger wrote is plain text and wraps.
class Sections : public QWidget
{
    Q_OBJECT
public:
    explicit Sections(const Theme &theme, QWidget *parent = nullptr);
    void clear();
    void addHeading(const QString &title, const QString &caption = {});
    void addText(const QString &text, Token tone = Token::Text);
    void addCaption(const QString &text);
    void addRow(const QString &icon, Token tone, const QString &text);
    void addWidget(QWidget *widget);

protected:
    const Theme &m_theme;
    QVBoxLayout *m_layout;
};

void fillStory(Sections &into, const words::FindingWords &told);
void fillRemedy(Sections &into, const Theme &theme, const Finding &finding, const words::FindingWords &told);
void fillSide(Sections &into, const Theme &theme, const Finding &finding, const words::FindingWords &told);

} // namespace tlsrpt
