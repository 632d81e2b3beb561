-- Offers of homes. While one is open the home is promised to a household, and to nobody else: the database keeps it.

-- `progress` is the offer as the rules know it, `rule` the municipality's rule it was made under and `terms` what is
-- offered: JSON without anything that says whose life it is.
CREATE TABLE offer (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    housing_case TEXT NOT NULL,
    dwelling TEXT NOT NULL,
    decision TEXT,              -- what it rests on; null for a grant from before the register kept decisions
    granted TEXT NOT NULL,      -- the day of that grant
    made TEXT NOT NULL,
    step TEXT NOT NULL,         -- newest of offer_step; one that nobody answered in time may not have lapsed here yet
    is_open {INT} NOT NULL,     -- 1 while the home is promised
    answer_by TEXT,             -- null until the letter says it; later when the letter was slow or more time was given
    move_in TEXT,               -- planned; then the first day of the tenancy
    ended TEXT,                 -- the day it was declined, lapsed or withdrawn, or the lease was agreed
    ended_as TEXT,              -- the code of the reason, for a no and for one that was taken back
    progress TEXT NOT NULL,
    rule TEXT NOT NULL,
    terms TEXT NOT NULL,
    home_was TEXT,              -- the status the home had before it was reserved
    document TEXT,              -- its letter
    reminded TEXT,
    tenancy TEXT,
    chain TEXT,                 -- moves of one plan that hang together …
    chain_position {INT},       -- … in the order they must be made
    vacates TEXT,               -- the home that the household leaves
    officer TEXT NOT NULL,
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, housing_case) REFERENCES housing_case (municipality, id),
    FOREIGN KEY (municipality, dwelling) REFERENCES dwelling (municipality, id)
) STRICT;
CREATE UNIQUE INDEX offer_promise ON offer (municipality, dwelling) WHERE is_open = 1;
CREATE UNIQUE INDEX offer_to_case ON offer (municipality, housing_case) WHERE is_open = 1;
CREATE INDEX offer_by_case ON offer (municipality, housing_case, made, id);
CREATE INDEX offer_by_dwelling ON offer (municipality, dwelling, made, id);
CREATE INDEX offer_by_made ON offer (municipality, made, id);
CREATE INDEX offer_by_document ON offer (municipality, document);
CREATE INDEX offer_by_chain ON offer (municipality, chain, chain_position) WHERE chain IS NOT NULL;

-- Append-only: every step of an offer with its day; `note` is what was said about it, encrypted.
CREATE TABLE offer_step (
    municipality TEXT NOT NULL,
    offer TEXT NOT NULL,
    position {INT} NOT NULL,
    at {INT} NOT NULL,
    day TEXT NOT NULL,
    officer TEXT NOT NULL,
    step TEXT NOT NULL,
    facts TEXT NOT NULL,
    note {BYTES},
    PRIMARY KEY (municipality, offer, position),
    FOREIGN KEY (municipality, offer) REFERENCES offer (municipality, id)
) STRICT;
