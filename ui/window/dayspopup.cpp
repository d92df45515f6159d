// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/dayspopup.h"

#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScreen>

namespace tlsrpt
{

DaysPopup::DaysPopup(const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_theme(theme), m_first(new QDateEdit(this)),
      m_last(new QDateEdit(this)), m_apply(new QPushButton(tr("Show these days"), this))
{
    setAccessibleName(tr("First and last day"));
    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    for (QDateEdit *edit : {m_first, m_last}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(u"d MMM yyyy"_qs); // a year of four digits in every locale
        edit->setMinimumWidth(150);
    }
    m_first->setAccessibleName(tr("First day"));
    m_last->setAccessibleName(tr("Last day"));
    layout->addRow(tr("&First day"), m_first);
    layout->addRow(tr("&Last day"), m_last);
    auto *note = new QLabel(tr("Days are UTC, as in the reports."), this);
    note->setFont(theme.font(FontRole::Caption));
    layout->addRow(note);
    m_apply->setDefault(true);
    layout->addRow(m_apply);

    // The last day follows when the first one passes it, and the other way round.
    connect(m_first, &QDateEdit::dateChanged, this, [this](QDate date) {
        if (m_last->date() < date)
            m_last->setDate(date);
    });
    connect(m_last, &QDateEdit::dateChanged, this, [this](QDate date) {
        if (m_first->date() > date)
            m_first->setDate(date);
    });
    m_apply->setAutoDefault(true); // Return presses it, as in a dialog
    connect(m_apply, &QPushButton::clicked, this, [this] {
        const DayRange days{Day::fromDate(m_first->date()), Day::fromDate(m_last->date())};
        hide();
        emit chosen(days);
    });
}

void DaysPopup::setDays(DayRange days)
{
    m_first->setDate(days.first.toDate());
    m_last->setDate(days.last.toDate());
}

void DaysPopup::openBelow(QWidget *chip)
{
    adjustSize();
    QPoint corner = chip->mapToGlobal(QPoint(0, chip->height() + space::xs));
    const QRect available = chip->screen()->availableGeometry();
    corner.setX(qBound(available.left(), corner.x(), qMax(available.left(), available.right() - width())));
    move(corner);
    show();
    m_first->setFocus();
}

void DaysPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_theme.color(Token::LineStrong));
    painter.setBrush(m_theme.color(Token::Base));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace tlsrpt
