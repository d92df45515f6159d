// SPDX-License-Identifier: GPL-3.0-or-later
// The chart under real mouse and key events, what it paints, and what a screen reader is told.
#include "ui/charts/charttip.h"
#include "ui/charts/daychart.h"

#include <QAccessible>
#include <QBuffer>
#include <QElapsedTimer>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QTest>

using namespace tlsrpt;

namespace
{
std::vector<DayRow> someDays(int count)
{
    std::vector<DayRow> days;
    for (int i = 0; i < count; ++i) {
        DayRow row;
        row.day = Day::fromDate(QDate(2026, 7, 1).addDays(i));
        row.reports = i == 4 ? 0 : 3;
        if (row.reports > 0) {
            row.sessions = {800, 100, 100};
            row.occurrences[size_t(CauseGroup::Dane)] = 60;
            row.occurrences[size_t(CauseGroup::CertificateExpired)] = 40;
        }
        days.push_back(row);
    }
    return days;
}
} // namespace

class TestDayChart : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { qRegisterMetaType<tlsrpt::DayRange>(); }
    void init();
    void cleanup();
    void barsHaveTheirColours();
    void switchToDarkRepaints();
    void hoverShowsTheTip();
    void clickChoosesTheDay();
    void dragChoosesAPeriod();
    void escapeCancelsADrag();
    void clickOnAName();
    void keysMoveAndChoose();
    void keysPickASeries();
    void escapeLetsGoThenAsks();
    void chartsFollowEachOther();
    void screenReader();
    void hostileData();
    void pageIsVector();
    void fourHundredMarksAreFast();

private:
    QPoint at(int slot) const { return m_chart->slotRect(slot).center().toPoint(); }
    ChartTip *tip() const { return m_chart->findChild<ChartTip *>(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DayChart> m_chart;
};

void TestDayChart::init()
{
    m_theme = std::make_unique<Theme>(Appearance::Light);
    m_chart = std::make_unique<DayChart>(*m_theme);
    m_chart->resize(644, 240);
    m_chart->setData(sessionsChart(someDays(20), *m_theme));
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
}

void TestDayChart::cleanup()
{
    m_chart.reset();
    m_theme.reset();
}

void TestDayChart::barsHaveTheirColours()
{
    const QImage image = m_chart->grab().toImage();
    const QRectF slot = m_chart->slotRect(8);
    const auto pixel = [&](double share) {
        return image.pixelColor(int(slot.center().x()), int(slot.bottom() - slot.height() * share)).rgb();
    };
    // From below: 10 % failed, 80 % protected, 10 % no policy of an axis that ends at 1000.
    QCOMPARE(pixel(0.05), m_theme->color(Token::Failed).rgb());
    QCOMPARE(pixel(0.5), m_theme->color(Token::ProtectedMark).rgb());
    QCOMPARE(pixel(0.95), m_theme->color(Token::NoPolicy).rgb());
    // Nobody reported in slot 4: hatch over the whole height, no bar.
    const QRectF silent = m_chart->slotRect(4);
    int hatch = 0;
    for (int y = int(silent.top()) + 2; y < int(silent.bottom()) - 2; ++y) {
        const QColor color = image.pixelColor(int(silent.center().x()), y);
        QVERIFY(color.rgb() != m_theme->color(Token::ProtectedMark).rgb());
        hatch += color.lightness() < 225;
    }
    QVERIFY(hatch > 20);
}

void TestDayChart::switchToDarkRepaints()
{
    m_theme->setAppearance(Appearance::Dark);
    const QImage image = m_chart->grab().toImage();
    QCOMPARE(image.pixelColor(at(8)).rgb(), m_theme->color(Token::ProtectedMark).rgb());
}

void TestDayChart::hoverShowsTheTip()
{
    QSignalSpy hovered(m_chart.get(), &DayChart::hovered);
    QTest::mouseMove(m_chart.get(), at(3));
    QTRY_COMPARE(m_chart->hoverSlot(), 3);
    QCOMPARE(hovered.last().at(0).toInt(), 3);
    QVERIFY(tip() && tip()->isVisible());
    QVERIFY(tip()->geometry().left() > at(3).x()); // left half: right of the line
    QTest::mouseMove(m_chart.get(), at(17));
    QTRY_COMPARE(m_chart->hoverSlot(), 17);
    QVERIFY(tip()->geometry().right() < at(17).x());
    QVERIFY(m_chart->rect().contains(tip()->geometry()));
    QTest::mouseMove(m_chart.get(), QPoint(10, 100)); // the gutter
    QTRY_COMPARE(m_chart->hoverSlot(), -1);
    QVERIFY(!tip()->isVisible());
}

void TestDayChart::clickChoosesTheDay()
{
    QSignalSpy chosen(m_chart.get(), &DayChart::daysChosen);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, at(6));
    QCOMPARE(chosen.count(), 1);
    const auto range = chosen.at(0).at(0).value<DayRange>();
    QCOMPARE(range.first.toDate(), QDate(2026, 7, 7));
    QCOMPARE(range.days(), 1);
    QTest::mouseClick(m_chart.get(), Qt::RightButton, {}, at(6));
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, QPoint(5, 120));
    QCOMPARE(chosen.count(), 1);
}

