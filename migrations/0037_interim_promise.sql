-- The day that an interim answer promises: the promise is given when the letter leaves, not when it is made.
CREATE TABLE interim_promise (
    municipality TEXT NOT NULL,
    document TEXT NOT NULL,
    housing_case TEXT NOT NULL,
    promised TEXT NOT NULL,
    PRIMARY KEY (municipality, document),
    FOREIGN KEY (municipality, document) REFERENCES document (municipality, id)
) STRICT;
