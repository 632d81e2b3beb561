-- Where a letter goes, as it is printed on it, a line each: for whoever carries it. Nothing where the address is
-- protected: such letters are forwarded by the population register (L7.3).
ALTER TABLE dispatch ADD COLUMN address TEXT;
ALTER TABLE dispatch ADD COLUMN by_register {INT} NOT NULL DEFAULT 0;
