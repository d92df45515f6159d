// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

#include <QDialog>

#include <functional>

class QGridLayout;
class QToolButton;

namespace tlsrpt
{

/// Appearance, language, archive place, caps, paper, notifications; each with its default and a
/// way back. Changes count at once; there is nothing to apply.
class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PreferencesDialog(Settings &settings, QWidget *parent = nullptr);

signals:
    /// Which is stored by whoever opens it, if it opens.
    void archiveChosen(const QString &path);

private:
    /// One setting: what shows it, how it is read back into the widget, how it goes back.
    struct Row {
        QToolButton *reset = nullptr;
        std::function<void()> show;
        std::function<bool()> isDefault;
    };

    QWidget *buildGeneral();
    QWidget *buildArchive();
    QWidget *buildImport();
    void addNotifications(QGridLayout &grid);
    void addRow(QGridLayout &grid, const QString &label, QWidget *editor, const QString &standard,
                std::function<void()> show, std::function<bool()> isDefault, std::function<void()> reset);
    void addLimit(QGridLayout &grid, const QString &label, const QString &unit, qint64 scale,
                  qint64 smallest, qint64 largest, std::function<qint64(const Limits &)> get,
                  std::function<void(Limits &, qint64)> set);
    void chooseArchive();
    void showAll();

    Settings &m_settings;
    std::vector<Row> m_rows;
    bool m_showing = false;
};

} // namespace tlsrpt
