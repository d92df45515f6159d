// SPDX-License-Identifier: GPL-3.0-or-later
// Highlighted JSON with line numbers and, at the right, how a line differs from the standard.
#pragma once

#include "core/report/report.h"
#include "ui/reports/jsonformat.h"
#include "ui/theme/theme.h"

#include <QPlainTextEdit>

namespace tlsrpt
{

class JsonHighlighter;

class JsonView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit JsonView(const Theme &theme, QWidget *parent = nullptr);
    void show(const FormattedJson &json, const std::vector<Deviation> &deviations);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyTheme();
    int marginWidth() const;
    void placeMargin();
    void paintMargin(QPaintEvent *event);
    void markLines();

    const Theme &m_theme;
    JsonHighlighter *m_highlighter;
    QWidget *m_margin;
    QHash<int, QString> m_notes; ///< by line
};

} // namespace tlsrpt
