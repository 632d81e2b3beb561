-- Persons expected from prison, hospital, institution, reception centre or child welfare before they apply.
CREATE TABLE expected_person (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    place TEXT NOT NULL,        -- code: FENGSEL, SYKEHUS …
    place_name TEXT,
    day TEXT NOT NULL,
    about {INT} NOT NULL,       -- 1: about then
    contact TEXT NOT NULL,      -- who is responsible there
    contact_telephone TEXT,
    need {BYTES},               -- what they will need, encrypted
    officer TEXT,
    open_until TEXT NOT NULL,   -- the day it ended; 9999-12-31 while they are expected
    ended_as TEXT,              -- code: why it ended without an application
    ended_why TEXT,
    application TEXT,           -- what they applied with, when they did
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, person) REFERENCES person (municipality, id)
) STRICT;
CREATE INDEX expected_person_by_day ON expected_person (municipality, open_until, day, id);
CREATE INDEX expected_person_by_person ON expected_person (municipality, person);
