// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/archivepage.h"

#include <memory>

namespace tlsrpt
{

/// Is it safe to enforce the policy of one domain, and would another policy do? Its place is the
/// domain. The days of the filter say which sessions are held against enforce; its other choices
/// do not matter here, except that a single domain is the one shown.
class EnforcePage : public ArchivePage
{
    Q_OBJECT
public:
    explicit EnforcePage(Context context, QWidget *parent = nullptr);
    ~EnforcePage() override;

    QString title() const override;
    QVariant place() const override;
    QString domain() const override;
    void goTo(const QVariant &place) override;
    QString currentTableAsCsv() const override;

signals:
    /// A sentence for the status line.
    void told(const QString &sentence);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tlsrpt
