// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/commandbox.h"

#include "ui/theme/lookstyle.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace tlsrpt
{

CommandBox::CommandBox(const Theme &theme, const QString &text, const QString &name, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_edit(new QPlainTextEdit),
      m_copy(new QPushButton(theme.icon(QStringLiteral("copy")), tr("Copy")))
{
    m_edit->setReadOnly(true);
    m_edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_edit->setTabChangesFocus(true);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
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
    const QFontMetricsF metrics(m_edit->font());
    const int lines = qMax(1, m_edit->blockCount());
    const double margin = 2 * m_edit->document()->documentMargin();
    double height = std::ceil(lines * metrics.lineSpacing() + margin) + 2;
    double widest = 0;
    for (const QString &line : m_edit->toPlainText().split(u'\n'))
        widest = std::max(widest, metrics.horizontalAdvance(line));
    // The scroll bar has room of its own below the last line.
    if (widest + margin > m_edit->width())
        height += m_edit->horizontalScrollBar()->sizeHint().height();
    m_edit->setFixedHeight(int(height));
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
