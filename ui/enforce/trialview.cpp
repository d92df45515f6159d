// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enforce/trialview.h"

#include "ui/findings/findingsections.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table.h"
#include "ui/words/enforcewords.h"
#include "ui/words/words.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr int pauseAfterKey = 200;   ///< milliseconds
constexpr int narrowBelow = 860;
constexpr int widestContent = 1600;
constexpr int longestText = 64 * 1024; ///< RFC 8461 §3.3: senders read no more of a policy
constexpr int fewLines = 8;
constexpr int manyLines = 20;
constexpr size_t mostMisses = 5; ///< explained above the table, which has all of them

} // namespace

TrialView::TrialView(const Theme &theme, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_hosts(newTrialModel(this))
    , m_pause(new QTimer(this))
    , m_edit(new QPlainTextEdit)
    , m_useCurrent(new QPushButton(tr("Use the policy in force")))
    , m_useSuggested(new QPushButton(tr("Use the suggested policy")))
    , m_pill(new PillLabel(theme, {}, {}, Token::Text, Token::Hover))
    , m_verdict(makeLabel(theme, {}, FontRole::Section))
    , m_notes(new Sections(theme))
    , m_table(new QTableView)
    , m_grid(new QGridLayout(this))
    , m_text(buildText())
    , m_answer(buildAnswer(settings))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_grid->setContentsMargins(space::l, space::m, space::l, space::m);
    m_grid->setHorizontalSpacing(space::column);
    m_grid->setVerticalSpacing(space::m);
    arrange(false);
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseAfterKey);
    connect(m_pause, &QTimer::timeout, this, &TrialView::tryRequested);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_typed = true;
        m_pause->start();
    });
    connect(m_useCurrent, &QPushButton::clicked, this, [this] { setText(m_current); });
    connect(m_useSuggested, &QPushButton::clicked, this, [this] { setText(m_suggested); });
}

QWidget *TrialView::buildText()
{
    m_edit->setFont(m_theme.font(FontRole::Mono));
    connect(&m_theme, &Theme::changed, m_edit, [this] { m_edit->setFont(m_theme.font(FontRole::Mono)); });
    m_edit->setAccessibleName(tr("Policy to try"));
    m_edit->setPlaceholderText(tr("Paste the text of a policy here."));
    m_edit->setTabChangesFocus(true);
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setMinimumHeight(fewLines * m_edit->fontMetrics().lineSpacing() + 16);
    m_edit->setMaximumHeight(manyLines * m_edit->fontMetrics().lineSpacing() + 16);
    auto *copy = new QPushButton(m_theme.icon(u"copy"_qs), tr("Copy"));
    copy->setAccessibleName(tr("Copy the policy to try"));
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_edit->toPlainText());
        emit told(tr("The policy is in the clipboard."));
    });
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout(space::s, buttons);
    for (QPushButton *button : {m_useCurrent, m_useSuggested, copy})
        flow->addWidget(button);
    auto *hint = makeLabel(m_theme, tr("Nothing is published: the text is only held against what was reported."), FontRole::Caption,
                           Token::Text2);
    hint->setWordWrap(true);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(new SectionHeading(m_theme, tr("Policy to try")));
    column->addWidget(hint);
    column->addWidget(m_edit, 1000);
    column->addWidget(buttons);
    column->addStretch(1);
    return box;
}

QWidget *TrialView::buildAnswer(Settings &settings)
{
    m_table->setModel(m_hosts);
    m_table->setAccessibleName(tr("Mail servers that reports name"));
    setUpTable(*m_table, m_theme, settings, u"enforce/trial"_qs);
    m_table->setItemDelegate(new CellDelegate(m_theme, m_table));
    m_table->setItemDelegateForColumn(TrialFailed, new NumberDelegate(m_theme, m_table));
    setColumnWidths(*m_table->horizontalHeader(), {170, 70, 240, 64, 76});
    growColumns(*m_table, {TrialServer, TrialWhy});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setMinimumHeight(120);
    m_verdict->setWordWrap(true);
    auto *verdict = new QHBoxLayout;
    verdict->setSpacing(space::s);
    verdict->addWidget(m_pill, 0, Qt::AlignTop);
    verdict->addWidget(m_verdict, 1);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(verdict);
    column->addWidget(m_notes);
    column->addWidget(m_table, 1);
    return box;
}

void TrialView::arrange(bool narrow)
{
    m_narrow = narrow;
    m_grid->removeWidget(m_text);
    m_grid->removeWidget(m_answer);
    m_grid->addWidget(m_text, 0, 0);
    m_grid->addWidget(m_answer, narrow ? 1 : 0, narrow ? 0 : 1);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, narrow ? 0 : 3);
}

void TrialView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int spare = std::max(0, event->size().width() - widestContent);
    m_grid->setContentsMargins(space::l, space::m, space::l + spare, space::m);
    const bool narrow = event->size().width() < narrowBelow;
    if (narrow != m_narrow)
        arrange(narrow);
}

void TrialView::setText(const QStringList &lines)
{
    m_edit->setPlainText(lines.join(u'\n').left(longestText));
    m_typed = false;
    m_pause->stop();
    emit tryRequested();
}

void TrialView::setTexts(const QString &domain, const QStringList &current, const QStringList &suggested)
{
    const bool other = domain != m_domain;
    m_domain = domain;
    m_current = current;
    m_suggested = suggested;
    m_useCurrent->setEnabled(!current.isEmpty());
    m_useCurrent->setToolTip(current.isEmpty() ? tr("No report tells its text.") : QString());
    if (other || !m_typed)
        setText(current.isEmpty() ? suggested : current);
    else
        emit tryRequested(); // the same text, other reports
}

QStringList TrialView::lines() const { return m_edit->toPlainText().left(longestText).split(u'\n'); }

void TrialView::show(const PolicyTrial &trial)
{
    const words::TrialWords told = words::trial(trial);
    m_pill->setText(told.good ? tr("Fits") : tr("Look again"));
    if (told.good)
        m_pill->setLook(u"circle-check"_qs, Token::ProtectedText, Token::Selection);
    else
        m_pill->setLook(u"triangle"_qs, Token::AttentionText, Token::AttentionSoft);
    m_verdict->setText(told.verdict);
    m_notes->clear();
    for (size_t i = 0; i < std::min(trial.hosts.size(), mostMisses); ++i) {
        if (!trial.hosts[i].covered()) // these stand first
            m_notes->addRow(u"circle-cross"_qs, Token::Failed, words::trialHost(trial.hosts[i]));
    }
    for (const QString &line : told.more)
        m_notes->addText(line, Token::Text2);
    if (!told.defects.isEmpty())
        m_notes->addHeading(tr("What is wrong with the text"));
    for (const QString &defect : told.defects)
        m_notes->addRow(u"triangle"_qs, Token::AttentionMark, defect);
    m_hosts->setRows(trial.hosts);
    m_table->setVisible(!trial.hosts.empty());
    fitNumbers(*m_table, *m_table->horizontalHeader());
}

} // namespace tlsrpt
