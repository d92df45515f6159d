// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/archivepage.h"

#include <memory>

namespace tlsrpt
{

/// Every domain with its state and why, for those who look after many; one told in full below.
/// Its place is a domain.
class DomainsPage : public ArchivePage
{
    Q_OBJECT
public:
    explicit DomainsPage(Context context, QWidget *parent = nullptr);
    ~DomainsPage() override;

    QString title() const override;
    void find(const QString &text) override;
    QString findPlaceholder() const override;
    QVariant place() const override;
    QString domain() const override;
    void goTo(const QVariant &place) override;
    QString currentTableAsCsv() const override;
    /// There is a page "enforce" to go to.
    void setEnforceOffered(bool offered);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tlsrpt
