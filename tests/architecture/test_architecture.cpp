// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the source tree to the rules of the house, and the rules to examples that break them.
#include "tests/architecture/rules.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace tlsrpt::house;

namespace
{

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

int percentile(std::vector<int> values, int percent)
{
    std::sort(values.begin(), values.end());
    return values.empty()
               ? 0
               : values.at((values.size() - 1) * static_cast<std::size_t>(percent) / 100);
}

using Rule = QStringList (*)(const Source &);

} // namespace

Q_DECLARE_METATYPE(Rule)

class TestArchitecture : public QObject
{
    Q_OBJECT
private:
    const QString m_root = QStringLiteral(SOURCE_ROOT);
    std::vector<Source> m_sources;

    void holds(Rule rule)
    {
        QStringList broken;
        for (const Source &source : m_sources)
            broken += rule(source);
        QVERIFY2(broken.isEmpty(), qPrintable(u'\n' + broken.join(u'\n')));
    }

private slots:
    void initTestCase()
    {
        m_sources = readTree(m_root, {QStringLiteral("core"), QStringLiteral("ui"),
                                      QStringLiteral("app"), QStringLiteral("resources"),
                                      QStringLiteral("translations"), QStringLiteral("tests")});
        QVERIFY(m_sources.size() > 50);
    }

