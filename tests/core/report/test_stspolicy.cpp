// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/stspolicy.h"

#include <QSet>
#include <QTest>

using namespace tlsrpt;

namespace
{

struct DefectCase {
    const char *name;
    QStringList lines;
    std::vector<PolicyDefectAt> defects;
    QStringList mx{u"mx1.example.com"_qs};
};

QStringList withMx(const QString &line)
{
    return {u"version: STSv1"_qs, u"mode: enforce"_qs, line, u"max_age: 604800"_qs};
}

QStringList withMaxAge(const QString &line)
{
    return {u"version: STSv1"_qs, u"mode: enforce"_qs, u"mx: mx1.example.com"_qs, line};
}

std::vector<DefectCase> fieldCases()
{
    const QString version = u"version: STSv1"_qs;
    const QString mode = u"mode: testing"_qs;
    const QString mx = u"mx: mx1.example.com"_qs;
    const QString age = u"max_age: 86400"_qs;
    return {
        {"no version", {mode, mx, age}, {{PolicyDefect::VersionMissing, {}}}},
        {"other version",
         {u"version: STSv2"_qs, mode, mx, age},
         {{PolicyDefect::VersionUnknown, u"STSv2"_qs}}},
        {"version case",
         {u"version: stsv1"_qs, mode, mx, age},
         {{PolicyDefect::VersionUnknown, u"stsv1"_qs}}},
        {"no mode", {version, mx, age}, {{PolicyDefect::ModeMissing, {}}}},
        {"other mode",
         {version, u"mode: report"_qs, mx, age},
         {{PolicyDefect::ModeUnknown, u"report"_qs}}},
        {"mode case",
         {version, u"mode: Testing"_qs, mx, age},
         {{PolicyDefect::ModeUnknown, u"Testing"_qs}}},
        {"no max_age", {version, mode, mx}, {{PolicyDefect::MaxAgeMissing, {}}}},
        {"max_age in words",
         withMaxAge(u"max_age: 1 day"_qs),
         {{PolicyDefect::MaxAgeUnreadable, u"1 day"_qs}}},
        {"max_age empty", withMaxAge(u"max_age:"_qs), {{PolicyDefect::MaxAgeUnreadable, {}}}},
        {"max_age negative",
         withMaxAge(u"max_age: -1"_qs),
         {{PolicyDefect::MaxAgeUnreadable, u"-1"_qs}}},
        {"max_age over a year",
         withMaxAge(u"max_age: 31557601"_qs),
         {{PolicyDefect::MaxAgeTooLarge, u"31557601"_qs}}},
        {"max_age of 30 digits",
         withMaxAge(u"max_age: "_qs + u"9"_qs.repeated(30)),
         {{PolicyDefect::MaxAgeTooLarge, u"9"_qs.repeated(30)}}},
        {"no mx", {version, mode, age}, {{PolicyDefect::MxMissing, {}}}, {}},
        {"misspelt mx",
         {version, mode, u"nmx: mx1.example.com"_qs, age},
         {{PolicyDefect::MxMissing, {}}},
         {}},
        {"mode twice",
         {version, mode, u"mode: enforce"_qs, mx, age},
         {{PolicyDefect::FieldDuplicated, u"mode: enforce"_qs}}},
        {"version twice",
         {version, version, mode, mx, age},
         {{PolicyDefect::FieldDuplicated, version}}},
        {"max_age twice",
         {version, mode, mx, age, u"max_age: 1"_qs},
         {{PolicyDefect::FieldDuplicated, u"max_age: 1"_qs}}},
        {"a comment",
         {version, mode, u"# our servers"_qs, mx, age},
         {{PolicyDefect::LineUnreadable, u"# our servers"_qs}}},
        {"an error page",
         {version, mode, u"<html lang: en>"_qs, mx, age},
         {{PolicyDefect::LineUnreadable, u"<html lang: en>"_qs}}},
        {"field in capitals",
         {version, u"Mode: testing"_qs, mx, age},
         {{PolicyDefect::LineUnreadable, u"Mode: testing"_qs}}},
        {"nothing at all",
         {},
         {{PolicyDefect::VersionMissing, {}},
          {PolicyDefect::ModeMissing, {}},
          {PolicyDefect::MaxAgeMissing, {}},
          {PolicyDefect::MxMissing, {}}},
         {}},
    };
}

std::vector<DefectCase> mxCases()
{
    using D = PolicyDefect;
    return {
        {"empty", withMx(u"mx:"_qs), {{D::MxEmpty, {}}}, {}},
        {"only a comma", withMx(u"mx: ,"_qs), {{D::MxEmpty, u","_qs}}, {}},
        {"in a label",
         withMx(u"mx: mx*.example.com"_qs),
         {{D::MxWildcardMisplaced, u"mx*.example.com"_qs}},
         {u"mx*.example.com"_qs}},
        {"in the middle",
         withMx(u"mx: a.*.example.com"_qs),
         {{D::MxWildcardMisplaced, u"a.*.example.com"_qs}},
         {u"a.*.example.com"_qs}},
        {"alone", withMx(u"mx: *"_qs), {{D::MxWildcardMisplaced, u"*"_qs}}, {u"*"_qs}},
        {"two of them",
         withMx(u"mx: *.*.example.com"_qs),
         {{D::MxWildcardMisplaced, u"*.*.example.com"_qs}},
         {u"*.*.example.com"_qs}},
        {"old draft",
         withMx(u"mx: .example.com"_qs),
         {{D::MxWildcardMisplaced, u".example.com"_qs}},
         {u".example.com"_qs}},
        {"U-label",
         withMx(u"mx: *.bücher.example"_qs),
         {{D::MxNotALabels, u"*.bücher.example"_qs}},
         {u"*.xn--bcher-kva.example"_qs}},
        {"comma",
         withMx(u"mx: a.example.com, b.example.com"_qs),
         {{D::MxSeveralOnOneLine, u"a.example.com, b.example.com"_qs}},
         {u"a.example.com"_qs, u"b.example.com"_qs}},
        {"blank",
         withMx(u"mx: a.example.com *.example.net"_qs),
         {{D::MxSeveralOnOneLine, u"a.example.com *.example.net"_qs}},
         {u"a.example.com"_qs, u"*.example.net"_qs}},
        {"comment",
         withMx(u"mx: mx1.example.com # main"_qs),
         {{D::MxTrailingText, u"mx1.example.com # main"_qs}}},
        {"priority",
         withMx(u"mx: 10 mx1.example.com"_qs),
         {{D::MxTrailingText, u"10 mx1.example.com"_qs}}},
        {"semicolon",
         withMx(u"mx: mx1.example.com;"_qs),
         {{D::MxTrailingText, u"mx1.example.com;"_qs}}},
        {"port",
         withMx(u"mx: mx1.example.com:25"_qs),
         {{D::MxTrailingText, u"mx1.example.com:25"_qs}},
         {u"mx1.example.com:25"_qs}},
        {"address",
         withMx(u"mx: 192.0.2.25"_qs),
         {{D::LineUnreadable, u"192.0.2.25"_qs}},
         {u"192.0.2.25"_qs}},
    };
}

std::vector<DefectCase> allCases()
{
    std::vector<DefectCase> cases = fieldCases();
    for (DefectCase &one : mxCases())
        cases.push_back(std::move(one));
    return cases;
}

} // namespace

