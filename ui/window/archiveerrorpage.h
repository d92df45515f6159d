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
    /// To an archive that opened before; the one that does not open: there is none.
    void setWayBack(const QString &path);
    /// Files that are to be imported into the next archive that opens.
    void setWaiting(const QStringList &paths);
    /// To the button that leads on, so that it is seen where Return goes.
    void focusWay();

signals:
    void tryAgain();
    void openOther();
    void makeNew();
    void rescue();
    void goBack(const QString &path);

private:
    void tint();

    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_path;
    QLabel *m_waiting;
    QPushButton *m_again;
    QPushButton *m_rescue; ///< for a damaged one
    QPushButton *m_back;
    QString m_wayBack;
};

} // namespace tlsrpt
