// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule in every variant: nothing empty, nothing left to fill in, nothing that scares or
// blames.
#include "tests/ui/words/findingsmade.h"
#include "ui/words/findingwords.h"
#include "ui/words/words.h"

#include <QRegularExpression>
#include <QTest>

using namespace tlsrpt;

namespace
{

QString all(const words::FindingWords &w)
{
    return QStringList{w.title, w.statement,      w.meaning, w.effect,
                       w.who,   w.fix.join(u' '), w.sure,    w.state}
        .join(u'\n');
}

/// A stop last; an address to copy stands without one.
bool isSentence(const QString &text)
{
    return text.endsWith(u'.') || text.endsWith(QStringLiteral("/.well-known/mta-sts.txt")) ||
           text.endsWith(u'…') || text.endsWith(u'?');
}

QStringList oddities(const words::FindingWords &w)
{
    static const QRegularExpression unfilled(QStringLiteral("%\\d|%n|%L"));
    static const QRegularExpression gaps(QStringLiteral("  |\\.\\.|,,| \\.| ,|“”|\\(\\)|\\.:"));
    QStringList odd;
    const QString text = all(w);
    if (text.contains(QStringLiteral("lost"), Qt::CaseInsensitive))
        odd += QStringLiteral("lost");
    if (text.contains(unfilled))
        odd += unfilled.match(text).captured();
    if (text.contains(gaps))
        odd += QStringLiteral("gap: ") + gaps.match(text).captured();
    for (const QString &sentence : QStringList{w.statement, w.meaning, w.effect} + w.fix) {
        if (!isSentence(sentence))
            odd += QStringLiteral("no sentence: ") + sentence;
    }
    if (w.title.endsWith(u'.') || w.state.endsWith(u'.'))
        odd += QStringLiteral("a title with a stop");
    return odd;
}

} // namespace

class TestFindingWords : public QObject
{
    Q_OBJECT

private slots:
    void everyVariant_data()
    {
        QTest::addColumn<int>("rule");
        QTest::addColumn<int>("variant");
        for (int r = 0; r < ruleCount; ++r) {
            const auto variants = made::variants(static_cast<Rule>(r));
            for (size_t v = 0; v < variants.size(); ++v)
                QTest::addRow("%s %s", id(static_cast<Rule>(r)).data(),
                              variants[v].name.constData())
                    << r << static_cast<int>(v);
        }
    }
    void everyVariant()
    {
        QFETCH(int, rule);
        QFETCH(int, variant);
        const made::Variant made =
            made::variants(static_cast<Rule>(rule))[static_cast<size_t>(variant)];
        const words::FindingWords w = words::finding(made.finding);
        QVERIFY(!w.title.isEmpty() && !w.statement.isEmpty() && !w.meaning.isEmpty());
        QVERIFY(!w.effect.isEmpty() && !w.who.isEmpty() && !w.sure.isEmpty() && !w.state.isEmpty());
        QVERIFY(!w.fix.isEmpty() && !w.fix.contains(QString()));
        QCOMPARE(words::findingTitle(made.finding), w.title);
        if (made.name != "hostile") // there the report itself says %1
            QCOMPARE(oddities(w).join(u'\n'), QString());
        QVERIFY(!all(w).contains(QChar(0x1b)));
    }

    void tellsWhoWhereWhenAndHowOften_data()
    {
        QTest::addColumn<int>("rule");
        for (int r = 0; r < ruleCount; ++r)
            QTest::newRow(id(static_cast<Rule>(r)).data()) << r;
    }
    void tellsWhoWhereWhenAndHowOften()
    {
        QFETCH(int, rule);
        const Finding f = made::finding(static_cast<Rule>(rule));
        const QString statement = words::finding(f).statement;
        QVERIFY2(statement.contains(QStringLiteral("Google")), qPrintable(statement));
        QVERIFY2(statement.contains(f.mx.isEmpty() ? made::domain : made::server),
                 qPrintable(statement));
        const bool judged = f.rule >= Rule::R34 && f.rule <= Rule::R36; // at the end of a period
        if (!judged)
            QVERIFY2(statement.contains(words::day(f.first)), qPrintable(statement));
        if (f.mailAffected && f.rule != Rule::R03)
            QVERIFY2(statement.contains(QStringLiteral("212 of")), qPrintable(statement));
    }

