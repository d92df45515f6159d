// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

#include <QDialog>

namespace tlsrpt
{

/// Appearance, language, archive place, caps, notifications; each with its default and a way back.
class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PreferencesDialog(Settings &settings, QWidget *parent = nullptr);
};

} // namespace tlsrpt
