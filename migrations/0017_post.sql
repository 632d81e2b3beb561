-- Where a person gets letters; never kept for somebody whose address is protected. The newest row holds.
CREATE TABLE post_address (
    municipality TEXT NOT NULL,
    person TEXT NOT NULL,
    from_day TEXT NOT NULL,
    lines TEXT NOT NULL,        -- as on an envelope, a line each
    PRIMARY KEY (municipality, person, from_day),
    FOREIGN KEY (municipality, person) REFERENCES person (municipality, id)
) STRICT;
