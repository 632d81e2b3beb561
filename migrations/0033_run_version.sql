-- The version of the meeting that a run was solved for: a choice that came later is not in it.
ALTER TABLE allocation_run ADD COLUMN meeting_version {INT} NOT NULL DEFAULT 0;
