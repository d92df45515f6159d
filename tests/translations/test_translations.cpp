// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a text from the source to the screen in another language.
#include "translations/pseudo/tsfile.h"
#include "translations/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace tlsrpt;

namespace
{

/// Set before Qt asks for it.
[[maybe_unused]] const bool germanSystem = qputenv("LC_ALL", "de_DE.UTF-8");

struct Text {
    QString context;
    QString source;
    QString comment;
    bool plural = false;
    bool unfinished = false;

    QString id() const { return context + u'|' + source + u'|' + comment; }
};

std::vector<Text> textsOf(const QString &path)
{
    QFile file(path);
    std::vector<Text> texts;
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader in(&file);
    QString context;
    while (!in.atEnd()) {
        if (in.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto attributes = in.attributes();
        if (in.name() == u"name") {
            context = in.readElementText();
        } else if (in.name() == u"message") {
            texts.push_back(
                {context, {}, {}, attributes.value(QLatin1String("numerus")) == u"yes", false});
        } else if (in.name() == u"source") {
            texts.back().source = in.readElementText();
        } else if (in.name() == u"comment") {
            texts.back().comment = in.readElementText();
        } else if (in.name() == u"translation") {
            texts.back().unfinished = attributes.value(QLatin1String("type")) == u"unfinished";
        }
    }
    return texts;
}

QSet<QString> idsOf(const std::vector<Text> &texts)
{
    QSet<QString> ids;
    for (const Text &text : texts)
        ids.insert(text.id());
    return ids;
}

QString shown(const Text &text, int n = -1)
{
    return QCoreApplication::translate(
        text.context.toUtf8().constData(), text.source.toUtf8().constData(),
        text.comment.isEmpty() ? nullptr : text.comment.toUtf8().constData(), n);
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private:
    const QString m_english = QStringLiteral(TRANSLATIONS_DIR "/tlsrpt-viewer_en.ts");

private slots:
    void cleanup() { installTranslations(*QCoreApplication::instance(), QStringLiteral("en")); }

    void pseudo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("word") << u"Reports"_qs << u"‹Reports···›"_qs;
        QTest::newRow("accelerator") << u"&Import…"_qs << u"‹&Import…····›"_qs;
        QTest::newRow("numbers") << u"%1 of %L2, %n"_qs << u"‹%1 of %L2, %n······›"_qs;
        QTest::newRow("tags are not counted") << u"<b>ok</b>"_qs << u"‹<b>ok</b>·›"_qs;
        QTest::newRow("shortcut") << u"Ctrl+Shift+F"_qs << u"Ctrl+Shift+F"_qs;
        QTest::newRow("file patterns")
            << u"Zip (*.zip);;All (*)"_qs << u"‹Zip··› (*.zip);;‹All··› (*)"_qs;
        QTest::newRow("empty") << QString() << QString();
    }
    void pseudo()
    {
        QFETCH(QString, text);
        QTEST(pseudoText(text), "expected");
    }

    void englishFormsFollowFromTheSource()
    {
        QCOMPARE(englishPlural(u"%n file(s) or folder(s)"_qs, true), u"%n file or folder"_qs);
        QCOMPARE(englishPlural(u"%n file(s) or folder(s)"_qs, false), u"%n files or folders"_qs);
        const QByteArray open = "<message numerus=\"yes\"><source>%n day(s)</source>"
                                "<translation type=\"unfinished\"><numerusform></numerusform>"
                                "<numerusform></numerusform></translation></message>";
        const QByteArray done = "<message numerus=\"yes\"><source>%n day(s)</source>"
                                "<translation><numerusform>%n day</numerusform>"
                                "<numerusform>%n days</numerusform></translation></message>";
        QCOMPARE(withEnglishPlurals(open), done);
        QCOMPARE(withEnglishPlurals(done), done);
    }

    void whatIsNoTsFileGivesNothing()
    {
        QVERIFY(pseudoTs("no xml").isEmpty());
        QVERIFY(pseudoTs("<TS><context><message>").isEmpty());
        QVERIFY(pseudoTs("<html/>").isEmpty());
    }

    /// After a text changed: cmake --build --preset dev --target update_translations
    void englishFileKnowsEveryText()
    {
        const QTemporaryDir folder;
        const QString fresh = folder.filePath(u"fresh.ts"_qs);
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(TRANSLATIONS_DIR "/.."));
        lupdate.start(QStringLiteral(LUPDATE),
                      {u"core"_qs, u"ui"_qs, u"app"_qs, u"-I"_qs, u"."_qs, u"-extensions"_qs, u"cpp,h"_qs,
                       u"-locations"_qs, u"none"_qs, u"-ts"_qs, fresh});
        QVERIFY(lupdate.waitForFinished(120'000));
        QCOMPARE(lupdate.exitCode(), 0);
        const auto expected = textsOf(fresh);
        QVERIFY(!expected.empty());
        QStringList missing = (idsOf(expected) - idsOf(textsOf(m_english))).values();
        missing.sort();
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    /// A context that lupdate cannot see is looked up under another name when the program runs,
    /// and the text is never translated. Q_OBJECT or Q_DECLARE_TR_FUNCTIONS give it one.
    void everyTextHasAContext()
    {
        QMap<QString, int> wrong;
        for (const Text &text : textsOf(m_english)) {
            const QString last = text.context.section(u"::"_qs, -1);
            if (last.isEmpty() || last.at(0).isLower())
                ++wrong[text.context + u": " + text.source.left(60)];
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringList(wrong.keys()).join(u'\n')));
    }

    void englishPluralsAreComplete()
    {
        for (const Text &text : textsOf(m_english))
            QVERIFY2(!text.plural || !text.unfinished, qPrintable(text.id()));
    }

    void pluralsAreShown()
    {
        installTranslations(*QCoreApplication::instance(), QStringLiteral("en"));
        int seen = 0;
        for (const Text &text : textsOf(m_english)) {
            if (!text.plural || !text.source.contains(u"%n") || !text.source.contains(u"(s)"))
                continue;
            ++seen;
            QVERIFY(!shown(text, 1).contains(u"(s)"));
            QCOMPARE(shown(text, 2), englishPlural(text.source, false).replace(u"%n"_qs, u"2"_qs));
        }
        QVERIFY(seen > 0);
    }

    void pseudoLanguageMarksEveryText()
    {
        installTranslations(*QCoreApplication::instance(), QStringLiteral("qps"));
        const auto texts = textsOf(m_english);
        QVERIFY(!texts.empty());
        for (const Text &text : texts) {
            if (!text.plural)
                QCOMPARE(shown(text), pseudoText(text.source));
            else
                QVERIFY2(shown(text, 2).contains(u'‹'), qPrintable(text.id()));
        }
        installTranslations(*QCoreApplication::instance(), QStringLiteral("en"));
        QCOMPARE(shown(texts.front()), texts.front().source);
    }

    /// In Germany "5.720 sessions" is not English for five thousand.
    void numbersGoWithTheWords()
    {
        QCOMPARE(QLocale::system().toString(5720), u"5.720"_qs);
        installTranslations(*QCoreApplication::instance(), QString());
        QCOMPARE(QLocale().toString(5720), u"5,720"_qs);
        QCOMPARE(QLocale().toString(93.7, 'f', 1), u"93.7"_qs);
    }

    void languages()
    {
        const QStringList codes = availableLanguages();
        QVERIFY(codes.contains(u"en"_qs));
        QVERIFY(!codes.contains(u"qps"_qs));
        installTranslations(*QCoreApplication::instance(), QStringLiteral("xx_YY"));
        QCOMPARE(QLocale().language(), QLocale::English);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
