// SPDX-License-Identifier: GPL-3.0-or-later
// Contrast of every pair that meets on screen, fonts, icons, and the switch of light and dark.
#include "ui/theme/colors.h"
#include "ui/theme/desktop.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStyle>
#include <QStyleOption>
#include <QTabBar>
#include <QTest>

using namespace tlsrpt;

class TestTheme : public QObject
{
    Q_OBJECT
private slots:
    void contrastOfKnownPairs();
    void textContrast_data();
    void textContrast();
    void markContrast_data();
    void markContrast();
    void causesStayApart();
    void readableMovesColours();
    void fontsAreDerived();
    void everyIconDraws_data();
    void everyIconDraws();
    void unknownIconIsEmpty();
    void iconFollowsTheTheme();
    void switchTellsOnce();
    void colorScheme_data();
    void colorScheme();
    void appliesAndLetsGo();
    void buttonsHaveTheirSizes();
    void aSelectedTabHasRoomForItsText();
    void inputsKeepTheirTextOffTheBorder();
};

void TestTheme::contrastOfKnownPairs()
{
    QCOMPARE(qRound(contrast(Qt::white, Qt::black)), 21);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QCOMPARE(contrast(Qt::white, Qt::black), contrast(Qt::black, Qt::white));
}

void TestTheme::textContrast_data()
{
    QTest::addColumn<Token>("text");
    QTest::addColumn<Token>("ground");
    const auto add = [](const char *name, Token text, Token ground) {
        QTest::newRow(name) << text << ground;
    };
    add("text on base", Token::Text, Token::Base);
    add("text on window", Token::Text, Token::Window);
    add("text on hover", Token::Text, Token::Hover);
    add("text on selection", Token::Text, Token::Selection);
    add("caption on base", Token::Text2, Token::Base);
    add("caption on window", Token::Text2, Token::Window);
    add("caption on selection", Token::Text2, Token::Selection);
    add("caption on alternate", Token::Text2, Token::Alternate);
    add("on accent", Token::OnAccent, Token::Accent);
    add("link", Token::Link, Token::Base);
    add("link on selection", Token::Link, Token::Selection);
    add("protected", Token::ProtectedText, Token::Base);
    add("failed", Token::Failed, Token::Base);
    add("failed on selection", Token::Failed, Token::Selection);
    add("failed on its pill", Token::Failed, Token::FailedSoft);
    add("attention", Token::AttentionText, Token::Base);
    add("attention on its pill", Token::AttentionText, Token::AttentionSoft);
    add("tooltip", Token::TooltipText, Token::Tooltip);
}

void TestTheme::textContrast()
{
    QFETCH(Token, text);
    QFETCH(Token, ground);
    for (bool dark : {false, true}) {
        const double ratio = contrast(tokenColor(text, dark), tokenColor(ground, dark));
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio) + (dark ? u" dark"_qs : u" light"_qs)));
    }
}

void TestTheme::markContrast_data()
{
    QTest::addColumn<QColor>("light");
    QTest::addColumn<QColor>("dark");
    const auto add = [](const char *name, Token token) {
        QTest::newRow(name) << tokenColor(token, false) << tokenColor(token, true);
    };
    add("protected", Token::ProtectedMark);
    add("failed", Token::Failed);
    add("attention", Token::AttentionMark);
    add("no policy", Token::NoPolicy);
    add("accent", Token::Accent);
    for (int group = 0; group < causeGroupCount; ++group)
        QTest::addRow("cause %d", group) << causeGroupColor(CauseGroup(group), false)
                                         << causeGroupColor(CauseGroup(group), true);
}

void TestTheme::markContrast()
{
    QFETCH(QColor, light);
    QFETCH(QColor, dark);
    QVERIFY(contrast(light, tokenColor(Token::Base, false)) >= 2.995); // the tables round to 3.0
    QVERIFY(contrast(dark, tokenColor(Token::Base, true)) >= 2.995);
}

void TestTheme::causesStayApart()
{
    for (bool dark : {false, true}) {
        for (int a = 0; a < causeGroupCount; ++a) {
            for (int b = 0; b < a; ++b)
                QVERIFY(causeGroupColor(CauseGroup(a), dark) != causeGroupColor(CauseGroup(b), dark));
        }
    }
    // Each group keeps the colour its name promises (mock-up notes 1).
    QCOMPARE(causeGroupColor(CauseGroup::CertificateExpired, false), QColor(0xE8, 0x69, 0x0B));
    QCOMPARE(causeGroupColor(CauseGroup::Dane, false), QColor(0x09, 0x90, 0xE6));
    QCOMPARE(causeGroupColor(CauseGroup::NoEncryption, true), QColor(0xF3, 0xEA, 0x7A));
}

void TestTheme::readableMovesColours()
{
    for (bool dark : {false, true}) {
        const QColor ground = tokenColor(Token::Tooltip, dark);
        for (int group = 0; group < causeGroupCount; ++group)
            QVERIFY(contrast(readable(causeGroupColor(CauseGroup(group), dark), ground, 4), ground) >= 4);
    }
    QCOMPARE(readable(Qt::black, Qt::white, 4.5), QColor(Qt::black));
}

void TestTheme::fontsAreDerived()
{
    const QFont before = QApplication::font();
    QFont body = before;
    body.setPixelSize(20);
    QApplication::setFont(body);
    const Theme theme(Appearance::Light);
    QCOMPARE(theme.font(FontRole::Body).pixelSize(), 20);
    QCOMPARE(theme.font(FontRole::Caption).pixelSize(), 17);
    QCOMPARE(theme.font(FontRole::Section).pixelSize(), 23);
    QCOMPARE(theme.font(FontRole::Headline).pixelSize(), 32);
    QCOMPARE(theme.font(FontRole::Mono).pixelSize(), 18);
    QCOMPARE(theme.font(FontRole::Headline).weight(), int(QFont::DemiBold));
    QApplication::setFont(before);
}

