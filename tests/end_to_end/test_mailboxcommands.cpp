// SPDX-License-Identifier: GPL-3.0-or-later
// `mailbox` and `fetch` of the real program, against a real Dovecot.
#include "tests/end_to_end/program.h"
#include "tests/support/corpus/corpus.h"
#include "tests/support/dovecot/dovecot.h"

#include <QJsonArray>
#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::test;

namespace
{

QByteArray reportMail(int number)
{
    return made::toMail(made::Corpus({1000, 5}).at(number));
}

QByteArray brokenMail()
{
    return "From: a@example.org\r\nTo: b@example.org\r\nSubject: Report Domain: example.org\r\n"
           "Date: Mon, 2 Nov 2026 10:00:00 +0000\r\nTLS-Report-Domain: example.org\r\nMIME-Version: 1.0\r\n"
           "Content-Type: application/tlsrpt+json; name=\"r.json\"\r\n\r\n{\"policies\":[]}\r\n";
}

QByteArray otherMail()
{
    return "From: a@example.org\r\nTo: b@example.org\r\nSubject: lunch\r\n"
           "Date: Mon, 2 Nov 2026 10:00:00 +0000\r\n\r\nAt one?\r\n";
}

QStringList addArguments(const QString &name, const QStringList &more)
{
    return QStringList{QStringLiteral("mailbox"), QStringLiteral("add"), name} + more;
}

} // namespace

class TestMailboxCommands : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fetchesOnceAndAgain();
    void testTellsEachStep();
    void listAndRemove();
    void rejectedMailIsNamed();
    void wrongPassword();
    void wrongAuthority();
    void oneOfTwoCannotBeRead();
    void wrongUsage_data();
    void wrongUsage();
    void noPasswordIsInTheSettings();
    void passwordFromStandardInput();

private:
    /// The options of a mailbox that can be read.
    QStringList good(const Home &home) const;
    Ran add(const Home &home, const QString &name = QStringLiteral("work"), const QStringList &more = {}) const;

    std::unique_ptr<made::Dovecot> m_server;
};

