-- An officer's deadlines as a calendar that other programs read. Only the hash of its secret address is kept.
CREATE TABLE calendar_feed (
    municipality TEXT NOT NULL,
    officer TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    made_at {INT} NOT NULL,
    PRIMARY KEY (municipality, officer),
    UNIQUE (municipality, token_hash)
) STRICT;
