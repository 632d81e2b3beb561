-- A document that was filed wrongly: it is no part of the case any more, but what was there stands. The bytes are
-- kept until the case is discarded by its retention decision.
CREATE TABLE document_withdrawal (
    municipality TEXT NOT NULL,
    document TEXT NOT NULL,
    at {INT} NOT NULL,
    officer TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (municipality, document),
    FOREIGN KEY (municipality, document) REFERENCES document (municipality, id)
) STRICT;
