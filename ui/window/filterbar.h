// SPDX-License-Identifier: GPL-3.0-or-later
// The one filter bar above every screen.
#pragma once

#include "ui/page/filterstate.h"
#include "ui/theme/theme.h"
#include "ui/window/choicepopup.h"

#include <QWidget>

class QAction;
class QLineEdit;

namespace tlsrpt
{

class Chip;
class PeriodChip;

class FilterBar : public QWidget
{
    Q_OBJECT
public:
    /// `back` and `forward` are the window's actions, shown as buttons here.
    FilterBar(FilterState &filter, const Theme &theme, QAction *back, QAction *forward,
              QWidget *parent = nullptr);

    void setChoices(std::vector<Choice> domains, std::vector<Choice> senders,
                    std::optional<DayRange> whole);
    /// An empty placeholder disables the field.
    void setFind(const QString &placeholder, const QString &text);
    void focusFind();
    QSize sizeHint() const override;

signals:
    void findChanged(const QString &text);
    /// Changes between these two are one step of the history.
    void editingStarted();
    void editingFinished();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Chip *addChoiceChip(ChoicePopup *popup);
    void connectChips();
    void buildFind();
    void update();
    QString summary(const ChoicePopup &popup, const QStringList &keys) const;

    FilterState &m_filter;
    const Theme &m_theme;
    PeriodChip *m_period;
    ChoicePopup *m_domains;
    ChoicePopup *m_senders;
    ChoicePopup *m_tracks;
    Chip *m_domain = nullptr;
    Chip *m_sender = nullptr;
    Chip *m_track = nullptr;
    Chip *m_failures;
    Chip *m_mx;
    Chip *m_cause;
    QLineEdit *m_find;
};

} // namespace tlsrpt
