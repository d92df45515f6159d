// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/mailboxlist.h"

#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/commands/outcome.h"
#include "core/base/plaintext.h"
#include "core/query/reader.h"
#include "core/settings/mailboxes.h"
#include "ui/words/mailboxwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(MailboxCommand)
};

using States = QHash<QString, MailboxState>;

/// What the archive remembers; nothing when there is none, or it cannot be read now.
States statesIn(const QString &archive)
{
    States byName;
    if (!QFileInfo::exists(archive))
        return byName;
    auto reader = ArchiveReader::open(archive);
    if (!reader)
        return byName;
    for (const MailboxState &state : reader->mailboxes().value_or(std::vector<MailboxState>()))
        byName.insert(state.name, state);
    return byName;
}

QString stateText(const Mailbox &mailbox, const States &states)
{
    const auto state = states.constFind(mailbox.name);
    QStringList parts;
    if (mailbox.paused)
        parts << T::tr("paused");
    if (state == states.constEnd()) {
        parts << T::tr("never read");
    } else {
        if (state->lastSuccess > 0)
            parts << T::tr("last read %1").arg(words::dateTime(state->lastSuccess));
        if (state->error)
            parts << T::tr("last try %1: %2").arg(words::dateTime(state->lastTry), words::error(*state->error).what);
    }
    return parts.join(u", "_qs);
}

void printText(const std::vector<Mailbox> &mailboxes, const States &states)
{
    for (const Mailbox &mailbox : mailboxes) {
        const QString server = mailbox.host + u':' + QString::number(mailbox.port);
        console::out(printable(mailbox.name) + u'\n');
        console::out(u"    "_qs
                     + printable(T::tr("%1 at %2 (%3)").arg(mailbox.user, server, words::securityName(mailbox.security)))
                     + u'\n');
        console::out(u"    "_qs + printable(stateText(mailbox, states)) + u'\n');
    }
}

/// As `mailbox add` takes it.
QString securityKey(Security security)
{
    switch (security) {
    case Security::Tls: return u"tls"_qs;
    case Security::StartTls: return u"starttls"_qs;
    case Security::Plain: return u"plain"_qs;
    }
    Q_UNREACHABLE();
}

QJsonValue timeJson(qint64 seconds)
{
    return seconds > 0 ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate) : QJsonValue();
}

QJsonObject rowJson(const Mailbox &mailbox, const MailboxState &state)
{
    QJsonObject row{{u"name"_qs, mailbox.name},
                    {u"user"_qs, mailbox.user},
                    {u"host"_qs, mailbox.host},
                    {u"port"_qs, mailbox.port},
                    {u"security"_qs, securityKey(mailbox.security)},
                    {u"auth"_qs, mailbox.signIn == SignIn::OAuth2 ? u"oauth2"_qs : u"password"_qs},
                    {u"folders"_qs, QJsonArray::fromStringList(mailbox.folders)},
                    {u"paused"_qs, mailbox.paused},
                    {u"every_minutes"_qs, mailbox.everyMinutes},
                    {u"last_try"_qs, timeJson(state.lastTry)},
                    {u"last_success"_qs, timeJson(state.lastSuccess)},
                    {u"result"_qs, QJsonValue()}};
    if (state.error) {
        row[u"result"_qs] = QString(slug(state.error->code));
        row[u"reason"_qs] = reasonOf(*state.error);
    } else if (state.lastSuccess > 0) {
        row[u"result"_qs] = u"ok"_qs;
    }
    return row;
}

void printJson(const std::vector<Mailbox> &mailboxes, const States &states)
{
    QJsonArray rows;
    for (const Mailbox &mailbox : mailboxes)
        rows.append(rowJson(mailbox, states.value(mailbox.name)));
    console::outJson(QJsonDocument(QJsonObject{{u"schema"_qs, 1}, {u"mailboxes"_qs, rows}}).toJson());
}

} // namespace

int runMailboxList(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(T::tr("Lists the mailboxes and when they were last read."));
    console::addArchiveOption(parser);
    parser.addOption({u"json"_qs, T::tr("Print as JSON.")});
    int status = ExitDone;
    if (!console::parse(parser, arguments, status))
        return status;
    if (!parser.positionalArguments().isEmpty())
        return console::usage(T::tr("The command mailbox list takes no names."));
    const auto print = parser.isSet(u"json"_qs) ? printJson : printText;
    print(Mailboxes().all(), statesIn(console::archivePath(parser)));
    return ExitDone;
}

} // namespace tlsrpt
