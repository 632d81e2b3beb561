-- What a change of rules is tried on stands in two indexes: every open application with what it says, and when its
-- applicant was born. The rows themselves are spread over the whole file.

DROP INDEX application_by_open_until;
CREATE INDEX application_by_open_until ON application
    (municipality, open_until, received, id, restricted, applicant, kind, year, serial, adults, children, situation,
     income);
CREATE INDEX person_birth ON person (municipality, id, born);
