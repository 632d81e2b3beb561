-- Who works here, what they may do, and the chain of everything that was done.

CREATE TABLE municipality (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_at {INT} NOT NULL
) STRICT;

-- One row a municipality: the end of its journal's chain. Writers queue on it, so entries are
-- numbered without gaps; `changes` counts changed facts, so that what is remembered can be dated.
CREATE TABLE journal_head (
    municipality TEXT NOT NULL PRIMARY KEY,
    seq {INT} NOT NULL,
    hash TEXT NOT NULL,
    changes {INT} NOT NULL
) STRICT;

-- Append-only. `hash` covers the entry and the hash before it.
CREATE TABLE journal (
    municipality TEXT NOT NULL,
    seq {INT} NOT NULL,
    at {INT} NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    action TEXT NOT NULL,
    thing TEXT NOT NULL,
    thing_id TEXT NOT NULL,
    person TEXT NOT NULL,
    details TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (municipality, seq)
) STRICT;
CREATE INDEX journal_by_thing ON journal (municipality, thing, thing_id, seq);
CREATE INDEX journal_by_person ON journal (municipality, person, seq);

CREATE TABLE setting (
    municipality TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (municipality, name)
) STRICT;

CREATE TABLE unit (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, name)
) STRICT;

-- An officer is a person at work; how they prove who they are stands beside it, so that another
-- way of logging in can be added without touching this table.
CREATE TABLE officer (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    unit TEXT,
    sees_protected {INT} NOT NULL,
    language TEXT NOT NULL,
    closed {INT} NOT NULL,
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, login)
) STRICT;

CREATE TABLE local_account (
    municipality TEXT NOT NULL,
    officer TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    must_change {INT} NOT NULL,
    changed_at {INT} NOT NULL,
    PRIMARY KEY (municipality, officer)
) STRICT;

-- Only the hash of a session's token is kept.
CREATE TABLE session (
    municipality TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    officer TEXT NOT NULL,
    csrf TEXT NOT NULL,
    client TEXT NOT NULL,
    began_at {INT} NOT NULL,
    seen_at {INT} NOT NULL,
    ends_at {INT} NOT NULL,
    PRIMARY KEY (municipality, token_hash)
) STRICT;
CREATE INDEX session_by_officer ON session (municipality, officer);
