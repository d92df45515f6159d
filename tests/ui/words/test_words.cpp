// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every enum: each value has words, they are whole, kind, unique and untouched by strangers.
#include "core/report/resulttypes.h"
#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <functional>

using namespace tlsrpt;

namespace
{

/// What no text may contain: loss, blame, fear, the wrong direction, leftovers.
void checkTone(const QString &text)
{
    static const QRegularExpression bad(QStringLiteral(
        "\\b(lost|lose|loses|loss|hack\\w*|attacker\\w*|guilty|fault of the sender|stupid|sorry"
        "|mails? you sen[dt]|your outgoing|mails? failed)\\b|%[0-9nL]|  |\\(\\)|“”| [.,;:]|\\.\\."),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = bad.match(text);
    QVERIFY2(!match.hasMatch(), qPrintable(match.captured() + QStringLiteral(" in: ") + text));
    QVERIFY2(!text.trimmed().isEmpty(), "an empty text");
    QCOMPARE(text, text.trimmed());
}

/// A full sentence or several.
void checkSentence(const QString &text)
{
    checkTone(text);
    QVERIFY2(QStringLiteral(".?)”/").contains(text.back()) || text.endsWith(QStringLiteral("txt")),
             qPrintable(text));
    QVERIFY2(!text.front().isLower() || text.startsWith(QStringLiteral("mx"))
                 || text.startsWith(QStringLiteral("max_age")),
             qPrintable(text));
}

void checkUnique(int count, const std::function<QString(int)> &name)
{
    QSet<QString> seen;
    for (int i = 0; i < count; ++i) {
        const QString text = name(i);
        checkTone(text);
        QVERIFY2(!text.endsWith(u'.'), qPrintable(text));
        QVERIFY2(!seen.contains(text), qPrintable(text));
        seen.insert(text);
    }
}

Explanation explanationOf(Cause cause, Track track, PolicyMode mode, bool names)
{
    Explanation e;
    e.cause = cause;
    e.group = groupOf(cause);
    e.situation.resultType = QStringLiteral("validation-failure");
    e.situation.track = track;
    e.situation.mode = mode;
    e.effect = effectOf(cause, e.situation.resultType, track, mode);
    e.checks = {checkFor(CheckKind::TlsHandshake, e.situation)};
    if (names) {
        e.situation.mx = QStringLiteral("mx2.example.org");
        e.situation.domain = QStringLiteral("example.org");
    }
    return e;
}

void checkExplanation(const words::ExplanationWords &words)
{
    checkTone(words.title);
    QVERIFY2(!words.title.endsWith(u'.'), qPrintable(words.title));
    checkSentence(words.whatHappened);
    checkSentence(words.meaning);
    checkSentence(words.effect);
    checkTone(words.who);
    checkSentence(words.attack);
    QVERIFY(!words.fix.isEmpty());
    for (const QString &step : words.fix)
        checkSentence(step);
}

constexpr int policyDefectCount = static_cast<int>(PolicyDefect::LineUnreadable) + 1;
constexpr int missReasonCount = static_cast<int>(MissReason::OtherOrganization) + 1;
constexpr int checkKindCount = static_cast<int>(CheckKind::TlsVersions) + 1;
constexpr int ownerCount = static_cast<int>(Owner::Nobody) + 1;
constexpr int attackHintCount = static_cast<int>(AttackHint::FetchBlocking) + 1;
constexpr int mailEffectCount = static_cast<int>(MailEffect::Unknown) + 1;

} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void namesAreThereAndDiffer()
    {
        checkUnique(causeCount, [](int i) { return words::causeName(static_cast<Cause>(i)); });
        checkUnique(causeGroupCount, [](int i) { return words::groupName(static_cast<CauseGroup>(i)); });
        checkUnique(trackCount, [](int i) { return words::trackName(static_cast<Track>(i)); });
        checkUnique(4, [](int i) { return words::modeName(static_cast<PolicyMode>(i)); });
        checkUnique(checkKindCount, [](int i) { return words::checkTitle(static_cast<CheckKind>(i)); });
        checkUnique(deviationKindCount,
                    [](int i) { return words::deviationName(static_cast<DeviationKind>(i)); });
        checkUnique(codeCount, [](int i) { return words::error({static_cast<Code>(i), {}, {}, -1}).reason; });
        Situation situation;
        checkUnique(ownerCount, [&](int i) { return words::ownerName(static_cast<Owner>(i), situation); });
    }

