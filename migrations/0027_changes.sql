-- What was done to a thing, without walking through everybody who has looked at it.
DROP INDEX journal_by_thing;
CREATE INDEX journal_changes ON journal (municipality, thing, thing_id, seq) WHERE action <> 'look';
