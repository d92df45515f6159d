// SPDX-License-Identifier: GPL-3.0-or-later
// Delegates on missing and hostile data, and what setUpTable adds to a view.
#include "core/query/answers.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/table.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QPainter>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace tlsrpt;

class TestTable : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void delegatesOnAnything_data();
    void delegatesOnAnything();
    void barGrowsWithItsShare();
    void aLongNumberKeepsItsBar();
    void columnsGiveWayBeforeTheTableScrolls();
    void columnsFitAgainWithOtherNumbers();
    void numbersStandAtTheRight();
    void longTextIsElided();
    void marksDoNotTurnACell();
    void rowHeights();
    void copyTakesSelectedRows();
    void copiesHoldValues();
    void lettersFindRows();
    void columnsComeBack();
    void otherColumnsStartAnew();
    void menuHidesColumns();
    void csv_data();
    void csv();
    void csvOfAModel();

private:
    std::unique_ptr<QTableView> view(const QString &key);
    QImage painted(const QStyledItemDelegate &delegate, const QSize &size = {160, 28});

    Theme m_theme{Appearance::Light};
    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QStandardItemModel> m_model;
};

void TestTable::init()
{
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"settings.ini"_qs));
    m_model = std::make_unique<QStandardItemModel>(0, 3);
    m_model->setHorizontalHeaderLabels({u"Server"_qs, u"Sender"_qs, u"Failed"_qs});
    for (const auto &row : {QStringList{u"mx1"_qs, u"Google"_qs, u"3"_qs}, {u"mx2"_qs, u"Mail.ru"_qs, u"1"_qs},
                            {u"backup"_qs, u"line\nbreak"_qs, u"2"_qs}}) {
        QList<QStandardItem *> items;
        for (const QString &cell : row)
            items << new QStandardItem(cell);
        m_model->appendRow(items);
    }
}

std::unique_ptr<QTableView> TestTable::view(const QString &key)
{
    auto table = std::make_unique<QTableView>();
    table->setModel(m_model.get());
    setUpTable(*table, m_theme, *m_settings, key);
    table->resize(500, 200);
    table->show();
    return table;
}

QImage TestTable::painted(const QStyledItemDelegate &delegate, const QSize &size)
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(m_theme.color(Token::Base));
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.state = QStyle::State_Enabled;
    option.font = m_theme.font(FontRole::Body);
    delegate.paint(&painter, option, m_model->index(0, 0));
    return image;
}

void TestTable::delegatesOnAnything_data()
{
    QTest::addColumn<QMap<int, QVariant>>("data");
    using Data = QMap<int, QVariant>;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("nothing") << Data{{Qt::DisplayRole, {}}};
    QTest::newRow("line breaks") << Data{{Qt::DisplayRole, u"a\nb\u2028c\0d"_qs}};
    QTest::newRow("very long") << Data{{Qt::DisplayRole, QString(100'000, u'x')}, {CaptionRole, QString(100'000, u'y')}};
    QTest::newRow("right to left") << Data{{Qt::DisplayRole, u"\u202e\u05d0abc"_qs}};
    QTest::newRow("no such icon") << Data{{IconNameRole, u"nope"_qs}, {IconTokenRole, 4711}};
    QTest::newRow("tokens out of range") << Data{{ToneRole, -7}, {BarTokenRole, 99}, {BarShareRole, 0.5}};
    QTest::newRow("shares out of range") << Data{{BarShareRole, 55.0}, {ProgressRole, 3.0}};
    QTest::newRow("not numbers") << Data{{BarShareRole, nan}, {ProgressRole, nan}, {NumberRole, nan}};
    QTest::newRow("wrong types") << Data{{BinsRole, u"text"_qs}, {CausesRole, 5}, {NumberRole, u"x"_qs}};
    QTest::newRow("empty bins") << Data{{BinsRole, QVariant::fromValue(std::vector<qint64>{})}};
    QTest::newRow("silent bins") << Data{{BinsRole, QVariant::fromValue(std::vector<qint64>(24, -1))}};
    QTest::newRow("more bins than pixels") << Data{{BinsRole, QVariant::fromValue(std::vector<qint64>(5000, 7))}};
    QTest::newRow("huge bins") << Data{{BinsRole, QVariant::fromValue(std::vector<qint64>{std::numeric_limits<qint64>::max(), 0, -1, 1})}};
    QTest::newRow("negative causes") << Data{{CausesRole, QVariant::fromValue(GroupCounts{-5, 3, 0, 0, 0, 0, 0, 0})}};
}

