// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/findingsections.h"

#include "ui/theme/lookstyle.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/valuegrid.h"
#include "ui/words/findingwords.h"
#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr size_t mostSenders = 8;
constexpr qsizetype longestName = 60;
constexpr qsizetype longestText = 200;

QLabel *wrapping(QLabel *label)
{
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// 0 to 100 as a bar.
class ConfidenceBar : public QWidget
{
public:
    ConfidenceBar(const Theme &theme, int value) : m_theme(theme), m_value(value)
    {
        setFixedHeight(6);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        roundedBox(painter, rect(), m_theme.color(Token::Hover), QColor(), 1);
        QRectF done = rect();
        done.setWidth(width() * m_value / 100.0);
        if (isRightToLeft())
            done.moveRight(width());
        roundedBox(painter, done, m_theme.color(Token::ProtectedMark), QColor(), 1);
    }

private:
    const Theme &m_theme;
    int m_value;
};

QString fieldName(PolicyField field)
{
    switch (field) {
    case PolicyField::Version: return u"version"_qs; // names of RFC 8461, not translated
    case PolicyField::Mode: return u"mode"_qs;
    case PolicyField::MaxAge: return u"max_age"_qs;
    case PolicyField::Mx: return u"mx"_qs;
    case PolicyField::Record: return u"TLSA"_qs;
    }
    return {};
}

QString change(const PolicyDifference &difference)
{
    const auto part = [&difference](const QString &text) {
        return difference.field == PolicyField::Record ? words::shortRecord(text) : words::shown(text, longestText);
    };
    if (difference.before.isEmpty())
        return Sections::tr("added: %1").arg(part(difference.after));
    if (difference.after.isEmpty())
        return Sections::tr("removed: %1").arg(part(difference.before));
    //: a value of a policy before and after: "testing → enforce"
    return Sections::tr("%1 → %2").arg(part(difference.before), part(difference.after));
}

void fillChanges(Sections &into, const Theme &theme, const Finding &finding)
{
    const FindingDetails &details = finding.details;
    if (details.textBefore.isEmpty() || details.textAfter.isEmpty())
        return;
    const auto changes = difference(finding.track, details.textBefore, details.textAfter);
    if (changes.empty())
        return;
    into.addHeading(Sections::tr("What differs"));
    auto *grid = new ValueGrid(theme);
    for (const PolicyDifference &each : changes)
        grid->addRow(fieldName(each.field), breakable(change(each)));
    into.addWidget(grid);
}

void fillConditions(Sections &into, const Finding &finding)
{
    if (finding.details.conditions.empty())
        return;
    into.addHeading(finding.rule == Rule::R37 ? Sections::tr("Seen for the first time that day")
                                              : Sections::tr("What enforce needs"));
    for (const Condition &condition : finding.details.conditions) {
        const QString text = words::condition(condition, finding);
        if (finding.rule == Rule::R37)
            into.addRow(u"circle-info"_qs, Token::Text2, text);
        else if (condition.met)
            into.addRow(u"circle-check"_qs, Token::ProtectedText, text);
        else
            into.addRow(u"circle-cross"_qs, Token::Failed, text);
    }
}

void fillClues(Sections &into, const Finding &finding)
{
    if (finding.details.clues.empty())
        return;
    into.addHeading(Sections::tr("For and against interference"));
    for (const Clue &clue : finding.details.clues)
        into.addText(words::clue(clue, finding), clue.points > 0 ? Token::Text : Token::Text2);
}

void fillConfidence(Sections &into, const Theme &theme, const Finding &finding)
{
    const Confidence &confidence = finding.confidence;
    into.addHeading(Sections::tr("How sure we are"),
                    confidence.certain ? words::confidenceName(confidence)
                                       //: "high, 95 of 100"
                                       : Sections::tr("%1, %2 of 100").arg(words::confidenceName(confidence), words::number(confidence.value)));
    into.addWidget(new ConfidenceBar(theme, confidence.certain ? 100 : confidence.value));
    for (const ConfidenceReason &reason : confidence.reasons)
        into.addText(words::confidenceReason(reason), reason.points < 0 ? Token::Text2 : Token::Text);
}

void addCell(QGridLayout &grid, int row, int column, QLabel *label)
{
    grid.addWidget(label, row, column, column == 0 ? Qt::Alignment() : Qt::AlignRight | Qt::AlignTop);
}

void fillSenders(Sections &into, const Theme &theme, const Finding &finding)
{
    if (finding.senders.empty())
        return;
    into.addHeading(Sections::tr("Who saw it"));
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(space::xs);
    grid->setColumnStretch(0, 1);
    const QStringList titles{Sections::tr("Sender"), Sections::tr("Counted"), Sections::tr("Sessions"), Sections::tr("Failed")};
    for (int column = 0; column < titles.size(); ++column)
        addCell(*grid, 0, column, makeLabel(theme, titles[column], FontRole::Caption, Token::Text2));
    int row = 0;
    for (const SenderShare &sender : finding.senders) {
        if (static_cast<size_t>(row) == mostSenders)
            break;
        ++row;
        addCell(*grid, row, 0, wrapping(makeLabel(theme, breakable(words::shown(sender.name, longestName)))));
        addCell(*grid, row, 1, makeLabel(theme, sender.occurrences > 0 ? words::number(sender.occurrences) : u"–"_qs));
        addCell(*grid, row, 2, makeLabel(theme, words::number(sender.sessions), FontRole::Body, Token::Text2));
        addCell(*grid, row, 3, makeLabel(theme, words::percentOf(sender.failed, sender.sessions)));
    }
    into.addWidget(box);
    if (finding.senders.size() > mostSenders)
        into.addCaption(Sections::tr("and %Ln more sender(s)", nullptr, static_cast<int>(finding.senders.size() - mostSenders)));
    if (finding.others.empty())
        return;
    into.addHeading(Sections::tr("Who did not"));
    QStringList names;
    for (const SenderShare &sender : finding.others) {
        if (static_cast<size_t>(names.size()) < mostSenders)
            names << words::shown(sender.name, longestName);
    }
    QString text = names.join(u", "_qs);
    const qint64 more = static_cast<qint64>(finding.others.size()) - names.size() + finding.moreOthers;
    if (more > 0)
        text = Sections::tr("%1 and %Ln more", nullptr, static_cast<int>(std::min<qint64>(more, 1'000'000))).arg(text);
    into.addText(text, Token::Text2);
}

} // namespace

