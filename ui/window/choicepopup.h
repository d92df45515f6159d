// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/window/choicemodel.h"

#include <QFrame>

class QLineEdit;
class QListView;
class QLabel;
class QPushButton;

namespace tlsrpt
{

/// A list with check marks under a chip; with a search line where there are many entries.
class ChoicePopup : public QFrame
{
    Q_OBJECT
public:
    ChoicePopup(const Theme &theme, const QString &name, QWidget *parent);

    ChoiceModel &model() { return *m_model; }
    void openBelow(QWidget *chip);

signals:
    void opened();
    void closed();

protected:
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search(const QString &text);
    void takeAndClose();

    const Theme &m_theme;
    ChoiceModel *m_model;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_nothing; ///< instead of a list without rows
    QPushButton *m_all;
    bool m_toggled = false; ///< the current row, by hand: Return leaves it as it is
};

} // namespace tlsrpt
