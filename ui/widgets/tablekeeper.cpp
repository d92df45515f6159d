// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tablekeeper.h"

#include "ui/theme/theme.h"
#include "ui/widgets/columngrowth.h"
#include "ui/widgets/table.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace tlsrpt
{

namespace
{
constexpr int findBudget = 20; // milliseconds; a list of a million rows must not hold the window
}

TableKeeper::TableKeeper(QAbstractItemView &view, QHeaderView &header, Settings &settings,
                         const QString &stateKey)
    : QObject(&view), m_view(view), m_header(header), m_settings(&settings), m_key(stateKey)
{
    setObjectName(QStringLiteral("tableKeeper"));
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
    view.viewport()->setMouseTracking(true);
    header.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&header, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { popUp(m_header.mapToGlobal(at)); });
    m_saving.setSingleShot(true);
    m_saving.setInterval(400);
    connect(&m_saving, &QTimer::timeout, this, &TableKeeper::save);
    const auto later = [this] {
        if (m_restored)
            m_saving.start();
    };
    connect(&header, &QHeaderView::sectionResized, this, [this, later](int section, int, int width) {
        if (m_fitting || width == 0 || isStretched(section))
            return;
        m_own.insert(section, width);
        later();
    });
    connect(&header, &QHeaderView::sectionMoved, this, later);
    connect(&header, &QHeaderView::sortIndicatorChanged, this, later);
    connect(&header, &QHeaderView::sectionCountChanged, this, [this] {
        if (m_view.isVisible())
            restore();
    });
}

TableKeeper *TableKeeper::of(const QAbstractItemView &view)
{
    return view.findChild<TableKeeper *>(QStringLiteral("tableKeeper"), Qt::FindDirectChildrenOnly);
}

void TableKeeper::grow(std::vector<int> columns)
{
    m_growth = new ColumnGrowth(m_view, m_header, std::move(columns));
}

void TableKeeper::fit(int section, int needed)
{
    if (m_growth)
        m_growth->setNeeded(section, needed);
    if (!m_own.contains(section))
        m_own.insert(section, m_header.sectionSize(section));
    m_needed.insert(section, needed);
    resizeToFit(section);
}

void TableKeeper::resizeToFit(int section)
{
    const int width = std::max(m_own.value(section), m_needed.value(section));
    if (isStretched(section) && width <= m_header.sectionSize(section))
        return;
    const QScopedValueRollback<bool> fitting(m_fitting, true);
    m_header.resizeSection(section, width);
}

bool TableKeeper::isStretched(int section) const
{
    return m_header.sectionResizeMode(section) == QHeaderView::Stretch
        || (m_header.stretchLastSection() && m_header.visualIndex(section) == m_header.count() - 1);
}

QVariantList TableKeeper::ownWidths() const
{
    QVariantList widths;
    for (int section = 0; section < m_header.count(); ++section)
        widths << m_own.value(section, m_header.sectionSize(section));
    return widths;
}

void TableKeeper::setOwnWidths(const QVariantList &widths)
{
    for (int section = 0; section < m_header.count(); ++section) {
        const int width = widths.value(section).toInt();
        if (width <= 0 || isStretched(section) || m_header.isSectionHidden(section))
            continue;
        m_own.insert(section, width);
        resizeToFit(section);
    }
}

void TableKeeper::adjust()
{
    if (m_growth)
        m_growth->adjust();
}

void TableKeeper::restore()
{
    if (m_restored || m_header.count() == 0)
        return;
    m_first = m_header.saveState();
    m_firstWidths = ownWidths();
    const QVariantMap state = m_settings ? m_settings->state(m_key).toMap() : QVariantMap();
    // A newer program with other columns starts from its own layout.
    if (state.value(QStringLiteral("columns")).toInt() == m_header.count()) {
        m_header.restoreState(state.value(QStringLiteral("header")).toByteArray());
        const QVariantList widths = state.value(QStringLiteral("widths")).toList();
        setOwnWidths(widths.isEmpty() ? m_firstWidths : widths);
    }
    if (m_growth)
        m_growth->setUsersOwn(state.value(QStringLiteral("dragged")).toBool());
    m_restored = true;
}

void TableKeeper::save()
{
    if (!m_restored || !m_settings || m_header.count() == 0)
        return;
    m_settings->setState(m_key, QVariantMap{{QStringLiteral("columns"), m_header.count()},
                                            {QStringLiteral("header"), m_header.saveState()},
                                            {QStringLiteral("widths"), ownWidths()},
                                            {QStringLiteral("dragged"),
                                             m_growth && m_growth->usersOwn()}});
}

void TableKeeper::hover(const QModelIndex &index)
{
    const auto before = m_view.property(hoverProperty).value<QPersistentModelIndex>();
    if (before.row() == index.row() && before.parent() == index.parent()
        && before.isValid() == index.isValid())
        return;
    m_view.setProperty(hoverProperty, QVariant::fromValue(QPersistentModelIndex(index)));
    m_view.viewport()->update();
}

bool TableKeeper::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
        if (watched == &m_view)
            restore();
        break;
    case QEvent::Hide:
        if (watched == &m_view && m_saving.isActive()) {
            m_saving.stop();
            save();
        }
        break;
    case QEvent::MouseMove:
        if (watched == m_view.viewport())
            hover(m_view.indexAt(static_cast<QMouseEvent *>(event)->pos()));
        break;
    case QEvent::Leave:
        hover({});
        break;
    case QEvent::Paint:
        if (watched == m_view.viewport() && m_view.model() && m_view.model()->rowCount() == 0)
            return paintNothing();
        break;
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        // The bar of the current row comes and goes. A view that is destroyed loses the focus when it is none any more.
        if (auto *view = qobject_cast<QAbstractItemView *>(watched))
            view->viewport()->update();
        break;
    case QEvent::KeyPress:
        if (watched == &m_view)
            return keyPress(*static_cast<QKeyEvent *>(event));
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

