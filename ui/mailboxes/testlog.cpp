// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxes/testlog.h"

#include "ui/words/mailboxwords.h"
#include "ui/words/words.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr int markRole = Qt::UserRole;

bool replacesTheLast(ImapStep step)
{
    return step == ImapStep::Connected || step == ImapStep::SignedIn;
}

bool isUnderWay(ImapStep step)
{
    switch (step) {
    case ImapStep::Connecting:
    case ImapStep::SigningIn:
    case ImapStep::ListingFolders:
    case ImapStep::OpeningFolder:
    case ImapStep::Searching:
    case ImapStep::Fetching: return true;
    case ImapStep::Connected:
    case ImapStep::Encrypted:
    case ImapStep::SignedIn: return false;
    }
    Q_UNREACHABLE();
}

} // namespace

TestLog::TestLog(const Theme &theme, QWidget *parent)
    : QListWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("What the test does"));
    setFrameShape(QFrame::NoFrame);
    setWordWrap(true);
    setSelectionMode(NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSpacing(2);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setIconSize({16, 16});
    hide();
    connect(&theme, &Theme::changed, this, &TestLog::applyTheme);
}

QSize TestLog::sizeHint() const
{
    constexpr int mostHeight = 220;
    return {320, std::min(contentsSize().height(), mostHeight)};
}

/// Called whenever its lines have their places: only then their heights are known.
void TestLog::updateGeometries()
{
    QListWidget::updateGeometries();
    if (sizeHint().height() != height())
        updateGeometry();
}

void TestLog::begin()
{
    clear();
    hide();
}

void TestLog::add(Mark mark, const QString &text)
{
    auto *item = new QListWidgetItem(text, this);
    item->setFlags(Qt::ItemIsEnabled);
    item->setToolTip(text.toHtmlEscaped());
    setMark(*item, mark);
    show();
    scrollToItem(item);
}

void TestLog::setMark(QListWidgetItem &item, Mark mark)
{
    item.setData(markRole, static_cast<int>(mark));
    switch (mark) {
    case Mark::Running:
        item.setIcon(m_theme.icon(u"dash"_qs, Token::Text2));
        item.setForeground(m_theme.color(Token::Text2));
        break;
    case Mark::Done:
        item.setIcon(m_theme.icon(u"circle-check"_qs, Token::ProtectedText));
        item.setForeground(m_theme.color(Token::Text));
        break;
    case Mark::Wrong:
        item.setIcon(m_theme.icon(u"circle-cross"_qs, Token::Failed));
        item.setForeground(m_theme.color(Token::Text));
        break;
    }
}

void TestLog::settle(Mark mark)
{
    if (count() > 0 && item(count() - 1)->data(markRole) == static_cast<int>(Mark::Running))
        setMark(*item(count() - 1), mark);
}

void TestLog::addStep(ImapStep step, const QString &detail)
{
    if (replacesTheLast(step) && count() > 0)
        delete takeItem(count() - 1);
    settle(Mark::Done);
    add(isUnderWay(step) ? Mark::Running : Mark::Done, words::step(step, detail));
}

void TestLog::addGivenUp(const Error &error)
{
    settle(Mark::Wrong);
    add(Mark::Wrong, tr("%1; trying another server.").arg(words::error(error).reason));
}

void TestLog::endWell(const QString &text)
{
    if (count() > 0 && item(count() - 1)->data(markRole) == static_cast<int>(Mark::Running))
        delete takeItem(count() - 1);
    add(Mark::Done, text);
}

void TestLog::endBadly(const QString &text)
{
    settle(Mark::Wrong);
    if (!text.isEmpty())
        add(Mark::Wrong, text);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    if (count() > 0)
        item(count() - 1)->setFont(bold);
}

void TestLog::applyTheme()
{
    for (int i = 0; i < count(); ++i)
        setMark(*item(i), static_cast<Mark>(item(i)->data(markRole).toInt()));
}

} // namespace tlsrpt
