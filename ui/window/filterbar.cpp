// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/filterbar.h"

#include "ui/window/findfield.h"
#include "ui/widgets/flowlayout.h"
#include "ui/window/periodchip.h"
#include "ui/words/words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

namespace tlsrpt
{

static constexpr int barHeight = 44;

static QToolButton *navigationButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setFixedSize(28, 28);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->iconText());
    return button;
}

static std::vector<Choice> trackChoices()
{
    std::vector<Choice> choices;
    for (const Track track : {Track::Sts, Track::Tlsa, Track::None, Track::Other})
        choices.push_back({QString(slug(track)), words::trackName(track), 0});
    return choices;
}

FilterBar::FilterBar(FilterState &filter, const Theme &theme, QAction *back, QAction *forward,
                     QWidget *parent)
    : QWidget(parent), m_filter(filter), m_theme(theme),
      m_period(new PeriodChip(filter, theme, this)),
      m_domains(new ChoicePopup(theme, tr("Domains to show"), this)),
      m_senders(new ChoicePopup(theme, tr("Senders to show"), this)),
      m_tracks(new ChoicePopup(theme, tr("Tracks to show"), this)),
      m_failures(new FilterChip(theme, FilterChip::Kind::Toggle, this)),
      m_mx(new FilterChip(theme, FilterChip::Kind::Removable, this)),
      m_cause(new FilterChip(theme, FilterChip::Kind::Removable, this)), m_find(new FindField(theme, QKeySequence::Find, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::s, space::s, space::m, space::s);
    row->setSpacing(space::m);
    auto *navigation = new QHBoxLayout;
    navigation->setSpacing(0);
    navigation->addWidget(navigationButton(back, this));
    navigation->addWidget(navigationButton(forward, this));
    row->addLayout(navigation);
    row->setAlignment(navigation, Qt::AlignTop);

    m_tracks->model().setChoices(trackChoices());
    auto *chips = new FlowLayout(space::s);
    chips->addWidget(m_period);
    chips->addWidget(m_domain = addChoiceChip(m_domains));
    chips->addWidget(m_sender = addChoiceChip(m_senders));
    chips->addWidget(m_track = addChoiceChip(m_tracks));
    chips->addWidget(m_failures);
    chips->addWidget(m_mx);
    chips->addWidget(m_cause);
    row->addLayout(chips, 1);
    row->addWidget(m_find, 0, Qt::AlignTop);
    buildFind();

    m_failures->setWords(tr("Only failures"));
    connectChips();
    connect(&m_filter, &FilterState::changed, this, &FilterBar::update);
    connect(&theme, &Theme::changed, this, &FilterBar::update);
    update();
}

void FilterBar::connectChips()
{
    const auto changeFilter = [this](auto change) {
        return [this, change](const auto &value) {
            Filter copy = m_filter.filter();
            change(copy, value);
            m_filter.set(copy);
        };
    };
    connect(&m_domains->model(), &ChoiceModel::checkedChanged, this,
            changeFilter([](Filter &f, const QStringList &keys) { f.domains = keys; }));
    connect(&m_senders->model(), &ChoiceModel::checkedChanged, this,
            changeFilter([](Filter &f, const QStringList &keys) { f.senders = keys; }));
    connect(&m_tracks->model(), &ChoiceModel::checkedChanged, this,
            changeFilter([](Filter &f, const QStringList &keys) {
                f.tracks.clear();
                for (int i = 0; i < trackCount; ++i) {
                    if (keys.contains(slug(static_cast<Track>(i))))
                        f.tracks.push_back(static_cast<Track>(i));
                }
            }));
    connect(m_failures, &FilterChip::clicked, this,
            changeFilter([](Filter &f, bool on) { f.onlyFailures = on; }));
    connect(m_mx, &FilterChip::clicked, this, changeFilter([](Filter &f, bool) { f.mx.reset(); }));
    connect(m_cause, &FilterChip::clicked, this, changeFilter([](Filter &f, bool) { f.cause.reset(); }));
}

