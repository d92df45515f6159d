// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enforce/enforcehead.h"

#include "ui/detail/linkbutton.h"
#include "ui/widgets/labels.h"
#include "ui/words/enforcewords.h"
#include "ui/words/text.h"

#include <QComboBox>
#include <QHBoxLayout>

namespace tlsrpt
{

namespace
{

constexpr int fewestCharacters = 16;
constexpr int widestText = 1500;

Token toneOf(EnforceState state)
{
    switch (state) {
    case EnforceState::Ready:
    case EnforceState::Enforcing: return Token::ProtectedText;
    case EnforceState::NotYet:
    case EnforceState::Mixed: return Token::AttentionText;
    case EnforceState::ModeNone:
    case EnforceState::NotTold:
    case EnforceState::NoPolicy: break;
    }
    return Token::Text2;
}

QLabel *selectable(QLabel *label)
{
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

EnforceHead::EnforceHead(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_domains(new QComboBox)
    , m_answer(makeLabel(theme, {}, FontRole::Headline))
    , m_sentence(selectable(makeLabel(theme, {}, FontRole::Headline)))
    , m_more(selectable(makeLabel(theme, {}, FontRole::Body, Token::Text2)))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, 12, space::l, 0);
    column->setSpacing(space::xs);
    auto *way = new QHBoxLayout;
    way->setSpacing(space::s);
    auto *domains = new LinkButton(theme, tr("Domains"));
    connect(domains, &LinkButton::clicked, this, &EnforceHead::domainsAsked);
    m_domains->setAccessibleName(tr("Domain"));
    m_domains->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_domains->setMinimumContentsLength(fewestCharacters);
    m_domains->setMaximumWidth(360);
    connect(m_domains, &QComboBox::activated, this, [this](int index) {
        if (index >= 0 && index < m_names.size())
            emit domainChosen(m_names[index]);
    });
    way->addWidget(domains);
    way->addWidget(makeLabel(theme, u"›"_qs, FontRole::Body, Token::Text2));
    way->addWidget(m_domains);
    way->addWidget(makeLabel(theme, u"›"_qs, FontRole::Body, Token::Text2));
    way->addWidget(makeLabel(theme, tr("Is it safe to enforce?"), FontRole::Body, Token::Text2));
    way->addStretch(1);
    column->addLayout(way);
    auto *answer = new QHBoxLayout;
    answer->setSpacing(space::s);
    answer->addWidget(m_answer, 0, Qt::AlignTop);
    answer->addWidget(m_sentence, 1, Qt::AlignTop);
    column->addLayout(answer);
    m_more->setMaximumWidth(widestText);
    column->addWidget(m_more);
}

void EnforceHead::setDomains(const QStringList &domains, const QString &current)
{
    if (domains != m_names) {
        m_names = domains;
        m_domains->clear();
        for (const QString &each : domains)
            m_domains->addItem(words::shown(each, 80));
    }
    m_domains->setCurrentIndex(static_cast<int>(domains.indexOf(current)));
}

void EnforceHead::show(const Enforcement &enforcement, bool narrowed)
{
    const words::EnforceAnswer said = words::enforceAnswer(enforcement);
    m_answer->setText(said.answer);
    setTone(*m_answer, m_theme, toneOf(enforcement.state));
    m_sentence->setText(breakable(said.sentence));
    QStringList more{said.more};
    if (narrowed)
        more << tr("All senders count here: the choice of senders, of a track or of failures does not change this page.");
    more.removeAll(QString());
    m_more->setText(more.join(u' '));
}

} // namespace tlsrpt
