// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/rules.h"

#include <QFileInfo>
#include <QLibraryInfo>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <functional>

namespace tlsrpt::house
{
namespace
{

QString at(const Source &source, const QString &what)
{
    return source.path + u": " + what;
}

bool inCore(const QString &path)
{
    return path.startsWith(u"core/");
}

QString roomOfInclude(const QString &include)
{
    return readSource(include, {}).room();
}

/// The Qt module that owns a header, of those a core must not know.
QString forbiddenModule(const QString &include)
{
    static const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    const QString name = include.section(u'/', -1);
    for (const char *module : {"QtGui", "QtWidgets", "QtCharts", "QtSvg", "QtPrintSupport"}) {
        const QString folder = QLatin1String(module);
        if (include.startsWith(folder) || QFileInfo::exists(headers + u'/' + folder + u'/' + name))
            return folder;
    }
    return {};
}

} // namespace

const QStringList &coreRooms()
{
    static const QStringList rooms = {
        QStringLiteral("core/base"),     QStringLiteral("core/report"),
        QStringLiteral("core/source"),   QStringLiteral("core/unpack"),
        QStringLiteral("core/parse"),    QStringLiteral("core/explain"),
        QStringLiteral("core/store"),    QStringLiteral("core/query"),
        QStringLiteral("core/diagnosis"), QStringLiteral("core/pipeline"),
        QStringLiteral("core/settings")};
    return rooms;
}

QStringList guiInCore(const Source &source)
{
    QStringList found;
    if (!inCore(source.path))
        return found;
    for (const QString &include : source.includes) {
        const QString module = forbiddenModule(include);
        if (!module.isEmpty())
            found.append(at(source, include + u" is of " + module));
    }
    return found;
}

QStringList sqlOutsideItsRooms(const Source &source)
{
    static const QRegularExpression sql(
        QStringLiteral("\\bQSql(Query|Database|Driver|TableModel|QueryModel)\\b"));
    const QString room = source.room();
    if (room == u"core/store" || room == u"core/query" || room == u"tests")
        return {};
    QStringList found;
    for (const QString &include : source.includes) {
        if (sql.match(include).hasMatch())
            found.append(at(source, include));
    }
    const auto match = sql.match(source.code);
    if (match.hasMatch())
        found.append(at(source, match.captured()));
    return found;
}

QStringList arrowsAgainstTheFlow(const Source &source)
{
    QStringList found;
    const QString room = source.room();
    const qsizetype own = coreRooms().indexOf(room);
    for (const QString &include : source.includes) {
        if (!include.contains(u'/'))
            continue;
        const QString other = roomOfInclude(include);
        const bool ours = other == u"app" || other.startsWith(u"ui/") || other == u"resources" ||
                          other == u"translations" || other == u"tests" || inCore(include);
        if (!ours || other == room)
            continue;
        const qsizetype theirs = coreRooms().indexOf(other);
        const bool wrong = inCore(source.path)       ? theirs < 0 || theirs > own
                           : room.startsWith(u"ui/") ? other == u"app" || other == u"tests"
                           : room == u"tests"        ? false
                                                     : other == u"tests";
        if (wrong)
            found.append(at(source, include));
    }
    if (inCore(source.path) && own < 0)
        found.append(at(source, QStringLiteral("a room that the order does not know")));
    return found;
}

QStringList tooLong(const Source &source)
{
    QStringList found;
    if (source.lines() > longestFile)
        found.append(at(source, QStringLiteral("%1 lines").arg(source.lines())));
    for (const Function &function : functionsOf(source)) {
        // The rows of a data-driven test are a table, not a function.
        const bool table = source.room() == u"tests" && function.head.endsWith(u"_data()");
        if (function.lines > longestFunction && !table)
            found.append(at(source, QStringLiteral("line %1, a function of %2 lines: %3")
                                        .arg(function.line)
                                        .arg(function.lines)
                                        .arg(function.head.right(60))));
    }
    return found;
}

QStringList withoutLicence(const Source &source)
{
    const bool stated = source.text.startsWith(u"// SPDX-License-Identifier: GPL-3.0-or-later\n");
    return stated ? QStringList() : QStringList(at(source, QStringLiteral("no SPDX line")));
}

QStringList hardCodedColours(const Source &source)
{
    static const QRegularExpression colour(QStringLiteral(
        "\"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\\b|#[0-9a-fA-F]{6}\\b"
        "|\\bQColor\\s*[({]\\s*[\"0-9]|\\bQColor::fromRgb\\w*\\s*\\(\\s*[0-9]|\\bqRgba?\\s*\\(\\s*["
        "0-9]"
        "|\\bQt::(dark)?(red|green|blue|cyan|magenta|yellow|gr[ae]y|black|white|lightGray)\\b"));
    QStringList found;
    if (source.room() == u"ui/theme" || source.room() == u"tests")
        return found;
    auto all = colour.globalMatch(source.withoutComments);
    while (all.hasNext())
        found.append(at(source, all.next().captured()));
    return found;
}

QStringList cycles(const std::vector<Source> &sources)
{
    QMap<QString, QSet<QString>> arrows;
    for (const Source &source : sources) {
        for (const QString &include : source.includes) {
            const QString other = roomOfInclude(include);
            if (include.contains(u'/') && other != source.room())
                arrows[source.room()].insert(other);
        }
    }
    QStringList found;
    QSet<QString> done;
    QStringList path;
    const std::function<void(const QString &)> visit = [&](const QString &room) {
        const qsizetype before = path.indexOf(room);
        if (before >= 0) {
            found.append((path.mid(before) + QStringList(room)).join(QStringLiteral(" > ")));
            return;
        }
        if (done.contains(room))
            return;
        path.append(room);
        const QSet<QString> others = arrows.value(room);
        for (const QString &other : others)
            visit(other);
        path.removeLast();
        done.insert(room);
    };
    const QStringList rooms = arrows.keys();
    for (const QString &room : rooms)
        visit(room);
    return found;
}

QStringList definedTwice(const std::vector<Source> &sources)
{
    struct Place {
        const Source *source = nullptr;
        int line = 0;
    };
    QMap<QString, Place> first;
    QStringList found;
    for (const Source &source : sources) {
        for (const Type &type : typesOf(source)) {
            if (!type.name.startsWith(u"tlsrpt::"))
                continue;
            const Place &before = first.value(type.name);
            const bool bothTests = before.source && before.source->room() == u"tests" && source.room() == u"tests";
            if (before.source && before.source != &source && !bothTests)
                found.append(at(source, QStringLiteral("line %1, %2 is also in %3:%4")
                                            .arg(type.line)
                                            .arg(type.name, before.source->path)
                                            .arg(before.line)));
            else
                first.insert(type.name, {&source, type.line});
        }
    }
    return found;
}

QStringList wrongLinks(const QString &room, const QString &cmake)
{
    static const QRegularExpression links(QStringLiteral("\\bLINKS\\b([^)]*)\\)"));
    static const QRegularExpression space(QStringLiteral("\\s+"));
    static const QSet<QString> allowedQt = {QStringLiteral("Qt6::Core"), QStringLiteral("Qt6::Sql"),
                                            QStringLiteral("Qt6::Network"),
                                            QStringLiteral("Qt6::NetworkAuth"),
                                            QStringLiteral("Qt6::Concurrent")};
    QStringList found;
    const qsizetype own = coreRooms().indexOf(room);
    const QStringList names = links.match(cmake).captured(1).split(space, Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (name.startsWith(u"Qt6::") && !allowedQt.contains(name))
            found.append(room + u" links " + name);
        if (!name.startsWith(u"tlsrpt_"))
            continue;
        // core/source/imap is a target of its own, so that only who fetches links the network.
        const QString part = name == u"tlsrpt_imap" ? QStringLiteral("source") : name.mid(7);
        const qsizetype theirs = coreRooms().indexOf(u"core/" + part);
        if (theirs < 0 || theirs >= own)
            found.append(room + u" links " + name);
    }
    return found;
}

} // namespace tlsrpt::house
