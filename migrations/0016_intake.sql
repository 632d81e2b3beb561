-- Applications as they are typed, and what they said.

-- A form that somebody is filling in: what stands in it, encrypted, for that officer only.
CREATE TABLE application_draft (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    officer TEXT NOT NULL,
    saved_at {INT} NOT NULL,
    content {BYTES} NOT NULL,
    PRIMARY KEY (municipality, id)
) STRICT;
CREATE INDEX application_draft_by_officer ON application_draft (municipality, officer, saved_at);

-- What an application said, a row a section from the day it was said; `facts` is JSON, encrypted.
CREATE TABLE application_answer (
    municipality TEXT NOT NULL,
    application TEXT NOT NULL,
    section TEXT NOT NULL,
    from_day TEXT NOT NULL,
    facts {BYTES} NOT NULL,
    PRIMARY KEY (municipality, application, section, from_day),
    FOREIGN KEY (municipality, application) REFERENCES application (municipality, id)
) STRICT;
