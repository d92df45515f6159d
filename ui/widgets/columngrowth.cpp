// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columngrowth.h"

#include <QEvent>
#include <QGuiApplication>

#include <algorithm>

namespace tlsrpt
{

namespace
{
constexpr double narrowest = 0.7;
constexpr double widest = 2.5; ///< a host name in half a metre of empty row is hard to follow
}

ColumnGrowth::ColumnGrowth(QAbstractItemView &view, QHeaderView &header, std::vector<int> columns)
    : QObject(&view)
    , m_view(view)
    , m_header(header)
{
    for (const int column : columns)
        m_columns.push_back({column, header.sectionSize(column), std::min(header.sectionSize(column), header.sectionSizeHint(column))});
    if (header.count() > 0)
        m_last = header.sectionSize(header.count() - 1);
    view.viewport()->installEventFilter(this);
    connect(&header, &QHeaderView::sectionResized, this, [this] {
        if (m_adjusting)
            return;
        // Only a mouse drags; other changes come from fitting numbers or hiding columns.
        if (QGuiApplication::mouseButtons() & Qt::LeftButton)
            m_usersOwn = true;
    });
}

void ColumnGrowth::setUsersOwn(bool own)
{
    m_usersOwn = own;
    adjust();
}

void ColumnGrowth::setNeeded(int section, int width)
{
    for (Column &column : m_columns) {
        if (column.section == section)
            column.needed = width;
    }
}

bool ColumnGrowth::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        adjust();
    return QObject::eventFilter(watched, event);
}

void ColumnGrowth::adjust()
{
    if (m_usersOwn || m_adjusting || m_header.count() == 0)
        return;
    int fixed = m_header.length();
    const int last = m_header.logicalIndex(m_header.count() - 1);
    if (m_header.stretchLastSection() && !m_header.isSectionHidden(last))
        fixed += std::min(m_last, m_header.sectionSize(last)) - m_header.sectionSize(last);
    for (const Column &column : m_columns) {
        if (m_header.isSectionHidden(column.section))
            continue;
        fixed -= m_header.sectionSize(column.section);
    }
    const double factor = factorFor(m_view.viewport()->width() - fixed);
    m_adjusting = true;
    for (const Column &column : m_columns) {
        if (!m_header.isSectionHidden(column.section))
            m_header.resizeSection(column.section, column.sized(factor));
    }
    m_adjusting = false;
}

/// What fills the room: those that need more than their share take it from the others.
double ColumnGrowth::factorFor(int room) const
{
    double factor = widest;
    for (size_t pass = 0; pass <= m_columns.size(); ++pass) {
        int left = room;
        int growing = 0;
        for (const Column &column : m_columns) {
            if (m_header.isSectionHidden(column.section))
                continue;
            if (column.sized(factor) > int(column.width * factor))
                left -= column.needed;
            else
                growing += column.width;
        }
        if (growing == 0)
            break;
        const double next = std::clamp(double(left) / growing, narrowest, widest);
        if (next == factor)
            break;
        factor = next;
    }
    return factor;
}

} // namespace tlsrpt