void TestMailboxCommands::initTestCase()
{
    if (const QString missing = made::Dovecot::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    m_server = std::make_unique<made::Dovecot>();
    QVERIFY2(m_server->start(), m_server->log().constData());
    QVERIFY(m_server->deliver(reportMail(0)));
    QVERIFY(m_server->deliver(reportMail(1)));
    QVERIFY(m_server->deliver(otherMail()));
    QVERIFY(m_server->makeFolder("Reports"));
    QVERIFY(m_server->deliver(reportMail(1), "Reports"));
}

QStringList TestMailboxCommands::good(const Home &home) const
{
    const QString secret = home.write(QStringLiteral("secret"), QByteArray(made::Dovecot::password) + '\n');
    return {QStringLiteral("--host"), QStringLiteral("127.0.0.1"), QStringLiteral("--port"),
            QString::number(m_server->tlsPort()), QStringLiteral("--user"), QLatin1String(made::Dovecot::user),
            QStringLiteral("--ca-file"), m_server->certificates().authority(), QStringLiteral("--password-command"),
            QStringLiteral("cat ") + secret};
}

Ran TestMailboxCommands::add(const Home &home, const QString &name, const QStringList &more) const
{
    return home.run(addArguments(name, good(home) + more));
}

void TestMailboxCommands::fetchesOnceAndAgain()
{
    Home home;
    const Ran added = add(home);
    QVERIFY2(added.status == 0, qPrintable(added.complaint()));
    const Ran first = home.onArchive(QStringLiteral("fetch"), {QStringLiteral("--json")});
    QVERIFY2(first.status == 0, qPrintable(first.complaint()));
    const QJsonObject json = first.json();
    QCOMPARE(json[u"schema"].toInt(), 1);
    QCOMPARE(json[u"reports"][u"imported"].toInt(), 2);
    QCOMPARE(json[u"reports"][u"duplicates"].toInt(), 1); // by another way
    QCOMPARE(json[u"rejected"].toArray().size(), 0);
    QVERIFY(json[u"seconds"].isDouble());
    const QJsonObject row = json[u"mailboxes"][0].toObject();
    QCOMPARE(row[u"name"].toString(), QStringLiteral("work"));
    QCOMPARE(row[u"result"].toString(), QStringLiteral("ok"));
    QCOMPARE(home.summary()[u"reports"].toInt(), 2);

    const Ran second = home.onArchive(QStringLiteral("fetch"));
    QVERIFY2(second.status == 0, qPrintable(second.complaint()));
    QCOMPARE(second.out, QByteArray("work: nothing new.\n"));
    QVERIFY(second.err.isEmpty());
    for (const QString &file : m_server->files())
        QVERIFY2(!file.section(QStringLiteral(":2,"), 1).contains(u'S'), qPrintable(file)); // unread as before

    // Another archive starts anew.
    const Ran other = home.run({QStringLiteral("fetch"), QStringLiteral("--archive"),
                                home.file(QStringLiteral("other.sqlite")), QStringLiteral("work")});
    QVERIFY2(other.out.startsWith("work: 2 report") && other.out.contains(", 1 seen before."), qPrintable(other.complaint()));
}

void TestMailboxCommands::testTellsEachStep()
{
    Home home;
    add(home);
    const Ran ran = home.run({QStringLiteral("mailbox"), QStringLiteral("test"), QStringLiteral("work")});
    QVERIFY2(ran.status == 0, qPrintable(ran.complaint()));
    for (const char *part : {"Connecting to 127.0.0.1:", "Encrypted (TLS", "Signed in as reports@example.org.",
                             "INBOX: 3 mail", "The mailbox can be read"})
        QVERIFY2(ran.out.contains(part), qPrintable(QLatin1String(part) + ran.complaint()));
    QVERIFY(!ran.out.contains("s3cret"));
}

void TestMailboxCommands::listAndRemove()
{
    Home home;
    add(home, QStringLiteral("a/b ü"));
    Ran listed = home.onArchive(QStringLiteral("mailbox"), {});
    QCOMPARE(listed.status, 2);
    const QStringList list{QStringLiteral("mailbox"), QStringLiteral("list"), QStringLiteral("--archive"), home.archive()};
    listed = home.run(list);
    QVERIFY2(listed.status == 0, qPrintable(listed.complaint()));
    QVERIFY(listed.out.startsWith(QByteArray("a/b ü\n    reports@example.org at 127.0.0.1:")));
    QVERIFY(listed.out.contains("never read"));
    const QStringList asJson = list + QStringList{QStringLiteral("--json")};
    QJsonObject row = home.run(asJson).json()[u"mailboxes"][0].toObject();
    QCOMPARE(row[u"name"].toString(), QStringLiteral("a/b ü"));
    QCOMPARE(row[u"port"].toInt(), m_server->tlsPort());
    QCOMPARE(row[u"security"].toString(), QStringLiteral("tls"));
    QVERIFY(row[u"result"].isNull() && row[u"last_try"].isNull() && row[u"last_success"].isNull());
    QCOMPARE(home.onArchive(QStringLiteral("fetch")).status, 0);
    QVERIFY(home.run(list).out.contains("last read "));
    row = home.run(asJson).json()[u"mailboxes"][0].toObject();
    QCOMPARE(row[u"result"].toString(), QStringLiteral("ok"));
    QVERIFY(QDateTime::fromString(row[u"last_success"].toString(), Qt::ISODate).isValid());
    QCOMPARE(add(home, QStringLiteral("a/b ü")).status, 2); // there is one already

    const Ran removed = home.run({QStringLiteral("mailbox"), QStringLiteral("remove"), QStringLiteral("--archive"),
                                  home.archive(), QStringLiteral("a/b ü")});
    QVERIFY2(removed.status == 0, qPrintable(removed.complaint()));
    QVERIFY(home.run(list).out.isEmpty());
    QCOMPARE(home.summary()[u"reports"].toInt(), 2);
    QCOMPARE(home.onArchive(QStringLiteral("fetch"), {QStringLiteral("a/b ü")}).status, 2);
    add(home, QStringLiteral("a/b ü"));
    QCOMPARE(home.onArchive(QStringLiteral("fetch"), {QStringLiteral("--json")}).json()[u"reports"][u"duplicates"].toInt(), 3);
}

void TestMailboxCommands::rejectedMailIsNamed()
{
    QVERIFY(m_server->makeFolder("Gr&APYA3w-e"));
    QVERIFY(m_server->deliver(brokenMail(), "Gr&APYA3w-e"));
    Home home;
    add(home, QStringLiteral("work"), {QStringLiteral("--folder"), QStringLiteral("Größe")});
    const Ran ran = home.onArchive(QStringLiteral("fetch"), {QStringLiteral("--json")});
    QVERIFY2(ran.status == 1, qPrintable(ran.complaint()));
    const QJsonObject rejected = ran.json()[u"rejected"][0].toObject();
    const QString source = rejected[u"source"].toString();
    QVERIFY2(source.startsWith(QStringLiteral("work/Größe › UID 1 · Report Domain: example.org · ")), qPrintable(source));
    QVERIFY2(source.endsWith(QStringLiteral(" › r.json")), qPrintable(source));
    QCOMPARE(rejected[u"code"].toString(), QStringLiteral("no-date-range"));
}

void TestMailboxCommands::wrongPassword()
{
    Home home;
    QStringList options = good(home);
    options.last() = QStringLiteral("echo wrong");
    home.run(addArguments(QStringLiteral("work"), options));
    const Ran ran = home.onArchive(QStringLiteral("fetch"), {QStringLiteral("--json")});
    QVERIFY2(ran.status == 5, qPrintable(ran.complaint()));
    const QJsonObject row = ran.json()[u"mailboxes"][0].toObject();
    QCOMPARE(row[u"result"].toString(), QStringLiteral("sign-in-refused"));
    QVERIFY(!row[u"reason"].toString().isEmpty());
    const QStringList list{QStringLiteral("mailbox"), QStringLiteral("list"), QStringLiteral("--archive"), home.archive()};
    QVERIFY(home.run(list).out.contains("refused the user name or the password"));
    const QJsonObject listed = home.run(list + QStringList{QStringLiteral("--json")}).json()[u"mailboxes"][0].toObject();
    QCOMPARE(listed[u"result"].toString(), QStringLiteral("sign-in-refused"));
    QVERIFY(listed[u"reason"].toString().contains(QStringLiteral("refused the user name or the password")));
    QVERIFY(listed[u"last_success"].isNull());
}

void TestMailboxCommands::wrongAuthority()
{
    Home home;
    QStringList options = good(home);
    options[options.indexOf(QStringLiteral("--ca-file")) + 1] = m_server->certificates().otherAuthority();
    home.run(addArguments(QStringLiteral("work"), options));
    const Ran ran = home.onArchive(QStringLiteral("fetch"));
    QVERIFY2(ran.status == 5, qPrintable(ran.complaint()));
    QVERIFY2(ran.err.contains("certificate cannot be trusted"), qPrintable(ran.complaint()));
    const qsizetype at = ran.err.indexOf("Fingerprint (SHA-256): ");
    QVERIFY2(at > 0, qPrintable(ran.complaint()));
    const QString print = QString::fromLatin1(ran.err.mid(at + 23, 95));

    // Known and trusted by whoever compares the fingerprint.
    const Ran added = home.run(addArguments(QStringLiteral("pinned"),
                                            options + QStringList{QStringLiteral("--trust-certificate"), print}));
    QVERIFY2(added.status == 0, qPrintable(added.complaint()));
    const Ran fetched = home.onArchive(QStringLiteral("fetch"), {QStringLiteral("pinned")});
    QVERIFY2(fetched.status == 0 || fetched.status == 1, qPrintable(fetched.complaint()));
}

void TestMailboxCommands::oneOfTwoCannotBeRead()
{
    Home home;
    add(home, QStringLiteral("good"));
    QStringList options = good(home);
    options[options.indexOf(QStringLiteral("--port")) + 1] = QStringLiteral("1");
    home.run(addArguments(QStringLiteral("bad"), options));
    const Ran ran = home.onArchive(QStringLiteral("fetch"));
    QVERIFY2(ran.status == 5, qPrintable(ran.complaint()));
    QVERIFY(ran.err.contains("bad: "));
    QVERIFY2(ran.out.contains("good: 2 report"), qPrintable(ran.complaint()));
}

void TestMailboxCommands::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const QString &line) {
        QTest::newRow(name) << line.split(u' ', Qt::SkipEmptyParts);
    };
    row("no mailbox at all", QStringLiteral("fetch"));
    row("no such mailbox", QStringLiteral("fetch nobody"));
    row("nothing to do", QStringLiteral("mailbox"));
    row("unknown", QStringLiteral("mailbox rename a"));
    row("no name", QStringLiteral("mailbox add --host h --user u"));
    row("no host", QStringLiteral("mailbox add a --user u"));
    row("port with the host", QStringLiteral("mailbox add a --host h:993 --user u"));
    row("no such security", QStringLiteral("mailbox add a --host h --user u --security ssl"));
    row("no such port", QStringLiteral("mailbox add a --host h --user u --port 70000"));
    row("no such kind", QStringLiteral("mailbox add a --host h --user u --auth kerberos"));
    row("no provider", QStringLiteral("mailbox add a --host h --user u --auth oauth2"));
    row("two passwords", QStringLiteral("mailbox add a --host h --user u --password-stdin --password-command c"));
    row("no such file", QStringLiteral("mailbox add a --host h --user u --ca-file /nowhere.pem"));
    row("short fingerprint", QStringLiteral("mailbox add a --host h --user u --trust-certificate AB:CD"));
    row("moved where it is read", QStringLiteral("mailbox add a --host h --user u --folder X --move-to X"));
    row("test nobody", QStringLiteral("mailbox test nobody"));
    row("remove nobody", QStringLiteral("mailbox remove nobody"));
}

