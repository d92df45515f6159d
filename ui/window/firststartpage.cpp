// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/firststartpage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace tlsrpt
{

static constexpr int contentWidth = 840;
static QString record()
{
    return u"_smtp._tls.example.org. TXT \"v=TLSRPTv1; rua=mailto:tls@example.org\""_qs;
}

static QLabel *plainLabel(const QString &text, QWidget *parent, Qt::Alignment alignment = {})
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(alignment);
    return label;
}

FirstStartPage::FirstStartPage(const Theme &theme, QWidget *parent)
    : QScrollArea(parent), m_theme(theme), m_zone(new DropZone(theme))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto *body = new QWidget;
    setWidget(body);
    auto *outer = new QHBoxLayout(body);
    outer->setContentsMargins(space::l, space::l, space::l, space::l);
    auto *content = new QWidget(body);
    content->setMaximumWidth(contentWidth);
    outer->addStretch(1);
    outer->addWidget(content, 1000);
    outer->addStretch(1);

    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    QLabel *title = plainLabel(tr("Is the mail to your domains protected?"), content, Qt::AlignHCenter);
    QLabel *lead = plainLabel(tr("Other mail systems answer that every day, in TLS reports. Drop yours "
                                 "here: this program reads them, says what is broken, since when, and "
                                 "who can fix it."),
                              content, Qt::AlignHCenter);
    lead->setMaximumWidth(620);
    m_strong << std::pair(title, FontRole::Headline);
    m_quiet << std::pair(lead, FontRole::Body);
    column->addStretch(1);
    column->addWidget(title);
    auto *leadRow = new QHBoxLayout;
    leadRow->addStretch(1);
    leadRow->addWidget(lead, 1000);
    leadRow->addStretch(1);
    column->addLayout(leadRow);
    column->addSpacing(space::s);
    column->addWidget(m_zone);
    auto *samples = new CardButton(theme, u"flask"_qs, tr("Look at sample reports"),
                                   tr("Three domains, 120 days, nothing is kept"), content);
    auto *mailbox = new CardButton(theme, u"mail"_qs, tr("Add a mailbox"),
                                   tr("Reports are fetched where they arrive, from now on"), content);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(space::m);
    cards->addWidget(mailbox);
    cards->addWidget(samples);
    column->addLayout(cards);
    column->addSpacing(space::s);
    auto *rule = new QFrame(content);
    rule->setFrameShape(QFrame::HLine);
    column->addWidget(rule);
    auto *last = new QHBoxLayout;
    last->setSpacing(space::column);
    last->addWidget(buildRecord(), 3);
    last->addWidget(buildPrivacy(), 1);
    column->addLayout(last);
    column->addStretch(2);

    connect(m_zone, &DropZone::openFiles, this, &FirstStartPage::openFiles);
    connect(m_zone, &DropZone::openFolder, this, &FirstStartPage::openFolder);
    connect(samples, &QAbstractButton::clicked, this, &FirstStartPage::openSamples);
    connect(mailbox, &QAbstractButton::clicked, this, &FirstStartPage::addMailbox);
    connect(&theme, &Theme::changed, this, &FirstStartPage::tint);
    tint();
}

QWidget *FirstStartPage::buildRecord()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    QLabel *title = plainLabel(tr("No reports yet?"), box);
    QLabel *text = plainLabel(
        tr("Ask for them with one DNS record. The first ones come within a day or two."), box);
    m_strong << std::pair(title, FontRole::Body);
    m_quiet << std::pair(text, FontRole::Body);
    auto *row = new QHBoxLayout;
    auto *line = new QLineEdit(record(), box);
    line->setReadOnly(true);
    line->setAccessibleName(tr("The DNS record that asks for reports"));
    line->setFont(m_theme.font(FontRole::Mono));
    line->setCursorPosition(0);
    m_copy = new QPushButton(tr("Copy"), box);
    m_copy->setAccessibleName(tr("Copy the DNS record"));
    row->addWidget(line, 1);
    row->addWidget(m_copy);
    column->addWidget(title);
    column->addWidget(text);
    column->addLayout(row);
    column->addStretch(1);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(record());
        m_copy->setText(tr("Copied"));
    });
    return box;
}

QWidget *FirstStartPage::buildPrivacy()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    auto *row = new QHBoxLayout;
    m_lock = new QLabel(box);
    m_lock->setAccessibleName(tr("Private"));
    QLabel *title = plainLabel(tr("Nothing leaves this computer"), box);
    title->setWordWrap(false);
    QLabel *text = plainLabel(
        tr("No upload, no look-ups: only your own mailboxes are asked. The archive is one file that belongs to you."), box);
    m_strong << std::pair(title, FontRole::Body);
    m_quiet << std::pair(text, FontRole::Body);
    row->addWidget(m_lock);
    row->addWidget(title, 1);
    column->addLayout(row);
    column->addWidget(text);
    column->addStretch(1);
    return box;
}

void FirstStartPage::tint()
{
    const auto dress = [this](const QList<std::pair<QLabel *, FontRole>> &labels, Token token, bool bold) {
        for (const auto &[label, role] : labels) {
            QFont font = m_theme.font(role);
            if (bold)
                font.setWeight(QFont::DemiBold);
            label->setFont(font);
            QPalette palette = label->palette();
            palette.setColor(QPalette::WindowText, m_theme.color(token));
            label->setPalette(palette);
        }
    };
    dress(m_strong, Token::Text, true);
    dress(m_quiet, Token::Text2, false);
    m_lock->setPixmap(m_theme.pixmap(u"lock"_qs, Token::Link, 14, devicePixelRatioF()));
    m_copy->setIcon(m_theme.icon(u"copy"_qs));
    QPalette palette = widget()->palette();
    palette.setColor(QPalette::Window, m_theme.color(Token::Base));
    widget()->setPalette(palette);
    widget()->setAutoFillBackground(true);
}

} // namespace tlsrpt