    /// Under 70 points nobody is named as the one whose fault it is.
    void blamesNobodyWithoutProof()
    {
        const QRegularExpression blame(
            QStringLiteral("probably (at|with) (this|the) sender|at fault|guilty|to blame|sender’s "
                           "fault|attacker"));
        for (int r = 0; r < ruleCount; ++r) {
            Finding f = made::finding(static_cast<Rule>(r));
            f.confidence.value = highConfidence - 1;
            f.owner = Owner::Sender;
            const words::FindingWords w = words::finding(f);
            // Causes hint at the other side in general words; who acts and what is said does not.
            const QString told = w.title + w.statement + w.effect + w.who +
                                 (f.rule == Rule::R30 ? w.meaning : QString());
            QVERIFY2(!told.contains(blame), qPrintable(told));
            QVERIFY2(w.who.startsWith(QStringLiteral("You first"))
                         || w.who.startsWith(QStringLiteral("Nobody")),
                     qPrintable(w.who));
        }
    }

    void certificateExpired()
    {
        Finding f = made::finding(Rule::R01);
        const words::FindingWords w = words::finding(f);
        QCOMPARE(w.title, QStringLiteral("Certificate of mx2.example.org expired"));
        QCOMPARE(
            w.statement,
            QStringLiteral("Since %1, 4 senders (Google, Microsoft and 2 more) found the "
                           "certificate of mx2.example.org expired. It was counted 214 times on "
                           "12 days. 212 of their 1,904 sessions failed in that time (11.1 %).")
                .replace(u"%1"_qs, words::day(f.first)));
        QVERIFY(w.effect.startsWith(QStringLiteral("The policy is in testing")));
        QCOMPARE(w.who, QStringLiteral("The operator of mx2.example.org"));
        QCOMPARE(w.sure, QStringLiteral("Confidence: high (85)"));
        QCOMPARE(w.state, QStringLiteral("Going on since ") + words::day(f.first));
        f.open = false;
        const words::FindingWords over = words::finding(f);
        QCOMPARE(over.state,
                 QStringLiteral("Over: seen last on %1, after 12 days").arg(words::day(f.last)));
        QVERIFY(over.statement.startsWith(QStringLiteral("From ")));
        QVERIFY(over.effect.startsWith(QStringLiteral("The policy was in testing then")));
    }

    void variantsOfOneRule()
    {
        Finding f = made::finding(Rule::R05);
        const QString selfSigned = words::finding(f).statement;
        f.cause = Cause::ChainIncomplete;
        const QString chain = words::finding(f).statement;
        QVERIFY(selfSigned.contains(QStringLiteral("self-signed")));
        QVERIFY(chain.contains(QStringLiteral("intermediate")));

        f = made::finding(Rule::R12);
        const QStringList redirect = words::finding(f).fix;
        f.cause = Cause::FetchTimeout;
        QVERIFY(words::finding(f).fix != redirect);

        f = made::finding(Rule::R08);
        for (const MissReason reason : {MissReason::OneLabelOnly, MissReason::PatternIsMailDomain,
                                        MissReason::OtherOrganization}) {
            f.details.miss = Miss{reason, QStringLiteral("*.example.net")};
            QVERIFY(words::finding(f).meaning.contains(words::miss(*f.details.miss, f.mx)));
        }

        // Not "not known here" of a reason that everybody knows and the policy contradicts.
        f = made::finding(Rule::R11);
        f.cause = Cause::Unknown;
        f.reason = QStringLiteral("MX HOSTS MISMATCH");
        QVERIFY(words::finding(f).statement.contains(
            QStringLiteral("The reason given, “MX HOSTS MISMATCH”, does not tell the cause.")));
        QVERIFY(words::finding(f).meaning.contains(QStringLiteral("missing from a policy that lists it")));

        f = made::finding(Rule::R13);
        QVERIFY(words::finding(f).statement.contains(QStringLiteral("3 times within a month")));
        f.details.number = 1;
        QVERIFY(words::finding(f).fix.front().startsWith(QStringLiteral("Wait")));
        f.open = false;
        QVERIFY(words::finding(f).fix.front().startsWith(QStringLiteral("Nothing to do")));

        f = made::finding(Rule::R18);
        const QString differ = words::finding(f).statement;
        QVERIFY2(differ.contains(QStringLiteral("max_age 86400 became 604800")),
                 qPrintable(differ));
        QVERIFY2(differ.contains(QStringLiteral("mx mx2.example.org was added")),
                 qPrintable(differ));

        f = made::finding(Rule::R30);
        QVERIFY(words::finding(f).meaning.contains(QStringLiteral("probably with this sender")));
        f.confidence.value = 69;
        QVERIFY(!words::finding(f).meaning.contains(QStringLiteral("probably")));
        QVERIFY(words::finding(f).statement.contains(words::ruleName(Rule::R10)));
    }

