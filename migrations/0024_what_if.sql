-- Append-only: a week solved with changes, beside the run of the meeting that it is held against.
CREATE TABLE allocation_what_if (
    municipality TEXT NOT NULL,
    meeting TEXT NOT NULL,
    position {INT} NOT NULL,
    run {INT} NOT NULL,
    changes TEXT NOT NULL,      -- JSON: homes, households, limits; nothing typed freely about anybody
    officer TEXT NOT NULL,
    at {INT} NOT NULL,
    program TEXT NOT NULL,      -- version
    problem TEXT NOT NULL,      -- the file that `husrom match` reads, to the byte
    answer TEXT NOT NULL,       -- and the one it writes
    PRIMARY KEY (municipality, meeting, position),
    FOREIGN KEY (municipality, meeting, run) REFERENCES allocation_run (municipality, meeting, position)
) STRICT;
