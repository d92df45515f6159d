// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/window/digest.h"

#include <QStatusBar>

class QLabel;

namespace tlsrpt
{

/// Counts, the archive and its size, and that days are UTC.
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusLine(const Theme &theme, QWidget *parent = nullptr);

    void setDigest(const Digest &digest);
    /// `sample`: an archive that goes away with the window.
    void setArchive(const QString &path, bool sample);
    void setOpening(bool opening); ///< the counts are not known yet
    void setNotOpen();               ///< it cannot be opened
    void setImporting(const QString &words); ///< empty: none is running
    /// A sentence for a few seconds instead of the counts.
    void tell(const QString &sentence);

private:
    void update();

    const Theme &m_theme;
    Digest m_digest;
    QString m_archive;
    bool m_sample = false;
    bool m_opening = false;
    bool m_notOpen = false;
    QString m_importing;
    QLabel *m_counts;
    QLabel *m_place;
    QLabel *m_days;
};

} // namespace tlsrpt
