// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowmenu.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QPushButton>
#include <QStringListModel>
#include <QTableView>
#include <QTest>

using namespace tlsrpt;

class TestRowMenu : public QObject
{
    Q_OBJECT

    QStringListModel m_rows{{QStringLiteral("a"), QStringLiteral("b"), QString()}};
    std::unique_ptr<QTableView> m_view;
    QAction m_common{QStringLiteral("Copy"), nullptr};

    QMenu *opened() const { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }
    QString texts() const
    {
        QStringList all;
        for (const QAction *action : opened() ? opened()->actions() : QList<QAction *>())
            all << (action->isSeparator() ? QStringLiteral("-") : action->text());
        return all.join(QStringLiteral(" "));
    }
    void rightClick(const QPoint &at)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_view->viewport()->mapToGlobal(at));
        QApplication::sendEvent(m_view->viewport(), &event);
    }

private slots:
    void init()
    {
        m_view = std::make_unique<QTableView>();
        m_view->setModel(&m_rows);
        m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
        auto *menu = new RowMenu(*m_view, [this](QMenu &rows) {
            const QString name = m_view->currentIndex().data().toString();
            if (!name.isEmpty())
                rows.addAction(QStringLiteral("Open ") + name);
        });
        menu->setCommon({&m_common});
        m_view->resize(300, 300);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setCurrentIndex(m_rows.index(0, 0));
    }
    void cleanup()
    {
        if (QMenu *menu = opened())
            menu->close();
    }

    void aRightClickIsAboutItsRow()
    {
        rightClick(m_view->visualRect(m_rows.index(1, 0)).center());
        QCOMPARE(texts(), QStringLiteral("Open b - Copy"));
        QCOMPARE(m_view->currentIndex().row(), 1);
    }

    void aRightClickKeepsASelectionOfSeveral()
    {
        m_view->selectAll();
        rightClick(m_view->visualRect(m_rows.index(1, 0)).center());
        QCOMPARE(m_view->selectionModel()->selectedRows().size(), 3);
        QVERIFY(opened());
    }

    void nothingOpensWhereNothingCanBeDone()
    {
        rightClick({10, 290}); // below the rows
        QVERIFY(!opened());
        m_view->setCurrentIndex(m_rows.index(2, 0)); // a row without actions
        QTest::keyClick(m_view.get(), Qt::Key_F10, Qt::ShiftModifier);
        QVERIFY(!opened());
    }

    void keysOpenItAtTheCurrentRow()
    {
        m_view->clearSelection();
        QTest::keyClick(m_view.get(), Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(texts(), QStringLiteral("Open a - Copy"));
        QVERIFY(m_view->selectionModel()->isRowSelected(0)); // so that it is seen what it is about
        QVERIFY(opened()->y() >= m_view->viewport()->mapToGlobal(QPoint(0, 0)).y());
        opened()->close();
        QContextMenuEvent key(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(m_view.get(), &key);
        QCOMPARE(texts(), QStringLiteral("Open a - Copy"));
        opened()->close();
        QContextMenuEvent columns(QContextMenuEvent::Keyboard, {}, {}, Qt::ControlModifier);
        QApplication::sendEvent(m_view.get(), &columns); // opens the menu of the columns elsewhere
        QVERIFY(!opened());
    }

    void anEntryClicksItsButton()
    {
        QWidget pane;
        QPushButton shown(QStringLiteral("Show"), &pane), hidden(&pane), disabled(QStringLiteral("Later"), &pane);
        hidden.hide();
        pane.show();
        disabled.setEnabled(false);
        int clicks = 0;
        connect(&shown, &QPushButton::clicked, this, [&clicks] { ++clicks; });
        QMenu menu;
        addButtons(menu, {&shown, &hidden, &disabled});
        QCOMPARE(menu.actions().size(), 2);
        menu.actions().front()->trigger();
        QCOMPARE(clicks, 1);
        QVERIFY(!menu.actions().back()->isEnabled());
    }
};

QTEST_MAIN(TestRowMenu)
#include "test_rowmenu.moc"
