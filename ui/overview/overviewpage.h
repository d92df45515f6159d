// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/archivepage.h"

#include <memory>

namespace tlsrpt
{

/// One sentence, key figures, sessions and causes over time, senders, tracks, domains.
class OverviewPage : public ArchivePage
{
    Q_OBJECT
public:
    explicit OverviewPage(Context context, QWidget *parent = nullptr);
    ~OverviewPage() override;

    QString title() const override;
    QString currentTableAsCsv() const override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tlsrpt
