-- The minutes of a closed meeting as a document, kept as it was made.
CREATE TABLE allocation_paper (
    municipality TEXT NOT NULL,
    meeting TEXT NOT NULL,
    sha256 TEXT NOT NULL,       -- of the bytes before they were encrypted
    content {BYTES} NOT NULL,   -- encrypted PDF
    PRIMARY KEY (municipality, meeting),
    FOREIGN KEY (municipality, meeting) REFERENCES allocation_meeting (municipality, id)
) STRICT;
