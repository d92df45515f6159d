// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/valuegrid.h"

#include "ui/widgets/labels.h"

#include <QGridLayout>

namespace tlsrpt
{

ValueGrid::ValueGrid(const Theme &theme, int keyWidth, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::m);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, keyWidth);
}

QLabel *ValueGrid::addKey(const QString &key)
{
    QLabel *label = makeLabel(m_theme, key, FontRole::Body, Token::Text2);
    m_grid->addWidget(label, m_rows, 0, Qt::AlignTop | Qt::AlignLeft);
    return label;
}

QLabel *ValueGrid::addRow(const QString &key, const QString &value, FontRole role, Token tone)
{
    QLabel *label = makeLabel(m_theme, breakable(value), role, tone);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::StrongFocus);
    addRow(key, label);
    //: A key and its value, for screen readers: "Contact: tls@example.org"
    label->setAccessibleName(tr("%1: %2").arg(key, value));
    return label;
}

void ValueGrid::addRow(const QString &key, QWidget *value)
{
    addKey(key)->setBuddy(value);
    if (value->accessibleName().isEmpty())
        value->setAccessibleName(key);
    m_grid->addWidget(value, m_rows, 1);
    ++m_rows;
}

void ValueGrid::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows = 0;
}

} // namespace tlsrpt
