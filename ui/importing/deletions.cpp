// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/deletions.h"

#include "ui/importing/archivewrite.h"

namespace tlsrpt
{

Deletions::Deletions(Context context, QObject *parent) : QObject(parent), m_context(context)
{
    m_pool.setMaxThreadCount(1);
}

void Deletions::remove(const DeletionChoice &choice, const QString &what)
{
    const QString path = m_context.session.path();
    writeArchive(m_pool, path, m_context.clock, [choice](Archive &archive) { return archive.deleteReports(choice); })
        .then(this, [this, what, path](const Result<DeletionId> &deleted) {
            if (!deleted) {
                emit failed(deleted.error());
                return;
            }
            if (*deleted) // else no report was chosen, and there is nothing to give back
                m_done.push_back({*deleted, what, path});
            m_context.session.refresh();
            emit changed();
            emit removed(what);
        });
}

void Deletions::undo()
{
    if (m_done.empty())
        return;
    const Done last = m_done.back();
    m_done.pop_back();
    emit changed();
    writeArchive(m_pool, last.archive, m_context.clock, [id = last.id](Archive &archive) { return archive.undoDeletion(id); })
        .then(this, [this, last](const Status &status) {
            if (!status) {
                m_done.push_back(last); // to be tried again, e.g. when nobody locks the archive
                emit changed();
                emit failed(status.error());
                return;
            }
            m_context.session.refresh();
            emit undone(last.what);
        });
}

} // namespace tlsrpt