/// A table without rows says so.
bool TableKeeper::paintNothing()
{
    QPainter painter(m_view.viewport());
    painter.fillRect(m_view.viewport()->rect(), m_view.palette().color(QPalette::Base));
    painter.setPen(m_view.palette().color(QPalette::PlaceholderText));
    const QRect room = m_view.viewport()->rect().adjusted(space::m, space::m, -space::m, -space::m);
    painter.drawText(room, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, tr("Nothing found."));
    return true;
}

bool TableKeeper::keyPress(QKeyEvent &event)
{
    if (event.matches(QKeySequence::Copy)) {
        const QString text = selectionAsText(m_view);
        if (!text.isEmpty())
            QGuiApplication::clipboard()->setText(text);
        return true;
    }
    const bool menuKey = event.key() == Qt::Key_Menu && event.modifiers() == Qt::ControlModifier;
    const bool f10 = event.key() == Qt::Key_F10
        && event.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    if (menuKey || f10) {
        popUp(m_header.mapToGlobal(QPoint(0, m_header.height())));
        return true;
    }
    const Qt::KeyboardModifiers held = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    const QString text = event.text();
    if (held != Qt::NoModifier || text.isEmpty() || !text.at(0).isPrint())
        return false;
    const bool goesOn = m_sinceTyped.isValid()
        && m_sinceTyped.elapsed() < QApplication::keyboardInputInterval();
    if (!goesOn)
        m_typed.clear();
    if (m_typed.isEmpty() && text.at(0).isSpace())
        return false; // space selects
    m_typed += text;
    m_sinceTyped.restart();
    return find(m_typed);
}

// The first visible column decides. One letter again and again walks through its rows.
bool TableKeeper::find(const QString &text)
{
    const QAbstractItemModel *model = m_view.model();
    if (!model)
        return false;
    const QModelIndex current = m_view.currentIndex();
    const QModelIndex parent = current.parent();
    int column = current.isValid() ? current.column() : m_header.logicalIndex(0);
    if (m_header.isSectionHidden(column))
        column = m_header.logicalIndex(0);
    const int rows = model->rowCount(parent);
    if (rows == 0)
        return true;
    const bool same = text.count(text.at(0)) == text.size();
    const QString prefix = same ? text.left(1) : text;
    const int start = current.isValid() ? current.row() + (same ? 1 : 0) : 0;
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < rows; ++i) {
        if (i % 256 == 255 && clock.elapsed() > findBudget)
            break;
        const QModelIndex index = model->index((start + i) % rows, column, parent);
        if (index.data().toString().startsWith(prefix, Qt::CaseInsensitive)) {
            m_view.setCurrentIndex(index);
            break;
        }
    }
    return true;
}

void TableKeeper::popUp(const QPoint &place)
{
    auto *menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(place);
}

void TableKeeper::addSorting(QMenu &menu)
{
    const auto *table = qobject_cast<const QTableView *>(&m_view);
    const auto *tree = qobject_cast<const QTreeView *>(&m_view);
    if (!(table && table->isSortingEnabled()) && !(tree && tree->isSortingEnabled()))
        return;
    QMenu *sorting = menu.addMenu(tr("Sort by"));
    auto *columns = new QActionGroup(sorting);
    for (int visual = 0; visual < m_header.count(); ++visual) {
        const int column = m_header.logicalIndex(visual);
        const QString name = m_view.model()->headerData(column, Qt::Horizontal).toString();
        if (name.isEmpty() || m_header.isSectionHidden(column))
            continue;
        QAction *action = sorting->addAction(name, this, [this, column] {
            m_header.setSortIndicator(column, m_header.sortIndicatorOrder());
        });
        action->setCheckable(true);
        action->setChecked(m_header.sortIndicatorSection() == column);
        columns->addAction(action);
    }
    sorting->addSeparator();
    auto *orders = new QActionGroup(sorting);
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        const QString name = order == Qt::AscendingOrder ? tr("Smallest first") : tr("Largest first");
        QAction *action = sorting->addAction(name, this, [this, order] {
            m_header.setSortIndicator(m_header.sortIndicatorSection(), order);
        });
        action->setCheckable(true);
        action->setChecked(m_header.sortIndicatorOrder() == order);
        orders->addAction(action);
    }
    menu.addSeparator();
}

void TableKeeper::fillMenu(QMenu &menu)
{
    menu.clear();
    if (!m_view.model())
        return;
    addSorting(menu);
    const int visible = m_header.count() - m_header.hiddenSectionCount();
    for (int visual = 0; visual < m_header.count(); ++visual) {
        const int column = m_header.logicalIndex(visual);
        const QString name = m_view.model()->headerData(column, Qt::Horizontal).toString();
        if (name.isEmpty())
            continue;
        QAction *action = menu.addAction(name, this, [this, column](bool on) {
            m_header.setSectionHidden(column, !on);
            if (on && m_header.sectionSize(column) < 24)
                m_header.resizeSection(column, 96);
            m_saving.start();
        });
        action->setCheckable(true);
        action->setChecked(!m_header.isSectionHidden(column));
        // The last one stays: a table without columns has no header to bring them back.
        action->setEnabled(m_header.isSectionHidden(column) || visible > 1);
    }
    menu.addSeparator();
    menu.addAction(tr("Columns as at first"), this, [this] {
        m_header.restoreState(m_first);
        setOwnWidths(m_firstWidths);
        if (m_growth)
            m_growth->setUsersOwn(false);
        m_saving.start();
    });
}

} // namespace tlsrpt
