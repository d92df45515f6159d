// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/mutedialog.h"

#include "ui/words/words.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace tlsrpt
{

static Day inAMonth(Day today) { return Day::fromDate(today.toDate().addMonths(1)); }

static constexpr qsizetype mostNames = 8;

/// "This mutes 4 findings …", and which.
static QString scope(const QStringList &all)
{
    QStringList lines{MuteDialog::tr("This mutes %Ln finding(s), which are the same problem at several times:", nullptr, int(all.size()))};
    for (const QString &name : all.mid(0, mostNames))
        lines << u"• "_qs + name;
    if (all.size() > mostNames)
        lines << u"…"_qs;
    return lines.join(u'\n');
}

MuteDialog::MuteDialog(const QString &title, const QStringList &all, Day today, QWidget *parent)
    : QDialog(parent)
    , m_today(today)
    , m_reason(new QLineEdit)
    , m_week(new QRadioButton(tr("For a &week, up to %1").arg(words::day(Day{today.value + 7}))))
    , m_month(new QRadioButton(tr("For a &month, up to %1").arg(words::day(inAMonth(today)))))
    , m_date(new QRadioButton(tr("&Up to the day")))
    , m_open(new QRadioButton(tr("Until &I unmute it")))
    , m_day(new QDateEdit(inAMonth(today).toDate()))
{
    setWindowTitle(tr("Mute a finding"));
    auto *name = new QLabel(title);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    QFont bold = name->font();
    bold.setWeight(QFont::DemiBold);
    name->setFont(bold);
    auto *which = new QLabel(scope(all));
    which->setTextFormat(Qt::PlainText);
    which->setWordWrap(true);
    which->setVisible(all.size() > 1);
    auto *reason = new QLabel(tr("&Reason, for those who look later:"));
    reason->setBuddy(m_reason);
    m_reason->setMaxLength(300);
    m_reason->setPlaceholderText(tr("The backup server is replaced in May"));
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(u"d MMM yyyy"_qs); // a year of four digits in every locale
    m_day->setMinimumDate(today.toDate());
    m_day->setAccessibleName(m_date->text().remove(u'&'));
    m_day->setEnabled(false);
    m_month->setChecked(true);
    auto *note = new QLabel(tr("It is listed under “Muted” and counted in no number of problems. If it ends and begins again, it stays muted until then."));
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(tr("Mute"), QDialogButtonBox::AcceptRole);

    auto *grid = new QGridLayout(this);
    grid->setVerticalSpacing(10);
    grid->addWidget(name, 0, 0, 1, 2);
    grid->addWidget(which, 1, 0, 1, 2);
    grid->addWidget(reason, 2, 0, 1, 2);
    grid->addWidget(m_reason, 3, 0, 1, 2);
    grid->addWidget(m_week, 4, 0, 1, 2);
    grid->addWidget(m_month, 5, 0, 1, 2);
    grid->addWidget(m_date, 6, 0);
    grid->addWidget(m_day, 6, 1, Qt::AlignLeft);
    grid->addWidget(m_open, 7, 0, 1, 2);
    grid->addWidget(note, 8, 0, 1, 2);
    grid->addWidget(buttons, 9, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    setMinimumWidth(420);

    connect(m_date, &QRadioButton::toggled, m_day, &QWidget::setEnabled);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(m_reason->text().trimmed(), until());
        accept();
    });
}

std::optional<Day> MuteDialog::until() const
{
    if (m_week->isChecked())
        return Day{m_today.value + 7};
    if (m_month->isChecked())
        return inAMonth(m_today);
    if (m_date->isChecked())
        return Day::fromDate(m_day->date());
    return std::nullopt;
}

} // namespace tlsrpt
