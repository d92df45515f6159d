// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels.h"

#include "ui/theme/lookstyle.h"
#include "ui/widgets/rowmodel.h"
#include "ui/words/text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace tlsrpt
{

void setTone(QWidget &widget, const Theme &theme, Token tone)
{
    const auto paint = [&widget, &theme, tone] {
        QPalette p = widget.palette();
        // A label on a Base ground draws with Text, on a Window ground with WindowText.
        for (const auto role : {QPalette::WindowText, QPalette::Text}) {
            p.setColor(QPalette::Active, role, theme.color(tone));
            p.setColor(QPalette::Inactive, role, theme.color(tone));
        }
        widget.setPalette(p);
    };
    paint();
    // The newest tone wins: the former connection hangs on a helper that goes with it.
    delete widget.findChild<QObject *>(QStringLiteral("tone"), Qt::FindDirectChildrenOnly);
    auto *keeper = new QObject(&widget);
    keeper->setObjectName(QStringLiteral("tone"));
    QObject::connect(&theme, &Theme::changed, keeper, paint);
}

QLabel *makeLabel(const Theme &theme, const QString &text, FontRole role, Token tone,
                  QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme.font(role));
    if (tone == Token::Text2)
        label->setForegroundRole(QPalette::PlaceholderText);
    else if (tone != Token::Text)
        setTone(*label, theme, tone);
    return label;
}

namespace
{

/// Gives way where there is no room: the words end with "…" and the tool tip has all of them.
class Caption final : public QLabel
{
public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override { return {fontMetrics().averageCharWidth() * 6, QLabel::minimumSizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        setToolTip(isCut() ? plainToolTip(text()) : QString());
    }
    void paintEvent(QPaintEvent *event) override
    {
        if (!isCut()) {
            QLabel::paintEvent(event);
            return;
        }
        QPainter painter(this);
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
        style()->drawItemText(&painter, rect(), int(alignment()), palette(), isEnabled(), shown, foregroundRole());
    }

private:
    bool isCut() const { return width() < sizeHint().width(); }
};

} // namespace

SectionHeading::SectionHeading(const Theme &theme, const QString &title, const QString &caption,
                               QWidget *parent)
    : QWidget(parent),
      m_title(makeLabel(theme, title, FontRole::Section)),
      m_caption(new Caption(caption))
{
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setFont(theme.font(FontRole::Caption));
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_title);
    row->addWidget(m_caption);
    row->addStretch(1);
    m_caption->setVisible(!caption.isEmpty());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SectionHeading::setTitle(const QString &title)
{
    m_title->setText(title);
}

void SectionHeading::setCaption(const QString &caption)
{
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
}

void SectionHeading::addWidget(QWidget *widget)
{
    layout()->addWidget(widget);
}

void SectionHeading::addBesideTitle(QWidget *widget)
{
    static_cast<QHBoxLayout *>(layout())->insertWidget(2, widget);
}

PillLabel::PillLabel(const Theme &theme, const QString &text, const QString &icon, Token tone,
                     Token ground, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_text(text), m_icon(icon), m_tone(tone), m_ground(ground)
{
    QFont font = theme.font(FontRole::Caption);
    font.setWeight(QFont::DemiBold);
    setFont(font);
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PillLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void PillLabel::setLook(const QString &icon, Token tone, Token ground)
{
    m_icon = icon;
    m_tone = tone;
    m_ground = ground;
    updateGeometry();
    update();
}

QSize PillLabel::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(m_text) + 16 + (m_icon.isEmpty() ? 0 : 18),
            qMax(20, metrics.height() + 6)};
}

void PillLabel::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    roundedBox(p, rect(), m_theme.color(m_ground), QColor(), height() / 2.0);
    QRect text = rect().adjusted(8, 0, -8, 0);
    if (!m_icon.isEmpty()) {
        const QPixmap icon = m_theme.pixmap(m_icon, m_tone, 14, devicePixelRatioF());
        p.drawPixmap(text.left(), (height() - 14) / 2, icon);
        text.setLeft(text.left() + 18);
    }
    p.setPen(m_theme.color(m_tone));
    p.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_text);
}

InfoBox::InfoBox(const Theme &theme, const QString &title, const QString &text, Kind kind,
                 QWidget *parent)
    : QWidget(parent), m_theme(theme), m_kind(kind), m_icon(new QLabel),
      m_title(makeLabel(theme, title)),
      m_text(makeLabel(theme, text, FontRole::Caption,
                       kind == Kind::Info ? Token::Text2 : Token::Text))
{
    QFont bold = theme.font(FontRole::Body);
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    const QString icon = kind == Kind::Info ? QStringLiteral("circle-info")
        : kind == Kind::Problem             ? QStringLiteral("circle-cross")
                                            : QStringLiteral("triangle");
    const Token tone = kind == Kind::Info ? Token::Text2
        : kind == Kind::Problem           ? Token::Failed
                                          : Token::AttentionMark;
    const auto draw = [this, icon, tone] {
        m_icon->setPixmap(m_theme.icon(icon, tone).pixmap(QSize(16, 16), devicePixelRatioF()));
    };
    draw();
    connect(&theme, &Theme::changed, this, draw);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 10, 12, 10);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_text, 1, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setText(title, text);
}

void InfoBox::setText(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
}

void InfoBox::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Token ground = m_kind == Kind::Info ? Token::Window
        : m_kind == Kind::Problem             ? Token::FailedSoft
                                              : Token::AttentionSoft;
    roundedBox(p, rect(), m_theme.color(ground), QColor());
}

QString breakable(const QString &text)
{
    constexpr int longest = 24;
    const QString visible = words::shownLines(text, text.size());
    QString result;
    result.reserve(visible.size() + visible.size() / longest);
    int run = 0;
    for (const QChar c : visible) {
        run = c.isSpace() ? 0 : run + 1;
        result += c;
        const bool mayBreak = c == u'/' || c == u'!' || c == u'.' || c == u'_' || c == u'@';
        if (run >= longest || (mayBreak && run > longest / 3)) {
            result += QChar(0x200B);
            run = 0;
        }
    }
    return result;
}

void setOnBase(QScrollArea &area)
{
    area.viewport()->setBackgroundRole(QPalette::Base);
    if (area.widget())
        area.widget()->setBackgroundRole(QPalette::Base);
}

} // namespace tlsrpt
