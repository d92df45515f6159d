// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/presets.h"

#include <QUrl>

#include <array>

namespace tlsrpt
{

namespace
{

constexpr quint8 None = 0;
constexpr quint8 AppPassword = 1; // the account's own password is not taken
constexpr quint8 SwitchOn = 2;    // IMAP is off until its user turns it on
constexpr quint8 LocalPart = 4;   // the user name is the address without its domain
constexpr quint8 Bridge = 8;      // a program on this machine, with STARTTLS

struct Known {
    const char *name;
    const char *host;
    quint8 traits;
    const char *provider; ///< OAuth 2
    const char *domains;  ///< of addresses; "yahoo.*" is yahoo. with any ending
    const char *hosts;    ///< endings of the MX hosts of domains of one's own
};

// As the providers document it for other mail programs.
constexpr std::array known{
    Known{"Gmail", "imap.gmail.com", AppPassword, "gmail", "gmail.com googlemail.com",
          "google.com googlemail.com smtp.goog"},
    Known{"Outlook.com", "outlook.office365.com", None, "microsoft365",
          "outlook.* hotmail.* live.* msn.com passport.com windowslive.com", "olc.protection.outlook.com"},
    Known{"Microsoft 365", "outlook.office365.com", None, "microsoft365", "onmicrosoft.com office365.com",
          "outlook.com office365.com mx.microsoft"},
    Known{"iCloud", "imap.mail.me.com", AppPassword | LocalPart, "", "icloud.com me.com mac.com", ""},
    Known{"iCloud", "imap.mail.me.com", AppPassword, "", "", "mail.icloud.com"},
    Known{"Yahoo", "imap.mail.yahoo.com", AppPassword, "", "yahoo.* ymail.com rocketmail.com myyahoo.com",
          "yahoodns.net"},
    Known{"AOL", "imap.aol.com", AppPassword, "", "aol.* aim.com", ""},
    Known{"AT&T", "imap.mail.att.net", AppPassword, "", "att.net sbcglobal.net bellsouth.net", ""},
    Known{"GMX", "imap.gmx.net", SwitchOn, "", "gmx.de gmx.net gmx.at gmx.ch gmx.eu gmx.org gmx.info gmx.biz", "gmx.net"},
    Known{"GMX", "imap.gmx.com", SwitchOn, "", "gmx.com gmx.us gmx.co.uk gmx.fr gmx.es", "gmx.com"},
    Known{"WEB.DE", "imap.web.de", SwitchOn, "", "web.de email.de", "web.de"},
    Known{"mail.com", "imap.mail.com", SwitchOn, "", "mail.com email.com", "mail.com"},
    Known{"Telekom Mail", "secureimap.t-online.de", AppPassword, "", "t-online.de magenta.de", "t-online.de"},
    Known{"freenet", "mx.freenet.de", None, "", "freenet.de", ""},
    Known{"Fastmail", "imap.fastmail.com", AppPassword, "", "fastmail.* sent.com", "messagingengine.com fastmail.com"},
    Known{"mailbox.org", "imap.mailbox.org", None, "", "mailbox.org", "mailbox.org"},
    Known{"Posteo", "posteo.de", None, "", "posteo.*", "posteo.de"},
    Known{"Proton Mail Bridge", "127.0.0.1", AppPassword | Bridge, "", "proton.me protonmail.com protonmail.ch pm.me",
          "protonmail.ch"},
    Known{"OVHcloud", "ssl0.ovh.net", None, "", "ovh.fr", "ovh.net ovh.ca"},
    Known{"IONOS", "imap.ionos.de", None, "", "online.de onlinehome.de", "ionos.de kundenserver.de 1und1.de"},
    Known{"IONOS", "imap.ionos.com", None, "", "", "ionos.com 1and1.com"},
    Known{"IONOS", "imap.ionos.co.uk", None, "", "", "ionos.co.uk 1and1.co.uk"},
    Known{"IONOS", "imap.ionos.fr", None, "", "", "ionos.fr 1and1.fr"},
    Known{"IONOS", "imap.ionos.es", None, "", "", "ionos.es 1and1.es"},
    Known{"IONOS", "imap.ionos.it", None, "", "", "ionos.it"},
    Known{"STRATO", "imap.strato.de", None, "", "", "rzone.de strato.de"},
    Known{"Hetzner", "mail.your-server.de", None, "", "", "your-server.de"},
    Known{"Infomaniak", "mail.infomaniak.com", None, "", "ik.me etik.com ikmail.com", "infomaniak.ch"},
    Known{"Hostpoint", "imap.mail.hostpoint.ch", None, "", "", "mail.hostpoint.ch"},
    Known{"Gandi", "mail.gandi.net", None, "", "", "mail.gandi.net"},
    Known{"Migadu", "imap.migadu.com", None, "", "", "migadu.com"},
    Known{"Rackspace", "secure.emailsrvr.com", None, "", "", "emailsrvr.com"},
    Known{"GoDaddy", "imap.secureserver.net", None, "", "", "secureserver.net"},
    Known{"Zoho", "imap.zoho.com", AppPassword | SwitchOn, "", "zoho.com zohomail.com", ""},
    Known{"Zoho", "imap.zoho.eu", AppPassword | SwitchOn, "", "zoho.eu zohomail.eu", ""},
    Known{"Zoho", "imappro.zoho.com", AppPassword | SwitchOn, "", "", "zoho.com"},
    Known{"Zoho", "imappro.zoho.eu", AppPassword | SwitchOn, "", "", "zoho.eu"},
    Known{"Orange", "imap.orange.fr", SwitchOn, "", "orange.fr wanadoo.fr", ""},
    Known{"Free", "imap.free.fr", None, "", "free.fr", ""},
    Known{"La Poste", "imap.laposte.net", None, "", "laposte.net", ""},
    Known{"Bluewin", "imaps.bluewin.ch", None, "", "bluewin.ch", ""},
    Known{"Libero", "imapmail.libero.it", None, "", "libero.it", ""},
    Known{"Seznam", "imap.seznam.cz", None, "", "seznam.cz email.cz", ""},
    Known{"Xfinity", "imap.comcast.net", SwitchOn, "", "comcast.net", ""},
    Known{"Yandex", "imap.yandex.com", AppPassword | SwitchOn, "", "yandex.* ya.ru", "yandex.net yandex.ru"},
    Known{"Mail.ru", "imap.mail.ru", AppPassword, "", "mail.ru inbox.ru list.ru bk.ru", ""},
    Known{"QQ", "imap.qq.com", AppPassword | SwitchOn, "", "qq.com foxmail.com", ""},
    Known{"NetEase", "imap.163.com", AppPassword | SwitchOn, "", "163.com", ""},
};

bool lists(const char *patterns, const QString &domain)
{
    for (const QString &pattern : QString::fromLatin1(patterns).split(u' ', Qt::SkipEmptyParts)) {
        if (pattern.endsWith(u".*") ? domain.startsWith(QStringView(pattern).chopped(1)) : domain == pattern)
            return true;
        // Every organisation at Microsoft has a domain below this one.
        if (pattern == u"onmicrosoft.com" && domain.endsWith(u".onmicrosoft.com"))
            return true;
    }
    return false;
}

bool listsEndingOf(const char *endings, const QString &host)
{
    for (const QString &ending : QString::fromLatin1(endings).split(u' ', Qt::SkipEmptyParts)) {
        if (host == ending || host.endsWith(u'.' + ending))
            return true;
    }
    return false;
}

struct Address {
    QString whole;
    QString local;
    QString domain; ///< lower case, as in the DNS (IDNA)
};

/// Empty domain: no address.
Address split(const QString &text)
{
    const QString address = text.trimmed();
    const qsizetype at = address.lastIndexOf(u'@');
    const bool spaced = address.contains(u' ') || address.contains(u'\t');
    if (at <= 0 || spaced)
        return {};
    const QString domain = QString::fromLatin1(QUrl::toAce(address.mid(at + 1))).toLower();
    const bool dotted = domain.contains(u'.') && !domain.startsWith(u'.') && !domain.endsWith(u'.');
    return {address, address.left(at), dotted ? domain : QString()};
}

MailboxProposal proposalOf(const Known &provider, const Address &address)
{
    MailboxProposal proposal;
    proposal.host = QLatin1String(provider.host);
    proposal.user = provider.traits & LocalPart ? address.local : address.whole;
    proposal.provider = QLatin1String(provider.provider);
    proposal.needsAppPassword = provider.traits & AppPassword;
    proposal.mayNeedSwitchingOn = provider.traits & SwitchOn;
    proposal.providerName = QLatin1String(provider.name);
    // Where an app password works it is less work than a registration of one's own.
    if (!proposal.provider.isEmpty() && !proposal.needsAppPassword)
        proposal.signIn = SignIn::OAuth2;
    if (provider.traits & Bridge) {
        proposal.port = 1143;
        proposal.security = Security::StartTls;
    }
    return proposal;
}

std::vector<MailboxProposal> guesses(const Address &address)
{
    std::vector<MailboxProposal> found;
    const auto add = [&](const QString &host, quint16 port, Security security) {
        MailboxProposal guess;
        guess.host = host;
        guess.port = port;
        guess.security = security;
        guess.user = address.whole;
        found.push_back(guess);
    };
    const QStringList hosts{u"imap."_qs + address.domain, u"mail."_qs + address.domain};
    for (const QString &host : hosts)
        add(host, 993, Security::Tls);
    for (const QString &host : hosts)
        add(host, 143, Security::StartTls);
    add(address.domain, 993, Security::Tls);
    return found;
}

} // namespace

std::vector<MailboxProposal> proposalsFor(const QString &text)
{
    const Address address = split(text);
    if (address.domain.isEmpty())
        return {};
    for (const Known &provider : known) {
        if (lists(provider.domains, address.domain))
            return {proposalOf(provider, address)};
    }
    return guesses(address);
}

std::vector<MailboxProposal> proposalsForHost(const QString &text, const QString &user)
{
    const Address address = split(user);
    QString host = text.trimmed().toLower();
    if (host.endsWith(u'.'))
        host.chop(1);
    for (const Known &provider : known) {
        if (host == QLatin1String(provider.host) || listsEndingOf(provider.hosts, host))
            return {proposalOf(provider, address)};
    }
    return {};
}

} // namespace tlsrpt
