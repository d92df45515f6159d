// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/explanationview.h"

#include "ui/widgets/commandbox.h"
#include "ui/widgets/labels.h"
#include "ui/words/words.h"

#include <QVBoxLayout>

namespace tlsrpt
{

namespace
{

QLabel *wrapping(QLabel *label)
{
    label->setWordWrap(true);
    return label;
}

} // namespace

ExplanationView::ExplanationView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::xs);
}

void ExplanationView::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

void ExplanationView::show(const Explanation &explanation)
{
    clear();
    const words::ExplanationWords told = words::explanation(explanation);
    m_layout->addWidget(wrapping(makeLabel(m_theme, breakable(told.whatHappened))));
    if (!told.verbatim.isEmpty())
        m_layout->addWidget(wrapping(makeLabel(m_theme, breakable(told.verbatim.left(2000)), FontRole::Caption, Token::Text2)));
    addSection(tr("What it means"), told.meaning);
    addSection(tr("What it did to the mail"), told.effect);
    addSection(tr("Who must act"), told.who);
    addChecks(explanation);
    addFix(told.fix);
    addSection(tr("Could it be an attack?"), told.attack);
}

void ExplanationView::addSection(const QString &title, const QString &text)
{
    if (text.isEmpty())
        return;
    m_layout->addSpacing(space::s);
    m_layout->addWidget(new SectionHeading(m_theme, title));
    m_layout->addWidget(wrapping(makeLabel(m_theme, breakable(text))));
}

void ExplanationView::addChecks(const Explanation &explanation)
{
    if (explanation.checks.empty())
        return;
    m_layout->addSpacing(space::s);
    const bool port25 = explanation.checks.front().needsPort25;
    m_layout->addWidget(new SectionHeading(m_theme, tr("Check it"),
                                           port25 ? tr("from a computer that may use port 25") : QString()));
    for (const Check &check : explanation.checks) {
        m_layout->addWidget(wrapping(makeLabel(m_theme, words::checkTitle(check.kind), FontRole::Caption, Token::Text2)));
        m_layout->addWidget(new CommandBox(m_theme, check.command, words::checkTitle(check.kind)));
    }
}

void ExplanationView::addFix(const QStringList &steps)
{
    if (steps.isEmpty())
        return;
    m_layout->addSpacing(space::s);
    m_layout->addWidget(new SectionHeading(m_theme, tr("Fix it")));
    for (qsizetype i = 0; i < steps.size(); ++i)
        m_layout->addWidget(wrapping(makeLabel(m_theme, breakable(tr("%1.  %2").arg(i + 1).arg(steps[i])))));
}

} // namespace tlsrpt
