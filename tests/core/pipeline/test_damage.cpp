// SPDX-License-Identifier: GPL-3.0-or-later
// Daily use of a damaged archive: no crash, no hang, an answer that names the damage, and no more of it.
#include "core/pipeline/importjob.h"
#include "core/pipeline/reopen.h"
#include "core/query/facts.h"
#include "core/query/reader.h"
#include "tests/core/pipeline/damagefixture.h"
#include "tests/support/corpus/corpus.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace tlsrpt;
using namespace tlsrpt::damagetest;

class TestDamage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void reading_data();
    void reading();
    void writing_data();
    void writing();

private:
    QTemporaryDir m_folder;
    QString m_more; ///< reports that the archive does not have
};

namespace
{

void addRows()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const Damage &damage : allDamage())
        QTest::newRow(damage.name.constData()) << damage.bytes;
}

/// A header that lies may also look like somebody else's, or like that of a version to come.
bool saysDamaged(const Error &error)
{
    switch (error.code) {
    case Code::ArchiveDamaged:
    case Code::ArchiveNotOurs:
    case Code::ArchiveNewer: return true;
    default: return false;
    }
}

} // namespace

void TestDamage::initTestCase()
{
    m_more = m_folder.filePath(QStringLiteral("more"));
    QVERIFY(made::writeCorpus(made::Corpus({40, 99}), made::Format::Gz, m_more));
}

void TestDamage::reading_data() { addRows(); }

void TestDamage::reading()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    writeFile(path, bytes);
    auto reader = ArchiveReader::open(path);
    if (!reader) {
        QVERIFY2(saysDamaged(reader.error()), qPrintable(QString(slug(reader.error().code)) + reader.error().detail));
    } else {
        if (const auto facts = loadFacts(reader->database()); !facts)
            QVERIFY2(saysDamaged(facts.error()) || facts.error().code == Code::StoreFailed, qPrintable(facts.error().detail));
        for (qint64 id = 0; id < soundArchive().lines.size() + 2; ++id) {
            if (auto original = reader->original(ReportId{id}))
                (void)reopen(std::move(*original), Limits{}); // any answer
        }
        (void)reader->imports();
        (void)reader->findingMarks();
        (void)reader->notices(std::nullopt, NoticeKind::Rejected, 0, 100);
    }
    QCOMPARE(contentOf(path), bytes);
}

void TestDamage::writing_data() { addRows(); }

void TestDamage::writing()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    writeFile(path, bytes);
    const QSet<QString> before = readableLines(path);
    if (auto archive = Archive::open(path, Archive::Mode::ReadWrite, today()); !archive) {
        QVERIFY2(saysDamaged(archive.error()), qPrintable(QString(slug(archive.error().code)) + archive.error().detail));
        QCOMPARE(archive.error().subject, path);
    } else {
        const auto found = (*archive)->check();
        QVERIFY(found.has_value());
        QVERIFY(found->filter(u"\n"_qs).isEmpty()); // one fault each
        archive->reset();
        JobControl control;
        const auto outcome = runImport({path, ImportKind::Files, {m_more}, Limits{}, 1}, today(), control, {});
        QVERIFY2(outcome || saysDamaged(outcome.error()) || outcome.error().code == Code::StoreFailed,
                 outcome ? "" : qPrintable(QString(slug(outcome.error().code)) + outcome.error().detail));
    }
    const QSet<QString> lost = before - readableLines(path);
    QVERIFY2(lost.isEmpty(), qPrintable(lost.values().join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestDamage)
#include "test_damage.moc"
