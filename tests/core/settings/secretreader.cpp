// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a mailbox's secret as the program does and prints what came of it: the code's slug and the
// detail, or "found". With "write" behind the name it stores one, with "look" it says whether there is a
// store.
#include "core/settings/mailboxsecrets.h"

#include <QCoreApplication>

#include <cstdio>

using namespace tlsrpt;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    MailboxSecrets secrets;
    Mailbox mailbox;
    mailbox.name = application.arguments().value(1);
    const QString what = application.arguments().value(2);
    const auto tell = [](const QString &text) {
        std::puts(qPrintable(text));
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection); // it may not run yet
    };
    const auto tellError = [tell](const Error &error) { tell(slug(error.code) + u": "_qs + error.detail); };
    if (what == u"look") {
        secrets.hasStore().then(&application, [tell](bool there) { tell(there ? u"there"_qs : u"not there"_qs); });
    } else if (what == u"write") {
        secrets.store(mailbox.name, Secret{"hunter2"}).then(&application, [&](const Status &status) {
            status ? tell(u"stored"_qs) : tellError(status.error());
        });
    } else {
        secrets.get(mailbox).then(&application, [&](const Result<Secret> &secret) {
            secret ? tell(u"found"_qs) : tellError(secret.error());
        });
    }
    return QCoreApplication::exec();
}
