-- Decisions from the first draft to the signed letter, and appeals on them.

-- `written` is what somebody is writing, `frozen` what was signed with the facts it stood on: both are JSON,
-- encrypted on disk. `seal` is the SHA-256 of the frozen text as it is read.
CREATE TABLE decision (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    housing_case TEXT NOT NULL,
    position {INT} NOT NULL,    -- the first decision of the case is 1; a reversal is the next
    kind TEXT NOT NULL,
    outcome TEXT,               -- null until it is chosen
    state TEXT NOT NULL,        -- draft, submitted, returned, signed or withdrawn: newest of decision_step
    prepared_by TEXT NOT NULL,
    signed_by TEXT,
    decided TEXT,               -- the day it was signed
    written {BYTES} NOT NULL,
    frozen {BYTES},
    seal TEXT,
    rules TEXT,                 -- the rule set that the assessment was made on, when there was one
    replaces TEXT,              -- the signed decision that this one reverses
    is_open {INT} NOT NULL,     -- 1 while it is written or waits for a signature
    stands {INT} NOT NULL,      -- 1 from it is signed until another reverses it
    reasons_demanded TEXT,      -- the party asked for reasons: the period for appeal is interrupted …
    reasons_arrived TEXT,       -- … and begins anew when they arrive
    document TEXT,              -- its letter
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, housing_case, position),
    FOREIGN KEY (municipality, housing_case) REFERENCES housing_case (municipality, id)
) STRICT;
-- One decision is written at a time, and one stands: the database keeps it, not the page.
CREATE UNIQUE INDEX decision_being_written ON decision (municipality, housing_case) WHERE is_open = 1;
CREATE UNIQUE INDEX decision_standing ON decision (municipality, housing_case) WHERE stands = 1;
CREATE INDEX decision_by_state ON decision (municipality, state, id) WHERE is_open = 1;

-- Append-only: who did what with a decision, and what the one who returned it said.
CREATE TABLE decision_step (
    municipality TEXT NOT NULL,
    decision TEXT NOT NULL,
    position {INT} NOT NULL,
    at {INT} NOT NULL,
    day TEXT NOT NULL,
    officer TEXT NOT NULL,
    state TEXT NOT NULL,
    remarks TEXT NOT NULL,
    PRIMARY KEY (municipality, decision, position),
    FOREIGN KEY (municipality, decision) REFERENCES decision (municipality, id)
) STRICT;

-- The conditions of a signed decision, for whoever follows them up.
CREATE TABLE decision_condition (
    municipality TEXT NOT NULL,
    decision TEXT NOT NULL,
    position {INT} NOT NULL,
    text TEXT NOT NULL,
    legal_basis TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (municipality, decision, position),
    FOREIGN KEY (municipality, decision) REFERENCES decision (municipality, id)
) STRICT;

-- `progress` is the appeal as the rules know it, JSON; `told` is what the party wrote, encrypted JSON.
CREATE TABLE appeal (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    housing_case TEXT NOT NULL,
    decision TEXT NOT NULL,
    position {INT} NOT NULL,
    received TEXT NOT NULL,
    state TEXT NOT NULL,        -- newest of appeal_step
    handler TEXT,
    progress TEXT NOT NULL,
    told {BYTES} NOT NULL,
    is_open {INT} NOT NULL,
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, decision, position),
    FOREIGN KEY (municipality, decision) REFERENCES decision (municipality, id)
) STRICT;
CREATE INDEX appeal_by_case ON appeal (municipality, housing_case, received, id);
CREATE INDEX appeal_open ON appeal (municipality, received, id) WHERE is_open = 1;

-- Append-only: every step of an appeal with its day; `facts` is JSON.
CREATE TABLE appeal_step (
    municipality TEXT NOT NULL,
    appeal TEXT NOT NULL,
    position {INT} NOT NULL,
    at {INT} NOT NULL,
    day TEXT NOT NULL,
    officer TEXT NOT NULL,
    state TEXT NOT NULL,
    facts TEXT NOT NULL,
    PRIMARY KEY (municipality, appeal, position),
    FOREIGN KEY (municipality, appeal) REFERENCES appeal (municipality, id)
) STRICT;
