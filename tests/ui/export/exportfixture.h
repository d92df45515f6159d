// SPDX-License-Identifier: GPL-3.0-or-later
// Summaries of small archives: one with some of everything, one by somebody who means harm.
#pragma once

#include "ui/export/summary.h"

namespace tlsrpt::made
{

/// Names that a spreadsheet, a browser, a terminal or a page would act on.
struct HostileNames {
    QString formula = QStringLiteral("=HYPERLINK(\"http://evil.example\",\"x\")");
    QString markup = QStringLiteral("<script src=http://evil.example/x.js>alert(1)</script><img src=x onerror=alert(2)>");
    QString escape = QStringLiteral("\x1b]0;owned\x07\x1b[31mred\u202Egnp.exe");
    QString breaks = QStringLiteral("a \"quoted\", name\r\nSet-Cookie: x");
};

/// Three domains, three senders, twenty days with a gap, five causes, a host and the policy level.
Summary someOfEverything(const Filter &filter = {});
/// Failures at this many hosts, named mx0001.example.org and so on, each of 1 to 3 causes.
Summary manyHosts(int hosts, int causes = 1);
/// Those names as organisation, domain, host, reason and policy text.
Summary hostileSummary(const HostileNames &names = {});
/// Names of this length, with nowhere to break, as organisation, domain, host and reason.
Summary longNames(int length);
Summary emptySummary(const Filter &filter = {});

/// The facts and the filter behind someOfEverything(), to ask the same questions again.
std::shared_ptr<const Facts> someFacts();

} // namespace tlsrpt::made
