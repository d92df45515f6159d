-- SPDX-License-Identifier: GPL-3.0-or-later
-- TLS Report Viewer archive, schema 2: what the user said about findings.

CREATE TABLE finding_mark_ (
    key      TEXT PRIMARY KEY, -- rule|domain|server|track|sender or address; '' the list as a whole
    seen     INTEGER,          -- first day of the newest one that was looked at; of '' the day of the look
    muted    INTEGER NOT NULL, -- 1: not counted as a problem
    until    INTEGER,          -- muted up to and including this day; NULL until unmuted
    reason   TEXT NOT NULL,    -- the user's own words
    muted_at INTEGER NOT NULL
);

CREATE VIEW muted_findings AS
SELECT key AS finding, reason, date(until * 86400, 'unixepoch') AS until,
       datetime(muted_at, 'unixepoch') AS muted
FROM finding_mark_ WHERE muted = 1;
