-- Who may sign which decisions, as the municipality has decided it.

-- Append-only, as rule sets are: it holds from its day, and the newest revision of a day holds. `body` is JSON.
CREATE TABLE delegation (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    revision {INT} NOT NULL,
    source TEXT NOT NULL,
    body TEXT NOT NULL,
    officer TEXT NOT NULL,
    at {INT} NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, valid_from, revision)
) STRICT;

-- The last day to answer an advance notice, as its letter says it.
CREATE TABLE advance_notice (
    municipality TEXT NOT NULL,
    document TEXT NOT NULL,
    housing_case TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    PRIMARY KEY (municipality, document),
    FOREIGN KEY (municipality, document) REFERENCES document (municipality, id)
) STRICT;
CREATE INDEX advance_notice_of_case ON advance_notice (municipality, housing_case);
