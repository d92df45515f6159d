// SPDX-License-Identifier: GPL-3.0-or-later
// The window with its real pages over an archive in a folder of its own.
#pragma once

#include "core/settings/mailboxes.h"
#include "core/settings/mailboxsecrets.h"
#include "ui/window/filterbar.h"
#include "ui/window/firststartpage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/sidebar.h"
#include "ui/window/statusline.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

namespace tlsrpt
{

inline QByteArray reportJson(int day, const char *domain = "example.org")
{
    return QByteArrayLiteral(R"({"organization-name":"Google Inc.","contact-info":"r@google.com","report-id":"2026-10-)")
        + QByteArray::number(day) + QByteArrayLiteral(R"(","date-range":{"start-datetime":"2026-10-)")
        + QByteArray::number(day) + QByteArrayLiteral(R"(T00:00:00Z","end-datetime":"2026-10-)")
        + QByteArray::number(day)
        + QByteArrayLiteral(R"(T23:59:59Z"},"policies":[{"policy":{"policy-type":"sts","policy-string":["version: STSv1","mode: enforce","mx: mx.example.org","max_age: 604800"],"policy-domain":")")
        + domain
        + QByteArrayLiteral(R"(","mx-host":["mx.example.org"]},"summary":{"total-successful-session-count":90,"total-failure-session-count":10},"failure-details":[{"result-type":"certificate-expired","sending-mta-ip":"192.0.2.1","receiving-mx-hostname":"mx.example.org","failed-session-count":10}]}]})");
}

struct WindowFixture {
    QTemporaryDir folder;
    SystemClock clock;
    Settings settings{folder.filePath(u"settings.ini"_qs)};
    Mailboxes mailboxes{folder.filePath(u"settings.ini"_qs)};
    MailboxSecrets secrets;
    Theme theme{Appearance::Light};
    std::unique_ptr<MainWindow> window;

    WindowFixture() { QDir(folder.path()).mkpath(u"archive"_qs); } // a folder that somebody names is not made

    QString archive() const { return folder.filePath(u"archive/archive.sqlite"_qs); }
    void open(QSize size = {1366, 768})
    {
        window = std::make_unique<MainWindow>(clock, settings, theme, MailAccess{mailboxes, secrets}, archive());
        window->resize(size);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    QString write(int day, const char *domain = "example.org")
    {
        const QString path = folder.filePath(u"r%1.json"_qs.arg(day));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(reportJson(day, domain)) < 1)
            qFatal("cannot write");
        return path;
    }
    QString counts() const { return told(u"What is in the archive"_qs); }
    QString place() const { return told(u"Where the archive is"_qs); }
    QString told(const QString &name) const
    {
        for (const QLabel *label : window->findChild<StatusLine *>()->findChildren<QLabel *>()) {
            if (label->accessibleName() == name)
                return label->text();
        }
        return {};
    }
    QAction *action(const QString &text) const
    {
        for (QAction *action : window->findChildren<QAction *>()) {
            if (action->iconText() == text)
                return action;
        }
        return nullptr;
    }
    FirstStartPage *first() const { return window->findChild<FirstStartPage *>(); }
    FilterBar *bar() const { return window->findChild<FilterBar *>(); }
    QString current() const { return window->findChild<SideBar *>()->findChild<QListView *>()->currentIndex().data().toString(); }
    void drop(const QMimeData &data) const
    {
        QDragEnterEvent enter({400, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &dropped);
        QVERIFY(dropped.isAccepted());
    }
    bool hasReports(int count) const { return counts().startsWith(QString::number(count) + u' '); }
};

/// main() of a test of the whole window, with a home of its own.
template<typename Test>
int runWindowTest(int argc, char **argv)
{
    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    qputenv("LC_ALL", "C.UTF-8");
    QApplication application(argc, argv);
    Test test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

} // namespace tlsrpt