FilterChip *FilterBar::addChoiceChip(ChoicePopup *popup)
{
    auto *chip = new FilterChip(m_theme, FilterChip::Kind::Menu, this);
    connect(chip, &FilterChip::clicked, popup, [popup, chip] { popup->openBelow(chip); });
    connect(popup, &ChoicePopup::opened, this, &FilterBar::editingStarted);
    connect(popup, &ChoicePopup::closed, this, &FilterBar::editingFinished);
    return chip;
}

void FilterBar::buildFind()
{
    m_find->setAccessibleName(tr("Find"));
    connect(m_find, &QLineEdit::textChanged, this, &FilterBar::findChanged);
}

void FilterBar::setChoices(std::vector<Choice> domains, std::vector<Choice> senders,
                           std::optional<DayRange> whole)
{
    m_domains->model().setChoices(std::move(domains));
    m_senders->model().setChoices(std::move(senders));
    m_period->setWholePeriod(whole);
    update();
}

void FilterBar::setFind(const QString &placeholder, const QString &text)
{
    const QSignalBlocker quiet(m_find);
    m_find->setEnabled(!placeholder.isEmpty());
    m_find->setPlaceholderText(tr("Find"));
    m_find->setToolTip(placeholder);
    m_find->setText(placeholder.isEmpty() ? QString() : text);
}

void FilterBar::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void FilterBar::open(Chip chip)
{
    switch (chip) {
    case Chip::Period: return m_period->click();
    case Chip::Domain: return m_domain->click();
    case Chip::Sender: return m_sender->click();
    case Chip::Track: return m_track->click();
    }
}

QSize FilterBar::sizeHint() const
{
    return {QWidget::sizeHint().width(), barHeight};
}

QString FilterBar::summary(const ChoicePopup &popup, const QStringList &keys) const
{
    if (keys.isEmpty())
        return tr("all");
    const QString first = const_cast<ChoicePopup &>(popup).model().nameOf(keys.first());
    const QString shown = fontMetrics().elidedText(first, Qt::ElideMiddle, 180);
    //: %1 is a name, %2 how many others are chosen too
    return keys.size() == 1 ? shown : tr("%1 +%2").arg(shown).arg(keys.size() - 1);
}

void FilterBar::update()
{
    const Filter &filter = m_filter.filter();
    m_domains->model().setChecked(filter.domains);
    m_senders->model().setChecked(filter.senders);
    QStringList tracks;
    for (const Track track : filter.tracks)
        tracks << slug(track);
    m_tracks->model().setChecked(tracks);

    m_domain->setWords(summary(*m_domains, filter.domains), tr("Domain"));
    m_domain->setActive(!filter.domains.isEmpty());
    m_sender->setWords(summary(*m_senders, filter.senders), tr("Sender"));
    m_sender->setActive(!filter.senders.isEmpty());
    m_track->setWords(summary(*m_tracks, tracks), tr("Track"));
    m_track->setActive(!tracks.isEmpty());
    m_failures->setChecked(filter.onlyFailures);

    m_mx->setVisible(filter.mx.has_value());
    m_mx->setActive(true);
    if (filter.mx) {
        const QString host = filter.mx->isEmpty() ? tr("policy level, no server") : *filter.mx;
        m_mx->setWords(fontMetrics().elidedText(host, Qt::ElideMiddle, 220), tr("Mail server"));
        m_mx->setToolTip(tr("Click to show all mail servers again."));
        m_mx->setAccessibleName(tr("Remove the filter by mail server %1").arg(host));
    }
    m_cause->setVisible(filter.cause.has_value());
    m_cause->setActive(true);
    if (filter.cause) {
        m_cause->setWords(words::groupName(*filter.cause), tr("Cause"));
        m_cause->setToolTip(tr("Click to show all causes again."));
        m_cause->setAccessibleName(
            tr("Remove the filter by cause %1").arg(words::groupName(*filter.cause)));
    }
    updateGeometry();
    QWidget::update();
}

void FilterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Base));
    painter.setPen(m_theme.color(Token::Line));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace tlsrpt
