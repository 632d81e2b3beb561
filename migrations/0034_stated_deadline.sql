-- The last day to appeal, as the letter itself names it; nothing in letters that give no such right, and in those from
-- before it was kept. The party's time never ends before it.
ALTER TABLE dispatch ADD COLUMN appeal_by TEXT;
