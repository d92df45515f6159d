// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pipeline/damagefixture.h"

#include "core/pipeline/importjob.h"
#include "core/store/connection.h"
#include "core/store/statement.h"
#include "core/store/transaction.h"
#include "tests/support/corpus/corpus.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <random>

namespace tlsrpt::damagetest
{

namespace
{

constexpr qint64 pageBytes = 4096;

const QString reportLines = QStringLiteral(
    "SELECT r.id, r.deletion_id IS NOT NULL, hex(r.identity)||hex(r.content)||' '||r.start||' '||r.end||' '||"
    "o.value||' '||c.value||' '||r.report_id||' '||(SELECT group_concat(line) FROM (SELECT "
    "p.track||t.value||' '||d.value||' '||p.successful||'/'||p.failed||p.headline||ifnull(q.strings, '')||"
    "ifnull((SELECT group_concat(x) FROM (SELECT ft.value||' '||m.value||' '||f.occurrences AS x FROM failure_ f "
    "JOIN text_ ft ON ft.id=f.result_type JOIN text_ m ON m.id=f.mx WHERE f.policy_result_id=p.id ORDER BY f.id)), '') "
    "AS line FROM policy_result_ p JOIN text_ t ON t.id=p.policy_type JOIN text_ d ON d.id=p.domain "
    "LEFT JOIN policy_ q ON q.id=p.policy_id WHERE p.report_id=r.id ORDER BY p.id)) "
    "FROM report_ r JOIN text_ o ON o.id=r.organization JOIN text_ c ON c.id=r.contact");

void demand(bool done, const char *what)
{
    if (!done)
        qFatal("%s", what);
}

void import(const QString &archive, const QStringList &paths)
{
    JobControl control;
    demand(runImport({archive, ImportKind::Files, paths, Limits{}, 1}, today(), control, {}).has_value(), "import");
}

SoundArchive makeSound()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    const auto corpus = [&](int reports, quint64 seed, made::Format format, const QString &name) {
        const QString out = folder.filePath(name);
        demand(made::writeCorpus(made::Corpus({reports, seed}), format, out), "corpus");
        return out;
    };
    import(path, {corpus(150, 5, made::Format::Gz, QStringLiteral("gz"))});
    import(path, {corpus(120, 6, made::Format::Eml, QStringLiteral("eml")), corpus(60, 7, made::Format::Json, QStringLiteral("json"))});
    writeFile(folder.filePath(QStringLiteral("broken.json")), "{\"organization-name\":");
    import(path, {folder.filePath(QStringLiteral("broken.json"))});
    {
        auto archive = Archive::open(path, Archive::Mode::ReadWrite, today());
        DeletionChoice choice;
        choice.reports = {ReportId{3}, ReportId{200}};
        demand(archive && (*archive)->deleteReports(choice) && (*archive)->addWatchedFolder(QStringLiteral("/reports"))
                   && (*archive)->muteFinding(QStringLiteral("R01|example.org|||"), QStringLiteral("known"), Day{20800})
                   && (*archive)->markFindingsSeen({}),
               "marks");
    }
    SoundArchive sound;
    sound.bytes = contentOf(path);
    auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    auto rows = execute(connection->database(), reportLines);
    while (rows->next()) {
        sound.lines.insert(rows->value(0).toLongLong(), rows->value(2).toString());
        if (!rows->value(1).toBool())
            sound.counting.insert(rows->value(2).toString());
    }
    rows = execute(connection->database(), QStringLiteral("SELECT report_id, bytes FROM original_"));
    while (rows->next())
        sound.stored.insert(rows->value(0).toLongLong(), rows->value(1).toByteArray());
    return sound;
}

void flip(QByteArray &bytes, qint64 place, int bit)
{
    bytes[place] = static_cast<char>(bytes.at(place) ^ (1 << bit));
}

} // namespace

