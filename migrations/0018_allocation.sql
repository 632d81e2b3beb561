-- What fits whom, and the meeting that decides who gets which home.

-- Append-only, as rule_set: what makes a home fit a household, what each fit scores, and the limits that keep a
-- neighbourhood good to live in. `body` is TOML.
CREATE TABLE fit_rule_set (
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

-- Append-only: what the register's own columns do not say of a home and its building, JSON. The newest counts.
CREATE TABLE dwelling_traits (
    municipality TEXT NOT NULL,
    dwelling TEXT NOT NULL,
    position {INT} NOT NULL,
    newest {INT} NOT NULL,
    day TEXT NOT NULL,
    officer TEXT NOT NULL,
    at {INT} NOT NULL,
    traits TEXT NOT NULL,
    PRIMARY KEY (municipality, dwelling, position),
    FOREIGN KEY (municipality, dwelling) REFERENCES dwelling (municipality, id)
) STRICT;
CREATE UNIQUE INDEX dwelling_traits_newest ON dwelling_traits (municipality, dwelling) WHERE newest = 1;

-- A household that must not live near somebody, in a building or in an area. The reason is encrypted, and only shown
-- where the household's own needs are.
CREATE TABLE keep_apart (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    household TEXT NOT NULL,
    kind TEXT NOT NULL,         -- HOUSEHOLD, BUILDING or AREA
    other TEXT NOT NULL,        -- the other household's id, the folded building, the area's name
    reason {BYTES} NOT NULL,
    day TEXT NOT NULL,
    officer TEXT NOT NULL,
    ended TEXT,                 -- the day it no longer held
    PRIMARY KEY (municipality, id)
) STRICT;
CREATE INDEX keep_apart_by_household ON keep_apart (municipality, household);
CREATE INDEX keep_apart_by_other ON keep_apart (municipality, other);

-- One row a meeting. `closed` is the day its placements were decided.
CREATE TABLE allocation_meeting (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    day TEXT NOT NULL,
    called_by TEXT NOT NULL,
    rules TEXT NOT NULL,        -- the fit rule set it began with
    max_moves {INT},            -- null: no limit
    max_ring {INT},
    max_chain {INT},
    closed TEXT,
    minutes {BYTES},            -- what was decided, written as the meeting was closed: encrypted JSON
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, id)
) STRICT;
CREATE INDEX allocation_meeting_by_day ON allocation_meeting (municipality, day, id);

-- Who took part, and whom somebody did not decide about (impartiality, forvaltningsloven § 6).
CREATE TABLE allocation_participant (
    municipality TEXT NOT NULL,
    meeting TEXT NOT NULL,
    position {INT} NOT NULL,
    name TEXT NOT NULL,
    part TEXT NOT NULL,         -- the unit or office they speak for
    steps_aside_for TEXT NOT NULL, -- household ids between spaces
    PRIMARY KEY (municipality, meeting, position),
    FOREIGN KEY (municipality, meeting) REFERENCES allocation_meeting (municipality, id)
) STRICT;

-- What the meeting laid down before it was solved again. A choice that was taken back stays, with `taken_back` 1.
CREATE TABLE allocation_choice (
    municipality TEXT NOT NULL,
    meeting TEXT NOT NULL,
    position {INT} NOT NULL,
    kind TEXT NOT NULL,         -- LOCK, FORBID, HOLD, RESERVE or CAP
    household TEXT,
    dwelling TEXT,
    cap TEXT,                   -- the name of the limit
    at_most {INT},
    reason {BYTES} NOT NULL,    -- encrypted
    officer TEXT NOT NULL,
    at {INT} NOT NULL,
    taken_back {INT} NOT NULL,
    PRIMARY KEY (municipality, meeting, position),
    FOREIGN KEY (municipality, meeting) REFERENCES allocation_meeting (municipality, id)
) STRICT;

-- Append-only: the exact problem, its answer and the program that found it, for solving it again years later.
CREATE TABLE allocation_run (
    municipality TEXT NOT NULL,
    meeting TEXT NOT NULL,
    position {INT} NOT NULL,
    officer TEXT NOT NULL,
    at {INT} NOT NULL,
    program TEXT NOT NULL,      -- version
    problem TEXT NOT NULL,      -- the file that `husrom match` reads, to the byte
    answer TEXT NOT NULL,       -- and the one it writes
    PRIMARY KEY (municipality, meeting, position),
    FOREIGN KEY (municipality, meeting) REFERENCES allocation_meeting (municipality, id)
) STRICT;

-- A placement that a meeting decided. It is open from then until its offer became a tenancy or came to nothing.
CREATE TABLE allocation_placement (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    meeting TEXT NOT NULL,
    household TEXT NOT NULL,
    application TEXT,           -- the application it answers; null for a tenant who moves without one
    dwelling TEXT NOT NULL,     -- the home it gets
    from_dwelling TEXT,         -- the home it leaves, which another may get in the same meeting
    step {INT} NOT NULL,        -- the order of moves: the same step moves on the same day
    chosen TEXT NOT NULL,       -- PROPOSED, LOCKED or RESERVED
    grounds {BYTES} NOT NULL,   -- why this home, clause by clause: encrypted JSON
    decided TEXT NOT NULL,
    officer TEXT NOT NULL,
    restricted {INT} NOT NULL,  -- as household.restricted
    is_open {INT} NOT NULL,
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, meeting) REFERENCES allocation_meeting (municipality, id),
    FOREIGN KEY (municipality, dwelling) REFERENCES dwelling (municipality, id)
) STRICT;
-- A home is given once, and a household is given one, whatever happens at the same moment: the database keeps it.
CREATE UNIQUE INDEX allocation_home_once ON allocation_placement (municipality, dwelling) WHERE is_open = 1;
CREATE UNIQUE INDEX allocation_household_once ON allocation_placement (municipality, household) WHERE is_open = 1;
CREATE INDEX allocation_placement_by_meeting ON allocation_placement (municipality, meeting, step, id);
