// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tlsrpt
{

/// The archive cannot be opened: why, and the ways out.
class ArchiveErrorPage : public QWidget
{
    Q_OBJECT
public:
    explicit ArchiveErrorPage(const Theme &theme, QWidget *parent = nullptr);
    void setError(const Error &error, const QString &path);

signals:
    void tryAgain();
    void openOther();
    void makeNew();
    void rescue();

private:
    void tint();

    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_path;
    QPushButton *m_again;
    QPushButton *m_rescue; ///< for a damaged one
};

} // namespace tlsrpt
