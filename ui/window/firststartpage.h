// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QScrollArea>

#include <utility>

class QLabel;
class QPushButton;

namespace tlsrpt
{

/// The dashed field that invites files; fills while something hangs over it.
class DropZone : public QWidget
{
    Q_OBJECT
public:
    explicit DropZone(const Theme &theme, QWidget *parent = nullptr);
    void setHot(bool hot);

signals:
    void openFiles();
    void openFolder();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tint();

    const Theme &m_theme;
    bool m_hot = false;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_kinds;
    QPushButton *m_files;
    QPushButton *m_folder;
};

/// A button with an icon, a line and a caption.
class CardButton : public QAbstractButton
{
    Q_OBJECT
public:
    CardButton(const Theme &theme, const QString &icon, const QString &title, const QString &caption,
               QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_icon;
    QString m_caption;
};

/// An empty archive invites.
class FirstStartPage : public QScrollArea
{
    Q_OBJECT
public:
    explicit FirstStartPage(const Theme &theme, QWidget *parent = nullptr);
    void setDropHot(bool hot) { m_zone->setHot(hot); }

signals:
    void openFiles();
    void openFolder();
    void openSamples();
    void addMailbox();

private:
    QWidget *buildRecord();
    QWidget *buildPrivacy();
    void tint();

    const Theme &m_theme;
    DropZone *m_zone;
    QList<std::pair<QLabel *, FontRole>> m_quiet;  ///< in the second text colour
    QList<std::pair<QLabel *, FontRole>> m_strong; ///< titles
    QLabel *m_lock = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace tlsrpt