void TestTable::delegatesOnAnything()
{
    using Data = QMap<int, QVariant>;
    QFETCH(Data, data);
    for (auto it = data.cbegin(); it != data.cend(); ++it)
        m_model->setData(m_model->index(0, 0), it.value(), it.key());
    const CellDelegate cell(m_theme);
    const NumberDelegate number(m_theme);
    const BarNumberDelegate bar(m_theme);
    const SparkDelegate spark(m_theme);
    const CauseDelegate cause(m_theme);
    const TwoLineDelegate twoLine(m_theme);
    const ProgressDelegate progress(m_theme);
    const std::array<const CellDelegate *, 7> all{&cell, &number, &bar, &spark, &cause, &twoLine, &progress};
    const QColor line = m_theme.color(Token::Line);
    for (const CellDelegate *delegate : all) {
        for (const QSize &size : {QSize(160, 28), QSize(9, 9), QSize(1, 1)}) {
            const QImage image = painted(*delegate, size);
            // Whatever the data, the row keeps its rule.
            QCOMPARE(image.pixelColor(0, size.height() - 1).rgb(), line.rgb());
        }
        const QSize hint = delegate->sizeHint({}, m_model->index(0, 0));
        QVERIFY(hint.height() >= 24 && hint.height() < 60 && hint.width() < 8000);
    }
}

void TestTable::barGrowsWithItsShare()
{
    const BarNumberDelegate bar(m_theme);
    const auto inked = [&](double share) {
        m_model->setData(m_model->index(0, 0), share, BarShareRole);
        const QImage image = painted(bar);
        int count = 0;
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, 13).rgb() == m_theme.color(Token::ProtectedMark).rgb();
        return count;
    };
    QCOMPARE(inked(0), 0);
    QVERIFY(inked(0.001) >= 1); // some is never nothing
    QVERIFY(std::abs(inked(0.5) - 28) <= 2);
    QVERIFY(std::abs(inked(1) - 56) <= 2);
}

void TestTable::aLongNumberKeepsItsBar()
{
    const BarNumberDelegate bar(m_theme);
    m_model->setData(m_model->index(0, 0), u"26,012,255,000"_qs);
    m_model->setData(m_model->index(0, 0), 1.0, BarShareRole);
    QStyleOptionViewItem option;
    option.font = m_theme.font(FontRole::Body);
    const QImage image = painted(bar, bar.sizeHint(option, m_model->index(0, 0)));
    int inked = 0;
    for (int x = 0; x < image.width(); ++x)
        inked += image.pixelColor(x, 13).rgb() == m_theme.color(Token::ProtectedMark).rgb();
    QVERIFY2(inked >= 36, qPrintable(QString::number(inked)));
}

void TestTable::columnsGiveWayBeforeTheTableScrolls()
{
    m_model->setHeaderData(2, Qt::Horizontal, int(Qt::AlignRight), Qt::TextAlignmentRole);
    m_model->setData(m_model->index(0, 2), u"26,012,255,000,000"_qs);
    const auto table = view(u"narrow"_qs);
    QHeaderView &header = *table->horizontalHeader();
    setColumnWidths(header, {200, 200, 60});
    growColumns(*table, {0, 1, 2});
    table->resize(460, 200);
    fitNumbers(*table, header);
    const int number = static_cast<const QAbstractItemView &>(*table).sizeHintForColumn(2);
    QVERIFY(number > 60);
    QVERIFY(header.sectionSize(2) >= number); // the number is whole
    QVERIFY(header.sectionSize(0) < 200);
    QVERIFY2(header.length() <= table->viewport()->width(), qPrintable(QString::number(header.length())));
    table->resize(250, 200);
    QTRY_COMPARE(header.sectionSize(0), 140); // at most so far: then it scrolls
    table->resize(1500, 200);
    QTRY_VERIFY(header.sectionSize(0) > 400);
}

void TestTable::columnsFitAgainWithOtherNumbers()
{
    m_model->setHeaderData(2, Qt::Horizontal, int(Qt::AlignRight), Qt::TextAlignmentRole);
    const auto widthWith = [this](QTableView &table, const QString &number) {
        m_model->setData(m_model->index(0, 2), number);
        fitNumbers(table, *table.horizontalHeader());
        return table.columnWidth(2);
    };
    const QString large = u"26,012,255,000,000"_qs;
    {
        const auto table = view(u"again"_qs);
        setColumnWidths(*table->horizontalHeader(), {100, 100, 60});
        QVERIFY(widthWith(*table, large) > 90);
        QCOMPARE(widthWith(*table, u"3"_qs), 60);
        QVERIFY(widthWith(*table, large) > 90);
        table->horizontalHeader()->moveSection(0, 1); // something to remember
        table->hide();
    }
    {
        const auto table = view(u"again"_qs);
        QCOMPARE(table->horizontalHeader()->visualIndex(0), 1);
        QCOMPARE(table->columnWidth(2), 60);
        table->horizontalHeader()->resizeSection(2, 85); // as the user drags it
        QVERIFY(widthWith(*table, large) > 90);
        QCOMPARE(widthWith(*table, u"3"_qs), 85);
        QVERIFY(widthWith(*table, large) > 90);
        table->hide();
    }
    const auto table = view(u"again"_qs);
    QCOMPARE(table->columnWidth(2), 85);
}

