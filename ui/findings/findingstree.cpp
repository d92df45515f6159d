// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/findingstree.h"

#include "ui/findings/findingdelegate.h"

#include <QKeyEvent>
#include <QScopedValueRollback>

namespace tlsrpt
{

static int groupAt(const QModelIndex &index) { return index.data(FindingsModel::GroupRole).toInt(); }

FindingsTree::FindingsTree(FindingsModel &model, const Theme &theme, QWidget *parent)
    : QTreeView(parent), m_model(model)
{
    setModel(&model);
    setItemDelegate(new FindingDelegate(theme, this));
    setAccessibleName(tr("Findings"));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setExpandsOnDoubleClick(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMinimumWidth(240);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (!m_restoring)
            m_closed.erase(groupAt(index));
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (!m_restoring)
            m_closed.insert(groupAt(index));
    });
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) { toggle(index); });
    connect(this, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (m_model.itemAt(index))
            emit entered();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { restore(); });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (const FindingItem *item = m_model.itemAt(index); item && !m_restoring)
            emit chosen(item->place);
    });
}

void FindingsTree::toggle(const QModelIndex &index)
{
    if (!m_model.itemAt(index))
        setExpanded(index, !isExpanded(index));
}

void FindingsTree::restore()
{
    const QScopedValueRollback<bool> restoring(m_restoring, true);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex group = m_model.index(row, 0);
        setExpanded(group, m_closed.count(groupAt(group)) == 0);
    }
}

QString FindingsTree::select(const QString &place)
{
    QModelIndex index = m_model.indexOf(place);
    if (!index.isValid())
        index = m_model.firstFinding();
    const QScopedValueRollback<bool> restoring(m_restoring, true);
    if (index.isValid() && !isExpanded(index.parent())) {
        m_closed.erase(groupAt(index.parent()));
        expand(index.parent());
    }
    setCurrentIndex(index);
    if (index.isValid())
        scrollTo(index);
    return index.data(KeyRole).toString();
}

void FindingsTree::keyPressEvent(QKeyEvent *event)
{
    const bool onGroup = currentIndex().isValid() && !m_model.itemAt(currentIndex());
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (onGroup && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)) {
        toggle(currentIndex());
    } else {
        QTreeView::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace tlsrpt
