// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Outside every namespace, as the macro asks; resources of a static library do not load themselves.
static void loadTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace tlsrpt
{
namespace
{

const QString pseudo = QStringLiteral("qps");
const QString english = QStringLiteral("en");
const QString mark = QStringLiteral("tlsrpt-translator");

/// The best language we carry for the setting.
QString chosen(const QString &setting)
{
    const QStringList ours = availableLanguages();
    if (setting == pseudo || ours.contains(setting))
        return setting;
    const QStringList wanted =
        setting.isEmpty() ? QLocale::system().uiLanguages() : QStringList(setting);
    for (const QString &name : wanted) {
        QString code = QString(name).replace(u'-', u'_');
        for (; !code.isEmpty(); code.truncate(qMax<qsizetype>(0, code.lastIndexOf(u'_')))) {
            if (ours.contains(code))
                return code;
        }
    }
    return english;
}

/// Dates and numbers go with the words, not with the country: "5.720 sessions" is English for six.
QLocale localeFor(const QString &language)
{
    const QLocale system = QLocale::system();
    const QLocale words(language == pseudo ? english : language);
    return system.language() == words.language() ? system : words;
}

void install(QCoreApplication &app, const QString &file)
{
    auto translator = new QTranslator(&app);
    translator->setObjectName(mark);
    if (translator->load(file))
        QCoreApplication::installTranslator(translator);
    else
        delete translator; // e.g. Qt's own texts, where its package is not installed
}

} // namespace

void installTranslations(QCoreApplication &app, const QString &languageSetting)
{
    loadTranslations();
    const auto old = app.findChildren<QTranslator *>(mark, Qt::FindDirectChildrenOnly);
    qDeleteAll(old); // a translator takes itself off the list
    const QString language = chosen(languageSetting);
    QLocale::setDefault(localeFor(language));
    install(app, QLibraryInfo::path(QLibraryInfo::TranslationsPath) + u"/qtbase_" + language);
    // Searched from the last to the first: English holds the plurals of what is not translated.
    install(app, QStringLiteral(":/i18n/tlsrpt-viewer_en.qm"));
    if (language != english)
        install(app, u":/i18n/tlsrpt-viewer_" + language + u".qm");
}

QStringList availableLanguages()
{
    loadTranslations();
    const QString prefix = QStringLiteral("tlsrpt-viewer_");
    QStringList codes;
    const QStringList files = QDir(QStringLiteral(":/i18n")).entryList({QStringLiteral("*.qm")});
    for (const QString &file : files) {
        const QString code = file.mid(prefix.size()).chopped(3);
        if (code != pseudo)
            codes.append(code);
    }
    codes.sort();
    return codes;
}

} // namespace tlsrpt