void TestMailboxCommands::wrongUsage()
{
    QFETCH(QStringList, arguments);
    Home home;
    const Ran ran = home.run(arguments);
    QVERIFY2(ran.status == 2, qPrintable(ran.complaint()));
    QVERIFY(!ran.err.isEmpty());
    QVERIFY(ran.out.isEmpty());
}

void TestMailboxCommands::noPasswordIsInTheSettings()
{
    Home home;
    QVERIFY(add(home).status == 0);
    home.onArchive(QStringLiteral("fetch"));
    for (const QString &name : home.everything()) {
        QFile file(home.file(name));
        if (name == QStringLiteral("secret") || !file.open(QIODevice::ReadOnly))
            continue;
        QVERIFY2(!file.readAll().contains("s3cret"), qPrintable(name));
    }
}

/// Without a password store the mailbox is not added, and the password is nowhere.
void TestMailboxCommands::passwordFromStandardInput()
{
    Home home;
    const QStringList arguments = addArguments(
        QStringLiteral("work"), {QStringLiteral("--host"), QStringLiteral("h"), QStringLiteral("--user"),
                                 QStringLiteral("u"), QStringLiteral("--password-stdin")});
    const Ran nothing = home.run(arguments);
    QVERIFY2(nothing.status == 2, qPrintable(nothing.complaint()));
    QVERIFY(nothing.err.contains("no password on standard input"));
    const Ran ran = home.run(arguments, "s3cret\n");
    QVERIFY2(ran.status == 5, qPrintable(ran.complaint()));
    QVERIFY(!ran.err.contains("s3cret") && !ran.out.contains("s3cret"));
    QVERIFY(home.run({QStringLiteral("mailbox"), QStringLiteral("list")}).out.isEmpty());
}

QTEST_GUILESS_MAIN(TestMailboxCommands)
#include "test_mailboxcommands.moc"
