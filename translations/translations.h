// SPDX-License-Identifier: GPL-3.0-or-later
// The program's texts in the user's language.
#pragma once

#include <QStringList>

class QCoreApplication;

namespace tlsrpt
{

/// Installs the texts of a language and its way of writing dates and numbers. languageSetting is a
/// code of availableLanguages(), "qps" for the pseudo-language of the tests, or "" for the
/// system's. May be called again to switch; widgets then get a LanguageChange event.
void installTranslations(QCoreApplication &app, const QString &languageSetting);

/// The codes of the languages that the program carries, without the pseudo-language.
QStringList availableLanguages();

} // namespace tlsrpt
