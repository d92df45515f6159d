// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/corpus/packing.h"

#include <QDateTime>
#include <QDir>
#include <QLocale>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

#include <zlib.h>

namespace tlsrpt::made
{
namespace
{

/// zlib's state is a quarter of a megabyte: kept from one report to the next.
class Deflater
{
public:
    Deflater()
    {
        constexpr int gzipFormat = 16 + MAX_WBITS;
        if (deflateInit2(&m_stream, 6, Z_DEFLATED, gzipFormat, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            qFatal("zlib cannot start");
    }
    ~Deflater() { deflateEnd(&m_stream); }
    Deflater(const Deflater &) = delete;
    Deflater &operator=(const Deflater &) = delete;

    QByteArray pack(const QByteArray &bytes)
    {
        deflateReset(&m_stream);
        const auto length = static_cast<uLong>(bytes.size());
        QByteArray packed(static_cast<qsizetype>(deflateBound(&m_stream, length)),
                          Qt::Uninitialized);
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(packed.data());
        m_stream.avail_out = static_cast<uInt>(packed.size());
        if (deflate(&m_stream, Z_FINISH) != Z_STREAM_END)
            qFatal("zlib cannot pack");
        packed.truncate(static_cast<qsizetype>(m_stream.total_out));
        return packed;
    }

private:
    z_stream m_stream = {};
};

class FolderWriter final : public Writer
{
public:
    explicit FolderWriter(const QString &folder)
        : m_folder(folder)
    {
    }

    bool add(const QString &name, const QByteArray &bytes, QDate) override
    {
        QFile file(m_folder + u'/' + name);
        return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) &&
               file.write(bytes) == bytes.size();
    }
    bool finish() override { return true; }

private:
    QString m_folder;
};

class ZipWriter final : public Writer
{
public:
    explicit ZipWriter(const QString &file)
        : m_zip(file)
    {
        m_zip.setZip64Enabled(true); // more than 65,535 members
        m_open = m_zip.open(QuaZip::mdCreate);
    }

    bool add(const QString &name, const QByteArray &bytes, QDate day) override
    {
        if (!m_open)
            return false;
        QuaZipNewInfo info(name);
        info.dateTime = QDateTime(day, QTime(0, 0), Qt::UTC);
        info.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                            QFileDevice::ReadGroup | QFileDevice::ReadOther);
        QuaZipFile member(&m_zip);
        if (!member.open(QIODevice::WriteOnly, info))
            return false;
        const bool written = member.write(bytes) == bytes.size();
        member.close();
        return written && member.getZipError() == ZIP_OK;
    }
    bool finish() override
    {
        m_zip.close();
        return m_open && m_zip.getZipError() == ZIP_OK;
    }

private:
    QuaZip m_zip;
    bool m_open = false;
};

class MboxWriter final : public Writer
{
public:
    explicit MboxWriter(const QString &file)
        : m_file(file)
    {
        m_open = m_file.open(QIODevice::WriteOnly);
    }

    bool add(const QString &, const QByteArray &mail, QDate day) override
    {
        // Unix line ends, as mail programs store it; a "From " at the start of a line is quoted.
        QByteArray text = mail;
        text.replace("\r\n", "\n").replace("\nFrom ", "\n>From ");
        const QByteArray date = QLocale::c().toString(day, u"ddd MMM dd").toLatin1() +
                                " 12:00:00 " + QByteArray::number(day.year());
        const QByteArray block = "From MAILER-DAEMON " + date + '\n' + text + '\n';
        return m_open && m_file.write(block) == block.size();
    }
    bool finish() override { return m_open && m_file.flush(); }

private:
    QFile m_file;
    bool m_open = false;
};

} // namespace

std::optional<Format> formatOf(const QString &name)
{
    static const QList<std::pair<QLatin1String, Format>> formats = {
        {QLatin1String("gz"), Format::Gz},   {QLatin1String("json"), Format::Json},
        {QLatin1String("eml"), Format::Eml}, {QLatin1String("mbox"), Format::Mbox},
        {QLatin1String("zip"), Format::Zip},
    };
    for (const auto &[word, format] : formats) {
        if (name == word)
            return format;
    }
    return std::nullopt;
}

QByteArray gzip(const QByteArray &bytes)
{
    thread_local Deflater deflater;
    return deflater.pack(bytes);
}

std::unique_ptr<Writer> folderWriter(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return nullptr;
    return std::make_unique<FolderWriter>(folder);
}

std::unique_ptr<Writer> zipWriter(const QString &file)
{
    return std::make_unique<ZipWriter>(file);
}

std::unique_ptr<Writer> mboxWriter(const QString &file)
{
    return std::make_unique<MboxWriter>(file);
}

bool addReport(Writer &writer, Format format, const Report &report)
{
    const QString name = QString::fromLatin1(jsonName(report));
    switch (format) {
    case Format::Gz:
        return writer.add(name + u".gz", gzip(toJson(report)), report.day);
    case Format::Json:
    case Format::Zip:
        return writer.add(name, toJson(report), report.day);
    case Format::Eml:
    case Format::Mbox:
        return writer.add(name.chopped(5) + u".eml", toMail(report), report.day);
    }
    return false;
}

} // namespace tlsrpt::made