    void policyApplied()
    {
        QCOMPARE(words::policyApplied(Track::Sts, PolicyMode::Enforce), QStringLiteral("MTA-STS enforce"));
        QCOMPARE(words::policyApplied(Track::Sts, PolicyMode::Unknown), QStringLiteral("MTA-STS"));
        QCOMPARE(words::policyApplied(Track::Tlsa, PolicyMode::Unknown), QStringLiteral("DANE"));
        QCOMPARE(words::policyApplied(Track::None, PolicyMode::None), QStringLiteral("No policy"));
    }

    void policiesApplied()
    {
        DomainRow row;
        row.track = Track::Tlsa;
        row.hasTlsa = true;
        row.mode = PolicyMode::Enforce;
        QCOMPARE(words::policiesApplied(row), QStringLiteral("DANE"));
        row.hasSts = true;
        QCOMPARE(words::policiesApplied(row), QStringLiteral("MTA-STS enforce, DANE"));
        row.hasTlsa = false;
        row.track = Track::Sts;
        QCOMPARE(words::policiesApplied(row), QStringLiteral("MTA-STS enforce"));
        row.hasSts = false;
        row.track = Track::None;
        QCOMPARE(words::policiesApplied(row), QStringLiteral("No policy"));
    }

    void owners()
    {
        Situation s;
        s.mx = QStringLiteral("mx2.example.org");
        s.domain = QStringLiteral("example.org");
        QCOMPARE(words::ownerName(Owner::MxOperator, s), QStringLiteral("The operator of mx2.example.org"));
        QCOMPARE(words::ownerName(Owner::ReceivingDomain, s), QStringLiteral("The owner of example.org"));
        s.mx.clear();
        QCOMPARE(words::ownerName(Owner::MxOperator, s),
                 QStringLiteral("The operator of the mail servers of example.org"));
    }

    void everyCauseIsExplainedUnderEveryPolicy()
    {
        for (int i = 0; i < causeCount; ++i) {
            for (const Track track : {Track::Sts, Track::Tlsa, Track::None, Track::Other}) {
                for (int mode = 0; mode < 4; ++mode) {
                    for (const bool names : {true, false}) {
                        const Explanation e = explanationOf(static_cast<Cause>(i), track,
                                                            static_cast<PolicyMode>(mode), names);
                        checkExplanation(words::explanation(e));
                        if (QTest::currentTestFailed())
                            return;
                    }
                }
            }
        }
    }

    void titlesDiffer()
    {
        QSet<QString> titles;
        for (int i = 0; i < causeCount; ++i)
            titles.insert(words::explanation(explanationOf(static_cast<Cause>(i), Track::Sts,
                                                           PolicyMode::Testing, true)).title);
        QCOMPARE(titles.size(), causeCount);
    }

    void everyEffectAndHintHasWords()
    {
        for (int i = 0; i < mailEffectCount; ++i) {
            for (const PolicyMode mode : {PolicyMode::Testing, PolicyMode::Enforce, PolicyMode::Unknown}) {
                Explanation e = explanationOf(Cause::Expired, Track::Sts, mode, true);
                e.effect = static_cast<MailEffect>(i);
                checkSentence(words::explanation(e).effect);
            }
        }
        QSet<QString> hints;
        for (int i = 0; i < attackHintCount; ++i) {
            Explanation e = explanationOf(Cause::Expired, Track::Sts, PolicyMode::Testing, true);
            e.attack = static_cast<AttackHint>(i);
            hints.insert(words::explanation(e).attack);
        }
        QCOMPARE(hints.size(), attackHintCount);
    }

