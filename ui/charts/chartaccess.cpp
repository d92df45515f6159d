// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartaccess.h"

#include "ui/charts/daychart.h"
#include "ui/charts/slottext.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace tlsrpt
{

namespace
{
class ChartAccess : public QAccessibleWidget
{
public:
    explicit ChartAccess(DayChart *chart) : QAccessibleWidget(chart, QAccessible::Chart) {}

    QString text(QAccessible::Text kind) const override
    {
        const auto *chart = static_cast<const DayChart *>(widget());
        switch (kind) {
        case QAccessible::Name: {
            const QString own = QAccessibleWidget::text(kind);
            return own.isEmpty() ? chart->data().accessibleName : own;
        }
        case QAccessible::Description:
        case QAccessible::Value:
            return chart->hoverSlot() >= 0 ? chart->slotText(chart->hoverSlot())
                                           : chartSummary(chart->data());
        default: return QAccessibleWidget::text(kind);
        }
    }
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *chart = qobject_cast<DayChart *>(object);
    return chart ? new ChartAccess(chart) : nullptr;
}
} // namespace

void installChartAccess()
{
    QAccessible::installFactory(makeAccess); // a second time is ignored by Qt
}

} // namespace tlsrpt
