-- The cases that a request for housing help opens, who has them, and the documents that came in and went out.

-- One row a case. `kind` says which decision it leads to (law.md 1.2); each has its own clock and appeal body.
-- `received` is the day the request reached the municipality, whatever unit it reached first (L1.2).
CREATE TABLE housing_case (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    application TEXT NOT NULL,
    position {INT} NOT NULL,    -- shown after the application's number: 2026/00417-2
    kind TEXT NOT NULL,
    applicant TEXT NOT NULL,
    household TEXT NOT NULL,
    received TEXT NOT NULL,
    unit TEXT,                  -- whose it is now; newest of case_handover
    officer TEXT,
    promised TEXT,              -- the day the interim answer promised a decision by
    interim_sent TEXT,          -- the day an interim answer left
    open_until TEXT NOT NULL,   -- the day it was closed; 9999-12-31 while it is open
    closed_as TEXT,             -- how it ended: the decision's outcome, WITHDRAWN, FORWARDED …
    restricted {INT} NOT NULL,  -- as household.restricted
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, application, position),
    FOREIGN KEY (municipality, application) REFERENCES application (municipality, id),
    FOREIGN KEY (municipality, applicant) REFERENCES person (municipality, id)
) STRICT;
CREATE INDEX housing_case_by_officer ON housing_case (municipality, officer, open_until, received, id);
CREATE INDEX housing_case_by_unit ON housing_case (municipality, unit, open_until, received, id);
CREATE INDEX housing_case_open ON housing_case (municipality, open_until, received, id);
CREATE INDEX housing_case_by_applicant ON housing_case (municipality, applicant);

-- Who has had the case since when; a hand-over may carry a note.
CREATE TABLE case_handover (
    municipality TEXT NOT NULL,
    housing_case TEXT NOT NULL,
    at {INT} NOT NULL,
    unit TEXT,
    officer TEXT,
    handed_by TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (municipality, housing_case, at),
    FOREIGN KEY (municipality, housing_case) REFERENCES housing_case (municipality, id)
) STRICT;

-- A case that waits for something: for what, until when, and who asks again. `ended` is the day it went on.
CREATE TABLE case_hold (
    municipality TEXT NOT NULL,
    housing_case TEXT NOT NULL,
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL,
    waits_for TEXT NOT NULL,    -- code: APPLICANT, UNIT, PARTNER …
    reason TEXT NOT NULL,
    officer TEXT NOT NULL,      -- who follows it up
    ended TEXT,
    PRIMARY KEY (municipality, housing_case, from_day),
    FOREIGN KEY (municipality, housing_case) REFERENCES housing_case (municipality, id)
) STRICT;

-- Who acts for the applicant (L1.6): a guardian or somebody with written authority.
CREATE TABLE representative (
    municipality TEXT NOT NULL,
    application TEXT NOT NULL,
    position {INT} NOT NULL,
    role TEXT NOT NULL,         -- GUARDIAN, AUTHORISED, LAWYER
    name TEXT NOT NULL,
    address TEXT,
    telephone TEXT,
    email TEXT,
    authority_shown {INT} NOT NULL,
    gets_copies {INT} NOT NULL,
    from_day TEXT NOT NULL,
    until_day TEXT,
    PRIMARY KEY (municipality, application, position),
    FOREIGN KEY (municipality, application) REFERENCES application (municipality, id)
) STRICT;

-- A document of an application, and of one of its cases when it belongs to one. The bytes are encrypted on disk;
-- `sha256` is of the bytes as they are read. A document is never changed: a new one takes its place.
CREATE TABLE document (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    application TEXT NOT NULL,
    housing_case TEXT,
    person TEXT NOT NULL,       -- whose document it is
    way TEXT NOT NULL,          -- IN, OUT or INTERNAL
    kind TEXT NOT NULL,         -- what it is: a code of dokumentasjon.csv, or a kind of letter
    title TEXT NOT NULL,
    day TEXT NOT NULL,          -- the day it reached us, or is dated
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,   -- found from the content, not from the name
    size {INT} NOT NULL,
    sha256 TEXT NOT NULL,
    content {BYTES} NOT NULL,
    officer TEXT NOT NULL,
    at {INT} NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, application) REFERENCES application (municipality, id)
) STRICT;
CREATE INDEX document_by_application ON document (municipality, application, day, id);
CREATE INDEX document_by_case ON document (municipality, housing_case, day, id);

-- How a document left, and when it arrived: the appeal deadline follows from it (L1.8).
CREATE TABLE dispatch (
    municipality TEXT NOT NULL,
    document TEXT NOT NULL,
    position {INT} NOT NULL,
    recipient TEXT NOT NULL,    -- name as written on the letter
    recipient_kind TEXT NOT NULL, -- PARTY, REPRESENTATIVE, BODY
    channel TEXT NOT NULL,      -- POST, DIGITAL, BY_HAND
    queued_at {INT} NOT NULL,
    sent TEXT,
    sent_by TEXT,
    arrived TEXT,               -- proven arrival; presumed from `sent` while it is null
    arrival_shown_by TEXT,
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, document, position),
    FOREIGN KEY (municipality, document) REFERENCES document (municipality, id)
) STRICT;
CREATE INDEX dispatch_waiting ON dispatch (municipality, sent, queued_at);
