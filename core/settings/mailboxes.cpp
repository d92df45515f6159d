// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/mailboxes.h"

#include "core/base/ownfiles.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace tlsrpt
{

namespace
{

constexpr std::array<const char *, 3> securityNames{"tls", "starttls", "plain"};
constexpr std::array<const char *, 2> signInNames{"password", "oauth2"};
constexpr std::array<const char *, 3> afterwardsNames{"nothing", "mark-read", "move"};

constexpr int longestInterval = 7 * 24 * 60;

/// Names are the user's: a slash in one must not open a group of the file.
QString groupOf(const QString &name)
{
    return u"mailboxes/"_qs + QString::fromLatin1(QUrl::toPercentEncoding(name));
}

template<typename Enum, size_t count>
QString nameOf(Enum value, const std::array<const char *, count> &names)
{
    return QString::fromLatin1(names[size_t(value)]);
}

/// The first value, the safe one, for what a hand has misspelt.
template<typename Enum, size_t count>
Enum valueOf(const QString &name, const std::array<const char *, count> &names)
{
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const char *each) { return name == QLatin1String(each); });
    return found == names.end() ? Enum{} : Enum(found - names.begin());
}

quint16 usualPort(Security security)
{
    return security == Security::Tls ? 993 : 143;
}

Mailbox read(const QSettings &settings, const QString &name)
{
    const QString group = groupOf(name) + u'/';
    const auto value = [&](QLatin1String key) { return settings.value(group + key); };
    const auto text = [&](QLatin1String key) { return value(key).toString(); };
    Mailbox box;
    box.name = name;
    box.host = text(QLatin1String("host"));
    box.security = valueOf<Security>(text(QLatin1String("security")), securityNames);
    const int port = value(QLatin1String("port")).toInt();
    box.port = port > 0 && port < 65536 ? quint16(port) : usualPort(box.security);
    box.user = text(QLatin1String("user"));
    box.signIn = valueOf<SignIn>(text(QLatin1String("sign-in")), signInNames);
    box.provider = text(QLatin1String("provider"));
    box.clientId = text(QLatin1String("client-id"));
    box.passwordCommand = text(QLatin1String("password-command"));
    box.caFile = text(QLatin1String("ca-file"));
    box.pinnedCertificate = QByteArray::fromHex(text(QLatin1String("pinned-certificate")).toLatin1());
    box.folders = value(QLatin1String("folders")).toStringList();
    box.afterwards = valueOf<Afterwards>(text(QLatin1String("afterwards")), afterwardsNames);
    box.moveTo = text(QLatin1String("move-to"));
    box.paused = value(QLatin1String("paused")).toBool();
    bool isNumber = false;
    const int minutes = value(QLatin1String("every-minutes")).toInt(&isNumber);
    if (isNumber)
        box.everyMinutes = std::clamp(minutes, 0, longestInterval);
    return box;
}

void write(QSettings &settings, const Mailbox &box)
{
    const QString group = groupOf(box.name);
    settings.remove(group);
    settings.beginGroup(group);
    settings.setValue(u"host"_qs, box.host);
    settings.setValue(u"port"_qs, box.port);
    settings.setValue(u"security"_qs, nameOf(box.security, securityNames));
    settings.setValue(u"user"_qs, box.user);
    settings.setValue(u"sign-in"_qs, nameOf(box.signIn, signInNames));
    const auto unlessEmpty = [&](const QString &key, const auto &value) {
        if (!value.isEmpty())
            settings.setValue(key, value);
    };
    unlessEmpty(u"provider"_qs, box.provider);
    unlessEmpty(u"client-id"_qs, box.clientId);
    unlessEmpty(u"password-command"_qs, box.passwordCommand);
    unlessEmpty(u"ca-file"_qs, box.caFile);
    unlessEmpty(u"pinned-certificate"_qs, QString::fromLatin1(box.pinnedCertificate.toHex()));
    unlessEmpty(u"folders"_qs, box.folders);
    settings.setValue(u"afterwards"_qs, nameOf(box.afterwards, afterwardsNames));
    unlessEmpty(u"move-to"_qs, box.moveTo);
    settings.setValue(u"paused"_qs, box.paused);
    settings.setValue(u"every-minutes"_qs, box.everyMinutes);
    settings.endGroup();
}

QStringList namesIn(QSettings &settings)
{
    settings.beginGroup(u"mailboxes"_qs);
    QStringList names;
    for (const QString &group : settings.childGroups())
        names.append(QUrl::fromPercentEncoding(group.toLatin1()));
    settings.endGroup();
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) {
        const int order = a.compare(b, Qt::CaseInsensitive);
        return order ? order < 0 : a < b;
    });
    return names;
}

} // namespace

Mailboxes::Mailboxes(QObject *parent)
    : QObject(parent)
    , m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("tlsrpt-viewer"),
                 QStringLiteral("tlsrpt-viewer"))
{
}

Mailboxes::Mailboxes(const QString &file, QObject *parent)
    : QObject(parent)
    , m_settings(file, QSettings::IniFormat)
{
}

std::vector<Mailbox> Mailboxes::all() const
{
    m_settings.sync();
    std::vector<Mailbox> found;
    for (const QString &name : namesIn(m_settings))
        found.push_back(read(m_settings, name));
    return found;
}

std::optional<Mailbox> Mailboxes::byName(const QString &name) const
{
    m_settings.sync();
    if (!namesIn(m_settings).contains(name))
        return std::nullopt;
    return read(m_settings, name);
}

bool Mailboxes::put(const Mailbox &mailbox)
{
    Q_ASSERT(!mailbox.name.isEmpty());
    if (byName(mailbox.name) == mailbox)
        return true;
    makeOwnFile(m_settings.fileName()); // QSettings would let others read it
    write(m_settings, mailbox);
    return written();
}

bool Mailboxes::remove(const QString &name)
{
    if (!byName(name))
        return true;
    m_settings.remove(groupOf(name));
    return written();
}

/// At once: the next process to look may be a timer's fetch, and this one may be killed.
bool Mailboxes::written()
{
    m_settings.sync();
    emit changed();
    return m_settings.status() == QSettings::NoError;
}

} // namespace tlsrpt
