// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/digest.h"

#include "core/query/questions.h"

#include <QDir>
#include <QFileInfo>

namespace tlsrpt
{

static Digest digest(ArchiveReader &reader, const Facts &facts, const QString &path)
{
    Digest digest;
    digest.domains = domainChoices(facts);
    digest.senders = senderChoices(facts);
    digest.period = wholePeriod(facts);
    digest.reports = static_cast<qint64>(facts.reports.size());
    digest.fileBytes = QFileInfo(path).size() + QFileInfo(path + u"-wal"_qs).size(); // what is written but not in the file yet
    if (const auto imports = reader.imports(); imports && !imports->empty())
        digest.lastImport = std::max(imports->front().started, imports->front().finished);
    return digest;
}

void askDigest(ArchiveSession &session, QObject *context, std::function<void(const Digest &)> then)
{
    const QString path = session.path();
    session
        .ask([path](ArchiveReader &reader, const Facts &facts) { return digest(reader, facts, path); })
        .then(context, [then = std::move(then)](const Digest &answer) { then(answer); });
}

QString shortPath(const QString &path)
{
    const QString home = QDir::homePath();
    return home.size() > 1 && path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path;
}

} // namespace tlsrpt
