// SPDX-License-Identifier: GPL-3.0-or-later
// A mail to whom a finding concerns, to be changed, copied or opened in a mail program.
#pragma once

#include "ui/words/findingwords.h"

#include <QDialog>
#include <QUrl>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace tlsrpt
{

/// The address in a contact-info as sent, which may be anything; empty where there is none.
QString mailAddress(const QString &contact);
/// RFC 6068.
QUrl mailtoUrl(const QString &to, const QString &subject, const QString &body);

class LetterDialog : public QDialog
{
    Q_OBJECT
public:
    explicit LetterDialog(const words::Letter &letter, QWidget *parent = nullptr);

private:
    void copy();
    void openInMailProgram();

    QLineEdit *m_to;
    QLineEdit *m_subject;
    QPlainTextEdit *m_body;
    QLabel *m_note;
};

} // namespace tlsrpt
