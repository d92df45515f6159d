// SPDX-License-Identifier: GPL-3.0-or-later
// Reports of other people, where the environment names a folder of them: all of them must be read.
#include "fixture.h"

#include <QDirIterator>
#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestExtraSamples : public QObject
{
    Q_OBJECT
private slots:
    void everyJsonIsRead();
};

void TestExtraSamples::everyJsonIsRead()
{
    const QString folder = qEnvironmentVariable("TLSRPT_EXTRA_SAMPLES");
    if (folder.isEmpty())
        QSKIP("TLSRPT_EXTRA_SAMPLES names no folder");
    int read = 0;
    for (QDirIterator it(folder, {u"*.json"_qs}, QDir::Files, QDirIterator::Subdirectories);
         it.hasNext();) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto report = parsed(file.readAll());
        QVERIFY2(report, qPrintable(file.fileName()));
        QVERIFY2(!report->reporterKey.isEmpty(), qPrintable(file.fileName()));
        QVERIFY2(!report->policies.empty(), qPrintable(file.fileName()));
        for (const PolicyResult &row : report->policies)
            QVERIFY2(row.policyDomain.contains(u'.'), qPrintable(file.fileName()));
        ++read;
    }
    QVERIFY(read > 0);
}

QTEST_GUILESS_MAIN(TestExtraSamples)
#include "test_extra_samples.moc"