    void theMockUpsOwnExample()
    {
        Situation s;
        s.resultType = QStringLiteral("certificate-expired");
        s.track = Track::Sts;
        s.mode = PolicyMode::Testing;
        s.mx = QStringLiteral("mx2.example.org");
        s.domain = QStringLiteral("example.org");
        const words::ExplanationWords words = words::explanation(explain(s));
        QCOMPARE(words.title, QStringLiteral("Certificate of mx2.example.org expired"));
        QCOMPARE(words.effect,
                 QStringLiteral("The policy is in testing, so the mail was still delivered. It was "
                                "encrypted, but no sender could be sure it reached the right server. "
                                "Under enforce it would be delayed and may bounce."));
        QVERIFY(words.verbatim.isEmpty());
    }

    void enforceSaysDelayedNotDelivered()
    {
        const auto effect = [](PolicyMode mode) {
            return words::explanation(explanationOf(Cause::Expired, Track::Sts, mode, true)).effect;
        };
        QVERIFY(effect(PolicyMode::Enforce).contains(QStringLiteral("delayed")));
        QVERIFY(!effect(PolicyMode::Enforce).contains(QStringLiteral("was still delivered")));
        QVERIFY(effect(PolicyMode::Testing).contains(QStringLiteral("was still delivered")));
    }

    void theCachedPolicyStillProtects()
    {
        Situation s;
        s.resultType = QStringLiteral("sts-policy-fetch-error");
        s.reason = QStringLiteral("dns-lookup+fallback-to-cached-policy");
        s.track = Track::Sts;
        QVERIFY(words::explanation(explain(s)).effect.contains(QStringLiteral("still protected")));
    }

    void theMissNamesThePattern()
    {
        Situation s;
        s.resultType = QStringLiteral("validation-failure");
        s.track = Track::Sts;
        s.mode = PolicyMode::Testing;
        s.domain = QStringLiteral("example.org");
        s.mx = QStringLiteral("backup.mail.example.org");
        s.patterns = QStringList{QStringLiteral("*.example.org")};
        const words::ExplanationWords words = words::explanation(explain(s));
        QCOMPARE(words.title, QStringLiteral("backup.mail.example.org is not in the policy"));
        QVERIFY2(words.meaning.contains(QStringLiteral("The asterisk in *.example.org stands for one part")),
                 qPrintable(words.meaning));
    }

    void missesAndDefects()
    {
        for (int i = 0; i < missReasonCount; ++i)
            checkSentence(words::miss({static_cast<MissReason>(i), QStringLiteral("*.example.org")},
                                      QStringLiteral("mx.example.org")));
        for (int i = 0; i < policyDefectCount; ++i)
            checkSentence(words::policyDefect({static_cast<PolicyDefect>(i), QStringLiteral("mx: a, b")}));
    }

    void deviations()
    {
        for (int i = 0; i < deviationKindCount; ++i) {
            const auto kind = static_cast<DeviationKind>(i);
            checkTone(words::deviation({kind, QStringLiteral("/policies/0"), {}}));
            checkTone(words::deviation({kind, {}, QStringLiteral("x\n\x1by")}));
            checkTone(words::deviationHandling(kind));
        }
        QCOMPARE(words::deviation({DeviationKind::TimeWithoutZone, {}, {}}), QStringLiteral("Times carry no zone"));
        QCOMPARE(words::deviationHandling(DeviationKind::TimeWithoutZone), QStringLiteral("read as UTC"));
        QCOMPARE(words::deviation({DeviationKind::PolicyTypeUnknown, {}, QStringLiteral("mta-sts")}),
                 QStringLiteral("Kind of policy is unknown: “mta-sts”"));
    }

