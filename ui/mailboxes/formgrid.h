// SPDX-License-Identifier: GPL-3.0-or-later
// Labels left, fields right. Not QFormLayout: in Qt 6.4 it gives no height to rows above hidden
// ones as soon as a text in it wraps.
#pragma once

#include <QGridLayout>
#include <QHash>
#include <QLabel>

namespace tlsrpt
{

class FormGrid : public QGridLayout
{
public:
    explicit FormGrid(QWidget *parent) : QGridLayout(parent) { setColumnStretch(1, 1); }

    void addRow(const QString &label, QWidget *field)
    {
        const int row = rowCount();
        if (!label.isEmpty()) {
            auto *text = new QLabel(label);
            text->setBuddy(field);
            addWidget(text, row, 0, Qt::AlignRight | Qt::AlignVCenter);
            m_labels.insert(field, text);
        }
        addWidget(field, row, 1);
    }
    QLabel *labelForField(QWidget *field) const { return m_labels.value(field); }
    void setRowVisible(QWidget *field, bool visible)
    {
        field->setVisible(visible);
        if (QLabel *label = labelForField(field))
            label->setVisible(visible);
    }

private:
    QHash<QWidget *, QLabel *> m_labels;
};

} // namespace tlsrpt
