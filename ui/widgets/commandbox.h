// SPDX-License-Identifier: GPL-3.0-or-later
// A command, record or policy to be copied.
#pragma once

#include "ui/theme/theme.h"

#include <QPlainTextEdit>
#include <QPushButton>

namespace tlsrpt
{

/// Read-only plain mono text as high as its content (long lines wrap on screen, never in the copy), and a Copy button.
class CommandBox : public QWidget
{
    Q_OBJECT
public:
    /// `name` is what screen readers call the text, e.g. "Command that checks the certificate".
    CommandBox(const Theme &theme, const QString &text, const QString &name,
               QWidget *parent = nullptr);
    void setText(const QString &text);
    QString text() const { return m_edit->toPlainText(); }

signals:
    void copied();

protected:
    void paintEvent(QPaintEvent *) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    const Theme &m_theme;
    QPlainTextEdit *m_edit;
    QPushButton *m_copy;
};

} // namespace tlsrpt
