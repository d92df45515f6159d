// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"
#include "core/settings/mailboxes.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace tlsrpt;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void defaults();
    void whereTheyAre();
    void roundTrip();
    void changedOnlyOnChange();
    void handEditedNonsense_data();
    void handEditedNonsense();
    void defaultCapsAreNotWritten();
    void resetKeepsTheWindow();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("settings.ini")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::defaults()
{
    const Settings settings(file());
    QCOMPARE(settings.appearance(), Appearance::System);
    QCOMPARE(settings.language(), QString());
    QCOMPARE(settings.archivePath(), QString());
    QVERIFY(settings.notifyAfterImport());
    QVERIFY(settings.notifyAboutFindings());
    QCOMPARE(settings.letterPaper(), QLocale::system().measurementSystem() == QLocale::ImperialUSSystem);
    QCOMPARE(settings.limits(), Limits{});
    QVERIFY(!settings.state(QStringLiteral("window")).isValid());
}

/// Beside those of other programs.
void TestSettings::whereTheyAre()
{
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
    const QString file = m_folder->filePath(QStringLiteral("tlsrpt-viewer/tlsrpt-viewer.ini"));
    {
        Settings settings;
        settings.setArchivePath(QStringLiteral("/a"));
        Mailboxes mailboxes;
        Mailbox mailbox;
        mailbox.name = QStringLiteral("work");
        mailboxes.put(mailbox);
    }
    QCOMPARE(Settings(file).archivePath(), QStringLiteral("/a"));
    QVERIFY(Mailboxes(file).byName(QStringLiteral("work")));
}

void TestSettings::roundTrip()
{
    Limits limits;
    limits.documentBytes = 1;
    limits.ratio = 2;
    limits.ratioFloorBytes = 3;
    limits.members = 4;
    limits.inputBytes = 5'000'000'000'000;
    limits.nesting = 6;
    limits.failureDetails = 7;
    limits.bytesInFlight = 8;
    const QVariantMap filter{{QStringLiteral("mx"), QStringLiteral("mail=;é")}};
    {
        Settings settings(file());
        settings.setAppearance(Appearance::Dark);
        settings.setLanguage(QStringLiteral("de"));
        settings.setArchivePath(QStringLiteral("/a b/ü,;=%.sqlite"));
        settings.setNotifyAfterImport(false);
        settings.setNotifyAboutFindings(false);
        settings.setLetterPaper(true);
        settings.setLimits(limits);
        settings.setState(QStringLiteral("window/geometry"), QByteArray("\x00\xff\x01", 3));
        settings.setState(QStringLiteral("filter"), filter);
    }
    const Settings settings(file());
    QCOMPARE(settings.appearance(), Appearance::Dark);
    QCOMPARE(settings.language(), QStringLiteral("de"));
    QCOMPARE(settings.archivePath(), QStringLiteral("/a b/ü,;=%.sqlite"));
    QVERIFY(!settings.notifyAfterImport());
    QVERIFY(!settings.notifyAboutFindings());
    QVERIFY(settings.letterPaper());
    QCOMPARE(settings.limits(), limits);
    QCOMPARE(settings.state(QStringLiteral("window/geometry")).toByteArray(), QByteArray("\x00\xff\x01", 3));
    QCOMPARE(settings.state(QStringLiteral("filter")).toMap(), filter);
}

void TestSettings::changedOnlyOnChange()
{
    Settings settings(file());
    QSignalSpy changed(&settings, &Settings::changed);
    settings.setLanguage(QStringLiteral("de"));
    QCOMPARE(changed.count(), 1);
    settings.setLanguage(QStringLiteral("de"));
    settings.setLimits(Limits{});
    QCOMPARE(changed.count(), 1);
    Limits limits;
    limits.nesting = 3;
    settings.setLimits(limits);
    QCOMPARE(changed.count(), 2);
    settings.setState(QStringLiteral("x"), 1);
    QCOMPARE(changed.count(), 2);
    settings.resetToDefaults();
    QCOMPARE(changed.count(), 3);
}

void TestSettings::handEditedNonsense_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("word for a number") << QByteArray("limits\\nesting=deep");
    QTest::newRow("zero") << QByteArray("limits\\nesting=0");
    QTest::newRow("negative") << QByteArray("limits\\document-bytes=-5");
    QTest::newRow("unknown appearance") << QByteArray("appearance=plaid");
}

void TestSettings::handEditedNonsense()
{
    QFETCH(QByteArray, line);
    QFile written(file());
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write("[preferences]\n" + line + "\n");
    written.close();
    const Settings settings(file());
    QCOMPARE(settings.limits(), Limits{});
    QCOMPARE(settings.appearance(), Appearance::System);
}

void TestSettings::defaultCapsAreNotWritten()
{
    {
        Settings settings(file());
        Limits limits;
        limits.nesting = 3;
        settings.setLimits(limits);
        settings.setLimits(Limits{});
        settings.setLanguage(QStringLiteral("de"));
    }
    QFile written(file());
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY(text.contains("language=de"));
    QVERIFY(!text.contains("limits"));
}

void TestSettings::resetKeepsTheWindow()
{
    Settings settings(file());
    settings.setAppearance(Appearance::Light);
    settings.setNotifyAfterImport(false);
    settings.setNotifyAboutFindings(false);
    settings.setState(QStringLiteral("screen"), 3);
    settings.resetToDefaults();
    QCOMPARE(settings.appearance(), Appearance::System);
    QVERIFY(settings.notifyAfterImport());
    QVERIFY(settings.notifyAboutFindings());
    QCOMPARE(settings.state(QStringLiteral("screen")).toInt(), 3);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "test_settings.moc"