void TestDayChart::dragChoosesAPeriod()
{
    QSignalSpy chosen(m_chart.get(), &DayChart::daysChosen);
    QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, at(12));
    QTest::mouseMove(m_chart.get(), at(9));
    QTest::mouseMove(m_chart.get(), at(2));
    QTRY_COMPARE(m_chart->hoverSlot(), 2);
    QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, at(2));
    QCOMPARE(chosen.count(), 1);
    const auto range = chosen.at(0).at(0).value<DayRange>();
    QCOMPARE(range.first.toDate(), QDate(2026, 7, 3));
    QCOMPARE(range.last.toDate(), QDate(2026, 7, 13));
}

void TestDayChart::escapeCancelsADrag()
{
    QSignalSpy chosen(m_chart.get(), &DayChart::daysChosen);
    QSignalSpy undo(m_chart.get(), &DayChart::undoRequested);
    QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, at(12));
    QTest::mouseMove(m_chart.get(), at(3));
    QTest::keyClick(m_chart.get(), Qt::Key_Escape);
    QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, at(3));
    QCOMPARE(chosen.count(), 0);
    QCOMPARE(undo.count(), 0);
}

void TestDayChart::clickOnAName()
{
    QSignalSpy series(m_chart.get(), &DayChart::seriesChosen);
    QSignalSpy days(m_chart.get(), &DayChart::daysChosen);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, QPoint(8, 9)); // the legend's first entry
    QCOMPARE(series.count(), 1);
    QCOMPARE(series.at(0).at(0).toString(), u"protected"_qs);
    QCOMPARE(series.at(0).at(1).value<DayRange>().days(), 20);
    QCOMPARE(days.count(), 0);
}

