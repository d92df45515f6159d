// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/unpack/haul.h"

#include <QBuffer>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <quazip.h>
#include <quazipfile.h>
#include <sys/resource.h>
#include <zlib.h>

namespace tlsrpt::test
{

UnpackSink Haul::sink()
{
    return {[this](Document document) { documents.push_back(std::move(document)); },
            [this](Error error) { rejected.push_back(std::move(error)); },
            [this](Error error) { ignored.push_back(std::move(error)); },
            [this](qint64 more) { bytes += more; }};
}

QStringList Haul::rejections() const
{
    QStringList list;
    for (const Error &error : rejected)
        list.append(error.subject + u": " + slug(error.code));
    return list;
}

QStringList Haul::sources() const
{
    QStringList list;
    for (const Document &document : documents)
        list.append(document.source);
    return list;
}

QStringList Haul::ignoredSubjects() const
{
    QStringList list;
    for (const Error &error : ignored)
        list.append(error.subject);
    return list;
}

Haul unpackBytes(const QByteArray &bytes, const QString &name, const Limits &limits)
{
    ByteBudget budget(1LL << 40);
    JobControl control;
    Haul haul;
    Unpacker(limits, budget, control).unpack(bytes, name, 1'700'000'000, haul.sink());
    for (Document &document : haul.documents) // the budget ends here
        document.ticket = {};
    return haul;
}

Haul unpackFile(const QString &path, const Limits &limits)
{
    ByteBudget budget(1LL << 40);
    JobControl control;
    Haul haul;
    const QFileInfo info(path);
    const Input input{path, info.fileName(), info.size(), info.lastModified().toSecsSinceEpoch()};
    Unpacker(limits, budget, control).unpack(input, haul.sink());
    for (Document &document : haul.documents)
        document.ticket = {};
    return haul;
}

QByteArray reportJson(int id)
{
    return QByteArrayLiteral(
               "{\"organization-name\":\"Example\",\"date-range\":{\"start-datetime\":"
               "\"2026-01-01T00:00:00Z\",\"end-datetime\":\"2026-01-01T23:59:59Z\"},"
               "\"contact-info\":\"a@example.net\",\"report-id\":\"")
        + QByteArray::number(id) + "\",\"policies\":[]}";
}

QByteArray gz(const QByteArray &bytes)
{
    z_stream stream = {};
    deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, bytes.size())), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray zip(const Members &members)
{
    QBuffer buffer;
    QuaZip archive(&buffer);
    archive.setAutoClose(false);
    archive.setUtf8Enabled(true);
    archive.open(QuaZip::mdCreate);
    for (const auto &[name, bytes] : members) {
        QuaZipFile file(&archive);
        QuaZipNewInfo info(name);
        info.dateTime = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 6));
        file.open(QIODevice::WriteOnly, info);
        file.write(bytes);
        file.close();
    }
    archive.close();
    return buffer.data();
}

QByteArray base64Lines(const QByteArray &bytes)
{
    const QByteArray text = bytes.toBase64();
    QByteArray lines;
    for (qsizetype at = 0; at < text.size(); at += 76)
        lines += text.mid(at, 76) + "\n";
    return lines;
}

QByteArray multipart(const QByteArray &header, const QList<Attachment> &parts, const QByteArray &type)
{
    QByteArray mail = header + "MIME-Version: 1.0\nContent-Type: " + type + "; boundary=\"b1\"\n\n";
    for (const Attachment &part : parts)
        mail += "--b1\n" + part.header + "\n" + part.body + "\n";
    return mail + "--b1--\n";
}

QByteArray reportMail(int id)
{
    const QByteArray name = "google.com!example.org!1641686400!1641772799!" + QByteArray::number(id)
        + ".json.gz";
    return multipart(
        "From: TLS reports <noreply-smtp-tls-reporting@google.com>\n"
        "To: tls@example.org\n"
        "Date: Fri, 16 Sep 2022 03:10:06 -0700\n"
        "Message-ID: <" + QByteArray::number(id) + "@google.com>\n"
        "Subject: Report Domain: example.org Submitter: google.com Report-ID: <"
            + QByteArray::number(id) + "@google.com>\n"
        "TLS-Report-Domain: example.org\n"
        "TLS-Report-Submitter: google.com\n",
        {{"Content-Type: text/plain; charset=\"UTF-8\"\n", "This is an aggregate TLS report.\n"},
         {"Content-Type: application/tlsrpt+gzip; name=\"" + name + "\"\n"
          "Content-Disposition: attachment; filename=\"" + name + "\"\n"
          "Content-Transfer-Encoding: base64\n",
          base64Lines(gz(reportJson(id)))}});
}

qint64 peakMemory()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return 0; // what a sanitizer keeps for itself says nothing
#endif
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<qint64>(usage.ru_maxrss) * 1024;
}

} // namespace tlsrpt::test
