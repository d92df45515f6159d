// SPDX-License-Identifier: GPL-3.0-or-later
// Figures, states, chips and the small pieces: what they show, say and emit.
#include "ui/widgets/chip.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/figurestrip.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/rowmodel.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/valuegrid.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace tlsrpt;

namespace
{
std::vector<Figure> figures()
{
    return {{u"Protected"_qs, u"92.6 %"_qs, u"1,312,016 sessions"_qs, Token::ProtectedText},
            {u"No policy applied"_qs, u"6.6 %"_qs, u"93,991 · delivered, unproven"_qs},
            {u"Failed"_qs, u"0.75 %"_qs, u"10,622"_qs, Token::Failed},
            {u"Senders"_qs, u"5"_qs, {}},
            {u"Days with reports"_qs, u"117 of 120"_qs, u"none 14–16 Aug"_qs}};
}

const Error truncated{Code::Truncated, u"a.zip › b.json.gz"_qs, {}, 1204};
} // namespace

class TestWidgets : public QObject
{
    Q_OBJECT
private slots:
    void figuresAreTabStops();
    void figuresWrapWhereNarrow();
    void loadingWaits();
    void contentInTimeShowsNoLoading();
    void statesHaveAWayOut();
    void errorTextIsPlain();
    void chipSaysAndClears();
    void chipClearsByKey();
    void chipOpensItsMenuByKey();
    void commandIsCopied();
    void commandBoxHoldsItsLines();
    void captionsGiveWay();
    void valuesAreReadable();
    void toneFollowsTheTheme();
    void everyPieceHasAName();
    void strangersTextIsVisible();

private:
    Theme m_theme{Appearance::Light};
};

void TestWidgets::figuresAreTabStops()
{
    FigureStrip strip(m_theme);
    strip.resize(1000, 80);
    strip.setFigures(figures());
    const QList<QWidget *> tiles = strip.findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    QCOMPARE(tiles.size(), 5);
    for (const QWidget *tile : tiles) {
        QCOMPARE(tile->focusPolicy(), Qt::TabFocus);
        QVERIFY(tile->geometry().right() <= strip.width());
    }
    QCOMPARE(tiles.at(2)->accessibleName(), u"Failed: 0.75 %"_qs);
    QCOMPARE(tiles.at(2)->accessibleDescription(), u"10,622"_qs);
    strip.setFigures({});
    QVERIFY(!strip.grab().isNull());
}