class TestStsPolicy : public QObject
{
    Q_OBJECT
private slots:
    void aSoundPolicy();
    void modeNoneNeedsNoMx();
    void linesInOneString();
    void extensionsAreIgnored();
    void firstOfADuplicateCounts();
    void defects_data();
    void defects();
    void everyDefectIsTested();
    void fingerprints();
    void hugeTextEnds();
};

void TestStsPolicy::aSoundPolicy()
{
    const StsPolicy policy =
        parseStsPolicy({u"version: STSv1"_qs, u"mode:enforce"_qs, u"mx: MX1.example.com."_qs,
                        u"mx:*.Example.NET"_qs, u" max_age :\t2592000\r"_qs});
    QCOMPARE(policy.version, u"STSv1"_qs);
    QCOMPARE(policy.mode, PolicyMode::Enforce);
    QCOMPARE(policy.maxAge, std::optional<qint64>(2592000));
    QCOMPARE(policy.mx, QStringList({u"mx1.example.com"_qs, u"*.example.net"_qs}));
    QVERIFY(policy.defects.empty());
}

void TestStsPolicy::modeNoneNeedsNoMx()
{
    const StsPolicy policy =
        parseStsPolicy({u"version: STSv1"_qs, u"mode: none"_qs, u"max_age: 86400"_qs});
    QCOMPARE(policy.mode, PolicyMode::None);
    QVERIFY(policy.defects.empty());
}

