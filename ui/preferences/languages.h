// SPDX-License-Identifier: GPL-3.0-or-later
// The languages that are built into the program.
#pragma once

#include <QStringList>

class QTranslator;

namespace tlsrpt::languages
{

/// Codes of :/i18n/tlsrpt-viewer_<code>.qm, and English, which needs no file. The pseudo-language
/// of the tests is no offer.
QStringList available();
/// In its own words: "Deutsch".
QString nameOf(const QString &code);
/// The translation for a setting ("" = the system's); empty where the words stay English.
bool load(QTranslator &translator, const QString &setting);

} // namespace tlsrpt::languages
