// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/commandbox.h"

#include "ui/theme/lookstyle.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace tlsrpt
{

namespace
{
constexpr int narrowest = 380; ///< below it the button shows its icon only
}

CommandBox::CommandBox(const Theme &theme, const QString &text, const QString &name, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_edit(new QPlainTextEdit),
      m_copy(new QPushButton(theme.icon(QStringLiteral("copy")), tr("Copy")))
{
    m_edit->setReadOnly(true);
    m_edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_edit->setTabChangesFocus(true);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->viewport()->setAutoFillBackground(false);
    m_edit->setFont(theme.font(FontRole::Mono));
    m_edit->setAccessibleName(name);
    m_copy->setProperty("small", true);
    //: Copies the text that is called %1
    m_copy->setAccessibleName(tr("Copy: %1").arg(name));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 7, 8, 7);
    row->addWidget(m_edit, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_edit->toPlainText());
        emit copied();
    });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void CommandBox::setText(const QString &text)
{
    m_edit->setPlainText(text);
    fit();
}

void CommandBox::fit()
{
    // Lines of the layout, not of the text: a narrow pane wraps them.
    m_edit->document()->setTextWidth(m_edit->viewport()->width());
    int lines = 0;
    for (QTextBlock block = m_edit->document()->firstBlock(); block.isValid(); block = block.next()) {
        m_edit->document()->documentLayout()->blockBoundingRect(block); // lays it out: before, it has no lines
        lines += std::max(1, block.layout()->lineCount());
    }
    const QFontMetricsF metrics(m_edit->font());
    const double margin = 2 * m_edit->document()->documentMargin();
    m_edit->setFixedHeight(int(std::ceil(lines * metrics.lineSpacing() + margin)) + 2);
    const bool narrow = width() < narrowest;
    m_copy->setText(narrow ? QString() : tr("Copy"));
    m_copy->setToolTip(narrow ? tr("Copy") : QString());
}

void CommandBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_edit->setFont(m_theme.font(FontRole::Mono));
        fit();
    }
}

void CommandBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void CommandBox::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    roundedBox(p, rect(), m_theme.color(Token::Window), m_theme.color(Token::Line));
    if (m_edit->hasFocus())
        focusRing(p, rect(), m_theme.color(Token::Accent));
}

} // namespace tlsrpt
