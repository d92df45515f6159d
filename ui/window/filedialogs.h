// SPDX-License-Identifier: GPL-3.0-or-later
// The file dialogs of the window; none of them blocks.
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace tlsrpt
{

using PathTaken = std::function<void(const QString &)>;

void askFilesToImport(QWidget *window, std::function<void(const QStringList &)> then);
void askFolder(QWidget *window, const QString &title, PathTaken then);
void askSavePath(QWidget *window, const QString &title, const QString &name, const QString &filter,
                 const QString &suffix, PathTaken then);
/// For a file that does not exist; `name` is its whole path without the suffix.
void askNewArchive(QWidget *window, const QString &title, const QString &name, PathTaken then);
void askArchive(QWidget *window, bool existing, PathTaken then);

} // namespace tlsrpt
