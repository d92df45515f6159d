// SPDX-License-Identifier: GPL-3.0-or-later
// An opened report: to read, as JSON, as the raw file.
#pragma once

#include "core/pipeline/reopen.h"
#include "ui/reports/jsonformat.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTabWidget;

namespace tlsrpt
{

class JsonView;
class ReadView;

/// Everything shown of a report, made on the reading thread.
struct OpenedReport {
    ReopenedReport report;
    FormattedJson json;
    QString raw; ///< the file as text, or its first bytes in hexadecimal
};
Result<OpenedReport> openReport(ArchiveReader &reader, ReportId id, const Limits &limits);

class ReportView : public QWidget
{
    Q_OBJECT
public:
    explicit ReportView(const Theme &theme, QWidget *parent = nullptr);
    void show(const OpenedReport &report);
    void showError(const Error &error);
    /// No report is open: `why` says what to do.
    void clear(const QString &why = tr("Choose a report to read it."));
    int tab() const;
    void setTab(int tab);

signals:
    void saveRequested();

private:
    const Theme &m_theme;
    QLabel *m_title;
    QLabel *m_day;
    QWidget *m_save;
    QTabWidget *m_tabs;
    ReadView *m_read;
    JsonView *m_json;
    QPlainTextEdit *m_raw;
    QLabel *m_rawNote;
};

} // namespace tlsrpt
