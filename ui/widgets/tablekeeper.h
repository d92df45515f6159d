// SPDX-License-Identifier: GPL-3.0-or-later
// What a view of setUpTable/setUpTree does beyond Qt's: columns kept, rows found, copied, lit.
#pragma once

#include "core/settings/settings.h"

#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QHash>
#include <QHeaderView>
#include <QMenu>
#include <QPointer>
#include <QTimer>
#include <QVariantList>

#include <vector>

namespace tlsrpt
{

class ColumnGrowth;

class TableKeeper : public QObject
{
    Q_OBJECT
public:
    TableKeeper(QAbstractItemView &view, QHeaderView &header, Settings &settings,
                const QString &stateKey);
    static TableKeeper *of(const QAbstractItemView &view);
    QHeaderView &header() const { return m_header; }
    void fillMenu(QMenu &menu);
    /// See ColumnGrowth.
    void grow(std::vector<int> columns);
    /// What the rows of now need in a section; it is as wide as the layout or the user made it otherwise, and
    /// only that is kept. adjust() when all sections are told.
    void fit(int section, int needed);
    void adjust();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool keyPress(QKeyEvent &event);
    bool find(const QString &text);
    void hover(const QModelIndex &index);
    bool paintNothing();
    void restore();
    void save();
    void resized(int section, int width);
    bool isStretched(int section) const;
    QVariantList ownWidths() const;
    void setOwnWidths(const QVariantList &widths);
    void resizeToFit(int section);
    void popUp(const QPoint &place);
    void addSorting(QMenu &menu);

    QAbstractItemView &m_view;
    QHeaderView &m_header;
    ColumnGrowth *m_growth = nullptr;
    QPointer<Settings> m_settings;
    QString m_key;
    QByteArray m_first;        ///< the layout before anything was restored
    QVariantList m_firstWidths;
    QHash<int, int> m_own;     ///< widths that are not the rows' doing, by section
    QHash<int, int> m_needed;  ///< by the rows
    bool m_fitting = false;
    bool m_restored = false;
    QTimer m_saving;
    QString m_typed;
    QElapsedTimer m_sinceTyped;
};

} // namespace tlsrpt
