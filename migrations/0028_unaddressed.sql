-- Letters in the queue that carry no address, though they may: whoever sends them is told.
ALTER TABLE dispatch ADD COLUMN unaddressed {INT} NOT NULL DEFAULT 0;