const Clock &today()
{
    static const FixedClock clock(QDateTime::fromSecsSinceEpoch(1'794'000'000, Qt::UTC));
    return clock;
}

const SoundArchive &soundArchive()
{
    static const SoundArchive sound = makeSound();
    return sound;
}

std::vector<Damage> singleFlips(int places, quint32 seed)
{
    std::mt19937 random(seed);
    std::vector<Damage> all;
    for (int i = 0; i < places; ++i) {
        QByteArray bytes = soundArchive().bytes;
        const qint64 place = random() % bytes.size();
        flip(bytes, place, static_cast<int>(random() % 8));
        all.push_back({"flip at " + QByteArray::number(place), bytes, false});
    }
    return all;
}

std::vector<Damage> headerFlips()
{
    constexpr int headerBytes = 100;
    std::vector<Damage> all;
    for (int place = 0; place < headerBytes; ++place) {
        QByteArray bytes = soundArchive().bytes;
        bytes[place] = static_cast<char>(bytes.at(place) ^ 0x5a);
        all.push_back({"header byte " + QByteArray::number(place), bytes, false});
    }
    return all;
}

std::vector<Damage> manyFlips(int places, int times, quint32 seed)
{
    std::mt19937 random(seed);
    std::vector<Damage> all;
    for (int i = 0; i < times; ++i) {
        QByteArray bytes = soundArchive().bytes;
        for (int n = 0; n < places; ++n)
            flip(bytes, static_cast<qint64>(random() % bytes.size()), static_cast<int>(random() % 8));
        all.push_back({QByteArray::number(places) + " flips, no. " + QByteArray::number(i), bytes, false});
    }
    return all;
}

std::vector<Damage> grossDamage(quint32 seed)
{
    std::mt19937 random(seed);
    const QByteArray &sound = soundArchive().bytes;
    std::vector<Damage> all;
    for (const int tenths : {1, 3, 5, 7, 9})
        all.push_back({"cut at tenth " + QByteArray::number(tenths), sound.left(sound.size() * tenths / 10), true});
    all.push_back({"cut by a byte", sound.left(sound.size() - 1), true});
    all.push_back({"cut in the header", sound.left(60), true});
    all.push_back({"cut behind the first page", sound.left(pageBytes), true});
    for (const bool noise : {false, true}) {
        QByteArray bytes = sound;
        for (qint64 page = 1 + random() % 7; (page + 1) * pageBytes <= bytes.size(); page += 7) {
            for (qint64 at = page * pageBytes; at < (page + 1) * pageBytes; ++at)
                bytes[at] = static_cast<char>(noise ? random() : 0);
        }
        all.push_back({noise ? "every seventh page noise" : "every seventh page noughts", bytes, true});
    }
    return all;
}

std::vector<Damage> allDamage()
{
    std::vector<Damage> all = singleFlips(100, 20261130);
    for (auto &&more : {headerFlips(), manyFlips(100, 10, 4711), grossDamage(42)})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    demand(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "write");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSet<QString> linesOf(const QString &path)
{
    auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    demand(connection.has_value(), "open");
    auto rows = execute(connection->database(), reportLines);
    demand(rows.has_value(), "lines");
    QSet<QString> lines;
    while (rows->next()) {
        if (!rows->value(1).toBool())
            lines.insert(rows->value(2).toString());
    }
    return lines;
}

QSet<QString> readableLines(const QString &damaged)
{
    QSet<QString> lines;
    auto connection = Connection::openUnchecked(damaged);
    Statement row;
    if (!connection || !row.prepare(connection->database(), "SELECT bytes FROM original_ NOT INDEXED WHERE report_id=?"))
        return lines;
    const SoundArchive &sound = soundArchive();
    for (auto it = sound.lines.cbegin(); it != sound.lines.cend(); ++it) {
        row.bind(0, it.key());
        const auto found = row.next();
        if (found && *found && row.blob(0) == sound.stored.value(it.key()) && sound.counting.contains(it.value()))
            lines.insert(it.value());
        row.reset();
    }
    return lines;
}

qint64 numberIn(const QString &path, const QString &sql)
{
    auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    return connection ? number(connection->database(), sql).value_or(-1) : -1;
}

} // namespace tlsrpt::damagetest
