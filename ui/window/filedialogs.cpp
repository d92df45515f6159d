// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/filedialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

namespace tlsrpt
{

struct FileWords {
    Q_DECLARE_TR_FUNCTIONS(FileDialogs)
};

static QFileDialog *makeDialog(QWidget *window, const QString &title)
{
    auto *dialog = new QFileDialog(window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

static void takeOne(QFileDialog *dialog, PathTaken then)
{
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog->parent(), std::move(then));
    dialog->open();
}

void askFilesToImport(QWidget *window, std::function<void(const QStringList &)> then)
{
    QFileDialog *dialog = makeDialog(window, FileWords::tr("Open report files"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {FileWords::tr("Reports and what holds them (*.json *.gz *.zip *.eml *.mbox *.mbx *.msg *.tlsrpt)"),
         FileWords::tr("All files (*)")});
    QObject::connect(dialog, &QFileDialog::filesSelected, window, std::move(then));
    dialog->open();
}

void askFolder(QWidget *window, const QString &title, PathTaken then)
{
    QFileDialog *dialog = makeDialog(window, title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    takeOne(dialog, std::move(then));
}

void askSavePath(QWidget *window, const QString &title, const QString &name, const QString &filter,
                 const QString &suffix, PathTaken then)
{
    QFileDialog *dialog = makeDialog(window, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(filter);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name + u'.' + suffix);
    takeOne(dialog, std::move(then));
}

void askNewArchive(QWidget *window, const QString &title, const QString &name, PathTaken then)
{
    QFileDialog *dialog = makeDialog(window, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // it is refused later, with words
    dialog->setNameFilter(FileWords::tr("Archives (*.sqlite)"));
    dialog->setDefaultSuffix(u"sqlite"_qs);
    dialog->setDirectory(QFileInfo(name).absolutePath());
    dialog->selectFile(QFileInfo(name).fileName() + u".sqlite"_qs);
    takeOne(dialog, std::move(then));
}

void askArchive(QWidget *window, bool existing, PathTaken then)
{
    QFileDialog *dialog = makeDialog(window, existing ? FileWords::tr("Open archive")
                                                      : FileWords::tr("New archive"));
    if (existing) {
        dialog->setFileMode(QFileDialog::ExistingFile);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        // An archive is never overwritten: choosing one that exists opens it.
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        dialog->setDefaultSuffix(u"sqlite"_qs);
        dialog->selectFile(u"archive.sqlite"_qs);
    }
    dialog->setNameFilters({FileWords::tr("Archives (*.sqlite *.db)"), FileWords::tr("All files (*)")});
    takeOne(dialog, std::move(then));
}

} // namespace tlsrpt
