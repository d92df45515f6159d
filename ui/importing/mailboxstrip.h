// SPDX-License-Identifier: GPL-3.0-or-later
// Below the sources: the selected mailbox in sentences, and what can be done with it.
#pragma once

#include "ui/importing/mailboxrow.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QAbstractButton;
class QLabel;

namespace tlsrpt
{

class MailboxStrip : public QWidget
{
    Q_OBJECT
public:
    explicit MailboxStrip(const Theme &theme, QWidget *parent = nullptr);
    void show(const MailboxRow *row); ///< null: hides
    QList<QAbstractButton *> buttons() const { return {m_mend, m_fetch, m_edit, m_pause, m_remove}; }

signals:
    void wished(tlsrpt::MailboxWish wish, const QString &mailbox);

private:
    QAbstractButton *addButton(const QString &text, MailboxWish wish);

    QLabel *m_story;
    QAbstractButton *m_mend, *m_fetch, *m_edit, *m_pause, *m_remove;
    QString m_name;
    bool m_paused = false;
};

} // namespace tlsrpt
