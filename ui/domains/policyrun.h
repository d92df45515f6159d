// SPDX-License-Identifier: GPL-3.0-or-later
// One bar of the policy history.
#pragma once

#include "core/report/report.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace tlsrpt
{

/// A stretch of days with one policy; its colour, its border and its words tell the mode.
class PolicyRunButton : public QAbstractButton
{
    Q_OBJECT
public:
    /// `label` stands in the bar where there is room, `sentence` tells all of it.
    PolicyRunButton(const Theme &theme, Track track, PolicyMode mode, const QString &label,
                    const QString &sentence, QWidget *parent);
    QSize sizeHint() const override { return {40, 20}; }

signals:
    /// An arrow key: to the next bar in that direction.
    void moved(int across, int down);
    void reached(); ///< the keyboard is on it

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Look {
        Token ground, edge, text;
        Qt::PenStyle border;
    };
    Look look() const;

    const Theme &m_theme;
    Track m_track;
    PolicyMode m_mode;
};

} // namespace tlsrpt
