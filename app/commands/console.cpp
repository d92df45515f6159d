// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/console.h"

#include "app/commands/commands.h"
#include "core/base/plaintext.h"
#include "core/query/questions.h"
#include "core/report/names.h"
#include "core/settings/settings.h"
#include "core/store/archive.h"
#include "ui/words/archivewords.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <cerrno>
#include <cstdio>

namespace tlsrpt::console
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(Console)
};

int outError = 0; ///< errno of the first thing that could not be written

void write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const auto size = static_cast<size_t>(bytes.size());
    if ((std::fwrite(bytes.constData(), 1, size, stream) != size || std::fflush(stream) != 0) && stream == stdout && outError == 0)
        outError = errno;
}

/// All behind NoSuchMailbox are about mailboxes (core/base/error.h).
constexpr Code firstMailboxCode = Code::ServerUnreachable;
static_assert(static_cast<int>(firstMailboxCode) == static_cast<int>(Code::NoSuchMailbox) + 1);

/// As a shell takes it for one word.
QString shellWord(QString word)
{
    static const QRegularExpression plain(u"^[\\w./-]+$"_qs);
    if (plain.match(word).hasMatch())
        return word;
    return u'\'' + word.replace(u'\'', u"'\\''"_qs) + u'\'';
}

bool readTrack(const QString &text, Filter &filter)
{
    for (int i = 0; i < trackCount; ++i) {
        if (text == slug(static_cast<Track>(i))) {
            filter.tracks.push_back(static_cast<Track>(i));
            return true;
        }
    }
    return false;
}

} // namespace

void out(const QString &text) { write(stdout, text); }

int finish(int status)
{
    if (outError == 0)
        return status;
    err(T::tr("The output cannot be written: %1").arg(qt_error_string(outError)));
    return ExitUsage;
}

void outJson(const QByteArray &json)
{
    QString text;
    const QString all = QString::fromUtf8(json);
    text.reserve(all.size());
    for (const QChar c : all) {
        if ((c.unicode() >= 0x7F && c.unicode() < 0xA0) || turnsDirection(c))
            text += u"\\u%1"_qs.arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            text += c;
    }
    out(text);
}

void err(const QString &text)
{
    write(stderr, u"tlsrpt-viewer: "_qs + printable(text) + u'\n');
}

int fail(const Error &error)
{
    err(words::sentence(error));
    if (error.code == Code::ArchiveDamaged && !error.subject.isEmpty())
        err(T::tr("To rescue it: tlsrpt-viewer rescue %1 NEW").arg(shellWord(error.subject)));
    switch (error.code) {
    case Code::FileNotFound:
    case Code::FileUnreadable:
    case Code::CannotWrite:
    case Code::NoSuchMailbox:
        return ExitUsage;
    default: // every other code reaches a command only from a mailbox or the archive
        return error.code >= firstMailboxCode ? ExitMailbox : ExitArchive;
    }
}

int usage(const QString &message)
{
    err(message);
    write(stderr, T::tr("Try \"tlsrpt-viewer --help\".") + u'\n');
    return ExitUsage;
}

void addArchiveOption(QCommandLineParser &parser)
{
    parser.addOption({u"archive"_qs, T::tr("The archive; without it, the one the window uses."), u"FILE"_qs});
}

QString archivePath(const QCommandLineParser &parser)
{
    if (parser.isSet(u"archive"_qs))
        return parser.value(u"archive"_qs);
    const QString set = Settings().archivePath();
    return set.isEmpty() ? defaultArchivePath() : set;
}

bool bringUpToDate(const QString &path, int &status)
{
    if (!QFileInfo::exists(path))
        return true;
    const SystemClock clock;
    const auto archive = Archive::open(path, Archive::Mode::CreateIfMissing, clock);
    if (archive) {
        if ((*archive)->upgrade())
            err(words::upgraded(*(*archive)->upgrade()));
        return true;
    }
    status = ExitArchive;
    if (archive.error().code != Code::CannotWrite) {
        status = fail(archive.error());
        return false;
    }
    const words::ErrorWords told = words::openingError(archive.error());
    //: A file, what happened to it, what to do
    err(T::tr("%1: %2 %3").arg(path, told.what, told.next));
    return false;
}

void addFilterOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"domain"_qs, T::tr("Only this recipient domain (repeatable)."), u"DOMAIN"_qs},
        {u"sender"_qs, T::tr("Only this sender, by organisation or domain (repeatable)."), u"SENDER"_qs},
        {u"from"_qs, T::tr("First day, UTC, like 2026-01-31."), u"DAY"_qs},
        {u"to"_qs, T::tr("Last day, UTC."), u"DAY"_qs},
        {u"track"_qs, T::tr("Only sts, tlsa, none or other (repeatable)."), u"TRACK"_qs},
        {u"only-failures"_qs, T::tr("Only what did not pass.")},
    });
}

bool readDay(const QCommandLineParser &parser, const QString &option, std::optional<Day> &day, QString &wrong)
{
    if (!parser.isSet(option))
        return true;
    const QDate date = QDate::fromString(parser.value(option), Qt::ISODate);
    if (!date.isValid()) {
        wrong = T::tr("\"%1\" is no day; write it like 2026-01-31.").arg(parser.value(option));
        return false;
    }
    day = Day::fromDate(date);
    return true;
}

bool readFilter(const QCommandLineParser &parser, Filter &filter, QString &wrong)
{
    for (const QString &option : {u"domain"_qs, u"sender"_qs}) {
        for (const QString &name : parser.values(option)) {
            if (!normalisedHost(name).isEmpty())
                continue;
            wrong = T::tr("The name behind --%1 is empty. Is a variable of the shell not set?").arg(option);
            return false;
        }
    }
    for (const QString &domain : parser.values(u"domain"_qs))
        filter.domains.append(normalisedHost(domain));
    filter.senders = parser.values(u"sender"_qs);
    filter.onlyFailures = parser.isSet(u"only-failures"_qs);
    for (const QString &track : parser.values(u"track"_qs)) {
        if (!readTrack(track, filter)) {
            wrong = T::tr("\"%1\" is no track; use sts, tlsa, none or other.").arg(track);
            return false;
        }
    }
    if (!readDay(parser, u"from"_qs, filter.from, wrong) || !readDay(parser, u"to"_qs, filter.to, wrong))
        return false;
    if (filter.from && filter.to && *filter.to < *filter.from) {
        wrong = T::tr("The period ends before it begins.");
        return false;
    }
    return true;
}

bool choosesReports(const Facts &facts, const Filter &filter)
{
    const QStringList unknown = unknownNames(facts, filter);
    for (const QString &name : unknown)
        err(T::tr("No report names \"%1\".").arg(name));
    if (!unknown.isEmpty())
        return false;
    Filter asked = filter;
    asked.onlyFailures = false; // that nothing failed is an answer
    if (asked.isAll() || !reportList(facts, asked, ReportSort::Day, Qt::AscendingOrder).empty())
        return true;
    const auto period = wholePeriod(facts);
    err(period ? T::tr("No report matches the filter. The archive's reports are of %1.").arg(words::period(*period))
               : T::tr("No report matches the filter. The archive has none."));
    return false;
}

bool parse(QCommandLineParser &parser, const QStringList &arguments, int &status)
{
    const QCommandLineOption help = parser.addHelpOption();
    if (!parser.parse(arguments)) {
        status = usage(parser.errorText());
        return false;
    }
    if (parser.isSet(help)) {
        out(parser.helpText());
        status = ExitDone;
        return false;
    }
    return true;
}

} // namespace tlsrpt::console
