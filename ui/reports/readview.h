// SPDX-License-Identifier: GPL-3.0-or-later
// A report as readable text: every field translated, policies checked, failures explained.
#pragma once

#include "core/explain/cause.h"
#include "core/pipeline/reopen.h"
#include "ui/theme/theme.h"

#include <QScrollArea>

#include <set>

class QVBoxLayout;

namespace tlsrpt
{

class ReadView : public QScrollArea
{
    Q_OBJECT
public:
    explicit ReadView(const Theme &theme, QWidget *parent = nullptr);
    void show(const ReopenedReport &report);

private:
    void addHead(const ReopenedReport &report);
    void addPolicy(const Report &report, size_t index);
    void addPolicyText(class ValueGrid &values, const PolicyResult &policy);
    void addFailure(const PolicyResult &policy, size_t index);
    void addDeviations(const Report &report);
    void addText(const QString &text, FontRole role = FontRole::Body, Token token = Token::Text);

    const Theme &m_theme;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_layout = nullptr;
    std::set<Cause> m_explained;
};

/// "All 728 sessions failed." and the like: the report in one sentence.
QString reportSentence(const Report &report);

} // namespace tlsrpt
