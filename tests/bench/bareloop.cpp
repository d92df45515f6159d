// SPDX-License-Identifier: GPL-3.0-or-later
// tlsrpt-bareloop: the yardstick of an import. One thread walks a folder, reads, inflates, parses
// with simdjson and inserts three rows a report in one transaction; nothing is checked, nothing
// looked up. SQLite is as it comes. What a real import costs more than this is its price.
#include <simdjson.h>
#include <sqlite3.h>
#include <zlib.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace
{

constexpr std::size_t documentBytes = 20U << 20;

struct Row {
    std::string_view organization;
    std::string_view contact;
    std::string_view reportId;
    std::string_view start;
    std::string_view end;
    std::string_view type;
    std::string_view domain;
    std::int64_t successful = 0;
    std::int64_t failed = 0;
};

class Reader
{
public:
    Reader() : m_json(documentBytes + simdjson::SIMDJSON_PADDING) { inflateInit2(&m_stream, 15 + 32); }
    ~Reader() { inflateEnd(&m_stream); }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    /// The file's bytes, as they are kept.
    const std::string &read(const char *path)
    {
        m_packed.clear();
        const int file = open(path, O_RDONLY | O_CLOEXEC);
        struct stat info = {};
        if (file >= 0 && fstat(file, &info) == 0) {
            m_packed.resize(static_cast<std::size_t>(info.st_size));
            const auto got = ::read(file, m_packed.data(), m_packed.size());
            m_packed.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        }
        if (file >= 0)
            close(file);
        return m_packed;
    }

    /// Only the first policy: what a bare loop needs for three rows.
    Row parse()
    {
        inflateReset(&m_stream);
        m_stream.next_in = reinterpret_cast<Bytef *>(m_packed.data());
        m_stream.avail_in = static_cast<uInt>(m_packed.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(m_json.data());
        m_stream.avail_out = static_cast<uInt>(documentBytes);
        inflate(&m_stream, Z_FINISH);
        Row row;
        simdjson::dom::element report;
        if (m_parser.parse(m_json.data(), m_stream.total_out, false).get(report))
            return row;
        const auto take = [](auto value, auto &into) {
            if (value.get(into) != simdjson::SUCCESS)
                into = {};
        };
        take(report["organization-name"], row.organization);
        take(report["contact-info"], row.contact);
        take(report["report-id"], row.reportId);
        take(report["date-range"]["start-datetime"], row.start);
        take(report["date-range"]["end-datetime"], row.end);
        const auto policy = report["policies"].at(0);
        take(policy["policy"]["policy-type"], row.type);
        take(policy["policy"]["policy-domain"], row.domain);
        take(policy["summary"]["total-successful-session-count"], row.successful);
        take(policy["summary"]["total-failure-session-count"], row.failed);
        return row;
    }

private:
    std::string m_packed;
    std::vector<char> m_json;
    z_stream m_stream = {};
    simdjson::dom::parser m_parser;
};

class Rows
{
public:
    explicit Rows(const char *path)
    {
        if (sqlite3_open(path, &m_database) != SQLITE_OK)
            std::abort();
        run("CREATE TABLE report(id INTEGER PRIMARY KEY, organization, contact, report_id, start, end)");
        run("CREATE TABLE policy(id INTEGER PRIMARY KEY, report, type, domain, successful, failed)");
        run("CREATE TABLE original(id INTEGER PRIMARY KEY, bytes)");
        run("BEGIN");
        m_report = prepare("INSERT INTO report VALUES(?,?,?,?,?,?)");
        m_policy = prepare("INSERT INTO policy VALUES(?,?,?,?,?,?)");
        m_original = prepare("INSERT INTO original VALUES(?,?)");
    }
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;

    void insert(sqlite3_int64 id, const Row &row, const std::string &original)
    {
        sqlite3_bind_int64(m_report, 1, id);
        bind(m_report, 2, row.organization);
        bind(m_report, 3, row.contact);
        bind(m_report, 4, row.reportId);
        bind(m_report, 5, row.start);
        bind(m_report, 6, row.end);
        step(m_report);
        sqlite3_bind_int64(m_policy, 1, id);
        sqlite3_bind_int64(m_policy, 2, id);
        bind(m_policy, 3, row.type);
        bind(m_policy, 4, row.domain);
        sqlite3_bind_int64(m_policy, 5, row.successful);
        sqlite3_bind_int64(m_policy, 6, row.failed);
        step(m_policy);
        sqlite3_bind_int64(m_original, 1, id);
        sqlite3_bind_blob(m_original, 2, original.data(), static_cast<int>(original.size()), SQLITE_STATIC);
        step(m_original);
    }

    void finish()
    {
        run("COMMIT");
        for (sqlite3_stmt *statement : {m_report, m_policy, m_original})
            sqlite3_finalize(statement);
        sqlite3_close(m_database);
    }

private:
    void run(const char *sql)
    {
        if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            std::abort();
    }
    sqlite3_stmt *prepare(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr) != SQLITE_OK)
            std::abort();
        return statement;
    }
    static void bind(sqlite3_stmt *statement, int index, std::string_view text)
    {
        sqlite3_bind_text(statement, index, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    }
    static void step(sqlite3_stmt *statement)
    {
        if (sqlite3_step(statement) != SQLITE_DONE)
            std::abort();
        sqlite3_reset(statement);
    }

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_report = nullptr;
    sqlite3_stmt *m_policy = nullptr;
    sqlite3_stmt *m_original = nullptr;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: tlsrpt-bareloop FOLDER NEW-DATABASE\n");
        return 2;
    }
    if (std::filesystem::exists(argv[2])) {
        std::fprintf(stderr, "%s exists\n", argv[2]);
        return 2;
    }
    const auto begin = std::chrono::steady_clock::now();
    Rows rows(argv[2]);
    Reader reader;
    sqlite3_int64 count = 0;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(argv[1])) {
        if (!entry.is_regular_file())
            continue;
        const std::string &original = reader.read(entry.path().c_str());
        rows.insert(++count, reader.parse(), original);
    }
    rows.finish();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    std::printf("%lld reports, %.3f s, %.0f reports/s\n", static_cast<long long>(count), seconds,
                static_cast<double>(count) / seconds);
    return 0;
}
