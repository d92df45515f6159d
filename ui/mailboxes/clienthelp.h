// SPDX-License-Identifier: GPL-3.0-or-later
// How to register a client ID with Google or Microsoft, step by step.
#pragma once

#include <QString>

class QWidget;

namespace tlsrpt
{

class Theme;

/// `provider` as in Mailbox::provider.
void showClientHelp(QWidget *window, const QString &provider, const Theme &theme);

} // namespace tlsrpt
