-- The register: homes, people, tenancies, applications and arrears, each fact with its day.
-- Columns that answer "now" (status, rent) repeat the newest dated row, so that lists are one read.

CREATE TABLE dwelling (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    street TEXT NOT NULL,
    street_number TEXT NOT NULL,
    postcode TEXT,
    place TEXT,
    -- Folded street and number: the same building however it is written.
    building TEXT NOT NULL,
    -- Dwelling number, empty when the home has none; with `building` it says which home it is.
    unit TEXT NOT NULL,
    cadastre TEXT,
    area TEXT,
    category TEXT NOT NULL,
    rooms {INT},
    floor_area {INT},           -- tenths of a square metre
    built_year {INT},
    floor {INT},
    lift {INT},
    step_free {INT},
    wheelchair {INT},
    owner TEXT,
    disposal TEXT,
    rent {INT},                 -- øre a month, newest of dwelling_rent
    status TEXT NOT NULL,       -- newest of dwelling_status
    status_since TEXT NOT NULL,
    status_since_known {INT} NOT NULL,
    external_number TEXT,
    note TEXT,
    sort_key TEXT NOT NULL,
    search TEXT NOT NULL,
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, building, unit)
) STRICT;
CREATE INDEX dwelling_sorted ON dwelling (municipality, sort_key, id);
CREATE INDEX dwelling_by_status ON dwelling (municipality, status, sort_key, id);
CREATE INDEX dwelling_by_rooms ON dwelling (municipality, rooms, sort_key, id);
CREATE INDEX dwelling_by_area ON dwelling (municipality, area, sort_key, id);
CREATE INDEX dwelling_overview ON dwelling (municipality, category, rooms, status, wheelchair, rent);

-- `from_known` 0: the first thing we know of the home; it held before `from_day` too, nobody knows since when.
CREATE TABLE dwelling_status (
    municipality TEXT NOT NULL,
    dwelling TEXT NOT NULL,
    from_day TEXT NOT NULL,
    from_known {INT} NOT NULL,
    status TEXT NOT NULL,
    PRIMARY KEY (municipality, dwelling, from_day)
) STRICT;

CREATE TABLE dwelling_rent (
    municipality TEXT NOT NULL,
    dwelling TEXT NOT NULL,
    from_day TEXT NOT NULL,
    from_known {INT} NOT NULL,
    rent {INT} NOT NULL,
    PRIMARY KEY (municipality, dwelling, from_day)
) STRICT;

CREATE TABLE person (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    family TEXT NOT NULL,
    given TEXT NOT NULL,
    identity_cipher {BYTES},    -- encrypted identity number
    identity_index TEXT,        -- keyed hash of it, for finding the same person again
    born TEXT,
    telephone TEXT,
    email TEXT,
    protection TEXT NOT NULL,
    protection_to_check {INT} NOT NULL,
    -- A duplicate points at the person it was merged into, and can be parted again.
    merged_into TEXT,
    sort_key TEXT NOT NULL,
    search TEXT NOT NULL,
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, identity_index)
) STRICT;
CREATE INDEX person_sorted ON person (municipality, sort_key, id);
CREATE INDEX person_by_search ON person (municipality, search, id);

CREATE TABLE household (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    -- Stated size, when members are not registered one by one.
    adults {INT},
    children {INT},
    -- 1 when a member's address is strictly confidential: then no page may tie the household to a home.
    restricted {INT} NOT NULL,
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, id)
) STRICT;

CREATE TABLE household_member (
    municipality TEXT NOT NULL,
    household TEXT NOT NULL,
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    from_day TEXT NOT NULL,
    until_day TEXT,
    PRIMARY KEY (municipality, household, person, from_day)
) STRICT;
CREATE INDEX household_member_by_person ON household_member (municipality, person);

