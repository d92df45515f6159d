// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferencesdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace tlsrpt;

class TestPreferencesDialog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    template<typename W>
    static W *named(const QDialog &dialog, const QString &start)
    {
        for (W *widget : dialog.findChildren<W *>()) {
            if (widget->accessibleName().startsWith(start))
                return widget;
        }
        return nullptr;
    }

private slots:
    void eachChangeCountsAtOnceAndHasAWayBack()
    {
        Settings settings(m_folder.filePath(u"s.ini"_qs));
        PreferencesDialog dialog(settings);
        dialog.show();

        auto *looks = named<QComboBox>(dialog, u"Appearance"_qs);
        auto *back = named<QToolButton>(dialog, u"Appearance: back"_qs);
        QVERIFY(looks && back);
        QVERIFY(!back->isEnabled());
        looks->setFocus();
        QTest::keyClick(looks, Qt::Key_End);
        QCOMPARE(settings.appearance(), Appearance::Dark);
        QVERIFY(back->isEnabled());
        back->click();
        QCOMPARE(settings.appearance(), Appearance::System);
        QCOMPARE(looks->currentIndex(), 0);

        auto *notify = named<QCheckBox>(dialog, u"When an import ends"_qs);
        notify->click();
        QVERIFY(!settings.notifyAfterImport());
        QVERIFY(settings.notifyAboutFindings());
        auto *findings = named<QCheckBox>(dialog, u"When a new serious problem"_qs);
        findings->click();
        QVERIFY(!settings.notifyAboutFindings());
        QVERIFY(named<QToolButton>(dialog, u"When a new serious problem is found: back"_qs)->isEnabled());

        auto *size = named<QSpinBox>(dialog, u"Size of a report"_qs);
        QVERIFY(size);
        QCOMPARE(size->value(), 20);
        size->setValue(5);
        QCOMPARE(settings.limits().documentBytes, 5 * 1024 * 1024);
        QCOMPARE(settings.limits().nesting, Limits{}.nesting); // the others are untouched
        settings.setArchivePath(u"/somewhere/else.sqlite"_qs);
        QVERIFY(named<QToolButton>(dialog, u"Archive file: back"_qs)->isEnabled());

        for (auto *button : dialog.findChildren<QPushButton *>()) {
            if (button->text().startsWith(u"All back"_qs))
                button->click();
        }
        QVERIFY(settings.limits() == Limits{});
        QVERIFY(settings.notifyAfterImport());
        QVERIFY(settings.notifyAboutFindings());
        QVERIFY(findings->isChecked());
        QVERIFY(settings.archivePath().isEmpty());
        QCOMPARE(size->value(), 20);
        for (const auto *button : dialog.findChildren<QToolButton *>()) {
            if (button->text() == u"Default")
                QVERIFY2(!button->isEnabled(), qPrintable(button->accessibleName()));
        }
    }

    void aChosenArchiveIsNotKeptUnseen()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        Settings settings(m_folder.filePath(u"u.ini"_qs));
        PreferencesDialog dialog(settings);
        dialog.show();
        QSignalSpy chosen(&dialog, &PreferencesDialog::archiveChosen);
        for (auto *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == u"Choose…"_qs)
                button->click();
        }
        auto *files = dialog.findChild<QFileDialog *>();
        QVERIFY(files);
        const QString path = m_folder.filePath(u"other.sqlite"_qs);
        files->selectFile(path);
        QVERIFY(QMetaObject::invokeMethod(files, "accept"));
        QTRY_COMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toString(), path);
        QVERIFY(settings.archivePath().isEmpty());
    }

    void everyInputHasABuddyAndAName()
    {
        Settings settings(m_folder.filePath(u"t.ini"_qs));
        const PreferencesDialog dialog(settings);
        int buddies = 0;
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            if (!label->buddy())
                continue;
            ++buddies;
            QVERIFY2(!label->buddy()->accessibleName().isEmpty(), qPrintable(label->text()));
        }
        QCOMPARE(buddies, 14);
    }
};

QTEST_MAIN(TestPreferencesDialog)
#include "test_preferencesdialog.moc"
