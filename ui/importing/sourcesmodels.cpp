// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/sourcesmodels.h"

#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(Sources)
};

QString stateWord(const SourceRow &row)
{
    if (row.mailbox)
        return mailboxState(*row.mailbox);
    switch (row.state) {
    case SourceRow::State::Done: return T::tr("done");
    case SourceRow::State::Running: return T::tr("importing");
    case SourceRow::State::Paused: return T::tr("paused");
    case SourceRow::State::Watching: return T::tr("watching");
    case SourceRow::State::Interrupted: return T::tr("interrupted");
    }
    Q_UNREACHABLE();
}

struct StateLook {
    QString icon;
    Token tone = Token::Text2;
};

StateLook lookOf(const MailboxRow &row)
{
    switch (row.state) {
    case MailboxRow::State::UpToDate: return {u"circle-check"_qs, Token::ProtectedText};
    case MailboxRow::State::Offline: return {u"triangle"_qs, Token::AttentionText};
    case MailboxRow::State::Failed: return {u"circle-cross"_qs, Token::Failed};
    case MailboxRow::State::Paused: return {u"pause"_qs, Token::Text2};
    case MailboxRow::State::New:
    case MailboxRow::State::Waiting:
    case MailboxRow::State::Fetching: return {};
    }
    Q_UNREACHABLE();
}

QVariant mailboxStateValue(const SourceRow &row, int role)
{
    const StateLook look = lookOf(*row.mailbox);
    switch (role) {
    case Qt::DisplayRole: return stateWord(row);
    case Qt::ToolTipRole: return mailboxStory(*row.mailbox);
    case ProgressRole: return row.progress;
    case IconNameRole: return look.icon.isEmpty() ? QVariant() : look.icon;
    case IconTokenRole: return static_cast<int>(look.tone);
    case ToneRole: return static_cast<int>(look.tone == Token::ProtectedText ? Token::Text2 : look.tone);
    default: return {};
    }
}

QVariant stateValue(const SourceRow &row, int role)
{
    if (row.mailbox)
        return mailboxStateValue(row, role);
    switch (role) {
    case Qt::DisplayRole: return stateWord(row);
    case Qt::ToolTipRole:
        return row.state == SourceRow::State::Interrupted
            ? T::tr("The program ended during this import. What was read is kept; import again for the rest.")
            : QVariant();
    case ProgressRole: return row.progress;
    case IconNameRole: return row.state == SourceRow::State::Watching ? u"circle-check"_qs : QVariant();
    case IconTokenRole: return static_cast<int>(Token::ProtectedText);
    case ToneRole:
        return static_cast<int>(row.state == SourceRow::State::Interrupted ? Token::AttentionText : Token::Text2);
    default: return {};
    }
}

/// A mailbox, or what was fetched from one.
QVariant mailboxTitle(const SourceRow &row, int role)
{
    switch (role) {
    case Qt::DisplayRole: return sourceTitle(row);
    case CaptionRole: return row.mailbox ? mailboxCaption(row.mailbox->mailbox) : T::tr("fetched from a mailbox");
    case Qt::ToolTipRole: return row.mailbox ? mailboxCaption(row.mailbox->mailbox) : QVariant();
    case IconNameRole: return u"mail"_qs;
    case IconTokenRole: return static_cast<int>(Token::Text2);
    default: return {};
    }
}

QVariant titleValue(const SourceRow &row, int role)
{
    if (row.kind == ImportKind::Mailbox)
        return mailboxTitle(row, role);
    switch (role) {
    case Qt::DisplayRole: return sourceTitle(row);
    case Qt::ToolTipRole: return row.names.join(u'\n');
    case CaptionRole: {
        const QString first = row.folder.isEmpty() ? row.names.value(0) : row.folder;
        const QString place = QFileInfo(first).path();
        return row.folder.isEmpty() ? place : T::tr("watched folder · %1").arg(place);
    }
    case IconNameRole:
        return row.folder.isEmpty() && row.kind == ImportKind::Files ? u"file"_qs : u"folder"_qs;
    case IconTokenRole: return static_cast<int>(Token::Text2);
    default: return {};
    }
}

