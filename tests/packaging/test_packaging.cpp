// SPDX-License-Identifier: GPL-3.0-or-later
// What "cmake --install" puts where a desktop finds it, and our shell scripts. Checks that need a
// tool which is not installed are skipped; tests/run installs them all.
#include <QDir>
#include <QMimeDatabase>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace
{

const QString root = QStringLiteral(SOURCE_ROOT);

/// What the tool said, or nothing when it was content.
QString complaint(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(tool, arguments);
    if (!process.waitForFinished(60'000))
        return tool + QStringLiteral(" did not end");
    const QString said = QString::fromUtf8(process.readAll());
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return said.isEmpty() ? tool + QStringLiteral(" failed") : said;
}

} // namespace

class TestPackaging : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_prefix;

    QString share(const char *path) const
    {
        return m_prefix.filePath(QLatin1String("share/") + QLatin1String(path));
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_prefix.isValid());
        const QString said = complaint(QStringLiteral(CMAKE),
                                       {QStringLiteral("--install"), QStringLiteral(BUILD_ROOT),
                                        QStringLiteral("--component"), QStringLiteral("data"),
                                        QStringLiteral("--prefix"), m_prefix.path()});
        QVERIFY2(said.isEmpty(), qPrintable(said));
        // Read by QMimeDatabase at its first use; the system's types come behind ours.
        qputenv("XDG_DATA_HOME", share("").toUtf8());
    }

    void toolsAreContent_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("desktop entry")
            << QStringLiteral("desktop-file-validate")
            << QStringList{root + QStringLiteral("/resources/desktop/tlsrpt-viewer.desktop")};
        // The program has no domain of its own to put into its id.
        QTest::newRow("AppStream")
            << QStringLiteral("appstreamcli")
            << QStringList{QStringLiteral("validate"), QStringLiteral("--no-net"),
                           QStringLiteral("--override=cid-desktopapp-is-not-rdns=info"),
                           root +
                               QStringLiteral("/resources/appstream/tlsrpt-viewer.metainfo.xml")};
        QTest::newRow("MIME types")
            << QStringLiteral("xmllint")
            << QStringList{QStringLiteral("--noout"),
                           root + QStringLiteral("/resources/mime/tlsrpt-viewer.xml")};
        QTest::newRow("scripts") << QStringLiteral("shellcheck")
                                 << QStringList{root + QStringLiteral("/app/setup"),
                                                root + QStringLiteral("/app/run"),
                                                root + QStringLiteral("/tests/run"),
                                                root + QStringLiteral("/.ci/run")};
    }
    void toolsAreContent()
    {
        QFETCH(QString, tool);
        QFETCH(QStringList, arguments);
        if (QStandardPaths::findExecutable(tool).isEmpty())
            QSKIP(qPrintable(tool + QStringLiteral(" is not installed")));
        const QString said = complaint(tool, arguments);
        QVERIFY2(said.isEmpty(), qPrintable(said));
    }

    void filesAreInTheirPlaces()
    {
        for (const char *path :
             {"applications/tlsrpt-viewer.desktop", "mime/packages/tlsrpt-viewer.xml",
              "metainfo/tlsrpt-viewer.metainfo.xml",
              "icons/hicolor/scalable/apps/tlsrpt-viewer.svg"})
            QVERIFY2(QFile::exists(share(path)), path);
    }

    void desktopEntryOpensWhatWeRead()
    {
        QFile file(share("applications/tlsrpt-viewer.desktop"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.contains(QStringLiteral("\nExec=tlsrpt-viewer %F\n")));
        for (const char *type :
             {"application/tlsrpt+json", "application/tlsrpt+gzip", "application/json",
              "application/gzip", "application/zip", "message/rfc822", "application/mbox"})
            QVERIFY2(text.contains(QLatin1String(type) + QLatin1Char(';')), type);
    }

    void reportsHaveTheirMediaType_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("type");
        const QByteArray report = "{\"organization-name\":\"X\",\"date-range\":{},\"policies\":[]}";
        const QString json = QStringLiteral("application/tlsrpt+json");
        QTest::newRow("name of RFC 8460")
            << QStringLiteral("google.com!example.org!1!2!001.json") << QByteArray() << json;
        QTest::newRow("compressed") << QStringLiteral("google.com!example.org!1!2.json.gz")
                                    << QByteArray() << QStringLiteral("application/tlsrpt+gzip");
        QTest::newRow("no ending: by content") << QStringLiteral("report") << report << json;
        QTest::newRow("other JSON") << QStringLiteral("package.json") << QByteArray("{\"name\":1}")
                                    << QStringLiteral("application/json");
    }
    void reportsHaveTheirMediaType()
    {
        if (!QFile::exists(share("mime/mime.cache")))
            QSKIP("update-mime-database is not installed");
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        const QMimeDatabase types;
        QTEST(types.mimeTypeForFileNameAndData(name, content).name(), "type");
    }
};

QTEST_GUILESS_MAIN(TestPackaging)
#include "test_packaging.moc"
