// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/domainfacts.h"

#include "ui/findings/findingsections.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/valuegrid.h"
#include "ui/words/findingwords.h"
#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QGridLayout>

#include <algorithm>

namespace tlsrpt
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(DomainFacts)
};

constexpr size_t mostSenders = 8;
constexpr qsizetype longestName = 60;
constexpr int longSilence = 14; ///< days without a report that are worth a colour

/// What stands behind the state, one sentence each.
QStringList reasons(const DomainItem &item, const DomainDiagnosis *domain)
{
    const DomainHealth &health = item.health;
    QStringList sentences{words::healthReason(health)};
    if (health.health == Health::Broken || health.health == Health::NoReports) {
        if (health.mode == PolicyMode::Enforce)
            sentences << T::tr("Its MTA-STS policy is in mode enforce: senders that check it deliver only to servers they can verify.");
        else if (health.mode == PolicyMode::Testing)
            sentences << T::tr("Its MTA-STS policy is in mode testing: mail is delivered even where the check fails.");
    }
    if (health.mode == PolicyMode::None)
        sentences << T::tr("Its MTA-STS policy says “none”: the domain takes its policy back.");
    if (health.dane && health.health != Health::Dane)
        sentences << T::tr("Its mail servers publish over DANE which certificate senders are to expect.");
    if (domain && health.health == Health::Testing && !health.ready) {
        const auto unmet = std::count_if(domain->enforceConditions.begin(), domain->enforceConditions.end(),
                                         [](const Condition &each) { return !each.met; });
        if (unmet > 0)
            sentences << T::tr("%Ln condition(s) for enforce not met yet.", nullptr, static_cast<int>(unmet));
    }
    if (health.mailHost)
        sentences << T::tr("This is the name of a mail server: reports about its DANE records did not tell which domain the mail was for.");
    if (item.muted > 0)
        sentences << T::tr("%Ln open finding(s) muted; the state does not count them.", nullptr, item.muted);
    return sentences;
}

QString usually(const SenderRhythm &sender)
{
    if (sender.reportDays < 3)
        return u"–"_qs;
    return sender.usualGap <= 1 ? T::tr("every day") : T::tr("every %Ln days", nullptr, sender.usualGap);
}

void addCell(QGridLayout &grid, int row, int column, QLabel *label)
{
    grid.addWidget(label, row, column, column == 0 ? Qt::Alignment() : Qt::AlignRight | Qt::AlignTop);
}

std::vector<const SenderRhythm *> byWeight(const DomainDiagnosis &domain)
{
    std::vector<const SenderRhythm *> senders;
    for (const SenderRhythm &sender : domain.senders)
        senders.push_back(&sender);
    std::stable_sort(senders.begin(), senders.end(),
                     [](const SenderRhythm *a, const SenderRhythm *b) { return a->sessions > b->sessions; });
    return senders;
}

} // namespace

void fillState(Sections &into, const Theme &theme, const DomainItem &item, const DomainDiagnosis *domain)
{
    into.clear();
    for (const QString &sentence : reasons(item, domain))
        into.addText(sentence);
    const DomainHealth &health = item.health;
    auto *grid = new ValueGrid(theme);
    grid->setContentsMargins(0, space::s, 0, 0);
    grid->addRow(T::tr("Policy"), item.policy);
    grid->addRow(T::tr("Reports"), T::tr("%1, %2").arg(words::number(health.reports), words::period(health.days)));
    grid->addRow(T::tr("Sessions"), T::tr("%1 in the last 30 days of reports").arg(words::number(health.sessions)));
    grid->addRow(T::tr("Protected"), words::percentOf(health.protectedSessions, health.sessions));
    grid->addRow(T::tr("Failed"), words::percentOf(health.failed, health.sessions), FontRole::Body,
                 health.failed > 0 ? Token::Failed : Token::Text);
    into.addWidget(grid);
}

void fillSenders(Sections &into, const Theme &theme, const DomainDiagnosis *domain, Day reference)
{
    into.clear();
    if (!domain || domain->senders.empty())
        return;
    into.addHeading(T::tr("Who reports"), T::tr("%Ln sender(s)", nullptr, static_cast<int>(domain->senders.size())));
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(space::xs);
    grid->setColumnStretch(0, 1);
    const QStringList titles{T::tr("Sender"), T::tr("Usually"), T::tr("Last report"), T::tr("Sessions")};
    for (int column = 0; column < titles.size(); ++column)
        addCell(*grid, 0, column, makeLabel(theme, titles[column], FontRole::Caption, Token::Text2));
    const auto senders = byWeight(*domain);
    for (size_t i = 0; i < std::min(senders.size(), mostSenders); ++i) {
        const SenderRhythm &sender = *senders[i];
        const bool silent = reference.value - sender.last.value >= longSilence;
        const int row = static_cast<int>(i) + 1;
        QLabel *name = makeLabel(theme, breakable(words::shown(sender.name, longestName)));
        name->setWordWrap(true);
        addCell(*grid, row, 0, name);
        addCell(*grid, row, 1, makeLabel(theme, usually(sender), FontRole::Body, Token::Text2));
        addCell(*grid, row, 2, makeLabel(theme, words::day(sender.last), FontRole::Body,
                                         silent ? Token::AttentionText : Token::Text));
        addCell(*grid, row, 3, makeLabel(theme, words::number(sender.sessions)));
    }
    into.addWidget(box);
    if (senders.size() > mostSenders)
        into.addCaption(T::tr("and %Ln more sender(s)", nullptr, static_cast<int>(senders.size() - mostSenders)));
}

} // namespace tlsrpt
