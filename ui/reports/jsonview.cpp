// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/jsonview.h"

#include "ui/reports/jsonhighlighter.h"
#include "ui/words/words.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

namespace tlsrpt
{

namespace
{

constexpr int marginPadding = 8;

/// The line of a deviation: its own, else that of the nearest member above it.
int lineOf(const QHash<QString, int> &lines, QString pointer)
{
    while (!pointer.isEmpty()) {
        if (const auto found = lines.constFind(pointer); found != lines.cend())
            return *found;
        pointer.truncate(pointer.lastIndexOf(u'/'));
    }
    return 0;
}

} // namespace

JsonView::JsonView(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_highlighter(new JsonHighlighter(theme, document()))
    , m_margin(new QWidget(this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("JSON of the report"));
    m_margin->installEventFilter(this);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &, int dy) {
        if (dy)
            m_margin->scroll(0, dy);
        else
            m_margin->update();
        viewport()->update();
    });
    connect(&theme, &Theme::changed, this, &JsonView::applyTheme);
    applyTheme();
}

void JsonView::applyTheme()
{
    setFont(m_theme.font(FontRole::Mono));
    m_highlighter->applyTheme();
    markLines();
    placeMargin();
}

void JsonView::show(const FormattedJson &json, const std::vector<Deviation> &deviations)
{
    QHash<QString, int> lines;
    for (int line = static_cast<int>(json.pointers.size()) - 1; line >= 0; --line)
        lines.insert(json.pointers[line], line);
    m_notes.clear();
    for (const Deviation &deviation : deviations) {
        QString &note = m_notes[lineOf(lines, deviation.pointer)];
        const QString name = words::deviationName(deviation.kind);
        if (!note.contains(name))
            note += note.isEmpty() ? name : u" · "_qs + name;
    }
    setPlainText(json.cut ? json.text + u"\n"_qs + tr("… cut here; save the file to see the rest.") : json.text);
    markLines();
    placeMargin();
}

void JsonView::markLines()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (auto it = m_notes.cbegin(); it != m_notes.cend(); ++it) {
        QTextEdit::ExtraSelection mark;
        mark.format.setBackground(m_theme.color(Token::AttentionSoft));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        mark.cursor = QTextCursor(document()->findBlockByNumber(it.key()));
        marks.append(mark);
    }
    setExtraSelections(marks);
}

int JsonView::marginWidth() const
{
    const int digits = static_cast<int>(QString::number(blockCount()).size());
    return fontMetrics().horizontalAdvance(u'9') * std::max(2, digits) + 2 * marginPadding;
}

void JsonView::placeMargin()
{
    setViewportMargins(marginWidth(), 0, 0, 0);
    m_margin->setGeometry(contentsRect().left(), contentsRect().top(), marginWidth(), contentsRect().height());
}

void JsonView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeMargin();
}

bool JsonView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_margin && event->type() == QEvent::Paint) {
        paintMargin(static_cast<QPaintEvent *>(event));
        return true;
    }
    return QPlainTextEdit::eventFilter(watched, event);
}

void JsonView::paintMargin(QPaintEvent *)
{
    QPainter painter(m_margin);
    painter.setFont(font());
    painter.setPen(m_theme.color(Token::Text2));
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > m_margin->height())
            break;
        painter.drawText(QRectF(0, area.top(), m_margin->width() - marginPadding, area.height()),
                         static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), QString::number(block.blockNumber() + 1));
    }
}

/// Notes stand at the right edge where the line leaves room for them.
void JsonView::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    if (m_notes.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(m_theme.font(FontRole::Caption));
    painter.setPen(m_theme.color(Token::AttentionText));
    const QFontMetrics metrics(painter.font());
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > viewport()->height())
            break;
        const QString note = m_notes.value(block.blockNumber());
        if (note.isEmpty())
            continue;
        const int used = fontMetrics().horizontalAdvance(block.text()) - horizontalScrollBar()->value() + 24;
        const int room = viewport()->width() - used - marginPadding;
        if (room < 60)
            continue;
        painter.drawText(QRectF(used, area.top(), room, area.height()),
                         static_cast<int>(Qt::AlignRight | Qt::AlignVCenter),
                         metrics.elidedText(note, Qt::ElideRight, room));
    }
}

} // namespace tlsrpt
