// SPDX-License-Identifier: GPL-3.0-or-later
// The bundled samples are what tlsrpt-samples writes, small, and reach the program whole.
#include "resources/samples.h"
#include "tests/support/corpus/corpus.h"
#include "tests/support/samples/samples.h"
#include "tests/support/samples/story.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace tlsrpt;

namespace
{

QMap<QString, QByteArray> contents(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.open(QIODevice::ReadOnly))
            files.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
    }
    return files;
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSamples : public QObject
{
    Q_OBJECT
private slots:
    void regeneratingGivesTheSameBytes()
    {
        const QTemporaryDir folder;
        QVERIFY(made::writeSamples(folder.path()));
        const auto fresh = contents(folder.filePath(QStringLiteral("samples")));
        const auto kept = contents(QStringLiteral(SAMPLES_DIR));
        QVERIFY(!kept.isEmpty());
        QCOMPARE(fresh.keys(), kept.keys());
        for (auto it = fresh.begin(); it != fresh.end(); ++it)
            QVERIFY2(it.value() == kept.value(it.key()), qPrintable(it.key()));
        QCOMPARE(read(folder.filePath(QStringLiteral("samples.qrc"))),
                 read(QStringLiteral(SAMPLES_DIR "/../samples.qrc")));
    }

    void theyAreFewAndSmall()
    {
        qint64 bytes = 0;
        const auto kept = contents(QStringLiteral(SAMPLES_DIR));
        for (const QByteArray &file : kept)
            bytes += file.size();
        QVERIFY2(kept.size() <= 60, qPrintable(QString::number(kept.size())));
        QVERIFY2(bytes < 1'500'000, qPrintable(QString::number(bytes)));
    }

    void theProgramCarriesThemAll()
    {
        const QTemporaryDir folder;
        const QStringList paths = extractSamples(folder.path());
        QVERIFY(!paths.isEmpty());
        QCOMPARE(contents(folder.path()), contents(QStringLiteral(SAMPLES_DIR)));
        for (const QString &path : paths)
            QVERIFY2(QFileInfo::exists(path), qPrintable(path));
    }

    void extractingIntoNothingGivesNothing()
    {
        QVERIFY(extractSamples(QStringLiteral("/dev/null/nowhere")).isEmpty());
    }

    void theStoryIsTold()
    {
        const auto story = made::story();
        QSet<QDate> days;
        QDate mailRu;
        qint64 sessions = 0;
        for (const made::Report &report : story) {
            days.insert(report.day);
            if (report.sender.house == made::House::MailRu)
                mailRu = report.day;
            for (const made::Policy &policy : report.policies) {
                QVERIFY(policy.successful >= 0 && policy.failed >= 0);
                sessions += policy.successful + policy.failed;
            }
        }
        QCOMPARE(days.size(), 117); // 120 without 14 to 16 August
        QCOMPARE(mailRu, QDate(2026, 10, 24));
        QVERIFY(sessions > 1'000'000);
    }

    void corpusIsJsonAndReproducible()
    {
        const made::Corpus corpus({500, 7});
        const made::Corpus again({500, 7});
        QSet<QByteArray> names;
        for (int i = 0; i < corpus.size(); ++i) {
            const QByteArray json = made::toJson(corpus.at(i));
            QCOMPARE(json, made::toJson(again.at(i)));
            QVERIFY2(QJsonDocument::fromJson(json).isObject(), json.constData());
            names.insert(made::jsonName(corpus.at(i)));
        }
        QCOMPARE(names.size(), corpus.size());
        QVERIFY(made::toJson(made::Corpus({500, 8}).at(0)) != made::toJson(corpus.at(0)));
    }
};

QTEST_GUILESS_MAIN(TestSamples)
#include "test_samples.moc"
