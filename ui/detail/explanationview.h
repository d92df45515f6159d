// SPDX-License-Identifier: GPL-3.0-or-later
// One failure explained: what happened, what it did to the mail, who acts, how to check and fix.
#pragma once

#include "core/explain/explanation.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace tlsrpt
{

class ExplanationView : public QWidget
{
    Q_OBJECT
public:
    explicit ExplanationView(const Theme &theme, QWidget *parent = nullptr);
    void show(const Explanation &explanation);
    void clear();

private:
    void addSection(const QString &title, const QString &text);
    void addChecks(const Explanation &explanation);
    void addFix(const QStringList &steps);

    const Theme &m_theme;
    QVBoxLayout *m_layout;
};

} // namespace tlsrpt