std::function<QVariant(const SourceRow &, int)> count(qint64 ImportCounts::*member, bool bad = false)
{
    return [member, bad](const SourceRow &row, int role) -> QVariant {
        const qint64 value = row.counts.*member;
        switch (role) {
        case Qt::DisplayRole: return words::number(value);
        case NumberRole:
        case SortRole: return value;
        case ToneRole:
            return static_cast<int>(value == 0 ? Token::Text2 : bad ? Token::Failed : Token::Text);
        default: return {};
        }
    };
}

QVariant lastReadValue(const SourceRow &row, int role)
{
    if (role == SortRole)
        return row.lastRead > 0 ? row.lastRead : std::numeric_limits<qint64>::max();
    if (role == PlainRole)
        return row.lastRead > 0 ? QDateTime::fromSecsSinceEpoch(row.lastRead, Qt::UTC).toString(Qt::ISODate) : QString();
    if (role == ToneRole)
        return static_cast<int>(Token::Text2);
    if (role != Qt::DisplayRole)
        return {};
    if (row.lastRead > 0)
        return words::dateTime(row.lastRead);
    return row.mailbox ? T::tr("never") : row.state == SourceRow::State::Watching ? T::tr("nothing yet") : T::tr("now");
}

/// "a.zip › b.json" is shown as "b.json" with "a.zip" below.
QString lastPart(const QString &source)
{
    return source.section(sourceSeparator, -1);
}

QVariant noticeSource(const NoticeRow &row, int role)
{
    switch (role) {
    case Qt::DisplayRole: return QFileInfo(lastPart(row.error.subject)).fileName();
    case SortRole:
    case PlainRole: return row.error.subject;
    case Qt::ToolTipRole: return row.error.subject;
    case CaptionRole: {
        const QString before = row.error.subject.section(sourceSeparator, 0, -2);
        return before.isEmpty() ? QFileInfo(row.error.subject).path() : before;
    }
    default: return {};
    }
}

void addTo(ImportCounts &sum, const ImportCounts &counts)
{
    sum.imported += counts.imported;
    sum.duplicates += counts.duplicates;
    sum.conflicts += counts.conflicts;
    sum.rejected += counts.rejected;
    sum.ignored += counts.ignored;
    sum.bytes += counts.bytes;
}

/// A watched folder with the sums of what came from it.
SourceRow watchedRow(const QString &folder, const std::vector<ImportRow> &imports)
{
    SourceRow row{{}, folder, ImportKind::WatchedFolder, {folder}, SourceRow::State::Watching, -1, {}, 0};
    for (const ImportRow &import : imports) {
        if (!cameFrom(import, row))
            continue;
        addTo(row.counts, import.counts);
        row.lastRead = std::max({row.lastRead, import.started, import.finished});
    }
    return row;
}

/// A mailbox with the sums of what came from it.
SourceRow mailboxRow(const MailboxRow &mailbox, const std::vector<ImportRow> &imports)
{
    const QString &name = mailbox.mailbox.name;
    SourceRow row{{}, {}, ImportKind::Mailbox, {name}, SourceRow::State::Done, -1, {}, mailbox.lastSuccess, mailbox};
    for (const ImportRow &import : imports) {
        if (cameFrom(import, row))
            addTo(row.counts, import.counts);
    }
    return row;
}

} // namespace

bool cameFrom(const ImportRow &import, const SourceRow &row)
{
    if (row.mailbox)
        return import.kind == ImportKind::Mailbox && import.names.value(0) == row.mailbox->mailbox.name;
    if (!row.folder.isEmpty())
        return import.kind == ImportKind::WatchedFolder && import.names.value(0).startsWith(row.folder + u'/');
    return import.id == row.import;
}

