-- The municipality's own rules, what they are held against, and what was found.

-- Append-only. Rules hold from their day; saved again for the same day they are its next revision, and the newest
-- revision holds. `body` is TOML, as rule sets are written in files.
CREATE TABLE rule_set (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    revision {INT} NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    officer TEXT NOT NULL,
    at {INT} NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, valid_from, revision)
) STRICT;

-- Append-only: what rules ask for and the register does not know, as JSON. The newest of an application counts.
CREATE TABLE case_facts (
    municipality TEXT NOT NULL,
    application TEXT NOT NULL,
    position {INT} NOT NULL,
    newest {INT} NOT NULL,
    day TEXT NOT NULL,
    officer TEXT NOT NULL,
    at {INT} NOT NULL,
    facts TEXT NOT NULL,
    PRIMARY KEY (municipality, application, position),
    FOREIGN KEY (municipality, application) REFERENCES application (municipality, id)
) STRICT;
CREATE UNIQUE INDEX case_facts_newest ON case_facts (municipality, application) WHERE newest = 1;

-- Append-only: what people found on grounds that the rules leave to them. Reasons are encrypted.
CREATE TABLE ground_judgement (
    municipality TEXT NOT NULL,
    housing_case TEXT NOT NULL,
    position {INT} NOT NULL,
    ground TEXT NOT NULL,
    met {INT} NOT NULL,
    reasons {BYTES} NOT NULL,
    day TEXT NOT NULL,
    officer TEXT NOT NULL,
    at {INT} NOT NULL,
    PRIMARY KEY (municipality, housing_case, position),
    FOREIGN KEY (municipality, housing_case) REFERENCES housing_case (municipality, id)
) STRICT;

-- Append-only: living skills, housing history, follow-up, the home that is needed and the household's own wish,
-- each as it was found on a day. `content` is JSON, encrypted.
CREATE TABLE need_record (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    household TEXT NOT NULL,
    application TEXT NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    officer TEXT NOT NULL,
    at {INT} NOT NULL,
    content {BYTES} NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, application) REFERENCES application (municipality, id)
) STRICT;
CREATE INDEX need_record_by_household ON need_record (municipality, household, kind, day, id);

-- Append-only: cases moved by hand on the waiting list; `moved_to` is empty when a move was taken back. The newest
-- counts, and the reasons (encrypted) stay.
CREATE TABLE waiting_move (
    municipality TEXT NOT NULL,
    application TEXT NOT NULL,
    position {INT} NOT NULL,
    newest {INT} NOT NULL,
    moved_to TEXT NOT NULL,
    reason {BYTES} NOT NULL,
    day TEXT NOT NULL,
    officer TEXT NOT NULL,
    at {INT} NOT NULL,
    PRIMARY KEY (municipality, application, position),
    FOREIGN KEY (municipality, application) REFERENCES application (municipality, id)
) STRICT;
CREATE UNIQUE INDEX waiting_move_newest ON waiting_move (municipality, application) WHERE newest = 1;
