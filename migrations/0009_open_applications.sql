-- Open applications found without walking past all that were ever closed, and people alike by name and birth.

-- The day the application was closed; far ahead while it is open.
ALTER TABLE application ADD COLUMN open_until TEXT NOT NULL DEFAULT '9999-12-31';
UPDATE application SET open_until = coalesce(
    (SELECT max(s.from_day) FROM application_status s
     WHERE s.municipality = application.municipality AND s.application = application.id), received)
    WHERE status IN ('VEDTATT_NEI', 'AVVIST', 'KONTRAKT', 'TRUKKET', 'BORTFALT');
CREATE INDEX application_by_open_until ON application (municipality, open_until, received, id);
CREATE INDEX application_by_applicant_open ON application (municipality, applicant, open_until);

CREATE INDEX person_namesakes ON person (municipality, sort_key, born, restricted, id) WHERE merged_into IS NULL;
