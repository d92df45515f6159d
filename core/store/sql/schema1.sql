-- SPDX-License-Identifier: GPL-3.0-or-later
-- TLS Report Viewer archive, schema 1. Days are whole days since 1970-01-01 UTC; times are
-- seconds since then. Text that repeats is stored once in the small tables. Use the views
-- (reports, policy_results, failures, ...) for questions of your own; the tables with a trailing
-- underscore are the program's.

CREATE TABLE text_ (           -- every repeating name: domain, MX, address, sender, result type, ...
    id    INTEGER PRIMARY KEY,
    value TEXT NOT NULL UNIQUE
);

CREATE TABLE policy_ (         -- a policy as a sender applied it
    id       INTEGER PRIMARY KEY,
    hash     BLOB NOT NULL UNIQUE,     -- of strings and mx_hosts
    mode     INTEGER NOT NULL,         -- 0 unknown, 1 none, 2 testing, 3 enforce (RFC 8461 3.2)
    max_age  INTEGER,                  -- seconds
    strings  TEXT NOT NULL,            -- one line each
    mx_hosts TEXT NOT NULL             -- one pattern a line
);

CREATE TABLE import_ (
    id         INTEGER PRIMARY KEY,
    started    INTEGER NOT NULL,
    finished   INTEGER,                -- NULL while running or when killed
    kind       INTEGER NOT NULL,       -- 0 files, 1 watched folder, 2 mailbox
    name       TEXT NOT NULL,          -- what the user named: one path a line
    imported   INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    conflicts  INTEGER NOT NULL DEFAULT 0,
    rejected   INTEGER NOT NULL DEFAULT 0,
    ignored    INTEGER NOT NULL DEFAULT 0,
    bytes      INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE notice_ (         -- what was rejected (kind 0), ignored (1) or in conflict (2), and why
    id        INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES import_ ON DELETE CASCADE,
    kind      INTEGER NOT NULL,
    source    TEXT NOT NULL,           -- "backup.zip › mail.eml › r.json.gz"
    code      TEXT NOT NULL,           -- "truncated", "not-json", ...
    detail    TEXT NOT NULL,
    offset    INTEGER NOT NULL,        -- byte, -1 unknown
    report_id INTEGER                  -- for conflicts: the report that counts
);
CREATE INDEX notice_by_import_ ON notice_(import_id, kind);

CREATE TABLE deletion_ (       -- reports deleted together; undone by giving them back
    id      INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,
    reports INTEGER NOT NULL
);

CREATE TABLE report_ (
    id           INTEGER PRIMARY KEY,
    identity     BLOB NOT NULL,        -- 16 bytes: sender, report-id, start, policy domains as sent
    content      BLOB NOT NULL,        -- 16 bytes over all counted values
    state        INTEGER NOT NULL DEFAULT 0, -- 0 counts, 1 a conflicting copy that does not count
    deletion_id  INTEGER REFERENCES deletion_, -- not NULL: deleted, can be undone
    import_id    INTEGER NOT NULL REFERENCES import_,
    day          INTEGER NOT NULL,     -- UTC day of the start
    start        INTEGER NOT NULL,
    end          INTEGER NOT NULL,     -- exclusive
    reporter     INTEGER NOT NULL REFERENCES text_, -- key that groups one sender's reports
    organization INTEGER NOT NULL REFERENCES text_, -- as sent
    contact      INTEGER NOT NULL REFERENCES text_,
    submitter    INTEGER NOT NULL REFERENCES text_,
    report_id    TEXT NOT NULL,        -- as sent
    source       TEXT NOT NULL,        -- where it was found
    dated        INTEGER NOT NULL,     -- date of the mail, else of the file; 0 unknown
    signature    INTEGER NOT NULL,     -- DKIM as the user's own server noted: 0 unknown, 1 pass, 2 fail
    deviations   INTEGER NOT NULL      -- bits by DeviationKind
);
CREATE INDEX report_by_identity_ ON report_(identity);
CREATE INDEX report_by_deletion_ ON report_(deletion_id) WHERE deletion_id IS NOT NULL;

CREATE TABLE original_ (       -- the bytes as found
    report_id INTEGER PRIMARY KEY REFERENCES report_ ON DELETE CASCADE,
    packing   INTEGER NOT NULL,        -- 0 plain JSON compressed by us (4 bytes of length, most
                                       -- significant first, then a zlib stream), 1 a gzip stream as it came
    file_name TEXT NOT NULL,
    bytes     BLOB NOT NULL
);

CREATE TABLE policy_result_ (
    id           INTEGER PRIMARY KEY,
    report_id    INTEGER NOT NULL REFERENCES report_ ON DELETE CASCADE,
    track        INTEGER NOT NULL,     -- 0 sts, 1 tlsa, 2 none, 3 other
    policy_type  INTEGER NOT NULL REFERENCES text_, -- as sent
    domain       INTEGER NOT NULL REFERENCES text_,
    policy_id    INTEGER REFERENCES policy_,
    successful   INTEGER NOT NULL,     -- sessions
    failed       INTEGER NOT NULL,     -- sessions
    headline     INTEGER NOT NULL      -- 0: the same sessions are counted by another row of the report
);
CREATE INDEX policy_result_by_report_ ON policy_result_(report_id);

CREATE TABLE failure_ (
    id               INTEGER PRIMARY KEY,
    policy_result_id INTEGER NOT NULL REFERENCES policy_result_ ON DELETE CASCADE,
    result_type      INTEGER NOT NULL REFERENCES text_,
    reason           INTEGER NOT NULL REFERENCES text_,
    mx               INTEGER NOT NULL REFERENCES text_, -- '' = policy level, no server involved
    receiving_ip     INTEGER NOT NULL REFERENCES text_,
    sending_ip       INTEGER NOT NULL REFERENCES text_,
    helo             INTEGER NOT NULL REFERENCES text_,
    information      INTEGER NOT NULL REFERENCES text_,
    occurrences      INTEGER NOT NULL
);
CREATE INDEX failure_by_policy_result_ ON failure_(policy_result_id);

CREATE TABLE change_ (         -- tells readers in memory when adding new rows is not enough
    rewrites INTEGER NOT NULL  -- grows with every deletion, undo and conflict
);
INSERT INTO change_ VALUES (0);

CREATE TABLE watched_folder_ (
    path TEXT PRIMARY KEY,
    added INTEGER NOT NULL
);

CREATE VIEW reports AS
SELECT r.id, date(r.day * 86400, 'unixepoch') AS day, datetime(r.start, 'unixepoch') AS start,
       datetime(r.end, 'unixepoch') AS "end", o.value AS organization, k.value AS sender,
       c.value AS contact, r.report_id, r.source, i.name AS import
FROM report_ r JOIN text_ o ON o.id = r.organization JOIN text_ k ON k.id = r.reporter
     JOIN text_ c ON c.id = r.contact JOIN import_ i ON i.id = r.import_id
WHERE r.state = 0 AND r.deletion_id IS NULL;

CREATE VIEW policy_results AS
SELECT p.id, p.report_id, r.day, r.sender, t.value AS policy_type, d.value AS domain,
       CASE q.mode WHEN 1 THEN 'none' WHEN 2 THEN 'testing' WHEN 3 THEN 'enforce' END AS mode,
       q.strings AS policy, p.successful, p.failed, p.headline AS counts_in_headline
FROM policy_result_ p JOIN reports r ON r.id = p.report_id JOIN text_ t ON t.id = p.policy_type
     JOIN text_ d ON d.id = p.domain LEFT JOIN policy_ q ON q.id = p.policy_id;

CREATE VIEW failures AS
SELECT f.id, p.report_id, p.day, p.sender, p.domain, p.policy_type, p.mode, t.value AS result_type,
       a.value AS reason, m.value AS mx, ri.value AS receiving_ip, si.value AS sending_ip,
       h.value AS helo, n.value AS additional_information, f.occurrences
FROM failure_ f JOIN policy_results p ON p.id = f.policy_result_id
     JOIN text_ t ON t.id = f.result_type JOIN text_ a ON a.id = f.reason
     JOIN text_ m ON m.id = f.mx JOIN text_ ri ON ri.id = f.receiving_ip
     JOIN text_ si ON si.id = f.sending_ip JOIN text_ h ON h.id = f.helo
     JOIN text_ n ON n.id = f.information;

CREATE VIEW imports AS
SELECT id, datetime(started, 'unixepoch') AS started, datetime(finished, 'unixepoch') AS finished,
       name, imported, duplicates, conflicts, rejected, ignored FROM import_;

CREATE VIEW rejections AS
SELECT i.name AS import, n.source, n.code, n.detail, n.offset
FROM notice_ n JOIN import_ i ON i.id = n.import_id WHERE n.kind = 0;