void TestTheme::everyIconDraws_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = Glyphs::names();
    QVERIFY(names.size() > 40);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestTheme::everyIconDraws()
{
    QFETCH(QString, name);
    const Theme theme(Appearance::Light);
    const QImage image = theme.pixmap(name, Token::Failed, 16, 2).toImage();
    QCOMPARE(image.size(), QSize(32, 32));
    int ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ink += image.pixelColor(x, y).alpha() > 128;
    }
    QVERIFY2(ink > 20, qPrintable(QString::number(ink)));
    if (name == u"tlsrpt-viewer")
        return;
    QFile file(u":/icons/%1.svg"_qs.arg(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("currentColor"));
}

void TestTheme::unknownIconIsEmpty()
{
    const Theme theme(Appearance::Light);
    QVERIFY(theme.icon(u"no such icon"_qs).isNull());
    QVERIFY(theme.pixmap(u"../../etc/passwd"_qs, Token::Text, 16, 1).isNull());
}

void TestTheme::iconFollowsTheTheme()
{
    Theme theme(Appearance::Light);
    const QIcon icon = theme.icon(u"plus"_qs);
    const QColor light = icon.pixmap(16).toImage().pixelColor(8, 8);
    theme.setAppearance(Appearance::Dark);
    const QColor dark = icon.pixmap(16).toImage().pixelColor(8, 8);
    QCOMPARE(light.rgb(), tokenColor(Token::Text, false).rgb());
    QCOMPARE(dark.rgb(), tokenColor(Token::Text, true).rgb());
}

void TestTheme::switchTellsOnce()
{
    Theme theme(Appearance::Light);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setAppearance(Appearance::Light);
    QCOMPARE(changed.count(), 0);
    theme.setAppearance(Appearance::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(theme.dark());
    QCOMPARE(theme.color(Token::Base), tokenColor(Token::Base, true));
}

void TestTheme::colorScheme_data()
{
    QTest::addColumn<uint>("value");
    QTest::addColumn<int>("dark"); // -1: no preference
    QTest::newRow("none") << 0u << -1;
    QTest::newRow("dark") << 1u << 1;
    QTest::newRow("light") << 2u << 0;
    QTest::newRow("of a later version") << 7u << -1;
}

void TestTheme::colorScheme()
{
    QFETCH(uint, value);
    QFETCH(int, dark);
    const std::optional<bool> answer = darkFromColorScheme(value);
    QCOMPARE(answer ? int(*answer) : -1, dark);
    QPalette night(QColor(0x20, 0x20, 0x20));
    night.setColor(QPalette::WindowText, Qt::white);
    QVERIFY(isDarkPalette(night));
    QVERIFY(!isDarkPalette(Theme(Appearance::Light).palette()));
}

void TestTheme::appliesAndLetsGo()
{
    {
        Theme theme(Appearance::Light);
        theme.apply(*qApp);
        QCOMPARE(QApplication::palette().color(QPalette::Base), tokenColor(Token::Base, false));
        theme.setAppearance(Appearance::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Base), tokenColor(Token::Base, true));
    }
    // The theme is gone; what is drawn now must not ask it.
    QPushButton button(u"still here"_qs);
    QVERIFY(!button.grab().isNull());
}

void TestTheme::buttonsHaveTheirSizes()
{
    QFont font = QApplication::font();
    const QFont before = font;
    font.setPixelSize(13);
    QApplication::setFont(font);
    Theme theme(Appearance::Light);
    theme.apply(*qApp);
    QPushButton normal(u"Import…"_qs);
    QPushButton little(u"Copy"_qs);
    little.setProperty("small", true);
    QPushButton primary(u"Add"_qs);
    primary.setProperty("primary", true);
    for (QPushButton *button : {&normal, &little, &primary}) {
        button->ensurePolished();
        button->resize(button->sizeHint());
    }
    QCOMPARE(normal.height(), 30);
    QCOMPARE(little.height(), 26);
    const QImage image = primary.grab().toImage();
    QCOMPARE(image.pixelColor(6, image.height() / 2).rgb(), tokenColor(Token::Accent, false).rgb());
    QApplication::setFont(before);
}

void TestTheme::aSelectedTabHasRoomForItsText()
{
    Theme theme(Appearance::Light);
    theme.apply(*qApp);
    QTabBar tabs;
    tabs.addTab(u"Conditions and steps, iiii, Mmmmmmmmmmmmmmm"_qs);
    tabs.ensurePolished();
    QFont bold = tabs.font();
    bold.setWeight(QFont::DemiBold);
    constexpr int margins = 2 * 8;
    QVERIFY(tabs.tabRect(0).width() >= QFontMetrics(bold).horizontalAdvance(tabs.tabText(0)) + margins);
}

void TestTheme::inputsKeepTheirTextOffTheBorder()
{
    Theme theme(Appearance::Light);
    theme.apply(*qApp);
    constexpr int room = 9; // and the two pixels that every line edit has by itself
    QLineEdit edit;
    edit.resize(200, 30);
    QStyleOptionFrame frame;
    frame.initFrom(&edit);
    frame.lineWidth = 1;
    const QRect text = edit.style()->subElementRect(QStyle::SE_LineEditContents, &frame, &edit);
    QCOMPARE(text.left(), room);
    QCOMPARE(text.right(), 199 - room);
    QSpinBox spin;
    spin.resize(200, 30);
    QTRY_COMPARE(spin.findChild<QLineEdit *>()->x(), room);
    QCOMPARE(spin.sizeHint().height(), edit.sizeHint().height()); // side by side in a row
}

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
