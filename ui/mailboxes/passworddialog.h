// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for the password of a mailbox that is to be fetched now.
#pragma once

#include "core/base/error.h"
#include "core/source/mailbox.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace tlsrpt
{

class PasswordDialog : public QDialog
{
    Q_OBJECT
public:
    PasswordDialog(const Mailbox &mailbox, const Error &why, const Theme &theme, QWidget *parent = nullptr);
    void setHasStore(bool has); ///< the desktop, for passwords

signals:
    void entered(const tlsrpt::Secret &password, bool remember);

private:
    QLineEdit *m_password;
    QCheckBox *m_remember;
    bool m_storeFailed; ///< it is why this is asked
    QLabel *m_reason;
    QLabel *m_note; ///< where it will be, if not where the tick says
};

} // namespace tlsrpt
