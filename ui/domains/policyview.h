// SPDX-License-Identifier: GPL-3.0-or-later
// The policy history of a domain: timeline, the chosen policy's text, what changed.
#pragma once

#include "ui/domains/policystory.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;

namespace tlsrpt
{

class CommandBox;
class LinkButton;
class PolicyTimeline;
class SectionHeading;
class Sections;

class PolicyView : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyView(const Theme &theme, QWidget *parent = nullptr);
    void setStory(const PolicyStory &story);

private:
    void showText(const QString &sentence, const PolicySpan &span);
    void showLanes(bool all);
    void showChanges(bool all);

    const Theme &m_theme;
    PolicyStory m_story;
    SectionHeading *m_heading;
    PolicyTimeline *m_timeline;
    LinkButton *m_moreLanes;
    QWidget *m_chosen;
    QLabel *m_sentence;
    QLabel *m_decoded;
    CommandBox *m_text;
    Sections *m_changes;
    LinkButton *m_moreChanges;
};

} // namespace tlsrpt
