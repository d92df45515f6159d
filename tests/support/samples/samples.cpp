// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples/samples.h"

#include "tests/support/corpus/packing.h"
#include "tests/support/samples/story.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace tlsrpt::made
{
namespace
{

using Reports = std::vector<Report>;

/// The reports of one sender from first to last day.
Reports of(const Reports &all, const QByteArray &submitter, QDate first, QDate last)
{
    Reports some;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some), [&](const Report &report) {
        return report.sender.submitter == submitter && first <= report.day && report.day <= last;
    });
    return some;
}

bool write(std::unique_ptr<Writer> writer, Format format, const Reports &reports)
{
    if (!writer)
        return false;
    return std::all_of(reports.begin(), reports.end(),
                       [&](const Report &report) { return addReport(*writer, format, report); }) &&
           writer->finish();
}

/// A mailbox, packed as an old one would be.
bool writePackedMbox(const QString &file, const Reports &reports)
{
    const QTemporaryDir scratch;
    QFile plain(scratch.filePath(QStringLiteral("mbox")));
    if (!write(mboxWriter(plain.fileName()), Format::Mbox, reports) ||
        !plain.open(QIODevice::ReadOnly))
        return false;
    QFile packed(file);
    const QByteArray bytes = gzip(plain.readAll());
    return packed.open(QIODevice::WriteOnly) && packed.write(bytes) == bytes.size();
}

bool writeList(const QString &folder)
{
    QStringList names;
    QDirIterator files(folder + u"/samples", QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        names.append(QDir(folder).relativeFilePath(files.next()));
    names.sort();
    QByteArray text = "<RCC>\n  <!-- Written by tlsrpt-samples. -->\n  <qresource prefix=\"/\">\n";
    for (const QString &name : std::as_const(names))
        text += "    <file>" + name.toUtf8() + "</file>\n";
    text += "  </qresource>\n</RCC>\n";
    QFile list(folder + u"/samples.qrc");
    return list.open(QIODevice::WriteOnly) && list.write(text) == text.size();
}

} // namespace

bool writeSamples(const QString &where)
{
    const QString folder = QDir(where).absolutePath();
    const Reports all = story();
    const QString samples = folder + u"/samples";
    if (!QDir(samples).removeRecursively() || !QDir().mkpath(samples))
        return false;
    const QDate first = all.front().day;
    const QDate last = all.back().day;
    const QDate mailRuKept(2026, 10, 16);
    const QDate vereinKept(2026, 10, 21);

    return write(zipWriter(samples + u"/google.com.zip"), Format::Json,
                 of(all, "google.com", first, last)) &&
           write(zipWriter(samples + u"/microsoft.com.zip"), Format::Eml,
                 of(all, "microsoft.com", first, last)) &&
           write(zipWriter(samples + u"/mail.firma.example.zip"), Format::Gz,
                 of(all, "mail.firma.example", first, last)) &&
           write(zipWriter(samples + u"/mail.ru.zip"), Format::Gz,
                 of(all, "mail.ru", first, mailRuKept)) &&
           write(folderWriter(samples + u"/mail.ru"), Format::Gz,
                 of(all, "mail.ru", mailRuKept.addDays(1), last)) &&
           writePackedMbox(samples + u"/mx.verein.example.mbox.gz",
                           of(all, "mx.verein.example", first, vereinKept)) &&
           write(folderWriter(samples + u"/mx.verein.example"), Format::Eml,
                 of(all, "mx.verein.example", vereinKept.addDays(1), last)) &&
           writeList(folder);
}

} // namespace tlsrpt::made