void TestStsPolicy::linesInOneString()
{
    const StsPolicy whole = parseStsPolicy(
        {u"\uFEFFversion: STSv1\r\nmode: testing\r\n\r\nmx: mx.example.com\r\nmax_age: 1\r\n"_qs});
    QCOMPARE(whole, parseStsPolicy({u"version: STSv1"_qs, u"mode: testing"_qs,
                                    u"mx: mx.example.com"_qs, u"max_age: 1"_qs}));
    QVERIFY(whole.defects.empty());
}

void TestStsPolicy::extensionsAreIgnored()
{
    QVERIFY(parseStsPolicy(withMx(u"mx: mx.example.com"_qs) << u"x-contact.v1: a@example.com"_qs)
                .defects.empty());
}

void TestStsPolicy::firstOfADuplicateCounts()
{
    const StsPolicy policy =
        parseStsPolicy(withMx(u"mx: mx.example.com"_qs) << u"mode: none"_qs << u"max_age: 5"_qs);
    QCOMPARE(policy.mode, PolicyMode::Enforce);
    QCOMPARE(policy.maxAge, std::optional<qint64>(604800));
}

void TestStsPolicy::defects_data()
{
    QTest::addColumn<int>("index");
    const auto cases = allCases();
    for (std::size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name) << static_cast<int>(i);
}

void TestStsPolicy::defects()
{
    QFETCH(int, index);
    const DefectCase expected = allCases()[static_cast<std::size_t>(index)];
    const StsPolicy policy = parseStsPolicy(expected.lines);
    QCOMPARE(policy.defects.size(), expected.defects.size());
    for (std::size_t i = 0; i < policy.defects.size(); ++i) {
        QCOMPARE(static_cast<int>(policy.defects[i].defect),
                 static_cast<int>(expected.defects[i].defect));
        QCOMPARE(policy.defects[i].text, expected.defects[i].text);
    }
    QCOMPARE(policy.mx, expected.mx);
}

void TestStsPolicy::everyDefectIsTested()
{
    QSet<int> seen;
    for (const DefectCase &one : allCases()) {
        for (const PolicyDefectAt &defect : one.defects)
            seen.insert(static_cast<int>(defect.defect));
    }
    QCOMPARE(seen.size(), static_cast<int>(PolicyDefect::LineUnreadable) + 1);
}

void TestStsPolicy::fingerprints()
{
    const QStringList lines{u"version: STSv1"_qs, u"mode: enforce"_qs, u"mx: a.example.com"_qs,
                            u"mx: b.example.com"_qs, u"max_age: 604800"_qs};
    const QString print = parseStsPolicy(lines).fingerprint();
    const QStringList reordered{u"max_age:604800 "_qs,   u"mx: B.example.com."_qs,
                                u"mx: a.example.com"_qs, u"mx: a.example.com"_qs,
                                u"mode: enforce"_qs,     u"version: STSv1"_qs};
    QCOMPARE(parseStsPolicy(reordered).fingerprint(), print);

    QSet<QString> different{print};
    for (const QString &change : {u"mode: testing"_qs, u"mx: c.example.com"_qs,
                                  u"max_age: 604801"_qs, u"version: STSv2"_qs}) {
        QStringList changed = lines;
        const QString key = change.section(u':', 0, 0);
        changed.erase(std::remove_if(changed.begin(), changed.end(),
                                     [&](const QString &l) { return l.startsWith(key); }),
                      changed.end());
        different.insert(parseStsPolicy(changed << change).fingerprint());
    }
    QCOMPARE(different.size(), 5);
}

void TestStsPolicy::hugeTextEnds()
{
    const StsPolicy policy =
        parseStsPolicy({u"mx: "_qs + u"*.a,"_qs.repeated(100'000), u"ü"_qs.repeated(1'000'000)});
    QCOMPARE(policy.mx.size(), 100'000);
    QVERIFY(!policy.defects.empty());
}

QTEST_GUILESS_MAIN(TestStsPolicy)
#include "test_stspolicy.moc"