void TestTable::numbersStandAtTheRight()
{
    m_model->setData(m_model->index(0, 0), u"1,416,629"_qs);
    const QImage image = painted(NumberDelegate(m_theme));
    int last = 0;
    int first = image.width();
    for (int y = 2; y < 26; ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).lightness() < 128) {
                last = std::max(last, x);
                first = std::min(first, x);
            }
        }
    }
    QVERIFY(last >= image.width() - 12 && last < image.width() - 6);
    QVERIFY(first > 60);
}

void TestTable::longTextIsElided()
{
    m_model->setData(m_model->index(0, 0), QString(300, u'W'));
    const QImage image = painted(CellDelegate(m_theme));
    for (int y = 2; y < 26; ++y)
        QCOMPARE(image.pixelColor(image.width() - 4, y).rgb(), m_theme.color(Token::Base).rgb());
}

void TestTable::marksDoNotTurnACell()
{
    m_model->setData(m_model->index(0, 0), u"exe.png x"_qs);
    const QImage plain = painted(CellDelegate(m_theme));
    m_model->setData(m_model->index(0, 0), u"\u202Eexe.png\u2066\x1b x\u200F"_qs);
    QCOMPARE(painted(CellDelegate(m_theme)), plain);
}

void TestTable::rowHeights()
{
    QStyleOptionViewItem option;
    QFont font;
    font.setPixelSize(13);
    option.font = font;
    QCOMPARE(CellDelegate(m_theme).sizeHint(option, m_model->index(0, 0)).height(), 28);
    QCOMPARE(TwoLineDelegate(m_theme).sizeHint(option, m_model->index(0, 0)).height(), 37);
    QCOMPARE(CellDelegate(m_theme, nullptr, 24).sizeHint(option, m_model->index(0, 0)).height(), 24);
}

