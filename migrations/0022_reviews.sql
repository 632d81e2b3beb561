-- The day somebody is to look at a decision again: planned as it is written, and moved while it stands.
ALTER TABLE decision ADD COLUMN review_on TEXT;
CREATE INDEX decision_to_review ON decision (municipality, review_on, id) WHERE stands = 1 AND review_on IS NOT NULL;
