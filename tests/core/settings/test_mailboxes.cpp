// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/mailboxes.h"
#include "core/settings/settings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace tlsrpt;

class TestMailboxes : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void roundTrip_data();
    void roundTrip();
    void everyFieldIsKept();
    void defaultsAreKept();
    void sortedByName();
    void replacedByName();
    void removed();
    void changedOnlyOnChange();
    void anotherProcessIsSeen();
    void handEditedNonsense();
    void besideOtherSettings();
    void noPlaceToWrite();

private:
    QString file() const { return m_folder->filePath(u"settings.ini"_qs); }
    void writeFile(const QByteArray &text) const
    {
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace
{

Mailbox named(const QString &name)
{
    Mailbox box;
    box.name = name;
    box.host = u"imap.example.org"_qs;
    box.user = u"reports@example.org"_qs;
    return box;
}

} // namespace

void TestMailboxes::roundTrip_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"Reports"_qs, u"a/b"_qs, u"ünï 中文 😀"_qs, u"50 % [x]=;y, z"_qs, u"General"_qs,
                                u"%2F"_qs, u"../.."_qs, u" spaces "_qs, u"back\\slash \"quoted\""_qs})
        QTest::newRow(qPrintable(name)) << name;
}

void TestMailboxes::roundTrip()
{
    QFETCH(QString, name);
    const Mailbox box = named(name);
    QVERIFY(Mailboxes(file()).put(box));
    const Mailboxes again(file());
    QCOMPARE(again.all().size(), size_t(1));
    QVERIFY(again.all().front() == box);
    QVERIFY(again.byName(name) == box);
    QVERIFY(!again.byName(name + u'x'));
}

void TestMailboxes::everyFieldIsKept()
{
    Mailbox box = named(u"m"_qs);
    box.port = 1143;
    box.security = Security::StartTls;
    box.signIn = SignIn::OAuth2;
    box.provider = u"microsoft365"_qs;
    box.clientId = u"00000000-aaaa"_qs;
    box.passwordCommand = u"pass show \"mail/a b\" | head -n1; echo 'x,y' # \\ 100 %"_qs;
    box.caFile = u"/etc/ssl/our ca.pem"_qs;
    box.pinnedCertificate = QByteArray::fromHex("00ff10aa");
    box.folders = {u"INBOX"_qs, u"Berichte/TLS, neu"_qs, u"中文 \"x\""_qs, u"@Invalid()"_qs, u"@Size(1 2)"_qs};
    box.afterwards = Afterwards::Move;
    box.moveTo = u"Archiv/Größe"_qs;
    box.paused = true;
    box.everyMinutes = 0;
    QVERIFY(Mailboxes(file()).put(box));
    QVERIFY(Mailboxes(file()).byName(u"m"_qs) == box);

    box.security = Security::Plain;
    box.afterwards = Afterwards::MarkRead;
    box.folders = {u"one, only"_qs};
    QVERIFY(Mailboxes(file()).put(box));
    QVERIFY(Mailboxes(file()).byName(u"m"_qs) == box);
}

void TestMailboxes::defaultsAreKept()
{
    Mailbox box;
    box.name = u"m"_qs;
    QVERIFY(Mailboxes(file()).put(box));
    QVERIFY(Mailboxes(file()).byName(u"m"_qs) == box);
}

void TestMailboxes::sortedByName()
{
    Mailboxes boxes(file());
    for (const QString &name : {u"work"_qs, u"Home"_qs, u"admin"_qs, u"Work"_qs})
        boxes.put(named(name));
    QStringList names;
    for (const Mailbox &box : boxes.all())
        names.append(box.name);
    QCOMPARE(names, QStringList({u"admin"_qs, u"Home"_qs, u"Work"_qs, u"work"_qs}));
}

void TestMailboxes::replacedByName()
{
    Mailboxes boxes(file());
    Mailbox box = named(u"m"_qs);
    box.caFile = u"/ca.pem"_qs;
    box.folders = {u"INBOX"_qs};
    boxes.put(box);
    box.caFile.clear();
    box.folders.clear();
    box.host = u"mail.example.net"_qs;
    boxes.put(box);
    QCOMPARE(boxes.all().size(), size_t(1));
    QVERIFY(boxes.byName(u"m"_qs) == box);
}

void TestMailboxes::removed()
{
    Mailboxes boxes(file());
    boxes.put(named(u"a"_qs));
    boxes.put(named(u"a/b"_qs));
    QVERIFY(boxes.remove(u"a"_qs));
    QVERIFY(!boxes.byName(u"a"_qs));
    QVERIFY(boxes.byName(u"a/b"_qs));
    QCOMPARE(Mailboxes(file()).all().size(), size_t(1));
}

void TestMailboxes::changedOnlyOnChange()
{
    Mailboxes boxes(file());
    QSignalSpy changed(&boxes, &Mailboxes::changed);
    boxes.put(named(u"m"_qs));
    QCOMPARE(changed.count(), 1);
    boxes.put(named(u"m"_qs));
    boxes.remove(u"other"_qs);
    QCOMPARE(changed.count(), 1);
    boxes.remove(u"m"_qs);
    QCOMPARE(changed.count(), 2);
}

void TestMailboxes::anotherProcessIsSeen()
{
    Mailboxes boxes(file());
    QVERIFY(boxes.all().empty());
    writeFile("[mailboxes]\nm\\host=imap.example.org\nm\\user=x\n");
    QCOMPARE(boxes.all().size(), size_t(1));
    QCOMPARE(boxes.byName(u"m"_qs)->host, u"imap.example.org"_qs);
}

void TestMailboxes::handEditedNonsense()
{
    writeFile("[mailboxes]\n"
              "a\\host=h\na\\port=99999\na\\security=none\na\\afterwards=delete\na\\every-minutes=-5\n"
              "b\\port=x\nb\\security=starttls\nb\\every-minutes=often\nb\\sign-in=?\n");
    const Mailboxes boxes(file());
    const std::optional<Mailbox> a = boxes.byName(u"a"_qs);
    QVERIFY(a);
    QCOMPARE(a->port, quint16(993));
    QCOMPARE(a->security, Security::Tls);
    QCOMPARE(a->afterwards, Afterwards::Nothing);
    QCOMPARE(a->everyMinutes, 0);
    const std::optional<Mailbox> b = boxes.byName(u"b"_qs);
    QVERIFY(b);
    QCOMPARE(b->port, quint16(143));
    QCOMPARE(b->everyMinutes, 60);
    QCOMPARE(b->signIn, SignIn::Password);
}

void TestMailboxes::besideOtherSettings()
{
    Settings settings(file());
    Mailboxes boxes(file());
    settings.setLanguage(u"de"_qs);
    boxes.put(named(u"m"_qs));
    settings.resetToDefaults();
    QVERIFY(boxes.byName(u"m"_qs));
    settings.setLanguage(u"fr"_qs);
    boxes.remove(u"m"_qs);
    QCOMPARE(settings.language(), u"fr"_qs);
}

void TestMailboxes::noPlaceToWrite()
{
    writeFile("");
    Mailboxes boxes(file() + u"/settings.ini"_qs); // a file is no folder, for root neither
    QVERIFY(!boxes.put(named(u"m"_qs)));
}

QTEST_GUILESS_MAIN(TestMailboxes)
#include "test_mailboxes.moc"
