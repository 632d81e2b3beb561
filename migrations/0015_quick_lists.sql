-- Lists read from an index alone, and no index twice.

-- The list of tenancies and its counts: who lives there, without reading the tenancies themselves.
DROP INDEX tenancy_lease_list;
CREATE INDEX tenancy_lease_list ON tenancy
    (municipality, moved_out, (coalesce(lease_until, '9999-12-31')), id, from_day, restricted, tenant);
-- Where somebody lives, for the list of people.
DROP INDEX tenancy_by_tenant;
CREATE INDEX tenancy_by_tenant ON tenancy (municipality, tenant, from_day, moved_out, restricted, dwelling);
-- `tenancy_last_moved_out` begins with the dwelling, `tenancy_lease_list` knows the end of every lease.
DROP INDEX tenancy_by_dwelling;
DROP INDEX tenancy_by_lease_until;
DROP INDEX tenancy_lease_ends;

-- Who may be shown, without reading the applications themselves; and who waits.
DROP INDEX application_by_received;
CREATE INDEX application_by_received ON application (municipality, received, id, restricted, applicant);
DROP INDEX application_by_open_until;
CREATE INDEX application_by_open_until ON application
    (municipality, open_until, received, id, restricted, applicant);

-- Most entries concern nobody in particular.
DROP INDEX journal_by_person;
CREATE INDEX journal_by_person ON journal (municipality, person, seq) WHERE person <> '';

-- Those whom only the named group may know of, told from the index alone.
DROP INDEX person_restricted;
CREATE INDEX person_restricted ON person (municipality, id, restricted) WHERE restricted = 1;