    void errorsSayWhatAndWhatNext()
    {
        for (int i = 0; i < codeCount; ++i) {
            for (const char *detail : {"", "1204", "Permission denied", "-5"}) {
                for (const qint64 offset : {qint64(-1), qint64(412)}) {
                    const Error error{static_cast<Code>(i), QStringLiteral("a.zip › b.json"),
                                      QString::fromLatin1(detail), offset};
                    const words::ErrorWords words = words::error(error);
                    checkSentence(words.what);
                    checkSentence(words.next);
                    checkTone(words.reason);
                    QVERIFY(words.reason.size() <= 26);
                    const QString line = words::sentence(error);
                    QVERIFY(line.startsWith(error.subject));
                    QVERIFY(!line.contains(u'\n'));
                }
            }
        }
        const words::ErrorWords expired = words::error({Code::CertificateRefused, {}, QStringLiteral("expired 2021-01-01"), -1});
        QVERIFY(expired.what.endsWith(QStringLiteral("It expired on 1 January 2021.")));
        QVERIFY(expired.next.contains(QStringLiteral("renew")));
        const words::ErrorWords misnamed = words::error(
            {Code::CertificateRefused, {}, QStringLiteral("wrong-name mx.example.org; self-signed"), -1});
        QVERIFY(misnamed.what.contains(QStringLiteral("another server than mx.example.org.")));
        QVERIFY(misnamed.what.contains(QStringLiteral("signed by itself")));
        QVERIFY(misnamed.next.contains(QStringLiteral("server's name")));
        QVERIFY(words::error({Code::SignInRefused, {}, QStringLiteral("NO [AUTHENTICATIONFAILED] No such user."), -1})
                    .what.endsWith(QStringLiteral("(No such user.)")));
        QVERIFY(words::error({Code::ClientRefused, {}, {}, -1}).next.contains(QStringLiteral("client ID")));
        QVERIFY(!words::error({Code::SignInDenied, {}, {}, -1}).what.contains(QStringLiteral("password")));
        QCOMPARE(words::error({Code::Truncated, {}, QStringLiteral("1204"), -1}).what,
                 QStringLiteral("The compressed data ends after 1,204 bytes, before it is complete."));
        QCOMPARE(words::error({Code::NotJson, {}, {}, 412}).what,
                 QStringLiteral("At byte 412 it stops being valid JSON."));
        QCOMPARE(words::error({Code::NotJson, {}, {}, 0}).what,
                 QStringLiteral("It is neither JSON nor gzip, zip or a mail."));
        QCOMPARE(words::error({Code::TooLarge, {}, QStringLiteral("20971520"), -1}).what,
                 QStringLiteral("It would be more than 20 MB; reading stopped at this limit."));
        const words::ErrorWords mail = words::error({Code::TooLarge, {}, QStringLiteral("419430400 > 268435456"), -1});
        QCOMPARE(mail.what, QStringLiteral("The mail has 400 MB; mails of more than 256 MB are not fetched."));
        QVERIFY(mail.next.contains(QStringLiteral("import the file")));
        QCOMPARE(words::error({Code::CannotWrite, {}, QStringLiteral("No such directory"), -1}).what,
                 QStringLiteral("The file cannot be written. (No such directory)"));
    }

    void recordsAreShortened()
    {
        const QString digest = QStringLiteral("8cb0fc6c527506a053f4f14c8464bebbd6dede2738d11468dd953d7d6a3021f1");
        QCOMPARE(words::shortRecord(QStringLiteral("3 1 1 ") + digest), QStringLiteral("3 1 1 8cb0fc6c…6a3021f1"));
        QCOMPARE(words::shortRecord(QStringLiteral("3 1 1 8cb0fc6c")), QStringLiteral("3 1 1 8cb0fc6c"));
        QCOMPARE(words::shortRecord({}), QString());
        // A stranger's text: no mark that turns the line around, no half character.
        QCOMPARE(words::shortRecord(QStringLiteral("3 1 1 8cb0fc\u202e") + digest + QStringLiteral("\U0001F512bcdefgh")),
                 QStringLiteral("3 1 1 8cb0fc8…bcdefgh"));
    }

