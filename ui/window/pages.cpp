// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pages.h"

#include "ui/domains/domainspage.h"
#include "ui/overview/overviewpage.h"
#include "ui/reports/reportspage.h"
#include "ui/senders/senderspage.h"
#include "ui/servers/serverspage.h"

#include <algorithm>

namespace tlsrpt
{

Pages makePages(Context context, ImportQueue &queue, QWidget *parent)
{
    Pages pages;
    pages.sources = new SourcesPage(context, queue, parent);
    pages.findings = new FindingsPage(context, parent);
    pages.enforce = new EnforcePage(context, parent);
    auto *domains = new DomainsPage(context, parent);
    auto *reports = new ReportsPage(context, parent);
    QObject::connect(reports, &ReportsPage::deleteRequested, pages.sources,
                     [sources = pages.sources](const std::vector<ReportId> &ids, const QString &what) {
                         DeletionChoice choice;
                         choice.reports = ids;
                         sources->deletions().remove(choice, what);
                     });
    pages.all = {
        {u"overview"_qs, new OverviewPage(context, parent)},
        {u"findings"_qs, pages.findings},
        {u"domains"_qs, domains},
        {u"servers"_qs, new ServersPage(context, parent)},
        {u"senders"_qs, new SendersPage(context, parent)},
        {u"reports"_qs, reports},
        {u"sources"_qs, pages.sources},
        {u"enforce"_qs, pages.enforce, u"domains"_qs},
    };
    domains->setEnforceOffered(std::any_of(pages.all.begin(), pages.all.end(),
                                           [](const NamedPage &named) { return named.name == u"enforce"; }));
    return pages;
}

} // namespace tlsrpt
