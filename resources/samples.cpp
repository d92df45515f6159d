// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/samples.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

// Outside every namespace, as the macro asks; resources of a static library do not load themselves.
static void loadSamples()
{
    Q_INIT_RESOURCE(samples);
}

namespace tlsrpt
{

QStringList extractSamples(const QString &folder)
{
    loadSamples();
    const QDir source(QStringLiteral(":/samples"));
    const QDir target(folder);
    QDirIterator files(source.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next();
        const QString to = target.filePath(source.relativeFilePath(from));
        if (!QDir().mkpath(QFileInfo(to).path()) || !QFile::copy(from, to))
            return {};
        // Copies of resources are read-only; these are to be deleted with their folder.
        QFile::setPermissions(to, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    QStringList paths;
    const QStringList names = source.entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names)
        paths.append(target.filePath(name));
    return paths;
}

} // namespace tlsrpt