void TestDayChart::keysMoveAndChoose()
{
    QSignalSpy chosen(m_chart.get(), &DayChart::daysChosen);
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    QCOMPARE(m_chart->hoverSlot(), 0);
    QVERIFY(tip() && tip()->isVisible());
    QTest::keyClick(m_chart.get(), Qt::Key_Left); // stays
    QCOMPARE(m_chart->hoverSlot(), 0);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(chosen.at(0).at(0).value<DayRange>().first.toDate(), QDate(2026, 7, 3));
    QTest::keyClick(m_chart.get(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_chart.get(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(chosen.at(1).at(0).value<DayRange>().days(), 3);
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    QCOMPARE(m_chart->hoverSlot(), 19);
}

void TestDayChart::keysPickASeries()
{
    m_chart->setData(causesChart(someDays(20), *m_theme));
    QSignalSpy chosen(m_chart.get(), &DayChart::seriesChosen);
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    QTest::keyClick(m_chart.get(), Qt::Key_Up);
    QTest::keyClick(m_chart.get(), Qt::Key_Up);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), QString(slug(CauseGroup::CertificateExpired)));
    QCOMPARE(chosen.at(0).at(1).value<DayRange>().days(), 1);
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(m_chart.get(), Qt::Key_Right); // the silent day has no series
    QTest::keyClick(m_chart.get(), Qt::Key_Down);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
}

void TestDayChart::escapeLetsGoThenAsks()
{
    QSignalSpy undo(m_chart.get(), &DayChart::undoRequested);
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    QTest::keyClick(m_chart.get(), Qt::Key_Escape);
    QCOMPARE(m_chart->hoverSlot(), -1);
    QCOMPARE(undo.count(), 0);
    QTest::keyClick(m_chart.get(), Qt::Key_Escape);
    QCOMPARE(undo.count(), 1);
}

void TestDayChart::chartsFollowEachOther()
{
    DayChart other(*m_theme);
    other.resize(m_chart->size());
    other.setData(causesChart(someDays(20), *m_theme));
    connect(m_chart.get(), &DayChart::hovered, &other, &DayChart::setHoverSlot);
    QTest::mouseMove(m_chart.get(), at(11));
    QTRY_COMPARE(other.hoverSlot(), 11);
    QCOMPARE(other.slotRect(11).left(), m_chart->slotRect(11).left()); // one time axis
    other.setHoverSlot(999);
    QCOMPARE(other.hoverSlot(), -1);
}

void TestDayChart::screenReader()
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(m_chart.get());
    QVERIFY(face);
    QCOMPARE(face->role(), QAccessible::Chart);
    QVERIFY(!face->text(QAccessible::Name).isEmpty());
    QVERIFY(face->text(QAccessible::Description).contains(u"Protected"));
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    const QString first = face->text(QAccessible::Value);
    QVERIFY2(first.contains(u"800") && first.contains(u"1,000"), qPrintable(first));
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QVERIFY(!face->text(QAccessible::Value).contains(u"800"));
}

void TestDayChart::hostileData()
{
    ChartData data;
    data.slotStart = {Day{1}, Day{2}, Day{3}};
    data.series = {{u"short"_qs, u"x"_qs, Qt::red, {1}}, {u"long"_qs, {}, Qt::blue, {1, -2, 3, 4, 5}}};
    data.markers = {{-4, u"before"_qs}, {77, u"after"_qs}, {1, QString(5000, u'w')}};
    for (bool direct : {false, true}) {
        data.directLabels = direct;
        m_chart->setData(data);
        QVERIFY(!m_chart->grab().isNull());
        QTest::mouseMove(m_chart.get(), at(1));
        QTest::keyClick(m_chart.get(), Qt::Key_Up);
        QTest::keyClick(m_chart.get(), Qt::Key_Return);
    }
    m_chart->setData({});
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), Qt::Key_Up);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, QPoint(100, 100));
    QVERIFY(!m_chart->grab().isNull());
    m_chart->resize(1, 1);
    QVERIFY(!m_chart->grab().isNull());
}

void TestDayChart::pageIsVector()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QPdfWriter writer(&buffer);
    writer.setResolution(150);
    {
        QPainter painter(&writer);
        DayChart::render(painter, QRectF(100, 100, 1000, 300), sessionsChart(someDays(90), *m_theme),
                         *m_theme, 1.5);
    }
    QVERIFY(bytes.startsWith("%PDF"));
    QVERIFY2(!bytes.contains("/Subtype /Image"), "bars or words became pixels");
    QVERIFY(bytes.contains("/FontFile2") || bytes.contains("/FontFile3"));
}

void TestDayChart::fourHundredMarksAreFast()
{
    const ChartData data = sessionsChart(someDays(133), *m_theme);
    QCOMPARE(data.count() * int(data.series.size()), 399);
    m_chart->setData(data);
    qint64 best = std::numeric_limits<qint64>::max();
    for (int round = 0; round < 5; ++round) {
        QElapsedTimer clock;
        clock.start();
        m_chart->setData(data);
        best = std::min(best, clock.nsecsElapsed());
    }
    QVERIFY2(best < 16'000'000, qPrintable(u"%1 ms"_qs.arg(best / 1e6)));
}

QTEST_MAIN(TestDayChart)
#include "test_daychart.moc"
