// SPDX-License-Identifier: GPL-3.0-or-later
// What to do, in order, with the texts to copy below the steps they belong to.
#pragma once

#include "ui/theme/theme.h"
#include "ui/words/enforcewords.h"

#include <QWidget>

class QVBoxLayout;

namespace tlsrpt
{

/// What the steps give to copy.
struct StepTexts {
    QString policy, firstTesting, record, mxQuery;
};

class StepList : public QWidget
{
    Q_OBJECT
public:
    explicit StepList(const Theme &theme, QWidget *parent = nullptr);
    void show(const std::vector<words::EnforceStep> &steps, const StepTexts &texts);

signals:
    void findingOpened(const QString &key);

private:
    void add(int number, const words::EnforceStep &step, const StepTexts &texts);
    QWidget *textBox(const words::EnforceStep &step, const StepTexts &texts);

    const Theme &m_theme;
    QVBoxLayout *m_layout;
};

} // namespace tlsrpt
