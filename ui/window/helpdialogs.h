// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <utility>

class QWidget;

namespace tlsrpt
{

class Theme;

void showAboutReports(QWidget *window, const Theme &theme);
void showShortcuts(QWidget *window, const Theme &theme, const QList<std::pair<QString, QString>> &list);
void showAbout(QWidget *window, const Theme &theme);

} // namespace tlsrpt
