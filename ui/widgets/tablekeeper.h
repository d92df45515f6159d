// SPDX-License-Identifier: GPL-3.0-or-later
// What a view of setUpTable/setUpTree does beyond Qt's: columns kept, rows found, copied, lit.
#pragma once

#include "core/settings/settings.h"

#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QMenu>
#include <QPointer>
#include <QTimer>

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
    /// fitNumbers() found what the numbers of a section need; adjust() when all are found.
    void setNeeded(int section, int width);
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
    void popUp(const QPoint &place);
    void addSorting(QMenu &menu);

    QAbstractItemView &m_view;
    QHeaderView &m_header;
    ColumnGrowth *m_growth = nullptr;
    QPointer<Settings> m_settings;
    QString m_key;
    QByteArray m_first;        ///< the layout before anything was restored
    bool m_restored = false;
    QTimer m_saving;
    QString m_typed;
    QElapsedTimer m_sinceTyped;
};

} // namespace tlsrpt
