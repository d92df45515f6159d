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
    bool operator==(const StepTexts &) const = default;
};

class StepList : public QWidget
{
    Q_OBJECT
public:
    explicit StepList(const Theme &theme, QWidget *parent = nullptr);
    /// The same steps again change nothing: whoever reads or copies is not disturbed.
    void show(const std::vector<words::EnforceStep> &steps, const StepTexts &texts);

signals:
    void findingOpened(const QString &key);

private:
    void add(int number, const words::EnforceStep &step, const StepTexts &texts);
    QWidget *textBox(const words::EnforceStep &step, const StepTexts &texts);

    const Theme &m_theme;
    QVBoxLayout *m_layout;
    std::vector<words::EnforceStep> m_shown;
    StepTexts m_texts;
};

} // namespace tlsrpt
