// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"

#include "core/base/ownfiles.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>
#include <type_traits>
#include <utility>

namespace tlsrpt
{

namespace
{

const QString preferencesGroup = QStringLiteral("preferences");
const QString stateGroup = QStringLiteral("state");

QString preference(QLatin1String key)
{
    return preferencesGroup + QLatin1Char('/') + key;
}

const QLatin1String appearanceKey("appearance");
const QLatin1String languageKey("language");
const QLatin1String archiveKey("archive");
const QLatin1String notifyKey("notify-after-import");
const QLatin1String findingsKey("notifications/findings");
const QLatin1String letterKey("letter-paper");

constexpr std::array<const char *, 3> appearanceNames{"system", "light", "dark"};

/// A cap and its name; all caps are positive.
struct Cap {
    const char *key;
    qint64 (*get)(const Limits &);
    void (*set)(Limits &, qint64);
    qint64 largest;
};

template<auto member>
constexpr Cap cap(const char *key)
{
    using Value = std::remove_reference_t<decltype(std::declval<Limits &>().*member)>;
    return {key, [](const Limits &limits) { return qint64(limits.*member); },
            [](Limits &limits, qint64 value) { limits.*member = Value(value); },
            std::numeric_limits<Value>::max()};
}

constexpr std::array caps{
    cap<&Limits::documentBytes>("limits/document-bytes"),
    cap<&Limits::ratio>("limits/ratio"),
    cap<&Limits::ratioFloorBytes>("limits/ratio-floor-bytes"),
    cap<&Limits::members>("limits/members"),
    cap<&Limits::inputBytes>("limits/input-bytes"),
    cap<&Limits::nesting>("limits/nesting"),
    cap<&Limits::failureDetails>("limits/failure-details"),
    cap<&Limits::bytesInFlight>("limits/bytes-in-flight"),
};

} // namespace

Settings::Settings(QObject *parent)
    : QObject(parent)
    , m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("tlsrpt-viewer"),
                 QStringLiteral("tlsrpt-viewer"))
{
}

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_settings(file, QSettings::IniFormat)
{
}

void Settings::store(const QString &key, const QVariant &value)
{
    if (m_settings.value(key) == value)
        return;
    makeOwnFile(m_settings.fileName()); // QSettings would let others read it
    m_settings.setValue(key, value);
    emit changed();
}

Appearance Settings::appearance() const
{
    const QString name = m_settings.value(preference(appearanceKey)).toString();
    for (size_t i = 0; i < appearanceNames.size(); ++i) {
        if (name == QLatin1String(appearanceNames[i]))
            return static_cast<Appearance>(i);
    }
    return Appearance::System;
}

void Settings::setAppearance(Appearance value)
{
    store(preference(appearanceKey), QString::fromLatin1(appearanceNames[size_t(value)]));
}

QString Settings::language() const
{
    return m_settings.value(preference(languageKey)).toString();
}

void Settings::setLanguage(const QString &code)
{
    store(preference(languageKey), code);
}

QString Settings::archivePath() const
{
    return m_settings.value(preference(archiveKey)).toString();
}

void Settings::setArchivePath(const QString &path)
{
    store(preference(archiveKey), path);
}

bool Settings::notifyAfterImport() const
{
    return m_settings.value(preference(notifyKey), true).toBool();
}

void Settings::setNotifyAfterImport(bool on)
{
    store(preference(notifyKey), on);
}

bool Settings::notifyAboutFindings() const
{
    return m_settings.value(preference(findingsKey), true).toBool();
}

void Settings::setNotifyAboutFindings(bool on)
{
    store(preference(findingsKey), on);
}

bool Settings::letterPaper() const
{
    const bool letter = QLocale::system().measurementSystem() == QLocale::ImperialUSSystem;
    return m_settings.value(preference(letterKey), letter).toBool();
}

void Settings::setLetterPaper(bool on)
{
    store(preference(letterKey), on);
}

Limits Settings::limits() const
{
    Limits limits;
    for (const Cap &cap : caps) {
        bool isNumber = false;
        const qint64 value
            = m_settings.value(preference(QLatin1String(cap.key))).toLongLong(&isNumber);
        if (isNumber && value > 0) // a file edited by hand must not switch a cap off
            cap.set(limits, std::min(value, cap.largest));
    }
    return limits;
}

/// Caps at their default are not written: a better default of a newer version then counts.
void Settings::setLimits(const Limits &limits)
{
    if (limits == this->limits())
        return;
    for (const Cap &cap : caps) {
        const QString key = preference(QLatin1String(cap.key));
        if (cap.get(limits) == cap.get(Limits{}))
            m_settings.remove(key);
        else
            m_settings.setValue(key, cap.get(limits));
    }
    emit changed();
}

QVariant Settings::state(const QString &key) const
{
    return m_settings.value(stateGroup + QLatin1Char('/') + key);
}

void Settings::setState(const QString &key, const QVariant &value)
{
    m_settings.setValue(stateGroup + QLatin1Char('/') + key, value);
}

void Settings::resetToDefaults()
{
    m_settings.remove(preferencesGroup);
    emit changed();
}

} // namespace tlsrpt
