// SPDX-License-Identifier: GPL-3.0-or-later
// Below the sources: the selected mailbox in sentences, and what can be done with it.
#pragma once

#include "ui/importing/mailboxrow.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tlsrpt
{

class MailboxStrip : public QWidget
{
    Q_OBJECT
public:
    explicit MailboxStrip(const Theme &theme, QWidget *parent = nullptr);
    void show(const MailboxRow *row); ///< null: hides

signals:
    void wished(tlsrpt::MailboxWish wish, const QString &mailbox);

private:
    QPushButton *addButton(const QString &text, MailboxWish wish);

    QLabel *m_story;
    QPushButton *m_mend;
    QPushButton *m_fetch;
    QPushButton *m_edit;
    QPushButton *m_pause;
    QPushButton *m_remove;
    QString m_name;
    bool m_paused = false;
};

} // namespace tlsrpt