    void treeHolds_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::newRow("no Gui, Widgets, Charts in core") << Rule(guiInCore);
        QTest::newRow("SQL only in store and query") << Rule(sqlOutsideItsRooms);
        QTest::newRow("no arrow against the data's way") << Rule(arrowsAgainstTheFlow);
        QTest::newRow("files and functions of bearable length") << Rule(tooLong);
        QTest::newRow("every file states its licence") << Rule(withoutLicence);
        QTest::newRow("colours only in the theme") << Rule(hardCodedColours);
    }
    void treeHolds()
    {
        QFETCH(Rule, rule);
        holds(rule);
    }

    void roomsFormNoCycle()
    {
        const QStringList found = cycles(m_sources);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void typesAreDefinedOnce()
    {
        const QStringList found = definedTwice(m_sources);
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    }

    void coreLinksNoGui()
    {
        QStringList broken;
        for (const QString &room : coreRooms()) {
            const QString cmake = readText(m_root + u'/' + room + u"/CMakeLists.txt");
            QVERIFY2(!cmake.isEmpty(), qPrintable(room));
            broken += wrongLinks(room, cmake);
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    /// This program links the whole core, so what the core needs is loaded here.
    void coreLoadsNoGui()
    {
        const QString maps = readText(QStringLiteral("/proc/self/maps"));
        QVERIFY(maps.contains(u"libQt6Core"));
        for (const char *library : {"libQt6Gui", "libQt6Widgets", "libQt6Charts"})
            QVERIFY2(!maps.contains(QLatin1String(library)), library);
    }

    void mainWindowStaysSmall()
    {
        for (const Source &source : m_sources) {
            if (source.path == u"ui/window/mainwindow.cpp")
                QVERIFY2(source.lines() <= 300, qPrintable(QString::number(source.lines())));
        }
    }

    void lengthsReported()
    {
        std::vector<int> files;
        std::vector<int> functions;
        QString longest;
        for (const Source &source : m_sources) {
            files.push_back(source.lines());
            for (const Function &function : functionsOf(source)) {
                if (functions.empty() ||
                    function.lines > *std::max_element(functions.begin(), functions.end()))
                    longest = source.path + u':' + QString::number(function.line);
                functions.push_back(function.lines);
            }
        }
        qInfo("files: %zu, median %d lines, 95th percentile %d, longest %d", files.size(),
              percentile(files, 50), percentile(files, 95), percentile(files, 100));
        qInfo("functions: %zu, median %d lines, 95th percentile %d, longest %d (%s)",
              functions.size(), percentile(functions, 50), percentile(functions, 95),
              percentile(functions, 100), qPrintable(longest));
        QVERIFY(functions.size() > files.size());
    }

    void rulesCatch_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("caught");
        const auto row = [](const char *name, Rule rule, const char *path, const char *text,
                            bool caught) {
            QTest::newRow(name) << rule << QString::fromLatin1(path) << QString::fromUtf8(text)
                                << caught;
        };
        row("colour class in core", guiInCore, "core/base/a.h", "#include <QColor>\n", true);
        row("widget module in core", guiInCore, "core/base/a.h", "#include <QtWidgets/QLabel>\n",
            true);
        row("chart in core", guiInCore, "core/base/a.h", "#include <QChart>\n", true);
        row("string in core", guiInCore, "core/base/a.h", "#include <QString>\n", false);
        row("colour class in ui", guiInCore, "ui/words/a.h", "#include <QColor>\n", false);
        row("commented include", guiInCore, "core/base/a.h", "// #include <QColor>\n", false);
        row("query in ui", sqlOutsideItsRooms, "ui/words/a.cpp", "QSqlQuery q;\n", true);
        row("query in pipeline", sqlOutsideItsRooms, "core/pipeline/a.cpp",
            "#include <QSqlQuery>\n", true);
        row("query in store", sqlOutsideItsRooms, "core/store/a.cpp", "QSqlQuery q;\n", false);
        row("query in a comment", sqlOutsideItsRooms, "app/a.cpp", "/* QSqlQuery */\n", false);
        row("back arrow", arrowsAgainstTheFlow, "core/parse/a.h", "#include \"core/store/b.h\"\n",
            true);
        row("forward arrow", arrowsAgainstTheFlow, "core/store/a.h",
            "#include \"core/report/b.h\"\n", false);
        row("ui from core", arrowsAgainstTheFlow, "core/store/a.h",
            "#include \"ui/words/words.h\"\n", true);
        row("core from ui", arrowsAgainstTheFlow, "ui/words/a.h", "#include \"core/query/b.h\"\n",
            false);
        row("app from ui", arrowsAgainstTheFlow, "ui/words/a.h", "#include \"app/b.h\"\n", true);
        row("tests from app", arrowsAgainstTheFlow, "app/a.cpp", "#include \"tests/b.h\"\n", true);
        row("unknown room", arrowsAgainstTheFlow, "core/attic/a.cpp", "int a;\n", true);
        row("no licence", withoutLicence, "core/base/a.h", "#pragma once\n", true);
        row("licence", withoutLicence, "core/base/a.h",
            "// SPDX-License-Identifier: GPL-3.0-or-later\n", false);
        row("hex colour", hardCodedColours, "ui/words/a.cpp",
            "auto c = QStringLiteral(\"#fff\");\n", true);
        row("style sheet", hardCodedColours, "ui/words/a.cpp", "f(\"color: #C2410C;\");\n", true);
        row("numbers", hardCodedColours, "ui/words/a.cpp", "QColor c(1, 2, 3);\nQColor(1, 2, 3);\n",
            true);
        row("named", hardCodedColours, "ui/charts/a.cpp", "p.setPen(Qt::red);\n", true);
        row("in the theme", hardCodedColours, "ui/theme/a.cpp", "QColor(1, 2, 3);\n", false);
        row("from the theme", hardCodedColours, "ui/words/a.cpp",
            "QColor c = theme.color(Role::Text);\n", false);
    }
    void rulesCatch()
    {
        QFETCH(Rule, rule);
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(bool, caught);
        QCOMPARE(!rule(readSource(path, text)).isEmpty(), caught);
    }

    void longFilesAndFunctionsAreCaught()
    {
        const QString body = QStringLiteral("    f(\"}\"); // }\n").repeated(79);
        const QString function = u"namespace a {\nclass B {\nvoid g()\n{\n" + body + u"}\n};\n}\n";
        QCOMPARE(tooLong(readSource(QStringLiteral("a.cpp"), function)).size(), 1);
        const QString table =
            u"const int table[] = {\n" + QStringLiteral("1,\n").repeated(100) + u"};\n";
        QVERIFY(tooLong(readSource(QStringLiteral("a.cpp"), table)).isEmpty());
        const QString rows = u"void a_data()\n{\n" + body + body + u"}\n";
        QVERIFY(tooLong(readSource(QStringLiteral("tests/a.cpp"), rows)).isEmpty());
        QCOMPARE(tooLong(readSource(QStringLiteral("app/a.cpp"), rows)).size(), 1);
        const QString file = QStringLiteral("int a;\n").repeated(501);
        QCOMPARE(tooLong(readSource(QStringLiteral("a.cpp"), file)).size(), 1);
    }

    void functionsAreMeasured()
    {
        const QString text =
            QStringLiteral("#define X {\n"
                           "int one() { return 1'000 + f(u'{', '\\\\'); }\n"
                           "class A\n{\n    A() : m_a{1}\n    {\n        if (x) { y(); }\n    }\n"
                           "    bool operator==(const A &) const = default;\n};\n"
                           "auto raw = R\"(void no() {)\";\n");
        const auto functions = functionsOf(readSource(QStringLiteral("a.cpp"), text));
        QCOMPARE(functions.size(), 3U); // one(), m_a{1} with the constructor's head, its body
        QCOMPARE(functions.at(0).lines, 1);
        QCOMPARE(functions.at(2).lines, 3);
    }

    void cyclesAreFound()
    {
        const auto a =
            readSource(QStringLiteral("ui/a/x.h"), QStringLiteral("#include \"ui/b/y.h\"\n"));
        const auto b =
            readSource(QStringLiteral("ui/b/y.h"), QStringLiteral("#include \"ui/a/x.h\"\n"));
        QCOMPARE(cycles({a, b}), QStringList(QStringLiteral("ui/a > ui/b > ui/a")));
        QVERIFY(cycles({a}).isEmpty());
    }

    void typesAreNamed()
    {
        const QString text = QStringLiteral(
            "namespace tlsrpt { class Later; enum class A : int { One };\n"
            "namespace words\n{\ntemplate<typename T = int>\nstruct B final : Base<T> { struct Inner {}; };\n}\n"
            "namespace { struct Hidden {}; }\n"
            "class B::Private {};\nstruct [[nodiscard]] C { enum class In { No }; };\n"
            "template<> struct Special<C> {};\nstruct Plain f() { struct Local {}; return {}; }\n"
            "enum { nameless };\n}\nnamespace a::b { union D {}; }\nclass E {};\n");
        QStringList names;
        for (const Type &type : typesOf(readSource(QStringLiteral("a.cpp"), text)))
            names.append(type.name);
        QCOMPARE(names, QStringList({QStringLiteral("tlsrpt::A"), QStringLiteral("tlsrpt::words::B"),
                                     QStringLiteral("tlsrpt::B::Private"), QStringLiteral("tlsrpt::C"),
                                     QStringLiteral("a::b::D"), QStringLiteral("E")}));
    }

    void typesDefinedTwiceAreFound()
    {
        const auto file = [](const char *path, const char *text) {
            return readSource(QLatin1String(path), QLatin1String(text));
        };
        const Source one = file("ui/a/x.h", "namespace tlsrpt { struct Row {}; }");
        const Source two = file("core/b/y.cpp", "namespace tlsrpt {\nstruct Row { int a; }; }");
        const Source own = file("core/b/z.cpp", "namespace tlsrpt { namespace { struct Row {}; } }");
        const Source other = file("core/c/z.h", "namespace tlsrpt::c { struct Row {}; }");
        QCOMPARE(definedTwice({one, two}), QStringList(QStringLiteral(
                                               "core/b/y.cpp: line 2, tlsrpt::Row is also in ui/a/x.h:1")));
        QCOMPARE(definedTwice({one, own, other}), QStringList());
        const Source test = file("tests/x.cpp", "namespace tlsrpt { struct Row {}; }");
        const Source another = file("tests/y.cpp", "namespace tlsrpt { struct Row {}; }");
        QCOMPARE(definedTwice({test, another}), QStringList());
        QCOMPARE(definedTwice({one, test}).size(), 1);
    }

    void wrongLinksAreCaught()
    {
        const QString room = QStringLiteral("core/parse");
        QVERIFY(wrongLinks(room, QStringLiteral("f(LINKS tlsrpt_report Qt6::Core)")).isEmpty());
        QCOMPARE(wrongLinks(room, QStringLiteral("f(LINKS Qt6::Widgets)")).size(), 1);
        QCOMPARE(wrongLinks(room, QStringLiteral("f(LINKS tlsrpt_store)")).size(), 1);
        QCOMPARE(wrongLinks(room, QStringLiteral("f(LINKS tlsrpt_words)")).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestArchitecture)
#include "test_architecture.moc"
