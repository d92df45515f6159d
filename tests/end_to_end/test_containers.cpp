// SPDX-License-Identifier: GPL-3.0-or-later
// The same reports in every container give the same summary, and count once. With
// TLSRPT_EXTRA_SAMPLES naming a folder of real reports, they are imported too.
#include "tests/end_to_end/program.h"
#include "tests/support/corpus/corpus.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::test;

namespace
{

constexpr int reports = 2000;

struct Container {
    const char *name;
    made::Format format;
    const char *path; ///< mbox and zip are files, the others folders
};

constexpr Container containers[] = {
    {"gz", made::Format::Gz, "gz"},
    {"json", made::Format::Json, "json"},
    {"eml", made::Format::Eml, "eml"},
    {"mbox", made::Format::Mbox, "mail.mbox"},
    {"zip", made::Format::Zip, "all.zip"},
};

QJsonObject countsOf(const Ran &ran) { return ran.json()[u"reports"].toObject(); }

} // namespace

class TestContainers : public QObject
{
    Q_OBJECT

    Home m_written;
    QByteArray m_summary; ///< of the first container

private slots:
    void initTestCase()
    {
        const made::Corpus corpus({reports, 42});
        for (const Container &container : containers)
            QVERIFY(made::writeCorpus(corpus, container.format, m_written.file(QLatin1String(container.path))));
    }

    void sameSummary_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("other"); ///< another container of the same reports
        const int count = static_cast<int>(std::size(containers));
        for (int i = 0; i < count; ++i) {
            QTest::newRow(containers[i].name) << m_written.file(QLatin1String(containers[i].path))
                                              << m_written.file(QLatin1String(containers[(i + 1) % count].path));
        }
    }

    void sameSummary()
    {
        QFETCH(QString, path);
        QFETCH(QString, other);
        Home home;
        const Ran first = home.onArchive(u"import"_qs, {u"--json"_qs, path});
        QVERIFY2(first.status == 0, qPrintable(first.complaint()));
        const QJsonObject fresh{{u"imported"_qs, reports}, {u"duplicates"_qs, 0}, {u"conflicts"_qs, 0}};
        QCOMPARE(countsOf(first), fresh);
        QVERIFY(first.json()[u"rejected"].toArray().isEmpty());
        QVERIFY(first.json()[u"ignored"].toArray().isEmpty());
        const QByteArray summary = QJsonDocument(home.summary()).toJson();
        QCOMPARE(home.summary()[u"reports"].toInt(), reports);
        if (m_summary.isEmpty())
            m_summary = summary;
        QCOMPARE(summary, m_summary);

        const Ran second = home.onArchive(u"import"_qs, {u"--json"_qs, other});
        QVERIFY2(second.status == 0, qPrintable(second.complaint()));
        const QJsonObject known{{u"imported"_qs, 0}, {u"duplicates"_qs, reports}, {u"conflicts"_qs, 0}};
        QCOMPARE(countsOf(second), known);
        QCOMPARE(QJsonDocument(home.summary()).toJson(), m_summary);
    }

    void realReports()
    {
        const QString folder = qEnvironmentVariable("TLSRPT_EXTRA_SAMPLES");
        if (folder.isEmpty())
            QSKIP("TLSRPT_EXTRA_SAMPLES names no folder of reports");
        Home home;
        const Ran ran = home.onArchive(u"import"_qs, {u"--json"_qs, folder});
        QVERIFY2(ran.status == 0, qPrintable(ran.complaint()));
        QVERIFY(countsOf(ran)[u"imported"].toInt() > 0);
        QVERIFY(home.summary()[u"reports"].toInt() > 0);
        const Ran again = home.onArchive(u"import"_qs, {u"--json"_qs, folder});
        QCOMPARE(countsOf(again)[u"imported"].toInt(), 0);
        QCOMPARE(home.onArchive(u"check"_qs).status, 0);
        QCOMPARE(home.onArchive(u"summary"_qs, {u"--pdf"_qs, home.file(u"s.pdf"_qs)}).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestContainers)
#include "test_containers.moc"
