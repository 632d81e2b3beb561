-- Looks wait in rounds, in files beside an SQLite store, until they are put in the chain together: the newest round
-- that is there.
ALTER TABLE journal_head ADD COLUMN settled {INT} NOT NULL DEFAULT 0;

-- Homes of an area by size are counted and listed without reading the homes that are not shown.
DROP INDEX dwelling_by_area;
CREATE INDEX dwelling_by_area ON dwelling (municipality, area, sort_key, id, rooms);