    void namesAreComplete()
    {
        QStringList names;
        for (int r = 0; r < ruleCount; ++r)
            names += words::ruleName(static_cast<Rule>(r));
        QCOMPARE(names.removeDuplicates(), 0);
        for (int s = 0; s < severityCount; ++s)
            QVERIFY(!words::severityName(static_cast<Severity>(s)).isEmpty());
        for (int h = 0; h < healthCount; ++h)
            QVERIFY(!words::healthName(static_cast<Health>(h)).isEmpty());
        QCOMPARE(words::confidenceName({99, true, {}}), QStringLiteral("certain"));
        QCOMPARE(words::confidenceName({70, false, {}}), QStringLiteral("high"));
        QCOMPARE(words::confidenceName({69, false, {}}), QStringLiteral("medium"));
        QCOMPARE(words::confidenceName({44, false, {}}), QStringLiteral("low"));
        QCOMPARE(words::confidenceReason({ConfidencePoint::SeveralSenders, 20}),
                 QStringLiteral("+20 several senders saw it"));
        QVERIFY(words::confidenceReason({ConfidencePoint::BareFailure, -15}).startsWith(u"−15 "));
        for (int c = 0; c <= static_cast<int>(ClueKind::FirewallMasking); ++c)
            QVERIFY(words::clue({static_cast<ClueKind>(c), 2}, {}).size() > 10);
    }

    void conditions()
    {
        const Finding f = made::finding(Rule::R36);
        for (int k = 0; k <= static_cast<int>(ConditionKind::NewSender); ++k) {
            for (const bool met : {false, true}) {
                const QString text =
                    words::condition({static_cast<ConditionKind>(k), met, 12, 30, made::server}, f);
                QVERIFY2(text.size() > 5 && !text.contains(u'%'), qPrintable(text));
            }
        }
        QCOMPARE(words::condition({ConditionKind::DaysInTesting, false, 12, 30, {}}, f),
                 QStringLiteral("12 of 30 days in testing"));
        QCOMPARE(words::condition({ConditionKind::NoFailures, false, 1, 0, {}}, f),
                 QStringLiteral("1 failed session"));
    }

    void health_data()
    {
        QTest::addColumn<int>("state");
        for (int h = 0; h < healthCount; ++h)
            QTest::addRow("%d", h) << h;
    }
    void health()
    {
        QFETCH(int, state);
        DomainHealth health;
        health.domain = made::domain;
        health.health = static_cast<Health>(state);
        health.sessions = 1000;
        health.protectedSessions = 999;
        health.days = {Day::fromDate({2026, 5, 1}), Day::fromDate({2026, 5, 31})};
        QVERIFY(isSentence(words::healthReason(health)));
        health.worst = std::make_shared<Finding>(made::finding(Rule::R01));
        if (health.health == Health::Broken)
            QCOMPARE(words::healthReason(health),
                     QStringLiteral("Certificate of mx2.example.org expired."));
    }
};

QTEST_GUILESS_MAIN(TestFindingWords)
#include "test_findingwords.moc"
