// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting reports, and giving them back.
#pragma once

#include "core/store/archive.h"
#include "ui/page/page.h"

#include <QThreadPool>

#include <vector>

namespace tlsrpt
{

class Deletions : public QObject
{
    Q_OBJECT
public:
    explicit Deletions(Context context, QObject *parent = nullptr);

    /// `what` is how undo names it, e.g. "the reports of example.org".
    void remove(const DeletionChoice &choice, const QString &what);
    bool canUndo() const { return !m_done.empty(); }
    QString undoName() const { return m_done.empty() ? QString() : m_done.back().what; }
    void undo();

signals:
    void changed();                        ///< canUndo() or undoName()
    void removed(const QString &what);
    void undone(const QString &what);
    void failed(const tlsrpt::Error &error);

private:
    struct Done {
        DeletionId id;
        QString what;
        QString archive;
    };
    Context m_context;
    std::vector<Done> m_done;
    QThreadPool m_pool; ///< the last member: waits for the work while all else is there
};

} // namespace tlsrpt
