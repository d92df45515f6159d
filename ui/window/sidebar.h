// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QListView>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

class QLabel;
class QMenu;
class QPushButton;

namespace tlsrpt
{

/// A pill of 32 px with icon and word; the icon alone where the bar is narrow.
class SideBarDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit SideBarDelegate(const Theme &theme, QObject *parent = nullptr)
        : QStyledItemDelegate(parent), m_theme(theme)
    {
    }
    void setCompact(bool compact) { m_compact = compact; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// Returns the width it took at the end of `row`.
    int paintBadge(QPainter *painter, const QStyleOptionViewItem &option, const QRect &icon, int number) const;

    const Theme &m_theme;
    bool m_compact = false;
};

class SideBar : public QWidget
{
    Q_OBJECT
public:
    explicit SideBar(const Theme &theme, QWidget *parent = nullptr);

    void addPage(const QString &name, const QString &icon, const QString &title);
    void setCurrent(const QString &name);
    void setPageEnabled(const QString &name, bool enabled);
    /// A number at the end of a page's row, 0 for none; `words` is what a screen reader says of it.
    void setBadge(const QString &name, int number, const QString &words);
    void setCompact(bool compact);
    void setImportMenu(QMenu *menu);
    /// "Reports up to 31 Oct 2026", "Last import 1 Nov, 09:14"; empty lines are left out.
    void setLines(const QStringList &lines);

signals:
    void chosen(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStandardItem *itemOf(const QString &name) const;

    const Theme &m_theme;
    QStandardItemModel *m_model;
    SideBarDelegate *m_delegate;
    QListView *m_list;
    QLabel *m_lines;
    QPushButton *m_import;
    bool m_compact = false;
};

} // namespace tlsrpt
