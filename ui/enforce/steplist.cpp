// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enforce/steplist.h"

#include "ui/detail/linkbutton.h"
#include "ui/enforce/rule.h"
#include "ui/theme/lookstyle.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/labels.h"
#include "ui/words/words.h"

#include <QVBoxLayout>

namespace tlsrpt
{

namespace
{

constexpr int diameter = 20;

/// "1" on a round ground.
class StepNumber : public QWidget
{
public:
    StepNumber(const Theme &theme, int number) : m_theme(theme), m_text(words::number(number))
    {
        setFont(theme.font(FontRole::Caption));
        setFixedSize(diameter, diameter);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        roundedBox(painter, rect(), m_theme.color(Token::Selection), QColor(), diameter / 2.0);
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        painter.setFont(bold);
        painter.setPen(m_theme.color(Token::ProtectedText));
        painter.drawText(rect(), Qt::AlignCenter, m_text);
    }

private:
    const Theme &m_theme;
    QString m_text;
};

QLabel *wrapping(QLabel *label)
{
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

StepList::StepList(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void StepList::show(const std::vector<words::EnforceStep> &steps, const StepTexts &texts)
{
    StepTexts same = texts;
    same.record = m_texts.record; // only its id is another by now
    if (steps == m_shown && same == m_texts)
        return;
    m_shown = steps;
    m_texts = texts;
    clearLayout(*m_layout);
    int number = 0;
    for (const words::EnforceStep &step : steps)
        add(++number, step, texts);
}

void StepList::add(int number, const words::EnforceStep &step, const StepTexts &texts)
{
    if (number > 1)
        m_layout->addWidget(new HorizontalRule(m_theme));
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 7, 0, 7);
    row->setSpacing(10);
    row->addWidget(new StepNumber(m_theme, number), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    QLabel *title = wrapping(makeLabel(m_theme, breakable(step.title)));
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    //: read aloud: a step and its number
    title->setAccessibleName(tr("Step %1: %2").arg(words::number(number), step.title));
    column->addWidget(title);
    if (!step.caption.isEmpty())
        column->addWidget(wrapping(makeLabel(m_theme, breakable(step.caption), FontRole::Caption, Token::Text2)));
    if (!step.finding.isEmpty()) {
        auto *link = new LinkButton(m_theme, tr("Open the finding ›"));
        link->setAccessibleName(tr("Open the finding: %1").arg(step.title));
        connect(link, &LinkButton::clicked, this, [this, key = step.finding] { emit findingOpened(key); });
        column->addWidget(link, 0, Qt::AlignLeft);
    }
    if (QWidget *text = textBox(step, texts)) {
        column->addSpacing(space::xs);
        column->addWidget(text);
    }
    row->addLayout(column, 1);
    m_layout->addWidget(box);
}

QWidget *StepList::textBox(const words::EnforceStep &step, const StepTexts &texts)
{
    switch (step.text) {
    case words::EnforceStep::Text::Nothing: return nullptr;
    case words::EnforceStep::Text::Policy: return new CommandBox(m_theme, texts.policy, tr("The text of the policy"));
    case words::EnforceStep::Text::FirstTesting:
        return new CommandBox(m_theme, texts.firstTesting, tr("The text of the policy in testing"));
    case words::EnforceStep::Text::Record: return new CommandBox(m_theme, texts.record, tr("The record in DNS"));
    case words::EnforceStep::Text::MxQuery: return new CommandBox(m_theme, texts.mxQuery, tr("Command that names the mail servers"));
    }
    Q_UNREACHABLE();
}

} // namespace tlsrpt
