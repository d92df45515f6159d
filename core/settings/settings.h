// SPDX-License-Identifier: GPL-3.0-or-later
// Every setting with its type and default in one place. Values live in QSettings (INI, user scope).
#pragma once

#include "core/base/limits.h"

#include <QObject>
#include <QSettings>
#include <QStringList>

namespace tlsrpt
{

enum class Appearance { System, Light, Dark };

class Settings : public QObject
{
    Q_OBJECT
public:
    /// The user's file; tests pass a path.
    explicit Settings(QObject *parent = nullptr);
    explicit Settings(const QString &file, QObject *parent = nullptr);

    Appearance appearance() const;      ///< default System
    void setAppearance(Appearance value);
    QString language() const;           ///< "" = the system's
    void setLanguage(const QString &code);
    QString archivePath() const;        ///< "" = defaultArchivePath()
    void setArchivePath(const QString &path);
    bool notifyAfterImport() const;     ///< default true
    void setNotifyAfterImport(bool on);
    bool notifyAboutFindings() const;   ///< default true: a notification of the desktop
    void setNotifyAboutFindings(bool on);
    bool letterPaper() const;           ///< default from the locale's measurement system
    void setLetterPaper(bool on);
    Limits limits() const;              ///< each cap with the default of Limits
    void setLimits(const Limits &limits);

    /// Window state: geometry, splitters, columns, last screen, filter. Opaque to everybody
    /// but the widget that wrote it.
    QVariant state(const QString &key) const;
    void setState(const QString &key, const QVariant &value);

    void resetToDefaults();             ///< preferences only; the window's state stays

signals:
    void changed();                     ///< a preference; the window's state is silent

private:
    void store(const QString &key, const QVariant &value);

    QSettings m_settings;
};

} // namespace tlsrpt
