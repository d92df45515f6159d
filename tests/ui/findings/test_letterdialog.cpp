// SPDX-License-Identifier: GPL-3.0-or-later
// A mail program is started by a click and by nothing else, with what was read and nobody added.
#include "ui/findings/letterdialog.h"

#include <QDesktopServices>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QUrlQuery>

using namespace tlsrpt;

class TestLetterDialog : public QObject
{
    Q_OBJECT

public slots:
    void opened(const QUrl &url) { m_opened << url; }

private slots:
    void initTestCase() { QDesktopServices::setUrlHandler(u"mailto"_qs, this, "opened"); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"mailto"_qs); }
    void init() { m_opened.clear(); }
    void opensOnAClickOnly();
    void addsNoRecipient_data();
    void addsNoRecipient();

private:
    static void clickOpen(LetterDialog &dialog)
    {
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == u"Open in mail program")
                QTest::mouseClick(button, Qt::LeftButton);
        }
    }

    QList<QUrl> m_opened;
};

void TestLetterDialog::opensOnAClickOnly()
{
    LetterDialog dialog({u"tls@example.org"_qs, {}, u"Certificate"_qs, u"See https://evil.example/\n"_qs});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *body = dialog.findChild<QPlainTextEdit *>();
    QTest::mouseClick(body->viewport(), Qt::LeftButton, {}, QPoint(40, 10)); // where the address stands
    QVERIFY(m_opened.isEmpty());
    clickOpen(dialog);
    QCOMPARE(m_opened.size(), 1);
    QCOMPARE(m_opened.first().path(), u"tls@example.org"_qs);
    QCOMPARE(QUrlQuery(m_opened.first()).queryItemValue(u"body"_qs, QUrl::FullyDecoded), u"See https://evil.example/\r\n"_qs);
}

void TestLetterDialog::addsNoRecipient_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("subject");
    QTest::newRow("in the address") << u"a@example.org?bcc=evil@example.com"_qs << u"S"_qs;
    QTest::newRow("a second address") << u"a@example.org,evil@example.com"_qs << u"S"_qs;
    QTest::newRow("in the subject") << u"a@example.org"_qs << u"S&cc=evil@example.com"_qs;
    QTest::newRow("as a header") << u"a@example.org"_qs << u"S\r\nBcc: evil@example.com"_qs;
}

void TestLetterDialog::addsNoRecipient()
{
    QFETCH(const QString, to);
    QFETCH(const QString, subject);
    LetterDialog dialog({to, {}, subject, u"B"_qs});
    clickOpen(dialog);
    QCOMPARE(m_opened.size(), 1);
    const QString sent = QString::fromLatin1(m_opened.first().toEncoded());
    QCOMPARE(sent.count(u'?'), 1);
    QCOMPARE(sent.count(u'&'), 1); // subject and body
    QVERIFY(!sent.section(u'?', 0, 0).contains(u','));
    QVERIFY(!sent.contains(u'\n') && !sent.contains(u"%0ABcc"_qs, Qt::CaseInsensitive));
}

QTEST_MAIN(TestLetterDialog)
#include "test_letterdialog.moc"
