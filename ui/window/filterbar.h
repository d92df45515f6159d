// SPDX-License-Identifier: GPL-3.0-or-later
// The one filter bar above every screen.
#pragma once

#include "ui/page/filterstate.h"
#include "ui/theme/theme.h"
#include "ui/window/choicepopup.h"

#include <QWidget>

class QAction;

namespace tlsrpt
{

class FilterChip;
class FindField;
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
    enum class Chip { Period, Domain, Sender, Track };
    /// Its choices, for the keyboard; the focus comes back to where it was.
    void open(Chip chip);
    QSize sizeHint() const override;

signals:
    void findChanged(const QString &text);
    /// Changes between these two are one step of the history.
    void editingStarted();
    void editingFinished();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FilterChip *addChoiceChip(ChoicePopup *popup);
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
    FilterChip *m_domain = nullptr;
    FilterChip *m_sender = nullptr;
    FilterChip *m_track = nullptr;
    FilterChip *m_failures;
    FilterChip *m_mx;
    FilterChip *m_cause;
    FindField *m_find;
};

} // namespace tlsrpt
