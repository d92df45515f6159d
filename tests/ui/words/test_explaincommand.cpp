// SPDX-License-Identifier: GPL-3.0-or-later
// "explain RESULT-TYPE [REASON]" as text and as exit status.
#include "app/commands/explain.h"
#include "core/report/resulttypes.h"

#include <QTest>

using namespace tlsrpt;

class TestExplainCommand : public QObject
{
    Q_OBJECT

private slots:
    void everyTypeIsExplained()
    {
        for (int i = 0; i < resultTypeCount; ++i) {
            const QString text = explainedText(QString(name(static_cast<ResultType>(i))), {});
            QVERIFY2(text.size() > 800, qPrintable(text));
            QVERIFY(!text.contains(u'%'));
            for (const QString &line : text.split(u'\n')) {
                const bool command = line.startsWith(QStringLiteral("    "));
                QVERIFY2(command || line.size() <= 78, qPrintable(line));
            }
        }
    }

    void policiesAreToldApart()
    {
        const QString bare = explainedText(QStringLiteral("validation-failure"), {});
        QVERIFY(bare.contains(QStringLiteral("MTA-STS testing")));
        QVERIFY(bare.contains(QStringLiteral("MTA-STS enforce")));
        QVERIFY(bare.contains(QStringLiteral("DANE: Key does not match DANE")));
        const QString dane = explainedText(QStringLiteral("dane-required"), {});
        QVERIFY(!dane.contains(QStringLiteral("MTA-STS enforce")));
    }

    void strangersTextIsShownButHarmless()
    {
        const QString text = explainedText(QStringLiteral("new\x1b[31m-type"), QStringLiteral("a\x1b]0;x\x07 %1 %2"));
        QVERIFY(text.contains(QStringLiteral("“new[31m-type”")));
        QVERIFY(text.contains(QStringLiteral("%1 %2")));
        QVERIFY(!text.contains(QChar(0x1b)));
        QVERIFY(!text.contains(QChar(0x07)));
    }

    void exitStatus()
    {
        QCOMPARE(runExplain({}), 2);
        QCOMPARE(runExplain({QString()}), 2);
        QCOMPARE(runExplain({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}), 2);
        QCOMPARE(runExplain({QStringLiteral("--nonsense"), QStringLiteral("a")}), 2);
        QCOMPARE(runExplain({QStringLiteral("certificate-expired")}), 0);
        QCOMPARE(runExplain({QStringLiteral("never-heard-of"), QStringLiteral("gremlins")}), 0);
    }
};

QTEST_GUILESS_MAIN(TestExplainCommand)
#include "test_explaincommand.moc"