QString sourceTitle(const SourceRow &row)
{
    if (row.kind == ImportKind::Mailbox)
        return row.names.value(0);
    const QString first = row.folder.isEmpty() ? row.names.value(0) : row.folder;
    const QString name = QFileInfo(first).fileName();
    const int more = static_cast<int>(row.names.size()) - 1;
    if (more > 0 && row.folder.isEmpty())
        return T::tr("%1 and %2 more").arg(name.isEmpty() ? first : name, words::number(more));
    return name.isEmpty() ? first : name;
}

SourceRows *newSourceRows(QObject *parent)
{
    return new SourceRows(
        {
            {T::tr("Source"), false, titleValue},
            {T::tr("State"), false, stateValue},
            {T::tr("New reports"), true, count(&ImportCounts::imported)},
            {T::tr("Seen before"), true, count(&ImportCounts::duplicates), T::tr("The same report counts once")},
            {T::tr("Conflicts"), true, count(&ImportCounts::conflicts),
             T::tr("Another copy of a report with other numbers; the newer one counts")},
            {T::tr("Rejected"), true, count(&ImportCounts::rejected, true)},
            {T::tr("Ignored"), true, count(&ImportCounts::ignored), T::tr("Files and mails that are no TLS reports")},
            {T::tr("Last read"), true, lastReadValue},
        },
        parent);
}

NoticeRows *newNoticeRows(QObject *parent)
{
    return new NoticeRows(
        {
            {T::tr("Item, and where it was"), false, noticeSource},
            {T::tr("Reason"), false,
             [](const NoticeRow &row, int role) -> QVariant {
                 switch (role) {
                 case Qt::DisplayRole: return words::error(row.error).reason;
                 case IconNameRole:
                     return row.kind == NoticeKind::Rejected ? u"circle-cross"_qs : u"circle-info"_qs;
                 case IconTokenRole:
                     return static_cast<int>(row.kind == NoticeKind::Rejected ? Token::Failed : Token::Text2);
                 case EmphasisRole: return row.kind == NoticeKind::Rejected;
                 default: return {};
                 }
             }},
            {T::tr("What exactly"), false,
             [](const NoticeRow &row, int role) -> QVariant {
                 if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
                     return {};
                 const words::ErrorWords told = words::error(row.error);
                 const QString text = told.next.isEmpty() ? told.what : told.what + u' ' + told.next;
                 return text;
             }},
        },
        parent);
}

std::vector<SourceRow> sourceRows(const std::vector<ImportRow> &imports, const QStringList &watched,
                                  const std::vector<MailboxRow> &mailboxes, const ImportQueue &queue)
{
    std::vector<SourceRow> rows;
    qint64 runningId = 0;
    if (queue.running()) {
        if (queue.current().kind != ImportKind::Mailbox) // whose row shows it
            rows.push_back({{}, {}, ImportKind::Files, queue.currentPaths(),
                            queue.paused() ? SourceRow::State::Paused : SourceRow::State::Running,
                            queue.share(), queue.progress().counts, 0});
        if (!imports.empty() && imports.front().finished == 0)
            runningId = imports.front().id.value;
    }
    for (const MailboxRow &mailbox : mailboxes) {
        rows.push_back(mailboxRow(mailbox, imports));
        if (mailbox.state == MailboxRow::State::Fetching)
            rows.back().progress = queue.share();
    }
    for (const QString &folder : watched)
        rows.push_back(watchedRow(folder, imports));
    for (const ImportRow &import : imports) {
        if (import.id.value == runningId)
            continue;
        rows.push_back({import.id, {}, import.kind, import.names,
                        import.finished > 0 ? SourceRow::State::Done : SourceRow::State::Interrupted, -1,
                        import.counts, std::max(import.started, import.finished)});
    }
    return rows;
}

} // namespace tlsrpt
