// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/policyview.h"

#include "ui/detail/linkbutton.h"
#include "ui/domains/policytimeline.h"
#include "ui/domains/policywords.h"
#include "ui/findings/findingsections.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/valuegrid.h"
#include "ui/words/words.h"

#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace tlsrpt
{

namespace
{

constexpr int fewLanes = 12;
constexpr size_t fewChanges = 6;
constexpr size_t mostChanges = 200;
constexpr size_t mostDifferences = 24;
constexpr qsizetype longestText = 65'536; ///< a policy may have 64 kB (RFC 8461, section 3.2)

QLabel *wrapping(QLabel *label)
{
    label->setWordWrap(true);
    return label;
}

struct Changed {
    const PolicyGroup *group;
    const PolicyChange *change;
};

std::vector<Changed> allChanges(const PolicyStory &story)
{
    std::vector<Changed> all;
    for (const PolicyGroup &group : story.groups) {
        for (const PolicyChange &change : group.changes)
            all.push_back({&group, &change});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Changed &a, const Changed &b) { return a.change->first > b.change->first; });
    return all;
}

int laneCount(const PolicyStory &story)
{
    size_t count = 0;
    for (const PolicyGroup &group : story.groups)
        count += group.lanes.size();
    return static_cast<int>(count);
}

} // namespace

PolicyView::PolicyView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_heading(new SectionHeading(theme, tr("Policy history")))
    , m_timeline(new PolicyTimeline(theme))
    , m_moreLanes(new LinkButton(theme, {}))
    , m_chosen(new QWidget)
    , m_sentence(wrapping(makeLabel(theme, {})))
    , m_decoded(wrapping(makeLabel(theme, {}, FontRole::Caption, Token::Text2)))
    , m_text(new CommandBox(theme, {}, tr("Text of the chosen policy")))
    , m_changes(new Sections(theme))
    , m_moreChanges(new LinkButton(theme, {}))
{
    auto *chosen = new QVBoxLayout(m_chosen);
    chosen->setContentsMargins(0, space::s, 0, 0);
    chosen->setSpacing(space::xs);
    chosen->addWidget(m_sentence);
    chosen->addWidget(m_text);
    chosen->addWidget(m_decoded);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_heading);
    column->addWidget(m_timeline);
    column->addWidget(m_moreLanes, 0, Qt::AlignLeft);
    column->addWidget(m_chosen);
    column->addWidget(m_changes);
    column->addWidget(m_moreChanges, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_timeline, &PolicyTimeline::chosen, this, &PolicyView::showText);
    connect(m_moreLanes, &LinkButton::clicked, this, [this] { showLanes(true); });
    connect(m_moreChanges, &LinkButton::clicked, this, [this] { showChanges(true); });
}

void PolicyView::setStory(const PolicyStory &story)
{
    m_story = story;
    const bool any = !story.empty();
    m_heading->setCaption(any ? tr("as the senders' reports show it; equal numbers are equal policies")
                              : tr("No report carried the text of a policy."));
    m_timeline->setVisible(any);
    m_chosen->setVisible(any);
    showLanes(false);
    showChanges(false);
}

void PolicyView::showLanes(bool all)
{
    const int lanes = laneCount(m_story);
    m_moreLanes->setText(tr("Show all %Ln row(s)", nullptr, lanes));
    m_moreLanes->setVisible(!all && lanes > fewLanes);
    m_timeline->setStory(m_story, all ? std::numeric_limits<int>::max() : fewLanes);
}

void PolicyView::showText(const QString &sentence, const PolicySpan &span)
{
    m_sentence->setText(breakable(sentence));
    m_text->setText(span.lines.join(u'\n').left(longestText));
    QStringList decoded;
    if (span.track == Track::Tlsa) {
        for (qsizetype i = 0; i < span.lines.size(); ++i)
            //: A DANE record by its line and what it pins down: "Record 1: server key, SHA-256"
            decoded << tr("Record %1: %2").arg(words::number(i + 1), words::tlsaRecord(span.lines[i]));
    } else if (span.maxAge >= 0) {
        decoded << tr("Senders keep it for %1.").arg(words::maxAge(span.maxAge));
    }
    m_decoded->setText(breakable(decoded.join(u'\n')));
    m_decoded->setVisible(!decoded.isEmpty());
}

void PolicyView::showChanges(bool all)
{
    m_changes->clear();
    const std::vector<Changed> changes = allChanges(m_story);
    const size_t shown = std::min(changes.size(), all ? mostChanges : fewChanges);
    m_moreChanges->setText(tr("Show all %Ln change(s)", nullptr, static_cast<int>(changes.size())));
    m_moreChanges->setVisible(!all && changes.size() > shown);
    m_changes->setVisible(!m_story.empty());
    if (m_story.empty())
        return;
    m_changes->addHeading(tr("What changed"), changes.empty() ? tr("nothing in all these reports") : QString());
    for (size_t i = 0; i < shown; ++i) {
        const PolicyChange &change = *changes[i].change;
        m_changes->addText(changeTitle(*changes[i].group, change));
        m_changes->addCaption(changeSenders(change));
        auto *grid = new ValueGrid(m_theme, 60);
        for (size_t k = 0; k < std::min(change.differences.size(), mostDifferences); ++k)
            grid->addRow(fieldName(change.differences[k].field), fieldChange(change.differences[k]));
        if (change.differences.empty())
            grid->addRow(tr("Text"), tr("spelled or ordered differently, or with fields that do not count"));
        m_changes->addWidget(grid);
    }
}

} // namespace tlsrpt
