// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/archivepage.h"

#include <memory>

namespace tlsrpt
{

/// All reports, instantly scrolling; one opens as text, JSON and raw file with its deviations.
class ReportsPage : public ArchivePage
{
    Q_OBJECT
public:
    explicit ReportsPage(Context context, QWidget *parent = nullptr);
    ~ReportsPage() override;

    QString title() const override;
    void find(const QString &text) override;
    QString findPlaceholder() const override;
    QVariant place() const override;
    void goTo(const QVariant &place) override;
    QString currentTableAsCsv() const override;

signals:
    /// The user pressed Delete on these; `what` names them for undo.
    void deleteRequested(const std::vector<tlsrpt::ReportId> &reports, const QString &what);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tlsrpt