Sections::Sections(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::xs);
}

void Sections::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void Sections::addHeading(const QString &title, const QString &caption)
{
    if (m_layout->count() > 0)
        m_layout->addSpacing(space::s);
    m_layout->addWidget(new SectionHeading(m_theme, title, caption));
}

void Sections::addText(const QString &text, Token tone)
{
    m_layout->addWidget(wrapping(makeLabel(m_theme, breakable(text), FontRole::Body, tone)));
}

void Sections::addCaption(const QString &text)
{
    m_layout->addWidget(wrapping(makeLabel(m_theme, breakable(text), FontRole::Caption, Token::Text2)));
}

void Sections::addRow(const QString &icon, Token tone, const QString &text)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto *mark = new QLabel;
    const auto draw = [mark, icon, tone, &theme = m_theme] {
        mark->setPixmap(theme.icon(icon, tone).pixmap(QSize(14, 14), mark->devicePixelRatioF()));
    };
    draw();
    connect(&m_theme, &Theme::changed, mark, draw);
    mark->setContentsMargins(0, 2, 0, 0);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(wrapping(makeLabel(m_theme, breakable(text))), 1);
    m_layout->addWidget(box);
}

void Sections::addWidget(QWidget *widget) { m_layout->addWidget(widget); }

void fillStory(Sections &into, const words::FindingWords &told)
{
    into.clear();
    into.addText(told.statement);
    into.addHeading(Sections::tr("What it means"));
    into.addText(told.meaning);
    into.addHeading(Sections::tr("What it did to the mail"));
    into.addText(told.effect);
}

void fillRemedy(Sections &into, const Theme &theme, const Finding &finding, const words::FindingWords &told)
{
    into.clear();
    fillConditions(into, finding);
    fillClues(into, finding);
    fillChanges(into, theme, finding);
    if (!finding.checks.empty()) {
        const bool port25 = finding.checks.front().needsPort25;
        into.addHeading(Sections::tr("Check it"), port25 ? Sections::tr("from a computer that may use port 25") : QString());
        for (const Check &check : finding.checks) {
            into.addCaption(words::checkTitle(check.kind));
            into.addWidget(new CommandBox(theme, check.command, words::checkTitle(check.kind)));
        }
    }
    into.addHeading(Sections::tr("Fix it"));
    for (qsizetype i = 0; i < told.fix.size(); ++i)
        into.addText(told.fix.size() == 1 ? told.fix[i] : Sections::tr("%1.  %2").arg(i + 1).arg(told.fix[i]));
}

void fillSide(Sections &into, const Theme &theme, const Finding &finding, const words::FindingWords &told)
{
    into.clear();
    into.addHeading(Sections::tr("Who must act"));
    into.addText(told.who);
    fillConfidence(into, theme, finding);
    fillSenders(into, theme, finding);
}

} // namespace tlsrpt