    void tlsaRecords_data()
    {
        QTest::addColumn<QString>("record");
        QTest::addColumn<QString>("words");
        const QString sha256 = QStringLiteral("ab").repeated(32);
        QTest::newRow("3 1 1") << QString(QStringLiteral("3 1 1 ") + sha256) << QStringLiteral("server key, SHA-256");
        QTest::newRow("2 0 1") << QString(QStringLiteral("2 0 1 ") + sha256) << QStringLiteral("authority’s certificate, SHA-256");
        QTest::newRow("3 0 2") << QString(QStringLiteral("3 0 2 ") + sha256 + sha256) << QStringLiteral("server certificate, SHA-512");
        QTest::newRow("1 1 1") << QString(QStringLiteral("1 1 1 ") + sha256) << QStringLiteral("not usable for mail: begins with 1, must begin with 3 or 2");
        QTest::newRow("short") << QStringLiteral("3 1 1 abcd") << QStringLiteral("not usable: the digest has the wrong length");
        QTest::newRow("words") << QStringLiteral("who knows") << QStringLiteral("not a TLSA record");
    }
    void tlsaRecords()
    {
        QFETCH(QString, record);
        QFETCH(QString, words);
        QCOMPARE(words::tlsaRecord(record), words);
    }

    void unknownWordsAreShownAsSent()
    {
        Situation s;
        s.resultType = QStringLiteral("validation-failure");
        s.reason = QStringLiteral("gremlins in %1");
        QCOMPARE(words::explanation(explain(s)).verbatim,
                 QStringLiteral("Reason as sent: “gremlins in %1”"));
        s.resultType = QStringLiteral("brand-new-%2");
        QCOMPARE(words::explanation(explain(s)).verbatim,
                 QStringLiteral("Result type as sent, not a registered one: “brand-new-%2”. Reason as "
                                "sent: “gremlins in %1”"));
        s.reason.clear();
        QVERIFY(words::explanation(explain(s)).verbatim.endsWith(QStringLiteral("“brand-new-%2”")));
    }

    void strangersCannotRewriteASentence()
    {
        Situation s;
        s.resultType = QStringLiteral("certificate-expired");
        s.domain = QStringLiteral("%1%2%n\u202e\u200bgro.elpmaxe\x1b[2J");
        s.mx = QStringLiteral("mx\n\r\t\u2066.example.org");
        s.reason = QStringLiteral("\u202eevil\u0000\x07").repeated(1000);
        const words::ExplanationWords words = words::explanation(explain(s));
        for (const QString &text : {words.title, words.whatHappened, words.meaning, words.effect,
                                    words.who, words.attack, words.verbatim}) {
            for (const QChar c : text)
                QVERIFY(c.category() != QChar::Other_Control && c.category() != QChar::Other_Format);
        }
        QCOMPARE(words.title, QStringLiteral("Certificate of mx .example.org expired"));
        QVERIFY(words.verbatim.size() < 600);
    }

    void hugeTextIsQuick()
    {
        const QString huge = QStringLiteral("<b>%1 \u202e\n").repeated(120'000);
        Situation s;
        s.track = Track::Sts;
        s.resultType = s.reason = s.domain = s.mx = s.receivingIp = huge;
        QElapsedTimer timer;
        timer.start();
        const words::ExplanationWords words = words::explanation(explain(s));
        words::sentence({Code::NotJson, huge, huge, 1});
        words::deviation({DeviationKind::PolicyTypeUnknown, huge, huge});
        words::policyDefect({PolicyDefect::LineUnreadable, huge});
        words::miss({MissReason::OneLabelOnly, huge}, huge);
        words::tlsaRecord(huge);
        Filter filter;
        filter.domains = QStringList(100'000, huge);
        QVERIFY(words::filterSummary(filter).size() < 1000);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(words.title.size() < 300);
        QVERIFY(words.verbatim.size() < 1200);
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "test_words.moc"