void TestTable::copyTakesSelectedRows()
{
    const auto table = view(u"copy"_qs);
    table->setColumnHidden(1, true);
    table->selectAll();
    QTest::keyClick(table.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Server\tFailed\nmx1\t3\nmx2\t1\nbackup\t2"_qs);
    table->setColumnHidden(1, false);
    table->selectionModel()->select(m_model->index(2, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QCOMPARE(selectionAsText(*table), u"Server\tSender\tFailed\nbackup\tline break\t2"_qs); // one line a row
}

void TestTable::copiesHoldValues()
{
    const auto table = view(u"values"_qs);
    m_model->setData(m_model->index(0, 0), u"=cmd()"_qs);
    m_model->setData(m_model->index(0, 1), u"31 Oct"_qs);
    m_model->setData(m_model->index(0, 1), u"2026-10-31"_qs, PlainRole);
    m_model->setData(m_model->index(0, 2), u"12,345"_qs);
    m_model->setData(m_model->index(0, 2), 12345, NumberRole);
    table->selectRow(0);
    QCOMPARE(selectionAsText(*table), u"Server\tSender\tFailed\n'=cmd()\t2026-10-31\t12345"_qs);
    QVERIFY(toCsv(*m_model).startsWith(u"Server,Sender,Failed\r\n'=cmd(),2026-10-31,12345\r\n"_qs));
    m_model->setData(m_model->index(0, 1), QVariant::fromValue(std::vector<qint64>{1, 2}), BinsRole); // a sparkline
    QCOMPARE(selectionAsText(*table), u"Server\tFailed\n'=cmd()\t12345"_qs);
    QVERIFY(toCsv(*m_model).startsWith(u"Server,Failed\r\n'=cmd(),12345\r\n"_qs));
    QCOMPARE(plainShare(1, 8), u"0.1250"_qs);
    QCOMPARE(plainShare(0, 0), QString());
}

void TestTable::lettersFindRows()
{
    const auto table = view(u"find"_qs);
    const int interval = QApplication::keyboardInputInterval();
    QApplication::setKeyboardInputInterval(0); // every key begins a new word
    table->setCurrentIndex(m_model->index(0, 0));
    QTest::keyClicks(table.get(), u"b"_qs);
    QCOMPARE(table->currentIndex().row(), 2);
    QTest::keyClicks(table.get(), u"m"_qs);
    QTest::keyClicks(table.get(), u"m"_qs); // the same letter walks on
    QCOMPARE(table->currentIndex().row(), 1);
    QTest::keyClicks(table.get(), u"z"_qs); // nothing: stays
    QCOMPARE(table->currentIndex().row(), 1);
    QApplication::setKeyboardInputInterval(60'000);
    const auto other = view(u"find"_qs);
    other->setCurrentIndex(m_model->index(2, 0));
    QTest::keyClicks(other.get(), u"MX2"_qs); // a word, whatever its case
    QCOMPARE(other->currentIndex().row(), 1);
    QApplication::setKeyboardInputInterval(interval);
}

void TestTable::columnsComeBack()
{
    {
        const auto table = view(u"keep"_qs);
        table->horizontalHeader()->resizeSection(0, 211);
        table->horizontalHeader()->moveSection(2, 0);
        table->setColumnHidden(1, true);
        table->hide(); // writes what is pending
    }
    const auto table = view(u"keep"_qs);
    QCOMPARE(table->columnWidth(0), 211);
    QCOMPARE(table->horizontalHeader()->visualIndex(2), 0);
    QVERIFY(table->isColumnHidden(1));
}

void TestTable::otherColumnsStartAnew()
{
    {
        const auto table = view(u"older"_qs);
        table->setColumnHidden(1, true);
        table->horizontalHeader()->resizeSection(0, 222);
        table->hide();
    }
    m_model->setColumnCount(4);
    const auto table = view(u"older"_qs);
    QVERIFY(!table->isColumnHidden(1));
    QVERIFY(table->columnWidth(0) != 222);
}

void TestTable::menuHidesColumns()
{
    const auto table = view(u"menu"_qs);
    QMenu *menu = columnMenu(*table, table.get());
    emit menu->aboutToShow();
    const QList<QAction *> actions = menu->actions();
    QCOMPARE(actions.at(0)->text(), u"Server"_qs);
    actions.at(1)->trigger();
    QVERIFY(table->isColumnHidden(1));
    emit menu->aboutToShow();
    menu->actions().at(2)->trigger();
    emit menu->aboutToShow();
    QVERIFY(!menu->actions().at(0)->isEnabled()); // the last column stays
    menu->actions().last()->trigger();
    QVERIFY(!table->isColumnHidden(1) && !table->isColumnHidden(2));
    QTest::keyClick(table.get(), Qt::Key_F10, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QApplication::activePopupWidget()->close();
}

void TestTable::csv_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("plain") << u"mx1.example.org"_qs << u"mx1.example.org"_qs;
    QTest::newRow("comma") << u"a,b"_qs << u"\"a,b\""_qs;
    QTest::newRow("quote") << u"a\"b"_qs << u"\"a\"\"b\""_qs;
    QTest::newRow("line break") << u"a\nb"_qs << u"\"a\nb\""_qs;
    QTest::newRow("formula") << u"=1+1"_qs << u"'=1+1"_qs;
    QTest::newRow("formula with comma") << u"=HYPERLINK(\"x\",1)"_qs << u"\"'=HYPERLINK(\"\"x\"\",1)\""_qs;
    QTest::newRow("plus") << u"+cmd|calc"_qs << u"'+cmd|calc"_qs;
    QTest::newRow("at") << u"@SUM(A1)"_qs << u"'@SUM(A1)"_qs;
    QTest::newRow("tab") << u"\t=1"_qs << u"'\t=1"_qs;
    QTest::newRow("turned round") << u"\u202Egnp.exe"_qs << u"\uFFFDgnp.exe"_qs;
    QTest::newRow("carriage return") << u"\r=1"_qs << u"\"'\r=1\""_qs;
    QTest::newRow("negative number") << u"-5"_qs << u"-5"_qs;
    QTest::newRow("signed number") << u"+4.5"_qs << u"+4.5"_qs;
    QTest::newRow("minus formula") << u"-5+3"_qs << u"'-5+3"_qs;
    QTest::newRow("empty") << QString() << QString();
}

void TestTable::csv()
{
    QFETCH(QString, text);
    QFETCH(QString, cell);
    QCOMPARE(csvCell(text), cell);
}

void TestTable::csvOfAModel()
{
    QCOMPARE(toCsv(*m_model), u"Server,Sender,Failed\r\nmx1,Google,3\r\nmx2,Mail.ru,1\r\n"
                              "backup,\"line\nbreak\",2\r\n"_qs);
}

QTEST_MAIN(TestTable)
#include "test_table.moc"
