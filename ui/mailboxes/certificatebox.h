// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate that was refused: whose it is, what is wrong, and what can be done about it.
#pragma once

#include "core/source/imap/imapclient.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace tlsrpt
{

class InfoBox;
class ValueGrid;

class CertificateBox : public QWidget
{
    Q_OBJECT
public:
    explicit CertificateBox(const Theme &theme, QWidget *parent = nullptr);
    void show(const CertificateProblem &problem);
    /// SHA-256 of the certificate if the user chose to trust it; else empty.
    QByteArray trusted() const;

signals:
    void trustChanged();
    void authorityChosen(const QString &file); ///< PEM

private:
    void chooseAuthority();

    InfoBox *m_head;
    ValueGrid *m_grid;
    QPushButton *m_authority;
    QCheckBox *m_trust;
    QLabel *m_warning;
    QByteArray m_sha256;
};

} // namespace tlsrpt
