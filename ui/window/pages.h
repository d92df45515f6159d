// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the window in the order of the side bar, then those that others lead to.
#pragma once

#include "ui/enforce/enforcepage.h"
#include "ui/findings/findingspage.h"
#include "ui/importing/importingpage.h"
#include "ui/page/page.h"

#include <vector>

namespace tlsrpt
{

struct NamedPage {
    QString name; ///< as in Page::navigate; also the name of its icon
    Page *page = nullptr;
    QString under = {};    ///< the page of the side bar to which it belongs, where it is not one itself

    bool inSideBar() const { return under.isEmpty(); }
};

struct Pages {
    std::vector<NamedPage> all;
    EnforcePage *enforce = nullptr;
    FindingsPage *findings = nullptr;
    SourcesPage *sources = nullptr;
};
Pages makePages(Context context, ImportQueue &queue, QWidget *parent);

} // namespace tlsrpt