CREATE TABLE tenancy (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    dwelling TEXT NOT NULL,
    household TEXT NOT NULL,
    tenant TEXT NOT NULL,
    from_day TEXT,
    lease_until TEXT,           -- last day of a fixed term; null is open-ended
    kind TEXT NOT NULL,
    moved_out TEXT,             -- the day the keys came back: the first day nobody lives there
    move_out_reason TEXT,
    rent {INT},
    restricted {INT} NOT NULL,  -- as household.restricted
    note TEXT,
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, dwelling) REFERENCES dwelling (municipality, id),
    FOREIGN KEY (municipality, tenant) REFERENCES person (municipality, id)
) STRICT;
CREATE INDEX tenancy_by_dwelling ON tenancy (municipality, dwelling, from_day);
CREATE INDEX tenancy_by_tenant ON tenancy (municipality, tenant);
CREATE INDEX tenancy_by_household ON tenancy (municipality, household);
CREATE INDEX tenancy_by_lease_until ON tenancy (municipality, lease_until);
-- A home is lived in by one household at a time; the database keeps it, not the page.
CREATE UNIQUE INDEX tenancy_lived_in ON tenancy (municipality, dwelling) WHERE moved_out IS NULL;

CREATE TABLE application (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    year {INT} NOT NULL,        -- number shown as year/serial
    serial {INT} NOT NULL,
    applicant TEXT NOT NULL,
    household TEXT NOT NULL,
    kind TEXT,
    received TEXT NOT NULL,
    adults {INT},
    children {INT},
    situation TEXT,
    target_groups TEXT NOT NULL, -- codes between spaces: ' RUS PSYK '
    rooms {INT},
    room_need {INT},            -- by the room norm, for counting need against stock
    wished_area TEXT,
    wheelchair {INT},
    income {INT},
    status TEXT NOT NULL,       -- newest of application_status
    decided TEXT,
    officer TEXT,
    restricted {INT} NOT NULL,
    note TEXT,
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, year, serial),
    FOREIGN KEY (municipality, applicant) REFERENCES person (municipality, id)
) STRICT;
CREATE INDEX application_by_received ON application (municipality, received, id);
CREATE INDEX application_by_status ON application (municipality, status, received, id);
CREATE INDEX application_by_applicant ON application (municipality, applicant);

CREATE TABLE application_status (
    municipality TEXT NOT NULL,
    application TEXT NOT NULL,
    from_day TEXT NOT NULL,
    status TEXT NOT NULL,
    PRIMARY KEY (municipality, application, from_day)
) STRICT;

-- Open invoices as finance lists them; a credit note is negative.
CREATE TABLE invoice (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    debtor TEXT NOT NULL,
    dwelling TEXT,
    due TEXT,
    amount {INT},
    outstanding {INT} NOT NULL, -- newest of invoice_balance
    step TEXT,
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, number),
    FOREIGN KEY (municipality, debtor) REFERENCES person (municipality, id)
) STRICT;
CREATE INDEX invoice_by_debtor ON invoice (municipality, debtor, due);
CREATE INDEX invoice_by_due ON invoice (municipality, due, id);

-- `from_known` as in dwelling_status.
CREATE TABLE invoice_balance (
    municipality TEXT NOT NULL,
    invoice TEXT NOT NULL,
    from_day TEXT NOT NULL,
    from_known {INT} NOT NULL,
    outstanding {INT} NOT NULL,
    PRIMARY KEY (municipality, invoice, from_day)
) STRICT;

-- What came in from outside, kept as it came.
CREATE TABLE import (
    municipality TEXT NOT NULL,
    id TEXT NOT NULL,
    at {INT} NOT NULL,
    officer TEXT NOT NULL,
    as_of TEXT NOT NULL,
    state TEXT NOT NULL,        -- PREVIEW, DONE or DISCARDED
    summary TEXT NOT NULL,      -- what was found and done, as JSON
    PRIMARY KEY (municipality, id)
) STRICT;
CREATE INDEX import_by_time ON import (municipality, at);

CREATE TABLE import_file (
    municipality TEXT NOT NULL,
    import TEXT NOT NULL,
    position {INT} NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    content {BYTES} NOT NULL,
    mapping TEXT NOT NULL,      -- the column mapping used, as JSON
    PRIMARY KEY (municipality, import, position)
) STRICT;

CREATE TABLE import_profile (
    municipality TEXT NOT NULL,
    name TEXT NOT NULL,
    mapping TEXT NOT NULL,
    version {INT} NOT NULL,
    PRIMARY KEY (municipality, name)
) STRICT;
