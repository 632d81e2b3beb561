-- What the list of applications is narrowed and sorted by.

CREATE INDEX person_restricted ON person (municipality, id) WHERE restricted = 1;
CREATE INDEX application_by_situation ON application (municipality, situation, received, id);
CREATE INDEX application_by_officer ON application (municipality, officer, received, id);
CREATE INDEX application_by_wished_area ON application (municipality, wished_area, received, id);
