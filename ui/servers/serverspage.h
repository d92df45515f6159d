// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/archivepage.h"

#include <memory>

namespace tlsrpt
{

/// The per-MX failure table; a host opens to addresses, causes and senders; explained beside it.
class ServersPage : public ArchivePage
{
    Q_OBJECT
public:
    explicit ServersPage(Context context, QWidget *parent = nullptr);
    ~ServersPage() override;

    QString title() const override;
    void find(const QString &text) override;
    QString findPlaceholder() const override;
    QVariant place() const override;
    void goTo(const QVariant &place) override;
    QString currentTableAsCsv() const override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tlsrpt
