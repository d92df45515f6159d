-- SPDX-License-Identifier: GPL-3.0-or-later
-- TLS Report Viewer archive, schema 3: which mailboxes were read into it, and how far.

CREATE TABLE mailbox_ (
    name         TEXT PRIMARY KEY,  -- the user's; secrets and settings are not here
    last_try     INTEGER NOT NULL,  -- when a fetch last began
    last_success INTEGER,           -- when one last ended well; NULL never
    error        TEXT NOT NULL,     -- what stopped the last one: "sign-in-refused", ...; '' nothing
    subject      TEXT NOT NULL,     -- what the error is about: a folder, a server
    detail       TEXT NOT NULL      -- the server's or system's words
);

CREATE TABLE mailbox_folder_ (      -- a fetch goes on behind these places
    mailbox      TEXT NOT NULL REFERENCES mailbox_ ON DELETE CASCADE,
    account      TEXT NOT NULL,     -- user and server: another one under the same name starts anew
    folder       TEXT NOT NULL,
    uid_validity INTEGER NOT NULL,  -- RFC 3501 2.3.1.1; another value: the UIDs are new ones
    uid          INTEGER NOT NULL,  -- every mail up to here was dealt with, its reports are kept
    missing      TEXT NOT NULL,     -- UIDs that the server listed and did not deliver, asked for once more: "3,17"
    PRIMARY KEY (mailbox, account, folder)
);

CREATE VIEW mailboxes AS
SELECT name, datetime(last_try, 'unixepoch') AS last_try,
       datetime(last_success, 'unixepoch') AS last_success, error, subject, detail FROM mailbox_;

CREATE VIEW mailbox_folders AS
SELECT mailbox, account, folder, uid_validity, uid, missing FROM mailbox_folder_;