void TestWidgets::figuresWrapWhereNarrow()
{
    FigureStrip strip(m_theme);
    strip.setFigures(figures());
    QVERIFY(strip.heightForWidth(500) > strip.heightForWidth(1300));
    strip.resize(500, strip.heightForWidth(500));
    strip.show();
    for (const QWidget *tile : strip.findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        QVERIFY(strip.rect().contains(tile->geometry()));
}

void TestWidgets::loadingWaits()
{
    auto *content = new QWidget;
    StateView view(m_theme, content);
    view.show();
    QElapsedTimer clock;
    clock.start();
    view.showLoading();
    QCOMPARE(view.currentWidget(), content); // not at once
    QTRY_VERIFY(view.currentWidget() != content);
    QVERIFY2(clock.elapsed() >= 140, qPrintable(QString::number(clock.elapsed())));
    view.showContent();
    QCOMPARE(view.currentWidget(), content);
}

void TestWidgets::contentInTimeShowsNoLoading()
{
    auto *content = new QWidget;
    StateView view(m_theme, content);
    view.show();
    QSignalSpy changes(&view, &QStackedWidget::currentChanged);
    view.showLoading();
    view.showContent();
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY(clock.elapsed() > 250);
    QCOMPARE(changes.count(), 0);
}

void TestWidgets::statesHaveAWayOut()
{
    StateView view(m_theme, new QWidget);
    view.resize(600, 400);
    view.show();
    QSignalSpy clear(&view, &StateView::clearFilter);
    QSignalSpy retry(&view, &StateView::retry);
    QSignalSpy empty(&view, &StateView::emptyButtonClicked);
    auto *button = view.findChild<QPushButton *>();
    view.showFilteredToNothing();
    QVERIFY(button->isVisible());
    button->click();
    view.showError(truncated);
    button->click();
    view.showEmpty(u"No senders yet"_qs, u"Import reports first."_qs, u"Import…"_qs);
    button->click();
    QCOMPARE(clear.count(), 1);
    QCOMPARE(retry.count(), 1);
    QCOMPARE(empty.count(), 1);
    QSignalSpy other(&view, &StateView::otherButtonClicked);
    view.showEmpty(u"No senders yet"_qs, u"Import reports first."_qs, u"Import…"_qs, u"Fetch…"_qs);
    auto *second = view.findChildren<QPushButton *>().at(1);
    QCOMPARE(second->text(), u"Fetch…"_qs);
    second->click();
    QCOMPARE(other.count(), 1);
    QCOMPARE(empty.count(), 1);
    view.showEmpty(u"Nothing"_qs, {});
    QVERIFY(!button->isVisible());
    QVERIFY(!second->isVisible());
    QCOMPARE(view.currentWidget()->accessibleName(), u"Nothing"_qs);
}

void TestWidgets::errorTextIsPlain()
{
    StateView view(m_theme, new QWidget);
    view.showEmpty(u"<img src=x>"_qs, u"<b>bold</b>"_qs);
    for (const QLabel *label : view.findChildren<QLabel *>())
        QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
}

void TestWidgets::chipSaysAndClears()
{
    Chip chip(m_theme);
    chip.setKey(u"Domain"_qs);
    chip.setValue(u"example.org"_qs);
    QCOMPARE(chip.accessibleName(), u"Domain: example.org"_qs);
    const int plain = chip.sizeHint().width();
    chip.setClearable(true);
    QCOMPARE(chip.sizeHint().width(), plain); // the cross comes with the choice
    chip.setActive(true);
    QVERIFY(chip.sizeHint().width() > plain);
    QVERIFY(chip.sizeHint().height() >= 28);
    chip.resize(chip.sizeHint());
    chip.show();
    QSignalSpy cleared(&chip, &Chip::cleared);
    QSignalSpy clicked(&chip, &QToolButton::clicked);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 12, 14));
    QCOMPARE(cleared.count(), 1);
    QCOMPARE(clicked.count(), 0);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(20, 14));
    QCOMPARE(cleared.count(), 1);
    QCOMPARE(clicked.count(), 1);
}

void TestWidgets::chipClearsByKey()
{
    Chip chip(m_theme);
    chip.setClearable(true);
    QSignalSpy cleared(&chip, &Chip::cleared);
    QTest::keyClick(&chip, Qt::Key_Delete);
    QCOMPARE(cleared.count(), 0); // nothing is chosen
    chip.setActive(true);
    QTest::keyClick(&chip, Qt::Key_Delete);
    QTest::keyClick(&chip, Qt::Key_Backspace);
    QCOMPARE(cleared.count(), 2);
}

void TestWidgets::chipOpensItsMenuByKey()
{
    Chip chip(m_theme);
    QMenu menu;
    menu.addAction(u"all"_qs);
    chip.setMenu(&menu);
    chip.show();
    bool opened = false;
    connect(&menu, &QMenu::aboutToShow, &menu, [&] {
        opened = true;
        QMetaObject::invokeMethod(&menu, &QWidget::close, Qt::QueuedConnection);
    });
    QTest::keyClick(&chip, Qt::Key_Down);
    QTRY_VERIFY(opened && !menu.isVisible());
}

