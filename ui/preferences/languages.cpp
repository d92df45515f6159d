// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/languages.h"

#include <QDir>
#include <QLocale>
#include <QTranslator>

namespace tlsrpt::languages
{

static const QString folder = QStringLiteral(":/i18n");
static const QString stem = QStringLiteral("tlsrpt-viewer_");

QStringList available()
{
    QStringList codes{u"en"_qs};
    for (const QString &file : QDir(folder).entryList({stem + u"*.qm"_qs}, QDir::Files, QDir::Name)) {
        const QString code = file.mid(stem.size()).chopped(3);
        if (QLocale(code).language() != QLocale::C && !codes.contains(code))
            codes << code;
    }
    return codes;
}

QString nameOf(const QString &code)
{
    const QLocale locale(code);
    const QString name = locale.nativeLanguageName();
    return name.isEmpty() ? code : name.left(1).toUpper() + name.mid(1);
}

bool load(QTranslator &translator, const QString &setting)
{
    // The file of that name first: a pseudo-language is no locale.
    if (!setting.isEmpty() && translator.load(folder + u'/' + stem + setting + u".qm"_qs))
        return true;
    const QLocale locale = setting.isEmpty() ? QLocale::system() : QLocale(setting);
    return translator.load(locale, u"tlsrpt-viewer"_qs, u"_"_qs, folder, u".qm"_qs);
}

} // namespace tlsrpt::languages
