// SPDX-License-Identifier: GPL-3.0-or-later
// The Export menu: asks where to, collects the summary on the reading thread, writes it.
#pragma once

#include "ui/export/summary.h"
#include "ui/page/page.h"

#include <functional>

class QPrinter;

namespace tlsrpt
{

class Exporter : public QObject
{
    Q_OBJECT
public:
    enum class Format { Pdf, Html, Json };

    Exporter(Context context, QWidget *window);

    void ask(Format format);
    void askTable(CsvTable table);
    void askAllTables();
    void askOriginals();
    void preview();

    // Without a dialog, for tests and whoever knows the place.
    void write(Format format, const QString &path);
    void writeTable(CsvTable table, const QString &path);
    void writeAllTables(const QString &folder);
    void writeOriginals(const QString &folder);

signals:
    void done(const QString &sentence);
    void failed(const tlsrpt::Error &error);

private:
    void collect(std::function<void(const Summary &)> then);
    void writeText(std::function<QByteArray(const Summary &)> make, const QString &path);
    void report(const Status &status, const QString &path);
    void showPreview(const Summary &summary);
    QString suggestedName() const;
    Context m_context;
    QWidget *m_window;
};

} // namespace tlsrpt
