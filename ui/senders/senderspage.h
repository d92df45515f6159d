// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/archivepage.h"

#include <memory>

namespace tlsrpt
{

/// Who reports, rhythm, last report, sessions, failure rate; matrix sender x cause and sender x day.
class SendersPage : public ArchivePage
{
    Q_OBJECT
public:
    explicit SendersPage(Context context, QWidget *parent = nullptr);
    ~SendersPage() override;

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