void TestWidgets::commandIsCopied()
{
    CommandBox box(m_theme, u"openssl <b>s_client</b>"_qs, u"Command that checks it"_qs);
    QSignalSpy copied(&box, &CommandBox::copied);
    box.findChild<QPushButton *>()->click();
    QCOMPARE(copied.count(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"openssl <b>s_client</b>"_qs);
    QCOMPARE(box.text(), u"openssl <b>s_client</b>"_qs);
    QVERIFY(box.findChild<QPlainTextEdit *>()->isReadOnly());
}

void TestWidgets::commandBoxHoldsItsLines()
{
    CommandBox one(m_theme, u"a"_qs, u"Command"_qs);
    CommandBox three(m_theme, u"a\nb\nc"_qs, u"Command"_qs);
    QVERIFY(three.sizeHint().height() > one.sizeHint().height());
    three.resize(400, three.sizeHint().height());
    three.show();
    auto *edit = three.findChild<QPlainTextEdit *>();
    const int needed = int(3 * QFontMetricsF(edit->font()).lineSpacing());
    QVERIFY(edit->viewport()->height() >= needed);
    three.setText(u"a\nb\n"_qs + QString(400, u'x')); // too wide: the scroll bar covers no line
    QTRY_VERIFY(edit->viewport()->height() >= needed);

    const auto holdsAll = [edit] { // also the lines that wrap
        double height = 0;
        for (QTextBlock block = edit->document()->firstBlock(); block.isValid(); block = block.next())
            height += edit->document()->documentLayout()->blockBoundingRect(block).height();
        return edit->viewport()->height() >= height;
    };
    QTRY_VERIFY(holdsAll());
    for (const int width : {800, 500, 390, 300}) {
        three.resize(width, three.height());
        QTRY_VERIFY2(holdsAll(), qPrintable(QString::number(width)));
    }
}

/// A long caption does not push a narrow pane's text out of sight, and can still be read.
void TestWidgets::captionsGiveWay()
{
    const QString caption = u"1,806 reports from 8 senders on 365 days"_qs;
    SectionHeading heading(m_theme, u"Differs"_qs, caption);
    heading.resize(180, 24);
    heading.show();
    QVERIFY(heading.minimumSizeHint().width() < 180);
    const auto labels = heading.findChildren<QLabel *>();
    const auto found = std::find_if(labels.begin(), labels.end(), [&](const QLabel *each) { return each->text() == caption; });
    QVERIFY(found != labels.end());
    QTRY_COMPARE((*found)->toolTip(), caption);
    heading.resize(900, 24);
    QTRY_COMPARE((*found)->toolTip(), QString());
}

void TestWidgets::valuesAreReadable()
{
    ValueGrid grid(m_theme, 110);
    QLabel *value = grid.addRow(u"Contact"_qs, u"<a href=x>tls@example.org</a>"_qs);
    QCOMPARE(value->textFormat(), Qt::PlainText);
    QVERIFY(value->textInteractionFlags() & Qt::TextSelectableByKeyboard);
    QVERIFY(value->focusPolicy() & Qt::TabFocus);
    QCOMPARE(value->accessibleName(), u"Contact: <a href=x>tls@example.org</a>"_qs);
    auto *button = new QPushButton(u"x"_qs);
    grid.addRow(u"Records"_qs, button);
    QCOMPARE(button->accessibleName(), u"Records"_qs);
    QCOMPARE(grid.rows(), 2);
    grid.clear();
    QCOMPARE(grid.rows(), 0);
    QVERIFY(grid.findChildren<QLabel *>().isEmpty());
}

void TestWidgets::toneFollowsTheTheme()
{
    Theme theme(Appearance::Light);
    QLabel label;
    setTone(label, theme, Token::Failed);
    setTone(label, theme, Token::ProtectedText); // the newest wins, also later
    theme.setAppearance(Appearance::Dark);
    QCOMPARE(label.palette().color(QPalette::WindowText), theme.color(Token::ProtectedText));
}

void TestWidgets::everyPieceHasAName()
{
    const PillLabel pill(m_theme, u"going on"_qs, u"triangle"_qs, Token::Failed, Token::FailedSoft);
    QCOMPARE(pill.accessibleName(), u"going on"_qs);
    const InfoBox box(m_theme, u"Why?"_qs, u"Because."_qs, InfoBox::Kind::Problem);
    QCOMPARE(box.accessibleName(), u"Why?"_qs);
    QCOMPARE(box.accessibleDescription(), u"Because."_qs);
    const CommandBox command(m_theme, u"a"_qs, u"Command"_qs);
    QCOMPARE(command.findChild<QPlainTextEdit *>()->accessibleName(), u"Command"_qs);
    SectionHeading heading(m_theme, u"Causes"_qs);
    heading.setCaption(u"per day"_qs);
    QCOMPARE(heading.caption(), u"per day"_qs);
}

void TestWidgets::strangersTextIsVisible()
{
    const QString sent = u"\u202Eexe.png\u2066\x1b[2J\nsecond\u200F"_qs;
    QCOMPARE(breakable(sent), u"exe.png[2J\nsecond"_qs);
    QCOMPARE(plainToolTip(sent), u"exe.png[2J\nsecond"_qs);
    QCOMPARE(plainToolTip(u"\u202E<b>x</b>"_qs), u"&lt;b&gt;x&lt;/b&gt;"_qs);
}

QTEST_MAIN(TestWidgets)
#include "test_widgets.moc"
