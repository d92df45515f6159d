// SPDX-License-Identifier: GPL-3.0-or-later
// The containers people keep reports in, written so that the same input gives the same bytes.
#pragma once

#include "tests/support/corpus/madereport.h"

#include <QFile>
#include <QString>

#include <memory>
#include <optional>

class QuaZip;

namespace tlsrpt::made
{

enum class Format { Gz, Json, Eml, Mbox, Zip };

std::optional<Format> formatOf(const QString &name);

/// One gzip member without time and name. Empty input gives an empty member.
QByteArray gzip(const QByteArray &bytes);

/// The mail that would carry the report, CRLF line ends (RFC 8460 section 5.3).
QByteArray toMail(const Report &report);

/// Writes one file after the other; every function tells on the first error.
class Writer
{
public:
    virtual ~Writer() = default;
    [[nodiscard]] virtual bool add(const QString &name, const QByteArray &bytes, QDate day) = 0;
    [[nodiscard]] virtual bool finish() = 0;
};

std::unique_ptr<Writer> folderWriter(const QString &folder);
std::unique_ptr<Writer> zipWriter(const QString &file);
std::unique_ptr<Writer> mboxWriter(const QString &file);

/// Adds the report to the writer in the shape the format wants.
[[nodiscard]] bool addReport(Writer &writer, Format format, const Report &report);

} // namespace tlsrpt::made
