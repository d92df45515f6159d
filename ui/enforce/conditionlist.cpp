// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enforce/conditionlist.h"

#include "ui/detail/linkbutton.h"
#include "ui/enforce/rule.h"
#include "ui/widgets/labels.h"
#include "ui/words/enforcewords.h"

#include <QGridLayout>

#include <algorithm>

namespace tlsrpt
{

static constexpr int iconSize = 16;

ConditionList::ConditionList(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 5);
    m_grid->setColumnStretch(2, 5);
}

void ConditionList::show(const Enforcement &enforcement)
{
    QStringList problems;
    for (const FindingPtr &each : enforcement.problems)
        problems << each->key();
    if (enforcement.conditions == m_shown && problems == m_problems)
        return;
    m_shown = enforcement.conditions;
    m_problems = problems;
    clearLayout(*m_grid);
    std::vector<Condition> conditions = enforcement.conditions;
    std::stable_partition(conditions.begin(), conditions.end(), [](const Condition &each) { return !each.met; });
    int row = 0;
    for (const Condition &condition : conditions) {
        add(row, condition, enforcement);
        m_grid->addWidget(new HorizontalRule(m_theme), row + 1, 0, 1, 4);
        row += 2;
    }
}

void ConditionList::add(int row, const Condition &condition, const Enforcement &enforcement)
{
    auto *mark = new QLabel;
    const QString icon = condition.met ? u"circle-check"_qs : u"circle-cross"_qs;
    const Token token = condition.met ? Token::ProtectedText : Token::Failed;
    const auto draw = [mark, icon, token, &theme = m_theme] {
        mark->setPixmap(theme.icon(icon, token).pixmap(QSize(iconSize, iconSize), mark->devicePixelRatioF()));
    };
    draw();
    connect(&m_theme, &Theme::changed, mark, draw);
    QLabel *name = makeLabel(m_theme, words::conditionName(condition));
    name->setWordWrap(true);
    name->setContentsMargins(0, 6, 0, 6);
    QFont font = name->font();
    font.setWeight(condition.met ? QFont::Normal : QFont::DemiBold);
    name->setFont(font);
    //: read aloud: a condition and whether it is met
    name->setAccessibleName((condition.met ? tr("Met: %1") : tr("Not met: %1")).arg(name->text()));
    mark->setToolTip(condition.met ? tr("Met") : tr("Not met"));
    QLabel *value = makeLabel(m_theme, breakable(words::conditionValue(condition)), FontRole::Body,
                              condition.met ? Token::Text2 : Token::Text);
    value->setWordWrap(true);
    value->setContentsMargins(0, 6, 0, 6);
    m_grid->addWidget(mark, row, 0);
    m_grid->addWidget(name, row, 1);
    m_grid->addWidget(value, row, 2);
    if (QWidget *link = linkFor(condition, enforcement))
        m_grid->addWidget(link, row, 3, Qt::AlignRight | Qt::AlignVCenter);
}

QWidget *ConditionList::linkFor(const Condition &condition, const Enforcement &enforcement)
{
    if (condition.met)
        return nullptr;
    if (condition.kind == ConditionKind::NoOpenFinding) {
        auto *link = new LinkButton(m_theme, tr("Open the list ›"));
        link->setAccessibleName(tr("Open the list of problems"));
        connect(link, &LinkButton::clicked, this, &ConditionList::problemsAsked);
        return link;
    }
    if (condition.kind != ConditionKind::HostsCovered)
        return nullptr;
    const auto &problems = enforcement.problems;
    const auto finding = std::find_if(problems.begin(), problems.end(), [&condition](const FindingPtr &each) {
        return each->cause == Cause::MxNotInPolicy && each->mx == condition.text;
    });
    if (finding == problems.end())
        return nullptr;
    auto *link = new LinkButton(m_theme, tr("Open the finding ›"));
    link->setAccessibleName(tr("Open the finding about %1").arg(condition.text));
    connect(link, &LinkButton::clicked, this, [this, key = (*finding)->key()] { emit findingOpened(key); });
    return link;
}

} // namespace tlsrpt
